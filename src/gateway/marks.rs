//! By what a page, the REST index, settings or a log show a gateway.

/// What a gateway leaves where it can be seen.
#[derive(Debug)]
pub struct Marks {
    /// Its folders under `wp-content/plugins/`, today's first.
    pub folders: &'static [&'static str],
    /// How the ids of its payment methods begin: in the list of a checkout, in `payment_method_ID`, and as keys of
    /// `wcSettings.paymentMethodData` on a block checkout.
    pub methods: &'static [&'static str],
    /// Its REST namespaces, without the version at their end.
    pub namespaces: &'static [&'static str],
    /// Handles of its scripts and styles that no other plugin uses: `HANDLE-js`, `HANDLE-css`.
    pub handles: &'static [&'static str],
    /// The files whose `?ver=` is the plugin's version; with every other it is a hash, a time or somebody else's version.
    pub versions: &'static [VersionedFile],
}

/// A file whose `?ver=` is its plugin's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionedFile {
    /// By its path below the plugin's folder; `*` stands for anything.
    Path(&'static str),
    /// By its handle.
    Handle(&'static str),
}

/// Payment methods that no provider calls back for: bank transfer, cheque, cash on delivery.
const OFFLINE: [&str; 3] = ["bacs", "cheque", "cod"];

/// Whether a provider calls back for this payment method of a checkout.
pub fn is_online(method: &str) -> bool {
    !OFFLINE.contains(&method)
}

impl Marks {
    /// Whether this plugin's folder is one of its.
    pub fn has_plugin(&self, folder: &str) -> bool {
        self.folders.contains(&folder)
    }

    /// Whether a payment method of the checkout is one of its.
    pub fn has_method(&self, id: &str) -> bool {
        self.methods.iter().any(|start| id.starts_with(start))
    }

    /// Whether it registered this REST namespace.
    pub fn has_namespace(&self, namespace: &str) -> bool {
        let mut known = self.namespaces.iter();
        known.any(|known| {
            let rest = namespace.strip_prefix(known);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Whether a script or style of this handle, or with this id, is one of its.
    pub fn has_handle(&self, id: &str) -> bool {
        self.handles.contains(&id) || self.handles.contains(&handle(id))
    }

    /// Whether the `?ver=` of a file is the plugin's version: by its path below the plugin's folder, or its id or handle.
    pub fn tells_version(&self, path: &str, id: &str) -> bool {
        self.versions.iter().any(|file| match file {
            VersionedFile::Path(known) => fits(known, path),
            VersionedFile::Handle(known) => id == *known || handle(id) == *known,
        })
    }

    /// Bytes of the longest beginning that a method shares with one of its: `stripe_cc` is nearer to `stripe_cc` than to
    /// `stripe`.
    pub(super) fn nearness(&self, method: &str) -> Option<usize> {
        let starts = self.methods.iter();
        starts
            .filter(|start| method.starts_with(*start))
            .map(|start| start.len())
            .max()
    }

    /// Whether a line of a log comes from it: a file below its folder, or a log of WooCommerce that is called like it.
    pub fn is_in_log(&self, line: &str) -> bool {
        self.folders.iter().any(|folder| {
            let mut rest = line;
            while let Some((before, after)) = rest.split_once(folder) {
                let is_file = before.ends_with("/plugins/") && after.starts_with('/');
                let begins =
                    !before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
                if is_file || begins && after.starts_with("-20") && after.contains(".log") {
                    return true;
                }
                rest = after;
            }
            false
        })
    }
}

/// WordPress writes `HANDLE-js` and `HANDLE-css` as ids.
fn handle(id: &str) -> &str {
    let plain = id.strip_suffix("-js").or_else(|| id.strip_suffix("-css"));
    plain.unwrap_or(id)
}

/// Whether a text fits a pattern, in which `*` stands for at least one byte; case does not count.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern.eq_ignore_ascii_case(text),
        Some((start, end)) => {
            let middle = text.len().checked_sub(start.len() + end.len());
            middle.is_some_and(|bytes| bytes > 0)
                && text
                    .get(..start.len())
                    .is_some_and(|t| t.eq_ignore_ascii_case(start))
                && text
                    .get(text.len() - end.len()..)
                    .is_some_and(|t| t.eq_ignore_ascii_case(end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_something() {
        for (pattern, text, expected) in [
            ("wc_stripe", "WC_Stripe", true),
            ("mollie_wc_gateway_*", "mollie_wc_gateway_ideal", true),
            ("mollie_wc_gateway_*", "mollie_wc_gateway_", false),
            ("order/*/validate", "order/12/validate", true),
            ("order/*/validate", "order//validate", false),
            ("*", "å", true),
            ("a*", "åb", false),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
    }
}
