//! What tells shops apart: the home, as its address without the slash at the end. Several shops may share an origin.

use super::browser::{harmless, origin_of};
use crate::shop::{ShopUrl, Url};

/// The address without what is no part of a home.
pub(super) fn named(address: &str) -> Option<String> {
    let home = ShopUrl::new(&harmless(address)?.page).to_string();
    Some(without_slash(&home))
}

/// Every home that a page may belong to, the longest first.
pub(super) fn possible(page: &str) -> Vec<String> {
    let (Some(origin), Some(mut home)) = (origin_of(page), named(page)) else {
        return Vec::new();
    };
    let mut homes = Vec::new();
    while home.len() > origin.len() {
        let end = home.rfind('/').unwrap_or_default();
        let shorter = home.get(..end).unwrap_or_default().to_owned();
        homes.push(std::mem::replace(&mut home, shorter));
    }
    homes.push(origin);
    homes
}

/// The home of a page that nobody has read yet: its first folder.
pub(super) fn expected(page: &str) -> Option<String> {
    let mut homes = possible(page);
    let origin = homes.pop()?;
    let folder = homes.pop().filter(|folder| {
        let name = folder.get(origin.len()..).unwrap_or_default();
        !name.contains('.')
    });
    Some(folder.unwrap_or(origin))
}

/// The home of a page, where `home` is what was found out about it: its folder, under the name by which the person has it open.
pub(super) fn told(page: &str, home: &str) -> Option<String> {
    let home = Url::parse(home).ok()?;
    let page = Url::parse(page).ok()?;
    let page = ShopUrl::new(&page.with_path(home.path()));
    Some(without_slash(&page.to_string()))
}

fn without_slash(address: &str) -> String {
    address.trim_end_matches('/').to_owned()
}
