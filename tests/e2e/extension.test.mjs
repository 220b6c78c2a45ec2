// The extension as a person uses it, against the demo shop.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { launch, toShop } from "./lib/chromium.mjs";
import { assertHarmless, probes } from "./lib/manners.mjs";
import { Popup, until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, pageServer, rawServer } from "./lib/servers.mjs";

const HTTP_SHOP = SHOP.replace("https:", "http:");

/** A name that the test build has no permission for, so that the browser asks. */
const STRANGE = "http://shop.example.net";

/** A page of a shop whose links give its plain permalinks away. */
const PLAIN_PAGE = `<!doctype html><title>A shop</title>
<link rel="https://api.w.org/" href="${STRANGE}/index.php?rest_route=/">
<link rel="canonical" href="${STRANGE}/">
<script src="${STRANGE}/wp-content/plugins/woocommerce/assets/js/frontend/woocommerce.min.js?ver=10.9.1"></script>
<body class="woocommerce"><h1>A shop</h1>`;

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let ports;
let shop;

before(async () => {
  ports = await freePorts();
  browser = await launch({ hosts: { ...toShop(ports), "shop.example.net:80": ports.http } });
});

after(() => browser?.close());

afterEach(async () => {
  await shop?.stop();
  shop = undefined;
  await browser.tidy();
});

/** Opens the shop's page and the popup on it. */
async function open(situation, url = `${SHOP}/`) {
  shop = await demoShop(situation, ports);
  return Popup.open(browser, await browser.visit(url));
}

test("one click on a page of the shop names the cause", async () => {
  await browser.context.addCookies([{ name: "wordpress_logged_in_x", value: "secret", url: SHOP }]);
  const popup = await open("plain");
  await popup.click("Check this shop");
  const run = await popup.finished(SHOP);
  assert.equal(run.report.causes[0].id, "plain-permalinks");
  await popup.shows(run.report.headline);
  assert.ok(
    shop.asked().some(({ headers }) => headers.cookie?.includes("secret")),
    "the page itself was not opened with the person's cookie, so this test proves nothing",
  );
  const sent = assertHarmless(shop.asked());
  assert.ok(sent.some(({ method, url }) => method === "POST" && url.includes("/wc-api/")), "the callback was never tried");
  assert.equal(sent.length, run.report.probes.length, "the report does not list the requests that were sent");
});

test("a healthy shop is called healthy, and what is not proven is said", async () => {
  const popup = await open("baseline");
  await popup.click("Check this shop");
  const { report } = await popup.finished(SHOP);
  assert.equal(report.causes[0].id, "healthy");
  assert.ok(report.complete, "the report of a finished diagnosis is not complete");
  assert.ok(report.caveat.length > 0, "the report does not say what it can not prove");
});

test("an order's key in the page's address is neither shown nor kept nor sent", async () => {
  const popup = await open("plain", `${SHOP}/?key=wc_order_secret`);
  await popup.click("Check this shop");
  const { report } = await popup.finished(SHOP);
  await popup.shows(report.headline);
  const kept = await popup.evaluate("Promise.all([chrome.storage.session.get(null), chrome.storage.local.get(null)]).then(JSON.stringify)");
  assert.doesNotMatch(kept, /wc_order_secret/, "the order's key was stored");
  assert.doesNotMatch(await popup.text(), /wc_order_secret/, "the order's key is shown");
  for (const { url } of probes(shop.asked())) assert.doesNotMatch(url, /wc_order_secret/, "the order's key was sent");
});

test("closing the popup in the middle loses nothing, and a second click begins nothing", async () => {
  const first = await open("nginx_slow");
  await first.click("Check this shop");
  await until(10_000, "no probe was sent", () => probes(shop.asked()).length > 0);
  await first.send({ start: { url: `${SHOP}/`, tab: null } });
  await first.close();
  const again = await Popup.open(browser, browser.context.pages().at(-1));
  const run = await again.finished(SHOP);
  assert.equal(run.report.causes[0].id, "slow-answer");
  await again.shows(run.report.headline);
  const sent = assertHarmless(shop.asked());
  assert.equal(sent.length, run.report.probes.length, "the diagnosis was begun a second time");
});

test("stopping ends it at once and keeps what was found", async () => {
  const popup = await open("nginx_slow");
  await popup.click("Check this shop");
  await until(10_000, "no probe was sent", () => probes(shop.asked()).length > 0);
  await popup.click("Stop");
  const run = await popup.finished(SHOP);
  assert.equal(run.report.complete, false, "a stopped diagnosis is called complete");
  assert.ok(run.report.unsure.some(({ id }) => id === "cancelled"), "the report does not say that it was stopped");
  const sent = probes(shop.asked()).length;
  await new Promise((done) => setTimeout(done, 1_000));
  assert.equal(probes(shop.asked()).length, sent, "requests were sent after the stop");
});

test("a diagnosis survives the browser ending the background", async () => {
  const popup = await open("nginx_slow");
  await popup.click("Check this shop");
  await until(10_000, "no probe was sent", () => probes(shop.asked()).length > 0);
  await browser.endBackground();
  const run = await popup.finished(SHOP);
  assert.equal(run.report.causes[0].id, "slow-answer");
});

test("without permission nothing is sent, and the page alone is judged", async () => {
  shop = await pageServer(PLAIN_PAGE, ports.http);
  const asking = await Popup.open(browser, await browser.visit(`${STRANGE}/`));
  await asking.click("Check this shop");
  // The browser's question closes the popup, and nobody can answer it in a headless browser. When the popup opens again,
  // the question is gone.
  await until(5_000, "the browser's question did not come", () => asking.isGone());
  const popup = await Popup.open(browser, browser.context.pages().at(-1));
  const run = await popup.finished(STRANGE);
  assert.equal(run.phase, "refused");
  assert.ok(run.report.unsure.some(({ id }) => id === "not-permitted"), "the report does not say that nothing was allowed");
  assert.equal(run.report.causes[0].id, "plain-permalinks", "the page was not judged");
  assert.deepEqual(probes(shop.asked()), [], "requests were sent without permission");
  await popup.shows("Allow and check");
  await popup.shows("The page in your tab shows already: ");
  assert.doesNotMatch(await popup.text(), /Full report|Copy for support|Nothing wrong/, "a verdict without an answer");
});

test("the report page shows the report, also after the browser was started anew", async () => {
  const popup = await open("plain");
  await popup.click("Check this shop");
  const { report } = await popup.finished(SHOP);
  const opened = browser.context.waitForEvent("page");
  await popup.click("Full report");
  const page = await opened;
  await page.getByText(report.headline).first().waitFor();
  assert.match(page.url(), /report\.html\?shop=https:\/\/shop\.example\.com$/);
  await page.evaluate(() => chrome.storage.session.clear());
  await page.reload();
  await page.getByText(report.headline).first().waitFor();
  const sent = probes(shop.asked()).length;
  await page.getByRole("button", { name: "Check again" }).first().click();
  await until(10_000, "\"Check again\" on the report page does nothing", () => probes(shop.asked()).length > sent);
});

test("a page cannot give orders to the extension", async () => {
  const popup = await open("baseline");
  const start = { start: { url: `${SHOP}/`, tab: null } };
  // A script in the page's tab is the most that a page could get hold of.
  await popup.inTab((message) => chrome.runtime.sendMessage(message).catch(() => {}), start);
  for (const nonsense of [null, 7, "start", { start: {} }, { start: { url: 7 } }, { start: { url: "file:///etc/passwd" } }, { no: {} }]) {
    await popup.send(nonsense);
  }
  await new Promise((done) => setTimeout(done, 500));
  assert.deepEqual(probes(shop.asked()), [], "a message of a page started a diagnosis");
  assert.deepEqual(await popup.evaluate("chrome.storage.session.get(null)"), {}, "a message of a page changed what is stored");
});

/** What the button in the toolbar says for the shop's tab. */
const button = (popup, shop = SHOP) => popup.evaluate(`(async () => {
  const [{ id: tabId }] = await chrome.tabs.query({ url: "${shop}/*" });
  return { text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
})()`);

test("the toolbar's button says that a check runs, then the verdict and why", async () => {
  const popup = await open("nginx_slow");
  await popup.click("Check this shop");
  await until(5_000, "the button does not say that a check runs", async () => (await button(popup)).text === "…");
  const { report } = await popup.finished(SHOP);
  await until(3_000, "the button does not say the verdict", async () => (await button(popup)).text === "✗");
  assert.equal((await button(popup)).title, `shop.example.com: ${report.headline.replace(/\.$/, "")}`);
});

test("a verdict is not put on a tab that shows something else by then", async () => {
  const popup = await open("nginx_slow");
  await popup.click("Check this shop");
  await until(10_000, "no probe was sent", () => probes(shop.asked()).length > 0);
  const page = browser.context.pages().at(-1);
  await page.goto("http://127.0.0.1:9/").catch(() => {});
  const again = await Popup.open(browser, await browser.visit(`${SHOP}/`));
  await again.finished(SHOP);
  const texts = await again.evaluate(`chrome.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId }))))`);
  assert.deepEqual(texts.filter(Boolean), [], "a verdict stands where its shop is not");
});

test("over a block page, without access: who answers in the tab, and no verdict", async () => {
  const body = "<!doctype html><html><head><title>Your access to this site has been limited by the site owner</title></head><body><h1>Your access to this site has been limited by the site owner</h1><p>Generated by Wordfence</p></body></html>";
  shop = await rawServer(() => `HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n${body}`, ports.http);
  const asking = await Popup.open(browser, await browser.visit(`${STRANGE}/`));
  await asking.click("Check this shop");
  await until(5_000, "the browser's question did not come", () => asking.isGone());
  const popup = await Popup.open(browser, browser.context.pages().at(-1));
  const run = await popup.finished(STRANGE);
  assert.equal(run.phase, "refused");
  await popup.shows("Wordfence answered in its place, with status 503");
  assert.doesNotMatch(await popup.text(), /Full report|Nothing wrong|in order/);
});

test("a computer without a network gets no verdict", async () => {
  const popup = await open("plain");
  await popup.click("Check this shop");
  await popup.finished(SHOP);
  await browser.goOffline(true);
  try {
    await popup.click("Check again");
    await popup.shows("You seem to be offline");
    assert.equal((await popup.run(SHOP)).phase, "offline");
    assert.doesNotMatch(await popup.text(), /Full report|call your host|gave no answer/);
    assert.deepEqual(await popup.evaluate("[...document.querySelectorAll('footer button')].map((b) => b.innerText)"), ["Check again"]);
  } finally {
    await browser.goOffline(false);
  }
  await popup.click("Check again");
  await popup.shows("Full report");
  assert.equal((await popup.run(SHOP)).report.causes[0].id, "plain-permalinks");
});

test("after ten minutes a report is old, and the first button checks again", async () => {
  const popup = await open("plain");
  await popup.click("Check this shop");
  await popup.finished(SHOP);
  assert.equal(await popup.evaluate("document.querySelector('footer .primary')?.innerText"), "Full report");
  await popup.evaluate(`(async () => {
    const key = "run:${SHOP}";
    const entry = (await chrome.storage.session.get(key))[key];
    entry.run.report.started = new Date(Date.now() - 3 * 86_400_000).toISOString();
    await chrome.storage.session.set({ [key]: entry });
  })()`);
  await popup.shows("Checked 3 days ago");
  assert.equal(await popup.evaluate("[...document.querySelectorAll('.primary')].map((b) => b.innerText).join()"), "Check again");
});

test("the list of the last reports: each with its verdict, a way to it, and a way out", async () => {
  const popup = await open("plain");
  await popup.click("Check this shop");
  const { report } = await popup.finished(SHOP);
  const opened = browser.context.waitForEvent("page");
  await popup.click("Your shops");
  const page = await opened;
  await page.getByText(report.headline).waitFor();
  await page.getByText("Checked just now").waitFor();
  await page.getByRole("link", { name: "shop.example.com" }).click();
  await page.getByText(report.headline).first().waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByText("No shop was checked yet").waitFor();
  assert.doesNotMatch(await page.evaluate(() => Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then(JSON.stringify)), /shop\.example/, "it was not forgotten");
});

test("the page at installation asks for nothing and says what to do", async () => {
  const page = await browser.visit(`chrome-extension://${browser.id}/welcome.html`);
  for (const words of ["Pin the button", "What it sends", "cargo xtask serve"]) await page.getByText(words).first().waitFor();
  assert.equal(await page.locator("button, script").count(), 0);
});

test("a tab without a website says what to do", async () => {
  const popup = await Popup.open(browser, await browser.visit("chrome://version/"));
  await popup.shows("Open a page of your shop");
  await popup.shows("Your shops");
  assert.equal(await popup.evaluate("document.querySelectorAll('footer button').length"), 0, "a button that does nothing");
});

// A server that misbehaves must end in a report, in time. What is wrong with it, the tests of the brain know.
for (const situation of ["empty_reply", "endless_body", "garbage", "lt_flood", "one_byte_a_second", "redirect_loop"]) {
  test(`a hostile server: ${situation}`, async () => {
    // The page was opened while all was well: a tab that drowns is the browser's affair.
    shop = await pageServer("<!doctype html><title>A shop</title>", ports.http);
    const popup = await Popup.open(browser, await browser.visit(HTTP_SHOP));
    await shop.stop();
    shop = await demoShop(situation, ports);
    await popup.click("Check this shop");
    const { report } = await popup.finished(HTTP_SHOP);
    assert.notEqual(report.verdict, "pass", "a hostile server is called healthy");
    await popup.shows(report.headline);
    assertHarmless(shop.asked());
  });
}
