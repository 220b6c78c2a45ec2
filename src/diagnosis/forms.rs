//! Every form of a request that a diagnosis may send, for a hand that others may talk to.

use std::collections::BTreeSet;

use crate::gateway::{Endpoint, Form, GATEWAYS, Via};
use crate::probe::Method;
use crate::rest_index;

/// Which rules the agent in a shop's page was made with, and in which shape it speaks: one of another number is to be
/// renewed. Raised whenever the rules change.
pub const AGENT_VERSION: u8 = 3;

/// What stands between the rules of a method: no address of a gateway holds it, and no encoding makes it longer.
const BETWEEN: &str = "~";

/// The end of an address that may be asked for. A folder, a language and `index.php` may stand before it, and a slash behind
/// a path. A name counts as it is written: `wc_stripe` is another call than `WC_STRIPE`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// This handler of wc-api, in each form.
    Handler(String),
    /// This route of REST, in each form. REST may have another name than `wp-json`.
    Route(String),
    /// This and no other form.
    End(String),
}

impl Rule {
    /// The rule behind an address's end, whichever form that has.
    fn of(end: &str) -> Self {
        let end = end.trim_end_matches('/');
        let path = end.strip_prefix("index.php/").unwrap_or(end);
        let behind = |starts: [&str; 2]| {
            let mut found = starts.iter().filter_map(|start| path.strip_prefix(start));
            found.next().filter(|name| !name.starts_with(['?', '&']))
        };
        if let Some(name) = behind(["wc-api/", "?wc-api="]) {
            Self::Handler(name.to_owned())
        } else if let Some(route) = behind(["wp-json/", "?rest_route=/"]) {
            Self::Route(route.to_owned())
        } else {
            Self::End(path.to_owned())
        }
    }

    /// As the agent is given it.
    fn text(&self) -> String {
        match self {
            Self::Handler(name) => ["!", name].concat(),
            Self::Route(route) => ["*", route].concat(),
            Self::End(end) => end.clone(),
        }
    }

    /// The ends of addresses that it lets through, as the agent composes them.
    pub fn ends(&self) -> Vec<String> {
        let with = |starts: &[&str], name: &str| {
            let starts = starts.iter();
            starts.map(|start| [start, name].concat()).collect()
        };
        match self {
            Self::Handler(name) => with(&["wc-api/", "?wc-api="], name),
            Self::Route(route) => with(&["wp-json/", "", "?rest_route=/"], route),
            Self::End(end) => vec![end.clone()],
        }
    }
}

/// Each method with what it may ask for.
pub fn rules() -> [(Method, BTreeSet<Rule>); 3] {
    let controls = GATEWAYS.iter().flat_map(|gateway| gateway.endpoints);
    let controls: BTreeSet<Rule> = controls
        .flat_map(|endpoint: &Endpoint| control_ends(endpoint.via))
        .map(|end| Rule::of(&end))
        .collect();
    let mut options = BTreeSet::new();
    let index =
        ["wp-json/?", "?", "?rest_route=/&"].map(|form| [form, rest_index::FIELDS].concat());
    let (mut get, mut post) = (controls.clone(), controls);
    get.extend(index.map(Rule::End));
    for endpoint in GATEWAYS.iter().flat_map(|gateway| gateway.endpoints) {
        for (method, end) in endpoint.ends() {
            let rule = Rule::of(&end);
            if endpoint.is_asked_by_get() {
                get.insert(rule.clone());
            }
            match method {
                Method::Get => get.insert(rule),
                Method::Post => post.insert(rule),
                Method::Options => options.insert(rule),
            };
        }
    }
    [
        (Method::Get, get),
        (Method::Post, post),
        (Method::Options, options),
    ]
}

/// The rules as the agent (`www/agent.js`) takes them: an object of JavaScript.
pub fn agent_rules() -> String {
    let methods = rules().map(|(method, rules)| {
        let rules: Vec<String> = rules.iter().map(Rule::text).collect();
        [method.as_str(), ":\"", &rules.join(BETWEEN), "\""].concat()
    });
    ["{", &methods.join(","), "}"].concat()
}

fn control_ends(via: Via) -> Vec<String> {
    let forms = [Form::Pretty, Form::Pathinfo, Form::Query].into_iter();
    forms.filter_map(|form| via.control_end(form)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_calls_what_may_act() {
        let rules = rules();
        let all: Vec<&Rule> = rules.iter().flat_map(|(_, rules)| rules).collect();
        assert!(all.len() > 50, "{all:?}");
        for endpoint in GATEWAYS.iter().flat_map(|gateway| gateway.endpoints) {
            let Some(handler) = endpoint.via.handler().filter(|name| !name.contains('*')) else {
                continue;
            };
            let named = all.contains(&&Rule::Handler(handler.to_owned()));
            let own = endpoint.is_harmless() && !endpoint.has_other_name();
            assert_eq!(named, own, "{handler}");
        }
        for forbidden in ["wc_stripe", "KCO_WC_Notification", "WC_Gateway_PayFast"] {
            let mut ends = all.iter().flat_map(|rule| rule.ends());
            assert!(!ends.any(|end| end.ends_with(forbidden)), "{forbidden}");
        }
    }

    #[test]
    fn a_rule_stands_for_each_form_and_the_agent_can_take_it_apart() {
        for (end, rule) in [
            ("wc-api/A/", Rule::Handler("A".to_owned())),
            ("index.php/wc-api/A", Rule::Handler("A".to_owned())),
            ("?wc-api=A", Rule::Handler("A".to_owned())),
            ("index.php/wp-json/a/v1", Rule::Route("a/v1".to_owned())),
            ("?rest_route=/a/v1", Rule::Route("a/v1".to_owned())),
            ("index.php?a=b", Rule::End("index.php?a=b".to_owned())),
            ("wp-json/?a=b", Rule::End("wp-json/?a=b".to_owned())),
        ] {
            assert_eq!(Rule::of(end), rule, "{end}");
        }
        for rule in rules().iter().flat_map(|(_, rules)| rules) {
            let text = rule.text();
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"_-./?=&,!*".contains(&b);
            assert!(text.bytes().all(plain), "{text}");
            let marked = text.starts_with(['!', '*']);
            assert_eq!(marked, !matches!(rule, Rule::End(_)), "{text}");
            assert!(text.len() > 1, "{text:?}");
        }
    }

    #[test]
    fn other_rules_are_another_version() {
        let text = agent_rules();
        let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
            (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        assert_eq!(
            (AGENT_VERSION, sum),
            (3, 2_444_150_421),
            "raise AGENT_VERSION: {text}"
        );
    }
}
