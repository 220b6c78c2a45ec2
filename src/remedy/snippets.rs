//! Configuration lines to paste. Only plain paths and host names go in, so that a shop's address cannot add a line of its
//! own; where it is not plain, there is no snippet. Tried on Apache 2.4.71 and nginx 1.22.1 on 2026-11-23, each against
//! the refusal that it takes away, and against `/wc-api/../wp-login.php`, which it must not let in.

use super::paths::{OpenPaths, escaped, is_plain};

/// What may follow the path in a request line.
const IN_LINE: &str = "[ ?]";

/// What may follow the path in an address.
const IN_ADDRESS: &str = r"(\?|$)";

/// `WordPress`'s rewrite rules for Apache and `LiteSpeed`, for a home path such as `/shop/`. Source: the rules that
/// `WordPress` writes itself; with its markers, so that it takes the block over.
pub(super) fn htaccess_rules(home: &str) -> Option<String> {
    let rules = lines(&[
        "# BEGIN WordPress",
        "<IfModule mod_rewrite.c>",
        "    RewriteEngine On",
        "    RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]",
        &["    RewriteBase ", home].concat(),
        r"    RewriteRule ^index\.php$ - [L]",
        "    RewriteCond %{REQUEST_FILENAME} !-f",
        "    RewriteCond %{REQUEST_FILENAME} !-d",
        &["    RewriteRule . ", home, "index.php [L]"].concat(),
        "</IfModule>",
        "# END WordPress",
    ]);
    is_plain(home).then_some(rules)
}

/// The same for nginx.
pub(super) fn nginx_rules(home: &str) -> Option<String> {
    let rules = lines(&[
        &["location ", home, " {"].concat(),
        &["    try_files $uri $uri/ ", home, "index.php?$args;"].concat(),
        "}",
    ]);
    is_plain(home).then_some(rules)
}

/// The same for Caddy, whose `php_fastcgi` brings it along unless it was written out by hand. Source: the expanded form of
/// that directive in Caddy's documentation; not tried.
pub(super) fn caddy_rules(home: &str) -> Option<String> {
    let rules = lines(&[&["try_files {path} {path}/index.php ", home, "index.php"].concat()]);
    is_plain(home).then_some(rules)
}

/// The same for lighttpd. Tried on lighttpd 1.4.69 on 2026-11-28.
pub(super) fn lighttpd_rules(home: &str) -> Option<String> {
    let path = is_plain(home).then(|| escaped(home))?;
    Some(lines(&[
        "server.modules += ( \"mod_rewrite\" )",
        "url.rewrite-if-not-file = (",
        &[
            "    \"^",
            &path,
            "wp-(admin|includes|content)/\" => \"$0\",",
        ]
        .concat(),
        &[
            "    \"^",
            &path,
            r"[^?]*(\?.*)?$",
            "\" => \"",
            home,
            "index.php$1\"",
        ]
        .concat(),
        ")",
    ]))
}

/// The same for IIS. Source: the rule that `WordPress` writes itself, `iis7_add_rewrite_rule`.
pub(super) fn iis_rules() -> String {
    lines(&[
        "<rule name=\"WordPress\" patternSyntax=\"Wildcard\">",
        "    <match url=\"*\" />",
        "    <conditions>",
        "        <add input=\"{REQUEST_FILENAME}\" matchType=\"IsFile\" negate=\"true\" />",
        "        <add input=\"{REQUEST_FILENAME}\" matchType=\"IsDirectory\" negate=\"true\" />",
        "    </conditions>",
        "    <action type=\"Rewrite\" url=\"index.php\" />",
        "</rule>",
    ])
}

/// Takes passwords and refusals off, by the request line as it was received: after rewriting, the path is index.php.
pub(super) fn htaccess_open(open: &OpenPaths) -> Option<String> {
    Some(lines(&[
        &[
            "<If \"%{THE_REQUEST} =~ m#^[A-Z]+ ",
            &open.request_regex(IN_LINE)?,
            "#\">",
        ]
        .concat(),
        "    Require all granted",
        "</If>",
    ]))
}

/// Hands callbacks to WordPress before any redirect below is read.
pub(super) fn htaccess_no_redirect(open: &OpenPaths, home: &str) -> Option<String> {
    let paths = open.request_regex(IN_LINE).filter(|_| is_plain(home))?;
    Some(lines(&[
        "RewriteEngine On",
        &["RewriteCond %{THE_REQUEST} \"^[A-Z]+ ", &paths, "\""].concat(),
        &["RewriteRule ^ ", home, "index.php [END]"].concat(),
    ]))
}

/// Answers callbacks in a block of their own, past passwords, refusals and redirects of other blocks. It calls PHP
/// itself: a rewrite to index.php would end in the PHP block, and with its rules.
pub(super) fn nginx_open(open: &OpenPaths, home: &str) -> Option<String> {
    let paths = open.path_regex().filter(|_| is_plain(home))?;
    Some(lines(&[
        &["location ~ ^", &paths, " {"].concat(),
        "    auth_basic off;",
        "    allow all;",
        "    include fastcgi_params;",
        &[
            "    fastcgi_param SCRIPT_FILENAME $document_root",
            home,
            "index.php;",
        ]
        .concat(),
        &["    fastcgi_param SCRIPT_NAME ", home, "index.php;"].concat(),
        "    fastcgi_pass unix:/run/php/php-fpm.sock;",
        "}",
    ]))
}

/// A key for `limit_req_zone` that is empty, and so not counted, for callbacks.
pub(super) fn nginx_limit(open: &OpenPaths) -> Option<String> {
    Some(lines(&[
        "map $request_uri $limit_key {",
        "    default $binary_remote_addr;",
        &["    \"~^", &open.request_regex(IN_ADDRESS)?, "\" \"\";"].concat(),
        "}",
    ]))
}

/// Keeps callbacks out of nginx's cache.
pub(super) fn nginx_no_cache(open: &OpenPaths) -> Option<String> {
    Some(lines(&[
        "set $skip_callback 0;",
        &[
            "if ($request_uri ~ \"^",
            &open.request_regex(IN_ADDRESS)?,
            "\") { set $skip_callback 1; }",
        ]
        .concat(),
        "fastcgi_cache_bypass $skip_callback;",
        "fastcgi_no_cache $skip_callback;",
    ]))
}

/// Cloudflare's expression for the callbacks of this host.
pub(super) fn cloudflare(open: &OpenPaths, host: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for path in &open.beginnings {
        parts.push(["starts_with(http.request.uri.path, \"", path, "\")"].concat());
    }
    if open.query_at.is_some() {
        parts.push("http.request.uri.query contains \"wc-api=\"".to_owned());
    }
    if parts.is_empty() {
        parts.push("http.request.uri.path contains \"/wc-api/\"".to_owned());
    }
    let paths = parts.join(" or ");
    if is_host(host) {
        ["(http.host eq \"", host, "\" and (", &paths, "))"].concat()
    } else {
        ["(", &paths, ")"].concat()
    }
}

/// Switches `ModSecurity` off for callbacks, whatever the rule's number.
pub(super) fn modsecurity(open: &OpenPaths) -> String {
    let paths = open.request_regex(IN_ADDRESS).map_or_else(
        || "@contains /wc-api/".to_owned(),
        |paths| "@rx ^".to_owned() + &paths,
    );
    [
        "SecRule REQUEST_URI \"",
        &paths,
        "\" \"id:1000100,phase:1,pass,nolog,ctl:ruleEngine=Off\"\n",
    ]
    .concat()
}

/// Tells WordPress that the proxy in front speaks https. Source: developer.wordpress.org, on `is_ssl` behind a proxy.
pub(super) fn wp_config_proxy() -> String {
    lines(&[
        "if ( 'https' === ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '' ) ) {",
        "    $_SERVER['HTTPS'] = 'on';",
        "}",
    ])
}

/// Replaces http by https in the database, as a rehearsal.
pub(super) fn search_replace(host: &str) -> Option<String> {
    let command = [
        "wp search-replace 'http://",
        host,
        "' 'https://",
        host,
        "' --skip-columns=guid --dry-run",
    ]
    .concat();
    is_host(host).then_some(command)
}

/// A rule for the callback before those that a language plugin makes. Source: Polylang's `links-directory.php` prefixes
/// the rules of pages, posts and the root, not those that are added at the top.
pub(super) fn language_rule() -> String {
    lines(&[
        "<?php",
        "/* Plugin Name: Callback address without a language */",
        "add_action( 'init', function () {",
        "    add_rewrite_rule( '^wc-api/(.+?)/?$', 'index.php?wc-api=$matches[1]', 'top' );",
        "} );",
    ])
}

/// Takes the language out of the address that Kustom Checkout gives to the provider, right after the home path.
/// Source: the filter in krokedil/klarna-checkout-for-woocommerce, `classes/requests/helpers/class-kco-merchant-urls.php`.
pub(super) fn language_filter(home: &str) -> Option<String> {
    let path = is_plain(home).then(|| escaped(home))?;
    let pattern = [
        "'#^(https?://[^/]+",
        &path,
        ")[a-z]{2}(?:[-_][a-z]{2,4})?/(?=wc-api/)#i'",
    ]
    .concat();
    Some(lines(&[
        "<?php",
        "/* Plugin Name: Callback address without a language */",
        "add_filter( 'kco_wc_push_url', function ( $url ) {",
        &["    return preg_replace( ", &pattern, ", '$1', $url );"].concat(),
        "} );",
    ]))
}

/// Letters, digits, dots and hyphens: itself in every configuration language and shell.
pub(super) fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte))
}

fn lines(lines: &[&str]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}
