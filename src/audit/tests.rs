use std::collections::{BTreeMap, BTreeSet};

use super::*;

const HOME: &str = "https://shop.example.com/";

/// A site of pages by their path, and what was asked of it.
#[derive(Default)]
struct Site {
    pages: BTreeMap<String, Reply>,
    asked: Vec<String>,
    most_in_flight: usize,
}

impl Site {
    fn with(mut self, path: &str, html: &str) -> Self {
        let kind = if path.contains(".css") {
            "text/css"
        } else {
            "text/html; charset=utf-8"
        };
        self.pages
            .insert(path.to_owned(), Reply::page(200, kind, html.as_bytes()));
        self
    }

    fn leading(mut self, path: &str, status: u16, location: &str) -> Self {
        let came = Came::Answer {
            status,
            headers: [("location", location)].into_iter().collect(),
            body: Vec::new(),
            whole: true,
        };
        self.pages.insert(
            path.to_owned(),
            Reply {
                came,
                elapsed_ms: Some(5),
            },
        );
        self
    }

    fn answer(&self, url: &Url) -> Reply {
        let text = url.to_string();
        let path = text
            .strip_prefix("https://shop.example.com")
            .unwrap_or(&text);
        self.pages
            .get(path)
            .cloned()
            .unwrap_or_else(|| Reply::page(404, "text/html", b"nothing here"))
    }

    /// Lets the audit ask until it is done, or has asked `limit` times.
    fn serve(&mut self, audit: &mut Audit, limit: usize) {
        let mut flight: Vec<Request> = Vec::new();
        while self.asked.len() < limit {
            match audit.next() {
                Step::Send(request) => {
                    self.asked.push(request.url.to_string());
                    flight.push(request);
                    self.most_in_flight = self.most_in_flight.max(flight.len());
                }
                Step::Wait => {
                    let request = flight.remove(0);
                    audit.observe(request.id, self.answer(&request.url));
                }
                Step::Done => return,
            }
        }
    }

    fn audited(&mut self, plan: Plan) -> Audit {
        let mut audit = Audit::new(plan);
        self.serve(&mut audit, usize::MAX);
        audit
    }
}

fn links(count: usize) -> String {
    let links = (0..count).map(|n| format!("<a href=/p{n}/>x</a>"));
    links.collect::<Vec<_>>().concat()
}

fn plan() -> Plan {
    Plan {
        pages: 1000,
        ..Plan::new(Url::parse(HOME).unwrap())
    }
}

fn check(audit: &Audit, id: SiteCheckId) -> Verdict {
    audit
        .checks()
        .iter()
        .find(|check| check.id == id)
        .unwrap()
        .verdict
}

#[test]
fn sitemaps_and_links_lead_to_every_page_once() {
    let mut site = Site::default()
        .with(
            "/robots.txt",
            "User-agent: *\nDisallow: /private/\nSitemap: /maps.xml\n",
        )
        .with(
            "/maps.xml",
            "<sitemapindex><sitemap><loc>/one.xml</loc></sitemap></sitemapindex>",
        )
        .with(
            "/one.xml",
            "<urlset><url><loc>https://shop.example.com/listed/</loc></url></urlset>",
        )
        .with(
            "/",
            "<a href=/linked/>a</a><a href=/private/>b</a><a href='/cart/?add-to-cart=1'>c</a>",
        )
        .with("/listed/", "<a href=/>home</a>")
        .with("/linked/", "<a href=http://shop.example.com/old/>d</a>")
        .with("/old/", "");
    let audit = site.audited(plan());
    let pages: Vec<&str> = site
        .asked
        .iter()
        .map(|url| url.strip_prefix("https://shop.example.com").unwrap_or(url))
        .collect();
    for page in ["/", "/listed/", "/linked/", "/old/"] {
        assert_eq!(
            pages.iter().filter(|asked| **asked == page).count(),
            1,
            "{page} of {pages:?}"
        );
    }
    assert!(
        !pages
            .iter()
            .any(|page| page.contains("private") || page.contains("add-to-cart"))
    );
    assert_eq!(
        audit.counts(),
        PageCounts {
            found: 4,
            read: 4,
            failed: 0
        }
    );
    assert!(audit.is_complete());
    assert_eq!(audit.verdict(), Verdict::Fail);
    assert_eq!(audit.groups().len(), 1);
}

#[test]
fn a_site_that_is_https_throughout_passes() {
    let mut site = Site::default().with("/", "<img src=/a.jpg>").leading(
        "http://shop.example.com/",
        301,
        "https://shop.example.com/",
    );
    let audit = site.audited(plan());
    assert_eq!(audit.verdict(), Verdict::Pass);
    assert_eq!(check(&audit, SiteCheckId::HomeRedirect), Verdict::Pass);
    assert_eq!(check(&audit, SiteCheckId::Hsts), Verdict::Fail);
}

#[test]
fn what_was_not_read_is_no_pass() {
    let mut site = Site::default()
        .with("/", "<a href=/a/>a</a><a href=/b/>b</a>")
        .with("/a/", "")
        .with("/b/", "");
    site.pages.insert(
        "http://shop.example.com/".to_owned(),
        site.answer(&Url::parse("https://shop.example.com/none").unwrap()),
    );
    let audit = site.audited(Plan { pages: 2, ..plan() });
    assert_eq!(
        (audit.verdict(), audit.is_complete()),
        (Verdict::Unsure, false)
    );
    assert_eq!(
        audit.counts(),
        PageCounts {
            found: 3,
            read: 2,
            failed: 0
        }
    );
}

#[test]
fn redirects_and_errors_are_hits_of_their_own() {
    let mut site = Site::default()
        .with(
            "/",
            "<a href=/to-http/>a</a><a href=/to-page/>b</a><a href=/gone/>c</a>",
        )
        .leading("/to-http/", 302, "http://shop.example.com/end/")
        .leading("/to-page/", 301, "/end/")
        .with("/end/", "");
    let mut audit = site.audited(plan());
    let hits: BTreeSet<(String, Class, String)> = audit
        .take_hits()
        .into_iter()
        .map(|hit| (hit.page, hit.class, hit.resource))
        .collect();
    let at = |path: &str| format!("https://shop.example.com{path}");
    let expected = [
        (
            at("/to-http/"),
            Class::Redirect,
            "http://shop.example.com/end/".to_owned(),
        ),
        (at("/gone/"), Class::Failed, at("/gone/")),
    ];
    assert_eq!(hits, expected.into_iter().collect());
    assert_eq!(
        audit.counts(),
        PageCounts {
            found: 5,
            read: 4,
            failed: 1
        }
    );
}

#[test]
fn style_sheets_of_the_site_are_read_once() {
    let page =
        "<link rel=stylesheet href=/theme.css><link rel=stylesheet href=https://cdn.example/x.css>";
    let mut site = Site::default()
        .with("/", &format!("{page}<a href=/a/>a</a>"))
        .with("/a/", page)
        .with(
            "/theme.css",
            "@import 'more.css';a{}\nb{background:url(http://h.example/x.png)}",
        )
        .with("/more.css", "@font-face{src:url(http://h.example/x.woff)}");
    let mut audit = site.audited(plan());
    let hits: Vec<(String, String, Class, usize)> = audit
        .take_hits()
        .into_iter()
        .map(|hit| (hit.page, hit.attribute, hit.class, hit.line))
        .collect();
    assert_eq!(
        hits,
        [
            (
                "https://shop.example.com/theme.css".to_owned(),
                "url()".to_owned(),
                Class::Upgradeable,
                2
            ),
            (
                "https://shop.example.com/more.css".to_owned(),
                "url()".to_owned(),
                Class::Blockable,
                1
            ),
        ]
    );
    assert_eq!(
        site.asked
            .iter()
            .filter(|url| url.ends_with("theme.css"))
            .count(),
        1
    );
}

#[test]
fn a_sheet_loads_by_the_policy_of_its_pages() {
    let sheet = "<link rel=stylesheet href=/theme.css>";
    let upgrade = "<meta http-equiv=Content-Security-Policy content=upgrade-insecure-requests>";
    let font = "@font-face{src:url(http://h.example/x.woff)}";
    for (home, class) in [
        ([upgrade, sheet].concat(), Class::Upgradeable),
        (sheet.to_owned(), Class::Blockable),
    ] {
        let mut site = Site::default()
            .with("/", &home)
            .with("/theme.css", "@import 'more.css';")
            .with("/more.css", font);
        let hits = site.audited(plan()).take_hits();
        let classes: Vec<Class> = hits.into_iter().map(|hit| hit.class).collect();
        assert_eq!(classes, [class], "{home}");
    }
    // Of two pages the one without a policy counts.
    let mut audit = Audit::new(plan());
    let url = Url::parse(HOME).unwrap().join("/theme.css").unwrap();
    audit.note_policy(
        &url,
        Policy {
            upgrade: true,
            ..Policy::default()
        },
    );
    assert!(audit.policy_of(&url).upgrade);
    audit.note_policy(&url, Policy::default());
    assert!(!audit.policy_of(&url).upgrade);
}

#[test]
fn what_is_no_style_sheet_by_its_type_loads_nothing() {
    let mut site = Site::default().with("/", "<link rel=stylesheet href=/theme>");
    for (kind, hits) in [("text/html", 0), ("TEXT/CSS; charset=utf-8", 1), ("", 1)] {
        let css = b"a{b:url(http://h.example/x.png)}";
        site.pages
            .insert("/theme".to_owned(), Reply::page(200, kind, css));
        assert_eq!(site.audited(plan()).take_hits().len(), hits, "{kind}");
    }
}

#[test]
fn what_is_saved_as_a_file_is_no_page() {
    let mut reply = Reply::page(200, "text/html", b"<img src=http://h.example/x.png>");
    if let Came::Answer { headers, .. } = &mut reply.came {
        *headers = [
            ("content-type", "text/html"),
            ("content-disposition", "Attachment; filename=a.html"),
        ]
        .into_iter()
        .collect();
    }
    let mut site = Site::default().with("/", "<a href=/a/>a</a>");
    site.pages.insert("/a/".to_owned(), reply);
    assert_eq!(site.audited(plan()).take_hits(), []);
}

#[test]
fn a_header_leads_on_as_a_refresh_does() {
    let mut site = Site::default().with("/a/", "here");
    let mut reply = Reply::page(200, "text/html", b"<a href=/b/>b</a>");
    if let Came::Answer { headers, .. } = &mut reply.came {
        *headers = [
            ("content-type", "text/html"),
            ("refresh", "5; url=http://shop.example.com/a/"),
        ]
        .into_iter()
        .collect();
    }
    site.pages.insert("/".to_owned(), reply);
    let hits = site.audited(plan()).take_hits();
    let found = hits.iter().find(|hit| hit.attribute == "refresh").unwrap();
    assert_eq!(found.class, Class::Navigation);
    assert_eq!(found.resource, "http://shop.example.com/a/");
    assert!(
        site.asked
            .contains(&"https://shop.example.com/a/".to_owned())
    );
}

#[test]
fn never_more_than_four_at_a_time_and_none_after_a_429() {
    let links = links(40);
    let mut site = Site::default().with("/", &links);
    for n in 0..40 {
        site = site.with(&format!("/p{n}/"), "");
    }
    let came = Came::Answer {
        status: 429,
        headers: [("retry-after", "60")].into_iter().collect(),
        body: Vec::new(),
        whole: true,
    };
    site.pages.insert(
        "/p9/".to_owned(),
        Reply {
            came,
            elapsed_ms: Some(1),
        },
    );
    let audit = site.audited(plan());
    assert_eq!(site.most_in_flight, IN_FLIGHT);
    assert_eq!(
        audit.stopped(),
        Some(&Stopped::RateLimited {
            retry_after: Some(60)
        })
    );
    let after = site
        .asked
        .iter()
        .skip_while(|url| !url.ends_with("/p9/"))
        .count();
    assert!(
        after <= IN_FLIGHT,
        "{after} requests after the one that was refused"
    );
    assert_eq!(audit.verdict(), Verdict::Unsure);
}

#[test]
fn what_is_saved_goes_on_without_a_page_twice_or_lost() {
    let build = || {
        let links = links(260);
        let mut site = Site::default().with("/", &links);
        for n in 0..260 {
            site = site.with(&format!("/p{n}/"), "<img src=http://h.example/x>");
        }
        site
    };
    for cut in [5, 6, 20, 41] {
        let mut site = build();
        let mut audit = Audit::new(plan());
        site.serve(&mut audit, cut);
        audit.pause(true);
        site.asked.clear();
        // What was in flight when the browser was closed never answered.
        let saved = audit.save();
        let chosen_then = Plan::new(Url::parse(HOME).unwrap());
        let mut resumed = Audit::resume(chosen_then, &saved).unwrap();
        let mut later = build();
        later.serve(&mut resumed, usize::MAX);
        let groups = resumed.groups();
        assert_eq!(groups[0].hits, 260, "saved after {cut} requests");
        assert_eq!(
            resumed.counts(),
            PageCounts {
                found: 261,
                read: 261,
                failed: 0
            },
            "{cut}"
        );
        assert!(resumed.is_complete());
    }
    assert!(Audit::resume(plan(), "{").is_none());
    let other = Plan::new(Url::parse("https://other.example/").unwrap());
    assert!(Audit::resume(other, &Audit::new(plan()).save()).is_none());
}

#[test]
fn what_was_not_seen_is_no_pass_either() {
    let unread = |site: &mut Site| {
        let audit = site.audited(plan());
        (audit.verdict(), check(&audit, SiteCheckId::Canonical))
    };
    // Nothing but a way out of the site.
    let mut away = Site::default().leading("/", 302, "https://other.example/");
    assert_eq!(unread(&mut away), (Verdict::Unsure, Verdict::NotApplicable));
    // Half a page.
    let mut half = Site::default().with("/", "<p>");
    if let Some(Reply {
        came: Came::Answer { whole, .. },
        ..
    }) = half.pages.get_mut("/")
    {
        *whole = false;
    }
    assert_eq!(unread(&mut half).0, Verdict::Unsure);
    // A sheet that did not come.
    let mut bare = Site::default().with("/", "<link rel=stylesheet href=/a.css>");
    bare.pages.insert("/a.css".to_owned(), silent());
    assert_eq!(unread(&mut bare).0, Verdict::Unsure);
    let mut named = Site::default().with("/", "<link rel=canonical href=/>");
    assert_eq!(unread(&mut named), (Verdict::Pass, Verdict::Pass));
}

fn silent() -> Reply {
    Reply {
        came: Came::Nothing(NoAnswer::Reset),
        elapsed_ms: Some(5),
    }
}

#[test]
fn silence_is_believed_the_second_time() {
    let mut site = Site::default().with("/", "<a href=/a/>a</a>");
    site.pages.insert("/a/".to_owned(), silent());
    let audit = site.audited(plan());
    let asked = site.asked.iter().filter(|url| url.ends_with("/a/"));
    assert_eq!(asked.count(), 2);
    assert_eq!(audit.counts().failed, 1);
}

#[test]
fn no_markup_leads_to_a_callback() {
    let mut site = Site::default().with(
        "/",
        "<link rel=stylesheet href=/wc-api/KCO_WC_Push/><style>@import '/?wc-api=wc_stripe';</style>\
         <a href=/paytrail/>a</a><a href='/?wc-ajax=checkout'>b</a><link rel=next href=/wp-json/mollie/v1/webhook>",
    );
    let audit = site.audited(plan());
    assert_eq!(audit.counts().read, 1);
    let called =
        |url: &&String| url.contains("wc-a") || url.contains("paytrail") || url.contains("mollie");
    assert_eq!(site.asked.iter().find(called), None);
}

#[test]
fn what_was_ended_by_hand_goes_on_with_all_of_it() {
    let page = "<link rel=stylesheet href=/a.css><link rel=stylesheet href=/b.css>";
    let build = || {
        let mut site = Site::default().with("/", &[page, &links(20)].concat());
        for n in 0..20 {
            site = site.with(&format!("/p{n}/"), "");
        }
        for sheet in ["/a.css", "/b.css"] {
            site = site.with(sheet, "a{b:url(http://h.example/x)}");
        }
        site
    };
    for cut in 1..12 {
        for saved in [false, true] {
            let mut audit = Audit::new(plan());
            build().serve(&mut audit, cut);
            let mut audit = if saved {
                Audit::resume(plan(), &audit.save()).unwrap()
            } else {
                // The hand let go of what was under way.
                audit.stop(Stopped::Cancelled);
                audit.go_on();
                audit
            };
            build().serve(&mut audit, usize::MAX);
            assert!(audit.is_complete(), "{cut} {saved}");
            assert_eq!(audit.groups()[0].hits, 2, "{cut} {saved}");
        }
    }
}
