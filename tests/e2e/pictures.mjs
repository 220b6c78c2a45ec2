// Draws every screen in every state, for the README and for a review: light, dark, 320 pixels wide, with text of twice the
// size, and on paper. Run after `cargo xtask build`: node tests/e2e/pictures.mjs [FOLDER]

import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { bookmarkOf, click } from "./lib/bookmark.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { generatedSite } from "./lib/generated-site.mjs";
import { Popup } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, secureServer, site } from "./lib/servers.mjs";
import { STATES, keep, kept } from "./lib/states.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("pictures", import.meta.url));
mkdirSync(folder, { recursive: true });

const ports = await freePorts();
const checker = await site(join(DIST, "site"));
const browser = await launch({ hosts: toShop(ports) });
const SCHEMES = ["light", "dark"];
const file = (...parts) => join(folder, parts.join("-") + ".png");
/** After an animation, and after the store has told the page. */
const settle = () => new Promise((done) => setTimeout(done, 400));

/** A page of a site or the extension: wide in both schemes, narrow, with large text. */
async function page(page, name, { paper = false } = {}) {
  // A whole page has none, and its picture would be as much too narrow.
  await page.evaluate(() => (document.documentElement.style.scrollbarWidth = "none"));
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, media: "screen" });
    await page.setViewportSize({ width: 1200, height: 860 });
    await settle();
    await page.screenshot({ path: file(name, colorScheme), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.screenshot({ path: file(name, "narrow"), fullPage: true });
  await page.setViewportSize({ width: 1200, height: 860 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await page.screenshot({ path: file(name, "large"), fullPage: true });
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  if (paper) await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
}

/** The popup: in both schemes, and with text of one and a half and twice the size, at its top and at its end. */
async function popup(popup, name) {
  const shoot = async (...parts) => {
    await settle();
    const { result } = await popup.command("Page.captureScreenshot", { format: "png" });
    writeFileSync(file(name, ...parts), Buffer.from(result.data, "base64"));
  };
  await popup.evaluate("document.querySelector('.popup').scrollTo(0, 0)");
  for (const value of SCHEMES) {
    await popup.command("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
    await shoot(value);
  }
  await popup.command("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "light" }] });
  for (const size of ["24px", "32px"]) {
    await popup.evaluate(`document.documentElement.style.fontSize = "${size}"`);
    await shoot(size);
  }
  await popup.evaluate("document.querySelector('.popup').scrollTo(0, 9999)");
  await shoot("32px", "end");
  await popup.evaluate("document.documentElement.style.fontSize = ''");
}

async function extension() {
  const shop = await demoShop("wordfence_ip", ports);
  const front = await browser.visit(`${SHOP}/`);
  const first = await Popup.open(browser, front);
  await popup(first, "popup-first");
  await first.click("Check this shop");
  await first.finished(SHOP);
  const evaluate = (body) => first.evaluate(`(async () => { ${body} })()`);
  const entry = await kept(evaluate);
  for (const [state, change] of Object.entries(STATES)) {
    await keep(evaluate, change, entry);
    await popup(first, `popup-${state}`);
  }
  // Another page in front closes the popup.
  const report = await browser.visit(`chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(SHOP)}`);
  for (const [state, change] of Object.entries(STATES)) {
    await keep((body) => report.evaluate(`(async () => { ${body} })()`), change, entry);
    await report.reload();
    await report.locator("main h2").first().waitFor();
    await page(report, `report-${state}`, { paper: state === "fail" });
  }
  await browser.tidy();
  const none = await browser.visit("chrome://version");
  await popup(await Popup.open(browser, none), "popup-no-page");
  await browser.tidy();
  await shop.stop();
}

/** A shop that takes calls and never answers. */
async function running() {
  const shop = createServer(() => {}).listen(ports.https, "127.0.0.1");
  const front = await browser.visit(checker.url);
  await front.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  await front.locator("textarea").fill(SHOP);
  await front.getByRole("button", { name: "Check this shop" }).first().click();
  await front.getByRole("button", { name: "Stop" }).waitFor();
  await page(front, "site-running");
  await browser.tidy();
  shop.close();
}

async function checked(situation, { paper = false } = {}) {
  const shop = await demoShop(situation, ports);
  const front = await browser.visit(checker.url);
  await front.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  await front.locator("textarea").fill(SHOP);
  await front.getByRole("button", { name: "Check this shop" }).first().click();
  await front.getByRole("button", { name: "Check again" }).waitFor();
  await page(front, `site-${situation}`, { paper });
  await shop.stop();
  await browser.tidy();
}

async function pages() {
  const front = await browser.visit(checker.url);
  await front.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  await page(front, "site");
  await front.locator("textarea").fill("the callback gets a…");
  await front.locator("button.primary").click();
  await page(front, "site-error");
  await front.locator("textarea").fill("503");
  await front.locator("button.primary").click();
  await settle();
  await page(front, "site-explained");
  await page(await browser.visit(new URL("privacy.html", checker.url).href), "privacy");
  const explain = await browser.visit(`chrome-extension://${browser.id}/explain.html`);
  await explain.locator("#app:not([data-ready]) button.primary:enabled").waitFor();
  await page(explain, "explain");
  await browser.tidy();
}

/** The audit of a whole site: in the extension, and by the bookmark. */
async function audits() {
  const shop = generatedSite(850);
  const server = await secureServer(shop.answer, ports.https);
  const audit = await browser.visit(`chrome-extension://${browser.id}/audit.html?shop=${encodeURIComponent(SHOP)}`);
  await audit.locator(".buttons").waitFor();
  await page(audit, "audit-first");
  await runs(audit, shop, "audit");
  await browser.tidy();
  const front = await browser.visit(`${SHOP}/`);
  await front.waitForLoadState("load");
  const window = await click(front, await bookmarkOf(browser, checker.url));
  await window.getByRole("button", { name: "Check the whole website" }).click();
  await window.locator("#audit .buttons").waitFor();
  await page(window, "audit-bookmark-first");
  await runs(window, shop, "audit-bookmark");
  await browser.tidy();
  await server.stop();
}

/** An audit under way, at rest, and done. */
async function runs(audit, shop, name) {
  shop.delay = 20;
  await audit.selectOption("#pages", "1000");
  await audit.getByRole("button", { name: "Start" }).click();
  await audit.getByText("seconds left").waitFor();
  shop.delay = 1_000;
  await page(audit, `${name}-running`);
  shop.delay = 0;
  await audit.getByRole("button", { name: "Pause" }).click();
  await audit.getByRole("button", { name: "Go on" }).waitFor();
  await page(audit, `${name}-paused`);
  await audit.getByRole("button", { name: "Go on" }).click();
  await audit.getByRole("button", { name: "Read all again" }).waitFor({ timeout: 120_000 });
  await page(audit, `${name}-done`, { paper: true });
}

try {
  await audits();
  await extension();
  await pages();
  for (const situation of ["plain", "wordfence_ip", "baseline"]) await checked(situation, { paper: situation === "plain" });
  await running();
} finally {
  await browser.close();
  checker.stop();
}
