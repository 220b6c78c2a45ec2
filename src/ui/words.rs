//! The labels of the faces, until `crate::text` has them.

use crate::probe::{Caller, Speaker};
use crate::report::{Confidence, EvidenceKind, Stop, StopState, Surface, Verdict};

pub(super) struct Words {
    pub(super) product: &'static str,
    pub(super) stations: [&'static str; 7],

    pub(super) check_shop: &'static str,
    pub(super) check: &'static str,
    pub(super) again: &'static str,
    pub(super) stop: &'static str,
    pub(super) full_report: &'static str,
    pub(super) copy_for_support: &'static str,
    pub(super) copy: &'static str,
    pub(super) copied: &'static str,
    pub(super) not_copied: &'static str,
    pub(super) print: &'static str,

    pub(super) ready_title: &'static str,
    pub(super) ready_text: [&'static str; 3],
    pub(super) no_page_title: &'static str,
    pub(super) no_page_text: &'static str,
    pub(super) asking_title: &'static str,
    pub(super) asking_text: &'static str,
    pub(super) reading_title: &'static str,
    pub(super) probing_title: &'static str,
    pub(super) refused_title: &'static str,
    pub(super) refused_text: &'static str,
    pub(super) failed_title: &'static str,
    pub(super) incomplete: &'static str,
    pub(super) no_report_title: &'static str,
    pub(super) no_report_text: &'static str,

    pub(super) contents: &'static str,
    pub(super) first: &'static str,
    pub(super) others: &'static str,
    pub(super) checks: &'static str,
    pub(super) requests: &'static str,
    pub(super) not_seen: &'static str,
    pub(super) technical: &'static str,

    pub(super) what_to_do: &'static str,
    pub(super) proof: &'static str,
    pub(super) addresses: &'static str,
    pub(super) asked_as: &'static str,
    pub(super) answered_by: &'static str,
    pub(super) status: &'static str,
    pub(super) headers: &'static str,
    pub(super) body: &'static str,
    pub(super) time: &'static str,
    pub(super) under_way: &'static str,
    pub(super) none_sent: &'static str,
    pub(super) shop: &'static str,
    pub(super) gateway: &'static str,
    pub(super) assumed: &'static str,
    pub(super) started: &'static str,
    pub(super) surface: &'static str,
    pub(super) version: &'static str,
    pub(super) schema: &'static str,
    pub(super) cause_ids: &'static str,

    pub(super) site_title: &'static str,
    pub(super) site_lead: &'static str,
    pub(super) field_label: &'static str,
    pub(super) field_hint: &'static str,
    pub(super) choose_file: &'static str,
    pub(super) seen_address: &'static str,
    pub(super) seen_page: &'static str,
    pub(super) seen_response: &'static str,
    pub(super) seen_unknown: &'static str,
    pub(super) answers: [(&'static str, &'static str); 3],
    pub(super) privacy: &'static str,
}

pub(super) static EN: Words = Words {
    product: "Callback Doctor",
    stations: [
        "Provider",
        "DNS",
        "Firewall",
        "Web server",
        "WordPress",
        "WooCommerce",
        "Gateway",
    ],

    check_shop: "Check this shop",
    check: "Check",
    again: "Check again",
    stop: "Stop",
    full_report: "Full report",
    copy_for_support: "Copy for support",
    copy: "Copy",
    copied: "Copied",
    not_copied: "Not copied",
    print: "Print",

    ready_title: "Do payment callbacks reach this shop?",
    ready_text: [
        "Reads the page that you have open.",
        "Then sends at most 8 empty requests, to this shop only.",
        "No order is touched, no cookie is sent.",
    ],
    no_page_title: "Open the shop first",
    no_page_text: "This tab shows no website. Open any page of the shop, best its checkout, and click the button again.",
    asking_title: "May this shop be asked?",
    asking_text: "Your browser asks whether Callback Doctor may talk to this shop. It is for this shop only.",
    reading_title: "Reading the page",
    probing_title: "Asking the shop",
    refused_title: "The shop was not asked",
    refused_text: "Without the permission no request can be sent. You can allow it and check again.",
    failed_title: "This did not work",
    incomplete: "Stopped before everything was asked.",
    no_report_title: "No report yet",
    no_report_text: "Open a page of the shop, click Callback Doctor and check the shop.",

    contents: "Contents",
    first: "Fix this first",
    others: "Other causes",
    checks: "All checks",
    requests: "Requests sent",
    not_seen: "Not seen from here",
    technical: "Technical data",

    what_to_do: "What to do",
    proof: "What shows it",
    addresses: "Callback addresses",
    asked_as: "Asked as",
    answered_by: "Answered by",
    status: "Status",
    headers: "Headers",
    body: "Body",
    time: "Time",
    under_way: "under way",
    none_sent: "No request was sent.",
    shop: "Shop",
    gateway: "Gateway",
    assumed: "assumed",
    started: "Started",
    surface: "Ran in",
    version: "Version",
    schema: "Schema",
    cause_ids: "Causes",

    site_title: "Find out why payment callbacks do not reach your shop",
    site_lead: "Your payment provider tells WooCommerce about each paid order. When that call is stopped, orders stay at \"Pending payment\".",
    field_label: "Address of the shop, or the source of one of its pages",
    field_hint: "A saved page can be dropped here, or",
    choose_file: "chosen as a file",
    seen_address: "An address",
    seen_page: "The source of a page",
    seen_response: "An answer of a server",
    seen_unknown: "Neither an address nor a page",
    answers: [
        (
            "What it checks",
            "Whether a call from the payment provider gets through name, firewall, web server, WordPress and WooCommerce to the gateway, and what stops it.",
        ),
        (
            "What it cannot see",
            "A website may not read another site's answers. Where that hides something, the report says so and how to see it. The browser extension sees everything.",
        ),
        (
            "What it sends",
            "At most 8 empty requests to the shop that you name, without cookies. Nothing goes to anyone else.",
        ),
    ],
    privacy: "Privacy",
};

impl Words {
    pub(super) fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => "in order",
            Verdict::Fail => "wrong",
            Verdict::Unsure => "not seen",
            Verdict::NotApplicable => "does not apply",
        }
    }

    pub(super) fn confidence(&self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::None => "a guess",
            Confidence::Likely => "likely",
            Confidence::Certain => "certain",
        }
    }

    pub(super) fn caller(&self, caller: Caller) -> &'static str {
        match caller {
            Caller::Provider => "payment provider",
            Caller::Browser => "browser",
        }
    }

    pub(super) fn speaker(&self, speaker: Speaker) -> &'static str {
        match speaker {
            Speaker::Dispatcher => "WooCommerce",
            Speaker::Gateway => "the gateway",
            Speaker::WordPress => "WordPress",
            Speaker::WebServer => "the web server",
            Speaker::Firewall => "a firewall",
            Speaker::Cdn => "a CDN or proxy",
            Speaker::Nobody => "nobody",
            _ => "cannot be told",
        }
    }

    pub(super) fn surface(&self, surface: Surface) -> &'static str {
        match surface {
            Surface::Extension => "the browser extension",
            Surface::Site => "the checker site",
            Surface::InPage => "the shop's own page",
            Surface::Native => "the command line",
        }
    }

    pub(super) fn evidence(&self, kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::Url => "Address",
            EvidenceKind::Status => "Status",
            EvidenceKind::Header => "Header",
            EvidenceKind::Excerpt => "Body",
            EvidenceKind::Selector => "Page",
            EvidenceKind::Network => "Network",
        }
    }

    /// The way in one sentence, as a screen reader says it and the popup shows it.
    pub(super) fn way(&self, way: &[Stop]) -> String {
        let names = |state| {
            let mut names = String::new();
            for stop in way.iter().filter(|s| s.state == state) {
                if !names.is_empty() {
                    names.push_str(", ");
                }
                names.push_str(&stop.name);
            }
            names
        };
        if let Some(stop) = way.iter().find(|s| s.state == StopState::Stopped) {
            return stop.name.clone() + ": " + &stop.word + ".";
        }
        let unseen = names(StopState::Unseen);
        if !unseen.is_empty() {
            return "Not seen from here: ".to_owned() + &unseen + ".";
        }
        let open = names(StopState::NotReached);
        if open.is_empty() {
            "The call passes every station.".to_owned()
        } else if way.iter().all(|s| s.state == StopState::NotReached) {
            "Nothing was asked yet.".to_owned()
        } else {
            "Not reached yet: ".to_owned() + &open + "."
        }
    }
}
