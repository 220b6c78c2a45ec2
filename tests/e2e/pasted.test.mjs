// From the address alone, then from what the site's own commands print: run in a shell, pasted back into the field.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { outcome } from "./lib/bookmark.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { NO_CORPUS, expected, freePorts, home, recordedShop, recordedSituations, site } from "./lib/servers.mjs";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let ports;
let folder;

const NO_CURL = spawnSync("curl", ["--version"]).error ? "skipped: no curl" : false;

before(async () => {
  if (NO_CORPUS || NO_CURL) return;
  ports = await freePorts();
  checker = await site(join(DIST, "site"));
  browser = await launch({ hosts: toShop(ports), extension: false });
  // curl's own settings lead to the recorded shop, and nobody sleeps.
  folder = mkdtempSync(join(tmpdir(), "callback-doctor-commands-"));
  const ways = [[443, ports.https], [80, ports.http]].map(([from, to]) => `connect-to = ":${from}:127.0.0.1:${to}"`);
  writeFileSync(join(folder, ".curlrc"), ["insecure", ...ways, ""].join("\n"));
  writeFileSync(join(folder, "sleep"), "#!/bin/sh\n");
  chmodSync(join(folder, "sleep"), 0o755);
});

after(async () => {
  await browser?.close();
  checker?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

/** What a person copies out of the terminal. */
function run(script) {
  const env = { ...process.env, CURL_HOME: folder, PATH: `${folder}:${process.env.PATH}` };
  return spawnSync("sh", ["-c", `exec 2>&1\n${script}`], { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).stdout;
}

async function check(page, text) {
  // Pages of output take their time to be laid out.
  await page.locator("textarea").fill(text, { timeout: 120_000 });
  await page.getByRole("button", { name: "Check this shop" }).click();
}

/** Rounds of commands until nothing is left to ask. */
const ROUNDS = 4;

/** One situation can be picked by name. */
const ONLY = process.env.SITUATION?.split(",");

/** Their third round is long, and laying it out in the field takes minutes: a fault of the field, still to be mended. */
const TOO_LONG = ["polylang_dir_shown", "rules_unflushed"];

for (const situation of recordedSituations().filter((name) => ONLY?.includes(name) ?? true)) {
  test(`by the site's own commands: ${situation}`, { skip: NO_CORPUS || NO_CURL || (TOO_LONG.includes(situation) && "the field is too slow for it") }, async (t) => {
    const shop = await recordedShop(situation, ports);
    t.after(async () => {
      await shop.stop();
      await browser.tidy();
    });
    let page = await browser.visit(checker.url);
    await page.locator("button.primary:enabled").waitFor();
    await check(page, home(situation));
    let seen = await outcome(page);
    assert.notEqual(seen.cause, "healthy", "the site says healthy of what it did not see");
    let printed = "";
    for (let round = 0; round < ROUNDS; round++) {
      const script = page.locator("section[aria-labelledby=commands] pre").first();
      if ((await script.count()) === 0) break;
      printed += run((await script.textContent()) ?? "");
      // A fresh page knows the shop from the output alone.
      await page.close();
      page = await browser.visit(checker.url);
      await page.locator("button.primary:enabled").waitFor();
      await check(page, printed);
      seen = await outcome(page);
    }
    assert.ok(printed, "there were no commands");
    assert.equal(seen.failed, undefined);
    const right = expected(situation).cause;
    assert.ok(right.includes(seen.cause), `the first cause is ${seen.cause}, expected ${right.join(" or ")}\n${seen.report}`);
    assert.match(seen.report, /on which they were run/);
  });
}
