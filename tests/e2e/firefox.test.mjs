// The extension in Firefox: its background, its permission, its probes and its report page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { toShop } from "./lib/chromium.mjs";
import { EXTENSION, NO_FIREFOX, launch } from "./lib/firefox.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

test("Firefox: from the click to the report", { skip: NO_FIREFOX }, async (t) => {
  const ports = await freePorts();
  const shop = await demoShop("plain", ports);
  t.after(() => shop.stop());
  const browser = await launch(toShop(ports));
  t.after(() => browser.close());

  await browser.visit(`${EXTENSION}/report.html?shop=${encodeURIComponent(SHOP)}`);
  // A popup of Firefox cannot be driven; a button of the extension's own page does what the popup's does.
  await browser.evaluate(`
    const { id } = await chrome.tabs.create({ url: "${SHOP}/", active: false });
    while ((await chrome.tabs.get(id)).status !== "complete") await new Promise((done) => setTimeout(done, 50));
    const button = document.body.appendChild(document.createElement("button"));
    button.id = "start";
    button.onclick = () => {
      chrome.runtime.sendMessage({ start: { url: "${SHOP}/", tab: id } });
      chrome.permissions.request({ origins: ["https://shop.example.com/*", "http://shop.example.com/*"] });
    };
  `);
  await browser.click("#start");
  const run = await until(30_000, "the diagnosis did not end in Firefox", async () => {
    const run = await browser.evaluate(`return (await chrome.storage.session.get("run:${SHOP}"))["run:${SHOP}"]?.run ?? null;`);
    return run?.phase === "done" && run;
  });
  assert.equal(run.report.causes[0].id, "plain-permalinks");
  const text = await browser.evaluate("return document.body.innerText;");
  assert.ok(text.includes(run.report.headline), `the report page does not show "${run.report.headline}" but: ${text}`);
  const sent = assertHarmless(shop.asked());
  assert.ok(sent.some(({ method, url }) => method === "POST" && url.includes("/wc-api/")), "the callback was never tried");
  const again = shop.asked().filter(({ url, headers }) => url === `${SHOP}/` && headers["sec-fetch-mode"] !== "navigate");
  assert.deepEqual(again, [], "the page was fetched although it stood in a tab");
});
