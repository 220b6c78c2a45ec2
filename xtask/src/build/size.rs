//! What files weigh on the way to a browser, and the budget.

use std::{
    collections::HashMap,
    io::{Read, Write},
};

use flate2::{Compression, write::GzEncoder};

use super::{
    Product,
    references::{self, Imports},
    wasm,
};
use crate::failure::{Failure, Outcome};

/// Bytes that the first load of a page may weigh, compressed with brotli at its highest level.
const BUDGET_BYTES: usize = 150_000;

/// Weighs each content once, however many products hold it.
#[derive(Default)]
pub(crate) struct Scales(HashMap<Vec<u8>, Weight>);

/// Bytes of a file.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Scales {
    /// Prints a table of a product's files and of its page's first load; gives a sentence when that is over the budget.
    pub(crate) fn weigh(&mut self, product: &Product) -> Outcome<Option<String>> {
        let mut all = Weight::default();
        println!(
            "\n{:<42} {:>9} {:>9} {:>9}",
            product.name, "raw", "gzip -9", "brotli 11"
        );
        for (path, content) in product.files.iter() {
            let weight = self.file(content)?;
            all.add(weight);
            weight.print(path);
        }
        all.print("all files");
        let Some(page) = &product.page else {
            return Ok(None);
        };
        let first = self.loaded(product, page, Imports::AtOnce)?;
        let ever = self.loaded(product, page, Imports::All)?;
        first.print(&format!("first load of {page}"));
        if ever != first {
            ever.print("with what it imports later");
        }
        if let Some(brain) = self.module(product, "brain")? {
            let mut check = first;
            check.add(brain);
            check.print("with what a check of an address needs");
        }
        Ok((first.brotli > BUDGET_BYTES).then(|| {
            format!(
                "{}/{page} loads {} bytes with brotli; the budget is {BUDGET_BYTES}.",
                product.name, first.brotli
            )
        }))
    }

    fn loaded(&mut self, product: &Product, page: &str, imports: Imports) -> Outcome<Weight> {
        let mut sum = Weight::default();
        for path in references::loaded(&product.files, page, imports)? {
            sum.add(self.file(product.files.get(&path).unwrap_or_default())?);
        }
        Ok(sum)
    }

    /// Both files of a module; none where the product has no such module.
    fn module(&mut self, product: &Product, name: &str) -> Outcome<Option<Weight>> {
        let mut sum = Weight::default();
        for path in [wasm::glue_file(name), wasm::module_file(name)] {
            let Some(content) = product.files.get(&path) else {
                return Ok(None);
            };
            sum.add(self.file(content)?);
        }
        Ok(Some(sum))
    }

    fn file(&mut self, content: &[u8]) -> Outcome<Weight> {
        if let Some(weight) = self.0.get(content) {
            return Ok(*weight);
        }
        let weight = Weight {
            raw: content.len(),
            gzip: gzip(content)?,
            brotli: brotli(content)?,
        };
        self.0.insert(content.to_vec(), weight);
        Ok(weight)
    }
}

impl Weight {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    fn print(self, name: &str) {
        println!(
            "  {name:<40} {:>9} {:>9} {:>9}",
            self.raw, self.gzip, self.brotli
        );
    }
}

fn gzip(content: &[u8]) -> Outcome<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(content)
        .and_then(|()| encoder.finish())
        .map(|out| out.len())
        .map_err(Failure::at("gzip"))
}

pub(super) fn brotli(content: &[u8]) -> Outcome<usize> {
    let mut out = Vec::new();
    // Level 11 with a window of 2^24 bytes.
    brotli::CompressorReader::new(content, 4096, 11, 24)
        .read_to_end(&mut out)
        .map_err(Failure::at("brotli"))
}
