// What holds for every diagnosis, whatever it finds.

import assert from "node:assert/strict";

/** Requests to callbacks and to REST that the page itself did not send: a page's own say that they come from it. */
export function probes(requests) {
  const asks = /\/wc-api\/|[?&]wc-api=|\/wp-json|[?&]rest_route=/;
  const ofThePage = ({ headers }) => headers["sec-fetch-site"] === "same-origin" && headers.referer;
  return requests.filter((request) => asks.test(request.url) && !ofThePage(request));
}

/**
 * At most 8 probes, all without cookie, credential and body, and none to a handler that acts on it.
 * @param {ReturnType<typeof probes>} requests
 */
export function assertHarmless(requests) {
  const sent = probes(requests);
  const list = sent.map(({ method, url }) => `${method} ${url}`).join("\n  ");
  assert.ok(sent.length <= 8, `more than 8 probes were sent:\n  ${list}`);
  for (const { method, url, headers, body } of sent) {
    assert.equal(headers.cookie, undefined, `a cookie went with ${method} ${url}`);
    assert.equal(headers.authorization, undefined, `a credential went with ${method} ${url}`);
    assert.equal(headers.referer, undefined, `the page's address went with ${method} ${url}`);
    assert.equal(body ?? "", "", `${method} ${url} had a body`);
    assert.doesNotMatch(url, /KCO_WC_(Notification|Validation)/i, `${url} must never be called`);
  }
  return sent;
}
