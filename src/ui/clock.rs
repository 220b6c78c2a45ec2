//! The person's clock: how long ago something was, and when that was here.

use js_sys::{Date, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

const MINUTE_MS: u32 = 60_000;

/// Whole minutes since a time in RFC 3339; `None` for any other text. Where the clock was set back, none have passed.
pub(super) fn minutes_since(time: &str) -> Option<f64> {
    let then = Date::parse(time);
    (!then.is_nan()).then(|| {
        ((Date::now() - then) / f64::from(MINUTE_MS))
            .floor()
            .max(0.0)
    })
}

/// So many minutes in the largest unit that fits, such as `3 days ago`.
pub(super) fn ago(minutes: f64, locale: &str) -> String {
    let units = [(1_440.0, "day"), (60.0, "hour"), (1.0, "minute")];
    let fits = units.into_iter().find(|(length, _)| minutes >= *length);
    let (length, unit) = fits.unwrap_or((1.0, "minute"));
    RelativeTimeFormat::new(locale).format(-(minutes / length).floor(), unit)
}

/// A time in RFC 3339 as the clock on the wall here showed it, with its zone.
pub(super) fn local(time: &str, locale: &str) -> String {
    let style = Object::new();
    for (part, length) in [("dateStyle", "medium"), ("timeStyle", "long")] {
        // A fresh object takes every property.
        let _ = Reflect::set(&style, &part.into(), &length.into());
    }
    Date::new(&time.into())
        .to_locale_string(locale, &style)
        .into()
}

/// Calls back once a minute until it is dropped.
#[derive(Debug)]
pub(super) struct EachMinute {
    /// Called as long as this lives.
    _tick: Closure<dyn Fn()>,
    number: f64,
}

impl EachMinute {
    /// Begins.
    pub(super) fn new(tick: impl Fn() + 'static) -> Self {
        let tick = Closure::<dyn Fn()>::new(tick);
        let number = set_interval(tick.as_ref().unchecked_ref(), MINUTE_MS);
        Self {
            _tick: tick,
            number,
        }
    }
}

impl Drop for EachMinute {
    fn drop(&mut self) {
        clear_interval(self.number);
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> RelativeTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &RelativeTimeFormat, value: f64, unit: &str) -> String;
    #[wasm_bindgen(js_name = setInterval)]
    fn set_interval(tick: &Function, milliseconds: u32) -> f64;
    #[wasm_bindgen(js_name = clearInterval)]
    fn clear_interval(number: f64);
}
