// The in-page audit as a person runs it: the bookmark from the site, clicked on the shop's own page. The recorded shops are in
// way-on.test.mjs.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { bookmarkOf, click, outcome } from "./lib/bookmark.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

const OPEN_MS = 10_000;

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let bookmark;
let checker;
let ports;

before(async () => {
  ports = await freePorts();
  checker = await site(join(DIST, "site"));
  const names = ["shop.example.com", "www.shop.example.com", "127.0.0.1"];
  const hosts = Object.fromEntries(names.flatMap((name) => [[`${name}:443`, ports.https], [`${name}:80`, ports.http]]));
  browser = await launch({ hosts, extension: false });
  bookmark = await bookmarkOf(browser, checker.url);
});

after(async () => {
  await browser?.close();
  checker?.stop();
});

test("the link drags its whole address, and a click on the site says what it is for", async () => {
  const page = await browser.visit(checker.url);
  const link = page.locator("a.mark[href]");
  await link.waitFor();
  // The link and where it goes at once: scrolling ends a drag.
  await page.setViewportSize({ width: 1200, height: 1400 });
  await page.evaluate(() => {
    addEventListener("dragstart", (event) => (window.dragged = event.dataTransfer.getData("text/uri-list")), true);
  });
  // Dropped on a page, such an address comes in empty: the browser keeps it for its bookmarks.
  await link.dragTo(page.locator("textarea"));
  assert.equal(await page.evaluate(() => window.dragged), bookmark);
  await link.click();
  await page.getByText("drag it there").waitFor();
  assert.equal(browser.context.pages().length, 2, "a click on the site opened a window");
  await browser.tidy();
});

test("a second check says that the bookmark must be clicked again", async () => {
  const shop = await demoShop("plain", ports);
  try {
    const page = await browser.visit(`${SHOP}/`);
    await page.waitForLoadState("load");
    const window = await click(page, bookmark);
    assert.equal((await outcome(window)).cause, "plain-permalinks");
    await window.getByRole("button", { name: "Check again" }).first().click();
    assert.match((await outcome(window)).failed ?? "", /click the bookmark again/);
    assertHarmless(shop.asked());
  } finally {
    await shop.stop();
    await browser.tidy();
  }
});

test("in Firefox", { skip: firefox.NO_FIREFOX }, async (t) => {
  const shop = await demoShop("plain", ports);
  t.after(() => shop.stop());
  const { host, port } = new URL(checker.url);
  const browser = await firefox.launch({ ...toShop(ports), [host]: Number(port) }, false);
  t.after(() => browser.close());
  const shows = (what, selector) => until(OPEN_MS, `there is no ${what}`, () => browser.evaluate(`return document.querySelector(${JSON.stringify(selector)})?.outerHTML;`).catch(() => undefined), () => browser.evaluate("return document.body.innerText;"));
  await browser.visit(checker.url);
  await shows("bookmark", "a.mark[href]");
  const bookmark = await browser.evaluate(`return document.querySelector("a.mark").href;`);
  await browser.visit(`${SHOP}/`);
  // The bookmarks bar is out of WebDriver's reach; a link in the page runs it in the same way.
  await browser.evaluate(`
    const link = document.body.appendChild(document.createElement("a"));
    Object.assign(link, { id: "bookmark", textContent: "Check this shop", href: ${JSON.stringify(bookmark)} });
    link.style.cssText = "position: fixed; inset: 0 auto auto 0; z-index: 9";
  `);
  const before = shop.asked().length;
  await browser.click("#bookmark");
  await until(OPEN_MS, "the checker does not open", async () => (await browser.newest()) > 1);
  // The new window is on its way from an empty page to the checker.
  await shows("verdict", "h2.verdict .sign.fail");
  assert.match(await shows("line about the causes", ".about code"), />plain-permalinks/);
  assertHarmless(shop.asked().slice(before));
});
