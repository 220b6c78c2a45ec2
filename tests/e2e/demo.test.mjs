// The demo's own page, walked by its links in a browser that trusts the demo's authority, as the page asks for: the site, the bookmark and the
// extension give the answer that stands beside each shop. The commands are walked by `xtask/tests/demo.rs`.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";

import { bookmarkOf, click, outcome } from "./lib/bookmark.mjs";
import { launch } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { serve } from "./lib/servers.mjs";

const OPEN_MS = 10_000;

/** A browser's own caller cannot tell these from a healthy shop: the question stays open. */
const NEEDS_THE_PROVIDER = "caller-blocked";

/** One situation can be picked by name. */
const ONLY = process.env.SITUATION?.split(",");

const server = await serve();
const trusted = new Uint8Array(await (await fetch(new URL("callback-doctor-demo.crt", server.demo))).arrayBuffer());
const browser = await launch({ extension: false, trusted });
const extended = await launch({ trusted });

after(async () => {
  await browser.close();
  await extended.close();
  await server.stop();
});

/** Of each shop on the page its id, the right causes, where it opens, and the link to the checker. */
const front = await browser.visit(server.demo);
const shops = await front.$$eval("section li", (items) => items.map((item) => ({
  id: item.id,
  hostile: Boolean(item.closest("#hostile")),
  causes: item.querySelector("[data-causes]").dataset.causes.split(" "),
  page: item.querySelector("a.shop").href,
  check: item.querySelector("a.check").href,
})));
const bookmark = await bookmarkOf(browser, new URL("/", shops[0].check).href);

/** Opens a shop as a person does. */
async function open({ visit }, url) {
  const page = await visit(url);
  await page.waitForLoadState("load", { timeout: OPEN_MS });
  assert.match(page.url(), /^https?:/, `${url} does not open`);
  return page;
}

const picked = shops.filter(({ id }) => ONLY?.includes(id) ?? true);

describe("the demo", { concurrency: 2 }, () => {
  test("the page has 59 shops, each with its answer", () => {
    assert.equal(shops.length, 59);
    for (const { id, causes } of shops) assert.ok(causes.length > 0, id);
  });

  describe("the site, and the bookmark where the site leads to it", { concurrency: 1 }, () => {
    for (const shop of picked) {
      test(`the site: ${shop.id}`, async () => {
        const page = shop.hostile ? undefined : await open(browser, shop.page);
        const checker = await browser.visit(shop.check);
        await checker.getByRole("button", { name: "Check this shop" }).first().click();
        const site = await outcome(checker);
        const open_ = [...shop.causes, "undetermined"];
        assert.ok(open_.includes(site.cause), `the site says ${site.cause ?? site.failed}, expected ${open_.join(" or ")}`);
        await checker.close();
        if (page) {
          const said = await outcome(await click(page, bookmark));
          const right = shop.causes.includes(said.cause) || (shop.causes.includes(NEEDS_THE_PROVIDER) && said.unsure);
          assert.ok(right, `the bookmark says ${said.cause ?? said.failed}, expected ${shop.causes.join(" or ")}`);
        }
        await browser.tidy();
      });
    }
  });

  describe("the extension", { concurrency: 1 }, () => {
    for (const shop of picked) {
      test(`the extension: ${shop.id}`, async () => {
        const { origin } = new URL(shop.page);
        let page = shop.hostile ? undefined : await open(extended, shop.page);
        const shown = page && new URL(page.url()).host === new URL(origin).host;
        if (!shown) {
          page = await extended.context.newPage();
          await page.goto(`chrome-extension://${extended.id}/report.html?shop=${encodeURIComponent(origin)}`);
          await page.getByRole("button", { name: "Check this shop" }).click();
        }
        const popup = await Popup.open(extended, page);
        if (shown) await popup.click("Check this shop");
        const run = await popup.finished(shown ? new URL(page.url()).origin : origin);
        assert.equal(run.phase, "done", JSON.stringify(run.phase));
        const [cause] = run.report.causes;
        assert.ok(shop.causes.includes(cause.id), `it says ${cause.id}, expected ${shop.causes.join(" or ")}: ${JSON.stringify(cause.evidence)}`);
        await extended.tidy();
      });
    }
  });
});
