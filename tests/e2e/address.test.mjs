// The site from an address alone, in both browsers, where a page of https meets shops that it cannot read or reach; and whom
// it asks. The recorded shops are in checker.test.mjs.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { toShop } from "./lib/chromium.mjs";
import { BROWSERS } from "./lib/checker.mjs";
import { SHOP, freePorts, secureServer } from "./lib/servers.mjs";

const RESOLVERS = ["cloudflare-dns.com", "dns.google"];

for (const { name, skip, start } of BROWSERS) {
  describe(name, { skip }, () => {
    /** @type {import("./lib/checker.mjs").Checker} */
    let checker;
    let ports;
    let resolver;
    let shop;

    /** What the resolver says; a test may change it. */
    let records = { A: ["93.184.216.34"], AAAA: [] };

    before(async () => {
      ports = await freePorts();
      resolver = await secureServer(({ url, method, headers }, response) => {
        resolver.asked.push({ method, host: headers.host, url, headers });
        const type = new URL(url, "https://resolver").searchParams.get("type");
        const json = { Status: records[type].length + records.A.length ? 0 : 3, Answer: records[type].map((data) => ({ data })) };
        response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "application/dns-json" }).end(JSON.stringify(json));
      });
      resolver.asked = [];
      const hosts = { ...toShop(ports), "example.com:443": ports.https, "www.example.com:443": ports.https };
      for (const name of RESOLVERS) hosts[`${name}:443`] = resolver.port;
      checker = await start(hosts);
    });

    after(async () => {
      await checker?.close();
      await resolver?.stop();
    });

    afterEach(async () => {
      await shop?.stop();
      shop = undefined;
    });

    /** A shop that answers, but no page may read it. */
    const unreadable = () => secureServer((_, response) => response.writeHead(500).end(), ports.https);

    test(`${name}: an answer that no page may read is an answer`, async () => {
      shop = await unreadable();
      const { cause, text } = await checker.check(SHOP);
      assert.equal(cause, "undetermined");
      assert.match(text, /an answer that no page may read/);
    });

    test(`${name}: where nothing answers, it is only likely, and the report says what a page cannot tell`, async () => {
      const { cause, text } = await checker.check(SHOP);
      assert.equal(cause, "unreachable");
      assert.match(text, /does not tell a page why/);
    });

    test(`${name}: a secure page may not ask an http address: only https is asked, and the command is there`, async () => {
      const { cause, text } = await checker.check("http://shop.example.com/");
      assert.equal(cause, "http-home-url");
      assert.match(text, /secure page may not send requests to an http address/);
      assert.match(text, /curl .*http:\/\/shop\.example\.com\/wc-api/);
      assert.ok(checker.asked().every((name) => name === "shop.example.com"), checker.asked().join(", "));
    });

    for (const [home, cause] of [["https://www.example.com", "undetermined"], ["https://example.com", "redirected"]]) {
      test(`${name}: the server sends everybody to www, and WordPress calls ${home} its home`, async () => {
        shop = await secureServer(({ headers, url }, response) => {
          if (headers.host === "example.com") return response.writeHead(301, { location: `https://www.example.com${url}` }).end();
          const index = { name: "Shop", url: home, home, namespaces: ["wp/v2", "wc/store/v1"] };
          const open = url.startsWith("/wp-json/") && headers.origin ? { "access-control-allow-origin": headers.origin } : {};
          response.writeHead(200, { "content-type": "application/json", ...open }).end(JSON.stringify(index));
        }, ports.https);
        const said = await checker.check("example.com");
        assert.equal(said.cause, cause, said.report);
        assert.match(said.report, new RegExp(`<${home}/>`), "the report is about another address");
        assert.deepEqual(checker.asked().sort(), ["example.com", "www.example.com"]);
      });
    }

    for (const [what, said, cause] of [
      ["a public name", { A: ["93.184.216.34"], AAAA: [] }, "undetermined"],
      ["a private network", { A: ["10.1.2.3"], AAAA: [] }, "not-public"],
      ["IPv6 that leads nowhere", { A: ["93.184.216.34"], AAAA: ["fd00::1"] }, "not-public"],
      ["no such name", { A: [], AAAA: [] }, "unreachable"],
    ]) {
      test(`${name}: a resolver is asked after the yes, and only that one: ${what}`, async () => {
        shop = await unreadable();
        records = said;
        resolver.asked.length = 0;
        assert.equal((await checker.check(SHOP)).cause, "undetermined");
        assert.deepEqual(checker.asked(), ["shop.example.com"], "somebody else was asked");
        assert.deepEqual(resolver.asked, []);
        await checker.says(/gets the name shop\.example\.com and nothing else/);
        await checker.click(".look-up > summary");
        await checker.press("Look the name up at Google (dns.google)");
        await checker.says(/Look the name up at/, false);
        assert.equal((await checker.outcome()).cause, cause);
        assert.deepEqual(checker.asked(), ["shop.example.com", "dns.google"], "somebody else was asked after the yes");
        assert.deepEqual(resolver.asked.map(({ url }) => url), ["A", "AAAA"].map((type) => `/resolve?name=shop.example.com&type=${type}`));
        for (const { method, host, headers } of resolver.asked) {
          assert.equal(`${method} ${host}`, "GET dns.google");
          assert.equal(headers.cookie ?? headers.referer, undefined);
          assert.equal(headers.accept, "application/dns-json");
        }
      });
    }
  });
}
