// The in-page audit among enemies: what the agent refuses to send, and what the checker refuses to believe.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { bookmarkOf, click, outcome, paste } from "./lib/bookmark.mjs";
import { DIST, launch } from "./lib/chromium.mjs";
import { site } from "./lib/servers.mjs";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let bookmark;
let checker;
/** A small shop, over http for want of a certificate; a name of the test leads to it. */
let shop;
const SHOP = "http://shop.example.com";
const EVIL = "http://evil.example.com";

before(async () => {
  checker = await site(join(DIST, "site"));
  shop = await smallShop();
  const hosts = { "shop.example.com:80": shop.port, "evil.example.com:80": shop.port };
  browser = await launch({ hosts, extension: false });
  bookmark = await bookmarkOf(browser, checker.url);
});

after(async () => {
  await browser?.close();
  checker?.stop();
  shop?.stop();
});

afterEach(async () => {
  await browser.tidy();
  shop.reset();
});

/** Opens the shop's page, with headers and a script of its own. */
async function open({ headers = {}, script = "", origin = SHOP } = {}) {
  shop.page = { headers: { "content-type": "text/html", ...headers }, body: `<!doctype html><title>A shop</title><h1>A shop</h1><script>${script}</script>` };
  const page = await browser.visit(`${origin}/`);
  await page.waitForLoadState("load");
  shop.asked.length = 0;
  return page;
}

/** A checker of the test's own: the agent speaks to it, and it asks what it likes. */
async function interrogate(questions, { page } = {}) {
  page ??= await open();
  const fake = await fakeChecker(questions);
  try {
    const own = bookmark.replaceAll(checker.url, fake.url);
    const window = await click(page, own);
    await window.waitForFunction((count) => window.answers?.length >= count, questions.length, { timeout: 30_000 });
    return await window.evaluate(() => window.answers);
  } finally {
    fake.stop();
  }
}

test("the whole bookmark has at most 8 kB", () => {
  assert.ok(bookmark.length <= 8192, `${bookmark.length} bytes`);
});

test("the agent sends the brain's kinds of request and no other", async () => {
  const ask = (method, path, origin = SHOP) => ({ method, url: origin + path });
  const allowed = [
    ask("POST", "/wc-api/KCO_WC_Push/"),
    ask("POST", "/index.php/wc-api/callback_doctor_control/"),
    ask("GET", "/shop/sv/wc-api/KCO_WC_Push/"),
    ask("GET", "/wp-json/?_fields=name,url,home,namespaces"),
    ask("GET", "/?rest_route=/&_fields=name,url,home,namespaces"),
    ask("OPTIONS", "/wp-json/kco-block/order/0/validate"),
    ask("OPTIONS", "/?rest_route=/kco-block/order/0/validate"),
  ];
  await sends(allowed, []);
  // Of other gateways: each via, behind a folder, a language and index.php, and REST under another name.
  await browser.tidy();
  shop.reset();
  await sends([
    ask("POST", "/?wc-api=WC_STRIPE"),
    ask("POST", "/butik/sv/index.php/wc-api/wc_gateway_vipps/"),
    ask("POST", "/wc-api/KP_WC_AUTHORIZATION"),
    ask("GET", "/butik/api/mollie/v1"),
    ask("POST", "/index.php/wp-json/wc/v3/payments/webhook"),
    ask("POST", "/butik/wp-admin/admin-post.php?action=rzp_wc_webhook"),
    ask("POST", "/sv/paytrail/callback/index/"),
    ask("POST", "/index.php?paytrail-route=callback&paytrail-action=index"),
  ], []);
});

test("the agent refuses what no check sends", async () => {
  const ask = (method, path, origin = SHOP) => ({ method, url: origin + path });
  const refused = [
    ask("POST", "/wc-api/KCO_WC_Notification/"),
    ask("POST", "/wc-api/KCO_WC_Validation/"),
    ask("POST", "/wc-api/KCO_WC_Push/?kco_wc_order_id=1"),
    ask("POST", "/?wc-api=KCO_WC_Push&order=1"),
    ask("POST", "/wp-json/?_fields=name"),
    ask("OPTIONS", "/wp-json/kco-block/order/77/validate"),
    ask("GET", "/wp-json/wc/v3/?_fields=name,url,home,namespaces&key=1"),
    ask("GET", "/wp-json/wc/v3/orders?_fields=id"),
    ask("GET", "/wp-admin/"),
    ask("DELETE", "/wc-api/KCO_WC_Push/"),
    ask("OPTIONS", "/wc-api/KCO_WC_Push/"),
    ask("GET", "/../../wc-api/KCO_WC_Push/"),
    ask("POST", "/%2e%2e/wc-api/KCO_WC_Push/"),
    ask("POST", "/wc-api/KCO_WC_Push/", EVIL),
    ask("POST", ".evil.example.com/wc-api/KCO_WC_Push/"),
    { method: "POST" },
    null,
    "POST",
  ];
  await sends([], refused);
});

test("a name counts as it is written", async () => {
  const ask = (method, path) => ({ method, url: SHOP + path });
  await sends([ask("POST", "/?wc-api=WC_STRIPE")], [
    ask("POST", "/?wc-api=wc_stripe"),
    ask("POST", "/wc-api/wc_stripe/"),
    ask("POST", "/wc-api/kco_wc_push/"),
    ask("POST", "/WC-API/KCO_WC_Push/"),
    ask("POST", "/wc-api/WC_Gateway_PayFast/"),
    ask("POST", "/wp-json/mollie/v1/webhook"),
    ask("GET", "/wp-json/mollie/v2"),
    ask("GET", "/?rest_route=/Mollie/v1"),
    ask("POST", "/wp-admin/admin-post.php?action=mine"),
    ask("POST", "/wp-admin/admin-ajax.php?action=rzp_wc_webhook"),
    ask("POST", "/wc-api/"),
    ask("POST", "/?wc-api="),
    ask("POST", "/wp-json/"),
    ask("POST", "/"),
    ask("GET", "/"),
    ask("POST", "/paytrail/callback/"),
    ask("POST", "/wc-api/KCO_WC_Push//"),
    { method: "constructor", url: `${SHOP}/wc-api/KCO_WC_Push/` },
  ]);
});

/** What of these questions the agent sends, and what it refuses in words. */
async function sends(allowed, refused) {
  const answers = await interrogate([...allowed, ...refused]);
  assert.deepEqual(answers.slice(0, allowed.length).map(({ refused }) => refused), allowed.map(() => undefined));
  for (const [index, { refused: why }] of answers.slice(allowed.length).entries()) {
    assert.match(why ?? "", /^(This|A) .*\.$/, `it sent ${JSON.stringify(refused[index])}`);
  }
  const sent = shop.asked.map(({ method, url }) => `${method} ${url}`);
  assert.deepEqual(sent, allowed.map(({ method, url }) => `${method} ${url.slice(SHOP.length)}`));
  for (const { headers, body } of shop.asked) {
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    assert.equal(headers.accept, "*/*");
    assert.equal(body, "");
  }
}

test("for an audit the agent reads its own origin, and nothing that acts", async () => {
  const ask = (path, method = "GET", origin = SHOP) => ({ method, url: origin + path, audit: true });
  await sends([
    ask("/robots.txt"),
    ask("/maps/sitemap-1.xml.gz"),
    ask("/theme.css?ver=7"),
    ask("/shop/page/2/"),
    ask("/shop/action/"),
    ask("/?page_id=8&lang=de"),
    ask("/te%C3%A9/"),
    ask("/webhooks-explained/"),
  ], [
    ask("/cart/?remove_item=abc"),
    ask("/cart/?remove%5Fitem=abc"),
    ask("/cart/?remove.item=abc"),
    ask("/shop/?Add-To-Cart=12"),
    ask("/?+add-to-cart[]=1"),
    ask("/?a=1&add-to-cart%5B%5D=1"),
    ask("/?wc-ajax=get_refreshed_fragments"),
    ask("/wc-api/KCO_WC_Push/"),
    ask("/wp-login.php?action=logout"),
    ask("/wp%2Dlogin.php"),
    ask("/WP-Admin/"),
    ask("/my-account/customer-logout/"),
    ask("/checkout/order-received/12/"),
    ask("/a/?my_nonce=1"),
    ask("/?rest_route=/wc/v3"),
    ask("/paytrail/"),
    ask("/my-gateway_webhook/"),
    ask("/gateway/notify.php"),
    ask("/?paytrail-route=callback"),
    ask("/?wc-api=wc_stripe"),
    ask("/", "POST"),
    ask("/", "DELETE"),
    ask("/", "GET", EVIL),
    ask("/a/../wp-admin/"),
    { ...ask("/shop/"), audit: 1 },
  ]);
});

test("the agent sends at most eight", async () => {
  const answers = await interrogate(Array.from({ length: 12 }, () => ({ method: "POST", url: `${SHOP}/wc-api/KCO_WC_Push/` })));
  assert.equal(answers.filter(({ refused }) => /at most 8/.test(refused ?? "")).length, 4);
  assert.equal(shop.asked.length, 8);
});

test("a bookmark of another version is to be renewed", async () => {
  const page = await open();
  // The first one said nothing of a version.
  for (const version of ["undefined", "0", "99", "{}"]) {
    const old = bookmark.replace(/const%20VERSION=\d+/, `const%20VERSION=${version}`);
    assert.notEqual(old, bookmark);
    const window = await click(page, old);
    assert.match((await outcome(window)).failed ?? "", /bookmark is from another version.*drag the new bookmark/, version);
    assert.deepEqual(shop.asked, []);
    await window.close();
  }
});

test("another page cannot speak for a shop", async () => {
  const page = await open({ origin: EVIL });
  const window = await impersonate(page, `(${hostile})({ url: "${SHOP}/", html: "<p>", status: 200 }, () => {})`);
  assert.match((await outcome(window)).failed ?? "", /is from http:\/\/evil\.example\.com and spoke for another address/);
  assert.deepEqual(shop.asked, []);
});

test("a page that says that its shop is elsewhere is sent there", async () => {
  const html = `<link rel="https://api.w.org/" href="https://www.evil.example.com/wp-json/">`;
  const page = await open({ origin: EVIL });
  const window = await impersonate(page, `(${hostile})({ url: "${EVIL}/", html: ${JSON.stringify(html)}, status: 200 }, () => {})`);
  assert.match((await outcome(window)).failed ?? "", /Open https:\/\/www\.evil\.example\.com\//);
});

test("a page that answers in the agent's place is named as the one that answered, and nothing of it runs", async () => {
  const page = await open();
  const reply = `(question, port) => port.postMessage({ id: question.id, ms: 1, response: { status: 200, end: "",
    headers: [["server", "<img src=x onerror=alert(1)>"]],
    body: new TextEncoder().encode("<script>alert(1)</scr" + "ipt><img src=/evil onerror=alert(1)>").buffer } })`;
  const html = "<title>x</title><script>alert(1)</script><img src=/evil>";
  const requests = [];
  browser.context.on("request", (request) => requests.push(request));
  const window = await impersonate(page, `(${hostile})({ url: "${SHOP}/", html: ${JSON.stringify(html)}, status: 200 }, ${reply})`);
  window.on("dialog", () => assert.fail("a script of the page ran in the checker"));
  const { report, text } = await outcome(window);
  assert.match(report, /through the shop's own page, which could change the answers/);
  assert.ok(text.includes(`what the page at ${SHOP} reported. This checker stands at ${checker.url};`), text);
  assert.equal(await window.locator("main img, main script, main iframe").count(), 0);
  const own = new URL(checker.url).origin;
  const foreign = requests.filter((request) => request.frame().page() === window && !request.url().startsWith(own));
  assert.deepEqual(foreign.map((request) => request.url()), [], "the checker sent something");
});

test("messages that nobody asked for end the conversation", async () => {
  const disturbances = {
    "a wrong type": `(question, port) => port.postMessage(42)`,
    "another number": `(question, port) => port.postMessage({ id: 77, ms: 1, redirect: true })`,
    "no answer in it": `(question, port) => port.postMessage({ id: question.id, ms: 1 })`,
    "an impossible status": `(question, port) => port.postMessage({ id: question.id, ms: 1, response: { status: 7, headers: [], body: new ArrayBuffer(0) } })`,
    "an endless stream": `(question, port) => setInterval(() => { for (let i = 0; i < 1000; i += 1) port.postMessage({ id: question.id, ms: 1, redirect: true }); }, 1)`,
  };
  for (const [name, reply] of Object.entries(disturbances)) {
    const page = await open();
    const window = await impersonate(page, `(${hostile})({ url: "${SHOP}/", html: "<p>", status: 200 }, ${reply})`);
    assert.match((await outcome(window)).failed ?? "", /something that no check sends/, name);
    await browser.tidy();
  }
});

test("huge messages are cut, and silence ends", async () => {
  const page = await open();
  const reply = `(question, port) => question.id === 0 && port.postMessage({ id: 0, ms: 1, response: { status: 200, end: "",
    headers: Array.from({ length: 10000 }, () => ["x".repeat(100000).slice(0, 5000), "y".repeat(20000)]),
    body: new ArrayBuffer(64 * 1024 * 1024) } })`;
  const window = await impersonate(page, `(${hostile})({ url: "${SHOP}/", html: "<p>".repeat(20 * 1024 * 1024), status: 200 }, ${reply})`);
  const { report } = await outcome(window);
  assert.match(report, /limit of 20 seconds/);
});

test("a page that keeps other windows away says so itself", async () => {
  // The browser keeps to this header only where a page is secure, as this machine's own address counts to be.
  const page = await open({ origin: `http://127.0.0.1:${shop.port}`, headers: { "cross-origin-opener-policy": "same-origin" } });
  const window = await click(page, bookmark);
  await page.getByText("cannot talk to this page").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  assert.match((await outcome(window)).failed ?? "", /no connection to the shop's page/);
});

test("a blocked window ends in a note on the page", async () => {
  const page = await open({ headers: { "content-security-policy": "sandbox allow-scripts allow-same-origin" } });
  await click(page, bookmark, 1000);
  await page.getByText("could not open its window").waitFor();
});

test("strict pages: what works, and what ends in a clear sentence", async () => {
  const policies = {
    "script-src 'self'": { bookmark: false, sends: true },
    "require-trusted-types-for 'script'": { bookmark: false, sends: true },
    "connect-src 'none'": { bookmark: true, sends: false },
    "default-src 'none'": { bookmark: false, sends: false },
  };
  for (const [policy, { bookmark: runs, sends }] of Object.entries(policies)) {
    const page = await open({ headers: { "content-security-policy": policy } });
    const clicked = await click(page, bookmark, 1500);
    assert.equal(Boolean(clicked), runs, `${policy}: the bookmark`);
    const window = clicked ?? (await paste(page, bookmark));
    const { failed, report, text, cause } = await outcome(window);
    assert.equal(failed, undefined, policy);
    if (sends) {
      assert.equal(cause, "http-home-url", `${policy}\n${report}`);
      assert.ok(shop.asked.length > 0, policy);
    } else {
      assert.notEqual(cause, "healthy", `${policy}\n${report}`);
      assert.match(text, /Content-Security-Policy/, policy);
      assert.match(text, /curl /, policy);
      assert.deepEqual(shop.asked, [], policy);
    }
    await browser.tidy();
  }
});

test("a window that nobody opened says what to do", async () => {
  const page = await browser.visit(`${checker.url}#in-page=1234`);
  assert.match((await outcome(page)).failed ?? "", /no connection to the shop's page/);
});

/** A hostile page in the agent's place, over a window that the person's click opened. */
function hostile(page, reply) {
  const theirs = window.open(`${window.checker}#in-page=0123`);
  addEventListener("message", ({ source, data }) => {
    if (source !== theirs || data?.callbackDoctor !== "ready") return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data !== "end" && reply(data, port1);
    theirs.postMessage({ callbackDoctor: "page", version: window.version, nonce: data.nonce, page }, "*", [port2]);
  });
}

async function impersonate(page, script) {
  const opened = page.context().waitForEvent("page");
  const version = Number(/const%20VERSION=(\d+)/.exec(bookmark)?.[1]);
  await page.evaluate(([url, script, version]) => { Object.assign(window, { checker: url, version }); (0, eval)(`void ${script}`); }, [checker.url, script, version]);
  return opened;
}

/** A checker that asks its questions one by one and keeps the answers. */
async function fakeChecker(questions) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(`<script>
      const questions = ${JSON.stringify(questions)};
      window.answers = [];
      addEventListener("message", ({ data, ports: [port] }) => {
        if (data?.callbackDoctor !== "page") return;
        const next = () => questions.length > 0 && port.postMessage(questions.shift());
        port.onmessage = ({ data }) => { const { response, ...rest } = data; answers.push(rest); next(); };
        next();
      });
      opener.postMessage({ callbackDoctor: "ready", nonce: location.hash.split("=")[1] }, "*");
    </script>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${server.address().port}/checker/`, stop: () => (server.close(), server.closeAllConnections()) };
}

/** WooCommerce answers, and nobody listens. */
async function smallShop() {
  const shop = { page: { headers: {}, body: "" }, asked: [], port: 0, reset: () => (shop.asked.length = 0), stop: () => {} };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    if (url === "/") return response.writeHead(200, { ...shop.page.headers, "set-cookie": "wordpress_logged_in_x=1" }).end(shop.page.body);
    if (url === "/favicon.ico") return response.writeHead(404).end();
    shop.asked.push({ method, url, headers, body });
    if (/wc-api/.test(url)) return response.writeHead(400, { "content-type": "text/html" }).end("-1");
    response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  shop.port = server.address().port;
  shop.stop = () => (server.close(), server.closeAllConnections());
  return shop;
}
