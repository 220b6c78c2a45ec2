// A third of the payment plugins through the extension, in both browsers: healthy, behind a firewall's page, and three of
// them with plain permalinks. Each way by which calls come in is among them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch } from "./lib/chromium.mjs";
import { FIREFOX } from "./lib/either.mjs";
import { Popup } from "./lib/popup.mjs";
import { demoShops } from "./lib/servers.mjs";

/** By the way in which their calls come. */
const GATEWAYS = [
  "klarna_payments", "swedbank_pay", // a path, whatever the permalinks are
  "stripe", "redsys", "payu", // arguments alone
  "paypal_standard", "payfast", // WooCommerce's choice
  "vipps_mobilepay", // a path, or arguments where permalinks are plain
  "mollie", "viva", // REST
  "woopayments", // REST, called by WordPress.com
  "razorpay", // admin-post.php
  "paytrail", // a path of its own
];

/** Whose healthy answer cannot be asked for: nothing proves that they listen. */
const OPEN = ["payfast", "swedbank_pay"];

const CASES = [
  ...GATEWAYS.map((gateway) => ({ gateway, fault: "baseline", cause: OPEN.includes(gateway) ? "undetermined" : "healthy" })),
  ...GATEWAYS.map((gateway) => ({ gateway, fault: "wordfence_ip", cause: "blocked", blocker: "wordfence-block-503" })),
  { gateway: "klarna_payments", fault: "plain", cause: "plain-permalinks" },
  { gateway: "stripe", fault: "plain", cause: "healthy" },
  { gateway: "mollie", fault: "plain", cause: "healthy" },
].filter(({ gateway }) => process.env.GATEWAY?.split(",").includes(gateway) ?? true);

let shops;

before(async () => {
  shops = await demoShops();
});

after(() => shops?.stop());

/** Where the shop of a case lives, and its checkout. */
function place({ gateway, fault }) {
  const home = `http://${`${fault}--${gateway}`.replaceAll("_", "-")}.callback-doctor.localhost:${shops.port}`;
  return { home, page: home + (fault === "plain" ? "/?page_id=7" : "/checkout/") };
}

/** Whether a run says what it has to. */
function assertRight(run, { gateway, cause, blocker }) {
  assert.equal(run.phase, "done", JSON.stringify(run.phase));
  const [first] = run.report.causes;
  assert.equal(first.id, cause, JSON.stringify(first.evidence));
  if (blocker) assert.equal(first.blocker, blocker);
  assert.equal(run.report.gateway?.id ?? run.report.gateway, gateway);
}

describe("Chromium", () => {
  let browser;
  let tab;
  before(async () => {
    browser = await launch();
    tab = await browser.context.newPage();
  });
  after(() => browser?.close());
  for (const one of CASES) {
    test(`Chromium: ${one.gateway}: ${one.fault}`, async () => {
      const { home, page } = place(one);
      await tab.goto(page);
      const popup = await Popup.open(browser, tab);
      await popup.click("Check this shop");
      const run = await popup.finished(home);
      await popup.shows(run.report.headline);
      await popup.close();
      assertRight(run, one);
    });
  }
});

describe("Firefox", { skip: FIREFOX.skip }, () => {
  let browser;
  before(async () => {
    const hosts = CASES.map((one) => [new URL(place(one).home).host, shops.port]);
    browser = await FIREFOX.start(Object.fromEntries(hosts));
  });
  after(() => browser?.close());
  for (const one of CASES) {
    test(`Firefox: ${one.gateway}: ${one.fault}`, async () => {
      const { home, page } = place(one);
      await browser.startOn(page, home);
      const run = await browser.finished(home);
      const text = await browser.evaluate("return document.body.innerText;");
      assert.ok(text.includes(run.report.headline), `the report page does not show "${run.report.headline}" but: ${text}`);
      assertRight(run, one);
    });
  }
});
