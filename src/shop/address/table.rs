//! Addresses and names that are set aside, as data.
//!
//! Addresses: the IANA IPv4 and IPv6 Special-Purpose Address Registries, the multicast ranges, and what IANA has not
//! opened for unicast. Names: the IANA Special-Use Domain Names registry, names that ICANN keeps out of the root, and
//! names under which development tools serve. Each row: range, our name for it, why a provider cannot call it, and the
//! document that sets it aside.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Block, Range};

/// Day on which the registries and documents of this table were read.
pub const SOURCES_READ: &str = "2026-11-22";

// One line a row, which rustfmt would break into six.
macro_rules! blocks {
    ($($range:expr => $name:literal, $reason:expr, $source:literal;)*) => {
        &[$(Block { range: $range, name: $name, reason: $reason, source: $source },)*]
    };
}

/// Addresses that nobody outside can call. The first row that holds an address names it.
pub(super) const BLOCKS: &[Block] = blocks! {
    v4([0, 0, 0, 0], 8) => "this network", NO_HOST, "RFC 791";
    v4([10, 0, 0, 0], 8) => "private network", PRIVATE, "RFC 1918";
    v4([100, 64, 0, 0], 10) => "network behind a carrier's NAT", PRIVATE, "RFC 6598";
    v4([127, 0, 0, 0], 8) => "loopback", SELF, "RFC 1122";
    v4([169, 254, 0, 0], 16) => "link-local", LINK, "RFC 3927";
    v4([172, 16, 0, 0], 12) => "private network", PRIVATE, "RFC 1918";
    v4([192, 0, 0, 0], 24) => "protocol assignments", NO_HOST, "RFC 6890";
    v4([192, 0, 2, 0], 24) => "documentation", DOCUMENTS, "RFC 5737";
    v4([192, 88, 99, 0], 24) => "retired 6to4 relays", RETIRED, "RFC 7526";
    v4([192, 168, 0, 0], 16) => "private network", PRIVATE, "RFC 1918";
    v4([198, 18, 0, 0], 15) => "benchmarks", NO_HOST, "RFC 2544";
    v4([198, 51, 100, 0], 24) => "documentation", DOCUMENTS, "RFC 5737";
    v4([203, 0, 113, 0], 24) => "documentation", DOCUMENTS, "RFC 5737";
    v4([224, 0, 0, 0], 4) => "multicast", MANY, "RFC 5771";
    v4([255, 255, 255, 255], 32) => "broadcast", MANY, "RFC 919";
    v4([240, 0, 0, 0], 4) => "reserved", NO_HOST, "RFC 1112";
    v6([0, 0, 0, 0, 0, 0, 0, 0], 128) => "no address", NO_HOST, "RFC 4291";
    v6([0, 0, 0, 0, 0, 0, 0, 1], 128) => "loopback", SELF, "RFC 4291";
    v6([0x64, 0xff9b, 1, 0, 0, 0, 0, 0], 48) => "local NAT64", PRIVATE, "RFC 8215";
    v6([0x100, 0, 0, 0, 0, 0, 0, 0], 64) => "discard only", NO_HOST, "RFC 6666";
    v6([0x100, 0, 0, 1, 0, 0, 0, 0], 64) => "dummy prefix", NO_HOST, "RFC 9780";
    v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 32) => "Teredo tunnel", RETIRED, "RFC 4380";
    v6([0x2001, 2, 0, 0, 0, 0, 0, 0], 48) => "benchmarks", NO_HOST, "RFC 5180";
    v6([0x2001, 0x10, 0, 0, 0, 0, 0, 0], 28) => "retired ORCHID", RETIRED, "RFC 4843";
    v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 23) => "protocol assignments", NO_HOST, "RFC 2928";
    v6([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32) => "documentation", DOCUMENTS, "RFC 3849";
    v6([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20) => "documentation", DOCUMENTS, "RFC 9637";
    v6([0x5f00, 0, 0, 0, 0, 0, 0, 0], 16) => "segment routing", NO_HOST, "RFC 9602";
    v6([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7) => "private network", PRIVATE, "RFC 4193";
    v6([0xfe80, 0, 0, 0, 0, 0, 0, 0], 10) => "link-local", LINK, "RFC 4291";
    v6([0xfec0, 0, 0, 0, 0, 0, 0, 0], 10) => "retired site-local", PRIVATE, "RFC 3879";
    v6([0xff00, 0, 0, 0, 0, 0, 0, 0], 8) => "multicast", MANY, "RFC 4291";
    // Global unicast is 2000::/3 alone; these three are all the rest.
    v6([0, 0, 0, 0, 0, 0, 0, 0], 3) => "unassigned", NO_HOST, "RFC 4291";
    v6([0x4000, 0, 0, 0, 0, 0, 0, 0], 2) => "unassigned", NO_HOST, "RFC 4291";
    v6([0x8000, 0, 0, 0, 0, 0, 0, 0], 1) => "unassigned", NO_HOST, "RFC 4291";
};

/// Ranges within [`BLOCKS`] that the registries call globally reachable all the same. The registries' other reachable
/// ranges (such as `192.31.196.0/24` and `2620:4f:8000::/48`) lie in no block and need no row.
pub(super) const REACHABLE: &[Range] = &[
    // Port Control Protocol, RFC 7723, and TURN, RFC 8155.
    v4([192, 0, 0, 9], 32),
    v4([192, 0, 0, 10], 32),
    v6([0x2001, 1, 0, 0, 0, 0, 0, 1], 128),
    v6([0x2001, 1, 0, 0, 0, 0, 0, 2], 128),
    // Service registration, RFC 9665.
    v6([0x2001, 1, 0, 0, 0, 0, 0, 3], 128),
    // Automatic multicast tunnelling, RFC 7450.
    v6([0x2001, 3, 0, 0, 0, 0, 0, 0], 32),
    // AS112 name servers, RFC 7535.
    v6([0x2001, 4, 0x112, 0, 0, 0, 0, 0], 48),
    // ORCHIDv2, RFC 7343, and drone identifiers, RFC 9374.
    v6([0x2001, 0x20, 0, 0, 0, 0, 0, 0], 28),
    v6([0x2001, 0x30, 0, 0, 0, 0, 0, 0], 28),
];

/// IPv6 addresses around an IPv4 address, which follows the prefix at once. The address within decides.
pub(super) const EMBEDDING: &[Block] = blocks! {
    v6([0, 0, 0, 0, 0, 0xffff, 0, 0], 96) => "IPv4 in IPv6 notation", INNER, "RFC 4291";
    v6([0x64, 0xff9b, 0, 0, 0, 0, 0, 0], 96) => "IPv4 behind NAT64", INNER, "RFC 6052";
    v6([0x2002, 0, 0, 0, 0, 0, 0, 0], 16) => "IPv4 behind 6to4", INNER, "RFC 3056";
};

/// Names that nobody outside can call. The first row that holds a name names it.
pub(super) const NAMES: &[Block] = blocks! {
    Range::Suffix("localhost") => "this computer", SELF, "RFC 6761";
    Range::SingleLabel => "name without a dot", PRIVATE_NAME, "ICANN SAC053";
    Range::Suffix("local") => "name in the local network", LINK, "RFC 6762";
    Range::Suffix("test") => "name for tests", NO_NAME, "RFC 6761";
    Range::Suffix("example") => "name for documentation", NO_NAME, "RFC 6761";
    Range::Suffix("invalid") => "name that never exists", NO_NAME, "RFC 6761";
    Range::Suffix("onion") => "Tor service", "only the Tor network knows it", "RFC 7686";
    Range::Suffix("alt") => "name outside DNS", NO_NAME, "RFC 9476";
    Range::Suffix("home.arpa") => "name in a home network", PRIVATE_NAME, "RFC 8375";
    Range::Suffix("arpa") => "infrastructure name", "no shop lives under a name of the internet's own machinery", "RFC 3172";
    Range::Suffix("internal") => "private name", PRIVATE_NAME, "ICANN board resolution of 2024-07-29";
    Range::Suffix("home") => "private name", PRIVATE_NAME, "ICANN board resolution of 2018-02-04";
    Range::Suffix("corp") => "private name", PRIVATE_NAME, "ICANN board resolution of 2018-02-04";
    Range::Suffix("mail") => "private name", PRIVATE_NAME, "ICANN board resolution of 2018-02-04";
    Range::Suffix("lan") => "private name", PRIVATE_NAME, "RFC 6762 appendix G";
    Range::Suffix("intranet") => "private name", PRIVATE_NAME, "RFC 6762 appendix G";
    Range::Suffix("private") => "private name", PRIVATE_NAME, "RFC 6762 appendix G";
    Range::Suffix("localdomain") => "private name", PRIVATE_NAME, "IANA root zone: not delegated";
    Range::Suffix("ddev.site") => "DDEV project", SELF, "DDEV's documentation, troubleshooting: DNS rebinding";
    Range::Suffix("lndo.site") => "Lando project", SELF, "Lando's documentation, proxy";
};

const SELF: &str = "it means the very computer that asks";
const PRIVATE: &str = "it exists only inside a private network";
const LINK: &str = "it exists only on one local network";
const NO_HOST: &str = "no server on the internet has such an address";
const MANY: &str = "it means many receivers at once, not one server";
const DOCUMENTS: &str = "it is kept free for examples in documents";
const RETIRED: &str = "the technique behind it is no longer in use";
const INNER: &str = "the IPv4 address in it is what gets called";
const NO_NAME: &str = "the public name system never has such a name";
const PRIVATE_NAME: &str = "only a private network knows the name";

const fn v4(octets: [u8; 4], bits: u32) -> Range {
    Range::V4(Ipv4Addr::from_octets(octets), bits)
}

const fn v6(groups: [u16; 8], bits: u32) -> Range {
    Range::V6(Ipv6Addr::from_segments(groups), bits)
}
