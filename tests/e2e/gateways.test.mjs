// A shop with several payment plugins: all are named, each is asked as its own provider would, and one click asks another.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";

import { bookmarkOf, click } from "./lib/bookmark.mjs";
import { DIST, launch, toShop } from "./lib/chromium.mjs";
import { FIREFOX } from "./lib/either.mjs";
import { Popup, until } from "./lib/popup.mjs";
import { SHOP, freePorts, secureServer, site } from "./lib/servers.mjs";

const [STRIPE, MOLLIE] = ["Stripe/1.0 (+https://stripe.com/docs/webhooks)", "Mollie HTTP client/1.0"];

const file = (plugin) => `<script src="${SHOP}/wp-content/plugins/${plugin}/assets/a.js"></script>`;
const method = (id) => `<li class="wc_payment_method payment_method_${id}"><input type="radio" name="payment_method" value="${id}"></li>`;

const BARE = `<!doctype html><title>A shop</title><link rel="https://api.w.org/" href="${SHOP}/wp-json/"><link rel="canonical" href="${SHOP}/kassa/">${file("woocommerce")}`;
const BOTH = `${BARE}${file("woocommerce-gateway-stripe")}${file("mollie-payments-for-woocommerce")}<body class="woocommerce-checkout"><ul class="wc_payment_methods">${method("stripe")}${method("mollie_wc_gateway_ideal")}</ul>`;

/** @type {import("./lib/chromium.mjs").Browser} */
let browser;
let checker;
let ports;
let shop;

before(async () => {
  ports = await freePorts();
  checker = await site(join(DIST, "site"));
  shop = await twoGateways(ports.https);
  browser = await launch({ hosts: toShop(ports) });
});

after(async () => {
  await browser?.close();
  checker?.stop();
  await shop?.stop();
});

afterEach(async () => {
  await browser.tidy();
  shop.asked.length = 0;
});

async function open(html) {
  shop.html = html;
  const page = await browser.visit(`${SHOP}/kassa/`);
  await page.waitForLoadState("load");
  shop.asked.length = 0;
  return page;
}

/** Who asked, the browsers apart. */
const agents = () => [...new Set(shop.asked.map(({ headers }) => headers["user-agent"]).filter((agent) => !agent.startsWith("Mozilla")))];

/** The extension on the shop's checkout: in Chromium its popup, in Firefox its report page. */
const EXTENSIONS = [
  {
    name: "Chromium",
    skip: false,
    start: async () => {},
    async check(html) {
      const popup = await Popup.open(browser, await open(html));
      await popup.click("Check this shop");
      return { run: () => popup.finished(SHOP), press: (label) => popup.click(label), text: () => popup.text() };
    },
  },
  {
    ...FIREFOX,
    start: () => FIREFOX.start(toShop(ports)),
    async check(html, firefox) {
      shop.html = html;
      await firefox.open(SHOP);
      await firefox.forget();
      await firefox.startOn(`${SHOP}/kassa/`, SHOP);
      return { run: () => firefox.finished(SHOP), press: firefox.press, text: () => firefox.evaluate("return document.body.innerText;") };
    },
  },
];

for (const { name, skip, start, check } of EXTENSIONS) {
  describe(name, { skip }, () => {
    let own;
    before(async () => (own = await start()));
    after(() => own?.close());

    /** The run of a gateway, once it is finished. */
    const finished = ({ run, text }, id) => until(30_000, `no report about ${id}`, async () => {
      const found = await run();
      return found.report?.endpoints[0]?.gateway === id && found;
    }, text);

    const shows = ({ text }, words) => until(5_000, `"${words}" is not shown`, async () => (await text()).includes(words), text);

    test(`${name}: the extension names both and asks each as its own provider`, async () => {
      const extension = await check(BOTH, own);
      const { report } = await finished(extension, "stripe");
      assert.deepEqual(report.gateways, [{ id: "stripe", name: "Stripe" }, { id: "mollie", name: "Mollie" }]);
      assert.equal(report.gateway.id, "stripe");
      assert.deepEqual(agents(), [STRIPE]);
      await shows(extension, "Also in this shop: Mollie.");
      shop.asked.length = 0;
      await extension.press("Check Mollie instead");
      const again = await finished(extension, "mollie");
      assert.deepEqual(agents(), [MOLLIE]);
      assert.deepEqual(again.report.gateways, report.gateways);
      await shows(extension, "Check Stripe instead");
    });

    test(`${name}: where REST shows the gateway in the middle of a check, its provider is imitated from then on`, async () => {
      const extension = await check(BARE, own);
      const { report } = await finished(extension, "mollie");
      const last = report.probes.findLast((probe) => probe.user_agent);
      assert.equal(last?.user_agent, MOLLIE, JSON.stringify(report.probes, null, 1));
      assert.equal(last?.caller, "provider", "it did not go out as the provider's");
    });
  });
}

test("the bookmark's window asks another one through the same page", async () => {
  const bookmark = await bookmarkOf(browser, checker.url);
  const window = await click(await open(BOTH), bookmark);
  await window.getByText("Also in this shop: Mollie.").waitFor({ timeout: 30_000 });
  const before = shop.asked.length;
  await window.getByRole("button", { name: "Check Mollie instead" }).click();
  await window.getByRole("button", { name: "Check Stripe instead" }).waitFor({ timeout: 30_000 });
  assert.ok(shop.asked.length <= 8, "more than eight requests");
  assert.ok(shop.asked.slice(before).some(({ url }) => url.includes("callback-doctor/v1") || url.includes("mollie/v1")), "Mollie was not asked");
  await window.getByRole("button", { name: "Check again" }).first().click();
  await window.getByText("click the bookmark again").waitFor();
});

test("the site goes on from the same page with another one", async () => {
  const page = await browser.visit(checker.url);
  await page.locator("textarea").fill(BOTH);
  await page.locator(".field button.primary, .field button[type=submit]").first().click();
  await page.getByRole("button", { name: "Check Mollie instead" }).click({ timeout: 30_000 });
  await page.getByRole("button", { name: "Check Stripe instead" }).waitFor({ timeout: 30_000 });
});

test("two addresses in the field: what the provider has on file, with the difference marked", async () => {
  const page = await browser.visit(checker.url);
  await page.locator("textarea").fill("https://staging.example.com/wc-api/wc_stripe/?key=s3cr3t\nhttps://shop.example.com/");
  await page.locator(".field button.primary, .field button[type=submit]").first().click();
  await page.getByText("The provider has this address").waitFor({ timeout: 30_000 });
  assert.equal(await page.locator("header.subject h1").innerText(), "shop.example.com");
  const marked = await page.locator(".addresses mark").allInnerTexts();
  assert.deepEqual(marked, ["staging.example.com/wc-api/wc_stripe/", "shop.example.com/?wc-api=wc_stripe"]);
  const sign = await page.locator(".addresses mark").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(sign, "underline");
  assert.match(await page.locator(".addresses").innerText(), /Underlined: what differs/);
  assert.doesNotMatch(await page.locator("main").innerHTML(), /s3cr3t/);
});

/** WooCommerce, Stripe and Mollie answer as a healthy shop does. */
async function twoGateways(port) {
  const json = { "content-type": "application/json", "access-control-allow-origin": "*", "access-control-expose-headers": "X-WP-Total" };
  const server = await secureServer(async (request, response) => {
    const { method, url, headers } = request;
    if (url === "/favicon.ico" || url.startsWith("/wp-content/")) return response.writeHead(404).end();
    if (url === "/kassa/") return response.writeHead(200, { "content-type": "text/html" }).end(own.html);
    own.asked.push({ method, url, headers });
    if (/wc-api/.test(url)) return response.writeHead(400, { "content-type": "text/html" }).end("-1");
    if (/^\/wp-json\/(\?|$)/.test(url)) return response.writeHead(200, json).end(JSON.stringify({ name: "Shop", url: SHOP, home: SHOP, namespaces: ["wp/v2", "wc/v3", "mollie/v1"] }));
    if (/^\/wp-json\/mollie\/v1\/?$/.test(url)) return response.writeHead(200, json).end(JSON.stringify({ namespace: "mollie/v1", routes: {} }));
    if (url.startsWith("/wp-json/")) return response.writeHead(404, json).end(JSON.stringify({ code: "rest_no_route", message: "No route", data: { status: 404 } }));
    response.writeHead(404, { "content-type": "text/html" }).end("<title>Not found</title>");
  }, port);
  const own = { html: "", asked: [], stop: () => server.stop() };
  return own;
}
