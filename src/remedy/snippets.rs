//! Configuration lines to paste. Only plain paths and host names go in, so that a shop's address cannot add a line of its
//! own; where it is not plain, there is no snippet. Of paths tried on Apache 2.4.71 and nginx 1.22.1 on 2026-11-23, each against
//! the refusal that it takes away, and against `/wc-api/../wp-login.php`, which it must not let in.

use super::paths::{OpenPaths, Within, escaped, is_plain};
use crate::gateway::Open;

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
            &open.request_regex(Within::Line)?,
            "#\">",
        ]
        .concat(),
        "    Require all granted",
        "</If>",
    ]))
}

/// Hands callbacks to WordPress before any redirect below is read; what has a script of its own stays with that.
pub(super) fn htaccess_no_redirect(open: &OpenPaths, home: &str) -> Option<String> {
    let (front, scripts) = open.by_script();
    let index = [home, "index.php"].concat();
    let mut text = String::from("RewriteEngine On\n");
    let mut rule = |open: &OpenPaths, to: &str| {
        let paths = open.request_regex(Within::Line)?;
        text.push_str(&lines(&[
            &["RewriteCond %{THE_REQUEST} \"^[A-Z]+ ", &paths, "\""].concat(),
            &["RewriteRule ^ ", to, " [END]"].concat(),
        ]));
        Some(())
    };
    let (front, scripts) = (rule(&front, &index), rule(&scripts, "-"));
    (is_plain(home) && front.or(scripts).is_some()).then_some(text)
}

/// Answers callbacks in a block of their own, past passwords, refusals and redirects of other blocks. It calls PHP
/// itself: a rewrite to index.php would end in the PHP block, and with its rules. A block cannot look at arguments, so
/// these are found before any block is chosen; that part is not tried.
pub(super) fn nginx_open(open: &OpenPaths, home: &str) -> Option<String> {
    let (front, scripts) = open.by_script();
    let index = [home, "index.php"].concat();
    let mut text = String::new();
    if let Some(paths) = front.path_regex() {
        text.push_str(&nginx_block(&["~ ^", &paths].concat(), &index));
    }
    let by_argument = [
        (front.with_argument(), "418", "@callback", index.as_str()),
        (scripts, "419", "@callback_script", "$fastcgi_script_name"),
    ];
    for (open, code, name, script) in by_argument {
        if let Some(found) = open.request_regex(Within::Address) {
            text.push_str(&lines(&[
                &["error_page ", code, " = ", name, ";"].concat(),
                &[
                    "if ($request_uri ~ \"^",
                    &found,
                    "\") { return ",
                    code,
                    "; }",
                ]
                .concat(),
            ]));
            text.push_str(&nginx_block(name, script));
        }
    }
    (is_plain(home) && !text.is_empty()).then_some(text)
}

fn nginx_block(location: &str, script: &str) -> String {
    lines(&[
        &["location ", location, " {"].concat(),
        "    auth_basic off;",
        "    allow all;",
        "    include fastcgi_params;",
        &[
            "    fastcgi_param SCRIPT_FILENAME $document_root",
            script,
            ";",
        ]
        .concat(),
        &["    fastcgi_param SCRIPT_NAME ", script, ";"].concat(),
        "    fastcgi_pass unix:/run/php/php-fpm.sock;",
        "}",
    ])
}

/// A key for `limit_req_zone` that is empty, and so not counted, for callbacks.
pub(super) fn nginx_limit(open: &OpenPaths) -> Option<String> {
    Some(lines(&[
        "map $request_uri $limit_key {",
        "    default $binary_remote_addr;",
        &[
            "    \"~^",
            &open.request_regex(Within::Address)?,
            "\" \"\";",
        ]
        .concat(),
        "}",
    ]))
}

/// Keeps callbacks out of nginx's cache.
pub(super) fn nginx_no_cache(open: &OpenPaths) -> Option<String> {
    Some(lines(&[
        "set $skip_callback 0;",
        &[
            "if ($request_uri ~ \"^",
            &open.request_regex(Within::Address)?,
            "\") { set $skip_callback 1; }",
        ]
        .concat(),
        "fastcgi_cache_bypass $skip_callback;",
        "fastcgi_no_cache $skip_callback;",
    ]))
}

/// Cloudflare's expression for the callbacks of this host.
pub(super) fn cloudflare(open: &OpenPaths, host: &str) -> Option<String> {
    let parts: Vec<String> = open.places.iter().map(cloudflare_part).collect();
    let paths = parts.join(" or ");
    if paths.is_empty() {
        return None;
    }
    Some(if is_host(host) {
        ["(http.host eq \"", host, "\" and (", &paths, "))"].concat()
    } else {
        ["(", &paths, ")"].concat()
    })
}

fn cloudflare_part(place: &Open) -> String {
    let path = place.path.as_str();
    match &place.argument {
        None if place.goes_on => ["starts_with(http.request.uri.path, \"", path, "\")"].concat(),
        None => {
            let bare = path.trim_end_matches('/');
            ["http.request.uri.path in {\"", bare, "\" \"", bare, "/\"}"].concat()
        }
        Some(argument) => {
            let at = if path.ends_with('/') {
                ["in {\"", path, "\" \"", path, "index.php\"}"].concat()
            } else {
                ["eq \"", path, "\""].concat()
            };
            [
                "(http.request.uri.path ",
                &at,
                " and http.request.uri.query contains \"",
                argument,
                "\")",
            ]
            .concat()
        }
    }
}

/// Switches `ModSecurity` off for callbacks, whatever the rule's number.
pub(super) fn modsecurity(open: &OpenPaths) -> Option<String> {
    Some(
        [
            "SecRule REQUEST_URI \"@rx ^",
            &open.request_regex(Within::Address)?,
            "\" \"id:1000100,phase:1,pass,nolog,ctl:ruleEngine=Off\"\n",
        ]
        .concat(),
    )
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

/// The filters of plugins, by the gateway's id, through which goes the address that the provider is given. Source:
/// krokedil/klarna-checkout-for-woocommerce, `classes/requests/helpers/class-kco-merchant-urls.php`.
const ADDRESS_FILTERS: &[(&str, &str)] = &[("kco", "kco_wc_push_url")];

/// Takes the language out of the address that the plugin gives to the provider, right after the home path.
pub(super) fn language_filter(gateway: &str, home: &str) -> Option<String> {
    let (_, filter) = ADDRESS_FILTERS.iter().find(|(id, _)| *id == gateway)?;
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
        &["add_filter( '", filter, "', function ( $url ) {"].concat(),
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
