// What the build puts into the pages is what their faces draw first: nothing moves when the script takes over.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DIST, launch } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { freePort, pageServer, site } from "./lib/servers.mjs";

/** A shop that the browser would ask about: nothing was allowed yet. */
const SHOP = "http://shop.example.net";
const EXTENSION = join(DIST, "test", "extension-chrome");

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let shop;
let reader;

before(async () => {
  const port = await freePort();
  shop = await pageServer("<!doctype html><title>A shop</title><h1>A shop</h1>", port);
  checker = await site(join(DIST, "site"));
  browser = await launch({ hosts: { "shop.example.net:80": port } });
  reader = await browser.context.newPage();
});

after(async () => {
  await browser?.close();
  checker?.stop();
  await shop?.stop();
});

/**
 * Runs in a page: the place of the face, in a form that can be compared. Which shop it is, who listens, where the bookmark leads
 * and what to do where it does not is known to the script alone; what that says before it listens the source alone has.
 * @param {string} [html] the source of a page; without it, the page that is shown
 */
function shape(html) {
  const page = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
  const words = (text) => text.replaceAll(/(https?:\/\/)?shop\.example\.net/g, "…");
  // Set as properties by a script, and as attributes in a source.
  const state = ["disabled", "multiple", "value"];
  const of = (element) => {
    const names = element.getAttributeNames().filter((name) => !state.includes(name) && !(element.id === "app" && name.startsWith("data-")) && !(name === "href" && element.matches("a.mark")));
    const attributes = names.sort().map((name) => `${name}=${element.getAttribute(name)}`);
    const about = element.matches("header h1, header p.soft");
    const children = [...element.childNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent);
    return [element.localName, attributes, about ? [] : children.map((node) => (node.nodeType === Node.ELEMENT_NODE ? of(node) : words(node.textContent)))];
  };
  const place = page.getElementById("app").cloneNode(true);
  place.querySelector(".bookmark details")?.remove();
  // Neighbouring texts are one in a source.
  place.normalize();
  return JSON.stringify(of(place), undefined, 1);
}

/** Compares the page of a file with what is drawn at an address, once its face has drawn it. */
async function compare(file, address) {
  const page = await browser.visit(address);
  await page.locator("#app:not([data-ready]) button:enabled").first().waitFor();
  assert.equal(await page.evaluate(shape), await built(file));
}

const built = (file) => reader.evaluate(shape, readFileSync(file, "utf8"));

test("the site", () => compare(join(DIST, "site", "index.html"), checker.url));

test("the report page", () =>
  compare(join(EXTENSION, "report.html"), `chrome-extension://${browser.id}/report.html?shop=${encodeURIComponent(SHOP)}`));

test("the page for answers", () => compare(join(EXTENSION, "explain.html"), `chrome-extension://${browser.id}/explain.html`));

test("the popup", async () => {
  const popup = await Popup.open(browser, await browser.visit(`${SHOP}/`));
  await popup.evaluate(`new Promise((done) => setInterval(() => document.querySelector("button:enabled") && done(), 20))`);
  assert.equal(await popup.evaluate(`(${shape})()`), await built(join(EXTENSION, "popup.html")));
});
