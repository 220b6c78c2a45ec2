//! What every group of rows uses: the words of a row, and the remedies that many share.

pub(super) use crate::blocker::Means::{
    Blocked, Challenge, ComingSoon, LoginWall, Maintenance, Normal, RateLimited, Redirected,
    RestLocked, ServerError,
};
pub(super) use crate::blocker::Needs::{Never, Strong, StrongAndWeak, StrongOrWeak};
pub(super) use crate::blocker::Paste::{Letter, Text};
pub(super) use crate::blocker::Pattern::{Any, Blank, Early, Ends, Has, Is, Number, Starts, Then};
pub(super) use crate::blocker::Place::{Address, Body, Cookie, Header, Status, Title};
pub(super) use crate::blocker::sign::{front, proof, prose, strong, weak};
pub(super) use crate::blocker::{Entry, Kind, Paste, Remedy, Sign};

/// What most rows have in common: a plugin's refusal with 403, read in its source.
pub(super) const BASE: Entry = Entry {
    id: "",
    name: "",
    kind: Kind::Plugin,
    means: Blocked,
    statuses: &[403],
    signs: &[],
    needs: Strong,
    specificity: 4,
    after_dispatcher: false,
    by_address: false,
    source: "",
    remedy: &ASK_HOST,
};

/// The header in which a server names itself.
pub(super) const SERVER: crate::blocker::Place = Header("server");

/// Where only the host can help.
pub(super) const ASK_HOST: Remedy = Remedy {
    steps: &[
        "Only your host can change this. Send it the message below, with the time of a refused call.",
    ],
    pastes: &[Letter],
};

/// The message with the exception that a ModSecurity administrator writes.
pub(super) const MODSECURITY: Remedy = Remedy {
    steps: &[
        "Ask your host which rule fired: the Apache error log or modsec_audit.log names it as [id \"…\"]. 949110 and \
         959100 only add up scores, the real rule stands above them.",
        "Ask for an exception for the callback path, as below. In Plesk you can do it yourself: Websites & Domains, Web \
         Application Firewall, Switch off security rules, enter the id. cPanel can only turn ModSecurity off for a whole \
         domain, under Security.",
    ],
    pastes: &[
        Letter,
        Text(
            "ModSecurity, one rule off for the callbacks (replace RULE_ID)",
            "<LocationMatch \"^{path_regex}\">\n  SecRuleRemoveById RULE_ID\n</LocationMatch>",
        ),
        Text(
            "ModSecurity, all rules off for the callbacks",
            "{modsecurity}",
        ),
    ],
};

/// Where whoever runs the service makes an exception for the path.
pub(super) const ALLOW_PATH: Remedy = Remedy {
    steps: &[
        "In the service's console, make an exception for addresses with the path below, or allow the provider's addresses. If \
         you do not run it yourself, send the message to whoever does.",
    ],
    pastes: &[Text("Path to allow", "/wc-api/"), Letter],
};
