// Both browsers for what people see and how they get about: any page of the site and the extension, wide and narrow, in both
// schemes, and by keyboard. One browser for a whole file.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { until } from "./popup.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPEN_MS = 15_000;

/** WebDriver's name for the key. */
const TAB = "\uE004";

/** Whether the popup has found out which shop it is for. */
const KNOWS = "document.querySelector('.popup h1')?.textContent.includes('.')";

/** The browsers, and why one is left out. */
export const BROWSERS = [
  { name: "Chromium", skip: false, start: (hosts) => start(inChromium, hosts) },
  { name: "Firefox", skip: firefox.NO_FIREFOX, start: (hosts) => start(inFirefox, hosts) },
];

/** @typedef {Awaited<ReturnType<typeof start>>} Eyes */

async function start(make, hosts) {
  const browser = await make(hosts);
  const { evaluate } = browser;
  return {
    ...browser,

    /** Waits until an expression is true in the page. */
    shows: (condition) => until(OPEN_MS, `the page does not show ${condition}`, () => evaluate(`return Boolean(${condition});`), () => evaluate("return document.body.innerText;")),

    /** Presses the button that says `label`. */
    async press(label) {
      const find = `[...document.querySelectorAll("button:enabled")].find((b) => b.textContent.trim() === ${JSON.stringify(label)})`;
      await this.shows(find);
      await evaluate(`${find}.id = "pressed";`);
      await browser.click("#pressed");
      await evaluate(`document.querySelector("#pressed")?.removeAttribute("id");`);
    },

    /** What axe-core finds, a line each; folded parts are read as well. */
    violations: () => evaluate(`
      document.querySelectorAll("details").forEach((details) => (details.open = true));
      ${AXE};
      // What still fades in has not its own colours yet.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " at " + target + ": " + failureSummary));
    `),

    /** By how many pixels the page is too wide. */
    overflow: () => evaluate("return document.documentElement.scrollWidth - document.documentElement.clientWidth;"),

    /** Computed sizes of text: the page's and its paragraphs'. */
    fontSizes: () => evaluate(`
      const size = (element) => Number.parseFloat(getComputedStyle(element).fontSize);
      return { root: size(document.documentElement), body: size(document.body), text: [...document.querySelectorAll("main p, header p")].map(size) };
    `),

    /**
     * Walks by the Tab key from the first thing that takes the focus to the last. Gives what went wrong: a thing that was
     * passed over, one that does not show that it has the focus, one without a name.
     */
    async walk() {
      const things = await evaluate(`
        const all = [...document.querySelectorAll("a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex='0']")];
        window.things = all.filter((thing) => thing.checkVisibility({ contentVisibilityAuto: true }) && thing.getClientRects().length > 0);
        window.things[0]?.focus();
        return window.things.map((thing) => thing.localName + " " + (thing.getAttribute("aria-label") ?? thing.textContent).trim().slice(0, 40));
      `);
      const wrong = [];
      for (const [number, thing] of things.entries()) {
        const [at, outline] = await evaluate(`
          const now = document.activeElement;
          const shown = now.closest("label") ?? now;
          return [window.things.indexOf(now), getComputedStyle(shown).outlineStyle !== "none"];
        `);
        if (at !== number) return [`${thing}: the focus is at ${things[at] ?? "the page"} instead`];
        // The first one was not reached by the keyboard.
        if (number > 0 && !outline) wrong.push(`${thing}: does not show the focus`);
        if (number < things.length - 1) await browser.tab();
      }
      return wrong;
    },
  };
}

async function inChromium(hosts) {
  const browser = await chromium.launch({ hosts });
  const page = await browser.context.newPage();
  let front = page;
  const look = { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" };
  return {
    own: `chrome-extension://${browser.id}`,
    forces: true,
    async go(url) {
      front = page;
      await page.goto(url);
    },
    evaluate: (body) => front.evaluate(`(async () => { ${body} })()`),
    click: (selector) => front.click(selector),
    tab: () => front.keyboard.press("Tab"),
    type: (text) => front.keyboard.type(text),
    width: (width) => front.setViewportSize({ width, height: 800 }),
    scheme: (colorScheme) => front.emulateMedia({ ...look, colorScheme }),
    forced: (on) => front.emulateMedia({ ...look, forcedColors: on ? "active" : "none" }),
    paper: () => front.pdf({ preferCSSPageSize: true }),
    /** Opens the popup's page as for the tab that shows `url`. */
    async popup(url) {
      for (const old of browser.context.pages().filter((old) => old.url().endsWith("popup.html"))) await old.close();
      await page.goto(`chrome-extension://${browser.id}/manifest.json`);
      const shop = await browser.context.newPage();
      await shop.goto(url);
      await shop.bringToFront();
      const opened = browser.context.waitForEvent("page");
      await page.evaluate(() => void chrome.tabs.create({ url: "/popup.html", active: false }));
      front = await opened;
      // The page's policy forbids what Playwright would wait with.
      await until(OPEN_MS, "the popup does not know the shop", () => front.evaluate(KNOWS));
      await shop.close();
      await front.bringToFront();
    },
    close: () => browser.close(),
  };
}

async function inFirefox(hosts) {
  const browser = await firefox.launch(hosts);
  const { evaluate } = browser;
  const prefer = (name, value) => browser.inWindow(`Services.prefs.setIntPref(${JSON.stringify(name)}, ${value});`);
  return {
    own: firefox.EXTENSION,
    forces: false,
    async go(url) {
      await browser.only();
      await browser.visit(url);
    },
    evaluate,
    click: browser.click,
    tab: () => browser.press(TAB),
    type: (text) => browser.press(text),
    width: (width) => browser.narrow(width),
    scheme: (value) => prefer("layout.css.prefers-color-scheme.content-override", value === "dark" ? 0 : 1),
    async popup(url) {
      await browser.only();
      // Its data pages have none of its functions.
      await browser.visit(`${firefox.EXTENSION}/explain.html`);
      await evaluate(`
        const shop = await chrome.tabs.create({ url: ${JSON.stringify(url)}, active: true });
        while ((await chrome.tabs.get(shop.id)).status !== "complete") await new Promise((done) => setTimeout(done, 50));
        await chrome.tabs.create({ url: "/popup.html", active: false });
      `);
      await browser.newest(false);
      await until(OPEN_MS, "the popup does not know the shop", () => evaluate(`return ${KNOWS};`).catch(() => false));
      await browser.newest();
    },
    close: () => browser.close(),
  };
}
