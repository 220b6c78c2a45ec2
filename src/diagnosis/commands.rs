//! The commands that settle what a web page may not see: the brain's own requests, for a terminal.
//!
//! Each command is one curl line. After its answer it prints a line of its own, by which
//! [`crate::given::commands`] finds it again in whatever was pasted.

use crate::case::{Call, Case, Of, Pasted};
use crate::command::{Shell, line};
use crate::gateway::Form;
use crate::page::Structure;
use crate::probe::{Caller, Method, Purpose, limits};
use crate::rest_index;
use crate::shop::{Scheme, Url};
use crate::verdict::{CauseId, Confidence, Surface};

use super::question::{self, Question};
use super::ranking::rank;

/// The same commands for each kind of terminal, to be pasted at once.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Script {
    /// For a POSIX shell: Linux, macOS.
    pub posix: String,
    /// For the command prompt and PowerShell alike.
    pub windows: String,
}

/// The commands that settle what a web page could not see of this case; `None` where they would settle nothing, or an
/// answer asks to leave the shop alone. At most [`limits::PROBES`], one after the other with a pause.
pub fn commands(case: &Case) -> Option<Script> {
    let looks = matches!(case.surface, Surface::Site | Surface::InPage);
    let in_page = case.surface == Surface::InPage && case.pasted.is_empty();
    if !looks || question::wants_quiet(case) || in_page && is_proven(case) {
        return None;
    }
    let left = limits::PROBES.saturating_sub(case.asked.len());
    // What was brought along may be old, and nobody knows who asked; what a page's own script saw ends with its window. The
    // commands begin from the beginning.
    let fresh = in_page || case.has_brought_answers() && !case.has_pasted_provider();
    // In a further round: what the answers raised.
    let questions: Vec<Question> = if case.callbacks().next().is_some() && !fresh {
        question::open(case).take(left).collect()
    } else {
        first(case)
    };
    // Who brought an answer along has not asked for the page with it.
    let brought = case.page.is_none() && case.has_brought_answers();
    let page = if case.pasted.is_empty() || brought && !case.pasted.iter().any(Pasted::is_page) {
        Some(case.requested.clone())
    } else {
        case.next_page()
    };
    let mut commands: Vec<Command> = page
        .map(|page| (Method::Get, page, Caller::Browser))
        .into_iter()
        .collect();
    let questions = questions
        .into_iter()
        .map(|q| (q.method, q.url, q.caller))
        .filter(|(method, url, caller)| fresh || case.pasted(*method, url, *caller).is_none());
    commands.extend(questions);
    commands.truncate(limits::PROBES);
    (!commands.is_empty()).then(|| Script {
        posix: posix(case, &commands),
        windows: windows(case, &commands),
    })
}

/// Whether the first cause is certain, so that no command would change it.
fn is_proven(case: &Case) -> bool {
    rank(case).causes.first().is_some_and(|found| {
        found.confidence == Confidence::Certain
            && !matches!(found.cause, CauseId::Healthy | CauseId::Undetermined)
    })
}

/// Everything that a client might come to ask, since nobody decides between two lines of a terminal.
fn first(case: &Case) -> Vec<Question> {
    let ask = |purpose, caller, call: Call| Question {
        purpose,
        caller,
        method: call.method,
        url: call.url,
        of: call.of,
    };
    let provider = |purpose, call| ask(purpose, Caller::Provider, call);
    let shop = &case.shop;
    let form = case.form();
    let mut questions = vec![
        provider(Purpose::Endpoint, case.callback()),
        ask(Purpose::Endpoint, Caller::Browser, case.callback()),
    ];
    let structure = case.structure().map(|(structure, _)| structure);
    if case.rest().is_none() {
        let relative = match structure {
            Some(Structure::Plain) => "?rest_route=/&",
            Some(Structure::Pathinfo) => "index.php/wp-json/?",
            _ => "wp-json/?",
        };
        let purpose = match structure {
            Some(Structure::Plain) => Purpose::RestRoute,
            _ => Purpose::RestIndex,
        };
        let url = Url::parse(&[&shop.at(relative), rest_index::FIELDS].concat());
        questions.extend(url.ok().map(|url| Question {
            purpose,
            caller: Caller::Browser,
            method: Method::Get,
            url,
            of: Of::Site,
        }));
    }
    let control = || {
        case.control_in(form)
            .filter(|_| !case.is_asked_by_control())
    };
    let mut add = |purpose, call: Option<Call>| {
        questions.extend(call.map(|call| provider(purpose, call)));
    };
    add(Purpose::Control, control());
    if form != Form::Query {
        add(Purpose::QueryForm, case.call_in(shop, "", Form::Query));
    }
    add(Purpose::GetForm, case.by_get());
    if let Some(prefix) = case.prefixes().first().filter(|_| case.takes_language()) {
        add(Purpose::Prefixed, case.call_in(shop, prefix, form));
    }
    if form == Form::Pretty && matches!(structure, None | Some(Structure::Pathinfo)) {
        add(
            Purpose::PathinfoForm,
            case.call_in(shop, "", Form::Pathinfo),
        );
    }
    if shop.scheme() == Scheme::Https && shop.port().is_none() {
        let http = shop.with_scheme(Scheme::Http);
        add(Purpose::HttpsRedirect, case.call_in(&http, "", form));
    }
    questions
}

/// Method, address, and whom it imitates.
type Command = (Method, Url, Caller);

/// The file that the answers go into, where the terminal is; the person pastes or drops it.
const FILE: &str = "callback-doctor.txt";

/// Bytes that are kept of what the callback answers, with its head, and of any other answer: a page shows its plugins far
/// down.
const KEPT: [&str; 2] = ["16000", "400000"];

/// In a shell of its own, which reads every line before it runs the first one and keeps nothing: there each of the lines
/// goes through a function that counts, cuts, and writes into the file. The clipboard gets it where there is one.
fn posix(case: &Case, commands: &[Command]) -> String {
    let [callback, other] = KEPT;
    let count = commands.len().to_string();
    [
        "(\nf=",
        FILE,
        "\nn=0\n: >|$f\ncurl() {\nn=$((n+1))\necho \"$n of ",
        &count,
        "\"\ncase \"$*\" in *wc-api*) k=",
        callback,
        ";; *) k=",
        other,
        ";; esac\ncommand curl \"$@\" >|$f.part 2>&1\n\
         { head -c $k $f.part; [ $(wc -c <$f.part) -le $k ] || { echo; tail -n 1 $f.part; }; } >>$f\n}\n",
        &lines(case, commands, Shell::Posix, |_, line| [&line, "\nsleep 1\n"].concat()),
        "rm $f.part\n(pbcopy || wl-copy || xclip -selection clipboard) <$f >/dev/null 2>&1\n\
         echo \"Done: $PWD/$f\"\n)\n",
    ]
    .concat()
}

/// Without variables and functions, which the command prompt and PowerShell write differently. `timeout` would take the
/// pasted lines for keys; two pings are a second.
fn windows(case: &Case, commands: &[Command]) -> String {
    let count = commands.len().to_string();
    let each = |number: usize, line: String| {
        let to = if number == 1 { " > " } else { " >> " };
        let number = number.to_string();
        [
            "echo ",
            &number,
            "/",
            &count,
            "\n",
            &line,
            to,
            FILE,
            "\nping -n 2 127.0.0.1\n",
        ]
        .concat()
    };
    let lines = lines(case, commands, Shell::Windows, each);
    [&lines, "type ", FILE, " | clip\necho Done\n"].concat()
}

fn lines(
    case: &Case,
    commands: &[Command],
    shell: Shell,
    each: impl Fn(usize, String) -> String,
) -> String {
    let agent = case.agent();
    let agent = agent.as_str();
    let lines = commands.iter().zip(1..);
    lines
        .map(|((method, url, caller), number)| {
            each(
                number,
                line(*method, &url.to_string(), *caller, agent, shell),
            )
        })
        .collect()
}
