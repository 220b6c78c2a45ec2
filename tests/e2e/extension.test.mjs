// The extension as a person uses it: open a page of the shop, click the button, read the cause.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./lib/chromium.mjs";
import { assertHarmless, probes } from "./lib/manners.mjs";
import { Popup, until } from "./lib/popup.mjs";
import { NO_CORPUS, expected, freePort, recordedShop } from "./lib/servers.mjs";

const SHOP = "https://shop.example.com";

const RECORDED = [
  "baseline",
  "plain",
  "pathinfo",
  "rewrite_broken",
  "rules_unflushed",
  "polylang_dir_shown",
  "kco_inactive",
  "woo_inactive",
  "basic_auth",
  "maintenance",
  "wordfence_ip",
  "modsec_406",
  "coming_soon_site",
];

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let ports;

before(async () => {
  ports = { https: await freePort(), http: await freePort() };
  browser = await launch({
    hosts: {
      "shop.example.com:443": ports.https,
      "shop.example.com:80": ports.http,
      "www.shop.example.com:443": ports.https,
      "www.shop.example.com:80": ports.http,
    },
  });
});

after(async () => browser?.close());

for (const situation of RECORDED) {
  test(`a recorded shop: ${situation}`, { skip: NO_CORPUS }, async () => {
    const shop = await recordedShop(situation, ports);
    try {
      const page = await visit(`${SHOP}/`);
      const popup = await Popup.open(browser, page);
      await popup.click("Check this shop");
      const run = await popup.finished(SHOP);
      assert.equal(run.phase, "done", `the diagnosis ended as ${JSON.stringify(run.phase)}`);
      const [cause] = run.report.causes;
      const { cause: causes, blocker } = expected(situation);
      assert.ok(causes.includes(cause.id), `the first cause is ${cause.id}, expected ${causes.join(" or ")}`);
      if (blocker) {
        assert.ok(blocker.includes(cause.blocker ?? null), `the blocker is ${cause.blocker}, expected ${blocker.join(" or ")}`);
      }
      const text = await popup.text();
      assert.ok(text.includes(run.report.headline), `the popup does not show the verdict "${run.report.headline}" but: ${text}`);
      assertHarmless(shop.asked());
      await popup.close();
      await page.close();
    } finally {
      await shop.stop();
      await forget();
    }
  });
}

/** Opens a page in a new tab. A shop behind a password has no page to show; its tab is enough. */
async function visit(url) {
  const page = await browser.context.newPage();
  await page.goto(url, { waitUntil: "domcontentloaded" }).catch((error) => {
    if (!/ERR_INVALID_AUTH_CREDENTIALS/.test(error.message)) throw error;
  });
  return page;
}

/** Leaves no run behind: the next shop has the same address. */
function forget() {
  return browser.worker.evaluate(() => chrome.storage.session.clear());
}
