//! Labels and sentences of the interface; [`Ui`] says when each is shown.

use super::super::Ui;

pub(super) const UI: Ui = Ui {
    product: "Callback Doctor",

    check_shop: "Check this shop",
    check_again: "Check again",
    stop: "Stop",
    full_report: "Full report",
    copy_support: "Copy for support",
    copy: "Copy",
    copied: "Copied",
    copy_failed: "The browser did not allow copying. The text is selected: press Ctrl+C (on a Mac ⌘C).",
    allow: "Allow and check",
    give_back: "Remove access",
    agent_save: "Save",
    print: "Print",
    choose_file: "Choose files",

    what_to_do: "What to do",
    also_found: "Also found",
    the_way: "Where the callback goes",
    addresses: "Callback addresses",
    checks: "Checks",
    requests: "Requests",
    not_seen: "Not checked",
    evidence: "What shows this",
    known_from: "How {blocker} answers is known from: {source} (read {time}).",
    contents: "Contents",
    about: "About this report",

    pass: "in order",
    fail: "needs fixing",
    unsure: "not seen",
    not_applicable: "does not apply",
    certain: "proven",
    likely: "likely",
    guessed: "not proven",
    as_provider: "as the provider",
    as_browser: "as a browser",
    pending: "under way",

    way_stopped: "The call stopped here: {station}.",
    way_stopped_by: "The call stopped here: {station}, {blocker}.",
    way_passed: "The call came through to the payment plugin.",
    way_unseen: "Nothing stopped the call as far as could be seen. Not seen from here: {station} \
        and beyond.",
    way_running: "The call is on its way.",

    gateway_seen: "{gateway} {version}",
    gateway_seen_bare: "{gateway}, version not seen",
    gateway_assumed: "{gateway} (assumed)",
    started: "checked {time}",
    took: "{seconds} s",
    requests_sent: "{count} requests, without cookies and without an order",
    answers_brought: "{count} answers, some of them brought along",
    partial: "This report is not complete: the check did not ask everything.",
    surface_extension: "browser extension",
    surface_site: "checker site",
    surface_in_page: "the shop's own page",
    surface_native: "command line",

    empty_title: "Does the payment callback reach this shop?",
    empty_body: "Calls {host} as a payment provider such as Klarna or Kustom would, without an order, and shows where \
        the call stops.",
    busy_title: "Calling the shop",
    busy_step: "{step} …",
    failed_title: "The check itself failed.",
    failed_body: "This says nothing about the shop. Reload and check again; if it fails once more, \
        please report it.",
    broken: "Something broke inside Callback Doctor. Close this and open it again; if it happens again, \
        please report it.",
    load_failed: "This page did not load completely. Check that this computer is online, then press Reload.",
    reload: "Reload",
    kept_unreadable: "A report of this shop was kept, but it is damaged and cannot be read. Check the shop again.",
    no_address: "This is not an address that a browser can open. Your shop's address looks like shop.example.com.",
    no_shop: "This page does not say which shop it belongs to. Enter the shop's address in its place.",
    permission_title: "May this extension call the shop?",
    permission_body: "To see the answers, it needs access to {host}. It asks for this one address \
        only.",
    permission_refused: "Without access to {host} its answers cannot be read. Nothing was sent, so nothing is known yet.",
    permission_why: "Your browser will say \"Read and change your data\" or \"Access your data\". It is only for this shop, only \
        while a check runs, and you can take it back.",
    permission_held: "Callback Doctor may read {host}.",
    agent_label: "How the provider's call introduces itself (User-Agent)",
    agent_note: "APIs-Klarna is what Klarna documents (docs.krokedil.com, read 2026-11-22); it is not known \
        whether Kustom sends the same. Another one counts for this shop; an empty field brings this one back.",
    agent_saved: "Saved. The next check of this shop uses it.",
    agent_refused: "This cannot be sent: only letters, digits and signs of plain English, at most 512.",
    browser_page: "This page belongs to the browser. Open a page of your shop, ideally the \
        checkout, and start here again.",

    site_headline: "Why did the payment callback not reach your shop?",
    site_lead: "Orders paid but pending? For Klarna / Kustom Checkout and other WooCommerce payment plugins: find the place \
        where the provider's call to your shop stops, and what to do there.",
    field_label: "Your shop's address, or paste what support sent you",
    field_placeholder: "shop.example.com",
    field_drop: "or drop files here",
    more_files: "Choose more files",
    remove_files: "Remove the files",
    will_call: "the shop will be called",
    will_read: "it will be read here, nothing is sent",
    will_ask: "it will be read here, and the shop asked for no more than a web page may read",
    together: "All of it together:",
    files_awaited: "Reading the files …",
    file_unread: "Could not be read: {name}.",
    files_many: "Left out, since four files are read at most: {name}.",
    input_address: "An address",
    input_page: "A page's source",
    input_answer: "An answer",
    input_commands: "What the commands showed",
    commands_title: "Settle it with commands",
    commands_body: "For people who use a terminal: paste this there. It sends the provider's call without an order and without a \
        password, a second apart, and prints little; the answers come into the file callback-doctor.txt and onto the clipboard. \
        Paste them into the field above, or drop the file on this page.",
    commands_posix: "Linux and macOS, in a terminal",
    commands_windows: "Windows, in the command prompt or PowerShell",
    commands_elsewhere: "For another system",
    input_har: "A network export",
    input_unknown: "Nothing that is known",
    checks_title: "What it checks",
    checks_body: "Public address, https, permalinks, language plugins, firewalls and redirects, \
        WooCommerce, and the payment plugin.",
    blind_title: "What it cannot see",
    blind_body: "The provider's network, and from a web page most answers of another site. The \
        browser extension sees more; the report always says what was not seen.",
    sends_title: "What it sends",
    sends_body: "Safe: at most eight empty requests to your shop, no orders, no login. \
        Nothing goes to anybody else unless you say so.",
    privacy: "Privacy",

    bookmark_title: "Check from the shop's own page",
    bookmark_lead: "Nothing to install: with a bookmark the shop's own page asks, so every answer can be read.",
    bookmark_drag: "Once: drag this up to your bookmarks bar.",
    bookmark_name: "★ Callback Doctor",
    bookmark_open: "Open your shop, ideally the checkout, with something in the cart.",
    bookmark_click: "Click the bookmark there. The report opens by itself.",
    bookmark_clicked: "This is for the bookmarks bar: drag it there. Or make a bookmark by hand, with this as its \
        address:",
    bookmark_copy: "Copy the bookmark's address",
    bookmark_fails: "Nothing happens when you click it?",
    bookmark_refused: "Some shops forbid bookmarks to run in their pages, and browsers do not say so. Then:",
    bookmark_console: "For developers: on the shop's page, press F12 and choose Console. Paste this script and press Enter; the \
        browser may first ask you to type that you allow pasting.",
    bookmark_script: "Copy the script",
    bookmark_extension: "Use the browser extension: no page can refuse it.",
    bookmark_source: "On the shop's page, press Ctrl+U, copy the source and paste it into the field above.",
    look_up_title: "Is the domain set up? (DNS)",
    look_up_lead: "A web page cannot look up a name by itself. A public resolver can, if you want it to be asked: it gets \
        the name {host} and nothing else, from your network's address.",
    look_up_at: "Look the name up at {name} ({host})",
    page_awaited: "Reading the shop's page …",
    page_reported: "Everything below is what the page at {shop} reported. This checker stands at {address}; it never asks you \
        to call, log in or pay.",
    bookmark_open_here: "Type your shop's address above, and open it from here.",
    open_shop: "Open my shop's page",
    bookmark_click_there: "Click the bookmark on the shop's page, and come back to this window.",
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
    agent_blocked: "Callback Doctor could not open its window: the browser or this page blocked it. Allow pop-ups for \
        this shop in the address bar and click the bookmark again.",
    agent_ask: "Let the Callback Doctor that opened this page check the shop through it? The report appears in its \
        window.",
    agent_alone: "This checker is a file, so it must open the shop's page itself: go to its window, choose Open my \
        shop's page, and click the bookmark on the page that opens. If this is that page, it keeps other windows away: type \
        the shop's address into the checker instead.",
    agent_cut_off: "Callback Doctor's window cannot talk to this page, or was closed. If you did not close it, this \
        page keeps other windows away: go to the checker and type the shop's address there instead.",
    agent_close: "Close",

    explain_link: "Explain an answer",
    explain_lead: "From the provider's portal, the browser's network panel or a terminal. It is read on this \
        computer; nothing is sent.",
    explain_label: "The answer",
    explain_placeholder: "503, a line of a log, a mail, a whole answer, a HAR file",
    explain: "Explain",
    input_json: "An answer as JSON",
    input_status: "A status",
    input_no_answer: "This is not an answer that could be read. To check a shop, open its page and click the \
        extension's button.",
    spoken_by: "Answered by",
    nobody_known: "not known",
    blocked: "Blocked",
    blocked_yes: "yes, the call was refused",
    blocked_no: "no",
    blocked_unknown: "this answer does not tell",
    product_named: "Product",
    meaning: "For a callback",
    likely_causes: "Likely causes",
    next_step: "What would settle it",
    next_send_again: "Do this, then have the provider send the callback again. The answer should be 200.",
    next_ask_status: "Ask support which answer the call got: its number (\"status\") and its text (\"response body\"). Paste both \
        here.",
    some_shop: "your shop",
    some_name: "your shop's name",
    example_address: "The answer does not name your shop: put its address in the place of \
        shop.example.com.",
    no_status: "no status",
    other_answers: "Other answers in it",
    redirects_not_followed: "One of them sends the caller on to another address. A provider may not follow, so the \
        last answer does not prove that the callback arrives.",
    retired_headline: "This address is retired: nobody has to answer.",
    retired_summary: "The call reached WooCommerce, which has nothing at this address any more. Current versions of \
        the payment plugin do not use it, so that is normal. What counts is the answer at KCO_WC_Push.",
    answer_long: "This is too long to be read. Paste only the lines about the callback.",
    answer_binary: "This is not text that can be read. Copy the text itself and paste it here.",
    answer_broken: "A part of this is missing. Copy all of it, from the first brace to the last, and paste it again.",
    answer_no_callback: "None of the requests in this file ({count}) is a payment callback: their addresses contain \
        wc-api. Paste what the provider's portal shows of the callback.",
    answer_unknown: "I found neither a shop address nor an error number in this. Try your shop's address, such as \
        shop.example.com, or a number such as 503.",

    address_empty: "Your shop's address looks like shop.example.com. A number such as 503 will do too.",

    just_now: "just now",
    locale: "en-GB",
    from_here: "from this computer",
    from_brought: "from answers that were brought along",
    as_klarna: "as Klarna's server",
    as_agent: "as {agent} (your setting)",
    calls: "{count} calls",
    one_call: "1 call",
    aged: "Checked {time}. The shop may have changed since.",
    orders: "Your paid orders",
    more_causes: "and {count} more",
    more_steps: "{count} more steps",
    unchecked: "{count} things that could not be checked",
    unchecked_one: "One thing that could not be checked",
    open_place: "Open {place}",

    title_verdict: "{shop}: {verdict}",
    offline_title: "You seem to be offline.",
    offline_body: "No request left this computer, so nothing is known about the shop. Connect to the internet and check again.",
    tab_refused: "The page in your tab is not the shop's: {name} answered in its place, with status {status}.",
    tab_refused_bare: "The page in your tab is not the shop's: {name} answered in its place.",
    tab_failed: "The page in your tab is an error, with status {status}.",
    page_shows: "The page in your tab shows already: {title}",
    settings: "Settings",
    elsewhere: "More",
    shops: "Your shops",
    shops_lead: "The last report of each shop, newest first. They are kept on this computer only.",
    shops_none: "No shop was checked yet. Open a page of your shop and press the extension's button.",
    shops_age: "Checked {time}",
    shops_remove: "Remove",
    shops_remove_named: "Remove {shop} from this list",

    getting_ready: "Getting ready …",
    copy_link: "Copy link for the merchant",
    asked_to_check: "You were asked to check {shop}. Press Check this shop; you can then copy the result back.",
    answers_read: "{read} of {count} answers could be read.",
    answers_hidden: "What the callback itself is answered, a browser shows to the shop's own page only, or to an extension.",
    bookmark_bar: "No bar? Press Ctrl+Shift+B (on a Mac ⌘⇧B).",
    extension_title: "Or use the browser extension",
    extension_body: "It sees every answer, and no page can keep it out. With it, open your shop and press its button.",
    extension_no_store: "It is in no browser's store yet. Ask whoever gave you this page for its folder, then:",
    extension_chrome: "Chrome and Edge: open chrome://extensions, switch on Developer mode, press Load unpacked and choose the \
        folder.",
    extension_firefox: "Firefox: open about:debugging, press This Firefox, then Load Temporary Add-on, and choose manifest.json \
        in the folder.",
    file_no_text: "{name} cannot be read here. Type the number in it, such as 503, and your shop's address.",
    file_picture: "A picture",
    file_pdf: "A PDF",
    file_archive: "An archive",
    input_portal: "This is the provider's portal. Paste the order's log, or your shop's address.",
    copy_explanation: "Copy this answer",
    check_named: "Check {shop}",
    which_shop: "{count} things can say that; your shop's address shows which.",
    which_shop_else: "Your shop's address shows whether it is so now.",
};
