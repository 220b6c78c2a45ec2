// Chromium's own question for access, answered by the keyboard as a person would: on a screen of its own, because a
// headless browser never shows it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { until } from "./lib/popup.mjs";
import { screen } from "./lib/screen.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

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
  assert.match(await page.innerText("body"), /Your browser will ask whether Callback Doctor may read shop\.example\.com/);
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
  await page.getByRole("button", { name: "Take it back" }).click();
  await until(5_000, "the access was not given back", async () => (await origins().catch(() => ["reloading"])).length === 0);
});
