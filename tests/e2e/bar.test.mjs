// The bookmark by hand: dragged from the site to the bookmarks bar with the mouse, and clicked there on the shop's page.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { outcome } from "./lib/bookmark.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { screen } from "./lib/screen.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

/** Pixels from the top of a page up into the bookmarks bar: what a window has around it differs between builds. */
const ABOVE = [31, 24, 38, 17];

/** Pixels from the left into the first bookmark of the bar. */
const FIRST = 110;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

test("dragged to the bar and clicked there, it opens the report", async (t) => {
  const ports = await freePorts();
  const shop = await demoShop("plain", ports);
  t.after(() => shop.stop());
  const checker = await site(join(DIST, "site"));
  t.after(() => checker.stop());
  const { display, hand, close } = await screen();
  t.after(close);
  const profile = mkdtempSync(join(tmpdir(), "callback-doctor-bar-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ bookmark_bar: { show_on_all_tabs: true } }));
  const browser = await launch({ hosts: toShop(ports), extension: false, kept: profile, display });
  t.after(() => browser.close());

  const page = await browser.visit(checker.url);
  await page.bringToFront();
  const link = page.locator("a.mark[href]");
  await link.scrollIntoViewIfNeeded();
  const { left, top } = await page.evaluate(() => ({ left: screenX, top: screenY + outerHeight - innerHeight }));
  const box = await link.boundingBox();
  const from = [left + box.x + box.width / 2, top + box.y + box.height / 2];
  const to = [left + FIRST, top - ABOVE[0]];
  hand("mousemove", ...from.map(Math.round));
  hand("mousedown", 1);
  for (let step = 1; step <= 10; step++) {
    hand("mousemove", ...from.map((start, axis) => Math.round(start + ((to[axis] - start) * step) / 10)));
    await pause(80);
  }
  await pause(500);
  hand("mouseup", 1);
  await pause(500);

  const theirs = await browser.visit(`${SHOP}/`);
  await theirs.waitForLoadState("load");
  await theirs.bringToFront();
  const before = shop.asked().length;
  let window;
  for (const above of ABOVE) {
    const opened = browser.context.waitForEvent("page", { timeout: 4000 }).catch(() => undefined);
    hand("mousemove", left + FIRST, top - above);
    hand("click", 1);
    window = await opened;
    if (window) break;
  }
  assert.ok(window, "no click on the bookmarks bar opened the checker");
  const { cause, report } = await outcome(window);
  assert.equal(cause, "plain-permalinks", report);
  assertHarmless(shop.asked().slice(before));
});
