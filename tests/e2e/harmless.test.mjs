// Callbacks of every gateway and pages of orders, opened, typed, linked to and handed over in both browsers, with shops that
// record what they are asked and send on to orders: no request carries anything of an address but its page, no handler is
// called that may act, and nothing of it is kept, shown or written into the address bar. All of them, each in another form
// than its neighbour; every form of every one is tried in `xtask/tests/harmless.rs`.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";

import { bookmarkOf, click, outcome } from "./lib/bookmark.mjs";
import { BROWSERS as CHECKERS } from "./lib/checker.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { BROWSERS as EXTENSIONS } from "./lib/either.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, freePorts, secureServer, site } from "./lib/servers.mjs";

const KEY = "wc_order_S3cr3tT0ken";

/** What an order, a key or a nonce of the addresses below looks like. */
const SECRET = /s3cr3t|[/=-]77\b|jsession|wpnonce=|[?&;]key=/i;

/** The requests of a check, behind whatever folder. */
const ALLOWED = rules();

/** The ends of the addresses that each gateway's own contract calls harmless, as the built agent has them. */
function rules() {
  const agent = readFileSync(new URL("../../dist/site/agent.js", import.meta.url), "utf8");
  const [, text] = /RULES=\{([^}]*)\}/.exec(agent) ?? [];
  assert.ok(text, "the built agent has no rules");
  const ends = (rule) => {
    if (rule.startsWith("!")) return [`/wc-api/${rule.slice(1)}`, `/?wc-api=${rule.slice(1)}`];
    if (rule.startsWith("*")) return [`/wp-json/${rule.slice(1)}`, `/?rest_route=/${rule.slice(1)}`];
    return [`/${rule}`];
  };
  return [...text.matchAll(/(GET|POST|OPTIONS):`([^`]*)`/g)].map(([, method, list]) => ({ method, ends: list.split("~").flatMap(ends) }));
}

/** Whether a check may send it. */
function isAllowed(method, url) {
  const bare = url.replace(/\/$/, "");
  // A plain page may ask for a namespace, which runs nothing.
  if (method === "GET" && bare.endsWith("/wp-json/kco-block")) return true;
  return ALLOWED.some((rule) => rule.method === method && rule.ends.some((end) => bare.endsWith(end)));
}

/** What no page's address holds. */
const ENTRANCE = /wc-api|wp-json|rest_route|wc-ajax|\.php\?|xmlrpc|cron|wp-admin|callback|webhook|notification|ipn|consent|%25|\/\//i;

const PAGES = [
  `/checkout/order-received/77/?key=${KEY}`,
  `/kassa/order-mottagen/77/?key=${KEY}&order=77`,
  "/my-account/view-order/77/?_wpnonce=S3cr3tT0ken",
  "/?add-to-cart=77&_wpnonce=S3cr3tT0ken",
  `/?page_id=9&order-received=77&key=${KEY}`,
  `/tack/${KEY}/`,
];

const FEW = ["/wc-api/KCO_WC_Push/", "/wc-api/KCO_WC_Notification/", "/?wc-api=WC_Gateway_PayFast", "/wp-json/mollie/v1/webhook", "/?rest_route=/klarna/v1/kec/notifications", "/wp-admin/admin-post.php?action=x", "/wp-admin/admin-ajax.php?action=x", "/?wc-ajax=checkout", "/xmlrpc.php", "/wp-cron.php", "/paytrail/callback/index/"];

/** Every address of the facts, else of one gateway each. */
function callbacks() {
  const file = join(fileURLToPath(new URL("../../..", import.meta.url)), "shared", "facts", "gateways.json");
  if (!existsSync(file)) return FEW;
  const endpoints = JSON.parse(readFileSync(file, "utf8")).gateways.flatMap(({ endpoints }) => endpoints);
  const urls = endpoints.flatMap(({ url, probe }) => [url, probe?.url]).filter((url) => url?.startsWith("/") && !/[<{…]/.test(url));
  return [...new Set([...urls, ...FEW])];
}

/** Each callback in another form than the one before: folder, language, case, encoding, slashes, what stands behind. */
function addresses() {
  const before = ["", "/sv", "/index.php", "/butik", "/butik/en", "/sv/index.php", "/"];
  const first = (text, layer) => text.replace(/[a-z]/i, (letter) => `${layer}${letter.charCodeAt(0).toString(16)}`);
  const behind = (path, query) => `${path}?${query ? `${query}&` : ""}key=${KEY}&order=77`;
  const forms = [
    behind,
    (path, query) => behind(path.toUpperCase(), query.toUpperCase()),
    (path, query) => (query ? behind(path, first(query, "%")) : behind(first(path, "%"), "")),
    (path, query) => (query ? behind(path, first(query, "%25")) : behind(first(path, "%25"), "")),
    (path, query) => behind(path.replaceAll("/", "//"), query),
    (path, query) => (query ? `${path}?key=${KEY};${query}` : `${path.replace(/\/?$/, "/")}77/${KEY}`),
    (path, query) => behind(`${path.replace(/\/$/, "")}${path === "/" ? "/" : ""}`, query),
    (path, query) => behind(`/x/..${path.replaceAll("/", "\\").replace(/^\\/, "/")}`, query),
    (path, query) => (query ? behind(path, query) : `${path};jsessionid=${KEY}`),
  ];
  const tried = callbacks().map((url, at) => {
    const [path, query = ""] = url.split("?");
    return before[at % before.length] + forms[at % forms.length](path, query);
  });
  return [...tried, ...PAGES];
}

/** What is wrong with a request of a check. */
function faults({ method, url, headers, body = "" }) {
  const line = `${method} ${url}`;
  const { host, ...rest } = headers;
  const wrong = [];
  if (SECRET.test(`${line} ${JSON.stringify(rest)} ${body}`)) wrong.push(`${line} carries an order or a key: ${JSON.stringify(rest)}`);
  if (headers.cookie) wrong.push(`${line} carries a cookie`);
  if (!isAllowed(method, url) && (method !== "GET" || ENTRANCE.test(url))) wrong.push(`${line} is no request of a check`);
  return wrong;
}

/** Answers that send on to orders and to foreign callbacks; which of them, `shop.kind` says. */
function answer(shop, origin) {
  const order = `${origin}/checkout/order-received/77/?key=${KEY}`;
  return async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    if (url === "/favicon.ico") return response.writeHead(404).end();
    shop.asked.push({ method, url, headers, body });
    const open = headers.origin ? { "access-control-allow-origin": "*" } : {};
    if (/wp-json|rest_route/.test(url) && !shop.opening) {
      if (shop.kind === 1) return response.writeHead(500).end();
      const home = shop.kind === 2 ? order : `${origin}/`;
      const index = { name: "Shop", url: `https://user:${KEY}@${new URL(origin).host}/`, home, namespaces: ["wp/v2", "wc/v3"] };
      return response.writeHead(200, { "content-type": "application/json", ...open }).end(JSON.stringify(index));
    }
    if (/wc-api/i.test(url) && !shop.opening) {
      if (shop.kind === 1) return response.writeHead(302, { location: order }).end();
      if (shop.kind === 2) return response.writeHead(307, { location: `/%77c-api/KCO_WC_Notification/?order=${KEY}` }).end();
      return response.writeHead(400, { "content-type": "text/html" }).end("-1");
    }
    const page = `<!doctype html><title>Shop</title><link rel="canonical" href="${order}"><link rel="https://api.w.org/" href="${origin}/wp-json/"><meta name="generator" content="WordPress 7.1"><h1>Shop</h1>`;
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  };
}

const newShop = () => ({ asked: [], kind: 0, opening: false });

/** Runs `check` for each address and collects what is wrong with what it gives and with what the shop was asked. */
async function each(shop, list, check) {
  const wrong = [];
  for (const [at, address] of list.entries()) {
    shop.kind = at % 3;
    shop.asked.length = 0;
    const said = await check(address).catch((error) => ({ failed: String(error) }));
    for (const [place, text] of Object.entries(said)) {
      const found = SECRET.exec(text);
      if (found || place === "failed") wrong.push(`${address}: ${place}: ${found ? text.slice(Math.max(0, found.index - 60), found.index + 60) : text}`);
    }
    if (shop.asked.length === 0) wrong.push(`${address}: nothing was asked`);
    wrong.push(...shop.asked.flatMap(faults).map((fault) => `${address}: ${fault}`));
  }
  assert.deepEqual(wrong, [], `${wrong.length} faults with ${list.length} addresses`);
}

for (const { name, skip, start } of CHECKERS) {
  describe(`${name}: the site`, { skip }, () => {
    let checker;
    let server;
    const shop = newShop();

    before(async () => {
      const ports = await freePorts();
      server = await secureServer(answer(shop, SHOP), ports.https);
      checker = await start(toShop(ports));
    });

    after(async () => {
      await checker?.close();
      await server?.stop();
    });

    /** What is shown and kept; the field is left out, which holds what the person typed. */
    const seen = async () =>
      JSON.parse(await checker.evaluate(`
        const main = document.querySelector("main").cloneNode(true);
        main.querySelector("textarea")?.remove();
        return JSON.stringify({ bar: location.href, kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]), page: main.textContent });
      `));

    test(`${name}: an address in #shop= is cut before anything is asked, and a typed one as well`, async () => {
      let typed = false;
      await each(shop, addresses(), async (address) => {
        typed = !typed;
        await checker.open(typed ? "?n=1" : `?n=2#shop=${encodeURIComponent(SHOP + address)}`);
        if (typed) {
          // As a paste does it.
          await checker.evaluate(`
            const area = document.querySelector("textarea");
            area.value = ${JSON.stringify(SHOP + address)};
            area.dispatchEvent(new InputEvent("input", { bubbles: true }));
          `);
        }
        const field = typed ? "" : await checker.field();
        await checker.press("Check this shop");
        const { failed, report } = await checker.outcome();
        return { field, report: report ?? "", ...(await seen()), ...(failed && { failed }) };
      });
    });
  });
}

for (const { name, skip, start } of EXTENSIONS) {
  describe(`${name}: the extension`, { skip }, () => {
    let browser;
    let server;
    let plain;
    const shop = newShop();

    before(async () => {
      const ports = await freePorts();
      server = await secureServer(answer(shop, SHOP), ports.https);
      plain = createServer(answer(shop, SHOP)).listen(ports.http, "127.0.0.1");
      await once(plain, "listening");
      browser = await start(toShop(ports));
      // Allows requests to the shop.
      await browser.check(SHOP);
    });

    after(async () => {
      await browser?.close();
      await server?.stop();
      plain?.close();
      plain?.closeAllConnections();
    });

    /** Starts as the popup does, and gives everything that is kept in the end. */
    async function run(address, tab) {
      const message = { start: { url: SHOP + address, tab } };
      await browser.forget();
      await browser.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => {});`);
      const { phase } = await browser.finished(SHOP);
      const kept = await browser.evaluate("return JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]);");
      return { kept, ...(phase !== "done" && { failed: JSON.stringify(phase) }) };
    }

    test(`${name}: an address is cut before anything is asked or kept`, () => each(shop, addresses(), (address) => run(address, null)));

    test(`${name}: so is the address of a tab, whose page may be a callback's answer`, async () => {
      const some = addresses().filter((_, at) => at % 13 === 0);
      await each(shop, [...some, ...PAGES], async (address) => {
        shop.opening = true;
        const tab = await browser.evaluate(`return (await chrome.tabs.create({ url: ${JSON.stringify(SHOP + address)}, active: false })).id;`);
        // A new tab is complete before it goes anywhere.
        await until(10_000, "the tab did not open", async () => shop.asked.length > 0);
        await until(10_000, "the tab did not load", () => browser.evaluate(`return (await chrome.tabs.get(${tab})).status === "complete";`));
        shop.opening = false;
        // The person's own browser opened it.
        shop.asked.length = 0;
        const said = await run(address, tab);
        await browser.evaluate(`await chrome.tabs.remove(${tab});`);
        return said;
      });
    });
  });
}

describe("the bookmark", () => {
  const ORIGIN = "http://shop.example.com";
  let browser;
  let checker;
  let server;
  let bookmark;
  const shop = newShop();

  before(async () => {
    server = createServer(answer(shop, ORIGIN)).listen(0, "127.0.0.1");
    await once(server, "listening");
    checker = await site(join(DIST, "site"));
    browser = await launch({ hosts: { "shop.example.com:80": server.address().port }, extension: false });
    bookmark = await bookmarkOf(browser, checker.url);
  });

  after(async () => {
    await browser?.close();
    checker?.stop();
    server?.close();
    server?.closeAllConnections();
  });

  test("on a page whose address is a callback's or an order's, it asks for neither", async () => {
    const some = addresses().filter((_, at) => at % 6 === 0);
    await each(shop, [...some, ...PAGES], async (address) => {
      shop.opening = true;
      const page = await browser.visit(ORIGIN + address);
      await page.waitForLoadState("load");
      shop.opening = false;
      shop.asked.length = 0;
      const window = await click(page, bookmark);
      const { failed, report, text } = await outcome(window);
      const said = { report: report ?? "", page: text ?? "", bar: window.url(), ...(failed && { failed }) };
      await browser.tidy();
      return said;
    });
  });

  test("its agent sends every form that the brain may ask for", async () => {
    const ends = ALLOWED.flatMap(({ method, ends }) => ends.map((end) => ({ method, end: end.slice(1) })));
    assert.ok(ends.length > 10, JSON.stringify(ends));
    for (const folder of ["/", "/sv/", "/butik/f%C3%B6r/index.php/"]) {
      for (let at = 0; at < ends.length; at += 8) {
        const questions = ends.slice(at, at + 8).map(({ method, end }) => ({ method, url: ORIGIN + folder + end }));
        assert.deepEqual(await asked(questions), questions.map(({ method, url }) => `${method} ${url}`));
      }
    }
    for (const url of [
      "/wc-api/KCO_WC_Push/?key=1", "/wc-api/KCO_WC_Notification/wc-api/KCO_WC_Push/", "/%77c-api/KCO_WC_Notification/wc-api/KCO_WC_Push/", "/wp-admin/?_fields=name,url,home,namespaces",
      "/xmlrpc.php/?_fields=name,url,home,namespaces", "/wc-api/X/?_fields=name,url,home,namespaces", "/checkout/?key=1", "/?wc-api=wc_stripe", "/wp-json/mollie/v1/webhook",
    ]) {
      for (const method of ["GET", "POST", "OPTIONS", "toString"]) assert.deepEqual(await asked([{ method, url: ORIGIN + url }]), [], `${method} ${url}`);
    }
  });

  /** What the agent sent of a checker's questions. */
  async function asked(questions) {
    const page = await browser.visit(`${ORIGIN}/`);
    await page.waitForLoadState("load");
    shop.asked.length = 0;
    await page.evaluate(
      async ([script, questions]) => {
        // A window that asks these questions, in the checker's place.
        const theirs = { closed: false, postMessage: (message, _origin, ports) => take(message, ports) };
        const origin = new URL(/"(http[^"]+)"/.exec(script)[1]).origin;
        let nonce;
        window.open = (address) => ((nonce = address.split("=").at(-1)), theirs);
        let take;
        const answered = new Promise((done) => {
          take = (message, [port]) => {
            const left = [...questions];
            const next = () => (left.length > 0 ? port.postMessage({ id: left.length, ...left.shift() }) : (port.postMessage("end"), done()));
            port.onmessage = next;
            next();
          };
        });
        (0, eval)(script);
        const event = new MessageEvent("message", { data: { callbackDoctor: "ready", nonce }, origin });
        Object.defineProperty(event, "source", { value: theirs });
        dispatchEvent(event);
        await answered;
      },
      [decodeURIComponent(bookmark.replace(/^javascript:/, "")), questions],
    );
    await page.close();
    return shop.asked.map(({ method, url }) => `${method} ${ORIGIN}${url}`);
  }
});
