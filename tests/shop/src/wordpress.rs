//! WordPress: from an address to the dispatcher, the REST API, a redirect or a page.

use crate::languages::{self, Tongue, View};
use crate::plugin::{self, Door};
use crate::request::{Request, decode, encode, with_query};
use crate::response::{LONG_AGO, Response};
use crate::shop::{Curtain, Languages, Permalinks};
use crate::site::{Page, Site};
use crate::{pages, php, rest, woocommerce};

/// What WordPress answers for a path below the home address.
pub(crate) fn answer(site: &Site<'_>, request: &Request, path: &str) -> Response {
    if path == plugin::ADMIN_POST {
        return admin_post(site, request);
    }
    let view = match languages::enter(site, request, path) {
        Ok(view) => view,
        Err(redirect) => return redirect,
    };
    if site.shop.woocommerce
        && let Some(name) = request.argument("wc-api").filter(|name| !name.is_empty())
    {
        return woocommerce::dispatch(site, request, &name, true);
    }
    if let Some(route) = request
        .argument("rest_route")
        .filter(|route| !route.is_empty())
    {
        return rest::answer(site, request, &view, &route);
    }
    if let Some(response) = own_path(site, request, &view) {
        return response;
    }
    match find(site, request, &view) {
        Found::Callback(name) => woocommerce::dispatch(site, request, &name, false),
        Found::Rest(route) => rest::answer(site, request, &view, &route),
        Found::Robots => {
            let text = format!(
                "User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {}/wp-sitemap.xml\n",
                site.home()
            );
            Response::new(200)
                .with("Content-Type", "text/plain; charset=utf-8")
                .body(text)
        }
        Found::Feed => pages::feed(site, &view),
        Found::Page { page, by_query } => show(site, request, &view, Some(page), by_query),
        Found::Nothing => show(site, request, &view, None, false),
    }
}

/// An action of a visitor without a login: the plugin's, or WordPress's error page.
fn admin_post(site: &Site<'_>, request: &Request) -> Response {
    let action = request.argument("action").unwrap_or_default();
    let plugin = site.shop.woocommerce && site.shop.gateway;
    plugin
        .then(|| plugin::answer(site, &request.method, Door::Action(&action)))
        .flatten()
        .map_or_else(|| php::no_action(request), Response::uncached)
}

/// What a plugin answers at a path of its own: where pages are, so behind whatever hides these, and by a stored rule.
fn own_path(site: &Site<'_>, request: &Request, view: &View) -> Option<Response> {
    let shop = site.shop;
    let rules = shop.endpoint_rules && shop.permalinks == Permalinks::Pretty;
    if !(rules && shop.woocommerce && shop.gateway) || shop.curtain.is_some() {
        return None;
    }
    plugin::answer(site, &request.method, Door::Path(&decode(&view.path)))
}

/// The caching headers of a page: WooCommerce's for cart and checkout.
pub(crate) fn page_caching(site: &Site<'_>, page: Page, response: Response) -> Response {
    if site.shop.woocommerce && matches!(page, Page::Cart | Page::Checkout) {
        response.uncached_page()
    } else {
        response
    }
}

/// What the rewrite rules find for an address.
enum Found {
    Callback(String),
    Rest(String),
    Robots,
    Feed,
    Page { page: Page, by_query: bool },
    Nothing,
}

fn find(site: &Site<'_>, request: &Request, view: &View) -> Found {
    let shop = site.shop;
    let decoded = decode(&view.path);
    let segments: Vec<&str> = decoded
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    let ruled = match shop.permalinks {
        Permalinks::Plain => false,
        Permalinks::Pathinfo => view.via_index,
        Permalinks::Pretty => true,
    };
    if shop.permalinks == Permalinks::Plain || segments.is_empty() {
        return by_query(site, request);
    }
    if !ruled {
        return Found::Nothing;
    }
    match segments.as_slice() {
        ["wp-json", route @ ..] => return Found::Rest(format!("/{}", route.join("/"))),
        ["robots.txt"] if shop.home_path.is_empty() => return Found::Robots,
        ["feed"] | ["comments", "feed"] => return Found::Feed,
        _ => {}
    }
    if shop.woocommerce
        && shop.endpoint_rules
        && let Some(position) = segments.iter().position(|segment| *segment == "wc-api")
    {
        // Polylang with the default language shown replaces the rule at the root by one for each language.
        let rule = position > 0
            || view.named
            || shop.languages
                != (Languages::Polylang {
                    default_shown: true,
                });
        let name = segments.get(position + 1..).unwrap_or_default().join("/");
        match (rule, name.is_empty(), position) {
            (true, false, _) => return Found::Callback(name),
            (true, true, 0) => {
                return Found::Page {
                    page: Page::Home,
                    by_query: false,
                };
            }
            _ => {}
        }
    }
    match site.page_at(&segments, view.tongue == Tongue::English) {
        Some(page) => Found::Page {
            page,
            by_query: false,
        },
        None => Found::Nothing,
    }
}

/// What the query names, else the home page.
fn by_query(site: &Site<'_>, request: &Request) -> Found {
    let product = request
        .argument("product")
        .and_then(|slug| crate::site::product(&slug))
        .map(Page::Product);
    let by_id = request
        .argument("page_id")
        .or_else(|| request.argument("p"))
        .and_then(|id| Page::of_id(&id));
    let archive =
        (request.argument("post_type").as_deref() == Some("product")).then_some(Page::Shop);
    let sold = product.or(archive).filter(|_| site.shop.woocommerce);
    match sold.or(by_id) {
        Some(page) => Found::Page {
            page,
            by_query: true,
        },
        None => Found::Page {
            page: Page::Home,
            by_query: false,
        },
    }
}

/// Everything from `template_redirect` on: what callbacks and REST never reach.
fn show(
    site: &Site<'_>,
    request: &Request,
    view: &View,
    page: Option<Page>,
    by_query: bool,
) -> Response {
    let shop = site.shop;
    if shop.curtain == Some(Curtain::Password) {
        return password(site, request, view);
    }
    if shop.woocommerce && request.argument("wc-ajax").is_some() {
        let nothing = serde_json::json!({"fragments": {}, "cart_hash": ""});
        return Response::json(200, &nothing)
            .with("X-Robots-Tag", "noindex")
            .uncached();
    }
    if request.reads() {
        if let Some(page) = page
            && let Some(redirect) = languages::page_redirect(site, request, view, page, by_query)
        {
            return redirect;
        }
        if let Some(redirect) = canonical(site, request, view, page, by_query) {
            return redirect;
        }
    }
    let bought = shop.woocommerce && request.argument("add-to-cart").is_some();
    let mut response = match page {
        _ if shop.curtain == Some(Curtain::ComingSoon) => {
            let status = if page.is_some() { 200 } else { 404 };
            let response = pages::coming_soon(site, view, page, status);
            // It replaces one of two caching headers.
            return match page {
                Some(page) if page != Page::Cart => response,
                _ => response.with("Expires", LONG_AGO),
            }
            .with("Cache-Control", "max-age=60");
        }
        None => pages::not_found(site, view).uncached(),
        Some(page) if bought => pages::page(site, view, page).uncached(),
        Some(page) => page_caching(site, page, pages::page(site, view, page)),
    };
    if bought {
        response = response.with("Set-Cookie", "woocommerce_items_in_cart=1; path=/");
    }
    if matches!(shop.languages, Languages::Polylang { .. }) && page.is_some() {
        response = response.with("Set-Cookie", languages::cookie(view.tongue));
    }
    response
}

/// WordPress's own redirects: only for reading, only for pages.
fn canonical(
    site: &Site<'_>,
    request: &Request,
    view: &View,
    page: Option<Page>,
    by_query: bool,
) -> Option<Response> {
    let permalinks = site.shop.permalinks;
    let home = site.home();
    let moved = |path: &str, query: &str| {
        Response::moved(
            301,
            with_query(&format!("{home}{path}"), query),
            "WordPress",
        )
    };
    if let Some(page) = page
        && by_query
        && permalinks != Permalinks::Plain
        && (request.argument("page_id").is_some() || request.argument("p").is_some())
    {
        return Some(page_caching(
            site,
            page,
            moved(&site.path(page, view.folder), ""),
        ));
    }
    let slashless = !view.asked.ends_with('/');
    let wants_slash = match permalinks {
        Permalinks::Plain => true,
        _ => page.is_some_and(|page| page != Page::Home),
    };
    let index = view.via_index && permalinks != Permalinks::Pathinfo;
    if site.asked_elsewhere(request) || index || (slashless && wants_slash) {
        let front = if permalinks == Permalinks::Pathinfo && view.via_index {
            "/index.php"
        } else {
            ""
        };
        let slash = if slashless && wants_slash { "/" } else { "" };
        let response = moved(&format!("{front}{}{slash}", view.asked), &request.query);
        return Some(match page {
            None => response.uncached(),
            Some(page) => page_caching(site, page, response),
        });
    }
    if page.is_none() {
        // It guesses a page by the last part of an address that leads nowhere.
        let (_, last) = view
            .path
            .trim_end_matches('/')
            .rsplit_once('/')
            .filter(|(before, _)| !before.is_empty())?;
        let guess = Page::of_slug(last)?;
        return Some(moved(&site.path(guess, view.folder), "").uncached());
    }
    None
}

/// Password Protected sends every page to its form, which stands at the same address.
fn password(site: &Site<'_>, request: &Request, view: &View) -> Response {
    if request.argument("password-protected").is_some() {
        return pages::password_form(site, view).uncached();
    }
    let here = format!(
        "{}://{}{}",
        request.scheme(),
        request.host,
        request.target()
    );
    let wanted = format!("password-protected=login&redirect_to={}", encode(&here));
    let query = if request.query.is_empty() {
        wanted
    } else {
        format!("{}&{wanted}", request.query)
    };
    let path = match view.asked.trim_end_matches('/') {
        "" => "/",
        path => path,
    };
    Response::moved(302, format!("{}{path}?{query}", site.home()), "WordPress").uncached()
}
