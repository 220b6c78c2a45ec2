//! Which probe next: the cheapest question that tells the remaining causes apart.
//!
//! Each question says, from the case alone, whether it is worth asking now and where. The first one that is and was not
//! yet asked is sent; when none is left, the diagnosis is done.

use crate::case::{Asked, Call, Case, Of, Pasted};
use crate::gateway::{Endpoint, Form};
use crate::page::Structure;
use crate::probe::{Answer, Caller, Method, NoAnswer, Outcome, Purpose, Speaker, limits};
use crate::reading::{Meaning, Reading};
use crate::rest_index::{self, RestIndex};
use crate::shop::{Scheme, ShopUrl, Url, reach};
use crate::verdict::{CauseId, Confidence, Surface};

/// A request that is worth sending.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) purpose: Purpose,
    pub(super) caller: Caller,
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) of: Of,
}

/// The next question, if any is left; `only_pasted` where nothing may be sent. `None` while an answer under way decides what
/// to ask.
pub(super) fn next(case: &Case, only_pasted: bool) -> Option<Question> {
    // Where the home lies decides what else to ask.
    let of_home = home(case).filter(|_| case.asked.len() > usize::from(case.reads_callbacks()));
    if let Some(home) = of_home
        && case
            .asked
            .iter()
            .any(|a| a.heard.is_none() && a.url == home.url)
    {
        return None;
    }
    // Which gateway it is, REST may show: until then only the callback itself is asked.
    let tells = |a: &Asked| matches!(a.probe.purpose, Purpose::RestIndex | Purpose::RestRoute);
    let awaited = case.asked.iter().any(|a| a.heard.is_none() && tells(a));
    // Who listens is there.
    let listens = case
        .reading(Purpose::Endpoint)
        .is_some_and(|reading| reading.meaning == Meaning::Arrived { registered: true });
    let unsettled = awaited && case.reads_callbacks() && !case.has_gateway() && !listens;
    let found = open(case).find(|question| {
        // One pasted answer is one sample.
        let pasted = question.purpose != Purpose::Repeat
            && case
                .pasted(question.method, &question.url, question.caller)
                .is_some();
        pasted || !only_pasted && case.can_have(question.purpose, pasted)
    });
    found.filter(|question| !unsettled || question.purpose == Purpose::Endpoint)
}

/// Takes an answer that somebody has without its address: to the provider's call, from whoever made it.
pub(super) fn bring(case: &mut Case, answer: Answer) {
    let Call { method, url, .. } = case.callback();
    let known = case.pasted(method, &url, answer.caller).is_some();
    if !known {
        case.pasted.push(Pasted {
            method,
            url,
            answer,
            brought: true,
        });
    }
}

/// Every question that is worth asking now, also those that this hand may not ask.
pub(super) fn open(case: &Case) -> impl Iterator<Item = Question> {
    let questions = if case.reads_callbacks() {
        FROM_A_CLIENT
    } else {
        FROM_A_PAGE
    };
    questions.iter().filter_map(|ask| ask(case)).filter(|q| {
        let again = q.purpose == Purpose::Repeat;
        !case.asked.iter().any(|a| {
            let same = a.url == q.url && a.probe.caller == q.caller && a.probe.method == q.method;
            same && (!again || a.probe.purpose == Purpose::Repeat)
        })
    })
}

type Ask = fn(&Case) -> Option<Question>;

/// In order of what they settle for the price.
const FROM_A_CLIENT: &[Ask] = &[
    endpoint_as_provider,
    home,
    endpoint_as_browser,
    rest_index,
    control,
    get_form,
    query_form,
    prefixed,
    rest_route,
    rest_namespace,
    pathinfo_form,
    repeat,
    http_form,
    block_route,
    hop,
];

/// A plain page may read REST alone.
const FROM_A_PAGE: &[Ask] = &[
    home,
    rest_index,
    rest_route,
    rest_namespace,
    rest_index_below,
    rest_index_over_https,
    rest_index_of_twin,
    presence,
];

#[expect(clippy::unnecessary_wraps, reason = "what every question ends with")]
fn ask(purpose: Purpose, caller: Caller, call: Call) -> Option<Question> {
    Some(Question {
        purpose,
        caller,
        method: call.method,
        url: call.url,
        of: call.of,
    })
}

/// REST is no callback, so a browser asks.
fn get(purpose: Purpose, url: &str) -> Option<Question> {
    Some(Question {
        purpose,
        caller: Caller::Browser,
        method: Method::Get,
        url: Url::parse(url).ok()?,
        of: Of::Site,
    })
}

fn endpoint_as_provider(case: &Case) -> Option<Question> {
    // A command can, whatever was brought along before.
    let by_command = case.surface == Surface::Site && case.has_pasted_callbacks();
    if case.imitates_provider() || by_command {
        ask(Purpose::Endpoint, Caller::Provider, case.callback())
    } else {
        None
    }
}

/// Always asked: a pass needs both profiles, and a refusal is told apart by the pair.
fn endpoint_as_browser(case: &Case) -> Option<Question> {
    ask(Purpose::Endpoint, Caller::Browser, case.callback())
}

/// Where no page tells the home: WordPress gives its index, with its home, at any address below it.
fn home(case: &Case) -> Option<Question> {
    route_at(&case.folder()?)
}

fn rest_index(case: &Case) -> Option<Question> {
    let pathinfo = match case.structure().map(|(structure, _)| structure) {
        Some(Structure::Plain) => return rest_route(case),
        Some(Structure::Pathinfo) => "index.php/",
        _ => "",
    };
    let relative = [pathinfo, &case.rest_root(), "?"].concat();
    let url = [&case.shop.at(&relative), rest_index::FIELDS].concat();
    get(Purpose::RestIndex, &url)
}

/// The other address of the index, once the pretty one is known not to give it.
fn rest_route(case: &Case) -> Option<Question> {
    let plain = matches!(case.structure(), Some((Structure::Plain, _)));
    let failed = || {
        let heard = case
            .rest_asked(Purpose::RestIndex)
            .and_then(|a| a.heard.as_ref());
        heard.is_some_and(|heard| match &heard.rest {
            Some(rest) => rest
                .as_ref()
                .is_err_and(|problem| !matches!(problem, rest_index::Problem::Locked { .. })),
            None => heard.reading.meaning == Meaning::Hidden || !case.surface.reads_callbacks(),
        })
    };
    // A plain page learns by it whether the language in the home address comes by a redirect.
    let moved =
        !case.surface.reads_callbacks() && case.page.is_none() && case.home_prefix().is_some();
    if plain || moved || failed() {
        route_at(&case.shop)
    } else {
        None
    }
}

fn route_at(shop: &ShopUrl) -> Option<Question> {
    get(
        Purpose::RestRoute,
        &[&shop.at("?rest_route=/&"), rest_index::FIELDS].concat(),
    )
}

/// Settles for a plain page whether the web server knows no pretty address, or only redirects the slash at its end.
fn rest_namespace(case: &Case) -> Option<Question> {
    let unseen = case.is_rest_hidden(Purpose::RestIndex) && case.has_rest_at(Purpose::RestRoute);
    let of_block = case.gateway.block_route(case.version);
    let of_block = of_block.and_then(Endpoint::namespace);
    let of_callback = case.via().rest().map(|(namespace, _)| namespace);
    let namespace = of_callback.or(of_block).filter(|n| !n.is_empty())?;
    // Where the index is closed, the callback's own namespace may be open.
    let closed = of_callback.is_some() && case.is_rest_closed();
    if unseen || closed {
        get(
            Purpose::RestNamespace,
            &case.shop.at(&[&case.rest_root(), namespace].concat()),
        )
    } else {
        None
    }
}

/// A plain page is shown no redirect and no refusal: the index may have only one address.
fn rest_index_below(case: &Case) -> Option<Question> {
    let below = folder(case)?;
    get(
        Purpose::RestIndex,
        &[&below.at("wp-json/?"), rest_index::FIELDS].concat(),
    )
}

/// Who types http may mean https all the same, and a page is not shown the redirect from one to the other.
fn rest_index_over_https(case: &Case) -> Option<Question> {
    let open = case.shop.scheme() == Scheme::Http
        && case.shop.port().is_none()
        && reach(case.shop.host()).is_public()
        && is_unread(case);
    let shop = case.shop.with_scheme(Scheme::Https);
    open.then(|| {
        get(
            Purpose::RestIndex,
            &[&shop.at("wp-json/?"), rest_index::FIELDS].concat(),
        )
    })?
}

/// Whether everything that a plain page asked was hidden from it.
fn is_unread(case: &Case) -> bool {
    case.page.is_none() && !case.asked.is_empty() && case.asked.iter().all(Asked::is_hidden)
}

/// A plain page is not shown a redirect from a name to the same with www, or back: the other name may answer.
fn rest_index_of_twin(case: &Case) -> Option<Question> {
    if !is_unread(case) {
        return None;
    }
    let twin = ShopUrl::at_root(&case.requested).twin()?;
    let url = [&twin.at("wp-json/?"), rest_index::FIELDS].concat();
    get(Purpose::RestIndex, &url)
}

fn folder(case: &Case) -> Option<ShopUrl> {
    let settled = case.rest().is_some() || is_waiting(case);
    let below = case.folder()?;
    let failed = case.rest_asked(Purpose::RestRoute).is_some();
    (failed && !settled && below != case.shop).then_some(below)
}

/// Settles whether nothing can be read or nothing is there. Every answer that the page was shown says so already; where
/// time runs out, it is asked beside the last question.
fn presence(case: &Case) -> Option<Question> {
    let unread = |heard: &crate::case::Heard| {
        matches!(
            heard.answer.outcome,
            Outcome::Unreadable | Outcome::NoAnswer(NoAnswer::Timeout)
        )
    };
    let late =
        |heard: &crate::case::Heard| heard.answer.outcome == Outcome::NoAnswer(NoAnswer::Timeout);
    let mut heard = case.asked.iter().filter_map(|asked| asked.heard.as_ref());
    let all_in = case.asked.iter().all(|asked| asked.heard.is_some());
    let open = case.page.is_none()
        && !case.asked.is_empty()
        && heard.clone().all(unread)
        && (all_in || heard.any(late));
    if open {
        // The browser follows redirects here, up to 20, and a loop looks like silence: the home has the fewest.
        get(Purpose::Presence, &case.shop.at(""))
    } else {
        None
    }
}

/// Settles whether a 200 means something, and whether a failure is the handler's or the site's.
fn control(case: &Case) -> Option<Question> {
    let path = path(case)?;
    let useful = matches!(
        path.meaning,
        Meaning::Arrived { registered: true } | Meaning::Stopped(CauseId::ServerError)
    );
    // What REST and others answer for themselves needs no second name; the dispatcher's answer may be a fixed one.
    let query = case.reading(Purpose::QueryForm).map(|query| &query.meaning);
    let nowhere = |meaning: &Meaning| matches!(meaning, Meaning::NotRouted | Meaning::Swallowed);
    let useful = match &path.meaning {
        Meaning::Fits => true,
        // Is it this address that is refused, or every call?
        Meaning::Stopped(CauseId::Blocked | CauseId::PostRefused) => !case.is_own_by_get(),
        Meaning::Silent(_) if case.answers_others() => !case.is_own_by_get(),
        // Where no form arrives, does a made-up name?
        meaning
            if nowhere(meaning) && (case.form() == Form::Query || query.is_some_and(nowhere)) =>
        {
            !case.is_own_by_get() || !case.has_gateway()
        }
        _ => useful && case.via().handler().is_some(),
    };
    // Of two forms that arrive nowhere the one that works under all permalinks tells.
    let form = if nowhere(&path.meaning) {
        Form::Query
    } else {
        case.form()
    };
    if useful && !case.is_asked_by_control() {
        ask(Purpose::Control, case.voice(), case.control_in(form)?)
    } else {
        None
    }
}

/// Settles whether the address is refused or only the method. A product that names itself needs no second answer.
fn get_form(case: &Case) -> Option<Question> {
    let Some(path) = path(case) else {
        return get_alone(case);
    };
    let refused = matches!(
        path.meaning,
        Meaning::Stopped(CauseId::Blocked | CauseId::PostRefused)
    );
    // Where the shop answers others, silence may be a rule against POST.
    let dropped = matches!(path.meaning, Meaning::Silent(_)) && case.answers_others();
    // A made-up name by GET is compared with the same by POST.
    let by_control = || case.reading(Purpose::Control).is_some_and(Reading::refused);
    if !case.is_own_by_get() && !by_control() {
        return None;
    }
    if !(refused || dropped || case.refused_post().is_some())
        || path.confidence == Confidence::Certain && path.blocker.is_some()
    {
        return None;
    }
    ask(Purpose::GetForm, case.voice(), case.by_get()?)
}

/// A browser's GET of the callback that somebody brought along, where nobody has the POST.
fn get_alone(case: &Case) -> Option<Question> {
    let call = Call {
        method: Method::Get,
        ..case.callback()
    };
    let brought = case
        .pasted(Method::Get, &call.url, Caller::Browser)
        .is_some();
    if brought && case.callbacks().next().is_none() {
        ask(Purpose::GetForm, Caller::Browser, call)
    } else {
        None
    }
}

/// Settles whether the address form is at fault or what lies behind it.
fn query_form(case: &Case) -> Option<Question> {
    let path = path(case)?;
    let useful = matches!(
        path.meaning,
        Meaning::NotRouted | Meaning::Swallowed | Meaning::Stopped(CauseId::PostRefused)
    );
    if useful && case.form() != Form::Query {
        let call = case.call_in(&case.shop, "", Form::Query)?;
        ask(Purpose::QueryForm, case.voice(), call)
    } else {
        None
    }
}

/// Settles whether a language plugin moved the address.
fn prefixed(case: &Case) -> Option<Question> {
    let path = path(case)?;
    let useful = match path.meaning {
        // The web server's own 404 never reached a language plugin.
        Meaning::NotRouted => path.speaker != Speaker::WebServer,
        Meaning::Swallowed | Meaning::Redirect(_) => true,
        Meaning::Arrived { .. } | Meaning::Fits => {
            case.home_prefix().is_some() && case.takes_language()
        }
        Meaning::Hidden => case.broke_off().is_some() && case.home_prefix().is_some(),
        _ => false,
    };
    let prefix = if useful {
        case.prefixes().into_iter().next()?
    } else {
        return None;
    };
    let call = case.call_in(&case.shop, &prefix, case.form())?;
    ask(Purpose::Prefixed, case.voice(), call)
}

/// Settles whether a difference between two requests is a rule or chance.
fn repeat(case: &Case) -> Option<Question> {
    path(case)?;
    if is_waiting(case) || case.was_asked(Purpose::Repeat) {
        return None;
    }
    let doubted = case.doubtful()?;
    let doubtful = &doubted.probe;
    Some(Question {
        purpose: Purpose::Repeat,
        caller: doubtful.caller,
        method: doubtful.method,
        url: doubted.url.clone(),
        of: doubted.of,
    })
}

/// Settles which permalinks are set where nothing shows it.
fn pathinfo_form(case: &Case) -> Option<Question> {
    let path = path(case)?;
    let unrouted = matches!(path.meaning, Meaning::NotRouted | Meaning::Swallowed);
    let open = matches!(case.structure(), None | Some((Structure::Pathinfo, _)));
    let works = case
        .reading(Purpose::QueryForm)
        .is_some_and(Reading::arrived);
    if unrouted && open && works && case.form() == Form::Pretty {
        let call = case.call_in(&case.shop, "", Form::Pathinfo)?;
        ask(Purpose::PathinfoForm, case.voice(), call)
    } else {
        None
    }
}

/// Settles what becomes of a call to http: where the shop seems to say http of itself, and where https does not answer.
fn http_form(case: &Case) -> Option<Question> {
    if case.shop.scheme() != Scheme::Https || case.shop.port().is_some() {
        return None;
    }
    let path = path(case)?;
    let silent = matches!(
        path.meaning,
        Meaning::Silent(
            NoAnswer::Tls
                | NoAnswer::Refused
                | NoAnswer::Unknown
                | NoAnswer::Reset
                | NoAnswer::Timeout
        )
    );
    let named_http = case.requested.scheme() == Scheme::Http;
    let says_http = |url: Option<&str>| url.is_some_and(|url| url.starts_with("http://"));
    let signs_http = case
        .signs()
        .is_some_and(|signs| says_http(signs.rest_link.as_deref()))
        || case
            .rest()
            .is_some_and(|rest| says_http(rest.url.as_deref()) || says_http(rest.home.as_deref()));
    if silent || (path.arrived() && (named_http || signs_http)) {
        let shop = case.shop.with_scheme(Scheme::Http);
        let call = case.call_in(&shop, "", case.form())?;
        ask(Purpose::HttpsRedirect, case.voice(), call)
    } else {
        None
    }
}

/// Settles whether the block checkout's route is open, where the index does not show it. Nothing is asked where the way
/// to the shop is closed anyway.
fn block_route(case: &Case) -> Option<Question> {
    let route = case.gateway.block_route(case.version)?;
    let listed = |rest: &RestIndex| route.namespace().is_some_and(|own| rest.has(own));
    let shown = case.rest().is_some_and(listed);
    // The index, also a closed one, shows that REST itself can be reached.
    let reached = case
        .rest_answers()
        .any(|(_, rest)| matches!(rest, Ok(_) | Err(rest_index::Problem::Locked { .. })));
    let open = reached || !path(case)?.refused();
    if !case.uses_block_route() || shown || !open || is_waiting(case) {
        return None;
    }
    let by_query = case
        .rest_answers()
        .any(|(purpose, rest)| purpose == Purpose::RestRoute && rest.is_ok());
    let form = if by_query {
        Form::Query
    } else {
        case.permalinks().unwrap_or(Form::Pretty)
    };
    let request = route.request(&case.shop, "", form)?;
    Some(Question {
        purpose: Purpose::BlockRoute,
        caller: case.voice(),
        method: request.method(),
        url: case.below_rest_root(request.url()),
        of: Of::Site,
    })
}

/// Settles where a client ends that follows the callback's redirect. Asked last: the redirect alone is the fault.
fn hop(case: &Case) -> Option<Question> {
    path(case)?;
    let hops = case
        .asked
        .iter()
        .filter(|asked| asked.probe.purpose == Purpose::Hop);
    if is_waiting(case) || hops.count() >= limits::HOPS {
        return None;
    }
    let (method, url) = case.next_hop()?;
    let of = case.callback().of;
    ask(Purpose::Hop, case.voice(), Call { method, url, of })
}

/// Whether an answer is under way.
fn is_waiting(case: &Case) -> bool {
    case.asked.iter().any(|asked| asked.heard.is_none())
}

/// The endpoint's reading, once every profile that is asked has been heard.
fn path(case: &Case) -> Option<&Reading> {
    let pending = case.callbacks().any(|a| a.heard.is_none());
    if pending {
        None
    } else {
        case.reading(Purpose::Endpoint)
    }
}

/// Whether an answer asks us to leave the shop alone: a limiter, a challenge, or `Retry-After`.
pub(super) fn wants_quiet(case: &Case) -> bool {
    case.asked
        .iter()
        .filter_map(|a| a.heard.as_ref())
        .any(|heard| {
            let wait = heard
                .answer
                .response()
                .is_some_and(|r| r.status == 429 || r.headers.get("retry-after").is_some());
            wait || matches!(
                heard.reading.meaning,
                Meaning::Stopped(CauseId::Challenge | CauseId::RateLimited)
            )
        })
}
