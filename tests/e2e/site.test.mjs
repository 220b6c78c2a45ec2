// The checker site as a person uses it: one field, from a folder of some web server, without any permission.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { SHOP, demoShop, freePorts, site } from "./lib/servers.mjs";

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let ports;
let shop;

before(async () => {
  ports = await freePorts();
  checker = await site(join(DIST, "site"));
  browser = await launch({ hosts: toShop(ports), extension: false });
});

after(async () => {
  await browser?.close();
  checker?.stop();
});

afterEach(async () => {
  await shop?.stop();
  shop = undefined;
  await browser.tidy();
});

/** Opens the site; what breaks in its scripts breaks the test. */
async function open(search = "") {
  const page = await browser.visit(checker.url + search);
  page.on("pageerror", (error) => assert.fail(`the site broke: ${error}`));
  await page.waitForLoadState("load");
  await page.locator("button.primary:enabled").waitFor();
  return page;
}

/** Puts `text` into the field and asks for a check. */
async function check(page, text) {
  await page.locator("textarea").fill(text);
  await page.getByRole("button", { name: "Check this shop" }).click();
}

/** What a person can read once the diagnosis is over. */
async function finished(page) {
  await page.getByRole("button", { name: "Copy for support" }).waitFor();
  return page.locator("main").innerText();
}

test("an address: the site asks only what it may read, and says what it cannot see", async () => {
  shop = await demoShop("plain", ports);
  await browser.context.addCookies([{ name: "wordpress_logged_in_x", value: "secret", url: SHOP }]);
  const page = await open();
  await check(page, "shop.example.com");
  const text = await finished(page);
  assert.match(text, /plain/i, `the permalink setting shows in the REST index, but the report says: ${text}`);
  const sent = assertHarmless(shop.asked());
  assert.ok(sent.length > 0, "nothing was asked");
  for (const { method, url } of sent) {
    assert.equal(method, "GET", `${method} ${url}: a page cannot read the answer, so it must not ask`);
  }
});

test("an address of a shop that answers nobody ends in a report", async () => {
  const page = await open();
  await check(page, `${SHOP}/checkout/`);
  assert.match(await finished(page), /extension/i, "the report does not say that the extension sees more");
});

test("a page's source without an address sends nothing and says what is missing", async () => {
  shop = await demoShop("plain", ports);
  const page = await open();
  await check(page, "<!doctype html><title>A shop</title><p>Nothing to see.");
  await page.getByText("does not say which shop").waitFor();
  assert.deepEqual(shop.asked(), [], "requests were sent without an address");
});

test("a page's source names the cause", async () => {
  shop = await demoShop("plain", ports);
  const source = await (await browser.context.request.get(`http://127.0.0.1:${ports.http}/`, { headers: { host: "shop.example.com" } })).text();
  const page = await open();
  await check(page, source);
  assert.match(await finished(page), /plain/i);
  assertHarmless(shop.asked().slice(1));
});

test("a second check takes the place of the first", async () => {
  shop = await demoShop("plain", ports);
  const page = await open();
  await check(page, SHOP);
  await finished(page);
  await shop.stop();
  shop = await demoShop("baseline", ports);
  await page.getByRole("button", { name: "Check again" }).first().click();
  await page.getByText(/plain/i).first().waitFor({ state: "detached" });
});

test("the address bar fills the field and sends nothing", async () => {
  shop = await demoShop("plain", ports);
  const page = await open("?shop=shop.example.com");
  assert.match(await page.locator("textarea").inputValue(), /shop\.example\.com/);
  assert.deepEqual(shop.asked(), [], "requests were sent before the person asked for them");
});

test("what is typed while the site loads stays", async () => {
  const page = await browser.context.newPage();
  let load = () => {};
  const held = new Promise((resolve) => (load = resolve));
  await page.route("**/faces_bg.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(checker.url, { waitUntil: "commit" });
  await page.locator("textarea").pressSequentially("shop.exam");
  load();
  await page.locator("button.primary:enabled").waitFor();
  await page.keyboard.type("ple.com");
  assert.equal(await page.locator("textarea").inputValue(), "shop.example.com");
});

test("text that is no address gets a plain answer", async () => {
  const page = await open();
  await check(page, "http://[::1");
  await page.getByText("not an address").waitFor();
});
