// The checker site as a person uses it: one field, from a folder of some web server, without any permission; in both browsers.

import assert from "node:assert/strict";
import { get } from "node:http";
import { text } from "node:stream/consumers";
import { after, afterEach, before, describe, test } from "node:test";

import { toShop } from "./lib/chromium.mjs";
import { BROWSERS } from "./lib/checker.mjs";
import { assertHarmless } from "./lib/manners.mjs";
import { SHOP, demoShop, freePorts } from "./lib/servers.mjs";

for (const { name, skip, start } of BROWSERS) {
  describe(name, { skip }, () => {
    /** @type {import("./lib/checker.mjs").Checker} */
    let checker;
    let ports;
    let shop;

    before(async () => {
      ports = await freePorts();
      checker = await start(toShop(ports));
    });

    after(() => checker?.close());

    afterEach(async () => {
      await shop?.stop();
      shop = undefined;
      assert.deepEqual(await checker.broken(), [], "the site broke");
    });

    /** Puts `text` into the open site's field and asks for a check. */
    async function check(text) {
      await checker.open();
      await checker.paste(text);
      await checker.press("Check this shop");
    }

    test(`${name}: an address: the site asks only what it may read, and says what it cannot see`, async () => {
      shop = await demoShop("plain", ports);
      await checker.visit(SHOP);
      await checker.evaluate(`document.cookie = "wordpress_logged_in_x=secret; Secure; SameSite=None";`);
      const before = shop.asked().length;
      const { text } = await checker.check("shop.example.com");
      assert.match(text, /plain/i, `the permalink setting shows in the REST index, but the report says: ${text}`);
      const sent = assertHarmless(shop.asked().slice(before));
      assert.ok(sent.length > 0, "nothing was asked");
      for (const { method, url } of sent) {
        assert.equal(method, "GET", `${method} ${url}: a page cannot read the answer, so it must not ask`);
      }
    });

    test(`${name}: an address of a shop that answers nobody ends in a report`, async () => {
      const { text } = await checker.check(`${SHOP}/checkout/`);
      assert.match(text, /extension/i, "the report does not say that the extension sees more");
    });

    test(`${name}: a page's source without an address sends nothing and says what is missing`, async () => {
      shop = await demoShop("plain", ports);
      await check("<!doctype html><title>A shop</title><p>Nothing to see.");
      await checker.says(/does not say which shop/);
      assert.deepEqual(shop.asked(), [], "requests were sent without an address");
    });

    test(`${name}: a page's source names the cause`, async () => {
      shop = await demoShop("plain", ports);
      const page = await new Promise((done) => get({ host: "127.0.0.1", port: ports.http, headers: { host: "shop.example.com" } }, done));
      await check(await text(page));
      assert.equal((await checker.outcome()).cause, "plain-permalinks");
      assertHarmless(shop.asked().slice(1));
    });

    test(`${name}: a second check takes the place of the first`, async () => {
      shop = await demoShop("plain", ports);
      assert.match((await checker.check(SHOP)).text, /plain/i);
      await shop.stop();
      shop = await demoShop("baseline", ports);
      await checker.press("Check again");
      await checker.says(/plain/i, false);
    });

    test(`${name}: the address bar fills the field and sends nothing`, async () => {
      shop = await demoShop("plain", ports);
      await checker.open("?shop=shop.example.com");
      assert.match(await checker.field(), /shop\.example\.com/);
      assert.deepEqual(shop.asked(), [], "requests were sent before the person asked for them");
    });

    test(`${name}: what is typed while the site loads stays`, async () => {
      const load = await checker.openSlowly();
      await checker.type("shop.exam");
      load();
      await checker.listens();
      await checker.typeOn("ple.com");
      assert.equal(await checker.field(), "shop.example.com");
    });

    test(`${name}: text that is no address gets a plain answer`, async () => {
      await check("http://[::1");
      await checker.says(/not an address/);
    });
  });
}
