// The two extensions whose popups are compared: ours with a clock in it, and one that does nothing.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Says when a button could be pressed that is disabled in the page, in milliseconds since the popup's time origin. It runs
 * before popup.js, as a module does: after the page was read, so that the first paint does not wait for it.
 */
const CLOCK = `new MutationObserver(() => {
  if (document.querySelector("button:enabled")) globalThis.readyAt ??= performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });
`;

const EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>One line of text.</p></html>\n';

/**
 * A copy of a built extension whose popup says when it was ready, as `readyAt`.
 * @param {string} folder
 */
export function withClock(folder) {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  const page = join(copy, "popup.html");
  const html = readFileSync(page, "utf8");
  const clocked = html.replace('<script type="module" src="popup.js">', '<script type="module" src="clock.js"></script>$&');
  if (clocked === html) throw new Error("popup.html has no script popup.js to put a clock in front of");
  writeFileSync(page, clocked);
  writeFileSync(join(copy, "clock.js"), CLOCK);
  return copy;
}

/**
 * An extension whose popup is one line of text.
 * @param {string} id what Firefox calls it
 */
export function empty(id) {
  const folder = newFolder();
  const manifest = {
    manifest_version: 3,
    name: "Empty",
    version: "1.0",
    action: { default_popup: "popup.html" },
    browser_specific_settings: { gecko: { id } },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "popup.html"), EMPTY);
  return folder;
}

const made = [];

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "callback-doctor-bench-"));
  made.push(folder);
  return folder;
}

process.on("exit", () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
