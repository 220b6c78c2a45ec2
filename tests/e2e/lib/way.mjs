// The way from a browser to a recorded shop, with what the recording lacks.

import { once } from "node:events";
import { createServer, request as plainRequest } from "node:http";
import { request } from "node:https";

import { isCached, secureServer } from "./servers.mjs";

/**
 * The headers that the replay lacks. WordPress lets every origin read its REST answers, under pretty addresses and under
 * `?rest_route=` alike (rest_send_cors_headers), but only the index was recorded with an Origin. WooCommerce's Store API
 * takes the header away again, and a cached answer has none.
 */
function cors(url, origin, type, cached) {
  const rest = /rest_route=|\/wp-json/.test(url) && !/wc\/store/.test(url);
  const spoken = rest && /json/.test(type ?? "") && !cached;
  return spoken && origin ? { "access-control-allow-origin": origin, "access-control-expose-headers": "X-WP-Total, X-WP-TotalPages, Link" } : {};
}

/**
 * One browser's way to the recorded shop on these ports, which notes what goes through it.
 * @param {{ https: number, http: number }} ports
 */
export async function way(ports) {
  let asked = [];
  let cached = false;
  const pass = (scheme, send, port) => (incoming, response) => {
    const { method, url, headers } = incoming;
    const noted = { method, url: `${scheme}://${headers.host}${url}`, headers, body: "" };
    asked.push(noted);
    const onward = send({ host: "127.0.0.1", port: ports[port], method, path: url, headers, rejectUnauthorized: false }, (answer) => {
      response.writeHead(answer.statusCode, { ...answer.headers, ...cors(url, headers.origin, answer.headers["content-type"], cached) });
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    incoming.on("data", (chunk) => (noted.body += chunk));
    incoming.pipe(onward);
  };
  const secure = await secureServer(pass("https", request, "https"));
  const plain = createServer(pass("http", plainRequest, "http")).listen(0, "127.0.0.1");
  await once(plain, "listening");
  return {
    https: secure.port,
    http: plain.address().port,
    /** Every request since the beginning. */
    asked: () => asked,
    /** The next diagnosis, of this shop. */
    begin(situation) {
      asked = [];
      cached = isCached(situation);
    },
    async stop() {
      await secure.stop();
      plain.close();
      plain.closeAllConnections();
    },
  };
}
