// The checker opened from a file: the whole site in one page, and the bookmark on a page that it opens itself.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { outcome } from "./lib/bookmark.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, pageServer, site } from "./lib/servers.mjs";

const CHECKER = pathToFileURL(join(DIST, "site", "index.html")).href;
const EVIL = "http://evil.example.com";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let evil;
let ports;
let shop;

before(async () => {
  ports = { ...(await freePorts()), evil: (await freePorts()).http };
  shop = await demoShop("plain", ports);
  browser = await launch({ hosts: { ...toShop(ports), "evil.example.com:80": ports.evil }, extension: false });
});

after(async () => {
  await browser?.close();
  await shop?.stop();
});

afterEach(async () => {
  await evil?.stop();
  evil = undefined;
  await browser.tidy();
});

/** Opens the checker; what its rules refuse is noted in `refused`. */
async function open(search = "") {
  const page = await browser.context.newPage();
  const refused = [];
  page.on("pageerror", (error) => refused.push(String(error)));
  page.on("console", (message) => /Content Security Policy|TrustedScript/.test(message.text()) && refused.push(message.text()));
  await page.goto(CHECKER + search);
  await page.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  return { page, refused };
}

/** Opens the shop by the checker's button; gives its page and the bookmark. */
async function openShop(page) {
  const bookmark = await page.locator("a.mark[href]").getAttribute("href");
  await page.locator("textarea").fill(SHOP);
  const opened = browser.context.waitForEvent("page");
  await page.getByRole("button", { name: "Open my shop's page" }).click();
  const theirs = await opened;
  await theirs.waitForLoadState("load");
  return { theirs, bookmark };
}

/** Clicks the bookmark on a page, and answers what it asks the person. */
async function click(page, bookmark, answer) {
  const asked = [];
  page.removeAllListeners("dialog");
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (answer ? dialog.accept() : dialog.dismiss());
  });
  await page.evaluate((address) => void (location.href = address), bookmark);
  // The bookmark runs in a task of its own.
  await page.waitForTimeout(300);
  return asked;
}

test("the site's page gives way to the one that works from a file", async () => {
  const { page, refused } = await open("#shop=shop.example.com");
  assert.match(page.url(), /^file:.*\/callback-doctor\.html#shop=shop\.example\.com$/);
  assert.equal(await page.locator("textarea").inputValue(), "shop.example.com");
  const before = shop.asked().length;
  await page.getByRole("button", { name: "Check this shop" }).click();
  assert.equal((await outcome(page)).cause, "plain-permalinks");
  assertHarmless(shop.asked().slice(before));
  assert.deepEqual(refused, []);
});

test("an answer is explained there too", async () => {
  const { page } = await open();
  await page.locator("textarea").fill("HTTP/1.1 403 Forbidden\nServer: cloudflare\nCF-Mitigated: challenge\n\n");
  await page.getByRole("button", { name: "Explain", exact: true }).click();
  await page.getByText("Cloudflare").first().waitFor();
});

test("the one page works from a server as well", async () => {
  const checker = await site(join(DIST, "site"));
  try {
    const page = await browser.context.newPage();
    const refused = [];
    page.on("console", (message) => /Content Security Policy|TrustedScript/.test(message.text()) && refused.push(message.text()));
    await page.goto(new URL("callback-doctor.html", checker.url).href);
    await page.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
    await page.locator("textarea").fill(SHOP);
    await page.getByRole("button", { name: "Check this shop" }).click();
    assert.equal((await outcome(page)).cause, "plain-permalinks");
    assert.match(page.url(), /callback-doctor\.html#shop=/);
    assert.equal(await page.getByRole("button", { name: "Open my shop's page" }).count(), 0);
    assert.deepEqual(refused, []);
  } finally {
    checker.stop();
  }
});

test("the bookmark checks through a page that the checker opened", async () => {
  const { page, refused } = await open();
  const { theirs, bookmark } = await openShop(page);
  await page.getByText("come back to this window").last().waitFor();
  const before = shop.asked().length;
  const asked = await click(theirs, bookmark, true);
  const { cause, report } = await outcome(page);
  assert.equal(cause, "plain-permalinks", report);
  assert.match(report, /through the shop's own page, which could change the answers/);
  assert.equal(asked.length, 1);
  assertHarmless(shop.asked().slice(before));
  assert.deepEqual(refused, []);
  // The page cannot send the checker elsewhere any more, so the same again needs a new one.
  assert.equal(await theirs.evaluate(() => window.opener), null);
  const opened = browser.context.waitForEvent("page");
  await page.getByRole("button", { name: "Check again" }).first().click();
  const again = await opened;
  await again.waitForLoadState("load");
  await click(again, bookmark, true);
  assert.equal((await outcome(page)).cause, "plain-permalinks");
});

test("who says no is not checked", async () => {
  const { page } = await open();
  const { theirs, bookmark } = await openShop(page);
  const before = shop.asked().length;
  assert.equal((await click(theirs, bookmark, false)).length, 1);
  assert.equal(await page.getByRole("button", { name: "Copy for support" }).count(), 0);
  assert.deepEqual(shop.asked().slice(before), []);
});

test("a page that nobody opened says what to do", async () => {
  const { page } = await open();
  const bookmark = await page.locator("a.mark[href]").getAttribute("href");
  const theirs = await browser.visit(`${SHOP}/`);
  await theirs.waitForLoadState("load");
  assert.deepEqual(await click(theirs, bookmark, true), []);
  await theirs.getByText("must open the shop's page itself").waitFor();
});

test("a web page that opened the shop is not believed, whatever the person says", async () => {
  const { page } = await open();
  const bookmark = await page.locator("a.mark[href]").getAttribute("href");
  evil = await pageServer("<title>Evil</title>", ports.evil);
  const thief = await browser.visit(`${EVIL}/`);
  const opened = browser.context.waitForEvent("page");
  await thief.evaluate((shop) => {
    window.got = [];
    addEventListener("message", ({ source, data }) => {
      window.got.push(data.callbackDoctor);
      source.postMessage({ callbackDoctor: "ready", nonce: data.nonce }, "*");
    });
    window.open(shop);
  }, SHOP);
  const theirs = await opened;
  await theirs.waitForLoadState("load");
  await click(theirs, bookmark, true);
  await thief.waitForFunction(() => window.got.length > 0);
  await theirs.waitForTimeout(500);
  assert.deepEqual(await thief.evaluate(() => window.got), ["hello"], "the page was handed to another site");
});

test("an address that is none opens nothing", async () => {
  const { page } = await open();
  await page.locator("textarea").fill("not a shop");
  await page.getByRole("button", { name: "Open my shop's page" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "input");
  assert.equal(browser.context.pages().filter((page) => page.url().startsWith("http")).length, 0);
});

test("in Firefox", { skip: firefox.NO_FIREFOX }, async (t) => {
  const browser = await firefox.launch(toShop(ports), false);
  t.after(() => browser.close());
  const shows = (what, selector) => until(10_000, `there is no ${what}`, () => browser.evaluate(`return document.querySelector(${JSON.stringify(selector)})?.outerHTML;`).catch(() => undefined), () => browser.evaluate("return document.body.innerText;"));
  await browser.visit(CHECKER);
  await shows("button", "#app:not([data-ready]) button.primary:enabled");
  const before = shop.asked().length;
  await browser.click("textarea");
  await browser.press(`${SHOP}/`);
  await browser.click("button.primary");
  await shows("verdict", "h2.verdict .sign.fail");
  assert.match(await shows("line about the causes", ".about code"), />plain-permalinks/);
  assertHarmless(shop.asked().slice(before));
});
