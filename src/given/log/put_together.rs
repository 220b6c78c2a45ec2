//! What the lines of a log say together: alike lines once, with how often and since when; the first that failed leads.
//!
//! Nothing here hangs on the order of the lines.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{ANSWERS, Form, Given, Input, Logged, Moment, Told};
use super::{About, Line, rules};
use crate::verdict::CauseId;

/// Different things that are kept of a log.
const KINDS: usize = 4096;

/// Callers up to which a list of bans is about one that somebody looked up.
const CALLERS: usize = 3;

/// A failure this many times as rare as another one is no lead.
const RARE: u32 = 10;

/// Alike lines.
#[derive(Debug, Default)]
struct Group {
    given: Given,
    logged: Logged,
    rules: Vec<String>,
}

type Groups = BTreeMap<String, Group>;

/// What was read of a log so far.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// Calls at addresses that providers call.
    calls: Groups,
    /// The same addresses, as a browser or a robot opened them.
    visits: Groups,
    /// Lines about such a call that say nothing of what became of it.
    notices: Groups,
    /// Failures of the whole site.
    site: Groups,
    /// What plugins tell of calls.
    plugins: Groups,
    /// What befell one caller, and who.
    callers: Groups,
    banned: BTreeSet<String>,
    calling: BTreeSet<String>,
    /// Rules that were named beside a call, by its address.
    rules: BTreeMap<String, Vec<String>>,
    /// Minutes in which a call failed with the server's own error.
    broken: BTreeSet<(u16, u8, u8, u8, u8)>,
    /// Whether any line was one of a log.
    any: bool,
}

impl Log {
    /// Takes a line in.
    pub(super) fn add(&mut self, line: Line) {
        self.any = true;
        let called = line.place.as_ref().is_some_and(|place| place.is_called);
        if called {
            self.add_call(line);
            return;
        }
        let shut = line.about == About::Caller;
        if let Some(caller) = line
            .caller
            .clone()
            .filter(|_| shut && self.banned.len() <= KINDS)
        {
            self.banned.insert(caller);
        }
        let groups = match line.about {
            About::Site => &mut self.site,
            About::Caller => &mut self.callers,
            About::Plugin => &mut self.plugins,
            About::Nothing => return,
        };
        put(groups, line);
    }

    fn add_call(&mut self, line: Line) {
        let url = line
            .place
            .as_ref()
            .map(|place| place.url.clone())
            .unwrap_or_default();
        if line.told.is_none() && line.status.is_none() {
            if line.rules.is_empty() {
                let told = Some(Told::open("log-line"));
                put(&mut self.notices, Line { told, ..line });
            } else if self.rules.len() < KINDS {
                self.rules
                    .entry(path(&url).to_owned())
                    .or_default()
                    .extend(line.rules);
            }
            return;
        }
        if is_visit(&line) {
            put(&mut self.visits, line);
            return;
        }
        if let (Some(500..=503), Some(when)) = (line.status, line.when) {
            self.broken.insert(minute(when));
        }
        if let Some(caller) = line.caller.clone().filter(|_| self.calling.len() < KINDS) {
            self.calling.insert(caller);
        }
        put(&mut self.calls, line);
    }

    /// What was read; `None` where no line was one of a log.
    pub(super) fn input(mut self) -> Option<Input> {
        self.any.then_some(())?;
        self.name_rules();
        let mut answers = self.failures();
        let passed = self.passed();
        if answers.is_empty() {
            answers.extend(passed);
        } else {
            let places: Vec<(String, u32)> = passed
                .iter()
                .map(|given| (key_of_place(given), times(given)))
                .collect();
            for failed in &mut answers {
                let place = key_of_place(failed);
                let beside = places.iter().filter(|(other, _)| *other == place);
                let beside = beside.map(|(_, times)| times).sum();
                if let Some(logged) = &mut failed.logged {
                    logged.passed = beside;
                }
            }
            answers.extend(passed);
            answers.extend(finished(std::mem::take(&mut self.visits)));
        }
        if answers.is_empty() {
            let visits = finished(std::mem::take(&mut self.visits));
            answers.extend(visits.into_iter().filter(is_refused_visit));
        }
        if answers.is_empty() && self.banned.len() <= CALLERS {
            answers.extend(finished(std::mem::take(&mut self.callers)));
        }
        if answers.is_empty() {
            answers.extend(finished(std::mem::take(&mut self.notices)));
        }
        if answers.is_empty() {
            answers.push(Given {
                told: Some(Told::open("log-no-callback")),
                ..Given::default()
            });
        }
        answers.truncate(ANSWERS);
        Some(Input {
            form: Form::Log,
            answers,
        })
    }

    /// Whether no line says anything about a call.
    pub(super) fn is_mute(&self) -> bool {
        let kinds = [
            &self.calls,
            &self.visits,
            &self.notices,
            &self.site,
            &self.plugins,
            &self.callers,
        ];
        kinds.iter().all(|groups| groups.is_empty())
    }

    /// Gives the rules that warnings named to the refusal that followed.
    fn name_rules(&mut self) {
        for group in self.calls.values_mut() {
            let refused = group
                .given
                .told
                .as_ref()
                .is_some_and(|told| told.cause == CauseId::Blocked);
            let url = group.given.url.as_deref().unwrap_or_default();
            if refused && let Some(rules) = self.rules.get(path(url)) {
                group.rules.extend(rules.iter().cloned());
            }
        }
    }

    /// What failed, the first that leads first.
    fn failures(&mut self) -> Vec<Given> {
        let calls = std::mem::take(&mut self.calls);
        let (failed, passed): (Groups, Groups) = calls
            .into_iter()
            .partition(|(_, group)| fails(&group.given));
        self.calls = passed;
        let mut groups: Vec<(String, Group)> = failed.into_iter().collect();
        groups.extend(std::mem::take(&mut self.plugins));
        let alone = groups.is_empty() && self.calls.is_empty();
        let broken = std::mem::take(&mut self.broken);
        let beside = |group: &Group| {
            let moments = [group.logged.since, group.logged.until];
            moments
                .into_iter()
                .flatten()
                .any(|when| broken.contains(&minute(when)))
        };
        let site = std::mem::take(&mut self.site).into_iter();
        groups.extend(site.filter(|(_, group)| alone || beside(group)));
        // A ban of somebody who was seen to call.
        if self
            .banned
            .iter()
            .any(|caller| self.calling.contains(caller))
        {
            groups.extend(std::mem::take(&mut self.callers));
        }
        let most = groups
            .iter()
            .map(|(_, group)| group.logged.times)
            .max()
            .unwrap_or(0);
        let told: Vec<(CauseId, bool)> = groups
            .iter()
            .filter_map(|(_, group)| {
                Some((
                    group.given.told.as_ref()?.cause,
                    group.given.status.is_none(),
                ))
            })
            .collect();
        groups.sort_by_cached_key(|(key, group)| {
            let bare = group.given.told.is_none();
            let explained = bare
                && told
                    .iter()
                    .any(|(cause, _)| tells(*cause, group.given.status));
            let rare = group.logged.times.saturating_mul(RARE) <= most;
            let since = group.logged.since;
            (explained, rare, since.is_none(), since, key.clone())
        });
        groups.into_iter().map(|(_, group)| finish(group)).collect()
    }

    /// Calls that were answered with a success.
    fn passed(&mut self) -> Vec<Given> {
        finished(std::mem::take(&mut self.calls))
    }
}

fn times(given: &Given) -> u32 {
    given.logged.as_ref().map_or(1, |logged| logged.times)
}

fn key_of_place(given: &Given) -> String {
    path(given.url.as_deref().unwrap_or_default()).to_ascii_lowercase()
}

/// The path of an address with its query.
fn path(url: &str) -> &str {
    let Some((_, rest)) = url.split_once("://") else {
        return url;
    };
    rest.find('/').and_then(|at| rest.get(at..)).unwrap_or(rest)
}

const fn minute(when: Moment) -> (u16, u8, u8, u8, u8) {
    (when.year, when.month, when.day, when.hour, when.minute)
}

/// Whether a line tells of a failure.
fn fails(given: &Given) -> bool {
    given
        .told
        .as_ref()
        .is_some_and(|told| told.cause != CauseId::Undetermined)
        || given.status.is_some_and(|status| status >= 300)
}

/// Whether words that are known say why a status came.
fn tells(cause: CauseId, status: Option<u16>) -> bool {
    match status {
        Some(500..=599) if cause == CauseId::ServerError => true,
        Some(504 | 499 | 408) => cause == CauseId::SlowAnswer,
        Some(401) => cause == CauseId::LoginWall,
        Some(404) => cause == CauseId::RewriteNotServed,
        Some(403 | 405 | 406 | 429 | 503) => matches!(
            cause,
            CauseId::Blocked | CauseId::Challenge | CauseId::RateLimited | CauseId::PostRefused
        ),
        _ => false,
    }
}

/// Whether a browser or a robot opened the address: a success of theirs is no callback's, and a redirect sends a shopper on.
fn is_visit(line: &Line) -> bool {
    if line.told.is_some() {
        return false;
    }
    let Some(status) = line.status else {
        return false;
    };
    let agent = line
        .agent
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let browser = agent.contains("mozilla/5.0")
        && (agent.contains("applewebkit") || agent.contains("gecko/") || agent == "mozilla/5.0");
    match line.method.as_deref() {
        Some("POST" | "PUT" | "PATCH" | "DELETE") => browser && status < 400,
        Some("GET") => browser || is_robot(&agent) || agent.is_empty() && status < 400,
        None => false,
        _ => true,
    }
}

/// Whether a visitor was refused who asked as somebody does that looks at the address: many callbacks take POST alone.
fn is_refused_visit(given: &Given) -> bool {
    let agent = given.agent.as_deref().unwrap_or_default();
    given.method.as_deref() == Some("GET")
        && given
            .status
            .is_some_and(|status| status >= 400 && status != 405)
        && !is_robot(&agent.to_ascii_lowercase())
}

fn is_robot(agent: &str) -> bool {
    [
        "bot",
        "crawl",
        "spider",
        "monitor",
        "uptime",
        "preview",
        "facebookexternal",
        "wordpress/",
    ]
    .iter()
    .any(|word| agent.contains(word))
}

/// Puts a line to those that say the same.
fn put(groups: &mut Groups, line: Line) {
    let url = line
        .place
        .map(|place| place.url)
        .filter(|url| !url.is_empty());
    let told = line.told.as_ref();
    let status = line.status.unwrap_or(0).to_string();
    let key = [
        url.as_deref().unwrap_or_default(),
        "\n",
        line.method.as_deref().unwrap_or_default(),
        "\n",
        &status,
        "\n",
        line.agent.as_deref().unwrap_or_default(),
        "\n",
        told.map(|told| told.cause.as_str()).unwrap_or_default(),
        "\n",
        told.and_then(|told| told.blocker.or(told.said))
            .unwrap_or_default(),
        "\n",
        told.map(|told| told.words.as_str()).unwrap_or_default(),
        "\n",
        line.plugin.as_deref().unwrap_or_default(),
    ]
    .concat();
    if groups.len() >= KINDS && !groups.contains_key(&key) {
        return;
    }
    let group = groups.entry(key).or_insert_with(|| Group {
        given: Given {
            method: line.method,
            url,
            status: line.status,
            agent: line.agent,
            told: line.told,
            ..Given::default()
        },
        logged: Logged {
            plugin: line.plugin,
            ray: line.ray.clone(),
            ..Logged::default()
        },
        rules: Vec::new(),
    });
    let logged = &mut group.logged;
    logged.times = logged.times.saturating_add(1);
    // Of several the least, whatever their order.
    if let Some(ray) = line.ray
        && logged.ray.as_ref().is_some_and(|known| ray < *known)
    {
        logged.ray = Some(ray);
    }
    if let Some(when) = line.when {
        logged.since = Some(logged.since.map_or(when, |since| since.min(when)));
        logged.until = Some(logged.until.map_or(when, |until| until.max(when)));
    }
    if group.rules.len() < KINDS {
        group.rules.extend(line.rules);
    }
}

fn finished(groups: Groups) -> Vec<Given> {
    groups.into_values().map(finish).collect()
}

fn finish(group: Group) -> Given {
    Given {
        logged: Some(Box::new(Logged {
            rules: rules::sorted(group.rules),
            ..group.logged
        })),
        ..group.given
    }
}
