// The extension against recorded answers of a real shop: open a page, click the button, read the cause.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, toShop } from "./lib/chromium.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { Popup } from "./lib/popup.mjs";
import { NO_CORPUS, SHOP, expected, freePorts, recordedShop } from "./lib/servers.mjs";

const SITUATIONS = [
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
  if (NO_CORPUS) return;
  ports = await freePorts();
  browser = await launch({ hosts: toShop(ports) });
});

after(() => browser?.close());

for (const situation of SITUATIONS) {
  test(`a recorded shop: ${situation}`, { skip: NO_CORPUS }, async (t) => {
    const shop = await recordedShop(situation, ports);
    t.after(async () => {
      await shop.stop();
      await browser.tidy();
    });
    const popup = await Popup.open(browser, await browser.visit(`${SHOP}/`));
    await popup.click("Check this shop");
    const run = await popup.finished(SHOP);
    assert.equal(run.phase, "done", `the diagnosis ended as ${JSON.stringify(run.phase)}`);
    const [cause] = run.report.causes;
    const right = expected(situation);
    assert.ok(right.cause.includes(cause.id), `the first cause is ${cause.id}, expected ${right.cause.join(" or ")}`);
    if (right.blocker) {
      const blocker = cause.blocker ?? null;
      assert.ok(right.blocker.includes(blocker), `the blocker is ${blocker}, expected ${right.blocker.join(" or ")}`);
    }
    await popup.shows(run.report.headline);
    assertHarmless(shop.asked());
  });
}
