//! `cargo xtask build`: the site and the extensions, ready to ship, and what each file weighs.

mod agent;
mod anatomy;
mod bundle;
mod comments;
mod faces;
mod manifest;
mod names;
mod offline;
mod references;
mod shipped;
mod single_file;
mod size;
mod wasm;

use ring::digest::{SHA256, digest};

use crate::{
    failure::{Failure, Outcome},
    progress::{note, step},
    workspace::root,
};
pub(crate) use bundle::Bundle;
pub(crate) use wasm::{TARGET, ensure_target};

const HELP: &str = "\
cargo xtask build

Writes dist/site/, dist/extension-chrome/ and dist/extension-firefox/ with a .zip of each of the two, and prints what every
file weighs and each .zip's sha256: the same sources give the same files on every machine. Fails when the first load of
the site or of the popup is over its budget, and when a file names a folder of this machine or makes HTML or script of text.";

/// Hosts that the extension under test may ask without a prompt: nobody can answer one in a headless browser.
const TEST_HOSTS: [&str; 4] = [
    "*://*.example.com/*",
    "*://127.0.0.1/*",
    "*://localhost/*",
    "*://*.callback-doctor.localhost/*",
];

/// Reads the options, builds and prints the sizes.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short};
    if let Some(arg) = args.next()? {
        return match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                Ok(())
            }
            other => Err(other.unexpected().into()),
        };
    }
    build()
}

/// Builds everything below `dist/`, prints the sizes, and fails when a budget is broken.
pub(crate) fn build() -> Outcome {
    let made = make()?;
    let mut scales = size::Scales::default();
    let mut over = Vec::new();
    for product in &made.products {
        over.extend(step(&format!("Weighing {}", product.name), || {
            scales.weigh(product)
        })?);
    }
    print!(
        "{}",
        step("Looking into the wasm modules", || made
            .named
            .iter()
            .map(|(name, module)| anatomy::describe(name, module))
            .collect::<Outcome<String>>())?
    );
    println!(
        "\nsha256 (README.md, \"Rebuilding the extension\", says how anybody gets the same files)"
    );
    for product in &made.products {
        if let Some(zip) = &product.zip {
            println!("  {}  {}.zip", sha256(zip), product.name);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(over.join("\n")))
    }
}

/// Builds everything below `dist/`.
pub(crate) fn make() -> Outcome<Made> {
    let modules = step("Building the wasm modules", wasm::compile)?;
    let mut glue = Bundle::default();
    let mut named = Vec::new();
    for (name, module) in modules {
        let mut bound = step(&format!("Writing the JavaScript side of {name}"), || {
            wasm::bind(name, &module)
        })?;
        let file = wasm::module_file(name);
        let long = bound.get(&file).unwrap_or_default();
        let script = bound.get(&wasm::glue_file(name)).unwrap_or_default();
        let (with_names, script) = names::shorten(long, &String::from_utf8_lossy(script))?;
        bound.insert(&wasm::glue_file(name), script.into_bytes());
        bound.insert(&file, wasm::without_names(&with_names)?);
        glue = glue.with(&bound);
        named.push((name, with_names));
    }
    let products = step("Putting the site and the extensions together", || {
        assemble(&glue)
    })?;
    Ok(Made { named, products })
}

/// What was built.
pub(crate) struct Made {
    /// The modules with their function names.
    named: Vec<(&'static str, Vec<u8>)>,
    products: Vec<Product>,
}

/// One thing that is shipped.
struct Product {
    /// Its folder below `dist/`.
    name: &'static str,
    /// What is in it.
    files: Bundle,
    /// The page whose first load has a budget.
    page: Option<String>,
    /// What a store is given.
    zip: Option<Vec<u8>>,
}

fn assemble(glue: &Bundle) -> Outcome<Vec<Product>> {
    let www = Bundle::read(&root().join("www"))?;
    let extension = Bundle::read(&root().join("extension"))?;
    let mut products = vec![site(&www, glue)?];
    for (name, manifest) in [CHROME, FIREFOX].into_iter().zip(MANIFESTS) {
        match package(name, manifest, &extension, &www, glue)? {
            Some(product) => products.push(product),
            None => note(&format!(
                "{name} is left out: there is no extension/{manifest}"
            )),
        }
    }
    let dist = root().join("dist");
    for product in &mut products {
        shipped::check(product.name, &product.files)?;
        product.files.write(&dist.join(product.name))?;
        if product.name != SITE {
            let zip = product
                .files
                .zip()
                .map_err(Failure::at(format!("Zipping {}", product.name)))?;
            bundle::write_file(&dist.join(format!("{}.zip", product.name)), &zip)?;
            product.zip = Some(zip);
        }
        if product.name == CHROME {
            let mut files = product.files.clone();
            files.edit("manifest.json", |manifest| {
                manifest::grant(manifest, &TEST_HOSTS)
            })?;
            files.write(&dist.join("test").join(CHROME))?;
        }
    }
    Ok(products)
}

fn site(www: &Bundle, glue: &Bundle) -> Outcome<Product> {
    let mut files = www.clone().with(glue);
    leave_out(&wasm::NOT_OF_THE_SITE, &mut files);
    faces::fill(&mut files)?;
    comments::strip(&mut files)?;
    agent::fill(&mut files)?;
    offline::fill(&mut files)?;
    files.insert(single_file::PAGE, single_file::page(&files)?);
    let page = files
        .get("index.html")
        .is_some()
        .then(|| "index.html".to_owned());
    Ok(Product {
        name: SITE,
        files,
        page,
        zip: None,
    })
}

/// Takes these modules out of a product.
fn leave_out(modules: &[&str], files: &mut Bundle) {
    files.retain(|path| {
        !modules
            .iter()
            .any(|name| path == wasm::glue_file(name) || path == wasm::module_file(name))
    });
}

/// The extension for one browser; none when it has no manifest yet.
fn package(
    name: &'static str,
    manifest: &str,
    extension: &Bundle,
    www: &Bundle,
    glue: &Bundle,
) -> Outcome<Option<Product>> {
    let Some(source) = extension.get(manifest) else {
        return Ok(None);
    };
    let manifest = manifest::fill(source).map_err(Failure::at(format!("extension/{manifest}")))?;
    let mut files = extension.clone().with(glue);
    leave_out(&wasm::NOT_OF_THE_EXTENSION, &mut files);
    files.retain(|path| !MANIFESTS.contains(&path));
    files.insert("manifest.json", manifest.text.into_bytes());
    // What a page of the extension names and the extension does not have is the site's: style sheets, icons, scripts.
    references::complete(&mut files, &manifest.names, www)?;
    faces::fill(&mut files)?;
    Ok(Some(Product {
        name,
        files,
        page: manifest.popup,
        zip: None,
    }))
}

/// As `sha256sum` prints it.
fn sha256(content: &[u8]) -> String {
    hex(digest(&SHA256, content).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

const SITE: &str = "site";
const CHROME: &str = "extension-chrome";
const FIREFOX: &str = "extension-firefox";
/// The sources of `manifest.json`: Chromium's, then Firefox's.
const MANIFESTS: [&str; 2] = ["manifest.chrome.json", "manifest.firefox.json"];
