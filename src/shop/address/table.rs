//! Addresses and names that are set aside, as data.
//!
//! Addresses: the IANA IPv4 and IPv6 Special-Purpose Address Registries, the multicast ranges, and what IANA has not
//! opened for unicast. Names: the IANA Special-Use Domain Names registry, names that ICANN keeps out of the root, and
//! names that development tools use.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Block, Range};

/// Day on which the registries and documents of this table were read.
pub const SOURCES_READ: &str = "2026-11-22";

/// IPv6 addresses that hold an IPv4 address, and by how many bits that one is shifted to the left. The inner address
/// decides.
pub(super) const EMBEDDING: &[(Block, u32)] = &[
    (
        block(
            v6(0, 0, 0, 0, 0, 0xffff, 96),
            "IPv4 address in IPv6 notation",
            "the IPv4 address in it is what gets called",
            "IANA IPv6 special-purpose registry, RFC 4291",
        ),
        0,
    ),
    (
        block(
            v6(0x64, 0xff9b, 0, 0, 0, 0, 96),
            "IPv4 address behind NAT64",
            "the IPv4 address in it is what gets called",
            "IANA IPv6 special-purpose registry, RFC 6052",
        ),
        0,
    ),
    (
        block(
            v6(0x2002, 0, 0, 0, 0, 0, 16),
            "6to4 address",
            "the IPv4 address in it is what gets called",
            "IANA IPv6 special-purpose registry, RFC 3056",
        ),
        80,
    ),
];

/// Ranges within [`BLOCKS`] that the registries call globally reachable all the same.
pub(super) const REACHABLE: &[Range] = &[
    // Port Control Protocol and TURN anycast: RFC 7723, RFC 8155.
    v4(192, 0, 0, 9, 32),
    v4(192, 0, 0, 10, 32),
    // The same two, and DNS service registration: RFC 7723, RFC 8155, RFC 9665.
    Range::V6(Ipv6Addr::new(0x2001, 1, 0, 0, 0, 0, 0, 1), 128),
    Range::V6(Ipv6Addr::new(0x2001, 1, 0, 0, 0, 0, 0, 2), 128),
    Range::V6(Ipv6Addr::new(0x2001, 1, 0, 0, 0, 0, 0, 3), 128),
    // Automatic multicast tunnelling: RFC 7450.
    v6(0x2001, 3, 0, 0, 0, 0, 32),
    // AS112 name servers: RFC 7535.
    v6(0x2001, 4, 0x112, 0, 0, 0, 48),
    // ORCHIDv2 and drone identifiers: RFC 7343, RFC 9374.
    v6(0x2001, 0x20, 0, 0, 0, 0, 28),
    v6(0x2001, 0x30, 0, 0, 0, 0, 28),
];

/// Addresses that nobody outside can call. The first row that holds an address names it.
pub(super) const BLOCKS: &[Block] = &[
    block(
        v4(0, 0, 0, 0, 8),
        "this network",
        NO_HOST,
        "IANA IPv4 special-purpose registry, RFC 791",
    ),
    block(
        v4(10, 0, 0, 0, 8),
        "private network",
        PRIVATE,
        "IANA IPv4 special-purpose registry, RFC 1918",
    ),
    block(
        v4(100, 64, 0, 0, 10),
        "network behind a carrier's NAT",
        PRIVATE,
        "IANA IPv4 special-purpose registry, RFC 6598",
    ),
    block(
        v4(127, 0, 0, 0, 8),
        "loopback",
        SELF,
        "IANA IPv4 special-purpose registry, RFC 1122",
    ),
    block(
        v4(169, 254, 0, 0, 16),
        "link-local",
        LINK,
        "IANA IPv4 special-purpose registry, RFC 3927",
    ),
    block(
        v4(172, 16, 0, 0, 12),
        "private network",
        PRIVATE,
        "IANA IPv4 special-purpose registry, RFC 1918",
    ),
    block(
        v4(192, 0, 0, 0, 24),
        "protocol assignments",
        NO_HOST,
        "IANA IPv4 special-purpose registry, RFC 6890",
    ),
    block(
        v4(192, 0, 2, 0, 24),
        "documentation",
        DOCUMENTS,
        "IANA IPv4 special-purpose registry, RFC 5737",
    ),
    block(
        v4(192, 88, 99, 0, 24),
        "retired 6to4 relays",
        RETIRED,
        "IANA IPv4 special-purpose registry, RFC 7526",
    ),
    block(
        v4(192, 168, 0, 0, 16),
        "private network",
        PRIVATE,
        "IANA IPv4 special-purpose registry, RFC 1918",
    ),
    block(
        v4(198, 18, 0, 0, 15),
        "benchmarks",
        NO_HOST,
        "IANA IPv4 special-purpose registry, RFC 2544",
    ),
    block(
        v4(198, 51, 100, 0, 24),
        "documentation",
        DOCUMENTS,
        "IANA IPv4 special-purpose registry, RFC 5737",
    ),
    block(
        v4(203, 0, 113, 0, 24),
        "documentation",
        DOCUMENTS,
        "IANA IPv4 special-purpose registry, RFC 5737",
    ),
    block(
        v4(224, 0, 0, 0, 4),
        "multicast",
        MANY,
        "IANA IPv4 multicast registry, RFC 5771",
    ),
    block(
        v4(255, 255, 255, 255, 32),
        "broadcast",
        MANY,
        "IANA IPv4 special-purpose registry, RFC 919",
    ),
    block(
        v4(240, 0, 0, 0, 4),
        "reserved",
        NO_HOST,
        "IANA IPv4 special-purpose registry, RFC 1112",
    ),
    block(
        v6(0, 0, 0, 0, 0, 0, 128),
        "no address",
        NO_HOST,
        "IANA IPv6 special-purpose registry, RFC 4291",
    ),
    block(
        Range::V6(Ipv6Addr::LOCALHOST, 128),
        "loopback",
        SELF,
        "IANA IPv6 special-purpose registry, RFC 4291",
    ),
    block(
        v6(0x64, 0xff9b, 1, 0, 0, 0, 48),
        "local NAT64",
        PRIVATE,
        "IANA IPv6 special-purpose registry, RFC 8215",
    ),
    block(
        v6(0x100, 0, 0, 0, 0, 0, 64),
        "discard only",
        NO_HOST,
        "IANA IPv6 special-purpose registry, RFC 6666",
    ),
    block(
        v6(0x100, 0, 0, 1, 0, 0, 64),
        "dummy prefix",
        NO_HOST,
        "IANA IPv6 special-purpose registry, RFC 9780",
    ),
    block(
        v6(0x2001, 0, 0, 0, 0, 0, 32),
        "Teredo tunnel",
        RETIRED,
        "IANA IPv6 special-purpose registry, RFC 4380",
    ),
    block(
        v6(0x2001, 2, 0, 0, 0, 0, 48),
        "benchmarks",
        NO_HOST,
        "IANA IPv6 special-purpose registry, RFC 5180",
    ),
    block(
        v6(0x2001, 0x10, 0, 0, 0, 0, 28),
        "retired ORCHID",
        RETIRED,
        "IANA IPv6 special-purpose registry, RFC 4843",
    ),
    block(
        v6(0x2001, 0, 0, 0, 0, 0, 23),
        "protocol assignments",
        NO_HOST,
        "IANA IPv6 special-purpose registry, RFC 2928",
    ),
    block(
        v6(0x2001, 0xdb8, 0, 0, 0, 0, 32),
        "documentation",
        DOCUMENTS,
        "IANA IPv6 special-purpose registry, RFC 3849",
    ),
    block(
        v6(0x3fff, 0, 0, 0, 0, 0, 20),
        "documentation",
        DOCUMENTS,
        "IANA IPv6 special-purpose registry, RFC 9637",
    ),
    block(
        v6(0x5f00, 0, 0, 0, 0, 0, 16),
        "segment routing",
        NO_HOST,
        "IANA IPv6 special-purpose registry, RFC 9602",
    ),
    block(
        v6(0xfc00, 0, 0, 0, 0, 0, 7),
        "private network",
        PRIVATE,
        "IANA IPv6 special-purpose registry, RFC 4193",
    ),
    block(
        v6(0xfe80, 0, 0, 0, 0, 0, 10),
        "link-local",
        LINK,
        "IANA IPv6 special-purpose registry, RFC 4291",
    ),
    block(
        v6(0xfec0, 0, 0, 0, 0, 0, 10),
        "retired site-local",
        PRIVATE,
        "IANA IPv6 address space, RFC 3879",
    ),
    block(
        v6(0xff00, 0, 0, 0, 0, 0, 8),
        "multicast",
        MANY,
        "IANA IPv6 address space, RFC 4291",
    ),
    // Global unicast is 2000::/3 alone; the rows around it are what is left.
    block(
        v6(0, 0, 0, 0, 0, 0, 3),
        "unassigned",
        NO_HOST,
        "IANA IPv6 address space, RFC 4291",
    ),
    block(
        v6(0x4000, 0, 0, 0, 0, 0, 2),
        "unassigned",
        NO_HOST,
        "IANA IPv6 address space, RFC 4291",
    ),
    block(
        v6(0x8000, 0, 0, 0, 0, 0, 1),
        "unassigned",
        NO_HOST,
        "IANA IPv6 address space, RFC 4291",
    ),
];

/// Names that nobody outside can call. The first row that holds a name names it.
pub(super) const NAMES: &[Block] = &[
    block(
        Range::Suffix("localhost"),
        "this computer",
        SELF,
        "RFC 6761 section 6.3",
    ),
    block(
        Range::SingleLabel,
        "name without a dot",
        PRIVATE_NAME,
        "RFC 8880, ICANN SAC053",
    ),
    block(
        Range::Suffix("local"),
        "name in the local network",
        LINK,
        "RFC 6762",
    ),
    block(
        Range::Suffix("test"),
        "name for tests",
        NO_NAME,
        "RFC 6761 section 6.2",
    ),
    block(
        Range::Suffix("example"),
        "name for documentation",
        NO_NAME,
        "RFC 6761 section 6.5",
    ),
    block(
        Range::Suffix("invalid"),
        "name that never exists",
        NO_NAME,
        "RFC 6761 section 6.4",
    ),
    block(
        Range::Suffix("onion"),
        "Tor service",
        "only the Tor network knows the name",
        "RFC 7686",
    ),
    block(
        Range::Suffix("alt"),
        "name outside DNS",
        NO_NAME,
        "RFC 9476",
    ),
    block(
        Range::Suffix("internal"),
        "private name",
        PRIVATE_NAME,
        "ICANN board resolution of 2024-07-29",
    ),
    block(
        Range::Suffix("home.arpa"),
        "name in a home network",
        PRIVATE_NAME,
        "RFC 8375",
    ),
    block(
        Range::Suffix("arpa"),
        "infrastructure name",
        "no shop lives under a name of the internet's own machinery",
        "RFC 3172",
    ),
    block(
        Range::Suffix("home"),
        "private name",
        PRIVATE_NAME,
        "ICANN board resolution of 2018-02-04",
    ),
    block(
        Range::Suffix("corp"),
        "private name",
        PRIVATE_NAME,
        "ICANN board resolution of 2018-02-04",
    ),
    block(
        Range::Suffix("mail"),
        "private name",
        PRIVATE_NAME,
        "ICANN board resolution of 2018-02-04",
    ),
    block(
        Range::Suffix("lan"),
        "private name",
        PRIVATE_NAME,
        "RFC 6762 appendix G",
    ),
    block(
        Range::Suffix("intranet"),
        "private name",
        PRIVATE_NAME,
        "RFC 6762 appendix G",
    ),
    block(
        Range::Suffix("private"),
        "private name",
        PRIVATE_NAME,
        "RFC 6762 appendix G",
    ),
    block(
        Range::Suffix("localdomain"),
        "private name",
        PRIVATE_NAME,
        "IANA root zone: not delegated",
    ),
];

const SELF: &str = "it means the very computer that asks";
const PRIVATE: &str = "it exists only inside a private network";
const LINK: &str = "it exists only on one local network";
const NO_HOST: &str = "no server on the internet has such an address";
const MANY: &str = "it means many receivers at once, not one server";
const DOCUMENTS: &str = "it is kept free for examples in documents";
const RETIRED: &str = "the technique behind it is no longer in use";
const NO_NAME: &str = "the public name system never has such a name";
const PRIVATE_NAME: &str = "only a private network knows the name";

const fn block(
    range: Range,
    name: &'static str,
    reason: &'static str,
    source: &'static str,
) -> Block {
    Block {
        range,
        name,
        reason,
        source,
    }
}

const fn v4(a: u8, b: u8, c: u8, d: u8, bits: u32) -> Range {
    Range::V4(Ipv4Addr::new(a, b, c, d), bits)
}

/// The first six groups decide every range but the single addresses.
const fn v6(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, bits: u32) -> Range {
    Range::V6(Ipv6Addr::new(a, b, c, d, e, f, 0, 0), bits)
}
