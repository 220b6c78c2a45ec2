// Draws the pictures of the README: the first check in three steps, and the checker site with and without an answer. Run after `cargo xtask build`: node tests/e2e/readme-pictures.mjs

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

const file = (name) => fileURLToPath(new URL(`pictures/${name}.png`, import.meta.url));

const ports = await freePorts();
const checker = await site(join(DIST, "site"));
const browser = await launch({ hosts: toShop(ports) });
/** After an animation. */
const settle = () => new Promise((done) => setTimeout(done, 400));

async function shootPopup(popup) {
  await popup.evaluate("document.querySelector('.popup').style.scrollbarWidth = 'none'");
  await settle();
  const { result } = await popup.command("Page.captureScreenshot", { format: "png" });
  return Buffer.from(result.data, "base64");
}

async function shootPage(page, { width, height, colorScheme = "light" }) {
  await page.evaluate(() => (document.documentElement.style.scrollbarWidth = "none"));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await settle();
  return page.screenshot();
}

/** What a merchant sees from the click to the report. */
async function firstCheck() {
  const shop = await demoShop("wordfence_ip", ports);
  const front = await browser.visit(`${SHOP}/`);
  const popup = await Popup.open(browser, front);
  const before = await shootPopup(popup);
  await popup.click("Check this shop");
  await popup.finished(SHOP);
  await popup.evaluate("document.querySelector('.popup').scrollTo(0, 0)");
  const answer = await shootPopup(popup);
  const report = await browser.visit(`chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(SHOP)}`);
  await report.locator("h2.verdict .sign").waitFor();
  const whole = await shootPage(report, { width: 720, height: 900 });
  await browser.tidy();
  await shop.stop();
  await compose([
    [before, "On your shop's page, click the button."],
    [answer, "Read what is wrong, with its proof."],
    [whole, "Open the whole report, and do step 1."],
  ]);
}

/** Pictures in a row, each with its sentence. */
async function compose(frames) {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1500, height: 700 });
  const drawn = frames.map(([picture, caption], index) => {
    return `<figure><img src="data:image/png;base64,${picture.toString("base64")}" alt=""><figcaption><b>${index + 1}</b> ${caption}</figcaption></figure>`;
  });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; display: flex; gap: 24px; padding: 24px; background: #f3f4f6; font: 16px system-ui, sans-serif; color: #1b1f24; inline-size: max-content; block-size: max-content; }
    figure { margin: 0; } img { block-size: 580px; border-radius: 8px; box-shadow: 0 1px 4px #0004; display: block; }
    figcaption { margin-block-start: 12px; } b { color: #14507a; }
  </style>${drawn.join("")}`);
  await page.evaluate(() => (document.documentElement.style.overflow = "hidden"));
  await page.locator("body").screenshot({ path: file("first-check") });
  await page.close();
}

/** The site's answer to an address: `situation` is the demo shop's. */
async function checked(situation, name, shot) {
  const shop = await demoShop(situation, ports);
  const front = await browser.visit(checker.url);
  await front.locator("textarea").fill(SHOP);
  await front.getByRole("button", { name: "Check this shop" }).first().click();
  await front.getByRole("button", { name: "Check again" }).waitFor();
  writeFileSync(file(name), await shootPage(front, shot));
  await shop.stop();
  await browser.tidy();
}

try {
  await firstCheck();
  await checked("plain", "site", { width: 800, height: 1000, colorScheme: "dark" });
  await checked("wordfence_ip", "way-on", { width: 800, height: 1000 });
} finally {
  await browser.close();
  checker.stop();
}
