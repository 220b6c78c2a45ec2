//! Words of letters and files; [`ExportTexts`] says where each stands.

use super::super::ExportTexts;

pub(super) const EXPORT: ExportTexts = ExportTexts {
    hello: "Hello,",
    host_fail: "the payment provider of my shop ({gateway}) reports every payment by a call to the addresses below. In \
        a check such a call did not get through, so paid orders may stay unpaid in the shop.",
    host_unsure: "the payment provider of my shop ({gateway}) reports every payment by a call to the addresses below. Paid \
        orders stay unpaid in the shop, and I am looking for where the calls end.",
    host_pass: "the payment provider of my shop ({gateway}) reports every payment by a call to the addresses below. From my \
        computer such a call arrives, and paid orders stay unpaid all the same. Something may treat the provider's servers \
        differently.",
    host_please: "Please look for POST requests to these addresses in the logs of the web server and of every firewall \
        (ModSecurity, a network's firewall, bot protection). Which status did they get, and which rule decided? They carry no \
        login and no cookie, and must reach WordPress unchanged.",
    developer: "the callbacks of {gateway} at {shop} were checked. This is what was found and what to do.",
    provider_fail: "in a check of my shop {shop} ({gateway}) a call like yours did not get through.",
    provider_unsure: "orders of my shop {shop} ({gateway}) stay unpaid though they were paid, and I am looking for where your \
        calls end.",
    provider_pass: "orders of my shop {shop} ({gateway}) stay unpaid though they were paid. From my computer a call to the \
        shop arrives.",
    provider_addresses: "The shop takes your calls at:",
    provider_ask: "Please tell me:",
    provider_questions: &[
        "Which address do you have on file for these calls?",
        "When did you call last, and which answer did you get: its status, its headers and its text?",
        "From which IP addresses and with which User-Agent do you call?",
        "Until when do you repeat a call that failed, and can you send the failed ones again once this is mended?",
    ],
    seen: "What a check of the address saw:",
    repeat: "This command repeats the call. It carries no order and no login, and changes nothing in the shop:",
    made: "Callback Doctor {version}, {time}",
    made_undated: "Callback Doctor {version}",
    title: "Callback report of {shop}",
};
