// Chromium's own question for access, answered by the keyboard as a person would: on a screen of its own, because a
// headless browser never shows it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { ID, NO_FIREFOX, launch as firefox } from "./lib/firefox.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { Popup, until } from "./lib/popup.mjs";
import { screen } from "./lib/screen.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

/** Tabs with a report. */
const reports = ({ context }) => context.pages().filter((page) => page.url().includes("/report.html"));

for (const [situation, verdict, sign] of [["plain", "fail", "✗"], ["baseline", "pass", "✓"]]) {
  test(`after Allow the popup is gone and the answer comes: one tab, and the button says ${sign}`, async (t) => {
    const ports = await freePorts();
    const shop = await demoShop(situation, ports);
    t.after(() => shop.stop());
    const { display, hand, close } = await screen();
    t.after(close);
    const browser = await launch({ hosts: toShop(ports), extension: join(DIST, "extension-chrome"), display });
    t.after(() => browser.close());
    const page = await browser.visit(`${SHOP}/`);
    const popup = await Popup.open(browser, page);
    await popup.shows("Read and change your data");
    assert.equal(await popup.evaluate("document.querySelector('main').scrollHeight <= document.querySelector('main').clientHeight"), true, "the popup has a scroll bar before the first check");
    // The page as it is built says the same before anything listens.
    await until(3_000, "the focus is not on the button", () => popup.evaluate("document.activeElement.innerText === 'Check this shop'"));
    await popup.click("Check this shop");
    await until(20_000, "nothing came after Allow", async () => {
      if (reports(browser).length > 0) return true;
      hand("key", "--delay", 100, "Tab", "Return");
      await new Promise((done) => setTimeout(done, 500));
      return false;
    });
    assert.ok(await popup.isGone());
    const [report] = reports(browser);
    await report.getByRole("button", { name: "Check again" }).waitFor();
    const run = await report.evaluate(async (key) => (await chrome.storage.session.get(key))[key]?.run, `run:${SHOP}`);
    assert.equal(run.report.verdict, verdict);
    await report.getByText(run.report.headline).first().waitFor();
    assert.equal(await report.title(), `shop.example.com: ${run.report.headline.replace(/\.$/, "")} – Callback Doctor`);
    assert.equal(await report.locator("link[rel=icon]").getAttribute("href"), `icons/${verdict}.svg`);
    assert.equal(await report.evaluate(() => document.visibilityState), "visible", "the report is not in front");
    const button = () => report.evaluate(async (shop) => {
      const [{ id: tabId }] = await chrome.tabs.query({ url: `${shop}/*` });
      return { text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }), color: await chrome.action.getBadgeBackgroundColor({ tabId }) };
    }, SHOP);
    const shown = await until(3_000, "the button does not show the verdict", async () => {
      const shown = await button();
      return shown.text === sign && shown;
    });
    assert.match(shown.title, /^shop\.example\.com: /);
    assert.ok(shown.title.includes(run.report.headline.replace(/\.$/, "")));
    assert.deepEqual(shown.color.slice(0, 3), verdict === "fail" ? [179, 38, 30] : [29, 107, 62]);
    await new Promise((done) => setTimeout(done, 1_000));
    assert.equal(reports(browser).length, 1, "more than one tab came");
    await page.goto(`${SHOP}/shop/`);
    assert.equal((await button()).text, "", "the button still speaks for a page that was left");
    assertHarmless(shop.asked());
  });
}

test("Chromium asks for access to this one shop; yes begins the check, and it can be taken back", async (t) => {
  const ports = await freePorts();
  const shop = await demoShop("plain", ports);
  t.after(() => shop.stop());
  const { display, hand, close } = await screen();
  t.after(close);
  const browser = await launch({ hosts: toShop(ports), extension: join(DIST, "extension-chrome"), display });
  t.after(() => browser.close());
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(SHOP)}`);
  const origins = () => page.evaluate(() => chrome.permissions.getAll().then(({ origins }) => origins.sort()));
  assert.deepEqual(await origins(), [], "the extension may read shops before anybody was asked");
  assert.match(await page.innerText("body"), /Read and change your data/);
  await page.bringToFront();
  await page.getByRole("button", { name: "Check this shop" }).click();
  // The question's first button refuses; the one after it allows.
  await until(20_000, "the browser's question could not be answered", async () => {
    if ((await origins()).length > 0) return true;
    hand("key", "--delay", 100, "Tab", "Return");
    await new Promise((done) => setTimeout(done, 500));
    return false;
  });
  assert.deepEqual(await origins(), ["http://shop.example.com/*", "https://shop.example.com/*"]);
  const key = `run:${SHOP}`;
  const run = await until(30_000, "the check did not end", async () => {
    const run = await page.evaluate(async (key) => (await chrome.storage.session.get(key))[key]?.run, key);
    return run?.phase === "done" && run;
  });
  assert.equal(run.report.causes[0].id, "plain-permalinks");
  assert.ok(assertHarmless(shop.asked()).some(({ headers }) => headers["user-agent"] === "APIs-Klarna"));
  assert.equal(reports(browser).length, 1, "the report was opened a second time");
  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("button", { name: "Remove access" }).click();
  await until(5_000, "the access was not given back", async () => (await origins().catch(() => ["reloading"])).length === 0);
});

test("Firefox asks for access to this one shop, over the popup; after Allow the answer comes, once", { skip: NO_FIREFOX }, async (t) => {
  const ports = await freePorts();
  const shop = await demoShop("plain", ports);
  t.after(() => shop.stop());
  const browser = await firefox(toShop(ports), undefined, { prompts: true });
  t.after(() => browser.close());
  await browser.visit(`${SHOP}/`);
  await browser.inWindow(`
    const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ID)});
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  `);
  // In the popup, with what a press of a person has that a script's has not.
  const press = `
    const popup = document.querySelector(".webextension-popup-browser");
    if (!popup) return false;
    const script = () => {
      const button = content.document.querySelector("footer button.primary:enabled");
      if (!button) return;
      const hand = content.windowUtils.setHandlingUserInput(true);
      button.click();
      hand.destruct();
    };
    popup.messageManager.loadFrameScript("data:,(" + encodeURIComponent(script) + ")()", false);
    return true;
  `;
  const asked = () => browser.inWindow(`return PopupNotifications.panel.state === "open" && Boolean(PopupNotifications.panel.firstElementChild);`);
  await until(20_000, "the browser's question did not come", async () => {
    if (await asked()) return true;
    await browser.inWindow(press);
    await new Promise((done) => setTimeout(done, 1_000));
    return asked();
  });
  const words = await browser.inWindow(`return PopupNotifications.panel.firstElementChild.textContent;`);
  t.diagnostic(`the question: ${words.slice(0, 200)}`);
  // The browser takes no answer within the first moment.
  await new Promise((done) => setTimeout(done, 1_500));
  await browser.inWindow(`PopupNotifications.panel.firstElementChild.button.click();`);
  const places = () => browser.inWindow(`return { tabs: gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec), title: gBrowser.selectedTab.label, popup: Boolean(document.querySelector(".webextension-popup-browser")) };`);
  const there = ({ tabs, popup }) => popup || tabs.some((tab) => tab.includes("/report.html"));
  const shown = await until(20_000, "nothing came after Allow", async () => {
    const shown = await places();
    return there(shown) && shop.asked().some(({ headers }) => headers["user-agent"] === "APIs-Klarna") && shown;
  }, places);
  await new Promise((done) => setTimeout(done, 2_000));
  const later = await places();
  const reports = later.tabs.filter((tab) => tab.includes("/report.html"));
  t.diagnostic(JSON.stringify([shown, later]));
  assert.equal(reports.length + Number(later.popup), 1, "the answer came twice, or not at all");
  assertHarmless(shop.asked());
});
