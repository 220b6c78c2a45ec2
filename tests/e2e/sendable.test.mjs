// What makes the site worth sending, in both browsers: it opens without a network, its address carries the shop, and its own
// rules hold.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";

import { DIST, toShop } from "./lib/chromium.mjs";
import { BROWSERS } from "./lib/checker.mjs";
import { until } from "./lib/popup.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

/** Chromium takes five seconds before it lets a new version begin. */
const READY_MS = 20_000;

for (const { name, skip, start } of BROWSERS) {
  describe(name, { skip }, () => {
    /** @type {import("./lib/checker.mjs").Checker} */
    let checker;
    let folder;
    let ports;

    before(async () => {
      ports = await freePorts();
      folder = mkdtempSync(join(tmpdir(), "callback-doctor-site-"));
      cpSync(join(DIST, "site"), folder, { recursive: true });
      checker = await start(toShop(ports), { folder, offline: true });
    });

    after(async () => {
      await checker?.close();
      if (folder) rmSync(folder, { recursive: true });
    });

    afterEach(() => checker.unplug(false));

    async function explain(answer) {
      await checker.paste(answer);
      await checker.press("Explain");
    }

    /** Waits until the site has kept itself. */
    const kept = () =>
      until(READY_MS, "the service worker does not start", () => checker.evaluate(`return (await navigator.serviceWorker.getRegistration())?.active?.state === "activated";`));

    /** Names of the site's caches, and the files in each. */
    const caches = () =>
      checker.evaluate(`
        const files = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
        return Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => [name, await files(name)])));
      `);

    const address = async () => new URL(await checker.evaluate("return location.href;"));

    test(`${name}: nothing that the site does is against its own rules`, async () => {
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
        await checker.open();
        await until(READY_MS, "the bookmark has no address", () => checker.evaluate(`return /^javascript:/.test(document.querySelector("a.mark")?.getAttribute("href"));`));
        await checker.click("a.mark");
        await checker.says(/drag it there/);
        await checker.check(SHOP);
        await explain("HTTP/1.1 503 Service Unavailable\nRetry-After: 600\n\nlater");
        await checker.says(/503/);
        await kept();
        await checker.click("footer a");
        await checker.says(/What you share/);
        assert.deepEqual(await checker.broken(), []);
      } finally {
        await shop.stop();
      }
    });

    test(`${name}: the rules are in force: a text does not become HTML or a script`, async () => {
      await checker.open();
      const outcome = await checker.evaluate(`
        try {
          document.createElement("div").innerHTML = "<b>";
          return "made HTML";
        } catch (error) {
          return error.name;
        }
      `);
      assert.equal(outcome, "TypeError");
      await until(READY_MS, "a broken rule goes unnoticed here", async () => (await checker.broken()).length > 0);
    });

    test(`${name}: after the first visit the site opens and explains without a network`, async () => {
      await checker.open();
      await kept();
      checker.unplug();
      await checker.open("?again");
      await explain("HTTP/1.1 403 Forbidden\nServer: cloudflare\nCF-Mitigated: challenge\n\n");
      await checker.says(/Cloudflare/);
      await checker.click("footer a");
      await checker.says(/What you share/);
    });

    test(`${name}: a new version takes the place of the old one, and only its own folder's files are kept`, async () => {
      await checker.open();
      await kept();
      const base = new URL("./", await address()).href;
      const [[first, files]] = Object.entries(await caches());
      for (const file of files) assert.ok(file.startsWith(base), `${file} is kept`);
      assert.ok(files.includes(`${base}brain_bg.wasm`));
      await checker.evaluate(`await caches.open("of another page of this host");`);
      const worker = join(folder, "sw.js");
      writeFileSync(worker, readFileSync(worker, "utf8").replace(/const VERSION = "\w+"/, 'const VERSION = "next"'));
      await checker.evaluate("await (await navigator.serviceWorker.getRegistration()).update();");
      await until(READY_MS, "the new version is not fetched", () => checker.evaluate("return Boolean((await navigator.serviceWorker.getRegistration()).waiting);"));
      // The old one goes with its last page; the next one that is opened is outside of the site's folder.
      await checker.visit(new URL("../privacy.html", base).href);
      await until(READY_MS, "the old version stays", async () => {
        const names = Object.keys(await caches());
        return !names.includes(first) && names.some((name) => name.endsWith("next"));
      });
      await checker.open();
      assert.ok("of another page of this host" in (await caches()), "another page's cache was removed");
    });

    test(`${name}: the address bar carries the shop, and a link fills the field and sends nothing`, async () => {
      const shop = await demoShop("plain", ports);
      try {
        await checker.check("shop.example.com/checkout/?key=wc_order_secret");
        assert.equal((await address()).hash, "#shop=shop.example.com/checkout");
        await explain("HTTP/1.1 503 Service Unavailable\n\n");
        await checker.says(/503/);
        assert.equal((await address()).hash, "", "an answer is no shop");
        assert.deepEqual(await checker.evaluate("return [localStorage.length, sessionStorage.length, document.cookie];"), [0, 0, ""]);
        const before = shop.asked().length;
        for (const link of ["#shop=shop.example.com", "#shop=https%3A%2F%2Fshop.example.com%2F", "?shop=shop.example.com"]) {
          await checker.visit("about:blank");
          await checker.open(link);
          assert.match(await checker.field(), /^(https:\/\/)?shop\.example\.com\/?$/, link);
        }
        assert.equal(shop.asked().length, before, "a link sent something before the person asked for it");
        // Where the page is open already, the browser only changes the fragment.
        await checker.evaluate(`location.hash = "#shop=other.example.com";`);
        await until(READY_MS, "the link to another shop is not taken", async () => /other/.test(await checker.field().catch(() => "")));
      } finally {
        await shop.stop();
      }
    });
  });
}
