//! What stands in the middle of each page.

use crate::languages::View;
use crate::response::escape;
use crate::shop::Checkout;
use crate::site::{PRODUCTS, Page, Product, Site};

/// The absolute address of a page, in the language of the present one.
pub(super) fn link(site: &Site<'_>, view: &View, page: Page) -> String {
    format!("{}{}", site.home(), site.path(page, view.folder))
}

/// The name of a page, as menus and titles say it.
pub(super) fn page_name(view: &View, page: Page) -> &'static str {
    view.tongue.of(match page {
        Page::Home => ["Home", "Hem"],
        Page::Shop => ["Shop", "Butik"],
        Page::Cart => ["Cart", "Varukorg"],
        Page::Checkout => ["Checkout", "Kassa"],
        Page::Account => ["My account", "Mitt konto"],
        Page::Product(product) => product.name,
    })
}

/// The title of a page, ready for HTML.
pub(super) fn title(site: &Site<'_>, view: &View, page: Page) -> String {
    let name = escape(site.shop.name);
    match page {
        Page::Home => name,
        page => format!("{} &#8211; {name}", page_name(view, page)),
    }
}

/// The middle of a page, as HTML.
pub(super) fn main(site: &Site<'_>, view: &View, page: Page) -> String {
    let sold = site.shop.woocommerce;
    match page {
        Page::Home => {
            let text = view.tongue.of([
                "Wool for cold mornings, made in small numbers by a workshop in the north.",
                "Ull för kalla morgnar, gjord i små upplagor av en verkstad i norr.",
            ]);
            let heading = view.tongue.of(["Knitted slowly", "Långsamt stickat"]);
            let shelf = if sold {
                shelf(site, view)
            } else {
                String::new()
            };
            format!("<h1>{heading}</h1><p class=\"lead\">{text}</p>{shelf}")
        }
        Page::Shop if sold => format!("<h1>{}</h1>{}", page_name(view, page), shelf(site, view)),
        Page::Product(product) => single(site, view, product),
        Page::Cart if sold => cart(site, view),
        Page::Checkout if sold => checkout(site, view),
        page => {
            let text = view
                .tongue
                .of(["This page is empty.", "Den här sidan är tom."]);
            format!("<h1>{}</h1><p>{text}</p>", page_name(view, page))
        }
    }
}

fn shelf(site: &Site<'_>, view: &View) -> String {
    let mut list = String::from("<ul class=\"products\">");
    for product in PRODUCTS {
        list.push_str(&format!(
            "<li class=\"product\"><a href=\"{}\">{}<h2 class=\"woocommerce-loop-product__title\">{}</h2>{}</a></li>",
            link(site, view, Page::Product(product)),
            drawing(product),
            view.tongue.of(product.name),
            price(product.price),
        ));
    }
    list + "</ul>"
}

fn single(site: &Site<'_>, view: &View, product: &Product) -> String {
    let add = view.tongue.of(["Add to cart", "Lägg i varukorg"]);
    format!(
        "<div class=\"product two\"><div>{}</div><div><h1 class=\"product_title\">{}</h1><p>{}</p><p>{}</p>\
         <p><a class=\"button add_to_cart_button\" href=\"{}/?add-to-cart={}\">{add}</a></p></div></div>",
        drawing(product),
        view.tongue.of(product.name),
        price(product.price),
        view.tongue.of(product.text),
        site.home(),
        product.id,
    )
}

fn cart(site: &Site<'_>, view: &View) -> String {
    let go = view.tongue.of(["Go to checkout", "Gå till kassan"]);
    format!(
        "<h1>{}</h1>{}<p><a class=\"button checkout-button\" href=\"{}\">{go}</a></p>",
        page_name(view, Page::Cart),
        review(view),
        link(site, view, Page::Checkout),
    )
}

/// The checkout page. A real one needs something in the cart; here a beanie lies in it, for convenience.
fn checkout(site: &Site<'_>, view: &View) -> String {
    let heading = page_name(view, Page::Checkout);
    let form = view.tongue.of([
        "In a real shop the payment provider's form stands here.",
        "I en riktig butik står betalleverantörens formulär här.",
    ]);
    let (review, action) = (review(view), link(site, view, Page::Checkout));
    if !site.shop.gateway {
        let none = view
            .tongue
            .of(["Pay by bank transfer.", "Betala med banköverföring."]);
        return format!(
            "<h1>{heading}</h1><form name=\"checkout\" method=\"post\" class=\"checkout woocommerce-checkout\" \
             action=\"{action}\"><div class=\"two\"><div>{review}</div><div class=\"box\"><ul class=\"wc_payment_methods \
             payment_methods methods\"><li class=\"wc_payment_method payment_method_bacs\">{none}</li></ul></div></div></form>"
        );
    }
    if !site.shop.is_kustom() {
        let (methods, name) = (
            site.shop.plugin.marks.methods,
            escape(site.shop.plugin.name),
        );
        let id = methods.first().copied().unwrap_or(site.shop.plugin.id);
        return format!(
            "<h1>{heading}</h1><form name=\"checkout\" method=\"post\" class=\"checkout woocommerce-checkout\" \
             action=\"{action}\"><div class=\"two\"><div>{review}</div><div class=\"box\"><ul class=\"wc_payment_methods \
             payment_methods methods\"><li class=\"wc_payment_method payment_method_{id}\"><input id=\"payment_method_{id}\" \
             type=\"radio\" class=\"input-radio\" name=\"payment_method\" value=\"{id}\" checked> <label \
             for=\"payment_method_{id}\">{name}</label></li></ul><p>{form}</p></div></div></form>"
        );
    }
    let frame = format!("<div id=\"klarna-checkout-container\"><p>{form}</p></div>");
    match site.shop.checkout {
        Checkout::Shortcode => format!(
            "<h1>{heading}</h1><form name=\"checkout\" class=\"checkout woocommerce-checkout kco-checkout\">\
             <div id=\"kco-wrapper\" class=\"two\"><div id=\"kco-order-review\">{review}</div><div id=\"kco-iframe\">\
             <input id=\"payment_method_kco\" type=\"radio\" name=\"payment_method\" value=\"kco\" checked hidden>{frame}\
             </div></div></form>"
        ),
        Checkout::Block => format!(
            "<h1>{heading}</h1><div data-block-name=\"woocommerce/checkout\" class=\"wp-block-woocommerce-checkout \
             alignwide wc-block-checkout\"><div class=\"two\"><div>{review}</div><div>{frame}</div></div></div>"
        ),
    }
}

fn review(view: &View) -> String {
    let head = view
        .tongue
        .of([["Product", "Subtotal"], ["Produkt", "Delsumma"]]);
    let total = view.tongue.of(["Total", "Summa"]);
    let Some(product) = PRODUCTS.first() else {
        return String::new();
    };
    let [what, sum] = head;
    format!(
        "<table class=\"shop_table woocommerce-checkout-review-order-table\"><thead><tr><th>{what}</th><th>{sum}</th></tr>\
         </thead><tbody><tr><td>{}</td><td>{price}</td></tr><tr><th>{total}</th><td>{price}</td></tr></tbody></table>",
        view.tongue.of(product.name),
        price = price(product.price),
    )
}

fn price(kronor: u32) -> String {
    format!("<span class=\"price woocommerce-Price-amount\">{kronor} kr</span>")
}

fn drawing(product: &Product) -> String {
    format!(
        "<svg class=\"drawing\" viewBox=\"0 0 96 96\" aria-hidden=\"true\">{}</svg>",
        product.drawing
    )
}
