// The in-page hand. As a bookmark it runs in the shop's own page and loads nothing: it hands the page to the checker's
// window and sends what that asks for: empty requests to this page's own origin, without cookies, that fit the rules below,
// and for the audit of the whole site any GET there that is no callback and does not act. Anything else it refuses, and
// says why. A new shape of its messages or other rules are a new version: the checker has the bookmark renewed.

/**
 * @typedef {{ id: number, method: string, url: string, audit?: true }} Question
 * @typedef {{ status: number, headers: [string, string][], body: ArrayBuffer, end: string }} Response
 * @typedef {{ id: number, ms: number, response?: Response, redirect?: true, silent?: "timeout" | "unknown", refused?: string }} Answer
 * @typedef {{ ask?: string, blocked: string, cut_off: string, close: string }} Words
 */

(/** @type {string} */ checker, /** @type {Words} */ words) => {
  "use strict";
  // All are written in by the build (diagnosis::forms, audit::follow). Of each method what may be asked for, with "~" between:
  // "!" and a handler of wc-api, "*" and a route of REST, or the end of an address.
  const VERSION = 0;
  /** @type {Record<string, string>} */
  const RULES = {};
  // What acts in a path with its query, or is a callback: no audit asks for it.
  const ACTS = /^/;
  // probe::limits and audit::manners, of a check and of an audit: requests in all, at a time, milliseconds each.
  const LIMITS = [[8, 2, 12000], [60000, 4, 30000]];
  // Bytes of a body, of a REST index, of a page.
  const [BODY_BYTES, REST_INDEX_BYTES, PAGE_BYTES] = [2 ** 16, 2 ** 21, 2 ** 23];
  // A checker that is silent for so long cannot reach this page. So long after its last question it may ask another: a person
  // chooses another payment plugin, or begins an audit.
  const [SILENCE_MS, LIFE_MS] = [45000, 3600000];

  // The folder of the shop, a language, index.php or REST's own name may stand before a form, but no way in of WordPress
  // and, encoded, no letter.
  const FOLDER = /^\/((?!(wc-api|wp-(json|admin|content|includes)|(?!index\.)[^/]*\.php)\/)([\w.~-]|%[89A-F][\dA-F])+\/){0,4}$/i;

  const end = new AbortController();
  const { signal } = end;
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join("-");
  // A checker in a file has no address here and no origin.
  const origin = checker ? new URL(checker).origin : "null";
  // Of a check and of an audit.
  const [sent, underWay] = [[0, 0], [0, 0]];
  let [greeted, last, watch] = [false, Date.now(), 0];

  addEventListener("message", greet, { signal });
  // No page can open a file, so a checker in one has opened this page. Others may have, so the person is asked.
  const theirs = checker ? open(`${checker}#in-page=${nonce}`) : opener;
  if (!theirs) return say(words.blocked);
  if (!checker && !confirm(words.ask)) return close();
  if (!checker) theirs.postMessage({ callbackDoctor: "hello", version: VERSION, nonce }, "*");
  watch = setInterval(() => {
    const age = Date.now() - last;
    // Closed before it spoke: by a Cross-Origin-Opener-Policy, or a person.
    if (!greeted && (theirs.closed || age > SILENCE_MS)) say(words.cut_off);
    else if (theirs.closed || age > LIFE_MS) close();
  }, 500);

  /** The checker is ready, for a check or for an audit: it gets the page, and a channel that nobody else can talk into. */
  function greet(/** @type {MessageEvent} */ { source, origin: from, data }) {
    if (source !== theirs || from !== origin || data?.callbackDoctor !== "ready" || data.nonce !== nonce) return;
    const { port1, port2 } = new MessageChannel();
    const over = new AbortController();
    port1.onmessage = ({ data }) => (data === "end" ? over.abort(port1.close()) : void answer(data, port1, over.signal));
    greeted = true;
    last = Date.now();
    // No script of this page shall send the checker elsewhere.
    if (!checker) opener = null;
    const page = {
      url: location.origin + location.pathname,
      html: (document.documentElement?.outerHTML ?? "").slice(0, PAGE_BYTES),
      // 0 or nothing where it is not known.
      status: performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0,
    };
    theirs.postMessage({ callbackDoctor: "page", version: VERSION, nonce, page }, checker ? origin : "*", [port2]);
  }

  async function answer(/** @type {Question} */ question, /** @type {MessagePort} */ port, /** @type {AbortSignal} */ over) {
    const id = Number(question?.id);
    const kind = Number(question?.audit === true);
    const refused = refusal(question, kind);
    if (refused) return port.postMessage({ id, ms: 0, refused });
    sent[kind] += 1;
    underWay[kind] += 1;
    last = Date.now();
    const start = performance.now();
    const seen = await send(question, kind, over);
    underWay[kind] -= 1;
    port.postMessage({ id, ms: Math.round(performance.now() - start), ...seen });
  }

  /** Why a question is not sent, in words; nothing where it is one of the checker's. */
  function refusal(/** @type {Question} */ question, /** @type {number} */ kind) {
    const { method, url } = question ?? {};
    if (typeof url !== "string" || !url.startsWith(location.origin + "/")) return "A page may only ask its own shop.";
    const path = url.slice(location.origin.length);
    const bare = path.includes("?") ? path : path.replace(/\/$/, "");
    const known = kind
      ? method === "GET" && !ACTS.test(unescape(path))
      : ends(method).some((end) => bare.endsWith(end) && FOLDER.test(bare.slice(0, -end.length)));
    // What the browser makes of the address must be what was looked at.
    if (!known || new URL(url).href !== url) return "This is no request of a check.";
    const [most, atOnce] = LIMITS[kind];
    if (sent[kind] >= most) return `A check sends at most ${most} requests.`;
    if (underWay[kind] >= atOnce) return `A check sends at most ${atOnce} requests at a time.`;
  }

  /** The ends of the addresses that a method may ask for: each name in all of its forms, as it is written. */
  function ends(/** @type {string} */ method) {
    const rules = Object.hasOwn(RULES, method) ? RULES[method].split("~") : [];
    return rules.flatMap((rule) => {
      const name = rule.slice(1);
      if (rule[0] === "!") return [`wc-api/${name}`, `?wc-api=${name}`];
      // REST under another name is one more folder.
      return rule[0] === "*" ? [`wp-json/${name}`, name, `?rest_route=/${name}`] : rule;
    });
  }

  /**
   * Sends it: no cookie, no body, no cache, no redirect followed.
   * @returns {Promise<Partial<Answer>>}
   */
  async function send(/** @type {Question} */ { method, url }, /** @type {number} */ kind, /** @type {AbortSignal} */ over) {
    const late = AbortSignal.timeout(LIMITS[kind][2]);
    let forbidden = false;
    // The page's own Content-Security-Policy may not let it ask its own shop.
    const event = "securitypolicyviolation";
    const policy = () => (forbidden = true);
    document.addEventListener(event, policy, { signal });
    try {
      const response = await fetch(url, {
        method,
        headers: { Accept: "*/*" },
        credentials: "omit",
        redirect: "manual",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.any([signal, over, late]),
      });
      if (response.type === "opaqueredirect") return { redirect: true };
      const limit = kind ? PAGE_BYTES : /wp-json|rest_route/.test(url) ? REST_INDEX_BYTES : BODY_BYTES;
      return { response: { status: response.status, headers: [...response.headers], ...(await read(response, limit)) } };
    } catch {
      // The event comes later.
      await new Promise((done) => setTimeout(done, 50));
      if (forbidden) return { refused: "The page's Content-Security-Policy forbids it to ask its own shop." };
      return { silent: late.aborted ? "timeout" : "unknown" };
    } finally {
      document.removeEventListener(event, policy);
    }
  }

  /** The first bytes of a body, as many as there is room for, and how it ended. */
  async function read(/** @type {globalThis.Response} */ response, /** @type {number} */ room) {
    /** @type {Uint8Array[]} */
    const parts = [];
    const reader = response.body?.getReader();
    let end = "";
    while (reader && !end) {
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: false }));
      if (done) break;
      const part = value?.subarray(0, room) ?? new Uint8Array();
      parts.push(part);
      room -= part.length;
      end = !value ? "broken" : part.length < value.length ? "cut" : "";
    }
    if (end) reader?.cancel().catch(() => {});
    return { body: await new Blob(parts).arrayBuffer(), end };
  }

  /** Ends, and tells the person in the page what to do. */
  function say(/** @type {string} */ text) {
    close();
    const place = document.createElement("div");
    const note = document.createElement("dialog");
    const button = document.createElement("button");
    note.textContent = text;
    note.style.cssText = "max-width:416px;padding:24px;font:16px/1.5 system-ui;color:#1b1f23;background:#fff;border:1px solid #79828a;border-radius:8px";
    button.textContent = words.close;
    button.style.cssText = "display:block;margin-top:16px;font:inherit";
    button.onclick = note.onclose = () => place.remove();
    note.append(button);
    place.attachShadow({ mode: "open" }).append(note);
    document.documentElement.append(place);
    note.showModal();
  }

  function close() {
    clearInterval(watch);
    end.abort();
  }
};
