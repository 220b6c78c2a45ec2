//! The interface's labels and sentences.

/// Labels and sentences of popup, report page and site; each note says when the text is shown.
#[derive(Debug)]
pub struct Ui {
    /// The product's name, never translated.
    pub product: &'static str,

    // Buttons.
    /// Starts a diagnosis of the shop at hand.
    pub check_shop: &'static str,
    /// Starts it once more.
    pub check_again: &'static str,
    /// Stops a running diagnosis at once.
    pub stop: &'static str,
    /// Opens the report page from the popup.
    pub full_report: &'static str,
    /// Copies the report as text for a ticket.
    pub copy_support: &'static str,
    /// Before what the last audit of the whole site came to.
    pub audited: &'static str,
    /// Leads to the audit of the whole site.
    pub audit_link: &'static str,
    /// Copies the thing beside the button.
    pub copy: &'static str,
    /// Stands in a copy button's place for a moment after it worked; also read aloud.
    pub copied: &'static str,
    /// Shown when the browser did not allow copying.
    pub copy_failed: &'static str,
    /// Asks the browser for permission to call the shop, then checks.
    pub allow: &'static str,
    /// Prints the report.
    pub print: &'static str,
    /// Opens files.
    pub choose_file: &'static str,

    // Headings of the report.
    /// Over the steps.
    pub what_to_do: &'static str,
    /// Over the causes after the first.
    pub also_found: &'static str,
    /// Over the picture of the stations.
    pub the_way: &'static str,
    /// Over the callback addresses.
    pub addresses: &'static str,
    /// Over the checks.
    pub checks: &'static str,
    /// Over the list of requests.
    pub requests: &'static str,
    /// Over what could not be seen.
    pub not_seen: &'static str,
    /// Over the proofs of a cause or check.
    pub evidence: &'static str,
    /// Over the column of contents.
    pub contents: &'static str,
    /// Over the data about the report itself.
    pub about: &'static str,

    // Words of verdicts and states, beside a sign.
    /// Verdict of a check: met.
    pub pass: &'static str,
    /// Verdict of a check: not met.
    pub fail: &'static str,
    /// Verdict of a check: not seen.
    pub unsure: &'static str,
    /// Verdict of a check: the question does not arise.
    pub not_applicable: &'static str,
    /// A cause that what was seen proves.
    pub certain: &'static str,
    /// A cause that is the most probable reading.
    pub likely: &'static str,
    /// A cause of which nothing decisive was seen.
    pub guessed: &'static str,
    /// A request that imitates the provider.
    pub as_provider: &'static str,
    /// A request as the browser sends it.
    pub as_browser: &'static str,
    /// A request still under way.
    pub pending: &'static str,

    // The way, for screen readers and under the picture.
    /// The call stopped: `{station}`.
    pub way_stopped: &'static str,
    /// The call stopped at a known product: `{station}`, `{blocker}`.
    pub way_stopped_by: &'static str,
    /// The call came through.
    pub way_passed: &'static str,
    /// Nothing stopped the call as far as could be seen, the rest is unseen: `{station}` is the first unseen one.
    pub way_unseen: &'static str,
    /// The diagnosis runs.
    pub way_running: &'static str,

    // About the report itself.
    /// The gateway as the page showed it: `{gateway}`, `{version}`.
    pub gateway_seen: &'static str,
    /// The page showed the gateway without its version: `{gateway}`.
    pub gateway_seen_bare: &'static str,
    /// Other gateways that the shop showed: `{gateways}`.
    pub gateways_also: &'static str,
    /// The button that asks for another one: `{gateway}`.
    pub gateway_other: &'static str,
    /// Over the address that the provider has on file.
    pub address_on_file: &'static str,
    /// Over the address that this shop would give it.
    pub address_of_shop: &'static str,
    /// Before the part of an address that differs, for who does not see the mark.
    pub differs_here: &'static str,
    /// Below the two addresses, for who does.
    pub differs_note: &'static str,
    /// The gateway was assumed: `{gateway}`.
    pub gateway_assumed: &'static str,
    /// When the diagnosis began: `{time}`.
    pub started: &'static str,
    /// How long an answer took: `{seconds}`, with one decimal.
    pub took: &'static str,
    /// How many requests were sent: `{count}`.
    pub requests_sent: &'static str,
    /// The same, where a person brought answers along: `{count}`.
    pub answers_brought: &'static str,
    /// Stands over a report that is not complete.
    pub partial: &'static str,
    /// Where the report was made, the browser extension.
    pub surface_extension: &'static str,
    /// Where the report was made, the checker site.
    pub surface_site: &'static str,
    /// Where the report was made, the in-page audit.
    pub surface_in_page: &'static str,
    /// Where the report was made, the command line.
    pub surface_native: &'static str,

    // States.
    /// Popup and site before the first check: title.
    pub empty_title: &'static str,
    /// Popup before the first check: `{host}`.
    pub empty_body: &'static str,
    /// While the diagnosis runs: title, in the verdict's place.
    pub busy_title: &'static str,
    /// While the diagnosis runs: `{step}` is a probe's title.
    pub busy_step: &'static str,
    /// When something of ours failed: title.
    pub failed_title: &'static str,
    /// When something of ours failed: what to do.
    pub failed_body: &'static str,
    /// Instead of a page after a crash of ours.
    pub broken: &'static str,
    /// A part of a page did not come.
    pub load_failed: &'static str,
    /// The button that loads the page again.
    pub reload: &'static str,
    /// When an address is none that a browser could open.
    pub no_address: &'static str,
    /// When a pasted page does not say where it is from.
    pub no_shop: &'static str,

    // The site.
    /// The headline: what the site does.
    pub site_headline: &'static str,
    /// Under the headline.
    pub site_lead: &'static str,
    /// Label of the one field.
    pub field_label: &'static str,
    /// Inside the empty field.
    pub field_placeholder: &'static str,
    /// Beside the field: files may be dropped.
    pub field_drop: &'static str,
    /// In the place of [`Ui::choose_file`], where there are files.
    pub more_files: &'static str,
    /// The button that takes every file out again.
    pub remove_files: &'static str,
    /// The button for a page's source, which is read without a request.
    pub read_it: &'static str,
    /// What becomes of an address, after what the field holds and a colon.
    pub will_call: &'static str,
    /// What becomes of a page or an answer.
    pub will_read: &'static str,
    /// What becomes of the output of commands.
    pub will_ask: &'static str,
    /// Before one of these, where the field holds several things.
    pub together: &'static str,
    /// Files are being read.
    pub files_awaited: &'static str,
    /// The files `{name}` could not be read.
    pub file_unread: &'static str,
    /// The files `{name}` are more than are read together.
    pub files_many: &'static str,
    /// What the field holds: an address.
    pub input_address: &'static str,
    /// What the field holds: a page's source.
    pub input_page: &'static str,
    /// What the field holds: an answer to a callback.
    pub input_answer: &'static str,
    /// Below the field, when it holds what the site's own commands printed.
    pub input_commands: &'static str,
    /// Title of the card with the commands.
    pub commands_title: &'static str,
    /// What to do with the commands, and what they send.
    pub commands_body: &'static str,
    /// Beside the commands for Linux and macOS.
    pub commands_posix: &'static str,
    /// Beside the commands for Windows.
    pub commands_windows: &'static str,
    /// Unfolds the commands for the system that this computer does not have.
    pub commands_elsewhere: &'static str,
    /// What the field holds: an export of the browser's network panel.
    pub input_har: &'static str,
    /// What the site's field holds: nothing that is known.
    pub input_unknown: &'static str,
    /// First short answer: title.
    pub checks_title: &'static str,
    /// First short answer.
    pub checks_body: &'static str,
    /// Second short answer: title.
    pub blind_title: &'static str,
    /// Second short answer.
    pub blind_body: &'static str,
    /// Third short answer: title.
    pub sends_title: &'static str,
    /// Third short answer.
    pub sends_body: &'static str,
    /// Points to the privacy page.
    pub privacy: &'static str,

    // The in-page audit.
    /// Title of the section about it.
    pub bookmark_title: &'static str,
    /// Under that title.
    pub bookmark_lead: &'static str,
    /// First step, before the link to drag.
    pub bookmark_drag: &'static str,
    /// The link to drag, and so the bookmark's name.
    pub bookmark_name: &'static str,
    /// Second step.
    pub bookmark_open: &'static str,
    /// Third step.
    pub bookmark_click: &'static str,
    /// The link was clicked on the site itself.
    pub bookmark_clicked: &'static str,
    /// Copies the bookmark's address, for people who cannot drag.
    pub bookmark_copy: &'static str,
    /// Over the other ways.
    pub bookmark_fails: &'static str,
    /// Why there are other ways.
    pub bookmark_refused: &'static str,
    /// Another way: the browser's console, before the button that copies the script.
    pub bookmark_console: &'static str,
    /// That button.
    pub bookmark_script: &'static str,
    /// Another way: the extension.
    pub bookmark_extension: &'static str,
    /// Another way: the page's source.
    pub bookmark_source: &'static str,
    /// The checker reads the page that opened it.
    pub page_awaited: &'static str,
    /// Above what the page at `{shop}` reported, at a checker that stands at `{address}`.
    pub page_reported: &'static str,
    /// Where the checker is a file: the second step, before [`Self::open_shop`].
    pub bookmark_open_here: &'static str,
    /// Opens the shop of the field in a window.
    pub open_shop: &'static str,
    /// The third step there, also shown once the window is open.
    pub bookmark_click_there: &'static str,
    /// Heading of the question whether a public resolver may be asked.
    pub look_up_title: &'static str,
    /// What that tells, and what is sent; `{host}`.
    pub look_up_lead: &'static str,
    /// The button for one resolver; `{name}` who runs it, `{host}` where it is.
    pub look_up_at: &'static str,
    /// Shown in the shop's page: the browser opened no window.
    pub agent_blocked: &'static str,
    /// Asked in the shop's page, where the checker is a file.
    pub agent_ask: &'static str,
    /// Shown in the shop's page: the checker is a file, and did not open it.
    pub agent_alone: &'static str,
    /// Shown in the shop's page: the window cannot be talked to.
    pub agent_cut_off: &'static str,
    /// Closes that note.
    pub agent_close: &'static str,

    // Explaining an answer that someone already has.
    /// Leads to the page for it, from popup and report; its heading there.
    pub explain_link: &'static str,
    /// Under the heading of that page.
    pub explain_lead: &'static str,
    /// Label of that page's field.
    pub explain_label: &'static str,
    /// Inside that page's empty field.
    pub explain_placeholder: &'static str,
    /// The button, once the field holds an answer.
    pub explain: &'static str,
    /// What the field holds: JSON.
    pub input_json: &'static str,
    /// What the field holds: a status or a line about one.
    pub input_status: &'static str,
    /// What the field holds, on the page for answers alone: an address, or something that is not known.
    pub input_no_answer: &'static str,
    /// Label: who wrote the answer.
    pub spoken_by: &'static str,
    /// Nobody is known to have written the answer.
    pub nobody_known: &'static str,
    /// Label: whether somebody refused the call on purpose.
    pub blocked: &'static str,
    /// It was.
    pub blocked_yes: &'static str,
    /// It was not.
    pub blocked_no: &'static str,
    /// The answer does not tell.
    pub blocked_unknown: &'static str,
    /// Label: which product.
    pub product_named: &'static str,
    /// Label: the status's meaning.
    pub meaning: &'static str,
    /// Over the likely causes of a status.
    pub likely_causes: &'static str,
    /// Over the step that would settle it.
    pub next_step: &'static str,
    /// Before things to paste, where the shop's address is not known.
    pub example_address: &'static str,
    /// An answer without a status.
    pub no_status: &'static str,
    /// Over the answers beside the one that is shown whole.
    pub other_answers: &'static str,
    /// Under that heading, where one of them is a redirect.
    pub redirects_not_followed: &'static str,
    /// It is none of the forms that are known.
    pub answer_unknown: &'static str,
    /// Nothing was put into the extension's field.
    pub answer_empty: &'static str,
    /// An e-mail address in the place of a shop's.
    pub input_mail: &'static str,

    // A wrong address.
    /// Nothing was typed.
    pub address_empty: &'static str,

    // The result, drawn by the report view.
    /// In the place of an age below a minute.
    pub just_now: &'static str,
    /// How dates and ages are written (BCP 47).
    pub locale: &'static str,
    /// From where a report's requests came.
    pub from_here: &'static str,
    /// The same, where a person brought answers along.
    pub from_brought: &'static str,
    /// Whom the calls imitated: the provider as it documents itself.
    pub as_klarna: &'static str,
    /// Whom the calls imitated: another provider, or what the person set: `{agent}`.
    pub as_agent: &'static str,
    /// How many calls were made: `{count}`.
    pub calls: &'static str,
    /// The same for one.
    pub one_call: &'static str,
    /// Over a report that was made `{time}`, too long ago.
    pub aged: &'static str,
    /// Over what becomes of orders that are paid and still pending.
    pub orders: &'static str,
    /// Leads from the popup's verdict to `{count}` other causes.
    pub more_causes: &'static str,
    /// Leads from the popup's steps to `{count}` more.
    pub more_steps: &'static str,
    /// Over what could not be seen: `{count}` things.
    pub unchecked: &'static str,
    /// The same for one.
    pub unchecked_one: &'static str,
    /// Leads to a page of the shop's own wp-admin, `{place}`.
    pub open_place: &'static str,

    // The extension.
    /// The tab and the toolbar's button of a shop with a verdict: `{shop}`, `{verdict}`.
    pub title_verdict: &'static str,
    /// No request left this computer: title.
    pub offline_title: &'static str,
    /// No request left this computer.
    pub offline_body: &'static str,
    /// The list of the last reports: its title, and the links to it.
    pub shops: &'static str,

    // The site and the explanation.
    /// After the press, until the brain is there.
    pub getting_ready: &'static str,
    /// Copies a link to this page that asks for a check of the shop.
    pub copy_link: &'static str,
    /// On the page that such a link opens: `{shop}`.
    pub asked_to_check: &'static str,
    /// How many of the answers could be read: `{read}`, `{count}`.
    pub answers_read: &'static str,
    /// Why the callback's own answer is not among them.
    pub answers_hidden: &'static str,
    /// Under the first step of the bookmark: where the bar is.
    pub bookmark_bar: &'static str,
    /// Unfolds how to get the extension.
    pub extension_title: &'static str,
    /// What the extension is good for.
    pub extension_body: &'static str,
    /// While no store has it.
    pub extension_no_store: &'static str,
    /// How its folder is loaded into Chrome and Edge.
    pub extension_chrome: &'static str,
    /// How its folder is loaded into Firefox.
    pub extension_firefox: &'static str,
    /// A file without text, `{name}`.
    pub file_no_text: &'static str,
    /// Such a file: a picture.
    pub file_picture: &'static str,
    /// Such a file: a PDF.
    pub file_pdf: &'static str,
    /// Such a file: an archive.
    pub file_archive: &'static str,
    /// What was typed is the address of a provider's portal.
    pub input_portal: &'static str,
    /// Copies an explanation as text.
    pub copy_explanation: &'static str,
    /// Checks the shop `{shop}` that an answer names.
    pub check_named: &'static str,
    /// Before the field for the shop that an answer does not name, where `{count}` causes are possible.
    pub which_shop: &'static str,
    /// The same, where the answer says more.
    pub which_shop_else: &'static str,
}
