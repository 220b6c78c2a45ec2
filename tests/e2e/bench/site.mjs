// The checker site as `cargo xtask serve` serves it, in Chromium: first paint, listening, the first sign after a press and
// the verdict, on a good line and on a slow one; beside it the same page without our script, in turns.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { DIST, launch } from "../lib/chromium.mjs";
import { until } from "../lib/popup.mjs";
import { serve } from "../lib/servers.mjs";
import { longestChain } from "./chain.mjs";
import { median, ms } from "./numbers.mjs";

/** Visits of each kind. */
const RUNS = 7;

/** DevTools' "Fast 3G" with its factors, and a processor that is four times slower. */
const SLOW = { cpu: 4, network: { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 } };

const LINES = [["this machine", undefined], ["fast 3G, CPU/4", SLOW]];

/** What is wanted: a sign so many milliseconds after the press, the verdict so many after the chain, and a first load in bytes. */
const GOAL = { sign: 100, over: 60, bytes: 150_000 };

/** Milliseconds in which the brain, fetched when nothing else is to do, may come. */
const IDLE_MS = 8_000;

/**
 * Runs in the page before anything else: notes when it listens, when its module has drawn it, when the button is pressed,
 * the frame after the first change that follows, and when the report has come.
 */
function watch() {
  const seen = (globalThis.seen = {});
  const later = (name) => requestAnimationFrame(() => (seen[name] ??= performance.now()));
  addEventListener("click", ({ target }) => target.closest("button.primary") && (seen.pressed ??= performance.now()), true);
  new MutationObserver(() => {
    if (document.querySelector("button.primary:enabled")) seen.listens ??= performance.now();
    if (document.querySelector("#app:not([data-ready])")) seen.drawn ??= performance.now();
    if (!seen.pressed) return;
    if (!seen.sign) later("sign");
    const ready = [...document.querySelectorAll("button:enabled")].some(({ textContent }) => textContent.includes("Copy for support"));
    if (ready && !seen.verdict) later("verdict");
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** One visit, in milliseconds after its navigation; `early`: the button is pressed as soon as it listens. */
async function visit(browser, address, line, { script = true, early = true } = {}) {
  const page = await browser.context.newPage();
  const cdp = await browser.context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (line) {
    await cdp.send("Network.emulateNetworkConditions", line.network);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: line.cpu });
  }
  if (!script) await cdp.send("Network.setBlockedURLs", { urls: ["*.js", "*.wasm"] });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: "load" });
  const painted = await page.evaluate(() => new Promise((done) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") done(startTime);
    }).observe({ type: "paint", buffered: true });
  }));
  let run = { painted };
  if (script) {
    await until(60_000, "the site does not listen", () => page.evaluate("Boolean(seen.listens)"));
    if (!early) await until(60_000, "the site is not drawn by its module", () => page.evaluate("Boolean(seen.drawn)"));
    if (!early) await page.waitForTimeout(line ? IDLE_MS : IDLE_MS / 8);
    await page.evaluate(() => document.querySelector("button.primary:enabled").click());
    await until(90_000, "there is no report", () => page.evaluate("Boolean(seen.verdict)"));
    const { seen, requests } = await page.evaluate(() => ({
      seen: globalThis.seen,
      requests: performance.getEntriesByType("resource").map(({ name, startTime, responseEnd }) => ({ url: name, begun: startTime, ended: responseEnd })),
    }));
    const { origin } = new URL(address);
    const chain = longestChain(requests.filter(({ url, begun }) => !url.startsWith(origin) && begun >= seen.pressed));
    const loaded = requests.filter(({ url, begun }) => url.startsWith(origin) && begun <= seen.drawn).map(({ url }) => url);
    run = { painted, listens: seen.listens, drawn: seen.drawn, sign: seen.sign - seen.pressed, verdict: seen.verdict - seen.pressed, chain, loaded };
  }
  await page.close();
  return run;
}

/** The bytes of the page and of what it loaded until its module had drawn it, each at brotli's highest level. */
function weight(loaded) {
  const names = ["index.html", ...loaded.map((url) => new URL(url).pathname.slice(1))].filter((name) => !name.startsWith("brain"));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return [...new Set(names)].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(DIST, "site", name)), { params }).length, 0);
}

const server = await serve();
const browser = await launch({ extension: false });
const front = await browser.visit(server.demo);
await front.waitForLoadState();
const address = await front.locator("#plain a.check").getAttribute("href");
await front.close();

// The server packs each file once, for which the first visitor waits.
const { loaded } = await visit(browser, address, undefined);

console.log(`Site (ms, medians of ${RUNS}; the demo shop "plain" is checked from its address)`);
const titles = ["painted", "listens", "drawn", "sign", "verdict", "chain", "over chain"];
console.log(`  ${"".padEnd(40)}${titles.map((title) => title.padStart(11)).join("")}`);
const met = (value, goal) => `${value <= goal ? "met" : "NOT met"} (${value.toFixed(0)} of ${goal})`;
for (const [name, line] of LINES) {
  const runs = { early: [], idle: [], empty: [] };
  for (let number = 0; number < RUNS; number++) {
    process.stderr.write(".");
    runs.early.push(await visit(browser, address, line));
    runs.empty.push(await visit(browser, address, line, { script: false }));
    runs.idle.push(await visit(browser, address, line, { early: false }));
  }
  process.stderr.write("\n");
  const of = (kind, what) => median(runs[kind].map((run) => run[what]));
  const over = (kind) => median(runs[kind].map(({ verdict, chain }) => verdict - chain));
  for (const [kind, words] of [["early", "pressed as soon as it listens"], ["idle", "pressed when all is quiet"]]) {
    const cells = [...titles.slice(0, -1).map((what) => of(kind, what)), over(kind)];
    console.log(`  ${`${name}, ${words}`.padEnd(44)}${cells.map((value) => ms(value).padStart(11)).join("").slice(4)}`);
  }
  console.log(`  ${`${name}, without our script`.padEnd(44)}${ms(of("empty", "painted")).padStart(11).slice(4)}`);
  console.log(`    first paint ${(of("early", "painted") / of("empty", "painted")).toFixed(2)} times, listening ${(of("early", "listens") / of("empty", "painted")).toFixed(2)} times that page's first paint`);
  console.log(`    a sign after the press: ${met(Math.max(of("early", "sign"), of("idle", "sign")), GOAL.sign)} ms; click to verdict beyond the chain: ${met(over("idle"), GOAL.over)} ms`);
}
console.log(`  first load with brotli: ${met(weight(loaded), GOAL.bytes)} bytes`);
await browser.close();
await server.stop();
