//! The pages of the shop: our own small theme, with the signs that WordPress and its plugins leave in the source.

mod content;
mod head;
mod welcome;

use crate::languages::View;
use crate::response::{Response, escape};
use crate::rest;
use crate::shop::{Checkout, Languages};
use crate::site::{Page, Site};

pub(crate) use welcome::welcome;

/// A page of the shop.
pub(crate) fn page(site: &Site<'_>, view: &View, page: Page) -> Response {
    let title = content::title(site, view, page);
    let sold = site.shop.woocommerce;
    let class = match page {
        Page::Home => "home blog",
        Page::Checkout if sold => "page woocommerce-checkout woocommerce-page",
        Page::Cart if sold => "page woocommerce-cart woocommerce-page",
        Page::Product(_) => "single-product woocommerce woocommerce-page",
        Page::Shop if sold => "archive post-type-archive-product woocommerce woocommerce-page",
        _ => "page",
    };
    let parts = Parts {
        page: Some(page),
        title: &title,
        class,
        main: &content::main(site, view, page),
    };
    let mut response = linked(
        site,
        view,
        Response::html(200, document(site, view, &parts)),
    );
    if page == Page::Checkout && sold {
        response = response
            .with("X-Frame-Options", "SAMEORIGIN")
            .with("Content-Security-Policy", "frame-ancestors 'self';");
    }
    response
}

/// The theme's own 404 page.
pub(crate) fn not_found(site: &Site<'_>, view: &View) -> Response {
    let title = view.tongue.of(["Page not found", "Sidan hittades inte"]);
    let text = view.tongue.of([
        "Nothing is knitted at this address. Perhaps the shop has what you look for.",
        "Här finns ingenting stickat. Kanske finns det i butiken.",
    ]);
    let shop = content::link(site, view, Page::Shop);
    let go = view.tongue.of(["To the shop", "Till butiken"]);
    let main =
        format!("<h1>{title}</h1><p>{text}</p><p><a class=\"button\" href=\"{shop}\">{go}</a></p>");
    let title = format!("{title} &#8211; {}", escape(site.shop.name));
    let parts = Parts {
        page: None,
        title: &title,
        class: "error404",
        main: &main,
    };
    linked(
        site,
        view,
        Response::html(404, document(site, view, &parts)),
    )
}

/// WooCommerce's coming-soon page.
pub(crate) fn coming_soon(
    site: &Site<'_>,
    view: &View,
    page: Option<Page>,
    status: u16,
) -> Response {
    let name = escape(site.shop.name);
    let main = "<div class=\"woocommerce-coming-soon-banner\"><h1>We open soon</h1><p>The shelves are being filled.</p></div>";
    let parts = Parts {
        page,
        title: &name,
        class: "woocommerce-coming-soon",
        main,
    };
    let html = document(site, view, &parts).replacen(
        "</head>",
        "<meta name='woo-coming-soon-page' content='yes'>\n</head>",
        1,
    );
    linked(site, view, Response::html(status, html))
}

/// The form of Password Protected.
pub(crate) fn password_form(site: &Site<'_>, view: &View) -> Response {
    let main = "<h1>This shop has a password</h1><form class=\"login-password-protected\" method=\"post\">\
                <label>Password <input type=\"password\" name=\"password_protected_pwd\"></label> \
                <button class=\"button\">Enter</button></form>";
    let name = escape(site.shop.name);
    let parts = Parts {
        page: None,
        title: &name,
        class: "login-password-protected",
        main,
    };
    Response::html(200, document(site, view, &parts))
}

/// The feed, which has nothing to tell.
pub(crate) fn feed(site: &Site<'_>, view: &View) -> Response {
    let (name, home) = (escape(site.shop.name), site.home());
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>{name}</title>\
         <link>{home}</link><description></description></channel></rss>\n"
    );
    linked(
        site,
        view,
        Response::new(200)
            .with("Content-Type", "application/rss+xml; charset=UTF-8")
            .body(xml),
    )
}

/// What differs from page to page.
struct Parts<'a> {
    page: Option<Page>,
    /// Ready for HTML.
    title: &'a str,
    class: &'a str,
    main: &'a str,
}

fn linked(site: &Site<'_>, view: &View, response: Response) -> Response {
    if site.shop.rest_link {
        response.with("Link", rest::link(site, view))
    } else {
        response
    }
}

fn document(site: &Site<'_>, view: &View, parts: &Parts<'_>) -> String {
    let Parts {
        page,
        title,
        class,
        main,
    } = *parts;
    let shop = site.shop;
    let theme = head::theme(shop);
    let woo = if shop.woocommerce {
        "woocommerce-no-js woocommerce-active"
    } else {
        ""
    };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n{head}<style>{THEME}</style>\n</head>\n\
         <body class=\"{class} wp-embed-responsive wp-theme-{theme} {woo}\">\n{header}\n<main id=\"main\">{main}</main>\n\
         <footer><p>{about}</p></footer>\n{scripts}</body>\n</html>\n",
        lang = view.tongue.locale(),
        head = head::head(site, view, page, title),
        header = header(site, view),
        about = view.tongue.of([
            "A demo shop. Nothing here can be bought, and no order is sent anywhere.",
            "En demobutik. Ingenting här går att köpa, och inga order skickas.",
        ]),
        scripts = head::scripts(site, view, page),
    )
}

fn header(site: &Site<'_>, view: &View) -> String {
    let mut menu = String::new();
    for page in [Page::Shop, Page::Cart, Page::Checkout] {
        let name = content::page_name(view, page);
        menu.push_str(&format!(
            "<li><a href=\"{}\">{name}</a></li>",
            content::link(site, view, page)
        ));
    }
    let (home, name) = (
        content::link(site, view, Page::Home),
        escape(site.shop.name),
    );
    format!(
        "<header id=\"masthead\"><p class=\"site-title\"><a href=\"{home}\" rel=\"home\">{name}</a></p>\
         <nav aria-label=\"Shop\"><ul>{menu}</ul>{}</nav></header>",
        switcher(site)
    )
}

/// The language switcher, with the class names of each plugin's.
fn switcher(site: &Site<'_>) -> String {
    let home = site.home();
    let (list, item, default) = match site.shop.languages {
        Languages::None => return String::new(),
        Languages::Polylang { default_shown } => {
            ("pll-switcher", "lang-item lang-item-", default_shown)
        }
        Languages::Qtranslate { default_shown } => {
            ("qtranxs_language_chooser", "lang-", default_shown)
        }
        Languages::TranslatePress => ("trp-language-switcher", "trp-language-", false),
    };
    let swedish = if default { "/sv/" } else { "/" };
    format!(
        "<ul class=\"{list}\"><li class=\"{item}sv\"><a href=\"{home}{swedish}\">Svenska</a></li>\
         <li class=\"{item}en\"><a href=\"{home}/en/\">English</a></li></ul>"
    )
}

/// Whether the checkout page carries the embedded checkout's script and settings.
fn embedded(site: &Site<'_>, page: Option<Page>) -> bool {
    page == Some(Page::Checkout)
        && site.shop.woocommerce
        && site.shop.gateway
        && site.shop.is_kustom()
        && site.shop.checkout == Checkout::Shortcode
        && site.shop.curtain.is_none()
}

const THEME: &str = include_str!("theme.css");
