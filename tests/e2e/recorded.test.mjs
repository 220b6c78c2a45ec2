// The extension against recorded answers of a real shop: open a page, click the button, read the cause.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, toShop } from "./lib/chromium.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { Popup } from "./lib/popup.mjs";
import { NO_CORPUS, expected, freePorts, home, recordedShop, recordedSituations } from "./lib/servers.mjs";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let ports;

before(async () => {
  if (NO_CORPUS) return;
  ports = await freePorts();
  browser = await launch({ hosts: { ...toShop(ports), "127.0.0.1:80": ports.http } });
});

after(() => browser?.close());

/** One situation can be picked by name. */
const ONLY = process.env.SITUATION?.split(",");

/** Opens the shop's page, or where it has none the report page, and checks it. */
async function check(situation) {
  let page = await browser.visit(home(situation));
  const { origin } = new URL(home(situation));
  if (new URL(page.url()).origin !== origin) {
    // The shop sends visitors elsewhere, or shows them nothing: the address that the provider calls is checked from its
    // report page.
    page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(origin)}`);
    await page.getByRole("button", { name: "Check this shop" }).click();
  }
  const popup = await Popup.open(browser, page);
  if (page.url().startsWith(origin)) await popup.click("Check this shop");
  return { run: await popup.finished(home(situation).replace(/\/$/, "")), popup, page, origin };
}

/**
 * Whether a request failed and the browser gave no reason: no recorded shop makes it so. Seen once in several hundred checks
 * on a busy machine, where the server of the shop before has just gone.
 */
const isUnexplained = (run) => /the browser reports a network error/.test(JSON.stringify(run.report?.causes[0]?.evidence ?? ""));

for (const situation of recordedSituations().filter((name) => ONLY?.includes(name) ?? true)) {
  test(`a recorded shop: ${situation}`, { skip: NO_CORPUS }, async (t) => {
    const shop = await recordedShop(situation, ports);
    t.after(async () => {
      await shop.stop();
      await browser.tidy();
    });
    let { run, popup, page, origin } = await check(situation);
    let before = 0;
    if (isUnexplained(run)) {
      t.diagnostic("a request failed without a reason; checked again");
      await browser.tidy();
      before = shop.asked().length;
      ({ run, popup, page, origin } = await check(situation));
    }
    assert.equal(run.phase, "done", `the diagnosis ended as ${JSON.stringify(run.phase)}`);
    const [cause] = run.report.causes;
    const right = expected(situation);
    assert.ok(right.cause.includes(cause.id), `the first cause is ${cause.id}, expected ${right.cause.join(" or ")}: ${JSON.stringify(cause.evidence)}`);
    if (right.blocker) {
      const blocker = cause.blocker ?? null;
      assert.ok(right.blocker.includes(blocker), `the blocker is ${blocker}, expected ${right.blocker.join(" or ")}`);
    }
    if (page.url().startsWith(origin)) await popup.shows(run.report.headline);
    assertHarmless(shop.asked().slice(before));
  });
}
