//! Sentences that the brain writes into what it finds; [`BrainTexts`] says when each is written.

use super::super::BrainTexts;

pub(super) const BRAIN: BrainTexts = BrainTexts {
    known_from: "How {blocker} answers is known from: {source} (read {time}).",
    page_silent: "This window has no connection to the shop's page. Go back to that page and click the bookmark \
        again. If it ends here once more, the page does not let other windows talk to it: use the extension, or \
        type the shop's address and run the command in the report.",
    page_nowhere: "The page that you have open has no address of its own: it may be the browser's error page or a saved \
        file. Open a page that the shop itself shows and click the bookmark there, or type the shop's address here.",
    page_foreign: "The page that opened this window is from {host} and spoke for another address. A page may only \
        speak for its own, so nothing of it was believed. Open your shop and click the bookmark there.",
    page_elsewhere: "The page that you have open is not at its shop's own address. Open {shop} and click the bookmark \
        there.",
    page_disturbs: "The shop's page sent something that no check sends, so nothing of it was believed. Use the \
        extension, or type the shop's address and run the command in the report.",
    bookmark_old: "Your bookmark is from another version of Callback Doctor, so nothing was asked. Delete it, open Callback \
        Doctor anew, drag the new bookmark to your bookmarks bar, and click it on your shop's page.",
    next_send_again: "Do this, then have the provider send the callback again. The answer should be 200.",
    next_ask_status: "Ask support which answer the call got: its number (\"status\") and its text (\"response body\"). Paste both \
        here.",
    next_ask_provider: "Send this to {provider}, then paste the answer here: \"Please send us the status, the headers and the body \
        (response body) of the answer that your servers got from our shop.\"",
    next_ask_time: "Send this to {provider}, then paste the answer here: \"Please send us the status, the headers and the body \
        (response body) of the answer that your servers got from our shop at the attempt of {time}.\"",
    all_failed: "All {count} calls in this text failed.",
    some_failed: "Of {total} calls in this text, {count} failed.",
    failed_between: "The failures are between {time} and {until}.",
    next_ask_lines: "Ask your host for the lines of the access log with wc-api in them, of the time at which the provider \
        called, and paste them here.",
    log_once: "The log has it once, at {time}.",
    log_often: "The log has it {count} times, since {time}, the last time at {read}.",
    log_times: "The text has it {count} times.",
    log_passed: "Calls at the same address that were answered with a success: {count}. So it happens only sometimes.",
    log_rules: "The log names the rule: {name}.",
    log_plugin: "The error arose in the plugin or theme {name}.",
    report_lists: "Of the plugins that can stand in a callback's way it lists: {name}.",
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    some_shop: "your shop",
    some_name: "your shop's name",
    retired_headline: "This address is retired: nobody has to answer.",
    retired_summary: "The call reached WooCommerce, which has nothing at this address any more. Current versions of \
        the payment plugin do not use it, so that is normal. What counts is the answer at KCO_WC_Push.",
    answer_long: "This is too long to be read. Paste only the lines about the callback.",
    answer_binary: "This is not text that can be read: a picture, a PDF or a packed file. Unpack it, or copy its text and paste \
        that. Of a picture, type the line with the address and the status.",
    answer_broken: "A part of this is missing. Copy all of it, from the first brace to the last, and paste it again.",
    answer_no_callback: "None of the requests in this file ({count}) is a payment callback: their addresses contain \
        wc-api. Paste what the provider's portal shows of the callback.",
};
