//! The audit of a whole site, as its own page shows it.

use web_sys::{HtmlSelectElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::copy::{ToCopy, copy_button};
use super::face::{button, plain_button, short};
use super::sign;
use crate::audit::{Class, DEFAULT_PAGES, MOST_PAGES};
use crate::audit_report::{AuditReport, GroupReport, markdown};
use crate::report::Verdict;
use crate::shared::Shared;
use crate::text::{self, AuditTexts, Language, fill};

/// How far an audit has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuditPhase {
    /// Nothing is asked yet; what was left off may stand below.
    #[default]
    Ready,
    /// Pages are being read.
    Running,
    /// The person lets it rest.
    Paused,
    /// It has ended.
    Done,
}

/// Where an audit is shown, and what sends its requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditPlace {
    /// A page of the extension.
    Extension,
    /// The checker's window, for a bookmark in the shop's page.
    Bookmark {
        /// Whether the browser keeps an audit for later.
        kept: bool,
    },
}

/// What the page is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AuditPageProps {
    /// The site's home.
    pub shop: AttrValue,
    /// How far it has come.
    pub phase: AuditPhase,
    /// Where it is shown.
    pub place: AuditPlace,
    /// What was found so far.
    pub report: Shared<AuditReport>,
    /// Pages a second, where that is known.
    pub pace: Option<u32>,
    /// Seconds until its end, at this pace.
    pub left: Option<u32>,
    /// Whether an audit of this site was left off, so that it can go on.
    pub resumable: bool,
    /// Why the person's last wish could not be fulfilled.
    pub trouble: Option<AttrValue>,
    /// The language.
    #[prop_or_default]
    pub language: Language,
    /// The person wants so many pages read, from the beginning.
    pub on_start: Callback<usize>,
    /// The person wants it to go on.
    pub on_resume: Callback<()>,
    /// The person wants it to rest.
    pub on_pause: Callback<()>,
    /// The person wants it to end; what was found stays.
    pub on_cancel: Callback<()>,
    /// The person wants something on the clipboard.
    pub on_copy: Callback<ToCopy>,
    /// The person wants it on paper.
    pub on_print: Callback<()>,
    /// The person wants the shop's report back, where no link leads to it.
    pub on_report: Option<Callback<()>>,
}

/// Numbers of pages that a person may choose.
const CHOICES: [usize; 4] = [DEFAULT_PAGES, 1_000, 10_000, MOST_PAGES];

/// The page of an audit.
#[component]
pub fn AuditPage(props: &AuditPageProps) -> Html {
    let texts = text::audit(props.language);
    let report = &*props.report;
    let ended = matches!(props.phase, AuditPhase::Paused | AuditPhase::Done);
    let begun = report.pages.read + report.pages.failed > 0;
    html! {
        <div class="page">
            <header><p class="brand-line">{ sign::brand() }{ text::ui(props.language).product }</p></header>
            <main>
                <div class="audited">
                    <h1 tabindex="-1">{ texts.title }</h1>
                    <p class="soft">{ short(&props.shop).to_owned() }</p>
                </div>
                if let Some(trouble) = &props.trouble {
                    <p class="note" role="alert">{ trouble }</p>
                }
                if begun && (ended || report.verdict == Verdict::Fail) {
                    <h2 class="verdict">
                        { sign::verdict(report.verdict) }
                        <span>{ texts.verdict(report.verdict) }</span>
                    </h2>
                }
                if props.phase == AuditPhase::Ready {
                    <Begin ..props.clone() />
                } else {
                    { progress(props, texts) }
                }
                if begun {
                    if let Some(why) = &report.stopped {
                        <p class="note">{ texts.stopped(why) }</p>
                    }
                    if props.phase == AuditPhase::Done && report.stopped.is_none() && !report.complete && props.place != AuditPlace::Extension {
                        <p class="note">{ texts.page_sees_not }</p>
                    }
                    { for Class::ALL.iter().map(|class| groups(report, *class, texts)) }
                    if props.phase == AuditPhase::Done {
                        { checks(report, texts) }
                    }
                }
            </main>
            <footer>
                if let Some(on_report) = &props.on_report {
                    { plain_button(texts.to_report.to_owned(), on_report) }
                } else {
                    <a href={super::report_path(&props.shop)}>{ texts.to_report }</a>
                }
            </footer>
        </div>
    }
}

/// What an audit will do, and the button for it.
#[component]
fn Begin(props: &AuditPageProps) -> Html {
    let texts = text::audit(props.language);
    let pages = use_state(|| DEFAULT_PAGES);
    let onchange = {
        let pages = pages.setter();
        Callback::from(move |event: Event| {
            let select = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(chosen) = select.and_then(|select| select.value().parse().ok()) {
                pages.set(chosen);
            }
        })
    };
    let start = {
        let pages = *pages;
        props.on_start.reform(move |()| pages)
    };
    html! {
        <>
            <p>{ texts.lead }</p>
            <ul class="about promises">
                { for texts.promises.iter().chain(place_promises(props.place, texts)).map(|promise| html! { <li class="soft">{ *promise }</li> }) }
            </ul>
            <p>
                <label for="pages">{ texts.how_many }{ " " }</label>
                <select id="pages" {onchange}>
                    { for CHOICES.iter().map(|choice| html! {
                        <option value={choice.to_string()} selected={*choice == *pages}>{ fill(texts.at_most, &[("count", &grouped(*choice))]) }</option>
                    }) }
                </select>
            </p>
            <div class="buttons">
                if props.resumable {
                    { button(texts.go_on, &props.on_resume, true) }
                }
                { button(texts.start, &start, !props.resumable) }
            </div>
        </>
    }
}

/// What holds where the audit is shown.
const fn place_promises(place: AuditPlace, texts: &AuditTexts) -> &[&'static str] {
    match place {
        AuditPlace::Extension => &texts.in_extension,
        AuditPlace::Bookmark { kept: true } => &texts.in_page_kept,
        AuditPlace::Bookmark { kept: false } => &texts.in_page_lost,
    }
}

/// How far it is, and what the person can do about it.
fn progress(props: &AuditPageProps, texts: &'static AuditTexts) -> Html {
    let pages = props.report.pages;
    let done = pages.read + pages.failed;
    let ui = text::ui(props.language);
    let count = |text, read: usize| {
        fill(
            text,
            &[
                ("read", &grouped(read)),
                ("count", &grouped(pages.found)),
                ("status", &grouped(pages.failed)),
            ],
        )
    };
    let mut line = vec![count(texts.pages_read, pages.read)];
    if props.phase == AuditPhase::Running {
        if let Some(pace) = props.pace {
            line.push(fill(texts.pace, &[("count", &pace.to_string())]));
        }
        if let Some(left) = props.left {
            let (text, count) = if left < 90 {
                (texts.left_seconds, left)
            } else {
                (texts.left_minutes, left / 60)
            };
            line.push(fill(text, &[("count", &count.to_string())]));
        }
    }
    let report = props.report.clone();
    let language = props.language;
    html! {
        <div class="audit-progress">
            if props.phase != AuditPhase::Done {
                <progress aria-label={texts.title} max={pages.found.max(1).to_string()} value={done.to_string()} />
            }
            <p role={(props.phase != AuditPhase::Running).then_some("status")}>{ line.join(" · ") }</p>
            <div class="buttons">
                if props.phase == AuditPhase::Running {
                    { button(texts.pause, &props.on_pause, true) }
                    { button(texts.end, &props.on_cancel, false) }
                } else if props.phase == AuditPhase::Paused {
                    { button(texts.go_on, &props.on_resume, true) }
                    { button(texts.end, &props.on_cancel, false) }
                } else {
                    if props.resumable {
                        { button(texts.go_on, &props.on_resume, true) }
                    }
                    { copy_button(ui.copy_support, ui, &props.on_copy, move || markdown(&report, language)) }
                    { button(ui.print, &props.on_print, false) }
                    { button(texts.again, &props.on_start.reform(|()| 0), false) }
                }
            </div>
        </div>
    }
}

/// The groups of one class, under one heading.
fn groups(report: &AuditReport, class: Class, texts: &'static AuditTexts) -> Html {
    let of_class: Vec<&GroupReport> = report
        .groups
        .iter()
        .filter(|group| group.class == class)
        .collect();
    if of_class.is_empty() {
        return Html::default();
    }
    let (shown, folded) = of_class.split_at(of_class.len().min(SHOWN));
    html! {
        <section class="others">
            <h3>{ texts.heading(class) }</h3>
            <p class="soft">{ texts.class(class) }</p>
            { for shown.iter().map(|group| card(group, texts)) }
            if !folded.is_empty() {
                <details class="fold">
                    <summary><h4>{ fill(texts.more, &[("count", &folded.len().to_string())]) }</h4></summary>
                    <div class="folded others">{ for folded.iter().take(FOLDED).map(|group| card(group, texts)) }</div>
                </details>
            }
        </section>
    }
}

/// Groups of one class that are shown at once, and those that are drawn below them.
const SHOWN: usize = 8;
const FOLDED: usize = 200;

fn card(group: &GroupReport, texts: &'static AuditTexts) -> Html {
    let places = texts.places(group.hits, group.page_count);
    html! {
        <div class="card">
            <p>{ &group.remedy }</p>
            <p class="shown"><code>{ &group.resource }</code></p>
            <details class="proof">
                <summary>{ places }</summary>
                <ul class="seen">
                    { for group.pages.iter().map(|page| html! {
                        <li><a href={page.clone()} target="_blank" rel="noreferrer">{ short(page).to_owned() }</a></li>
                    }) }
                </ul>
            </details>
        </div>
    }
}

/// What was asked once per site.
fn checks(report: &AuditReport, texts: &'static AuditTexts) -> Html {
    let asked = report
        .checks
        .iter()
        .filter(|check| check.verdict != Verdict::NotApplicable);
    html! {
        <section>
            <h3>{ texts.once }</h3>
            <ul class="rows">
                { for asked.map(|check| {
                    let (name, remedy) = texts.check(check.id);
                    // What is advice alone is no fault.
                    let shown = if check.verdict == Verdict::Fail && !check.id.counts() { Verdict::Unsure } else { check.verdict };
                    html! {
                        <li>
                            { sign::verdict(shown) }
                            <div>
                                <h4>{ name }<span class="aside">{ ": " }{ texts.answer(check.verdict) }</span></h4>
                                if check.verdict == Verdict::Fail {
                                    <p>{ remedy }</p>
                                }
                                if !check.evidence.is_empty() {
                                    <p class="shown"><code>{ &check.evidence }</code></p>
                                }
                            </div>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            // A space that does not break.
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}
