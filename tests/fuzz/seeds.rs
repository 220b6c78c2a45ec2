//! Documents that the drawn ones are made of.

use std::{fs, path::Path};

use serde_json::Value;

use crate::targets::Target;

/// The seeds of a target: some of its own, and where they are there, the html5lib tests and the recorded shop's pages.
pub(crate) fn of(target: Target) -> Vec<Vec<u8>> {
    let own: &[&str] = match target {
        Target::Page => &[
            "<!doctype html><html lang=sv><head><title>Shop</title><link rel=stylesheet href=http://a.example/a.css></head>\
             <body class='woocommerce-checkout'><img src=http://b.example/b.png srcset='http://b.example/c.png 2x'>\
             <form action=http://c.example/><svg><image href=http://d.example/ /><![CDATA[<p>]]></svg></form></body></html>",
            "<style>@import url(http://e.example/e.css); p{background:url('http://f.example/f.png')}</style>",
            "<script type=importmap>{\"imports\":{\"a\":\"http://g.example/g.js\"}}</script>",
        ],
        Target::Site => &[
            "User-agent: *\nDisallow: /wp-admin/\nAllow: /*.php$\n\nSitemap: https://shop.example.com/wp-sitemap.xml\n",
            "<?xml version='1.0'?><sitemapindex><sitemap><loc>https://shop.example.com/a.xml.gz</loc></sitemap></sitemapindex>",
            "<urlset><url><loc>https://shop.example.com/a/?b=1&amp;c=2</loc></url><url><loc><![CDATA[https://shop.example.com/c/]]></loc></url></urlset>",
            "https://shop.example.com/a/\nhttps://other.example/\n",
        ],
    };
    let mut seeds: Vec<Vec<u8>> = own.iter().map(|text| text.as_bytes().to_vec()).collect();
    if matches!(target, Target::Page) {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
        for folder in ["html5lib/tokenizer", "shop"] {
            read_folder(&corpus.join(folder), &mut seeds);
        }
    }
    seeds
}

/// Recorded files of a folder that are read, at most.
const FILES: usize = 40;

fn read_folder(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().take(FILES) {
        let text = fs::read_to_string(path).unwrap_or_default();
        let Ok(json) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        for (list, key) in [("tests", "input"), ("answers", "body")] {
            let rows = json.get(list).and_then(Value::as_array);
            for row in rows.into_iter().flatten() {
                let body = row.get(key).and_then(Value::as_str).unwrap_or_default();
                if body.contains('<') {
                    seeds.push(body.as_bytes().to_vec());
                }
            }
        }
    }
}
