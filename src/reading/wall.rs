//! Who answered in WooCommerce's place, by what the body itself shows: walls that no product's name is known for.
//!
//! A provider's server runs no script, keeps no cookie and fills no form, so a page that wants one of these is where its
//! call ends, whatever the status says.

use crate::probe::{BodyEnd, Response, Speaker, is_printed_before};

/// Bytes of the longest page that is taken for a wall: a theme's page, which may hold a password field too, is longer.
const WALL_BYTES: usize = 16 * 1024;

/// Links of a page that belongs to a site; a wall leads nowhere, or to one help page.
const SITE_LINKS: usize = 3;

/// What a page in WooCommerce's place wants of its visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wall {
    /// A browser that runs its script or keeps its cookie.
    Challenge,
    /// A password.
    Login,
    /// That the browser goes elsewhere; as it is written in the page.
    Elsewhere(String),
    /// Nothing: a notice, a word, or no body at all.
    Notice,
}

/// The wall that this answer is, if it is one. Statuses that refuse by themselves are walls only where the page says more.
pub(super) fn wall(response: &Response, speaker: Speaker) -> Option<Wall> {
    let success = matches!(response.status, 200..=299);
    if !success && !matches!(response.status, 401 | 403 | 503) {
        return None;
    }
    let body = response
        .body
        .trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let page = body.get(..body.floor_char_boundary(WALL_BYTES))?;
    let page = page.to_ascii_lowercase();
    let is_short = body.len() < WALL_BYTES && response.body_end != BodyEnd::Cut;
    let is_html = page.starts_with('<') || page.contains("<html");
    if let Some(refresh) = response.headers.get("refresh").filter(|_| success) {
        return Some(
            match refresh
                .split_once("url=")
                .or_else(|| refresh.split_once("URL="))
            {
                Some((_, url)) => Wall::Elsewhere(url.trim().to_owned()),
                None => Wall::Challenge,
            },
        );
    }
    let by_markup = (is_html && is_short && !page.contains("/wp-content/"))
        .then(|| of_markup(&page, body))
        .flatten();
    if by_markup.is_some() {
        return by_markup;
    }
    if !response.body_end.is_whole() {
        // Nobody saw all that it said.
        return None;
    }
    let is_notice = match speaker {
        // A mark alone is of a badly saved file, which only PHP prints.
        _ if body.is_empty() && is_printed_before(&response.body) => false,
        // A page of this WordPress: permalinks and plugins decide about those.
        // What it says in JSON is REST's.
        Speaker::WordPress => body.is_empty() || !is_html && is_short && !is_json(body),
        _ => !is_html || is_short && !is_site(&page),
    };
    (success && is_notice).then_some(Wall::Notice)
}

fn is_json(body: &str) -> bool {
    body.starts_with(['{', '['])
}

fn of_markup(page: &str, body: &str) -> Option<Wall> {
    let has = |mark: &str| page.contains(mark);
    let runs = has("<script") || has("onload=");
    let moves = has("location") || has("reload") || has(".submit()");
    let asks_for_both =
        has("enable javascript and cookies") || has("enable cookies and javascript");
    if runs
        && (has("cookie") && has("document") && moves
            || has(".submit()")
            || has("location.reload")
            || asks_for_both)
    {
        return Some(Wall::Challenge);
    }
    if ["type=\"password\"", "type='password'", "type=password"]
        .iter()
        .any(|field| has(field))
    {
        return Some(Wall::Login);
    }
    if let Some(wall) = refresh(page, body) {
        return Some(wall);
    }
    let target = moves.then(|| script_target(page, body)).flatten();
    target
        .filter(|_| runs && !is_site(page))
        .map(Wall::Elsewhere)
}

/// `<meta http-equiv="refresh" content="0;url=…">`. Without a target the same page is asked again, until a script or a
/// cookie lets it through.
fn refresh(page: &str, body: &str) -> Option<Wall> {
    let at = [
        "http-equiv=\"refresh\"",
        "http-equiv='refresh'",
        "http-equiv=refresh",
    ]
    .iter()
    .find_map(|mark| page.find(mark))?;
    let start = page.get(..at)?.rfind("<meta")?;
    let end = at + page.get(at..)?.find('>')?;
    let content = page.get(start..end)?.find("content=")? + start;
    let value = body.get(content..end)?;
    let lower = page.get(content..end)?;
    let target = lower
        .find("url=")
        .and_then(|url| value.get(url + "url=".len()..))
        .map(|url| url.trim_matches(['"', '\'', ' ']))
        .filter(|url| !url.is_empty());
    Some(target.map_or(Wall::Challenge, |url| Wall::Elsewhere(url.to_owned())))
}

/// The address in quotes behind the first `location` of a script.
fn script_target(page: &str, body: &str) -> Option<String> {
    let at = page.find("location")?;
    let rest = body.get(at..)?;
    let quote = rest.find(['"', '\''])?;
    let text = rest.get(quote + 1..)?;
    let target = text.split(['"', '\'']).next()?;
    (target.starts_with("http") || target.starts_with('/')).then(|| target.to_owned())
}

/// Whether a page belongs to a site rather than standing by itself: it has an application's parts or leads on.
fn is_site(page: &str) -> bool {
    let parts = [
        "<script src",
        "<script type=\"module\"",
        "rel=\"stylesheet\"",
        "rel=stylesheet",
        "rel='stylesheet'",
    ];
    page.matches("<a ").count() >= SITE_LINKS || parts.iter().any(|part| page.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(status: u16, speaker: Speaker, body: &str) -> Option<Wall> {
        let response = Response {
            status,
            body: body.to_owned(),
            ..Response::default()
        };
        wall(&response, speaker)
    }

    #[test]
    fn walls_by_what_they_want() {
        let cookie = "<html><script>document.cookie=\"a=1\";location.reload();</script></html>";
        let form =
            "<html><body onload=\"document.forms[0].submit()\"><form method=post></form></html>";
        let login = "<html><form><input type=password name=p><button>Enter</button></form></html>";
        let gate = "<html><head><META HTTP-EQUIV=\"Refresh\" content=\"0; URL='https://eu.example.com/Region'\"></head></html>";
        let waits = "<html><meta http-equiv=refresh content=5><p>One moment</p></html>";
        let script = "<script>window.location.href = 'https://eu.example.com/';</script>";
        for (name, status, body, wanted) in [
            ("a cookie and a reload", 200, cookie, Some(Wall::Challenge)),
            ("the same with 503", 503, cookie, Some(Wall::Challenge)),
            ("a form that sends itself", 200, form, Some(Wall::Challenge)),
            ("a page that reloads", 202, waits, Some(Wall::Challenge)),
            ("a password", 200, login, Some(Wall::Login)),
            ("a password with 403", 403, login, Some(Wall::Login)),
            (
                "a region gate",
                200,
                gate,
                Some(Wall::Elsewhere("https://eu.example.com/Region".to_owned())),
            ),
            (
                "a script that leads away",
                200,
                script,
                Some(Wall::Elsewhere("https://eu.example.com/".to_owned())),
            ),
            ("nothing", 200, "", Some(Wall::Notice)),
            ("nothing, and says so", 204, "", Some(Wall::Notice)),
            ("a word", 200, "Access Denied", Some(Wall::Notice)),
            ("JSON", 200, "{\"status\":\"error\"}", Some(Wall::Notice)),
            (
                "a bare page",
                200,
                "<html><h1>Access Denied</h1></html>",
                Some(Wall::Notice),
            ),
            ("a refusal says it itself", 403, "<h1>No</h1>", None),
            ("not found", 404, login, None),
        ] {
            assert_eq!(of(status, Speaker::Unknown, body), wanted, "{name}");
        }
    }

    #[test]
    fn pages_of_sites_are_no_walls() {
        let theme =
            "<html><link href='/wp-content/themes/a/style.css'><input type=password></html>";
        let app =
            "<html><script type=\"module\" src=\"/app.js\"></script><div id=root></div></html>";
        let links = "<html><a href=1>1</a><a href=2>2</a><a href=3>3</a></html>";
        for (name, speaker, body) in [
            ("a theme's page with a login", Speaker::WordPress, theme),
            ("an application", Speaker::Unknown, app),
            ("a page with a menu", Speaker::Unknown, links),
        ] {
            assert_eq!(of(200, speaker, body), None, "{name}");
        }
    }
}
