//! The signs in a page's source: generators, the REST address, feeds, languages, scripts with their versions.

use serde_json::json;

use super::{content, embedded};
use crate::languages::View;
use crate::response::escape;
use crate::rest;
use crate::shop::{Checkout, Languages, Permalinks, Shop};
use crate::site::{Page, Site};

const WORDPRESS: &str = "7.0.4";
const WOOCOMMERCE: &str = "10.9.1";
const KUSTOM: &str = "2.20.9";

/// The theme's folder: the checkout block was recorded with a block theme.
pub(super) const fn theme(shop: &Shop) -> &'static str {
    match shop.checkout {
        Checkout::Block => "twentytwentyfive",
        Checkout::Shortcode => "storefront",
    }
}

/// Everything in the head but the style.
pub(super) fn head(site: &Site<'_>, view: &View, page: Option<Page>, title: &str) -> String {
    let shop = site.shop;
    let home = site.home();
    let mut out = format!(
        "<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n"
    );
    if let Languages::Polylang { default_shown } = shop.languages
        && let Some(page) = page
        && (page == Page::Home || site.path(page, "/en").ends_with("-en/"))
    {
        out.push_str(&alternates(site, page, default_shown, ["sv", "en"]));
        if default_shown && page == Page::Home {
            out.push_str(&alternate(&home, "/", "x-default"));
        }
    }
    let (feed, comments) = match shop.permalinks {
        Permalinks::Plain => ("/?feed=rss2", "/?feed=comments-rss2"),
        Permalinks::Pretty => ("/feed/", "/comments/feed/"),
        Permalinks::Pathinfo => ("/index.php/feed/", "/index.php/comments/feed/"),
    };
    let name = escape(shop.name);
    for (path, what) in [(feed, "Feed"), (comments, "Comments Feed")] {
        out.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{name} &raquo; {what}\" href=\"{home}{}{path}\" />\n",
            view.folder
        ));
    }
    out.push_str(&styles(site, page));
    if shop.rest_link {
        let api = rest::address(site, view);
        out.push_str(&format!(
            "<link rel=\"https://api.w.org/\" href=\"{api}\" />"
        ));
    }
    out.push_str(&format!(
        "<link rel=\"EditURI\" type=\"application/rsd+xml\" title=\"RSD\" href=\"{home}/xmlrpc.php?rsd\" />\n\
         <meta name=\"generator\" content=\"WordPress {WORDPRESS}\" />\n"
    ));
    if shop.woocommerce {
        out.push_str(&format!(
            "<meta name=\"generator\" content=\"WooCommerce {WOOCOMMERCE}\" />\n"
        ));
    }
    match shop.languages {
        Languages::Qtranslate { default_shown } => {
            if let Some(page) = page {
                out.push_str(&alternates(site, page, default_shown, ["sv", "en"]));
                let default = site.path(page, if default_shown { "/sv" } else { "" });
                out.push_str(&alternate(&home, &default, "x-default"));
            }
            out.push_str("<meta name=\"generator\" content=\"qTranslate-XT 3.16.1\" />\n");
        }
        Languages::TranslatePress => {
            let page = page.unwrap_or(Page::Home);
            out.push_str(&alternates(site, page, false, ["sv-SE", "en-US"]));
            out.push_str(&alternates(site, page, false, ["sv", "en"]));
        }
        _ => {}
    }
    let archive = shop.woocommerce && page == Some(Page::Shop);
    if let Some(page) = page.filter(|_| !archive)
        && let Some(id) = page.id()
    {
        let here = content::link(site, view, page);
        out.push_str(&format!("<link rel=\"canonical\" href=\"{here}\" />\n"));
        out.push_str(&format!(
            "<link rel='shortlink' href='{home}{}/?p={id}' />\n",
            view.home_folder
        ));
    }
    out
}

/// Scripts at the end of the body, with the settings that WooCommerce and the gateway print before them.
pub(super) fn scripts(site: &Site<'_>, view: &View, page: Option<Page>) -> String {
    let shop = site.shop;
    let plugins = format!("{}/wp-content/plugins", site.home());
    let mut out = format!(
        "<script id=\"jquery-core-js\" src=\"{}/wp-includes/js/jquery/jquery.min.js?ver=3.7.1\"></script>\n",
        site.home()
    );
    if !shop.woocommerce {
        return out;
    }
    let ajax = ajax(site, view, "%%endpoint%%");
    let admin = format!("{}/wp-admin/admin-ajax.php", site.base());
    let cart = content::link(site, view, Page::Cart);
    out.push_str(&settings("wc-add-to-cart", "wc_add_to_cart_params", &json!({
        "ajax_url": admin, "wc_ajax_url": ajax, "cart_url": cart, "is_cart": "", "cart_redirect_after_add": "no",
    })));
    out.push_str(&settings(
        "woocommerce",
        "woocommerce_params",
        &json!({"ajax_url": admin, "wc_ajax_url": ajax}),
    ));
    out.push_str(&format!(
        "<script defer id=\"woocommerce-js\" src=\"{plugins}/woocommerce/assets/js/frontend/woocommerce.min.js?ver={WOOCOMMERCE}\"></script>\n"
    ));
    let kustom = format!("{plugins}/klarna-checkout-for-woocommerce");
    if embedded(site, page) {
        out.push_str(&settings("kco", "kco_params", &kco_params(site, view)));
        out.push_str(&format!(
            "<script id=\"kco-js\" src=\"{kustom}/assets/js/klarna-checkout-for-woocommerce.min.js?ver={KUSTOM}\"></script>\n"
        ));
    } else if page == Some(Page::Checkout)
        && shop.gateway
        && shop.is_kustom()
        && shop.checkout == Checkout::Block
        && shop.curtain.is_none()
    {
        out.push_str(&format!(
            "<script id=\"wc-checkout-block-frontend-js\" src=\"{plugins}/woocommerce/assets/client/blocks/checkout-frontend.js?ver=wc-{WOOCOMMERCE}\"></script>\n\
             <script id=\"kco-checkout-block-js\" src=\"{kustom}/blocks/build/checkout.js?ver={KUSTOM}\"></script>\n"
        ));
    }
    if page == Some(Page::Checkout)
        && shop.gateway
        && !shop.is_kustom()
        && shop.curtain.is_none()
        && let Some(folder) = shop.plugin.marks.folders.first()
    {
        out.push_str(&format!(
            "<script id=\"demo-payment-js\" src=\"{plugins}/{folder}/assets/js/demo.js?ver=1\"></script>\n"
        ));
    }
    out
}

fn styles(site: &Site<'_>, page: Option<Page>) -> String {
    let home = site.home();
    let mut sheets = vec![(
        "theme-style",
        format!("themes/{}/style.css?ver=4.6.2", theme(site.shop)),
    )];
    if site.shop.woocommerce {
        sheets.push((
            "wc-blocks-style",
            format!("plugins/woocommerce/assets/client/blocks/wc-blocks.css?ver=wc-{WOOCOMMERCE}"),
        ));
    }
    if site.shop.languages == Languages::TranslatePress {
        let path =
            "plugins/translatepress-multilingual/assets/css/trp-language-switcher.css?ver=3.2.3";
        sheets.push(("trp-language-switcher-style", path.to_owned()));
    }
    if embedded(site, page) {
        let path = "plugins/klarna-checkout-for-woocommerce/assets/css/klarna-checkout-for-woocommerce.min.css";
        sheets.push(("kco", format!("{path}?ver={KUSTOM}")));
    }
    sheets
        .iter()
        .map(|(id, path)| format!("<link rel='stylesheet' id='{id}-css' href='{home}/wp-content/{path}' media='all' />\n"))
        .collect()
}

/// One `hreflang` line for Swedish and one for English.
fn alternates(site: &Site<'_>, page: Page, default_shown: bool, codes: [&str; 2]) -> String {
    let folders = [if default_shown { "/sv" } else { "" }, "/en"];
    let pairs = codes.iter().zip(folders);
    pairs
        .map(|(code, folder)| alternate(&site.home(), &site.path(page, folder), code))
        .collect()
}

fn alternate(home: &str, path: &str, code: &str) -> String {
    format!("<link rel=\"alternate\" href=\"{home}{path}\" hreflang=\"{code}\" />\n")
}

/// The settings of the embedded checkout that a diagnosis reads.
fn kco_params(site: &Site<'_>, view: &View) -> serde_json::Value {
    let url = |action: &str| ajax(site, view, action);
    json!({
        "update_cart_url": url("kco_wc_update_cart"),
        "get_klarna_order_url": url("kco_wc_get_klarna_order"),
        "log_to_file_url": url("kco_wc_log_js"),
        "submit_order": url("checkout"),
        "logging": "1",
        "is_confirmation_page": "no",
        "shipping_methods_in_iframe": "no",
        "timeout_time": "20",
    })
}

/// A shop's AJAX address: relative, but absolute where TranslatePress adds a language.
fn ajax(site: &Site<'_>, view: &View, action: &str) -> String {
    let absolute = site.shop.languages == Languages::TranslatePress && !view.home_folder.is_empty();
    let home = if absolute {
        site.home()
    } else {
        site.base().to_owned()
    };
    format!("{home}{}/?wc-ajax={action}", view.home_folder)
}

/// A settings object as WordPress prints it before a script.
fn settings(id: &str, name: &str, value: &serde_json::Value) -> String {
    let value = value.to_string().replace("</", "<\\/");
    format!("<script id=\"{id}-js-extra\">\nvar {name} = {value};\n</script>\n")
}
