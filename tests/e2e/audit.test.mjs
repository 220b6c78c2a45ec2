// The audit of a whole site, by the terminal and by the extension in both browsers: each finds every hit, invents none, and
// keeps its manners.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, beforeEach, test } from "node:test";
import { promisify } from "node:util";

import { assertAllFound, assertManners, pagesOf, SHOWN } from "./lib/audit.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { differences, generatedSite, NAME } from "./lib/generated-site.mjs";
import { until } from "./lib/popup.mjs";
import { program, secureServer } from "./lib/servers.mjs";

/** Pages of the site; `PAGES=10000` for the whole of it. */
const PAGES = Number(process.env.PAGES ?? 1_500);
const PATIENCE_MS = 20_000 + PAGES * 100;
const HOME = `https://${NAME}/`;
const folder = mkdtempSync(join(tmpdir(), "callback-doctor-audit-"));

let site, server;

beforeEach(async () => {
  site = generatedSite(PAGES);
  server = await secureServer(site.answer);
});

afterEach(() => server?.stop());

after(() => rmSync(folder, { recursive: true, force: true }));

test("the terminal finds every hit of a generated site, and invents none", async () => {
  const file = join(folder, "hits.jsonl");
  const connect = ["--connect-to", `${NAME}:443:127.0.0.1:${server.port}`, "--connect-to", `:80:127.0.0.1:9`];
  const xtask = program("xtask");
  const began = Date.now();
  const options = ["audit", HOME, "--json", "--hits", file, "--pages", "50000", "--insecure", ...connect];
  const { stdout } = await promisify(execFile)(xtask, options, { maxBuffer: 2 ** 26 });
  const seconds = (Date.now() - began) / 1000;
  const report = JSON.parse(stdout);
  const hits = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  console.log(`terminal: ${report.pages.read} pages in ${seconds.toFixed(1)} s, ${(report.pages.read / seconds).toFixed(0)} a second`);
  assert.deepEqual(differences(hits, site.hits), []);
  assert.equal(report.complete, true);
  assert.equal(report.verdict, "fail");
  assertManners(site);
});

/** Chromium with the extension, and its page for the audit of the site. */
async function inChromium(kept) {
  const hosts = { [`${NAME}:443`]: server.port, [`${NAME}:80`]: 9, [`www.${NAME}:443`]: 9 };
  const browser = await chromium.launch({ hosts, kept });
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/audit.html?shop=${encodeURIComponent(HOME)}`);
  await page.waitForSelector(".buttons");
  return { browser, page };
}

test("the extension in Chromium finds every hit, and shows how far it is", async () => {
  const { browser, page } = await inChromium();
  try {
    await page.selectOption("select", "50000");
    const began = Date.now();
    await page.getByRole("button", { name: "Start" }).click();
    await page.waitForSelector("progress");
    await page.waitForFunction(() => !document.querySelector("progress"), null, { timeout: PATIENCE_MS });
    const seconds = (Date.now() - began) / 1000;
    const shown = await page.evaluate(SHOWN);
    console.log(`Chromium: ${PAGES} pages in ${seconds.toFixed(1)} s, ${(PAGES / seconds).toFixed(0)} a second; ${shown.progress}`);
    assertAllFound(shown, site);
    assertManners(site);
    // What was found stands beside the shop's report.
    const kept = await page.evaluate(() => chrome.storage.local.get(null));
    assert.match(kept["audit-report:https://shop.example.com"], /Parts of the shop still use http/);
    assert.equal(Object.keys(kept).some((key) => key.startsWith("audit:")), false, "what has ended is kept as if it went on");
  } finally {
    await browser.close();
  }
});

test("paused, and the browser closed, it goes on where it was: no page twice, no page lost", async () => {
  const first = await inChromium();
  const { page } = first;
  await page.selectOption("select", "50000");
  await page.getByRole("button", { name: "Start" }).click();
  await until(PATIENCE_MS, "the audit does not begin", () => site.asked.length > PAGES / 3);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Go on" }).waitFor();
  const asked = site.asked.length;
  assert.ok(asked < PAGES, "it was over before it could be paused");
  await first.browser.close(true);
  const { browser, page: again } = await inChromium(first.browser.profile);
  try {
    assert.equal(site.asked.length, asked, "something was asked for while it rested");
    await again.getByRole("button", { name: "Go on" }).click();
    await again.waitForSelector("progress");
    await again.waitForFunction(() => !document.querySelector("progress"), null, { timeout: PATIENCE_MS });
    assertAllFound(await again.evaluate(SHOWN), site);
    const pages = pagesOf(site.asked);
    assert.equal(new Set(pages).size, pages.length, "a page was asked for twice");
    assert.match((await again.evaluate(SHOWN)).progress, new RegExp(`^${new Intl.NumberFormat("fr").format(PAGES).replace(/\s/g, ".")} of`));
  } finally {
    await browser.close();
  }
});

test("the extension in Firefox finds every hit", { skip: firefox.NO_FIREFOX }, async () => {
  const hosts = { [`${NAME}:443`]: server.port };
  const browser = await firefox.launch(hosts);
  try {
    await browser.visit(`${firefox.EXTENSION}/audit.html?shop=${encodeURIComponent(HOME)}`);
    await until(PATIENCE_MS, "the page does not come", () => browser.evaluate(`return Boolean(document.querySelector("select"));`));
    await browser.evaluate(`const select = document.querySelector("select"); select.value = "50000"; select.dispatchEvent(new Event("change", { bubbles: true }));`);
    const began = Date.now();
    await browser.click(".buttons button");
    const done = () => browser.evaluate(`return !document.querySelector("progress") && Boolean(document.querySelector(".audit-progress"));`);
    await until(PATIENCE_MS, "the audit does not end", done);
    const seconds = (Date.now() - began) / 1000;
    const shown = await browser.evaluate(`return ${SHOWN};`);
    console.log(`Firefox: ${PAGES} pages in ${seconds.toFixed(1)} s, ${(PAGES / seconds).toFixed(0)} a second; ${shown.progress}`);
    assertAllFound(shown, site);
    assertManners(site);
  } finally {
    await browser.close();
  }
});
