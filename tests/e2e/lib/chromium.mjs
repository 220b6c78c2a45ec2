// Chromium with the built extension in it.

import { X509Certificate, createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { until } from "./popup.mjs";

/** Where `cargo xtask build` writes; another folder can be named for experiments. */
export const DIST = process.env.DOCTOR_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/**
 * The recorded and the demo shop's names, with and without www, as {@link launch} wants them.
 * @param {{ https: number, http: number }} ports
 */
export function toShop({ https, http }) {
  const names = ["shop.example.com", "www.shop.example.com"];
  return Object.fromEntries(names.flatMap((name) => [[`${name}:443`, https], [`${name}:80`, http]]));
}

/** @typedef {Awaited<ReturnType<typeof launch>>} Browser */

/**
 * Starts Chromium. Names in `hosts` lead to servers of the test: `{"shop.example.com:443": 8443}`. The extension is the one
 * that the build makes for tests, unless `extension` names another's folder.
 * `kept` is the profile of an earlier start. With `display`, an X display, it has windows; else it is headless. `offline`: the
 * site may keep itself for later; else each visit is the first. `trusted`: the one authority
 * that it trusts (DER); else it takes any certificate.
 * @param {{ hosts?: Record<string, number>, extension?: boolean | string, kept?: string, display?: string, offline?: boolean, trusted?: Uint8Array }} options
 */
export async function launch({ hosts = {}, extension = true, kept, display, offline = false, trusted } = {}) {
  const folder = typeof extension === "string" ? extension : join(DIST, "test", "extension-chrome");
  if (extension && !existsSync(join(folder, "manifest.json"))) {
    throw new Error(`There is no extension in ${folder}: run \`cargo xtask build\` first.`);
  }
  const map = Object.entries(hosts).map(([name, port]) => `MAP ${name} 127.0.0.1:${port}`);
  const profile = kept ?? mkdtempSync(join(tmpdir(), "callback-doctor-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    serviceWorkers: extension || offline ? "allow" : "block",
    // Playwright's own headless mode has no extensions; the browser's has.
    headless: false,
    ignoreDefaultArgs: ["--disable-extensions"],
    env: { ...process.env, ...(display && { DISPLAY: display }) },
    args: [
      ...(display ? ["--ozone-platform=x11"] : ["--headless=new"]),
      "--no-sandbox",
      // As high as a screen that people have: a popup is cut where the screen ends.
      "--screen-info={1280x1024}",
      "--window-size=1280,1000",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      trusted ? `--ignore-certificate-errors-spki-list=${keyHash(trusted)}` : "--ignore-certificate-errors",
      ...(map.length > 0 ? [`--host-resolver-rules=${map.join(", ")}`] : []),
      ...(extension ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    ],
  });
  const cdp = await context.browser().newBrowserCDPSession();
  const background = extension && JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).background;
  if (background && context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker");
  if (extension && !kept && existsSync(join(folder, "welcome.html"))) await (await welcomed(context)).close();
  let network = "";
  return {
    context,
    cdp,
    /** The extension's id. */
    id: extension ? idOf(folder) : "",

    /** Opens a page in a new tab. Where a server shows no page, the tab is enough. */
    async visit(url) {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: "commit" }).catch((error) => {
        if (!/net::ERR_|Timeout/.test(error.message)) throw error;
      });
      return page;
    },

    /** Ends the extension's background, as the browser does when it likes to. */
    async endBackground() {
      const { targetInfos } = await cdp.send("Target.getTargets");
      const target = targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(this.id));
      if (target) await cdp.send("Target.closeTarget", { targetId: target.targetId });
    },

    /** Takes the network away from the extension's background, or gives it back. */
    async goOffline(offline) {
      // What one session has set, another does not take back.
      if (!network) {
        const { targetInfos } = await cdp.send("Target.getTargets");
        const { targetId } = targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(this.id));
        ({ sessionId: network } = await cdp.send("Target.attachToTarget", { targetId, flatten: false }));
      }
      const params = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      for (const [id, method] of ["Network.enable", "Network.emulateNetworkConditions"].entries()) {
        await cdp.send("Target.sendMessageToTarget", { sessionId: network, message: JSON.stringify({ id, method, params: id ? params : {} }) });
      }
    },

    /** Closes the tabs and forgets every run: the next shop has the same address. */
    async tidy() {
      for (const page of context.pages().slice(1)) await page.close();
      await context.clearCookies();
      if (!this.id) return;
      const page = await context.newPage();
      await page.goto(`chrome-extension://${this.id}/manifest.json`);
      await page.evaluate(() => Promise.all([chrome.storage.session.clear(), chrome.storage.local.clear()]));
      await page.close();
    },

    profile,

    /** @param {boolean} [keep] the profile, for another start */
    async close(keep = false) {
      await context.close();
      if (!keep) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The page that the extension opens at its installation. */
function welcomed(context) {
  const open = async () => context.pages().find((page) => page.url().endsWith("/welcome.html"));
  return until(10_000, "no page came up at the installation", open);
}

/** How Chromium names the key of a certificate. */
function keyHash(certificate) {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}

/** The id that Chromium gives to the extension in a folder: a hash of its path, written in the letters a to p. */
function idOf(folder) {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
