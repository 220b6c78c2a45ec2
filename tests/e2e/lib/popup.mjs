// The extension's popup, opened by its button for real. Playwright does not see popups as pages, so it is driven over the
// browser's own protocol.

import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds within which a popup must open, and a diagnosis (20 s at most) must end. */
const OPEN_MS = 5_000;
const FINISH_MS = 30_000;

export class Popup {
  #cdp;
  #target;
  #session;
  #sent = 0;
  /** @type {Map<number, (message: any) => void>} */
  #waiting = new Map();

  /**
   * Clicks the extension's button while `page` is in front.
   * @param {import("./chromium.mjs").Browser} browser
   * @param {import("playwright-core").Page} page
   */
  static async open(browser, page) {
    await Popup.press(browser, page);
    return Popup.opened(browser);
  }

  /**
   * Clicks the extension's button, and says when: milliseconds since 1970.
   * @param {import("./chromium.mjs").Browser} browser
   * @param {import("playwright-core").Page} page
   */
  static async press(browser, page) {
    await page.bringToFront();
    const targetId = await tabOf(browser, page);
    const pressed = Date.now();
    await browser.cdp.send("Extensions.triggerAction", { id: browser.id, targetId });
    return pressed;
  }

  /**
   * The popup that a click has opened.
   * @param {import("./chromium.mjs").Browser} browser
   */
  static async opened({ cdp, id }) {
    const popup = new Popup();
    popup.#cdp = cdp;
    popup.#target = await until(OPEN_MS, "the popup did not open when the extension's button was clicked", async () => {
      const { targetInfos } = await cdp.send("Target.getTargets");
      return targetInfos.find((target) => target.url.startsWith(`chrome-extension://${id}/popup.html`))?.targetId;
    });
    ({ sessionId: popup.#session } = await cdp.send("Target.attachToTarget", { targetId: popup.#target, flatten: false }));
    cdp.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
      if (sessionId !== popup.#session) return;
      const answer = JSON.parse(message);
      popup.#waiting.get(answer.id)?.(answer);
    });
    // Its scripts have begun by then; before, it is only a picture of itself.
    await until(OPEN_MS, "the popup does not load", () => popup.evaluate("document.readyState === 'complete'"));
    return popup;
  }

  /**
   * The value of an expression in the popup, as after a click of the person.
   * @param {string} expression
   */
  async evaluate(expression) {
    const params = { expression, userGesture: true, awaitPromise: true, returnByValue: true };
    const { result, error } = await this.command("Runtime.evaluate", params);
    if (error ?? result.exceptionDetails) throw new Error(`in the popup: ${JSON.stringify(error ?? result.exceptionDetails)}`);
    return result.result.value;
  }

  /**
   * A command of the browser's protocol.
   * @param {string} method
   * @param {object} params
   */
  async command(method, params = {}) {
    const id = ++this.#sent;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    await this.#cdp.send("Target.sendMessageToTarget", { sessionId: this.#session, message: JSON.stringify({ id, method, params }) });
    return answer;
  }

  /** What a person reads in it. */
  text() {
    return this.evaluate("document.body?.innerText ?? ''");
  }

  /**
   * Clicks the button that says `label`.
   * @param {string} label
   */
  async click(label) {
    const find = `[...document.querySelectorAll("button:enabled, a")].find((b) => b.innerText.trim() === ${JSON.stringify(label)})`;
    await until(OPEN_MS, `the popup has no button "${label}"`, () => this.evaluate(`Boolean(${find})`), () => this.text());
    // A link closes the popup, which then answers nothing any more.
    await this.evaluate(`(() => { const found = ${find}; found.matches("a") ? setTimeout(() => found.click()) : found.click(); })()`);
  }

  /**
   * Waits until a person can read `text` in it.
   * @param {string} text
   */
  shows(text) {
    const squeeze = (text) => text.replace(/\s+/g, " ");
    const shown = async () => squeeze(await this.text());
    return until(OPEN_MS, `the popup does not show "${text}"`, async () => (await shown()).includes(squeeze(text)), shown);
  }

  /**
   * Sends a message to the background, as the popup does.
   * @param {unknown} message
   */
  send(message) {
    return this.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => {})`);
  }

  /**
   * Runs a function in the tab that the popup was opened on, as a script of the extension.
   * @param {(argument: unknown) => unknown} run
   * @param {unknown} argument
   */
  inTab(run, argument) {
    return this.evaluate(`(async () => {
      const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.scripting.executeScript({ target: { tabId: id }, func: ${run}, args: [${JSON.stringify(argument)}] });
    })()`);
  }

  /** The run that the extension keeps for this shop. */
  run(shop) {
    const key = JSON.stringify(`run:${shop}`);
    return this.evaluate(`chrome.storage.session.get(${key}).then((all) => all[${key}]?.run ?? null)`);
  }

  /**
   * The finished run; fails with what the popup shows where it does not end.
   * @param {string} shop
   */
  finished(shop) {
    return until(FINISH_MS, `the diagnosis of ${shop} did not end`, async () => {
      const run = await this.run(shop);
      return run && !["ready", "asking-permission", "reading-page", "probing"].includes(run.phase) && run;
    }, () => this.text());
  }

  /** Whether the browser closed it. */
  async isGone() {
    const { targetInfos } = await this.#cdp.send("Target.getTargets");
    return !targetInfos.some(({ targetId }) => targetId === this.#target);
  }

  /** Closes it, as a click elsewhere does. */
  async close() {
    await this.#cdp.send("Target.closeTarget", { targetId: this.#target });
  }
}

/**
 * What `look` gives, as soon as it is truthy.
 * @template T
 * @param {number} milliseconds
 * @param {string} failure what broke, should the time run out
 * @param {() => Promise<T>} look
 * @param {() => Promise<unknown>} [seen] what there is instead
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(milliseconds, failure, look, seen) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(seen ? `${failure}; instead: ${await seen()}` : failure);
    await sleep(25);
  }
}

async function tabOf({ cdp, context }, page) {
  let asked = "";
  // A page that has just committed may not have its address in both lists yet.
  return until(OPEN_MS, "the page's tab was not found", async () => {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send("Target.getTargetInfo");
    await session.detach();
    asked = targetInfo.url;
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tabs = targetInfos.filter((tab) => asked && tab.url === asked);
    return tabs.length === 1 ? tabs[0].targetId : undefined;
  }, async () => `looked for ${asked || "a page without an address"}`);
}
