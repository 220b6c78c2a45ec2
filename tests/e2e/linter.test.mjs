// What Mozilla's reviewers run first: their linter finds nothing to say about the package.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { DIST } from "./lib/chromium.mjs";

const LINTER = fileURLToPath(new URL("node_modules/addons-linter/bin/addons-linter", import.meta.url));

test("Mozilla's linter has no error, warning or notice for Firefox's package", () => {
  const options = [LINTER, "--output", "json", join(DIST, "extension-firefox.zip")];
  const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  const found = read(stdout, stderr);
  const messages = [...found.errors, ...found.warnings, ...found.notices];
  const lines = messages.map(({ _type, code, message, file, line }) => `${_type} ${code} in ${file ?? "the package"}:${line ?? ""} ${message}`);
  assert.deepEqual(lines, []);
  assert.ok(found.metadata.totalScannedFileSize > 0, "the linter read no file");
});

function read(stdout, stderr) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`the linter did not run: ${stderr || stdout}`);
  }
}
