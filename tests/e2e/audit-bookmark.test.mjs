// The audit of a whole site by the bookmark: the shop's own page asks, from one click in the report, in both browsers.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { assertAllFound, assertManners, pagesOf, SHOWN } from "./lib/audit.mjs";
import { bookmarkOf, click, outcome } from "./lib/bookmark.mjs";
import { DIST, launch } from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { generatedSite, NAME } from "./lib/generated-site.mjs";
import { until } from "./lib/popup.mjs";
import { secureServer, site } from "./lib/servers.mjs";

/** Pages of the shop; `PAGES=2000` for many. */
const PAGES = Number(process.env.PAGES ?? 800);
const PATIENCE_MS = 30_000 + PAGES * 100;
/** A page is not shown where it is led to. */
const UNSEEN = ["redirect"];
const AUDIT = "Check the whole website";
const DONE = `!document.querySelector("progress") && Boolean(document.querySelector(".audit-progress"))`;

let shop, server, checker, browser;

before(async () => {
  checker = await site(join(DIST, "site"));
});

after(() => checker?.stop());

beforeEach(async () => {
  shop = generatedSite(PAGES);
  server = await secureServer(shop.answer);
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
  await server?.stop();
});

const start = async (kept) => (browser = await launch({ hosts: { [`${NAME}:443`]: server.port }, extension: false, kept }));

/** The checker's window once the bookmark's check is done, and its report has led to the audit. */
async function opened() {
  const page = await browser.visit(`https://${NAME}/`);
  await page.waitForLoadState("load");
  const window = await click(page, await bookmarkOf(browser, checker.url));
  await outcome(window);
  shop.forget();
  await window.getByRole("button", { name: AUDIT }).click();
  await window.locator("#audit .buttons").waitFor();
  return { page, window };
}

const press = (window, name) => window.locator("#audit").getByRole("button", { name, exact: true }).click();

async function begin(window, pages = "50000") {
  await window.selectOption("#pages", pages);
  await press(window, "Start");
}

const ended = (window) => window.waitForFunction(() => !document.querySelector("progress") && document.querySelector(".audit-progress"), null, { timeout: PATIENCE_MS });

test("one click in the report, and every hit of the site is found and none invented", async () => {
  await start();
  const { window } = await opened();
  assert.match(await window.locator("#audit").innerText(), /leave it open in its tab/);
  assert.deepEqual(shop.asked, [], "something was asked for before anybody said so");
  const began = Date.now();
  await begin(window);
  await ended(window);
  const seconds = (Date.now() - began) / 1000;
  const shown = await window.evaluate(SHOWN);
  console.log(`Chromium: ${PAGES} pages in ${seconds.toFixed(1)} s, ${(PAGES / seconds).toFixed(0)} a second; ${shown.progress}`);
  assertAllFound(shown, shop, UNSEEN);
  assertManners(shop);
  // What a page cannot see is never in order, and it says what that is.
  assert.match(await window.locator("#audit .note").innerText(), /cannot see where a page leads on/);
  const checks = await window.locator("#audit .rows li").allInnerTexts();
  for (const name of [/home leads from http/, /checkout leads from http/, /certificate fits/]) {
    const check = checks.find((text) => name.test(text));
    assert.ok(!check || /not seen/.test(check), check);
  }
  // What was found stands in the copy of the shop's report.
  await press(window, "The shop's report");
  const { report } = await outcome(window);
  assert.match(report, /Parts of the shop still use http/);
});

test("it shows how far it is, rests, and goes on in another window: no page twice, no page lost", async () => {
  await start();
  shop.delay = 25;
  const { window } = await opened();
  await begin(window);
  const running = await window.waitForFunction(() => {
    const text = document.querySelector("#audit .audit-progress p")?.textContent ?? "";
    return / a second · about \d+ (seconds|minutes) left/.test(text) && text;
  }, null, { timeout: PATIENCE_MS });
  assert.match(await running.jsonValue(), /^\d+ of \d/);
  await press(window, "Pause");
  await window.locator("#audit").getByRole("button", { name: "Go on" }).waitFor();
  const asked = [...shop.asked];
  assert.ok(asked.length < PAGES, "it was over before it could be paused");
  await window.waitForTimeout(300);
  await browser.close(true);
  await start(browser.profile);
  shop.delay = 0;
  const { window: again } = await opened();
  await press(again, "Go on");
  await ended(again);
  const shown = await again.evaluate(SHOWN);
  assertAllFound(shown, shop, UNSEEN);
  const pages = pagesOf([...asked, ...shop.asked]);
  assert.equal(new Set(pages).size, pages.length, "a page was asked for twice");
  assert.ok(shop.most() <= 4, `${shop.most()} requests at a time`);
});

test("stopped, it keeps what was found and asks no more; read all again, it is answered again", async () => {
  await start();
  shop.delay = 25;
  const { window } = await opened();
  await begin(window);
  await until(PATIENCE_MS, "the audit does not begin", () => shop.asked.length > PAGES / 4);
  await press(window, "Stop here");
  await ended(window);
  const asked = shop.asked.length;
  assert.ok(asked < PAGES, `${asked} requests`);
  assert.match(await window.locator("#audit").innerText(), /ended by hand/);
  await window.waitForTimeout(500);
  assert.ok(shop.asked.length <= asked + 4, "it asked on");
  assertManners(shop);
  shop.forget();
  shop.delay = 0;
  await press(window, "Read all again");
  await window.waitForFunction(() => document.querySelector("progress"));
  await ended(window);
  assertAllFound(await window.evaluate(SHOWN), shop, UNSEEN);
});

test("where the shop wants a rest the audit stops, and where it is slow it slows", async () => {
  await start();
  const { window } = await opened();
  shop.instead = () => (shop.asked.length > 40 ? { status: 429, headers: { "retry-after": "60", "content-type": "text/html" }, body: "Later." } : undefined);
  await begin(window);
  await ended(window);
  assert.match(await window.locator("#audit").innerText(), /asked for a rest/);
  assert.ok(shop.asked.length <= 44, `${shop.asked.length} requests`);
  assertManners(shop);
  shop.forget();
  shop.instead = () => undefined;
  // Seconds for each page: fewer at a time.
  shop.delay = 3_000;
  const before = shop.asked.length;
  await press(window, "Go on");
  await window.waitForTimeout(12_000);
  assert.ok(shop.asked.length - before <= 14, `${shop.asked.length - before} requests in 12 seconds`);
  await press(window, "Stop here");
});

test("where the shop's page is closed it says so, keeps what was found and can go on", async () => {
  await start();
  shop.delay = 25;
  const { page, window } = await opened();
  await begin(window);
  await until(PATIENCE_MS, "the audit does not begin", () => shop.asked.length > PAGES / 4);
  await press(window, "Pause");
  await window.locator("#audit").getByRole("button", { name: "Go on" }).waitFor();
  await page.close();
  await press(window, "Go on");
  await window.locator("#audit [role=alert]").waitFor();
  assert.match(await window.locator("#audit [role=alert]").innerText(), /click the bookmark again/);
  assert.equal(await window.locator("#audit").getByRole("button", { name: "Go on" }).count(), 1);
});

test("where the shop's page forbids its scripts to ask, it says so and reads nothing", async () => {
  await start();
  const policy = { "content-type": "text/html", "content-security-policy": "connect-src 'none'" };
  shop.instead = ({ url }) => (url === "/" ? { status: 200, headers: policy, body: "<!doctype html><title>A shop</title><p>Hello" } : undefined);
  const { window } = await opened();
  await begin(window);
  await window.locator("#audit [role=alert]").waitFor();
  assert.match(await window.locator("#audit [role=alert]").innerText(), /forbids its own scripts/);
  assert.deepEqual(shop.asked, []);
});

test("in Firefox it finds every hit, rests and goes on", { skip: firefox.NO_FIREFOX }, async (t) => {
  const { host, port } = new URL(checker.url);
  const fox = await firefox.launch({ [`${NAME}:443`]: server.port, [host]: Number(port) }, false);
  t.after(() => fox.close());
  const shows = (condition, patience = 20_000) => until(patience, `it does not show ${condition}`, () => fox.evaluate(`return Boolean(${condition});`).catch(() => undefined), () => fox.evaluate("return document.body.innerText;"));
  const press = async (label) => {
    const find = `[...document.querySelectorAll("#app:not([hidden]) button, #audit:not([hidden]) button")].find((b) => b.textContent === ${JSON.stringify(label)})`;
    await shows(find);
    await fox.evaluate(`${find}.click();`);
  };
  await fox.visit(checker.url);
  await shows(`document.querySelector("a.mark[href]")`);
  const bookmark = await fox.evaluate(`return document.querySelector("a.mark").href;`);
  await fox.visit(`https://${NAME}/`);
  await fox.evaluate(`
    const link = document.body.appendChild(document.createElement("a"));
    Object.assign(link, { id: "bookmark", textContent: "Check this shop", href: ${JSON.stringify(bookmark)} });
    link.style.cssText = "position: fixed; inset: 0 auto auto 0; z-index: 9";
  `);
  await fox.click("#bookmark");
  await until(20_000, "the checker does not open", async () => (await fox.newest()) > 1);
  await shows("document.querySelector('h2.verdict .sign')");
  await shows("[...document.querySelectorAll('button')].some((b) => b.textContent === 'Copy for support')");
  shop.forget();
  await press(AUDIT);
  await shows("document.querySelector('#pages')");
  await fox.evaluate(`const select = document.querySelector("#pages"); select.value = "50000"; select.dispatchEvent(new Event("change", { bubbles: true }));`);
  const began = Date.now();
  shop.delay = PAGES > 1_000 ? 0 : 20;
  await press("Start");
  await until(PATIENCE_MS, "the audit does not begin", () => shop.asked.length > PAGES / 3);
  await press("Pause");
  await press("Go on");
  await shows(DONE, PATIENCE_MS);
  const seconds = (Date.now() - began) / 1000;
  const shown = await fox.evaluate(`return ${SHOWN};`);
  console.log(`Firefox: ${PAGES} pages in ${seconds.toFixed(1)} s, ${(PAGES / seconds).toFixed(0)} a second; ${shown.progress}`);
  assertAllFound(shown, shop, UNSEEN);
  const pages = pagesOf(shop.asked);
  assert.equal(new Set(pages).size, pages.length, "a page was asked for twice");
  assert.ok(shop.most() <= 4, `${shop.most()} requests at a time`);
});
