//! Where the shop's home is, as a case gets to know it: from the page, the REST index, or the address alone.

use crate::shop::{Harmless, Scheme, ShopUrl, Url, is_language};

use crate::reading::Meaning;

use super::{Asked, Case, PageRead};

impl Case {
    /// Whether something said where the home is: the page, or the REST index. Else it is what the address lets expect.
    pub fn is_home_told(&self) -> bool {
        self.is_home_shown() || self.rest().is_some_and(|rest| rest.home.is_some())
    }

    fn is_home_shown(&self) -> bool {
        self.signs().is_some_and(|signs| signs.home.is_some())
    }

    /// The first folder in the address, where no page says where the home is.
    pub fn folder(&self) -> Option<ShopUrl> {
        let folder = self.first_folder.as_ref();
        folder.filter(|_| !self.is_home_shown()).cloned()
    }

    /// Where no page says so, the REST index does where the home is, within the site that was named.
    pub(super) fn settle_home(&mut self) {
        let rest = self.rest();
        let told = |url: Option<&String>| url.and_then(|url| Url::parse(url).ok());
        let home = rest.and_then(|rest| told(rest.home.as_ref()));
        let Some(home) = home.filter(|home| !self.is_home_shown() && self.shop.same_site(home))
        else {
            self.settle_folder();
            return;
        };
        // What answers over https is there.
        let over_https = self
            .index_asked()
            .is_some_and(|asked| asked.url.scheme() == Scheme::Https);
        let scheme = if over_https {
            Scheme::Https
        } else {
            self.shop.scheme()
        };
        let mut path = home.path().trim_end_matches('/').to_owned();
        // A home where WordPress itself is installed is a folder, not a language.
        let installed = rest.and_then(|rest| told(rest.url.as_ref()));
        let is_installed = installed.is_some_and(|url| url.path().trim_end_matches('/') == path);
        if let Some(last) = path.rfind('/').filter(|_| !is_installed)
            && path.get(last + 1..).is_some_and(is_language)
        {
            path.truncate(last);
        }
        path.push('/');
        self.shop = ShopUrl::new(&home.with_path(&path)).with_scheme(scheme);
    }

    /// Until somebody says where the home is, a short folder such as `/se/` is taken for it: pages have longer names. Where
    /// something answers there and is no WordPress, it is none.
    pub(super) fn settle_folder(&mut self) {
        let short = |folder: &ShopUrl| is_language(folder.home_path().trim_matches('/'));
        let Some(folder) = self.folder().filter(short) else {
            return;
        };
        if !self.surface.reads_callbacks() {
            return;
        }
        let route = folder.at("?rest_route=");
        let nobody = |asked: &Asked| {
            let meaning = asked.heard.as_ref().map(|heard| &heard.reading.meaning);
            let open = matches!(
                meaning,
                None | Some(Meaning::Stopped(_) | Meaning::Silent(_))
            );
            asked.probe.url.starts_with(&route) && !open
        };
        self.shop = if self.asked.iter().any(nobody) {
            ShopUrl::at_root(&self.requested)
        } else {
            folder
        };
    }
}

/// The shop's home. The page's own word about it counts only within the site that the person named.
pub(super) fn shop_of(address: &Harmless, page: Option<&PageRead>) -> ShopUrl {
    let at_root = ShopUrl::at_root(&address.page);
    let final_url = page.and_then(|page| Url::parse(&page.url).ok());
    let (Some(page), Some(final_url)) = (page, final_url.filter(|url| at_root.same_site(url)))
    else {
        return address.home().unwrap_or(at_root);
    };
    let Some(home) = page
        .signs
        .home
        .as_deref()
        .and_then(|home| Url::parse(home).ok())
        .filter(|home| !Harmless::of(home).was_cut)
    else {
        return address.home().unwrap_or(ShopUrl::at_root(&final_url));
    };
    if !at_root.same_site(&home) {
        return ShopUrl::at_root(&final_url);
    }
    // The scheme that someone sees: where https works, the http of a link is a finding, not the way in.
    let https = final_url.scheme() == Scheme::Https || home.scheme() == Scheme::Https;
    let shop = ShopUrl::new(&home);
    if https {
        shop.with_scheme(Scheme::Https)
    } else {
        shop
    }
}
