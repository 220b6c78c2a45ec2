// Shops that share an origin never mix: popup, runs, reports, and what is kept of them, in both browsers.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { launch, toShop } from "./lib/chromium.mjs";
import { BROWSERS } from "./lib/either.mjs";
import { Popup, until } from "./lib/popup.mjs";
import { SHOP, freePorts, rawServer } from "./lib/servers.mjs";

const HTTP_SHOP = SHOP.replace("https", "http");
const answer = (status, type, body) => `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Two shops below one name: the one in `/se/` refuses nothing, that in `/no/` refuses the callback. */
const twoShops = (port) => rawServer((method, path) => {
  const [, folder = ""] = /^\/(se|no)\//.exec(path) ?? [];
  const home = `${HTTP_SHOP}${folder && `/${folder}`}`;
  if (!folder) return answer("404 Not Found", "text/html", "<h1>Not Found</h1>");
  if (path.includes("wp-json") || path.includes("rest_route")) return answer("200 OK", "application/json", JSON.stringify({ name: "A shop", url: home, home, namespaces: ["wc/v3"] }));
  if (!path.includes("wc-api")) {
    return answer("200 OK", "text/html", `<!doctype html><title>A shop</title><link rel="https://api.w.org/" href="${home}/wp-json/"><link rel="EditURI" type="application/rsd+xml" href="${home}/xmlrpc.php?rsd"><body class="woocommerce">A shop`);
  }
  if (folder === "no") return answer("403 Forbidden", "text/html", "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>");
  return method === "POST" && path.includes("KCO_WC_Push") ? answer("200 OK", "text/html", "") : answer("400 Bad Request", "text/html", "-1");
}, port);

for (const { name, skip, start } of BROWSERS) {
  test(`${name}: two shops in folders of one origin have a run, a report and a list row each`, { skip }, async (t) => {
    const ports = await freePorts();
    const shop = await twoShops(ports.http);
    t.after(() => shop.stop());
    const browser = await start(toShop(ports));
    t.after(() => browser.close());
    const [se, no] = [`${HTTP_SHOP}/se`, `${HTTP_SHOP}/no`];
    const first = await browser.check(se);
    const second = await browser.check(no);
    assert.equal(first.report.shop, `${se}/`);
    assert.equal(second.report.shop, `${no}/`);
    assert.equal(second.report.causes[0].id, "blocked");
    assert.notEqual(first.report.headline, second.report.headline);
    for (const [home, { report }, other] of [[se, first, second], [no, second, first]]) {
      await browser.open(home);
      await until(5_000, `${home} shows another report`, async () => (await browser.evaluate("return document.body.innerText;")).includes(report.headline));
      assert.ok(!(await browser.evaluate("return document.body.innerText;")).includes(other.report.headline));
      assert.match(await browser.evaluate("return document.title;"), new RegExp(`${home.slice(-3)}: `));
    }
    await browser.go("report.html");
    await until(5_000, "the list is not there", () => browser.evaluate(`return document.querySelectorAll(".shops li").length === 2;`));
    const kept = await browser.evaluate(`return (await chrome.storage.local.get("reports")).reports.map(({ shop }) => shop);`);
    assert.deepEqual(kept, [no, se]);
    // A page below no shop's folder is told so, and its run is the root's.
    const root = await browser.check(HTTP_SHOP);
    assert.equal(root.shop, HTTP_SHOP);
    for (const { url } of shop.asked()) assert.doesNotMatch(url, /\/(se|no)\/.*\/(se|no)\//);
  });
}

describe("the popup over shops that share an origin", () => {
  let browser;
  let ports;
  let shop;

  before(async () => {
    ports = await freePorts();
    browser = await launch({ hosts: toShop(ports) });
  });

  after(() => browser?.close());

  afterEach(async () => {
    await shop?.stop();
    await browser.tidy();
  });

  const over = async (path) => Popup.open(browser, await browser.visit(`${HTTP_SHOP}${path}`));
  const titled = (popup, title) => until(5_000, `the popup is not titled ${title}`, async () => (await popup.evaluate("document.querySelector('h1').innerText")) === title);

  test("what is found at one of them is shown on its pages, and not on the other's", async () => {
    shop = await twoShops(ports.http);
    const popup = await over("/se/checkout/");
    await titled(popup, "shop.example.com");
    await popup.click("Check this shop");
    const { report } = await popup.finished(`${HTTP_SHOP}/se`);
    await popup.shows(report.headline);
    await titled(popup, "http://shop.example.com/se");
    await popup.close();
    const beside = await over("/se/cart/");
    await beside.shows(report.headline);
    await beside.close();
    const other = await over("/no/checkout/");
    await other.shows("Does the payment callback reach this shop?");
    await other.click("Check this shop");
    const second = await other.finished(`${HTTP_SHOP}/no`);
    assert.equal(second.report.causes[0].id, "blocked");
    await other.shows(second.report.headline);
    await other.close();
    const back = await over("/se/");
    await back.shows(report.headline);
  });
});
