// The checker site with every recorded shop, in both browsers, as they let it: over https, with the shop on another origin
// and its real CORS answers. First from the address alone, then from what the site's own commands print: run in a shell,
// pasted back into the field.

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { BROWSERS } from "./lib/checker.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { NO_CORPUS, expected, freePorts, home, recordedShop, recordedSituations } from "./lib/servers.mjs";
import { way } from "./lib/way.mjs";

/** Its home under www was not recorded, so the replay leads round in circles there: to a page that looks like silence. */
const NOT_RECORDED = ["www_redirect_callback_on_nonwww"];

/** What is named is true; what comes before it no page of another origin can see. */
const INNER = { two_polylang_shown_tls_proxy_http_home: "http-home-url" };

/**
 * First causes that an address alone gives, in each browser: permalinks, rewriting, http addresses, a WordPress without
 * WooCommerce, a redirect of the slash or to a language.
 */
const FEWEST = 15;

/** Rounds of commands until nothing is left to ask. */
const ROUNDS = 4;

/** The shops' names, also without https. */
const NAMES = ["shop.example.com", "www.shop.example.com", "127.0.0.1"];


const NO_CURL = spawnSync("curl", ["--version"]).error ? "skipped: no curl" : false;

/** One situation can be picked by name. */
const ONLY = process.env.SITUATION?.split(",");

/**
 * By browser: the site, its way to the shop, and the situations whose cause the address alone gave.
 * @type {Record<string, { checker: import("./lib/checker.mjs").Checker, way: Awaited<ReturnType<typeof way>>, named: string[] }>}
 */
const open = {};
let ports;
let folder;

before(async () => {
  if (NO_CORPUS || NO_CURL) return;
  ports = await freePorts();
  const starts = BROWSERS.filter(({ skip }) => !skip).map(async ({ name, start }) => {
    const own = await way(ports);
    const hosts = Object.fromEntries(NAMES.flatMap((host) => [[`${host}:443`, own.https], [`${host}:80`, own.http]]));
    open[name] = { checker: await start(hosts), way: own, named: [] };
  });
  await Promise.all(starts);
  // curl's own settings lead to the recorded shop, and nobody sleeps.
  folder = mkdtempSync(join(tmpdir(), "callback-doctor-commands-"));
  const ways = [[443, ports.https], [80, ports.http]].map(([from, to]) => `connect-to = ":${from}:127.0.0.1:${to}"`);
  writeFileSync(join(folder, ".curlrc"), ["insecure", ...ways, ""].join("\n"));
  writeFileSync(join(folder, "sleep"), "#!/bin/sh\n");
  chmodSync(join(folder, "sleep"), 0o755);
});

after(async () => {
  for (const { checker, way } of Object.values(open)) {
    await checker.close();
    await way.stop();
  }
  if (folder) rmSync(folder, { recursive: true });
});

for (const situation of recordedSituations().filter((name) => ONLY?.includes(name) ?? true)) {
  describe(`a recorded shop: ${situation}`, { skip: NO_CURL, concurrency: BROWSERS.length }, () => {
    let shop;
    const print = printer();

    before(async () => {
      shop = await recordedShop(situation, ports);
    });

    after(() => shop?.stop());

    for (const { name, skip } of BROWSERS) {
      test(`${name}: ${situation}`, { skip }, () => wholeWay(open[name], situation, print));
    }
  });
}

for (const { name, skip } of BROWSERS) {
  test(`${name}: enough first causes are named from an address alone`, { skip: NO_CORPUS || NO_CURL || Boolean(ONLY) || skip }, (t) => {
    const { named } = open[name];
    t.diagnostic(`named from the address alone: ${named.length}: ${named.join(", ")}`);
    assert.ok(named.length >= FEWEST, `only ${named.length} are named: ${named.join(", ")}`);
  });
}

/** From the address alone, then by the commands, until nothing is left to ask. */
async function wholeWay({ checker, way, named }, situation, print) {
  const right = expected(situation).cause;
  way.begin(situation);

  const alone = await checker.check(home(situation));
  assert.equal(alone.failed, undefined);
  assert.notEqual(alone.cause, "healthy", "what was not seen is told as if it were healthy");
  assert.notEqual(alone.sign, "pass", "what was not seen passes");
  if (right.includes(alone.cause)) named.push(situation);
  else if (!NOT_RECORDED.includes(situation)) {
    const open = INNER[situation] ?? "undetermined";
    assert.equal(alone.cause, open, `the first cause is ${alone.cause}, expected ${right.join(" or ")} or an open question\n${alone.report}`);
  }
  assert.match(alone.text, /web page may not read what the callback|secure page may not send/, "it does not say what a page cannot see");
  await assertManners(checker, way);
  assert.ok(way.asked().length > 0, "nothing was asked");

  let output = "";
  let seen = alone;
  for (let round = 0; round < ROUNDS; round++) {
    const commands = await checker.commands();
    if (!commands) break;
    output += await print(commands);
    // A fresh page knows the shop from the output alone.
    way.begin(situation);
    await checker.open();
    await checker.paste(output);
    await checker.press("Check this shop");
    seen = await checker.outcome();
    await assertManners(checker, way);
  }
  // What the address alone proves needs none.
  if (seen === alone && (right.includes(alone.cause) || INNER[situation] === alone.cause)) return;
  assert.ok(output, "there were no commands");
  assert.equal(seen.failed, undefined);
  assert.ok(right.includes(seen.cause), `the first cause is ${seen.cause}, expected ${right.join(" or ")}\n${seen.report}`);
  assert.match(seen.report, /on which (they|the commands) were run/);
}

/** The shop and nobody else was asked, harmlessly and only for what a page may read; and nothing broke. */
async function assertManners(checker, way) {
  for (const { method } of assertHarmless(way.asked())) assert.equal(method, "GET");
  for (const name of checker.asked()) assert.ok(NAMES.includes(name), `${name} was asked`);
  assert.deepEqual(await checker.broken(), []);
}

/** Runs commands; those that both browsers wrote alike are run once. */
function printer() {
  const ran = new Map();
  return (script) => {
    if (!ran.has(script)) ran.set(script, run(script));
    return ran.get(script);
  };
}

/** What the commands leave in their file. */
function run(script) {
  const env = { ...process.env, CURL_HOME: folder, PATH: `${folder}:${process.env.PATH}` };
  const cwd = mkdtempSync(join(folder, "terminal-"));
  return new Promise((done, fail) =>
    execFile("sh", ["-c", `exec 2>&1\n${script}`], { env, cwd }, (_, printed) => {
      // Hardly anything is printed; what it was is in the file.
      if (!/^1 of \d\n[^]*^Done: /m.test(printed) || printed.length > 1000) return fail(new Error(`it printed ${printed}`));
      done(readFileSync(join(cwd, "callback-doctor.txt"), "utf8"));
    }),
  );
}
