//! Named products, providers, and the message to the host.

use super::*;

fn product<'a>(name: &'a str, steps: &'a [&'a str], kind: Kind) -> BlockerRemedy<'a> {
    BlockerRemedy {
        name,
        steps,
        pastes: &[],
        kind,
    }
}

#[test]
fn a_named_product_speaks_for_itself() {
    let paths = push();
    let steps = ["In Exampleguard, allow {path} of {host}. Keep {this} as it is."];
    let own = Context {
        blocker: Some(product("Exampleguard", &steps, Kind::Plugin)),
        ..bare(&paths)
    };
    let remedy = of(CauseId::Blocked, &own);
    let first =
        "In Exampleguard, allow /wc-api/KCO_WC_Push/ of shop.example.com. Keep {this} as it is.";
    assert_eq!(remedy.steps.first().map(String::as_str), Some(first));
    assert!(!all(&remedy).contains("Find out who refuses"));
    assert_eq!(paste(&remedy, LETTER), None, "the merchant can do it");
    let hosts = Context {
        blocker: Some(product("Exampleguard", &steps, Kind::Host)),
        ..bare(&paths)
    };
    assert!(paste(&of(CauseId::Blocked, &hosts), LETTER).is_some());
}

#[test]
fn there_is_one_message_to_the_host_and_it_is_ours() {
    let paths = push();
    let pastes = [
        blocker::Paste::Letter,
        blocker::Paste::Text("Expression", "{cloudflare}"),
    ];
    let blocker = BlockerRemedy {
        name: "X",
        steps: &["Send it the message below."],
        pastes: &pastes,
        kind: Kind::Plugin,
    };
    let remedy = of(
        CauseId::Blocked,
        &Context {
            blocker: Some(blocker),
            answer: Some(&response(403, &[], "")),
            ..bare(&paths)
        },
    );
    let letters: Vec<&Paste> = remedy
        .pastes
        .iter()
        .filter(|paste| paste.label == LETTER)
        .collect();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].text.contains("The answer has the status 403."),
        "{}",
        letters[0].text
    );
    assert_eq!(
        paste(&remedy, "Expression").unwrap().text,
        "(http.host eq \"shop.example.com\" and (starts_with(http.request.uri.path, \"/wc-api/\")))"
    );
}

#[test]
fn every_row_of_the_catalogue_makes_a_remedy() {
    let paths = push();
    for entry in crate::blocker::entries() {
        let own = entry.remedy;
        let blocker = BlockerRemedy {
            name: entry.name,
            steps: own.steps,
            pastes: own.pastes,
            kind: Kind::Plugin,
        };
        let context = Context {
            blocker: Some(blocker),
            ..bare(&paths)
        };
        for cause in [
            CauseId::Blocked,
            CauseId::LoginWall,
            CauseId::ServerError,
            CauseId::Redirected,
        ] {
            let text = all(&of(cause, &context));
            for name in ["{host}", "{path}", "{home}", "{url}", "{cloudflare}"] {
                assert!(!text.contains(name), "{}: {text}", entry.id);
            }
        }
    }
}

#[test]
fn the_message_to_the_host_says_what_where_and_how_to_repeat_it() {
    let paths = push();
    let answer = response(406, &[], "");
    let to = "https://me:secret@x.example/y?token=secret&a=1#secret";
    let redirect = moved("https://shop.example.com/", to, None);
    let context = Context {
        answer: Some(&answer),
        redirect: Some(&redirect),
        ..bare(&paths)
    };
    let letter = host_letter(CauseId::Blocked, &context, Language::En).unwrap();
    for part in [
        "https://shop.example.com/wc-api/KCO_WC_Push/",
        "status 406",
        "curl -sS -i -X POST",
        "'APIs-Klarna'",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    let redirected = host_letter(CauseId::Redirected, &context, Language::En).unwrap();
    assert!(
        redirected.contains("They are sent to https://x.example/y?token&a\n")
            && !redirected.contains("secret"),
        "{redirected}"
    );
    let mollie = Context {
        gateway: "Mollie",
        ..context
    };
    let letter = host_letter(CauseId::Blocked, &mollie, Language::En).unwrap();
    assert!(!letter.contains("Klarna"), "{letter}");
    assert_eq!(
        host_letter(CauseId::PlainPermalinks, &context, Language::En),
        None
    );
}

#[test]
fn klarna_s_facts_are_for_klarna_s_gateways() {
    let paths = push();
    for gateway in ["Mollie", "Svea Checkout", "Qliro"] {
        for cause in CauseId::ALL {
            let text = all(&of(
                *cause,
                &Context {
                    gateway,
                    ..bare(&paths)
                },
            ));
            let command = matches!(
                cause,
                CauseId::Undetermined | CauseId::Healthy | CauseId::CallerBlocked
            );
            let named = text.contains("Klarna") || text.contains("Kustom");
            assert!(!named || command, "{gateway}: {}: {text}", cause.as_str());
        }
    }
    let klarna = all(&of(
        CauseId::Blocked,
        &Context {
            gateway: "Klarna Payments",
            ..bare(&paths)
        },
    ));
    assert!(
        klarna.contains("52.17.117.56") && !klarna.contains("Kustom"),
        "{klarna}"
    );
    let svea = all(&of(
        CauseId::Blocked,
        &Context {
            gateway: "Svea Checkout",
            ..bare(&paths)
        },
    ));
    assert!(svea.contains("193.13.207.0/24"), "{svea}");
}

#[test]
fn the_block_checkout_opens_its_rest_path_too() {
    let paths = push();
    for cause in [
        CauseId::Blocked,
        CauseId::Challenge,
        CauseId::CallerBlocked,
        CauseId::LoginWall,
    ] {
        let with = all(&of(
            cause,
            &Context {
                block_checkout: true,
                ..bare(&paths)
            },
        ));
        assert!(with.contains("/wp-json/kco-block/"), "{}", cause.as_str());
        assert!(
            !all(&of(cause, &bare(&paths))).contains("kco-block"),
            "{}",
            cause.as_str()
        );
    }
}
