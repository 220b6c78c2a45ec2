// Draws the pictures of the README and of a review: every screen against the demo shop, light and dark.
// Run after `cargo xtask build`: node tests/e2e/pictures.mjs [FOLDER]

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("pictures", import.meta.url));
mkdirSync(folder, { recursive: true });

const ports = await freePorts();
const checker = await site(join(DIST, "site"));
const browser = await launch({ hosts: toShop(ports) });

/** Every screen of one situation in one colour scheme. */
async function draw(situation, colorScheme) {
  const shop = await demoShop(situation, ports);
  const name = (screen) => join(folder, `${screen}-${situation}-${colorScheme}.png`);
  try {
    const page = await browser.visit(`${SHOP}/`);
    const popup = await Popup.open(browser, page);
    await popup.command("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: colorScheme }] });
    await popup.click("Check this shop");
    await popup.finished(SHOP);
    const { result } = await popup.command("Page.captureScreenshot", { format: "png" });
    writeFileSync(name("popup"), Buffer.from(result.data, "base64"));

    const report = await browser.visit(`chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(SHOP)}`);
    await report.emulateMedia({ colorScheme });
    await report.setViewportSize({ width: 1200, height: 900 });
    await report.locator("h1, h2").first().waitFor();
    await report.screenshot({ path: name("report"), fullPage: true });

    const front = await browser.visit(checker.url);
    await front.emulateMedia({ colorScheme });
    await front.setViewportSize({ width: 1200, height: 860 });
    await front.locator("button.primary:enabled").waitFor();
    await front.screenshot({ path: name("site") });
    await front.locator("textarea").fill(SHOP);
    await front.getByRole("button", { name: "Check this shop" }).click();
    await front.getByRole("button", { name: "Check again" }).waitFor();
    await front.screenshot({ path: name("site-report"), fullPage: true });
    await front.setViewportSize({ width: 800, height: 1000 });
    await front.screenshot({ path: name("site-verdict") });
    await front.setViewportSize({ width: 320, height: 800 });
    await front.screenshot({ path: name("site-narrow"), fullPage: true });
  } finally {
    await shop.stop();
    await browser.tidy();
  }
}

try {
  for (const situation of ["wordfence_ip", "plain", "baseline"]) {
    for (const colorScheme of ["light", "dark"]) await draw(situation, colorScheme);
  }
} finally {
  await browser.close();
  checker.stop();
}
