// A whole diagnosis of the healthy recorded shop through the extension in Chromium: from the click on "Check this shop" to
// the verdict, beside the time of its longest chain of requests that waited for each other, and where the rest of the time
// goes.

import { setTimeout as sleep } from "node:timers/promises";

import { launch, toShop } from "../lib/chromium.mjs";
import { probes } from "../lib/manners.mjs";
import { Popup, until } from "../lib/popup.mjs";
import { NO_CORPUS, SHOP, freePorts, recordedShop } from "../lib/servers.mjs";
import { longestChain } from "./chain.mjs";
import { delayed } from "./delay.mjs";
import { median, ms } from "./numbers.mjs";

/** Runs of each kind. */
const RUNS = 7;

/** Milliseconds that an answer takes on its way. */
const DELAYS = [0, 100, 300];

/** What a diagnosis may take: its longest chain, and so many milliseconds. */
const GOAL = { ms: 60 };

/** Milliseconds in which a browser comes to rest before a click. */
const REST_MS = 700;

/**
 * A run in milliseconds after the click.
 * @typedef {{ verdict: number, sent: number, chain: number, events: [string, number][] }} Run
 */

/**
 * Watches in the popup, from before the click: the phases that the background stores, the last change of the verdict's
 * words, and the frame after it.
 */
const WATCH = `(() => {
  const seen = globalThis.seen = { phases: [], verdict: null };
  const now = () => performance.timeOrigin + performance.now();
  chrome.storage.session.onChanged.addListener((changes) => {
    for (const { newValue } of Object.values(changes)) {
      const phase = newValue?.run?.phase;
      if (phase) seen.phases.push([typeof phase === "string" ? phase : "failed", now(), Boolean(newValue.run.report)]);
    }
  });
  let words = "";
  new MutationObserver(() => {
    // How sure it is stands behind the headline.
    const shown = document.querySelector(".verdict > span")?.firstChild?.textContent ?? "";
    if (shown === words) return;
    words = shown;
    requestAnimationFrame(() => { seen.verdict = { words, at: now() }; });
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;

const CLICK = `(() => {
  const button = [...document.querySelectorAll("button:enabled")].find((button) => button.innerText.trim() === "Check this shop");
  const clicked = performance.timeOrigin + performance.now();
  button.click();
  return clicked;
})()`;

/** When the background was started, and what it fetched. */
const work = () => ({
  started: performance.timeOrigin,
  fetched: performance.getEntriesByType("resource").map(({ name, startTime, responseEnd }) => ({
    url: name,
    begun: performance.timeOrigin + startTime,
    ended: performance.timeOrigin + responseEnd,
  })),
});

/**
 * One diagnosis.
 * @param {import("../lib/chromium.mjs").Browser} browser
 * @param {Awaited<ReturnType<typeof recordedShop>>} shop
 * @param {Awaited<ReturnType<typeof delayed>>} network
 * @param {boolean} asleep whether the background is ended before the click
 * @returns {Promise<Run>}
 */
async function diagnose(browser, shop, network, asleep) {
  const page = await browser.visit(`${SHOP}/`);
  await page.waitForLoadState();
  await Popup.press(browser, page);
  const popup = await Popup.opened(browser);
  await until(5_000, "the popup has no button to click", () => popup.evaluate('Boolean(document.querySelector("button:enabled"))'));
  if (asleep) await browser.endBackground().catch(() => {});
  // A new diagnosis finds no connection that an earlier one left open.
  network.hangUp();
  await sleep(REST_MS);
  const before = shop.asked().length;
  await popup.evaluate(WATCH);
  const clicked = await popup.evaluate(CLICK);
  // Not asked in between: the browser has enough to do.
  await sleep(REST_MS);
  const run = await popup.finished(SHOP);
  const { verdict, phases } = await until(5_000, "the verdict is not shown", async () => {
    const seen = await popup.evaluate("seen");
    return seen.verdict?.words === run.report.headline && seen;
  }, () => popup.text());
  const worker = browser.context.serviceWorkers().findLast((worker) => worker.url().includes(browser.id));
  const { started, fetched } = await worker.evaluate(work);
  const requests = fetched.filter(({ url, begun }) => url.startsWith("http") && begun > clicked);
  const events = [["the click", clicked]];
  if (started > clicked) events.push(["the background starts, and loads the brain", started]);
  for (const [phase, at, report] of phases) {
    const name = `stored: ${phase}${report ? " with a report" : ""}`;
    if (!events.some(([event]) => event === name)) events.push([name, at]);
  }
  const times = new Map();
  for (const { url, begun, ended } of requests) {
    const { pathname } = new URL(url);
    times.set(pathname, (times.get(pathname) ?? 0) + 1);
    const path = times.get(pathname) > 1 ? `${pathname} (${times.get(pathname)})` : pathname;
    events.push([`asked: ${path}`, begun], [`answered: ${path}`, ended]);
  }
  events.push(["the verdict is shown", verdict.at]);
  await popup.close();
  return {
    verdict: verdict.at - clicked,
    sent: probes(shop.asked().slice(before)).length,
    chain: longestChain(requests),
    events: events.map(([name, at]) => [name, at - clicked]),
  };
}

/** The median time of each event that most runs have, in their order, and how long it was after the one before it. */
function timeline(runs) {
  const times = new Map();
  for (const { events } of runs) for (const [name, at] of events) times.set(name, [...(times.get(name) ?? []), at]);
  const rows = [...times].filter(([, all]) => all.length * 2 > runs.length).map(([name, all]) => [name, median(all)]);
  let last = 0;
  for (const [name, at] of rows.toSorted(([, a], [, b]) => a - b)) {
    console.log(`      ${ms(at)} ${`+${(at - last).toFixed(0)}`.padStart(7)}  ${name}`);
    last = at;
  }
}

if (NO_CORPUS) {
  console.log(`Diagnosis: ${NO_CORPUS}`);
  process.exit();
}
console.log(`Diagnosis (ms from the click to the verdict, medians of ${RUNS}; the goal is the chain and ${GOAL.ms} ms)`);
console.log(`  ${"the healthy recorded shop".padEnd(44)}${["verdict", "probes", "chain", "over goal"].map((title) => title.padStart(10)).join("")}`);
const ports = await freePorts();
const shop = await recordedShop("baseline", ports);
for (const milliseconds of DELAYS) {
  const network = await delayed(ports.https, milliseconds);
  const browser = await launch({ hosts: toShop({ https: network.port, http: ports.http }) });
  for (const asleep of [true, false]) {
    /** @type {Run[]} */
    const runs = [];
    // One run more than is counted: the first one wakes the background that the others find awake.
    for (let number = asleep ? 1 : 0; number <= RUNS; number++) {
      process.stderr.write(".");
      const run = await diagnose(browser, shop, network, asleep);
      if (number > 0) runs.push(run);
      await browser.tidy();
    }
    process.stderr.write("\n");
    const of = (what) => median(runs.map((run) => run[what]));
    const over = median(runs.map(({ verdict, chain }) => verdict - (chain + GOAL.ms)));
    const kind = `${milliseconds} ms away, background ${asleep ? "asleep" : "awake"}`;
    console.log(`  ${kind.padEnd(44)}${[of("verdict"), of("sent"), of("chain"), over].map((value) => ms(value).padStart(10)).join("")}  ${over <= 0 ? "met" : "NOT met"}`);
    timeline(runs);
  }
  await browser.close();
  network.stop();
}
await shop.stop();
