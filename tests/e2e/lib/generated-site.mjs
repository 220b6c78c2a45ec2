// A shop of any number of pages for the audit: one page in ten stands in no sitemap, one in a hundred leads to http in one of
// all the ways there are (of a small shop one in 25), and every page is full of what only looks like it.

import { gzipSync } from "node:zlib";

/** The shop's name; `connect` leads it to the server. */
export const NAME = "shop.example.com";

const HOME = `https://${NAME}`;
const OUT = "http://cdn.example.net";

/** Every way to http: the markup, the element, the attribute, the address and the class. */
const FAULTS = [
  (n) => [`<img src="${OUT}/a${n}.png" alt="">`, "img", "src", `${OUT}/a${n}.png`, "upgradeable"],
  (n) => [`<img src="http://203.0.113.9/a${n}.png" alt="">`, "img", "src", `http://203.0.113.9/a${n}.png`, "blockable"],
  (n) => [`<img srcset="/b.png 1x, ${OUT}/a${n}.png 2x" src="/b.png">`, "img", "srcset", `${OUT}/a${n}.png`, "blockable"],
  (n) => [`<picture><source srcset="${OUT}/a${n}.webp"><img src="/b.png"></picture>`, "source", "srcset", `${OUT}/a${n}.webp`, "blockable"],
  (n) => [`<script src="${OUT}/a${n}.js"></script>`, "script", "src", `${OUT}/a${n}.js`, "blockable"],
  (n) => [`<link rel="stylesheet" href="${OUT}/a${n}.css">`, "link", "href", `${OUT}/a${n}.css`, "blockable"],
  (n) => [`<link rel="preload" as="font" href="${OUT}/a${n}.woff2">`, "link", "href", `${OUT}/a${n}.woff2`, "blockable"],
  (n) => [`<link rel="preload" as="image" imagesrcset="${OUT}/a${n}.png 1x">`, "link", "imagesrcset", `${OUT}/a${n}.png`, "blockable"],
  (n) => [`<link rel="modulepreload" href="${OUT}/a${n}.mjs">`, "link", "href", `${OUT}/a${n}.mjs`, "blockable"],
  (n) => [`<link rel="icon" href="${OUT}/a${n}.ico">`, "link", "href", `${OUT}/a${n}.ico`, "upgradeable"],
  (n) => [`<script type="importmap">{"imports":{"a":"${OUT}/a${n}.js"}}</script>`, "script", "importmap", `${OUT}/a${n}.js`, "blockable"],
  (n) => [`<iframe src="${OUT}/a${n}"></iframe>`, "iframe", "src", `${OUT}/a${n}`, "blockable"],
  (n) => [`<iframe srcdoc="<img src=&quot;${OUT}/a${n}.png&quot;>"></iframe>`, "img", "src", `${OUT}/a${n}.png`, "upgradeable"],
  (n) => [`<object data="${OUT}/a${n}.swf"></object>`, "object", "data", `${OUT}/a${n}.swf`, "blockable"],
  (n) => [`<embed src="${OUT}/a${n}.swf">`, "embed", "src", `${OUT}/a${n}.swf`, "blockable"],
  (n) => [`<video poster="${OUT}/a${n}.png"></video>`, "video", "poster", `${OUT}/a${n}.png`, "upgradeable"],
  (n) => [`<audio><source src="${OUT}/a${n}.mp3"></audio>`, "source", "src", `${OUT}/a${n}.mp3`, "upgradeable"],
  (n) => [`<video><track src="${OUT}/a${n}.vtt"></video>`, "track", "src", `${OUT}/a${n}.vtt`, "blockable"],
  (n) => [`<form action="http://${NAME}/pay/${n}"><input name="card"></form>`, "form", "action", `http://${NAME}/pay/${n}`, "form"],
  (n) => [`<form><button formaction="${OUT}/pay/${n}">Pay</button></form>`, "button", "formaction", `${OUT}/pay/${n}`, "form"],
  (n) => [`<div style="background: url('${OUT}/a${n}.png')"></div>`, "div", "style", `${OUT}/a${n}.png`, "upgradeable"],
  (n) => [`<style>.a{background:url(${OUT}/a${n}.png)}</style>`, "style", "url()", `${OUT}/a${n}.png`, "upgradeable"],
  (n) => [`<style>@import "${OUT}/a${n}.css";</style>`, "style", "@import", `${OUT}/a${n}.css`, "blockable"],
  (n) => [`<style>@font-face{font-family:A;src:url(${OUT}/a${n}.woff)}</style>`, "style", "url()", `${OUT}/a${n}.woff`, "blockable"],
  (n) => [`<svg><image xlink:href="${OUT}/a${n}.png"/></svg>`, "image", "xlink:href", `${OUT}/a${n}.png`, "upgradeable"],
  (n) => [`<a href="http://${NAME}/?p=${n}&amp;old=1">old</a>`, "a", "href", `http://${NAME}/?p=${n}&old=1`, "navigation"],
  (n) => [`<IMG SRC='&#104;ttp://cdn.example.net/a${n}.gif'>`, "img", "src", `${OUT}/a${n}.gif`, "upgradeable"],
];

/** What only looks like it: none of these is a hit. */
const LOOKALIKES = `
<!-- <img src="http://cdn.example.net/comment.png"> -->
<script>var settings = {"ajax":"http:\\/\\/cdn.example.net\\/x", t: '<img src="http://cdn.example.net/script.png">'};</script>
<script type="application/ld+json">{"@context":"http://schema.org","image":"http://cdn.example.net/ld.png"}</script>
<template><img src="http://cdn.example.net/template.png"></template>
<textarea><script src="http://cdn.example.net/textarea.js"></script></textarea>
<noscript><img src="http://cdn.example.net/noscript.png"></noscript>
<img data-src="http://cdn.example.net/lazy.png" src="/b.png" alt="http://cdn.example.net/alt.png">
<img srcset="/b.png 300w" src="http://cdn.example.net/unused.png">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><path d="M0 0"/></svg>
<style>/* url(http://cdn.example.net/css.png) */ .a::after { content: "url(http://cdn.example.net/string.png)" }</style>
<a href="http://elsewhere.example.org/">elsewhere</a> http://cdn.example.net/text.png
<input type="text" value="http://cdn.example.net/value" src="http://cdn.example.net/input.png">
<link rel="profile" href="http://gmpg.org/xfn/11"><link rel="dns-prefetch" href="http://cdn.example.net">
<pre>&lt;img src="http://cdn.example.net/pre.png"&gt;</pre>
<a href="/cart/?remove_item=abc&amp;_wpnonce=1" rel="nofollow">remove</a> <a href="/shop/?add-to-cart=7">add</a>
<a href="/my-account/customer-logout/?_wpnonce=2">log out</a> <a href="/wp-admin/">admin</a> <a href="/wp-login.php">in</a>
<a href="/checkout/order-received/12/?key=wc_order_x">order</a> <a href="/?wc-ajax=get_refreshed_fragments">ajax</a>
<a href="/private/page/">private</a> <a href="/manual.pdf">manual</a>
<a href="/wc-api/KCO_WC_Push/">push</a> <a href="/paytrail/">paytrail</a> <a href="/my-gateway-webhook/">hook</a>
<a href="/?rest_route=/wc/v3/orders">rest</a> <a href="/wp-json/mollie/v1/webhook">mollie</a>
`;

/** Paths that no audit may ask for: what acts, and callbacks. */
export const FORBIDDEN = /wc-api|paytrail|webhook|rest_route|wp-json|remove_item|add-to-cart|logout|wp-admin|wp-login|order-received|wc-ajax|nonce|private|\.pdf|\/calendar\/\d/;

/**
 * A site of `count` pages, its server's listener, and every hit that there is.
 * @param {number} count
 */
export function generatedSite(count, seed = 1) {
  const pages = new Map();
  const hits = [];
  const path = (n) => (n === 0 ? "/" : n % 7 === 0 ? `/?p=${n}` : `/section-${n % 23}/page-${n}/`);
  const unlisted = (n) => n > 0 && n % 10 === 3;
  // In a small site more of them, so that each way is there.
  const rare = count < 5_000 ? 25 : 100;
  const faulty = (n) => n % rare === seed % rare;
  const hit = (page, line, [, element, attribute, resource, cls]) => hits.push({ page, element, attribute, resource, class: cls, line });
  let fault = seed;
  for (let n = 0; n < count; n++) {
    const url = HOME + path(n);
    const next = [n + 1, n * 2 + 1, (n * 7 + 3) % count].filter((m) => m < count);
    const links = next.map((m) => `<a href="${path(m).replaceAll("&", "&amp;")}">page ${m}</a>`).join(" ");
    const head = `<!doctype html>\n<html lang="en">\n<head><title>Page ${n}</title><link rel="stylesheet" href="/theme.css"></head>\n<body>`;
    const nav = n % 50 === 0 ? `<a href="/calendar/${2020 + (n % 5_000)}/05/">next month</a>` : "";
    let [status, body, headers] = [200, `${head}${LOOKALIKES}`, { "content-type": "text/html; charset=utf-8" }];
    if (faulty(n) && n > 0) {
      const kind = fault++ % (FAULTS.length + 4);
      const line = body.split("\n").length;
      if (kind < FAULTS.length) {
        const made = FAULTS[kind](n);
        body += `${made[0]}\n`;
        hit(url, line, made);
        // A link over http leads to a page that is there.
        if (made[4] === "navigation") pages.set(made[3].slice(`http://${NAME}`.length), { status: 200, headers: { "content-type": "text/html" }, body: "old" });
      } else if (kind === FAULTS.length) {
        [status, headers] = [302, { location: `http://${NAME}/moved/${n}/` }];
        hit(url, 0, ["", "", "location", `http://${NAME}/moved/${n}/`, "redirect"]);
        pages.set(`/moved/${n}/`, { status: 200, headers: { "content-type": "text/html" }, body: "moved" });
      } else if (kind === FAULTS.length + 3) {
        const made = FAULTS[4](n);
        headers["content-security-policy"] = "upgrade-insecure-requests";
        body += `${made[0]}\n`;
        hit(url, line, [...made.slice(0, 4), "upgradeable"]);
      } else {
        status = kind === FAULTS.length + 1 ? 404 : 500;
        hit(url, 0, ["", "", "", url, "failed"]);
      }
    }
    body += `<nav>${links} ${nav}</nav><p>${"A cup of tea. ".repeat(40)}</p></body></html>`;
    pages.set(path(n), { status, headers, body: status >= 300 && status < 400 ? "" : body });
  }
  // A sheet of the site has a hit of its own.
  pages.set("/theme.css", { status: 200, headers: { "content-type": "text/css" }, body: `a { color: red }\n.b { background: url("${OUT}/theme.png") }\n` });
  hits.push({ page: `${HOME}/theme.css`, element: "css", attribute: "url()", resource: `${OUT}/theme.png`, class: "upgradeable", line: 2 });
  const xml = (name, list) => `<?xml version="1.0"?><${name}>${list}</${name}>`;
  const listed = [...Array(count).keys()].filter((n) => !unlisted(n));
  const maps = [];
  for (let at = 0; at < listed.length; at += 1000) {
    const urls = listed.slice(at, at + 1000).map((n) => `<url><loc>${HOME}${path(n).replaceAll("&", "&amp;")}</loc></url>`);
    const name = `/sitemap-${maps.length}.xml${maps.length % 2 ? ".gz" : ""}`;
    const body = xml("urlset", urls.join(""));
    const packed = name.endsWith(".gz");
    pages.set(name, { status: 200, headers: { "content-type": packed ? "application/gzip" : "application/xml" }, body: packed ? gzipSync(body) : body });
    maps.push(`<sitemap><loc>${HOME}${name}</loc></sitemap>`);
  }
  pages.set("/maps.xml", { status: 200, headers: { "content-type": "application/xml" }, body: xml("sitemapindex", maps.join("")) });
  pages.set("/robots.txt", { status: 200, headers: { "content-type": "text/plain" }, body: `User-agent: *\nDisallow: /private/\nSitemap: ${HOME}/maps.xml\n` });

  const asked = [];
  let [inFlight, most] = [0, 0];
  const site = {
    hits,
    asked,
    /** Requests that were under way at one time, at most. */
    most: () => most,
    /** What was asked before is of no interest: a page that was opened loads all sorts of things. */
    forget() {
      asked.length = 0;
      most = inFlight;
    },
    /** Milliseconds that each answer takes. */
    delay: 0,
    /**
     * Another answer than the page's, where it gives one.
     * @type {(request: import("node:http").IncomingMessage) => { status: number, headers: Record<string, string>, body: string } | undefined}
     */
    instead: () => undefined,
    /** @type {import("node:http").RequestListener} */
    answer(request, response) {
      asked.push(`${request.method} ${request.url}`);
      most = Math.max(most, ++inFlight);
      let under = true;
      const over = () => {
        inFlight -= Number(under);
        under = false;
      };
      response.on("close", over);
      const page = site.instead(request) ?? pages.get(request.url) ?? { status: 404, headers: { "content-type": "text/html" }, body: "Nothing is here." };
      const end = () => {
        // Whoever hears its end may ask again before it is closed here.
        over();
        response.writeHead(page.status, page.headers).end(page.body);
      };
      if (site.delay) setTimeout(end, site.delay);
      else end();
    },
  };
  return site;
}

/** What is missing and what is invented, each as text; empty where all is right. */
export function differences(found, expected) {
  const text = ({ page, element, attribute, resource, class: cls, line }) => JSON.stringify([page, element, attribute, resource, cls, line]);
  const [a, b] = [new Set(found.map(text)), new Set(expected.map(text))];
  return [...[...b].filter((hit) => !a.has(hit)).map((hit) => `missed ${hit}`), ...[...a].filter((hit) => !b.has(hit)).map((hit) => `invented ${hit}`)];
}
