//! Shops that share an origin: which home a diagnosis takes an address for where no page says so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics says what broke"
)]

mod hand;

use callback_doctor::diagnosis::Intake;
use callback_doctor::probe::{Outcome, Probe, Purpose};
use callback_doctor::report::Surface;
use hand::{SERVER_404, THEME_404, arrived, nobody_listens, response, run};

const ORIGIN: &str = "https://example.com";

/// WordPress with a shop, installed at this home.
fn shop(home: &str, probe: &Probe) -> Outcome {
    match probe.purpose {
        Purpose::RestIndex | Purpose::RestRoute => {
            let index = r#"{"name":"A shop","url":"HOME","home":"HOME","namespaces":["wc/v3","kco-block/v1"]}"#;
            response(200, &[], &index.replace("HOME", home.trim_end_matches('/')))
        }
        Purpose::Control => nobody_listens(),
        _ => arrived(),
    }
}

/// Two shops in folders, and a healthy one at the root.
fn three_shops(probe: &Probe) -> Outcome {
    let folder = ["/se/", "/butik/"]
        .into_iter()
        .find(|folder| probe.url.starts_with(&[ORIGIN, folder].concat()));
    shop(&[ORIGIN, folder.unwrap_or("/")].concat(), probe)
}

fn home_of(address: &str, surface: Surface, site: impl Fn(&Probe) -> Outcome) -> String {
    let address = [ORIGIN, address].concat();
    let run = run(Intake::new(&address, surface), site);
    let home = run.report.shop;
    if surface != Surface::Site {
        let of_home = [&home, "wc-api/"].concat();
        assert!(
            run.report
                .endpoints
                .iter()
                .all(|endpoint| endpoint.url.starts_with(&of_home)),
            "{address}: {:?}",
            run.report.endpoints
        );
    }
    home.strip_prefix(ORIGIN).unwrap().to_owned()
}

#[test]
fn the_folder_is_asked_before_the_root() {
    for surface in [Surface::Extension, Surface::Native, Surface::Site] {
        for (address, home) in [
            ("/se/", "/se/"),
            ("/se/checkout/", "/se/"),
            ("/butik/", "/butik/"),
            ("/butik/kassa/", "/butik/"),
            ("/no/", "/"),
            ("/checkout/", "/"),
            ("/", "/"),
        ] {
            assert_eq!(
                home_of(address, surface, three_shops),
                home,
                "{address}, {surface:?}"
            );
        }
    }
}

#[test]
fn a_language_is_no_home() {
    let one_shop = |probe: &Probe| match probe.purpose {
        Purpose::RestRoute if probe.url.contains("/sv/") => {
            let index = r#"{"name":"A shop","url":"https://example.com","home":"https://example.com/sv","namespaces":["wc/v3"]}"#;
            response(200, &[], index)
        }
        _ => shop("https://example.com/", probe),
    };
    assert_eq!(home_of("/sv/kassa/", Surface::Extension, one_shop), "/");
}

#[test]
fn a_refusal_in_a_folder_is_not_answered_for_by_the_root() {
    let refused = |probe: &Probe| {
        if probe.url.contains("/se/") {
            response(
                403,
                &[("server", "nginx")],
                "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>",
            )
        } else {
            shop("https://example.com/", probe)
        }
    };
    assert_eq!(home_of("/se/", Surface::Extension, refused), "/se/");
}

#[test]
fn a_folder_without_a_wordpress_is_no_home() {
    for page in [SERVER_404, THEME_404] {
        let at_root = |probe: &Probe| {
            if probe.url.contains("/se/") {
                response(404, &[], page)
            } else {
                shop("https://example.com/", probe)
            }
        };
        assert_eq!(home_of("/se/", Surface::Extension, at_root), "/");
    }
}
