//! One address by itself: of a shop, or of the callback that a provider has on file.

use crate::diagnosis::Intake;
use crate::report::Surface;
use crate::shop::{Harmless, Url};

/// What begins with this address; what is wrong with one that is none, the diagnosis says.
pub fn address(text: &str) -> Intake {
    let harmless = Url::typed(text).map(|url| Harmless::of(&url));
    match harmless {
        Ok(harmless) => Intake {
            about: harmless.callback.is_some().then(|| harmless.clone()),
            ..Intake::new(&harmless.address().to_string(), Surface::Site)
        },
        Err(_) => Intake::new(text, Surface::Site),
    }
}
