//! Unpacks a body that was packed: nobody asked for it, and still some caches send it, also under a wrong label.

use std::io::Read;

use callback_doctor::probe::{BodyEnd, GZIP};
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// Packings of one body, one in the other, that are undone.
const LAYERS: usize = 3;

/// Bytes that brotli reads at a time.
const BROTLI_BYTES: usize = 4096;

/// Undoes what the values of `Content-Encoding` name, and gzip that no label names. What cannot be undone and is no text
/// counts as unread; what is text under a wrong label is kept, as broken where browsers would show nothing of it.
pub(super) fn unpack<'a>(
    mut body: Vec<u8>,
    mut end: BodyEnd,
    labels: impl Iterator<Item = &'a str>,
    keep: usize,
) -> (Vec<u8>, BodyEnd) {
    let mut labels: Vec<String> = labels
        .flat_map(|value| value.split(','))
        .map(|label| label.trim().to_ascii_lowercase())
        .filter(|label| !label.is_empty() && label != "identity")
        .collect();
    for _ in 0..LAYERS {
        let label = labels.pop();
        let unpacked = match label.as_deref() {
            Some("gzip" | "x-gzip") => read(MultiGzDecoder::new(body.as_slice()), keep),
            Some("deflate") => read(ZlibDecoder::new(body.as_slice()), keep)
                .or_else(|| read(DeflateDecoder::new(body.as_slice()), keep)),
            Some("br") => read(
                brotli::Decompressor::new(body.as_slice(), BROTLI_BYTES),
                keep,
            ),
            // Packed twice, or packed and not labelled.
            None if body.starts_with(&GZIP) => read(MultiGzDecoder::new(body.as_slice()), keep),
            None => return (body, end),
            // Browsers take a label that they do not know for none.
            Some(_) => {
                end = text_or_unread(&body, end);
                continue;
            }
        };
        match unpacked {
            Some((plain, inner)) => {
                // A body that was cut or broke off cannot be unpacked to its end either.
                if end.is_whole() {
                    end = inner;
                }
                body = plain;
            }
            None if body.is_empty() => {}
            None => end = text_or_unread(&body, BodyEnd::Broken),
        }
    }
    (body, end)
}

/// What a body that could not be unpacked is: text as it stands, or nothing that was read.
fn text_or_unread(body: &[u8], end: BodyEnd) -> BodyEnd {
    match str::from_utf8(body) {
        Err(error) if error.error_len().is_some() => BodyEnd::Unread,
        _ => end,
    }
}

/// The first `keep` bytes that could be unpacked; none where nothing could, though an empty body may have been packed.
fn read(packed: impl Read, keep: usize) -> Option<(Vec<u8>, BodyEnd)> {
    let mut plain = Vec::new();
    let limit = u64::try_from(keep).unwrap_or(u64::MAX).saturating_add(1);
    // What broke ends in an error, after everything that could be unpacked.
    let ended = packed.take(limit).read_to_end(&mut plain).is_ok();
    if plain.is_empty() && !ended {
        return None;
    }
    let end = match (plain.len() > keep, ended) {
        (true, _) => BodyEnd::Cut,
        (false, true) => BodyEnd::Whole,
        (false, false) => BodyEnd::Broken,
    };
    plain.truncate(keep);
    Some((plain, end))
}
