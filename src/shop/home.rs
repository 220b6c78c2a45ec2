//! Which folder is a shop's home, as far as an address alone tells. Several shops may share an origin, so that what tells
//! shops apart is the name of the home: its address without the slash at the end.

use super::{Harmless, ShopUrl, Url};

/// The first folder in the address, which may be a home where nobody says so: no file, and not below a page of an order
/// or an account. A callback's own address shows its home by itself.
pub fn folder(address: &Harmless) -> Option<ShopUrl> {
    let first = address.page.path().split('/').nth(1)?;
    let open = address.callback.is_none() && !address.was_cut;
    let is_folder = !first.is_empty() && !first.contains('.');
    let path = ["/", first, "/"].concat();
    (open && is_folder).then(|| ShopUrl::new(&address.page.with_path(&path)))
}

/// What tells a shop apart.
pub fn name(home: &ShopUrl) -> String {
    without_slash(&home.to_string())
}

/// The name of the page itself, as that of a home.
pub fn named(address: &Harmless) -> String {
    name(&ShopUrl::new(&address.page))
}

/// The home of a page that nobody has read yet, by its name.
pub fn expected(address: &Harmless) -> String {
    let home = address.home().or_else(|| folder(address));
    name(&home.unwrap_or_else(|| ShopUrl::at_root(&address.page)))
}

/// Every home that a page may belong to, by its name, the longest first.
pub fn possible(address: &Harmless) -> Vec<String> {
    let origin = name(&ShopUrl::at_root(&address.page));
    let mut home = named(address);
    let mut homes = Vec::new();
    while home.len() > origin.len() {
        let end = home.rfind('/').unwrap_or_default();
        let shorter = home.get(..end).unwrap_or_default().to_owned();
        homes.push(std::mem::replace(&mut home, shorter));
    }
    homes.push(origin);
    homes
}

/// The name of a page's home, where `home` is what was found out about it: its folder, at the address by which the person
/// has it open.
pub fn told(page: &str, home: &str) -> Option<String> {
    let home = Url::parse(home).ok()?;
    let page = Url::parse(page).ok()?;
    Some(name(&ShopUrl::new(&page.with_path(home.path()))))
}

fn without_slash(address: &str) -> String {
    address.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Harmless {
        Harmless::of(&Url::parse(text).unwrap())
    }

    #[test]
    fn expects_a_home_in_the_first_folder() {
        for (page, home) in [
            ("https://example.com/", "https://example.com"),
            ("https://example.com/se/kassa/", "https://example.com/se"),
            ("https://example.com/butik", "https://example.com/butik"),
            (
                "https://example.com/index.php/kassa/",
                "https://example.com",
            ),
            (
                "https://example.com:8443/butik/wc-api/KCO_WC_Push/?order=1",
                "https://example.com:8443/butik",
            ),
            (
                "https://example.com/wc-api/KCO_WC_Push/",
                "https://example.com",
            ),
            // Below an order the folder may be the page's, such as the checkout.
            (
                "https://example.com/checkout/order-received/1042/?key=wc_order_x",
                "https://example.com",
            ),
        ] {
            assert_eq!(expected(&address(page)), home, "{page}");
        }
    }

    #[test]
    fn lists_every_home_above_a_page() {
        assert_eq!(
            possible(&address("https://example.com/a/se/kassa/?x=1#y")),
            [
                "https://example.com/a/se/kassa",
                "https://example.com/a/se",
                "https://example.com/a",
                "https://example.com"
            ]
        );
        assert_eq!(
            possible(&address("https://example.com")),
            ["https://example.com"]
        );
    }

    #[test]
    fn keeps_the_address_that_the_person_has_open() {
        let told = |page, home| told(page, home).unwrap();
        assert_eq!(
            told(
                "https://www.example.com/se/kassa/",
                "http://example.com/se/"
            ),
            "https://www.example.com/se"
        );
        assert_eq!(
            told("https://example.com/kassa/", "https://example.com"),
            "https://example.com"
        );
    }
}
