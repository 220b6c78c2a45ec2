//! Named products, providers, and the message to the host.

use super::*;
use crate::gateway::Form;
use crate::gateway::Right;
use crate::shop::ShopUrl;

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
        "(http.host eq \"shop.example.com\" and (http.request.uri.path in {\"/wc-api/KCO_WC_Push\" \
         \"/wc-api/KCO_WC_Push/\"}))"
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
        known: Gateway::by_id("mollie"),
        user_agent: "Mollie HTTP client/1.0",
        ..context
    };
    let letter = host_letter(CauseId::Blocked, &mollie, Language::En).unwrap();
    assert!(
        !letter.contains("Klarna") && letter.contains("'Mollie HTTP client/1.0'"),
        "{letter}"
    );
    let never = Context {
        test: Some(Test {
            method: Method::Get,
            url: "https://shop.example.com/wp-json/made-up/",
            right: Right::Rest,
        }),
        ..mollie
    };
    let letter = host_letter(CauseId::Blocked, &never, Language::En).unwrap();
    assert!(
        letter.contains("curl -sS -i -X GET") && letter.contains("rest_no_route"),
        "{letter}"
    );
    assert_eq!(
        host_letter(CauseId::PlainPermalinks, &context, Language::En),
        None
    );
}

/// What is said of a gateway's callers where something refuses them.
fn told(id: &str, cause: CauseId) -> String {
    let gateway = Gateway::by_id(id).unwrap();
    let paths = push();
    let context = Context {
        gateway: gateway.name,
        known: Some(gateway),
        user_agent: gateway.provider.agent.value().unwrap_or("callback-doctor"),
        ..bare(&paths)
    };
    all(&of(cause, &context))
}

#[test]
fn a_provider_s_addresses_are_told_as_they_are_known() {
    let cases = [
        ("kco", "those of Kustom are not known here"),
        ("klarna_payments", "52.17.117.56"),
        ("svea", "193.13.207.0/24"),
        ("dintero", "34.241.230.119"),
        (
            "stripe",
            "keeps a list of them at https://stripe.com/files/ips/ips_webhooks.txt",
        ),
        ("vipps_mobilepay", "callback-1.vipps.no"),
        ("btcpay", "your own BTCPay"),
        ("paystack", "those below are reported for Paystack"),
        ("paytrail", "not known here"),
    ];
    for (id, expected) in cases {
        let text = told(id, CauseId::Blocked);
        assert!(text.contains(expected), "{id}: {text}");
    }
    assert!(!told("kco", CauseId::Blocked).contains("52.17"));
}

#[test]
fn a_provider_s_agent_is_told_as_it_is_known() {
    let cases = [
        ("kco", "whether Kustom sends the same is not known"),
        ("klarna_payments", "is documented for Klarna"),
        ("mollie", "Mollie HTTP client/1.0 is reported for Mollie"),
        (
            "paytrail",
            "Which User-Agent Paytrail sends is not known here",
        ),
    ];
    for (id, expected) in cases {
        let text = told(id, CauseId::CallerBlocked);
        assert!(text.contains(expected), "{id}: {text}");
    }
}

#[test]
fn kustom_s_facts_are_for_kustom_alone() {
    let gateways = crate::gateway::GATEWAYS.iter();
    let others = gateways.filter(|gateway| !["kco", "klarna_payments"].contains(&gateway.id));
    for gateway in others {
        for cause in CauseId::ALL {
            let context = Context {
                gateway: gateway.name,
                known: Some(gateway),
                user_agent: "callback-doctor",
                open: &opens(&["/?wc-api=X"]),
                url: "https://shop.example.com/?wc-api=X",
                test: None,
                ..bare(&[])
            };
            let text = all(&of(*cause, &context));
            let named = text.contains("Klarna") || text.contains("Kustom");
            assert!(!named, "{}: {}: {text}", gateway.id, cause.as_str());
        }
    }
}

/// Every gateway's own addresses, each the provider's in its usual form.
fn of_gateway(gateway: &'static Gateway) -> Vec<Open> {
    let shop = ShopUrl::new(&Url::parse("https://shop.example.com/").unwrap());
    let called = gateway.endpoints.iter().filter(|e| e.is_called_in(None));
    called
        .filter_map(|e| e.via.open(&shop, "", e.via.form(Form::Pretty)))
        .collect()
}

#[test]
fn what_refuses_a_gateway_is_told_its_addresses_and_no_other_s() {
    let gateways = crate::gateway::GATEWAYS.iter();
    let all_open: Vec<(&str, Vec<Open>)> = gateways
        .clone()
        .map(|gateway| (gateway.id, of_gateway(gateway)))
        .collect();
    for gateway in gateways {
        let own = of_gateway(gateway);
        if own.is_empty() {
            continue;
        }
        let context = Context {
            gateway: gateway.name,
            known: Some(gateway),
            blocker: crate::blocker::entry("cloudflare-block").map(BlockerRemedy::of),
            test: None,
            ..bare(&own)
        };
        let texts = [
            all(&of(
                CauseId::Blocked,
                &Context {
                    blocker: None,
                    ..context
                },
            )),
            all(&of(
                CauseId::PostRefused,
                &Context {
                    blocker: None,
                    ..context
                },
            )),
            all(&of(CauseId::CachedCallback, &context)),
            host_letter(CauseId::Blocked, &context, Language::En).unwrap(),
        ];
        let told = texts.concat();
        for place in &own {
            let name = place.argument.as_deref().unwrap_or(&place.path);
            let bare = name.trim_end_matches('/');
            assert!(told.contains(bare), "{}: {name}", gateway.id);
        }
        for (id, others) in &all_open {
            for other in others.iter().filter(|other| !own.contains(other)) {
                let name = paths::written(other);
                let near = own.iter().any(|own| paths::written(own).starts_with(&name));
                assert!(near || !told.contains(&name), "{}: {id} {name}", gateway.id);
            }
        }
    }
}

#[test]
fn an_argument_is_let_through_and_its_page_is_not() {
    let open = opens(&["/?wc-api=wc_stripe"]);
    let context = Context {
        gateway: "Stripe",
        known: Gateway::by_id("stripe"),
        ..bare(&open)
    };
    let refused = all(&of(CauseId::PostRefused, &context));
    let cached = all(&of(CauseId::CachedCallback, &context));
    let query = r"^[A-Z]+ /(index\.php)?\?(.*&)?wc-api=wc_stripe[& ]";
    assert!(refused.contains(query), "{refused}");
    let before =
        "if ($request_uri ~ \"^/(index\\.php)?\\?(.*&)?wc-api=wc_stripe(&|$)\") { return 418; }";
    assert!(refused.contains(before), "{refused}");
    assert!(!refused.contains("location ~"), "{refused}");
    let expression = "(http.request.uri.path in {\"/\" \"/index.php\"} and http.request.uri.query contains \
                      \"wc-api=wc_stripe\")";
    assert!(cached.contains(expression), "{cached}");
    let open = opens(&["/wp-admin/admin-post.php?action=rzp_wc_webhook"]);
    let redirect = moved(
        "https://shop.example.com/",
        "https://www.shop.example.com/x",
        None,
    );
    let script = Context {
        redirect: Some(&redirect),
        ..bare(&open)
    };
    let redirected = all(&of(CauseId::Redirected, &script));
    assert!(redirected.contains("RewriteRule ^ - [END]"), "{redirected}");
    assert!(
        redirected.contains("SCRIPT_FILENAME $document_root$fastcgi_script_name;"),
        "{redirected}"
    );
}

#[test]
fn the_block_checkout_opens_its_rest_path_too() {
    let paths = push();
    let both = opens(&["/wc-api/KCO_WC_Push/", "/wp-json/kco-block/order/*"]);
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
                ..bare(&both)
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
