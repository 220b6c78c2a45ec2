//! Which hosts the internet can call, and the ranges and names that it cannot.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Host;

mod table;

pub use table::SOURCES_READ;

/// A range of addresses, or of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// IPv4 addresses that share so many leading bits (1 to 32) with this one.
    V4(Ipv4Addr, u32),
    /// IPv6 addresses that share so many leading bits (1 to 128) with this one.
    V6(Ipv6Addr, u32),
    /// A name and every name below it, without a dot in front.
    Suffix(&'static str),
    /// Every name without a dot.
    SingleLabel,
}

impl Range {
    fn holds_ip(&self, ip: IpAddr) -> bool {
        match (self, ip) {
            (Self::V4(net, bits), IpAddr::V4(ip)) => {
                (net.to_bits() ^ ip.to_bits()).leading_zeros() >= *bits
            }
            (Self::V6(net, bits), IpAddr::V6(ip)) => {
                (net.to_bits() ^ ip.to_bits()).leading_zeros() >= *bits
            }
            _ => false,
        }
    }

    fn holds_name(&self, name: &str) -> bool {
        match self {
            Self::Suffix(suffix) => name
                .strip_suffix(suffix)
                .is_some_and(|front| front.is_empty() || front.ends_with('.')),
            Self::SingleLabel => !name.contains('.'),
            _ => false,
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::V4(net, bits) => write!(f, "{net}/{bits}"),
            Self::V6(net, bits) => write!(f, "{net}/{bits}"),
            Self::Suffix(suffix) => write!(f, ".{suffix}"),
            Self::SingleLabel => f.write_str("a name without a dot"),
        }
    }
}

/// One range that is set aside, and why a provider cannot call it. Each fact was read on [`SOURCES_READ`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The addresses or names.
    pub range: Range,
    /// What the range is, such as `private network`.
    pub name: &'static str,
    /// Why a provider cannot call it, as half a sentence that follows `because`.
    pub reason: &'static str,
    /// Where it is laid down: a registry or an RFC.
    pub source: &'static str,
}

/// Whether the internet can call a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing speaks against it; whether the name exists and anything answers there is another question.
    Public,
    /// It stands in a range that is set aside.
    NotPublic(&'static Block),
    /// An IPv6 address that holds an IPv4 address which is set aside.
    Embedded {
        /// The range of the IPv4 address within.
        inner: &'static Block,
        /// The kind of IPv6 address around it.
        outer: &'static Block,
    },
}

impl Reach {
    /// Whether nothing speaks against a call.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Public)
    }

    /// The range that makes a call impossible; for an embedded address the inner one.
    pub const fn block(self) -> Option<&'static Block> {
        match self {
            Self::Public => None,
            Self::NotPublic(block) | Self::Embedded { inner: block, .. } => Some(block),
        }
    }
}

/// Whether the internet can call this host, judged by its name or address alone.
pub fn reach(host: &Host) -> Reach {
    match host {
        Host::Name(name) => found(
            table::NAMES
                .iter()
                .find(|block| block.range.holds_name(name)),
        ),
        Host::V4(ip) => reach_ip((*ip).into()),
        Host::V6(ip) => reach_ip((*ip).into()),
    }
}

/// Whether the internet can call this address.
pub fn reach_ip(ip: IpAddr) -> Reach {
    if let IpAddr::V6(v6) = ip
        && let Some((outer, inner)) = embedded(v6)
    {
        return match reach_ip(inner.into()).block() {
            Some(inner) => Reach::Embedded { inner, outer },
            None => Reach::Public,
        };
    }
    if table::REACHABLE.iter().any(|range| range.holds_ip(ip)) {
        return Reach::Public;
    }
    found(table::BLOCKS.iter().find(|block| block.range.holds_ip(ip)))
}

/// The IPv4 address within, and the kind of address that holds it.
fn embedded(ip: Ipv6Addr) -> Option<(&'static Block, Ipv4Addr)> {
    let outer = table::EMBEDDING
        .iter()
        .find(|block| block.range.holds_ip(ip.into()))?;
    let Range::V6(_, prefix) = outer.range else {
        return None;
    };
    let inner = ip.to_bits() << prefix >> (u128::BITS - u32::BITS);
    Some((outer, Ipv4Addr::from_bits(u32::try_from(inner).ok()?)))
}

fn found(block: Option<&'static Block>) -> Reach {
    block.map_or(Reach::Public, Reach::NotPublic)
}

#[cfg(test)]
mod tests;
