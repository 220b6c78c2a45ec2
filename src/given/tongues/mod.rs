//! The words by which providers, servers and people speak of an answer, a language a file: every one has every kind.
//!
//! All in lower case, whole words or phrases between bars, an apostrophe written as a space; `*` at an end stands for any
//! ending. Source: each language's usual translations of HTTP clients' and portals' messages, in the forms in which they
//! stand in sentences.

mod da;
mod de;
mod en;
mod es;
mod fi;
mod fr;
mod it;
mod nb;
mod nl;
mod pl;
mod pt;
mod sv;

use crate::probe::NoAnswer;

use super::words::Folded;

/// The words of one language.
pub(super) struct Tongue {
    /// Announce a status, or stand behind one: code, error, answer.
    pub(super) status: &'static str,
    /// Announce a status as what came back or was got.
    pub(super) came: &'static str,
    /// Announce one only beside what was wanted.
    pub(super) received: &'static str,
    /// May stand between an announcement and its number.
    pub(super) between: &'static str,
    /// May go on behind a status that a verb alone announces.
    pub(super) goes_on: &'static str,
    /// Before a number that is what was wanted, or what the answer was not.
    pub(super) not: &'static str,
    /// Behind a number that was wanted.
    pub(super) wanted: &'static str,
    /// What is counted: a number before them is no status.
    pub(super) units: &'static str,
    /// What is named by the number behind them.
    pub(super) named: &'static str,
    /// A payment: a code beside them, and beside none of a call, is the bank's.
    pub(super) payment: &'static str,
    /// A call over HTTP, and what answers it.
    pub(super) http: &'static str,
    /// A provider's call.
    pub(super) call: &'static str,
    /// Something went wrong.
    pub(super) failure: &'static str,
    /// Something came as it should.
    pub(super) success: &'static str,
    /// The address was sent on to another.
    pub(super) redirect: &'static str,
    /// The words that stand for a status.
    pub(super) reasons: &'static [(&'static str, u16)],
    /// The name was not found.
    pub(super) dns: &'static str,
    /// The name of a host: of one that was not found beside a failure.
    pub(super) host: &'static str,
    /// The connection was refused.
    pub(super) refused: &'static str,
    /// The connection was broken off.
    pub(super) reset: &'static str,
    /// No answer came in time.
    pub(super) timeout: &'static str,
    /// No connection, or no answer at all.
    pub(super) unreached: &'static str,
    /// A connection, and refusing or breaking it off.
    pub(super) connection: &'static str,
    /// Refuses.
    pub(super) refuses: &'static str,
    /// Breaks off.
    pub(super) breaks: &'static str,
    /// The secure connection: these tell of a failure only beside a failure or a fault.
    pub(super) tls: &'static str,
    /// What is wrong with a certificate.
    pub(super) tls_faults: &'static str,
    /// Before a body that is told in the line of its status.
    pub(super) body: &'static str,
    /// Something stopped a call.
    pub(super) stopped: &'static str,
    /// What stops calls.
    pub(super) stoppers: &'static str,
    /// The shop, before its address.
    pub(super) shop: &'static str,
    /// The payment plugin's own check did not let the call pass.
    pub(super) unfit: &'static str,
    /// The provider has no address, or none that it takes.
    pub(super) unaddressed: &'static str,
    /// Heads of a table's column: the status of the answer.
    pub(super) code_column: &'static str,
}

/// All of them.
pub(super) const TONGUES: [&Tongue; 12] = [
    &en::WORDS,
    &sv::WORDS,
    &nb::WORDS,
    &da::WORDS,
    &fi::WORDS,
    &de::WORDS,
    &nl::WORDS,
    &fr::WORDS,
    &es::WORDS,
    &pl::WORDS,
    &it::WORDS,
    &pt::WORDS,
];

/// A kind of words.
pub(super) type Kind = fn(&Tongue) -> &'static str;

/// The words of a list.
pub(super) fn list(words: &'static str) -> impl Iterator<Item = &'static str> {
    words
        .split('|')
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

/// The first words of this kind, in any language, that stand in a text.
pub(super) fn said(text: &Folded, kind: Kind) -> Option<&'static str> {
    TONGUES
        .iter()
        .find_map(|tongue| list(kind(tongue)).find(|phrase| text.find(phrase).is_some()))
}

/// Whether words of this kind stand in a text, in any language.
pub(super) fn says(text: &Folded, kind: Kind) -> bool {
    said(text, kind).is_some()
}

/// Whether a word is of this kind, in any language.
pub(super) fn is(word: &str, kind: Kind) -> bool {
    TONGUES.iter().any(|tongue| {
        list(kind(tongue)).any(|known| match known.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => known == word,
        })
    })
}

/// Why there was no answer, in the order in which the words count.
pub(super) const SILENCE: [(NoAnswer, Kind); 5] = [
    (NoAnswer::Dns, |tongue| tongue.dns),
    (NoAnswer::Refused, |tongue| tongue.refused),
    (NoAnswer::Reset, |tongue| tongue.reset),
    (NoAnswer::Timeout, |tongue| tongue.timeout),
    (NoAnswer::Unknown, |tongue| tongue.unreached),
];

/// What programs say where no connection came about.
pub(super) const UNCONNECTED: &str = "\
    cannot assign requested address|network is unreachable|no route to host|host is unreachable|host unreachable|ehostunreach|enetunreach|eaddrnotavail|could not connect|\
    couldn t connect|cannot connect|can t connect|unable to connect|failed to connect|connectexception|noroutetohostexception|newconnectionerror|other errors while sending|connection failed|connection failure|connection error";

/// What else is called by a code; only English writes them as two words.
pub(super) const OTHER_CODES: &str = "promo|postal|zip|country|product|order|discount|voucher|coupon|area|item|tracking|\
    dialling|transaction|customer|merchant|sort|currency|decline|bank|dress|qr|source|access|security";

/// The words of [`en::WORDS`]' reasons that also mean other things: they count only beside their number, or where they are
/// all that was given.
pub(super) const PLAIN_REASONS: &str = "ok|found|see other|gone|conflict|not found|forbidden|unauthorized|unauthorised|\
    not acceptable|payment required|not implemented|bad request|förbjuden|forbudt|kielletty|verboten|unzulässig|verboden|interdit|\
    prohibido|zabronione|zakazane|vietato|proibito|proibido|nicht gefunden|niet gevonden|non trouvé|introuvable|no encontrado|\
    no encontrada|nie znaleziono|non trovato|non trovata|não encontrado|não encontrada";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_kind() {
        let kinds: [(&str, Kind); 32] = [
            ("status", |t| t.status),
            ("came", |t| t.came),
            ("received", |t| t.received),
            ("between", |t| t.between),
            ("goes on", |t| t.goes_on),
            ("not", |t| t.not),
            ("wanted", |t| t.wanted),
            ("units", |t| t.units),
            ("named", |t| t.named),
            ("payment", |t| t.payment),
            ("http", |t| t.http),
            ("call", |t| t.call),
            ("failure", |t| t.failure),
            ("success", |t| t.success),
            ("redirect", |t| t.redirect),
            ("dns", |t| t.dns),
            ("host", |t| t.host),
            ("refused", |t| t.refused),
            ("reset", |t| t.reset),
            ("timeout", |t| t.timeout),
            ("unreached", |t| t.unreached),
            ("connection", |t| t.connection),
            ("refuses", |t| t.refuses),
            ("breaks", |t| t.breaks),
            ("tls", |t| t.tls),
            ("tls faults", |t| t.tls_faults),
            ("body", |t| t.body),
            ("stopped", |t| t.stopped),
            ("stoppers", |t| t.stoppers),
            ("unfit", |t| t.unfit),
            ("unaddressed", |t| t.unaddressed),
            ("code column", |t| t.code_column),
        ];
        for (at, tongue) in TONGUES.iter().enumerate() {
            for (name, kind) in kinds {
                let words = list(kind(tongue));
                assert!(words.count() > 0, "language {at} has no words for {name}");
                for word in list(kind(tongue)) {
                    let stem = word.trim_end_matches('*');
                    let is_plain = stem.chars().all(|c| c.is_alphanumeric() || c == ' ');
                    assert!(is_plain && stem == stem.to_lowercase(), "{word}");
                }
            }
            assert!(tongue.reasons.len() >= 5, "language {at}");
        }
    }
}
