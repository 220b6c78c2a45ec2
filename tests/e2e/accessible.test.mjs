// Every screen for everybody: what axe-core finds, and 320 pixels of width, light and dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let ports;
let shop;

before(async () => {
  ports = await freePorts();
  checker = await site(join(DIST, "site"));
  shop = await demoShop("plain", ports);
  browser = await launch({ hosts: toShop(ports) });
});

after(async () => {
  await browser?.close();
  await shop?.stop();
  checker?.stop();
});

/** Opens the site and waits until it listens. */
async function open() {
  const page = await browser.visit(checker.url);
  await page.locator("button.primary:enabled").waitFor();
  return page;
}

async function ask(text, button) {
  const page = await open();
  await page.locator("textarea").fill(text);
  await page.getByRole("button", { name: button, exact: true }).click();
  return page;
}

const SCREENS = {
  "the site's start": open,
  "the checker from a file": async () => {
    const page = await browser.visit(pathToFileURL(join(DIST, "site", "callback-doctor.html")).href);
    await page.locator("button.primary:enabled").waitFor();
    return page;
  },
  "the site's report": async () => {
    const page = await ask(SHOP, "Check this shop");
    await page.getByRole("button", { name: "Copy for support" }).waitFor();
    return page;
  },
  "several files, one left out": async () => {
    const page = await open();
    const data = await page.evaluateHandle((shop) => {
      const data = new DataTransfer();
      data.items.add(new File([`<link rel="canonical" href="${shop}/"><meta name="generator" content="WordPress 7.0">`], "page.html"));
      data.items.add(new File(['{"log": {'], "visit.har"));
      return data;
    }, SHOP);
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
    await page.locator("#seen").filter({ hasText: "visit.har" }).waitFor();
    await page.locator("button.primary").click();
    await page.locator(".left-out").waitFor();
    await page.getByRole("button", { name: "Copy for support" }).waitFor();
    return page;
  },
  "an answer explained": async () => {
    const page = await ask("HTTP/1.1 403 Forbidden\nServer: cloudflare\nCF-Mitigated: challenge\n\n", "Explain");
    await page.getByText("Cloudflare").first().waitFor();
    return page;
  },
  "the privacy page": () => browser.visit(new URL("privacy.html", checker.url).href),
  "the extension's report page": async () => {
    await diagnosed();
    const page = await browser.visit(`chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(SHOP)}`);
    await page.locator("h2.verdict, h1.verdict").first().waitFor();
    return page;
  },
};

/** The popup after a check. */
async function diagnosed() {
  const page = await browser.visit(`${SHOP}/`);
  const popup = await Popup.open(browser, page);
  await popup.click("Check this shop");
  await popup.finished(SHOP);
  return popup;
}

/** What axe-core finds, a line each. Its script comes over the debugger, which no Content-Security-Policy forbids. */
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression: AUDIT, awaitPromise: true, returnByValue: true });
  assert.equal(exceptionDetails, undefined, JSON.stringify(exceptionDetails));
  await session.detach();
  return JSON.parse(result.value);
}

const AUDIT = `${AXE}; axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " at " + target + ": " + failureSummary))))`;

test("the popup: nothing is in anybody's way", async () => {
  const popup = await diagnosed();
  for (const value of ["light", "dark"]) {
    await popup.command("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
    assert.deepEqual(JSON.parse(await popup.evaluate(AUDIT)), [], value);
  }
  await browser.tidy();
});

for (const [name, show] of Object.entries(SCREENS)) {
  test(`${name}: nothing is in anybody's way`, async () => {
    const page = await show();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // Folded parts are read as well.
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      assert.deepEqual(await violations(page), [], colorScheme);
    }
    await page.setViewportSize(NARROW);
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide[0] <= wide[1], `it is ${wide[0]} pixels wide in a window of ${wide[1]}`);
    await page.setViewportSize(WIDE);
    await browser.tidy();
  });
}
