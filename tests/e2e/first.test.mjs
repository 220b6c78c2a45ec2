// What the build puts into the pages is what their faces draw first: nothing moves when the script takes over.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { DIST, launch } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { freePort, pageServer, site } from "./lib/servers.mjs";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let shop;

before(async () => {
  const port = await freePort();
  shop = await pageServer("<!doctype html><title>A shop</title><h1>A shop</h1>", port);
  checker = await site(join(DIST, "site"));
  browser = await launch({ hosts: { "shop.example.com:80": port } });
});

after(async () => {
  await browser?.close();
  checker?.stop();
  await shop?.stop();
});

/**
 * Runs in a page: the place of the face as it is in the page's source, and as it was drawn, in a form that can be compared.
 * Which shop it is, who listens and where the bookmark leads is known to the script alone.
 */
async function both() {
  const shape = (element) => {
    const names = element.getAttributeNames().filter((name) => name !== "disabled" && !(name === "href" && element.matches("a.mark")));
    const attributes = names.sort().map((name) => `${name}=${element.getAttribute(name)}`);
    const about = element.matches("header h1, header p.soft");
    const children = [...element.childNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent);
    return [element.localName, attributes, about ? [] : children.map((node) => (node.nodeType === Node.ELEMENT_NODE ? shape(node) : node.textContent))];
  };
  const source = await (await fetch(location.pathname)).text();
  const place = (page) => JSON.stringify(shape(page.getElementById("app")), undefined, 1);
  return { built: place(new DOMParser().parseFromString(source, "text/html")), drawn: place(document) };
}

/** Opens a page and waits until its face has been drawn: the build leaves no button enabled. */
async function compared(address) {
  const page = await browser.visit(address);
  await page.locator("#app button:enabled").first().waitFor();
  return page.evaluate(both);
}

test("the site", async () => {
  const { built, drawn } = await compared(checker.url);
  assert.equal(drawn, built);
});

test("the report page", async () => {
  const { built, drawn } = await compared(`chrome-extension://${browser.id}/report.html?shop=http%3A%2F%2Fshop.example.com`);
  assert.equal(drawn, built);
});

test("the page for answers", async () => {
  const { built, drawn } = await compared(`chrome-extension://${browser.id}/explain.html`);
  assert.equal(drawn, built);
});

test("the popup", async () => {
  const popup = await Popup.open(browser, await browser.visit("http://shop.example.com/"));
  await popup.evaluate(`new Promise((done) => setInterval(() => document.querySelector("button:enabled") && done(), 20))`);
  const { built, drawn } = await popup.evaluate(`(${both})()`);
  assert.equal(drawn, built);
});
