//! `cargo xtask audit`: the audit of a whole site with the native hand.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant, SystemTime},
};

use callback_doctor::{
    audit::{
        Audit, Came, DEFAULT_PAGES, IN_FLIGHT, MOST_PAGES, PAGE_BYTES, Plan, REQUEST_TIMEOUT_MS,
        Reply, Request, SITEMAP_BYTES, What,
    },
    audit_report,
    inquiry::{Inquiry, Step},
    shop::{Harmless, Url},
    text::Language,
};

use crate::{
    client::{self, Client, ClientOptions, Line, milliseconds},
    failure::{Failure, Outcome},
    progress,
};

const HELP: &str = "\
cargo xtask audit URL [OPTIONS]

Reads the whole site of URL over https, and finds every place where a page loads, sends or leads to http. Asks for
robots.txt, the sitemaps, and the pages that those list and that the pages link to; four at a time, fewer where the site
slows, and none once it asks for a rest. Never follows a link that acts, and never logs in.

  --pages N        reads at most N pages rather than 200, up to 50000
  --json           prints the report as JSON
  --hits FILE      writes every hit to FILE, a JSON object a line
  --ignore-robots  also reads what robots.txt asks crawlers to leave alone
  --connect-to HOST:PORT:ADDRESS:PORT
                   asks ADDRESS:PORT where HOST:PORT is meant; an empty HOST or PORT matches any; may be repeated
  --insecure       accepts any certificate";

/// By what name the audit asks: it says what it is.
const USER_AGENT: &str = concat!(
    "Mozilla/5.0 (compatible; callback-doctor/",
    env!("CARGO_PKG_VERSION"),
    ")"
);

/// Reads the options and audits.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::{
        Arg::{Long, Short, Value},
        ValueExt,
    };
    let (mut url, mut hits) = (None, None::<PathBuf>);
    let (mut pages, mut json, mut ignore_robots) = (DEFAULT_PAGES, false, false);
    let mut options = ClientOptions::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("pages") => pages = args.value()?.parse()?,
            Long("json") => json = true,
            Long("hits") => hits = Some(args.value()?.into()),
            Long("ignore-robots") => ignore_robots = true,
            Long("connect-to") => options.connect_to.push(args.value()?.parse()?),
            Long("insecure") => options.insecure = true,
            Value(value) if url.is_none() => url = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let url = url.ok_or_else(|| {
        Failure::usage("The address of the site is missing: cargo xtask audit URL.")
    })?;
    if !(1..=MOST_PAGES).contains(&pages) {
        return Err(Failure::usage(format!(
            "--pages takes a number from 1 to {MOST_PAGES}, not {pages}."
        )));
    }
    let plan = Plan {
        pages,
        ignore_robots,
        started: Some(humantime::format_rfc3339_seconds(SystemTime::now()).to_string()),
        ..Plan::new(home(&url)?)
    };
    let mut hits = hits.map(Hits::create).transpose()?;
    let client = Client::new(options)
        .map_err(|error| Failure::new(format!("No secure connections can be made: {error}.")))?;
    let mut audit = Audit::new(plan);
    drive(&mut audit, &Arc::new(client), hits.as_mut())?;
    if let Some(hits) = hits {
        hits.finish()?;
    }
    let report = audit_report::report(&audit, Language::default());
    if json {
        let json = serde_json::to_string_pretty(&report)
            .map_err(|error| Failure::new(format!("The report could not be written: {error}.")))?;
        println!("{json}");
    } else {
        print!("{}", audit_report::markdown(&report, Language::default()));
    }
    Ok(())
}

/// The site's home in what was typed.
fn home(text: &str) -> Outcome<Url> {
    let text = text.trim();
    let absolute = if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    // This parser knows international names.
    let typed = client::parse(&absolute).and_then(|url| Url::parse(url.as_str()).ok());
    let Some(url) = typed else {
        return Err(Failure::usage(format!(
            "{text:?} is no address of a site: expected something like https://shop.example.com."
        )));
    };
    // Of a callback or an order nothing but its site is asked for.
    let harmless = Harmless::of(&url);
    Ok(if harmless.callback.is_some() {
        url.with_path("/")
    } else {
        harmless.page.with_query(None)
    })
}

/// The file of hits.
struct Hits {
    path: PathBuf,
    out: BufWriter<File>,
}

impl Hits {
    fn create(path: PathBuf) -> Outcome<Self> {
        let file =
            File::create(&path).map_err(Failure::at(format!("Writing {}", path.display())))?;
        Ok(Self {
            path,
            out: BufWriter::new(file),
        })
    }

    fn write(&mut self, audit: &mut Audit) -> Outcome {
        for hit in audit.take_hits() {
            let line = serde_json::to_string(&hit).map_err(Failure::at("Writing a hit"))?;
            writeln!(self.out, "{line}")
                .map_err(Failure::at(format!("Writing {}", self.path.display())))?;
        }
        Ok(())
    }

    fn finish(mut self) -> Outcome {
        self.out
            .flush()
            .map_err(Failure::at(format!("Writing {}", self.path.display())))
    }
}

/// Sends what the audit asks for until it is done.
fn drive(audit: &mut Audit, client: &Arc<Client>, mut hits: Option<&mut Hits>) -> Outcome {
    let (work, todo) = mpsc::channel::<Request>();
    let todo = Arc::new(std::sync::Mutex::new(todo));
    let (sender, answers) = mpsc::channel();
    for _ in 0..IN_FLIGHT {
        let (todo, sender, client) = (Arc::clone(&todo), sender.clone(), Arc::clone(client));
        thread::spawn(move || {
            let mut line = None;
            loop {
                let next = todo.lock().map(|todo| todo.recv());
                let Ok(Ok(request)) = next else { return };
                thread::sleep(milliseconds(request.rest_ms));
                let reply = send(&client, &request, &mut line);
                if sender.send((request.id, reply)).is_err() {
                    return;
                }
            }
        });
    }
    let (began, mut told) = (Instant::now(), Instant::now());
    loop {
        match audit.next() {
            Step::Send(request) => {
                let sent = work.send(request);
                sent.map_err(|_| Failure::new("No request can be sent any more."))?;
            }
            Step::Wait => {
                let (id, reply) = answers
                    .recv()
                    .map_err(|_| Failure::new("No answer can come any more."))?;
                audit.observe(id, reply);
                match &mut hits {
                    Some(hits) => hits.write(audit)?,
                    None => drop(audit.take_hits()),
                }
                if told.elapsed() > Duration::from_secs(2) {
                    told = Instant::now();
                    let counts = audit.counts();
                    let done = counts.read + counts.failed;
                    let seconds = began.elapsed().as_secs().max(1);
                    let pace = u64::try_from(done).unwrap_or(u64::MAX) / seconds;
                    progress::note(&format!(
                        "{done} of {} pages, {pace} a second",
                        counts.found
                    ));
                }
            }
            Step::Done => return Ok(()),
        }
    }
}

fn send(client: &Client, request: &Request, line: &mut Option<Line>) -> Reply {
    let keep = match request.what {
        What::Sitemap => SITEMAP_BYTES,
        _ => PAGE_BYTES,
    };
    let start = Instant::now();
    let deadline = start + milliseconds(REQUEST_TIMEOUT_MS);
    let url = request.url.to_string();
    let came = match client.get(&url, USER_AGENT, keep, deadline, line) {
        Ok(received) => Came::Answer {
            status: received.status,
            headers: received.headers.into_iter().collect(),
            whole: received.end.is_whole(),
            body: received.body,
        },
        Err(why) => Came::Nothing(why),
    };
    Reply {
        came,
        elapsed_ms: u32::try_from(start.elapsed().as_millis()).ok(),
    }
}
