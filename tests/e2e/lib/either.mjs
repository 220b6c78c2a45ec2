// Both browsers behind one set of verbs: the extension's report page, its buttons, and what it keeps.

import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { until } from "./popup.mjs";

const OPEN_MS = 10_000;
const FINISH_MS = 30_000;
/** How both browsers say that the button to be pressed is no longer in the page. */
const GONE = /no such element|stale element|not attached/;

const BUSY = ["ready", "asking-permission", "reading-page", "probing"];

/**
 * What each browser can do. `extension.evaluate(body)` runs an async function's body in the extension's report page.
 * @typedef {Awaited<ReturnType<typeof start>>} Extension
 */

/** The browsers, and why one is left out. */
export const BROWSERS = [
  { name: "Chromium", skip: false, start: (hosts, kept) => start(inChromium, hosts, kept) },
  { name: "Firefox", skip: firefox.NO_FIREFOX, start: (hosts, kept) => start(inFirefox, hosts, kept) },
];

/** Firefox alone, which has `startOn(url, home)` in the place of a popup on the shop's page. */
export const FIREFOX = BROWSERS.find(({ name }) => name === "Firefox");

async function start(make, hosts, kept) {
  const browser = await make(hosts, kept);
  return {
    ...browser,

    /** Opens the shop's report page. */
    open: (shop) => browser.go(`report.html?shop=${encodeURIComponent(shop)}`),

    /** Presses the button that says `label`. What is drawn anew between the look and the press is looked for again at once. */
    async press(label) {
      const button = `[...document.querySelectorAll("button:enabled")].find((b) => b.innerText.trim() === ${JSON.stringify(label)})`;
      const text = () => browser.evaluate("return document.body.innerText;");
      const pressed = () => browser.press(button).catch((error) => {
        if (!GONE.test(error.message)) throw error;
      });
      await until(OPEN_MS, `the report page has no button "${label}"`, pressed, text);
    },

    /** The run that the extension keeps for this shop, also where its home turned out to be below. */
    run: (shop) => browser.evaluate(`
      const all = Object.values(await chrome.storage.session.get(null));
      return all.find(({ run, before }) => run.shop === ${JSON.stringify(shop)} || before === ${JSON.stringify(shop)})?.run ?? null;
    `),

    /** The finished run. */
    finished(shop) {
      const text = () => browser.evaluate("return document.body.innerText;");
      return until(FINISH_MS, `the diagnosis of ${shop} did not end`, async () => {
        const run = await this.run(shop);
        return run && !BUSY.includes(run.phase) && run;
      }, text);
    },

    /** The whole way: report page, button, report. */
    async check(shop) {
      await this.open(shop);
      await this.press("Check this shop");
      return this.finished(shop);
    },

    /** Forgets every run: the next shop has the same address. */
    forget: () => browser.evaluate("await chrome.storage.session.clear(); await chrome.storage.local.clear();"),

    /** The rules that change requests, at this moment. */
    rules: () => browser.evaluate("return chrome.declarativeNetRequest.getSessionRules();"),
  };
}

async function inChromium(hosts, kept) {
  const browser = await chromium.launch({ hosts, kept });
  const page = await browser.context.newPage();
  return {
    profile: browser.profile,
    go: (path) => page.goto(`chrome-extension://${browser.id}/${path}`),
    evaluate: (body) => page.evaluate(`(async () => { ${body} })()`),
    async press(button) {
      const found = (await page.evaluateHandle(button)).asElement();
      await found?.click({ timeout: OPEN_MS });
      return Boolean(found);
    },
    endBackground: () => browser.endBackground(),
    close: (keep) => browser.close(keep),
  };
}

async function inFirefox(hosts, kept) {
  const browser = await firefox.launch(hosts, undefined, { kept, lasting: true });
  return {
    profile: browser.profile,
    go: (path) => browser.visit(`${firefox.EXTENSION}/${path}`),
    evaluate: (body) => browser.evaluate(body),
    async press(button) {
      const found = await browser.evaluate(`const found = ${button}; if (found) found.id = "pressed"; return Boolean(found);`);
      if (!found) return false;
      await browser.click("#pressed");
      await browser.evaluate(`document.querySelector("#pressed")?.removeAttribute("id");`);
      return true;
    },
    startOn: (url, home) => browser.startOn(url, home),
    endBackground: () => browser.inWindow(`
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(firefox.ID)});
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    `),
    close: (keep) => browser.close(keep),
  };
}
