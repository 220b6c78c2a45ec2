//! How many labelled answers are named right, and what the others are called.

use std::{collections::BTreeMap, fmt};

use callback_doctor::{explain, text::Language, verdict::Confidence};

use super::corpus::{Labelled, NONE};

/// Prints the counts and the confusion matrices.
pub(super) fn print(samples: &[Labelled], shop: &[Labelled], all: bool) {
    println!("Accuracy");
    let table = Table::of(samples);
    println!("  blocked samples      {}", table.score);
    table.print(all);
    let mut table = Table::of(shop);
    // Nobody said who wrote these: a server's own page may be named, but not for certain.
    let tolerated = std::mem::take(&mut table.score.likely_negatives);
    table.score.wrong_likely -= tolerated;
    println!(
        "  a recorded shop      {}; {tolerated} others, which have no label, named as likely",
        table.score
    );
    table.print(all);
}

/// The counts.
#[derive(Debug, Default, PartialEq)]
struct Score {
    /// Answers of a blocker.
    blocked: usize,
    /// Of these, named right.
    right: usize,
    /// Answers in which there is none.
    negatives: usize,
    /// Of these, nothing named.
    silent: usize,
    /// Named wrongly, and said to be certain.
    wrong_certain: usize,
    /// Named wrongly, and said to be likely.
    wrong_likely: usize,
    /// Of these, where there is no blocker.
    likely_negatives: usize,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {} named right, {} of {} others silent; wrong and certain {}, wrong and likely {}",
            self.right,
            self.blocked,
            self.silent,
            self.negatives,
            self.wrong_certain,
            self.wrong_likely
        )
    }
}

/// The counts, and the ids of the answers under each label (first) and each name given (second).
#[derive(Default)]
struct Table {
    score: Score,
    cells: BTreeMap<(String, String), Vec<String>>,
}

impl Table {
    fn of(answers: &[Labelled]) -> Self {
        let mut table = Self::default();
        for answer in answers {
            let found = explain::explain(&answer.given, Language::En);
            let named = found.blocker.as_deref().unwrap_or(NONE);
            table.add(answer, named, found.confidence);
        }
        table
    }

    fn add(&mut self, answer: &Labelled, named: &str, confidence: Confidence) {
        let fits = answer.right.iter().any(|right| right == named);
        let score = &mut self.score;
        if answer.label() == NONE {
            score.negatives += 1;
            score.silent += usize::from(named == NONE);
        } else {
            score.blocked += 1;
            score.right += usize::from(fits);
        }
        match confidence {
            _ if fits || named == NONE => {}
            Confidence::Certain => score.wrong_certain += 1,
            _ => {
                score.wrong_likely += 1;
                score.likely_negatives += usize::from(answer.label() == NONE);
            }
        }
        let cell = (answer.label().to_owned(), named.to_owned());
        self.cells.entry(cell).or_default().push(answer.id.clone());
    }

    fn print(&self, all: bool) {
        let exact = |(label, named): &(String, String)| label == named;
        let same = self.cells.iter().filter(|(cell, _)| exact(cell));
        let same: usize = same.map(|(_, ids)| ids.len()).sum();
        println!("    {same} named exactly as labelled");
        if all || same < self.cells.values().map(Vec::len).sum() {
            println!("    {:30} {:30} answers", "label", "named");
        }
        for (cell, ids) in &self.cells {
            if all || !exact(cell) {
                let ids_shown = ids.join(" ");
                println!(
                    "    {:30} {:30} {:3}  {ids_shown}",
                    cell.0,
                    cell.1,
                    ids.len()
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use callback_doctor::given::Given;

    #[test]
    fn a_second_name_is_right_and_silence_is_no_wrong_name() {
        let answer = |right: &[&str]| Labelled {
            id: "a".to_owned(),
            right: right.iter().map(|&id| id.to_owned()).collect(),
            given: Given::default(),
        };
        let mut table = Table::default();
        table.add(&answer(&["x", "y"]), "y", Confidence::Likely);
        table.add(&answer(&["x"]), NONE, Confidence::None);
        table.add(&answer(&["x"]), "y", Confidence::Certain);
        table.add(&answer(&[NONE]), NONE, Confidence::None);
        table.add(&answer(&[NONE]), "y", Confidence::Likely);
        let score = Score {
            blocked: 3,
            right: 1,
            negatives: 2,
            silent: 1,
            wrong_certain: 1,
            wrong_likely: 1,
            likely_negatives: 1,
        };
        assert_eq!(table.score, score);
    }
}
