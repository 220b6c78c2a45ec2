// The checker site over https in both browsers, behind one set of verbs: what a person does there, and what it says.

import { join } from "node:path";

import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { until } from "./popup.mjs";
import { files, secureServer } from "./servers.mjs";

const CHECKER = "https://checker.example.org/checker/";
const OPEN_MS = 10_000;
const FINISH_MS = 40_000;

/** WebDriver's names for keys. */
const [CONTROL, ENTER] = ["\uE009", "\uE007"];

/**
 * What each browser can do with the site. `evaluate(body)` runs an async function's body in the page.
 * @typedef {Awaited<ReturnType<typeof start>>} Checker
 */

/**
 * The browsers, and why one is left out. Names in `hosts` lead to servers of the test, as the browsers' `launch` wants them.
 * The site is in `folder`. `offline`: it may keep itself for later; else each visit is the first.
 */
export const BROWSERS = [
  { name: "Chromium", skip: false, start: (hosts, options) => start(inChromium, hosts, options) },
  { name: "Firefox", skip: firefox.NO_FIREFOX, start: (hosts, options) => start(inFirefox, hosts, options) },
];

async function start(make, hosts, { folder = join(chromium.DIST, "site"), offline = false } = {}) {
  const serve = files(folder);
  let loads = Promise.resolve(true);
  let gone = false;
  const site = await secureServer(async (request, response) => {
    if (gone) return request.socket.destroy();
    // A connection that breaks before an answer the browser tries again by itself.
    if (request.url.endsWith(".wasm") && (await loads) === false) return response.writeHead(503).end();
    serve(request, response);
  });
  const own = new URL(CHECKER).hostname;
  const browser = await make({ ...hosts, [`${own}:443`]: site.port }, offline);
  const text = () => browser.evaluate(`return document.querySelector("main").textContent;`);
  const wait = (patience, failure, condition) => until(patience, failure, () => browser.evaluate(`return Boolean(${condition});`), text);
  const has = (selector) => `document.querySelector(${JSON.stringify(selector)})`;
  const button = (label) => `[...document.querySelectorAll("button:enabled")].find((b) => b.textContent.trim() === ${JSON.stringify(label)})`;

  return {
    evaluate: browser.evaluate,

    /** Goes to any address. */
    visit: browser.go,

    /** Opens the site anew and waits until it listens. `search` is the end of its address. */
    async open(search = "") {
      await browser.go(CHECKER + search);
      await this.listens();
      await browser.forget();
    },

    /** Waits until the site is drawn by its module, which listens from then on. */
    listens: () => wait(OPEN_MS, "the site does not listen", has("#app:not([data-ready]) button.primary:enabled")),

    /**
     * Opens the site over a network so slow that only the page as it was built is there before the function that this gives
     * is called; with `false` the rest does not come this time.
     */
    async openSlowly() {
      let done;
      loads = new Promise((resolve) => (done = resolve));
      await browser.go(CHECKER);
      await wait(OPEN_MS, "the page as it was built does not listen", has("#app[data-ready] button.primary:enabled"));
      return (comes = true) => {
        done(comes);
        loads = Promise.resolve(true);
      };
    },

    /** From now on nobody answers at the site's address, or somebody does again. */
    unplug: (unplugged = true) => (gone = unplugged),

    /** What stands in the field. */
    field: () => browser.evaluate(`return ${has("textarea")}.value;`),

    /** Types into the field, in place of what is there. */
    async type(text) {
      await browser.click("textarea");
      await browser.press("a", true);
      await browser.type(text);
    },

    /** Types on where the person is. */
    typeOn: browser.type,

    /** Presses Enter there. */
    enter: browser.enter,

    /** Copies a text elsewhere and pastes it into the field, in place of what is there. */
    async paste(text) {
      await browser.copy(text);
      await browser.click("textarea");
      await browser.press("a", true);
      await browser.press("v", true);
      const start = text.slice(0, 100).replace(/\r\n?/g, "\n");
      await wait(OPEN_MS, "the text was not pasted", `${has("textarea")}.value.startsWith(${JSON.stringify(start)})`);
    },

    /** Presses the button that says `label`. */
    async press(label) {
      await wait(OPEN_MS, `the site has no button "${label}"`, `((found) => found && (found.id = "pressed"))(${button(label)})`);
      await browser.click("#pressed");
      await browser.evaluate(`${has("#pressed")}?.removeAttribute("id");`);
    },

    /** Clicks what a selector names. */
    click: browser.click,

    /** What is on the clipboard. */
    copied: browser.copied,

    /** Everything that it says, what is folded too. */
    text,

    /**
     * Waits until it says something, or says it no longer.
     * @param {RegExp} words
     */
    says: (words, still = true) => wait(OPEN_MS, `the site ${still ? "does not say" : "still says"} ${words}`, `${words}.test(${has("main")}.textContent) === ${still}`),

    /** The whole way of an address: typed on the site as it opens, checked, and what is said of it. */
    async check(address) {
      await this.open();
      await this.type(address);
      await this.press("Check this shop");
      return this.outcome();
    },

    /** What the checker says in the end: a report as it is copied for support, or why there is none. */
    async outcome() {
      const copy = "Copy for support";
      await wait(FINISH_MS, "there is no report", `${button(copy)} ?? ${has(".note[role=alert]")}`);
      const failed = await browser.evaluate(`return ${has(".note[role=alert]")}?.textContent;`);
      if (failed) return { failed };
      await browser.copy("");
      await this.press(copy);
      const report = await until(OPEN_MS, "nothing was copied", browser.copied);
      return {
        report,
        cause: /^## .* \(`([a-z-]+)`\)$/m.exec(report)?.[1],
        /** Of the verdict: `pass`, `fail`, `unsure` or `none`. */
        sign: await browser.evaluate(`return ${has("h2.verdict .sign")}.classList.item(1);`),
        text: await text(),
      };
    },

    /** The commands that settle what the page may not see, for a terminal of Linux or macOS; nothing where there are none. */
    commands: () => browser.evaluate(`return ${has("#commands pre")}?.textContent;`),

    /** What broke in the site's scripts or was against its own rules since it was opened. */
    broken: browser.broken,

    /** Whom the page asked since it was opened, itself left out: each name once. */
    asked: () => [...new Set(browser.asked())].filter((name) => name !== own),

    async close() {
      await browser.close();
      await site.stop();
    },
  };
}

async function inChromium(hosts, offline) {
  const browser = await chromium.launch({ hosts, extension: false, offline });
  const [page] = browser.context.pages();
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(CHECKER).origin });
  let asked = [];
  let broken = [];
  page.on("request", (request) => asked.push(new URL(request.url()).hostname));
  page.on("pageerror", (error) => broken.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /security policy|trusted/i.test(message.text())) broken.push(message.text());
  });
  return {
    async go(url) {
      broken = [];
      await page.goto(url);
    },
    evaluate: (body) => page.evaluate(`(async () => { ${body} })()`),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    enter: () => page.keyboard.press("Enter"),
    press: (key, control) => page.keyboard.press(control ? `Control+${key}` : key),
    copy: (text) => page.evaluate((text) => navigator.clipboard.writeText(text), text),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    asked: () => asked,
    broken: async () => broken,
    forget: async () => void (asked = []),
    close: () => browser.close(),
  };
}

async function inFirefox(hosts, offline) {
  const browser = await firefox.launch(hosts, false, { offline });
  let before = 0;
  return {
    async go(url) {
      await browser.inWindow("Services.console.reset();");
      await browser.visit(url);
    },
    evaluate: browser.evaluate,
    click: browser.click,
    type: (text) => browser.press(text),
    enter: () => browser.press(ENTER),
    press: (key, control) => browser.press(key, control ? [CONTROL] : []),
    // The site's own words for it need the person's yes; the window of the browser does not.
    copy: (text) => browser.inWindow(`Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(text)});`),
    copied: () => browser.inWindow("return navigator.clipboard.readText();"),
    asked: () => browser.asked.slice(before),
    broken: () => browser.inWindow(`
      const errors = Services.console.getMessageArray().filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & message.warningFlag));
      return errors.filter(({ category }) => /^content javascript$|^CSP_/.test(category)).map(({ errorMessage }) => errorMessage);
    `),
    async forget() {
      // A connection that is left open would serve a name unseen.
      await browser.inWindow(`Services.obs.notifyObservers(null, "net:prune-all-connections");`);
      before = browser.asked.length;
    },
    close: () => browser.close(),
  };
}
