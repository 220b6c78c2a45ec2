// The extension in Firefox: its background, its permission, its probes and its report page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { toShop } from "./lib/chromium.mjs";
import { FIREFOX } from "./lib/either.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

test("Firefox: from the click to the report", { skip: FIREFOX.skip }, async (t) => {
  const ports = await freePorts();
  const shop = await demoShop("plain", ports);
  t.after(() => shop.stop());
  const browser = await FIREFOX.start(toShop(ports));
  t.after(() => browser.close());

  await browser.startOn(`${SHOP}/`, SHOP);
  const run = await browser.finished(SHOP);
  assert.equal(run.report.causes[0].id, "plain-permalinks");
  const text = await browser.evaluate("return document.body.innerText;");
  assert.ok(text.includes(run.report.headline), `the report page does not show "${run.report.headline}" but: ${text}`);
  const sent = assertHarmless(shop.asked());
  assert.ok(sent.some(({ method, url }) => method === "POST" && url.includes("/wc-api/")), "the callback was never tried");
  const again = shop.asked().filter(({ url, headers }) => url === `${SHOP}/` && headers["sec-fetch-mode"] !== "navigate");
  assert.deepEqual(again, [], "the page was fetched although it stood in a tab");
});
