//! `cargo xtask bench`: how well and how fast blockers are named, how fast pages are read, and how long the extension takes.

mod accuracy;
mod browser;
mod corpus;
mod given;
mod matching;
mod page;
mod peers;

use crate::failure::Outcome;

const HELP: &str = "\
cargo xtask bench [accuracy [--all] | matching | page | popup | diagnosis | site]

  accuracy     how many labelled answers are named right, and what the others are called, and how many texts that people have
               get the right first cause, by form and language; --all shows every label and every text that does not
  matching     answers a second on short answers and on pages of 60 kB, beside wafw00f and identYwaf, whose matching
               runs on the same answers without a request being sent
  page         how long recorded pages take to be read, natively and in wasm, beside lol_html, html5gum and html5ever, beside
               htmlparser2 and parse5 in node, and beside Chromium's DOMParser: the same pages and the same hits
  popup        from the click to the popup's first paint and to its readiness, cold and warm, in Chromium and Firefox,
               beside an empty extension's popup
  diagnosis    from the click to the verdict on the healthy recorded shop, in Chromium, beside the time of its longest
               chain of requests that waited for each other, and where the rest of the time goes
  site         first paint, listening, the first sign after a press and the verdict of the checker site, on this machine and
               on a slow line with a slow processor, in Chromium, beside the same page without its script; its first load

Without a word all of them. The answers are those of ../shared/corpus. The last three build what they measure, and set up
the browsers as `cargo xtask test` does.";

/// Reads the options and measures.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short, Value};
    let (mut only, mut all) = (None, false);
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("all") => all = true,
            Value(word) if only.is_none() => match word.to_str().and_then(Bench::named) {
                Some(bench) => only = Some(bench),
                None => return Err(Value(word).unexpected().into()),
            },
            other => return Err(other.unexpected().into()),
        }
    }
    let asked = |bench| only.is_none_or(|only| only == bench);
    if asked(Bench::Accuracy) || asked(Bench::Matching) {
        match corpus::samples()? {
            None => println!("skipped: no corpus"),
            Some(samples) => {
                if asked(Bench::Accuracy) {
                    accuracy::print(&samples, &corpus::shop()?, all);
                }
                if asked(Bench::Matching) {
                    matching::print(&samples)?;
                }
            }
        }
    }
    if asked(Bench::Page) {
        page::print()?;
    }
    if asked(Bench::Accuracy) {
        given::print(all)?;
    }
    if asked(Bench::Popup) || asked(Bench::Diagnosis) || asked(Bench::Site) {
        browser::set_up()?;
        if asked(Bench::Popup) {
            browser::print("popup")?;
        }
        if asked(Bench::Diagnosis) {
            browser::print("diagnosis")?;
        }
        if asked(Bench::Site) {
            browser::print("site")?;
        }
    }
    Ok(())
}

/// What can be measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bench {
    Accuracy,
    Matching,
    Page,
    Popup,
    Diagnosis,
    Site,
}

impl Bench {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "accuracy" => Self::Accuracy,
            "matching" => Self::Matching,
            "page" => Self::Page,
            "popup" => Self::Popup,
            "diagnosis" => Self::Diagnosis,
            "site" => Self::Site,
            _ => return None,
        })
    }
}
