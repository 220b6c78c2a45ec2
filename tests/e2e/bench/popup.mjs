// From the click on the extension's button to the popup's first paint and to its readiness, beside a popup that is empty.
//
// Cold is the first opening after the start of a browser with a new profile; warm are the openings after it. Each browser
// start has one extension, and ours and the empty one take turns.

import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";

import { DIST, launch as launchChromium } from "../lib/chromium.mjs";
import { ID, NO_FIREFOX, launch as launchFirefox } from "../lib/firefox.mjs";
import { Popup, until } from "../lib/popup.mjs";
import { freePort, pageServer } from "../lib/servers.mjs";
import { empty, withClock } from "./extensions.mjs";
import { median, ms } from "./numbers.mjs";

/** Browser starts for each extension, and warm openings in each. */
const STARTS = 7;
const WARM = 2;

/** Milliseconds in which a browser comes to rest, and in which a popup is left alone before it is asked. */
const REST_MS = 1_500;
const QUIET_MS = 700;

/** How often an empty popup's cold first paint ours may take. */
const GOAL = 1.5;

/**
 * One opening, in milliseconds after the click.
 * `ready` is NaN where nothing is to become ready.
 * @typedef {{ navigated: number, painted: number, ready: number }} Opening
 * @typedef {{ open: () => Promise<Opening>, close: () => Promise<void> }} Browser
 */

/** What a popup's window knows of itself: wall times, whatever its own clock was set to at its start. */
function look(popup) {
  const paint = popup.performance.getEntriesByName("first-contentful-paint")[0];
  const origin = Date.now() - popup.performance.now();
  return paint && { origin, painted: origin + paint.startTime, ready: popup.readyAt ? origin + popup.readyAt : null };
}

/** @returns {Promise<Browser>} */
async function chromium(extension, port) {
  const browser = await launchChromium({ extension, hosts: { "shop.example.com:80": port } });
  const page = await browser.visit("http://shop.example.com/");
  return {
    async open() {
      await sleep(REST_MS);
      const pressed = await Popup.press(browser, page);
      await sleep(QUIET_MS);
      const popup = await Popup.opened(browser);
      const seen = await until(5_000, "the popup is not painted", () => popup.evaluate(`(${look})(globalThis)`));
      await popup.close();
      return since(pressed, seen);
    },
    close: () => browser.close(),
  };
}

/** @returns {Promise<Browser>} */
async function firefox(extension, port) {
  const browser = await launchFirefox({ "shop.example.com:80": port }, extension);
  await browser.visit("http://shop.example.com/");
  return {
    async open() {
      await sleep(REST_MS);
      const pressed = await browser.inWindow(PRESS);
      await sleep(QUIET_MS);
      const seen = await until(5_000, "the popup is not painted", () => browser.inWindow(READ));
      await browser.inWindow(CLOSE);
      return since(pressed, seen);
    },
    close: () => browser.close(),
  };
}

/** The button's own handler in the browser's window. */
const PRESS = `
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(${JSON.stringify(ID)}).extension);
  const pressed = Date.now();
  action.triggerAction(Services.wm.getMostRecentWindow("navigator:browser"));
  return pressed;
`;

/** The popup stands in a process of its own; a script is sent there. */
const READ = `
  const popup = Services.wm.getMostRecentWindow("navigator:browser").document.querySelector(".webextension-popup-browser");
  if (!popup) return null;
  const script = ${JSON.stringify(`sendAsyncMessage("bench", (${look})(content.wrappedJSObject) ?? null);`)};
  return new Promise((done) => {
    popup.messageManager.addMessageListener("bench", ({ data }) => done(data));
    popup.messageManager.loadFrameScript("data:application/javascript," + encodeURIComponent(script), false);
  });
`;

const CLOSE = `
  const popup = Services.wm.getMostRecentWindow("navigator:browser").document.querySelector(".webextension-popup-browser");
  popup?.closest("panel")?.hidePopup();
`;

/** @returns {Opening} */
function since(pressed, { origin, painted, ready }) {
  return { navigated: origin - pressed, painted: painted - pressed, ready: ready === null ? NaN : ready - pressed };
}

/** Opens both extensions' popups in turn, and gives their openings: the cold ones, and the warm ones. */
async function measure(start, folders, port) {
  const openings = folders.map(() => ({ cold: [], warm: [] }));
  for (let round = 0; round < STARTS; round++) {
    for (const [which, folder] of folders.entries()) {
      process.stderr.write(".");
      const browser = await start(folder, port);
      try {
        openings[which].cold.push(await browser.open());
        for (let again = 0; again < WARM; again++) openings[which].warm.push(await browser.open());
      } finally {
        await browser.close();
      }
    }
  }
  process.stderr.write("\n");
  return openings;
}

function print(name, [ours, theirs]) {
  console.log(`  ${name.padEnd(34)}${["navigated", "painted", "ready"].map((title) => title.padStart(9)).join("")}  paints, least to most`);
  for (const kind of ["cold", "warm"]) {
    const row = (who, openings) => {
      const column = (what) => ms(median(openings.map((opening) => opening[what])));
      const paints = openings.map(({ painted }) => painted.toFixed(0)).toSorted((a, b) => a - b);
      console.log(`    ${`${kind}, ${who} (${openings.length})`.padEnd(32)}${column("navigated")}${column("painted")}${column("ready")}  ${paints.join(" ")}`);
    };
    row("Callback Doctor", ours[kind]);
    row("an empty popup", theirs[kind]);
    const ratio = (time) => median(ours[kind].map(time)) / median(theirs[kind].map(time));
    const [click, page] = [ratio(({ painted }) => painted), ratio(({ painted, navigated }) => painted - navigated)];
    const goal = kind === "cold" ? `; the goal is at most ${GOAL}: ${click <= GOAL ? "met" : "NOT met"}` : "";
    console.log(`    ${kind}, first paint: ${click.toFixed(2)} times the empty one's${goal} (counted from its navigation ${page.toFixed(2)} times)`);
  }
}

const port = await freePort();
const server = await pageServer("<!doctype html><title>A shop</title><h1>A shop</h1>", port);
console.log("Popup (ms from the click on the extension's button, medians; the real popup in both browsers)");
print("Chromium", await measure(chromium, [withClock(join(DIST, "extension-chrome")), empty(ID)], port));
if (NO_FIREFOX) console.log(`  Firefox: ${NO_FIREFOX}`);
else print("Firefox", await measure(firefox, [withClock(join(DIST, "extension-firefox")), empty(ID)], port));
await server.stop();
