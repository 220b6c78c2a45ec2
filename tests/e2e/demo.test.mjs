// The demo's own page, walked by its links in a browser that trusts the demo's authority, as the page asks for: the site, the bookmark and the
// extension give the answer that stands beside each shop. The commands are walked by `xtask/tests/demo.rs`.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";

import { bookmarkOf, click } from "./lib/bookmark.mjs";
import { launch } from "./lib/chromium.mjs";
import { Popup } from "./lib/popup.mjs";
import { serve } from "./lib/servers.mjs";

const FINISH_MS = 40_000;

/** A browser's own caller cannot tell these from a healthy shop: the question stays open. */
const NEEDS_THE_PROVIDER = "caller-blocked";

/** Its page is the wall itself, and what the shop behind it says stays out of sight: the bookmark leaves it open. */
const BEHIND_A_WALL = "two_plain_wordfence_ip";

/** What a surface says in the place of the listed answer, since it sees only a part. */
const ALSO = {
  // WordPress's index, which is all that a web page may read, shows only the second fault.
  two_polylang_shown_tls_proxy_http_home: "http-home-url",
  // The page that opens is that of www, where callbacks arrive.
  www_redirect_callback_on_nonwww: "healthy",
  // No page may see where a redirect leads.
  redirect_loop: "unreachable",
};

/** Shops that are not at their server's root: each is told apart from the root's. */
const FOLDERS = { multisite_shop2: "/shop2" };

/** One situation can be picked by name. */
const ONLY = process.env.SITUATION?.split(",");

/** Other payment plugins than the one that the answers are for: what the bookmark says of their shops, and the site alone. */
const CHOSEN = [
  { plugin: "Mollie", id: "baseline", cause: "healthy", site: ["undetermined"] },
  { plugin: "Mollie", id: "wordfence_ip", cause: "blocked", site: ["undetermined"] },
  // Nothing that the site may read shows the plugin, and most are stopped by this.
  { plugin: "Stripe", id: "plain", cause: "healthy", site: ["plain-permalinks"] },
  { plugin: "Stripe", id: "wordfence_ip", cause: "blocked", site: ["undetermined"] },
];

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

for (const shop of shops) shop.right = [...shop.causes, ALSO[shop.id]].filter(Boolean);

const picked = shops.filter(({ id }) => ONLY?.includes(id) ?? true);

/** Goes to an address in a tab that is used for one shop after the other. */
async function go(tab, url) {
  // The checker's addresses differ in their end alone.
  await tab.goto("about:blank");
  await tab.goto(url).catch((error) => {
    if (!/net::ERR_/.test(error.message)) throw error;
  });
}

/** The first cause of the report that the checker shows, and whether the question is open. */
async function verdict(checker) {
  const cause = checker.locator(".about code").first();
  await cause.waitFor({ state: "attached", timeout: FINISH_MS });
  // It fills while the check runs.
  await checker.getByRole("button", { name: "Copy for support" }).first().waitFor({ timeout: FINISH_MS });
  const causes = (await cause.textContent()) ?? "";
  return { cause: causes.split(/[ ,]/)[0], unsure: (await checker.locator("h2.verdict .sign.unsure").count()) > 0 };
}

test("the page has 59 shops, each with its answer", () => {
  assert.equal(shops.length, 59);
  for (const { id, causes } of shops) assert.ok(causes.length > 0, id);
});

describe("the site, and the bookmark on the shop's page", async () => {
  const [checker, tab] = [await browser.context.newPage(), await browser.context.newPage()];
  for (const shop of picked) {
    test(`the site: ${shop.id}`, async () => {
      await go(checker, shop.check);
      await checker.getByRole("button", { name: "Check this shop" }).first().click();
      const site = await verdict(checker);
      const may = [...shop.right, "undetermined"];
      assert.ok(may.includes(site.cause), `the site says ${site.cause}, expected ${may.join(" or ")}`);
      // A browser shows no page of those that misbehave.
      if (shop.hostile) return;
      await go(tab, shop.page);
      // Nor does it of a password dialog that nobody is there to close.
      if (!tab.url().startsWith("http")) return assert.ok(shop.causes.includes("login-wall"), tab.url());
      const window = await click(tab, bookmark);
      const said = await verdict(window);
      await window.close();
      const open = shop.causes.includes(NEEDS_THE_PROVIDER) || shop.id === BEHIND_A_WALL;
      const right = shop.right.includes(said.cause) || (open && said.unsure);
      assert.ok(right, `the bookmark says ${said.cause}, expected ${shop.right.join(" or ")}`);
    });
  }
});

describe("another payment plugin, chosen on the page", async () => {
  const tab = await browser.context.newPage();
  const row = (id) => tab.locator(`#${id}`);
  for (const { plugin, id, cause, site } of CHOSEN) {
    test(`${plugin}: ${id}`, async () => {
      await go(tab, server.demo);
      await tab.getByLabel("Payment plugin").selectOption({ label: plugin });
      await tab.getByText("The answers beside the shops are those for Kustom.").waitFor();
      await row(id).getByRole("link", { name: "Check it" }).click();
      await tab.getByRole("button", { name: "Check this shop" }).first().click();
      const alone = await verdict(tab);
      assert.ok(site.includes(alone.cause), `the site says ${alone.cause}, expected ${site.join(" or ")}`);
      // Back there the choice still stands.
      await go(tab, server.demo);
      await row(id).getByRole("link", { name: "Open the shop" }).click();
      await tab.waitForLoadState();
      const window = await click(tab, bookmark);
      const said = await verdict(window);
      assert.equal(said.cause, cause);
      assert.match(await window.locator("main").innerText(), new RegExp(`^${plugin}, version not seen`, "m"));
      await window.close();
    });
  }
});

describe("the extension", async () => {
  const tab = await extended.context.newPage();
  for (const shop of picked) {
    test(`the extension: ${shop.id}`, async () => {
      let { origin } = new URL(shop.page);
      if (shop.hostile) {
        await go(tab, `chrome-extension://${extended.id}/report.html?shop=${encodeURIComponent(origin)}`);
        await tab.getByRole("button", { name: "Check this shop" }).click();
      } else {
        await go(tab, shop.page);
        // The page of a password dialog is the browser's own.
        if (tab.url().startsWith("http")) ({ origin } = new URL(tab.url()));
      }
      const home = origin + (FOLDERS[shop.id] ?? "");
      const popup = await Popup.open(extended, tab);
      if (!shop.hostile) await popup.click("Check this shop");
      const run = await popup.finished(home);
      await popup.close();
      assert.equal(run.phase, "done", JSON.stringify(run.phase));
      const [cause] = run.report.causes;
      assert.ok(shop.right.includes(cause.id), `it says ${cause.id}, expected ${shop.causes.join(" or ")}: ${JSON.stringify(cause.evidence)}`);
    });
  }
});
