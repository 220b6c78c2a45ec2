//! Tables of deliveries: copied out of a portal, or exported as CSV. A row is an answer.

use std::collections::BTreeMap;

use crate::probe::NoAnswer;

use super::line::{is_called, of_field, silence};
use super::tongues::{TONGUES, is, list, says};
use super::words::{Part, folded, pieces};
use super::{ANSWERS, Given};

/// Rows that are read.
const ROWS: usize = 50_000;

/// Cells of a row that are read, and bytes of a cell that are looked at.
const CELLS: usize = 60;
const CELL_BYTES: usize = 2048;

/// Rows in which the head is looked for.
const HEAD: usize = 6;

/// The answers of a table's rows. `None` where the text is none, or has no column of answers.
pub(super) fn read(text: &str) -> Option<Vec<Given>> {
    let separator = separator(text)?;
    let mut rows = Rows {
        rest: text,
        separator,
    };
    let first: Vec<Vec<String>> = rows.by_ref().take(HEAD + SAMPLE).collect();
    let (head, column) = column(&first)?;
    let mut table = Table {
        column,
        answers: Vec::new(),
        words: BTreeMap::new(),
    };
    let from = head.map_or(0, |head| head + 1);
    for row in first.iter().skip(from) {
        table.take(row);
    }
    for row in rows.take(ROWS) {
        table.take(&row);
    }
    (!table.answers.is_empty()).then_some(table.answers)
}

/// What was read of a table.
struct Table {
    column: usize,
    answers: Vec<Given>,
    /// What words say of no answer: tables repeat them.
    words: BTreeMap<String, Option<NoAnswer>>,
}

/// Different words of a table that are read.
const WORDS: usize = 200;

/// Rows by which a column without a name is judged.
const SAMPLE: usize = 10;

/// What stands between the cells: the same in the first lines.
fn separator(text: &str) -> Option<char> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(HEAD + SAMPLE)
        .collect();
    ['\t', ';', '|', ','].into_iter().find(|separator| {
        let enough = if *separator == ',' { 2 } else { 1 };
        let parts = lines
            .iter()
            .filter(|line| line.matches(*separator).count() >= enough);
        parts.count() >= 2
    })
}

/// The rows of a text, cells with quotes as RFC 4180 has them.
struct Rows<'t> {
    rest: &'t str,
    separator: char,
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut cells: Vec<String> = Vec::new();
        let mut cell = String::new();
        let mut quoted = false;
        let mut end = self.rest.len();
        let mut chars = self.rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let doubled = c == '"' && chars.peek().is_some_and(|(_, next)| *next == '"');
            if quoted && doubled {
                chars.next();
                cell.push('"');
            } else if c == '"' && (quoted || cell.trim().is_empty()) {
                quoted = !quoted;
            } else if c == self.separator && !quoted {
                push(&mut cells, &mut cell);
            } else if c == '\n' && !quoted {
                end = at + 1;
                break;
            } else if cell.len() < CELL_BYTES {
                cell.push(c);
            }
        }
        push(&mut cells, &mut cell);
        // A quote that nothing closes is a letter.
        if quoted {
            let line = self.rest.find('\n').map_or(self.rest.len(), |at| at + 1);
            let text = self.rest.get(..line).unwrap_or_default();
            cells = text
                .split(self.separator)
                .take(CELLS)
                .map(|cell| cell.trim().to_owned())
                .collect();
            end = line;
        }
        self.rest = self.rest.get(end..).unwrap_or_default();
        Some(cells)
    }
}

fn push(cells: &mut Vec<String>, cell: &mut String) {
    if cells.len() < CELLS {
        cells.push(cell.trim().to_owned());
    }
    cell.clear();
}

/// The row with the names of the columns, and which column has the answers.
fn column(rows: &[Vec<String>]) -> Option<(Option<usize>, usize)> {
    let named = |kind: fn(&str) -> bool, may_be_empty: bool| {
        rows.iter().take(HEAD).enumerate().find_map(|(head, row)| {
            let mut columns = row.iter().enumerate().filter(|(_, cell)| kind(cell));
            let empty = |column: usize| {
                let mut rows = rows.iter().skip(head + 1);
                may_be_empty
                    && rows.all(|row| {
                        row.get(column).is_some_and(String::is_empty)
                            && row.iter().any(|cell| address(cell).is_some())
                    })
            };
            columns
                .find(|(column, _)| {
                    row.len() > 1 && (tells(rows, head + 1, *column) || empty(*column))
                })
                .map(|(column, _)| (Some(head), column))
        })
    };
    named(is_code, true)
        .or_else(|| named(is_status, false))
        .or_else(|| {
            // Without names: where every row has a status, and some row says what became of it.
            let wide = rows.iter().map(Vec::len).max()?;
            let spoken = rows.iter().flatten().any(|cell| is_outcome(cell));
            let all = |column: &usize| {
                let cells = || rows.iter().filter_map(|row| row.get(*column));
                cells().count() == rows.len()
                    && cells().all(|cell| of_field(cell).is_some_and(|status| status >= 200))
            };
            (0..wide)
                .find(|column| spoken && rows.len() > 1 && all(column))
                .map(|column| (None, column))
        })
}

/// Whether a cell says what became of a call, or what was called.
fn is_outcome(cell: &str) -> bool {
    let folded = folded(&pieces(cell));
    cell.starts_with("http") && is_called(cell)
        || says(&folded, |words| words.failure)
        || says(&folded, |words| words.success)
}

/// Whether a column below a row has at least one answer and no number that is none.
fn tells(rows: &[Vec<String>], from: usize, column: usize) -> bool {
    let cells = || {
        let rows = rows.iter().skip(from);
        rows.filter_map(|row| row.get(column))
            .filter(|cell| !cell.is_empty())
    };
    let other = |cell: &String| {
        of_field(cell).is_none()
            && cell.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && !is_zero(cell)
    };
    cells().any(|cell| is_answer(cell) || is_zero(cell)) && !cells().any(other)
}

fn is_zero(cell: &str) -> bool {
    cell.bytes().all(|b| b == b'0')
}

/// Whether a cell names a column of answers.
fn is_code(cell: &str) -> bool {
    let Some(name) = name(cell) else {
        return false;
    };
    TONGUES
        .iter()
        .any(|tongue| list(tongue.code_column).any(|known| known == name))
}

/// Whether it may: a word that means a status, among others.
fn is_status(cell: &str) -> bool {
    name(cell).is_some_and(|name| {
        let mut words = name.split(' ');
        words.any(|word| is(word, |words| words.status))
    })
}

/// A cell's words, where it is short enough to name a column.
fn name(cell: &str) -> Option<String> {
    let split = |c: char| c.is_ascii_uppercase();
    // `responseCode`, `http_status`.
    let mut spaced = String::new();
    let mut before = ' ';
    for c in cell.chars().take(60) {
        if split(c) && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    let spaced = spaced.replace('_', " ");
    let folded = folded(&pieces(&spaced));
    let name = folded.as_str().trim();
    let words = name.split(' ').count();
    (cell.len() <= 60 && words <= 5 && !name.is_empty()).then(|| name.to_owned())
}

/// Whether a cell says something of an answer.
fn is_answer(cell: &str) -> bool {
    of_field(cell).is_some() || silence(&folded(&pieces(cell))).is_some()
}

impl Table {
    /// Adds what a row says; rows that say the same are counted.
    fn take(&mut self, row: &[String]) {
        let Some(cell) = row.get(self.column) else {
            return;
        };
        let (status, silence) = match of_field(cell) {
            Some(status) => (Some(status), None),
            None => (None, self.silence(cell, row)),
        };
        if status.is_none() && silence.is_none() {
            return;
        }
        let is_method = |cell: &&String| matches!(cell.as_str(), "GET" | "POST" | "PUT");
        let given = Given {
            method: row.iter().find(is_method).cloned(),
            url: row.iter().find_map(|cell| address(cell)),
            status,
            silence,
            time: row.iter().find(|cell| is_time(cell)).cloned(),
            ..Given::default()
        };
        add(&mut self.answers, given);
    }

    /// Why there was no answer, by a cell or, where it is empty, by what else stands in its row.
    fn silence(&mut self, cell: &str, row: &[String]) -> Option<NoAnswer> {
        let none =
            cell.is_empty() || is_zero(cell) || cell.chars().all(|c| matches!(c, '-' | '–' | '—'));
        let words = if none {
            let spoken = row
                .iter()
                .filter(|cell| !is_time(cell) && address(cell).is_none());
            spoken.cloned().collect::<Vec<_>>().join(" ; ")
        } else {
            cell.to_owned()
        };
        let went = || {
            let folded = folded(&pieces(&row.join(" ; ")));
            says(&folded, |words| words.success) || row.iter().all(|cell| address(cell).is_none())
        };
        let zero = || {
            let none = none && is_zero(cell) && (!cell.is_empty() || !went());
            none.then_some(NoAnswer::Unknown)
        };
        if let Some(known) = self.words.get(&words) {
            return known.or_else(zero);
        }
        if self.words.len() >= WORDS {
            return zero();
        }
        let found = silence(&folded(&pieces(&words)));
        self.words.insert(words, found);
        found.or_else(zero)
    }
}

/// The address in a cell.
fn address(cell: &str) -> Option<String> {
    if !cell.contains("://") {
        return None;
    }
    let found = pieces(cell);
    found.iter().find_map(|piece| match piece.part {
        Part::Address(address) if address.starts_with("http") => Some(address.to_owned()),
        _ => None,
    })
}

/// Adds an answer; what is said again is counted.
pub(super) fn add(answers: &mut Vec<Given>, given: Given) {
    if let Some(known) = answers.iter_mut().find(|known| known.is_again(&given)) {
        known.repeats = known.repeats.saturating_add(1);
        known.until = given.time.or(known.until.take());
    } else if answers.len() < ANSWERS {
        answers.push(given);
    }
}

/// Whether a cell is a date or a time.
fn is_time(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let marks = cell.matches([':', '-', '/', '.']).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    cell.len() <= 40 && digits >= 3 && marks >= 1 && letters <= 12 && !cell.contains("//") && {
        let shape = cell.matches(':').count() >= 1 && digits >= 3;
        let date = digits >= 6 && marks >= 2;
        shape || date
    }
}
