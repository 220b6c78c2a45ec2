//! A site that is no WordPress at all: a few files on a web server.

use crate::front::error_page;
use crate::request::Request;
use crate::response::Response;
use crate::site::Site;

/// What a server of static files answers: its page, 404 for everything else, 405 for everything but reading.
pub(crate) fn answer(site: &Site<'_>, request: &Request, path: &str) -> Response {
    if !request.reads() {
        return error_page(site.shop, request, 405, "");
    }
    match path {
        "/" | "/index.html" => Response::new(200)
            .with("Content-Type", "text/html")
            .body(PAGE),
        _ => error_page(site.shop, request, 404, ""),
    }
}

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bakery at the Corner</title>
<style>:root{color-scheme:light dark}body{max-width:36rem;margin:15vh auto;padding:0 1.5rem;font:1.125rem/1.6 Georgia,serif}h1{font-weight:400}</style>
</head>
<body>
<h1>Bakery at the Corner</h1>
<p>Bread from six, buns from seven, closed when the shelves are empty. There is no web shop here.</p>
<p>Storgatan 4, Östersund</p>
</body>
</html>
"#;
