//! Every range at its edges, names that look special and are not, and the soundness of the table.

use super::*;

/// The name of the range that an address stands in, or `public`.
fn name_of(ip: IpAddr) -> &'static str {
    reach_ip(ip).block().map_or("public", |block| block.name)
}

fn neighbour(ip: IpAddr, up: bool) -> Option<IpAddr> {
    match (ip, up) {
        (IpAddr::V4(ip), true) => Some(Ipv4Addr::from_bits(ip.to_bits().checked_add(1)?).into()),
        (IpAddr::V4(ip), false) => Some(Ipv4Addr::from_bits(ip.to_bits().checked_sub(1)?).into()),
        (IpAddr::V6(ip), true) => Some(Ipv6Addr::from_bits(ip.to_bits().checked_add(1)?).into()),
        (IpAddr::V6(ip), false) => Some(Ipv6Addr::from_bits(ip.to_bits().checked_sub(1)?).into()),
    }
}

/// Reads rows of: first address | last address | name at both | name one before | name one after.
fn assert_edges(table: &str) {
    for row in table.lines().filter(|row| !row.trim().is_empty()) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let (low, high): (IpAddr, IpAddr) = (cells[0].parse().unwrap(), cells[1].parse().unwrap());
        assert_eq!(name_of(low), cells[2], "first of {row}");
        assert_eq!(name_of(high), cells[2], "last of {row}");
        if let Some(ip) = neighbour(low, false) {
            assert_eq!(name_of(ip), cells[3], "{ip}, before {row}");
        }
        if let Some(ip) = neighbour(high, true) {
            assert_eq!(name_of(ip), cells[4], "{ip}, after {row}");
        }
    }
}

#[test]
fn ipv4_ranges_begin_and_end_where_the_registry_says() {
    assert_edges(
        "
        0.0.0.0         | 0.255.255.255   | this network                   | public               | public
        10.0.0.0        | 10.255.255.255  | private network                | public               | public
        100.64.0.0      | 100.127.255.255 | network behind a carrier's NAT | public               | public
        127.0.0.0       | 127.255.255.255 | loopback                       | public               | public
        169.254.0.0     | 169.254.255.255 | link-local                     | public               | public
        172.16.0.0      | 172.31.255.255  | private network                | public               | public
        192.0.0.0       | 192.0.0.8       | protocol assignments           | public               | public
        192.0.0.9       | 192.0.0.10      | public                         | protocol assignments | protocol assignments
        192.0.0.11      | 192.0.0.255     | protocol assignments           | public               | public
        192.0.2.0       | 192.0.2.255     | documentation                  | public               | public
        192.31.196.0    | 192.31.196.255  | public                         | public               | public
        192.52.193.0    | 192.52.193.255  | public                         | public               | public
        192.88.99.0     | 192.88.99.255   | retired 6to4 relays            | public               | public
        192.168.0.0     | 192.168.255.255 | private network                | public               | public
        192.175.48.0    | 192.175.48.255  | public                         | public               | public
        198.18.0.0      | 198.19.255.255  | benchmarks                     | public               | public
        198.51.100.0    | 198.51.100.255  | documentation                  | public               | public
        203.0.113.0     | 203.0.113.255   | documentation                  | public               | public
        224.0.0.0       | 239.255.255.255 | multicast                      | public               | reserved
        240.0.0.0       | 255.255.255.254 | reserved                       | multicast            | broadcast
        255.255.255.255 | 255.255.255.255 | broadcast                      | reserved             | public
        ",
    );
}

#[test]
fn ipv6_ranges_begin_and_end_where_the_registry_says() {
    assert_edges(
        "
        ::             | ::                                      | no address           | public               | loopback
        ::1            | ::1                                     | loopback             | no address           | unassigned
        64:ff9b:1::    | 64:ff9b:1:ffff:ffff:ffff:ffff:ffff      | local NAT64          | unassigned           | unassigned
        100::          | 100::ffff:ffff:ffff:ffff                | discard only         | unassigned           | dummy prefix
        100:0:0:1::    | 100::1:ffff:ffff:ffff:ffff              | dummy prefix         | discard only         | unassigned
        2000::         | 2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff | public               | unassigned           | Teredo tunnel
        2001::         | 2001:0:ffff:ffff:ffff:ffff:ffff:ffff    | Teredo tunnel        | public               | protocol assignments
        2001:1::1      | 2001:1::3                               | public               | protocol assignments | protocol assignments
        2001:2::       | 2001:2:0:ffff:ffff:ffff:ffff:ffff       | benchmarks           | protocol assignments | protocol assignments
        2001:3::       | 2001:3:ffff:ffff:ffff:ffff:ffff:ffff    | public               | protocol assignments | protocol assignments
        2001:4:112::   | 2001:4:112:ffff:ffff:ffff:ffff:ffff     | public               | protocol assignments | protocol assignments
        2001:10::      | 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff   | retired ORCHID       | protocol assignments | public
        2001:20::      | 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff   | public               | retired ORCHID       | protocol assignments
        2001:40::      | 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff  | protocol assignments | public               | public
        2001:db8::     | 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff  | documentation        | public               | public
        2620:4f:8000:: | 2620:4f:8000:ffff:ffff:ffff:ffff:ffff   | public               | public               | public
        3fff::         | 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff  | documentation        | public               | public
        3fff:1000::    | 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | public               | documentation        | unassigned
        4000::         | 5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | unassigned           | public               | segment routing
        5f00::         | 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff | segment routing      | unassigned           | unassigned
        fc00::         | fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | private network      | unassigned           | unassigned
        fe80::         | febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff | link-local           | unassigned           | retired site-local
        fec0::         | feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | retired site-local   | link-local           | multicast
        ff00::         | ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | multicast            | retired site-local   | public
        ",
    );
}

#[test]
fn an_ipv4_address_within_an_ipv6_address_decides() {
    for (text, inner, outer) in [
        ("::ffff:0.0.0.0", "this network", "IPv4 in IPv6 notation"),
        ("::ffff:127.0.0.1", "loopback", "IPv4 in IPv6 notation"),
        (
            "::ffff:255.255.255.255",
            "broadcast",
            "IPv4 in IPv6 notation",
        ),
        ("64:ff9b::", "this network", "IPv4 behind NAT64"),
        (
            "64:ff9b::192.168.1.1",
            "private network",
            "IPv4 behind NAT64",
        ),
        ("64:ff9b::ffff:ffff", "broadcast", "IPv4 behind NAT64"),
        ("2002::", "this network", "IPv4 behind 6to4"),
        ("2002:a00:1::1", "private network", "IPv4 behind 6to4"),
        (
            "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "broadcast",
            "IPv4 behind 6to4",
        ),
    ] {
        match reach_ip(text.parse().unwrap()) {
            Reach::Embedded {
                inner: found,
                outer: around,
            } => {
                assert_eq!((found.name, around.name), (inner, outer), "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    for text in [
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "::ffff:192.0.0.9",
    ] {
        assert_eq!(reach_ip(text.parse().unwrap()), Reach::Public, "{text}");
    }
    // One before and one after each kind.
    for (text, name) in [
        ("::fffe:ffff:ffff", "unassigned"),
        ("::1:0:0:0", "unassigned"),
        ("64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff", "unassigned"),
        ("64:ff9b::1:0:0", "unassigned"),
        ("2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "public"),
        ("2003::", "public"),
    ] {
        assert_eq!(name_of(text.parse().unwrap()), name, "{text}");
    }
}

#[test]
fn names_that_no_provider_can_call() {
    for (name, expected) in [
        ("localhost", ".localhost"),
        ("butik.localhost", ".localhost"),
        ("mylocal", "a name without a dot"),
        ("wordpress", "a name without a dot"),
        ("shop.local", ".local"),
        ("staging.shop.local", ".local"),
        ("butiken.test", ".test"),
        ("shop.example", ".example"),
        ("shop.invalid", ".invalid"),
        ("expyuzz4wqqyqhjn.onion", ".onion"),
        ("shop.alt", ".alt"),
        ("host.docker.internal", ".internal"),
        ("nas.home.arpa", ".home.arpa"),
        ("1.0.168.192.in-addr.arpa", ".arpa"),
        ("8.b.d.0.1.0.0.2.ip6.arpa", ".arpa"),
        ("router.home", ".home"),
        ("web01.corp", ".corp"),
        ("post.mail", ".mail"),
        ("fritz.lan", ".lan"),
        ("shop.intranet", ".intranet"),
        ("shop.private", ".private"),
        ("localhost.localdomain", ".localdomain"),
        ("butik.ddev.site", ".ddev.site"),
        ("butik.lndo.site", ".lndo.site"),
    ] {
        let found = reach(&Host::parse(name).unwrap())
            .block()
            .map(|block| block.range.to_string());
        assert_eq!(found.as_deref(), Some(expected), "{name}");
    }
}

#[test]
fn names_that_only_look_special() {
    for name in [
        "example.com",
        "shop.example.com",
        "shop.example.net",
        "shop.example.org",
        "local.example.com",
        "localhost.example.com",
        "test.com",
        "test.se",
        "example.se",
        "internal.se",
        "shop.locale.com",
        "mylocal.se",
        "shop.mylocal.com",
        "shop.xlocal",
        "my-test.shop",
        "shop.contest",
        "lan.party",
        "homearpa.com",
        "mail.shop.se",
        "notddev.site",
        "ddev.site.example.com",
        "f3a1-81-2-69-142.ngrok-free.app",
        "calm-river-12.trycloudflare.com",
        "xn--kpmat-jua.se",
        "10.0.0.1.example.com",
    ] {
        assert_eq!(reach(&Host::parse(name).unwrap()), Reach::Public, "{name}");
    }
}

#[test]
fn hosts_are_judged_by_what_browsers_make_of_them() {
    for (text, expected) in [
        ("LOCALHOST", ".localhost"),
        ("localhost.", ".localhost"),
        ("Shop.Local.", ".local"),
        ("127.1", "127.0.0.0/8"),
        ("0x7f.1", "127.0.0.0/8"),
        ("2130706433", "127.0.0.0/8"),
        ("017700000001", "127.0.0.0/8"),
        ("192.168.257", "192.168.0.0/16"),
        ("0", "0.0.0.0/8"),
        ("[::1]", "::1/128"),
        ("[::ffff:10.0.0.1]", "10.0.0.0/8"),
        ("[fd12:3456:789a::1]", "fc00::/7"),
    ] {
        let found = reach(&Host::parse(text).unwrap())
            .block()
            .map(|block| block.range.to_string());
        assert_eq!(found.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn every_row_is_sound_and_can_be_reached() {
    let rows = [table::BLOCKS, table::NAMES, table::EMBEDDING].concat();
    for (index, block) in rows.iter().enumerate() {
        for text in [block.name, block.reason, block.source] {
            assert!(
                !text.is_empty() && text.trim() == text && !text.ends_with('.'),
                "{block:?}"
            );
        }
        match block.range {
            Range::V4(net, bits) => {
                assert!(
                    (1..=32).contains(&bits) && net.to_bits().checked_shl(bits).unwrap_or(0) == 0,
                    "{block:?}"
                );
            }
            Range::V6(net, bits) => {
                assert!(
                    (1..=128).contains(&bits) && net.to_bits().checked_shl(bits).unwrap_or(0) == 0,
                    "{block:?}"
                );
            }
            Range::Suffix(suffix) => {
                assert!(!suffix.starts_with('.') && suffix == suffix.to_lowercase());
            }
            Range::SingleLabel => {}
        }
        for later in &rows[index + 1..] {
            let shadowed = match later.range {
                // A wider range may follow a narrower one, never the other way round.
                Range::V4(net, _) => {
                    block.range.holds_ip(net.into()) && wider(&block.range, &later.range)
                }
                Range::V6(net, _) => {
                    block.range.holds_ip(net.into()) && wider(&block.range, &later.range)
                }
                Range::Suffix(suffix) => {
                    block.range != Range::SingleLabel && block.range.holds_name(suffix)
                }
                Range::SingleLabel => false,
            };
            assert!(
                !shadowed || table::EMBEDDING.contains(later),
                "{later:?} stands behind {block:?}"
            );
        }
    }
}

fn wider(one: &Range, other: &Range) -> bool {
    match (one, other) {
        (Range::V4(_, one), Range::V4(_, other)) | (Range::V6(_, one), Range::V6(_, other)) => {
            one <= other
        }
        _ => false,
    }
}
