// The audit of a whole site, by every hand: each finds every hit, invents none, and keeps its manners.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { differences, FORBIDDEN, generatedSite, NAME } from "./lib/generated-site.mjs";
import { program, secureServer } from "./lib/servers.mjs";

const PAGES = Number(process.env.PAGES ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), "callback-doctor-audit-"));

let site, server;

before(async () => {
  site = generatedSite(PAGES);
  server = await secureServer(site.answer);
});

after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Nothing was asked for that acts, nothing twice, and never more than four at a time. */
function assertManners() {
  assert.deepEqual(site.asked.filter((line) => FORBIDDEN.test(line)), [], "something that acts was asked for");
  assert.deepEqual(site.asked.filter((line) => !line.startsWith("GET ")), [], "another method was used");
  const twice = site.asked.filter((line, at) => site.asked.indexOf(line) !== at);
  assert.deepEqual(twice, [], "something was asked for twice");
  assert.ok(site.most() <= 4, `${site.most()} requests at a time`);
}

test("the terminal finds every hit of a generated site, and invents none", async () => {
  const file = join(folder, "hits.jsonl");
  const connect = ["--connect-to", `${NAME}:443:127.0.0.1:${server.port}`, "--connect-to", `:80:127.0.0.1:9`];
  const xtask = program("xtask");
  const began = Date.now();
  const options = ["audit", `https://${NAME}/`, "--json", "--hits", file, "--pages", "50000", "--insecure", ...connect];
  const { stdout } = await promisify(execFile)(xtask, options, { maxBuffer: 2 ** 26 });
  const seconds = (Date.now() - began) / 1000;
  const report = JSON.parse(stdout);
  const hits = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  console.log(`terminal: ${report.pages.read} pages in ${seconds.toFixed(1)} s, ${(report.pages.read / seconds).toFixed(0)} a second`);
  assert.deepEqual(differences(hits, site.hits), []);
  assert.equal(report.complete, true);
  assert.equal(report.verdict, "fail");
  assertManners();
});
