//! Can the internet call the shop's address?
//!
//! # What it looks for
//! The shop's host in the table of special-purpose addresses and names, and the address that requests were connected
//! to.
//!
//! # Why callbacks fail
//! The provider's server stands in the internet; it finds no way to `localhost`, a private network or a local name.
//!
//! # Evidence needed
//! A number alone, or a name that is not public. Of other names a page knows nothing until the person lets a public
//! resolver be asked, whose records decide. Where a hand is told what it was connected to, a public name that leads into a
//! private network shows as well; only from here, so it is likely and not certain.
//!
//! # References
//! The IANA registries named in [`crate::shop`].

use std::net::IpAddr;

use crate::reading::evidence;
use crate::shop::{Block, Reach, dns::LookUp, is_demo, reach, reach_ip};

use super::{
    Case, CauseId, Check, CheckId, Confidence, Evidence, EvidenceKind, Found, Judged, Note, Reason,
    Surface,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::PublicAddress,
    finds: &[CauseId::NotPublic, CauseId::Unreachable],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let shop = case.shop.to_string();
    let mut proof = vec![evidence(
        EvidenceKind::Url,
        &shop,
        &case.shop.host().to_string(),
    )];
    match reach(case.shop.host()) {
        _ if is_demo(case.shop.host()) => return Judged::pass(proof),
        Reach::NotPublic(block) | Reach::Embedded { inner: block, .. } => {
            return Judged::fail(not_public(Confidence::Certain, proof, block));
        }
        Reach::Public => {}
    }
    if let Some(said) = &case.looked_up
        && let Some(judged) = by_records(&shop, said, &mut proof)
    {
        return judged;
    }
    let Some((ip, block)) = set_aside(case) else {
        // A page is not told where a name leads.
        let blind = matches!(case.surface, Surface::Site | Surface::InPage);
        let unknown = case.name_to_look_up().is_some() && case.remotes().is_empty();
        return Judged {
            evidence: proof.clone(),
            ..if blind && unknown {
                Judged::unsure(Reason::NameNotLookedUp)
            } else {
                Judged::pass(proof)
            }
        };
    };
    proof.push(evidence(EvidenceKind::Network, &shop, &ip.to_string()));
    if ip.is_loopback() {
        // A proxy, a filter or an entry in the hosts file of this computer; what the provider gets is another question.
        return Judged {
            evidence: proof,
            ..Judged::unsure(Reason::RemoteLoopback)
        };
    }
    Judged {
        reason: Some(Reason::RemotePrivate),
        ..Judged::fail(not_public(Confidence::Likely, proof, block))
    }
}

/// What a public resolver's records say, where they say anything against the shop. Only what every caller would be told
/// is certain.
fn by_records(shop: &str, said: &LookUp, proof: &mut Vec<Evidence>) -> Option<Judged> {
    let mut found = Vec::new();
    for (kind, records) in [("A ", &said.a), ("AAAA ", &said.aaaa)] {
        let seen = match records {
            Ok(ips) if ips.is_empty() => "no record".to_owned(),
            Ok(ips) => {
                found.extend(ips);
                let ips: Vec<String> = ips.iter().map(IpAddr::to_string).collect();
                ips.join(", ")
            }
            Err(error) => error.to_string(),
        };
        let seen = [kind, said.resolver.host(), ": ", &seen].concat();
        proof.push(evidence(EvidenceKind::Network, shop, &seen));
    }
    let whole = said.a.is_ok() && said.aaaa.is_ok();
    if found.is_empty() {
        return Some(if whole {
            Judged::fail(
                Found::new(CauseId::Unreachable, Confidence::Certain, proof.clone())
                    .note(Note::NoRecords),
            )
        } else {
            Judged {
                evidence: proof.clone(),
                ..Judged::unsure(Reason::ResolverFailed)
            }
        });
    }
    let blocks: Vec<_> = found.iter().map(|ip| reach_ip(*ip).block()).collect();
    let block = blocks.iter().flatten().next()?;
    let found = if whole && blocks.iter().all(Option::is_some) {
        not_public(Confidence::Certain, proof.clone(), block)
    } else {
        // Callers choose among a name's addresses, so some come through.
        not_public(Confidence::Likely, proof.clone(), block).note(Note::HalfPublic)
    };
    Some(Judged::fail(found))
}

fn not_public(confidence: Confidence, proof: Vec<Evidence>, block: &Block) -> Found {
    Found::new(CauseId::NotPublic, confidence, proof)
        .with("block", block.name)
        .with("reason", block.reason)
}

/// The first address of a connection that the internet cannot call; a loopback one only where there is no other.
fn set_aside(case: &Case) -> Option<(IpAddr, &'static Block)> {
    let mut found: Vec<_> = case
        .remotes()
        .into_iter()
        .filter_map(|remote| remote.trim_matches(['[', ']']).parse::<IpAddr>().ok())
        .filter_map(|ip| Some((ip, reach_ip(ip).block()?)))
        .collect();
    found.sort_by_key(|(ip, _)| ip.is_loopback());
    found.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Asked, Verdict};
    use crate::probe::{Answer, Caller, Method, NoAnswer, Outcome, Probe, ProbeId, Purpose};
    use crate::shop::dns::{LookUpError, Resolver};
    use crate::shop::{Harmless, Url};

    /// What is said of a shop whose requests were connected to these addresses.
    fn judged(shop: &str, remotes: &[&str]) -> Judged {
        let mut case = Case::new(
            Harmless::of(&Url::parse(shop).unwrap()),
            Surface::Extension,
            None,
            None,
        );
        for (number, remote) in (0..).zip(remotes) {
            case.asked.push(Asked {
                probe: Probe {
                    id: ProbeId(number),
                    purpose: Purpose::Endpoint,
                    caller: Caller::Browser,
                    method: Method::Post,
                    url: shop.to_owned(),
                    user_agent: None,
                },
                url: Url::parse(shop).unwrap(),
                of: crate::case::Of::Site,
                heard: None,
            });
            let answer = Answer {
                remote: Some((*remote).to_owned()),
                ..Answer::new(Outcome::NoAnswer(NoAnswer::Reset), Caller::Browser)
            };
            case.hear(usize::from(number), answer);
        }
        judge(&case)
    }

    #[test]
    fn what_a_resolver_says() {
        let ips = |text: &str| -> Result<Vec<IpAddr>, LookUpError> {
            let ips = text.split(' ').filter(|ip| !ip.is_empty());
            Ok(ips.map(|ip| ip.parse().unwrap()).collect())
        };
        let failed = || Err(LookUpError::Failed(2));
        let (fail, unsure, pass) = (Verdict::Fail, Verdict::Unsure, Verdict::Pass);
        let (certain, likely) = (Confidence::Certain, Confidence::Likely);
        for (name, a, aaaa, verdict, found) in [
            (
                "both public",
                ips("93.184.216.34"),
                ips("2606:2800:220:1::1"),
                pass,
                None,
            ),
            ("IPv4 alone", ips("93.184.216.34"), ips(""), pass, None),
            ("IPv6 alone", ips(""), ips("2606:2800:220:1::1"), pass, None),
            (
                "no record",
                ips(""),
                ips(""),
                fail,
                Some((CauseId::Unreachable, certain)),
            ),
            (
                "private",
                ips("10.0.0.1"),
                ips(""),
                fail,
                Some((CauseId::NotPublic, certain)),
            ),
            (
                "private, both",
                ips("10.0.0.1"),
                ips("fd00::1"),
                fail,
                Some((CauseId::NotPublic, certain)),
            ),
            (
                "IPv6 to nowhere",
                ips("93.184.216.34"),
                ips("fd00::1"),
                fail,
                Some((CauseId::NotPublic, likely)),
            ),
            (
                "IPv4 to nowhere",
                ips("127.0.0.1"),
                ips("2606:2800:220:1::1"),
                fail,
                Some((CauseId::NotPublic, likely)),
            ),
            (
                "one of two",
                ips("93.184.216.34 192.168.0.1"),
                ips(""),
                fail,
                Some((CauseId::NotPublic, likely)),
            ),
            (
                "private, the rest unknown",
                ips("10.0.0.1"),
                failed(),
                fail,
                Some((CauseId::NotPublic, likely)),
            ),
            (
                "public, the rest unknown",
                ips("93.184.216.34"),
                failed(),
                pass,
                None,
            ),
            ("none, the rest unknown", ips(""), failed(), unsure, None),
            ("the resolver fails", failed(), failed(), unsure, None),
        ] {
            let mut case = Case::new(
                Harmless::of(&Url::parse("https://shop.example.com/").unwrap()),
                Surface::Site,
                None,
                None,
            );
            case.looked_up = Some(LookUp {
                resolver: Resolver::Google,
                a,
                aaaa,
            });
            let judged = judge(&case);
            assert_eq!(judged.verdict, verdict, "{name}");
            let first = judged.found.first().map(|f| (f.cause, f.confidence));
            assert_eq!(first, found, "{name}");
            assert_eq!(
                judged.evidence.len(),
                3,
                "{name}: the address and both records"
            );
            assert_eq!(case.name_to_look_up(), None, "{name}");
        }
    }

    #[test]
    fn where_the_name_leads() {
        let public = "https://shop.example.com/";
        for (name, shop, remotes, verdict) in [
            ("a public name", public, &[][..], Verdict::Pass),
            (
                "and a public address",
                public,
                &["93.184.216.34"],
                Verdict::Pass,
            ),
            (
                "a private network",
                public,
                &["192.168.1.20"],
                Verdict::Fail,
            ),
            (
                "a private network of IPv6",
                public,
                &["fd00::1"],
                Verdict::Fail,
            ),
            (
                "the same in brackets",
                public,
                &["[fd00::1]"],
                Verdict::Fail,
            ),
            (
                "a carrier's own network",
                public,
                &["100.64.1.1"],
                Verdict::Fail,
            ),
            ("this computer", public, &["127.0.0.1"], Verdict::Unsure),
            ("this computer over IPv6", public, &["::1"], Verdict::Unsure),
            (
                "first here, then in a private network",
                public,
                &["127.0.0.1", "10.0.0.1"],
                Verdict::Fail,
            ),
            ("what is no address", public, &["proxy"], Verdict::Pass),
            ("a local name", "https://shop.test/", &[], Verdict::Fail),
            (
                "a shop on this computer",
                "http://shop.localhost:8080/",
                &["127.0.0.1"],
                Verdict::Fail,
            ),
            (
                "a demo shop",
                "http://plain.callback-doctor.localhost:8766/",
                &["127.0.0.1"],
                Verdict::Pass,
            ),
        ] {
            assert_eq!(judged(shop, remotes).verdict, verdict, "{name}");
        }
        assert_eq!(
            judged(public, &["10.0.0.1"]).found[0].confidence,
            Confidence::Likely,
            "another resolver may know another address"
        );
    }
}
