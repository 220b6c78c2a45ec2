//! English. Plain sentences, no blame, only what was seen; menu names as WordPress and the plugins write them.

mod answers;
mod audit;
mod brain;
mod causes;
mod checks;
mod explained;
mod export;
mod extension;
mod left_out;
mod notes;
mod orders;
mod places;
mod remedies;
mod status;
mod steps;
mod ui;
mod unsure;
mod variants;
mod words;

use super::shape::Catalogue;

pub(super) const CATALOGUE: Catalogue = Catalogue {
    variant: variants::variant,
    explained: explained::EXPLAINED,
    cause: causes::cause,
    purpose: words::purpose,
    station: words::station,
    stop_word: words::stop_word,
    caveat: words::caveat,
    measured: words::measured,
    start: words::start,
    way: &words::WAY,
    proof: &words::PROOF,
    orders: &orders::ORDERS,
    calls: &words::CALLS,
    pasted_caveat: words::PASTED_CAVEAT,
    inferred: words::INFERRED,
    brought_caveat: words::BROUGHT_CAVEAT,
    left_out: &left_out::LEFT_OUT,
    check: checks::check,
    unsure: unsure::unsure,
    note: notes::note,
    answers: &answers::ANSWERS,
    audit: &audit::AUDIT,
    export: &export::EXPORT,
    ui: &ui::UI,
    extension: &extension::EXTENSION,
    brain: &brain::BRAIN,
    remedies: &remedies::REMEDIES,
    statuses: &status::STATUSES,
};
