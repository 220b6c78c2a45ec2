//! `cargo xtask diagnose`: the brain with the native hand.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    thread,
    time::{Instant, SystemTime},
};

use callback_doctor::{
    case::{PageHop, PageRead},
    diagnosis::{Diagnosis, Intake, Step, Stopped},
    gateway::{GATEWAYS, Gateway},
    page,
    probe::{UserAgent, limits},
    report::{
        Report, Surface,
        export::{Audience, CSV_HEADER, Format, Shared, Whom, export, letter},
    },
    shop::{Harmless, Url},
    text::Language,
};

use crate::{
    client::{self, Client, ClientOptions, milliseconds},
    failure::{Failure, Outcome},
    progress,
};

const HELP: &str = "\
cargo xtask diagnose URL [OPTIONS]

Reads the page at URL, diagnoses the shop behind it, and prints the report. Of a callback's address the shop's home is
read; the callback itself is never opened, and nothing of its query is sent.

  --page FILE      reads saved HTML in place of the page
  --gateway ID     asks for this payment plugin's callback rather than the one that the shop shows, such as stripe
  --on-file ADDRESS
                   compares this callback's address, as the provider has it on file, with the shop's own
  --json           prints the report as JSON, as --export json does
  --export FORMAT  prints it as markdown, text, html, json, csv or junit
  --letter WHOM    prints a letter to the host, the developer or the provider
  --audience WHO   who will read it: me (everything; the default of JSON and of the screen), ticket (no secrets) or public
                   (nor whose shop it is)
  --language TAG   writes in this language, such as en
  --connect-to HOST:PORT:ADDRESS:PORT
                   asks ADDRESS:PORT where HOST:PORT is meant; an empty HOST or PORT matches any; may be repeated
  --insecure       accepts any certificate
  --user-agent TEXT
                   imitates the provider with this User-Agent rather than the one that its own is known to have";

/// What was asked for.
#[derive(Debug, Default)]
struct Arguments {
    /// The page that someone has open, or a callback's address, as it was typed.
    url: String,
    /// Saved HTML to read in its place.
    page: Option<PathBuf>,
    /// The address that the provider has on file, where that is another than `url`.
    on_file: Option<String>,
    /// The gateway to ask about.
    gateway: Option<&'static Gateway>,
    /// What to print.
    print: Print,
    /// Who will read it.
    audience: Option<Audience>,
    /// The language of the report.
    language: Language,
    /// The `User-Agent` that imitates the provider.
    user_agent: UserAgent,
}

/// What to print.
#[derive(Clone, Copy, Debug, Default)]
enum Print {
    /// Markdown, and what may be asked next.
    #[default]
    Screen,
    Export(Format),
    Letter(Whom),
}

/// Reads the options and diagnoses.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::{
        Arg::{Long, Short, Value},
        ValueExt,
    };
    let mut arguments = Arguments::default();
    let mut options = ClientOptions::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("page") => arguments.page = Some(args.value()?.into()),
            Long("gateway") => arguments.gateway = Some(gateway(&args.value()?.string()?)?),
            Long("on-file") => arguments.on_file = Some(args.value()?.string()?),
            Long("json") => arguments.print = Print::Export(Format::Json),
            Long("export") => {
                let named = one_of(&args.value()?.string()?, &Format::ALL, Format::as_str)?;
                arguments.print = Print::Export(named);
            }
            Long("letter") => {
                let named = one_of(&args.value()?.string()?, &Whom::ALL, Whom::as_str)?;
                arguments.print = Print::Letter(named);
            }
            Long("audience") => {
                let named = one_of(&args.value()?.string()?, &Audience::ALL, Audience::as_str)?;
                arguments.audience = Some(named);
            }
            Long("language") => {
                let named = one_of(&args.value()?.string()?, Language::ALL, Language::code)?;
                arguments.language = named;
            }
            Long("connect-to") => options.connect_to.push(args.value()?.parse()?),
            Long("insecure") => options.insecure = true,
            Long("user-agent") => {
                arguments.user_agent = UserAgent::new(&args.value()?.string()?)
                    .map_err(|error| Failure::usage(error.to_string()))?;
            }
            Value(url) if arguments.url.is_empty() => arguments.url = url.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    if arguments.url.is_empty() {
        return Err(Failure::usage(
            "The address of the shop is missing: cargo xtask diagnose URL.",
        ));
    }
    let client = Client::new(options)
        .map_err(|error| Failure::new(format!("No secure connections can be made: {error}.")))?;
    diagnose(&arguments, &Arc::new(client))
}

/// The one of this name; the error says which there are.
fn one_of<T: Copy>(name: &str, all: &[T], name_of: fn(T) -> &'static str) -> Outcome<T> {
    let found = all.iter().copied().find(|one| name_of(*one) == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|one| name_of(*one)).collect();
        Failure::usage(format!("{name:?} is none of these: {}.", names.join(", ")))
    })
}

fn gateway(id: &str) -> Outcome<&'static Gateway> {
    Gateway::by_id(id).ok_or_else(|| {
        let ids: Vec<&str> = GATEWAYS.iter().map(|gateway| gateway.id).collect();
        let ids = ids.join(", ");
        Failure::usage(format!(
            "{id:?} is no payment plugin that is known here. These are: {ids}."
        ))
    })
}

/// Reads the page, runs the diagnosis with this hand, and prints the report.
fn diagnose(arguments: &Arguments, client: &Arc<Client>) -> Outcome {
    let typed = Typed::parse(&arguments.url)?;
    let about = arguments.on_file.as_deref().map(on_file).transpose()?;
    let begun = Instant::now();
    let intake = Intake {
        page: match &arguments.page {
            Some(file) => Some(saved_page(file, &typed.page)?),
            None => open_page(client, &typed.page, begun + milliseconds(limits::PAGE_MS)),
        },
        started: Some(humantime::format_rfc3339_seconds(SystemTime::now()).to_string()),
        user_agent: arguments.user_agent.clone(),
        gateway: arguments.gateway,
        language: arguments.language,
        about,
        ..Intake::new(&typed.address, Surface::Native)
    };
    let diagnosis = Diagnosis::new(intake).map_err(|error| Failure::usage(error.to_string()))?;
    let report = drive(
        diagnosis,
        client,
        begun + milliseconds(limits::DIAGNOSIS_MS),
    );
    let audience = arguments.audience.unwrap_or_default();
    let language = arguments.language;
    match arguments.print {
        Print::Screen => {
            let audience = arguments.audience.unwrap_or(Audience::Me);
            let shared = Shared::of(&report, audience);
            print!("{}", export(&shared, Format::Markdown, language));
            for other in report.others() {
                println!("To check {} instead: --gateway {}", other.name, other.id);
            }
        }
        Print::Export(format) => {
            let audience = match format {
                // A program on this computer reads it.
                Format::Json => arguments.audience.unwrap_or(Audience::Me),
                _ => audience,
            };
            let text = export(&Shared::of(&report, audience), format, language);
            match format {
                Format::Csv => print!("{CSV_HEADER}\r\n{text}"),
                Format::Json => println!("{text}"),
                _ => print!("{text}"),
            }
        }
        Print::Letter(whom) => {
            print!("{}", letter(&Shared::of(&report, audience), whom, language));
        }
    }
    Ok(())
}

/// An address as it was typed, in its normal form, reduced to what is harmless.
struct Typed {
    /// What may be opened.
    page: String,
    /// That page, or the callback that was typed, by its name alone.
    address: String,
}

impl Typed {
    fn parse(text: &str) -> Result<Self, Failure> {
        let text = text.trim();
        // Without a scheme people mean https; a scheme of another kind is refused below.
        let absolute = if text.contains("://") {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        // This parser knows international names.
        let typed = client::parse(&absolute).and_then(|url| Url::parse(url.as_str()).ok());
        match typed.map(|url| Harmless::of(&url)) {
            Some(found) => Ok(Self {
                page: found.page.to_string(),
                address: found.address().to_string(),
            }),
            None => Err(Failure::usage(format!(
                "{text:?} is no address of a shop: expected something like https://shop.example.com."
            ))),
        }
    }
}

fn on_file(text: &str) -> Outcome<Harmless> {
    let found = Url::typed(text).map(|url| Harmless::of(&url));
    let found = found.ok().filter(|found| found.callback.is_some());
    found.ok_or_else(|| Failure::usage(format!("{text:?} is no address of a payment callback.")))
}

/// Reads the page over the network. A page that cannot be read is no page; the probes will say why.
fn open_page(client: &Client, url: &str, deadline: Instant) -> Option<PageRead> {
    progress::note(&format!("Reading {url}"));
    let read = client.read_page(url, deadline);
    let response = read.answer.response()?;
    if (300..400).contains(&response.status) {
        return None;
    }
    Some(PageRead {
        signs: page::read_bytes(&read.body, Some(&read.url)),
        url: read.url,
        hops: read
            .hops
            .into_iter()
            .map(|hop| PageHop {
                url: hop.url,
                status: Some(hop.status),
                location: Some(hop.location),
            })
            .collect(),
        status: Some(response.status),
        link_header: response.headers.get("link").map(str::to_owned),
    })
}

fn saved_page(file: &Path, url: &str) -> Result<PageRead, Failure> {
    let cannot = |error: std::io::Error| {
        Failure::new(format!("{} could not be read: {error}.", file.display()))
    };
    let mut html = Vec::new();
    let limit = u64::try_from(limits::PAGE_BYTES).unwrap_or(u64::MAX);
    File::open(file)
        .and_then(|file| file.take(limit).read_to_end(&mut html))
        .map_err(cannot)?;
    Ok(PageRead {
        url: url.to_owned(),
        signs: page::read_bytes(&html, Some(url)),
        ..PageRead::default()
    })
}

/// Sends what the diagnosis asks for, two at a time, until it is done or out of time.
fn drive(mut diagnosis: Diagnosis, client: &Arc<Client>, deadline: Instant) -> Report {
    let (sender, answers) = mpsc::channel();
    let began = Instant::now();
    loop {
        match diagnosis.next() {
            Step::Send(probe) => {
                progress::note(&format!("{} {}", probe.method.as_str(), probe.url));
                let (sender, client) = (sender.clone(), Arc::clone(client));
                // Not joined: out of time, the report does not wait for the last answer.
                thread::spawn(move || {
                    let answer = client.send(&probe);
                    let _ = sender.send((probe.id, answer));
                });
            }
            Step::Wait => {
                let left = deadline.saturating_duration_since(Instant::now());
                match answers.recv_timeout(left) {
                    Ok((id, answer)) => diagnosis.observe(id, answer),
                    Err(_) => diagnosis.stop(Stopped::OutOfTime),
                }
            }
            Step::Done => {
                return Report {
                    took_ms: u32::try_from(began.elapsed().as_millis()).ok(),
                    ..diagnosis.report()
                };
            }
        }
    }
}
