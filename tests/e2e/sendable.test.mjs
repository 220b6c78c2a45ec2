// What makes the site worth sending: it opens without a network, its address carries the shop, and its own rules hold.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

const READY_MS = 10_000;

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let folder;
let ports;

before(async () => {
  ports = await freePorts();
  folder = mkdtempSync(join(tmpdir(), "callback-doctor-site-"));
  cpSync(join(DIST, "site"), folder, { recursive: true });
  checker = await site(folder);
  browser = await launch({ hosts: toShop(ports), extension: false, offline: true });
});

after(async () => {
  await browser?.close();
  checker?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

afterEach(async () => {
  await browser.context.setOffline(false);
  await browser.tidy();
});

/** Opens the site and waits until it listens; what its rules refuse is noted in `refused`. */
async function open(search = "") {
  const page = await browser.context.newPage();
  const refused = [];
  page.on("pageerror", (error) => refused.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /security policy|trusted/i.test(message.text())) refused.push(message.text());
  });
  await page.exposeFunction("noteRefused", (text) => refused.push(text));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) => window.noteRefused(`${event.violatedDirective}: ${event.blockedURI}`)),
  );
  await page.goto(checker.url + search);
  await page.locator("button.primary:enabled").waitFor();
  return { page, refused };
}

async function check(page, text, button = "Check this shop") {
  await page.locator("textarea").fill(text);
  await page.getByRole("button", { name: button, exact: true }).click();
}

const kept = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");

/** Names of the site's caches, and the files in each. */
const caches = (page) =>
  page.evaluate(async () => {
    const names = await window.caches.keys();
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, (await (await window.caches.open(name)).keys()).map(({ url }) => url)])),
    );
  });

test("nothing that the site does is against its own rules", async () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
  assert.equal(rules["default-src"], "'none'");
  assert.equal(rules["script-src"], "'self' 'wasm-unsafe-eval'");
  assert.equal(rules["style-src"], "'self'");
  assert.equal(rules["require-trusted-types-for"], "'script'");
  assert.equal(rules["trusted-types"], "worker");
  const shop = await demoShop("plain", ports);
  try {
    const { page, refused } = await open();
    await check(page, SHOP);
    await page.getByRole("button", { name: "Copy for support" }).waitFor();
    await check(page, "HTTP/1.1 503 Service Unavailable\nRetry-After: 600\n\nlater", "Explain");
    await page.getByText("503").first().waitFor();
    assert.match((await page.locator("a.mark").getAttribute("href")) ?? "", /^javascript:/);
    await page.locator("a.mark").click();
    await page.getByText("drag it there").waitFor();
    await until(READY_MS, "the service worker does not start", () => kept(page));
    await page.getByRole("link", { name: "Privacy" }).click();
    await page.getByRole("heading", { name: "Privacy" }).waitFor();
    assert.deepEqual(refused, []);
  } finally {
    await shop.stop();
  }
});

test("the rules are in force: a text does not become HTML or a script", async () => {
  const { page } = await open();
  const outcome = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>";
      return "made HTML";
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(outcome, "TypeError");
});

test("after the first visit the site opens and explains without a network", async () => {
  const { page } = await open();
  await until(READY_MS, "the service worker does not start", () => kept(page));
  const server = checker.url;
  await browser.context.setOffline(true);
  await page.goto(`${server}?again`);
  await page.locator("button.primary:enabled").waitFor();
  await check(page, "HTTP/1.1 403 Forbidden\nServer: cloudflare\nCF-Mitigated: challenge\n\n", "Explain");
  await page.getByText("Cloudflare").first().waitFor();
  await page.getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("heading", { name: "Privacy" }).waitFor();
});

test("a new version takes the place of the old one, and only its own folder's files are kept", async () => {
  const { page } = await open();
  await until(READY_MS, "the service worker does not start", () => kept(page));
  const [[first, files]] = Object.entries(await caches(page));
  const base = new URL(checker.url);
  for (const file of files) assert.ok(file.startsWith(base.href), `${file} is kept`);
  assert.ok(files.includes(`${base.href}brain_bg.wasm`));
  await page.evaluate(() => window.caches.open("of another page of this host"));
  const worker = join(folder, "sw.js");
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/const VERSION = "\w+"/, 'const VERSION = "next"'));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update()));
  await until(READY_MS, "the new version is not fetched", () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)));
  // The old one goes with its last page.
  await page.goto("about:blank");
  const { page: later } = await open();
  await until(READY_MS, "the old version stays", async () => {
    const names = Object.keys(await caches(later));
    return !names.includes(first) && names.some((name) => name.endsWith("next"));
  });
  assert.ok("of another page of this host" in (await caches(later)), "another page's cache was removed");
});

test("the address bar carries the shop, and a link fills the field and sends nothing", async () => {
  const shop = await demoShop("plain", ports);
  try {
    const { page } = await open();
    await check(page, "shop.example.com/checkout/?key=wc_order_secret");
    await page.getByRole("button", { name: "Copy for support" }).waitFor();
    assert.equal(new URL(page.url()).hash, "#shop=shop.example.com/checkout");
    await check(page, "HTTP/1.1 503 Service Unavailable\n\n", "Explain");
    assert.equal(new URL(page.url()).hash, "", "an answer is no shop");
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
    const before = shop.asked().length;
    for (const link of ["#shop=shop.example.com", "#shop=https%3A%2F%2Fshop.example.com%2F", "?shop=shop.example.com"]) {
      const { page: linked } = await open(link);
      assert.match(await linked.locator("textarea").inputValue(), /^(https:\/\/)?shop\.example\.com\/?$/, link);
    }
    assert.equal(shop.asked().length, before, "a link sent something before the person asked for it");
    // Where the page is open already, the browser only changes the fragment.
    await page.evaluate(() => (location.hash = "#shop=other.example.com"));
    await until(READY_MS, "the link to another shop is not taken", async () =>
      /other/.test(await page.locator("textarea").inputValue().catch(() => "")),
    );
  } finally {
    await shop.stop();
  }
});
