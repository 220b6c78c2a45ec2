// Firefox with the built extension in it or without, driven over its own Marionette protocol: no other program is needed.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DIST } from "./chromium.mjs";
import { until } from "./popup.mjs";
import { freePort } from "./servers.mjs";

const EXECUTABLE = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const START_MS = 60_000;

/** Why tests in Firefox are left out, or `false`. */
export const NO_FIREFOX = existsSync(EXECUTABLE) ? false : "skipped: no Firefox";

/** The extension's id in its manifest, and the address that tests give it. */
export const ID = "callback-doctor@callback-doctor.example";
export const EXTENSION = "moz-extension://c0ffee00-0000-4000-8000-000000000000";

/**
 * Starts Firefox with the extension. Names in `hosts` lead to servers of the test: `{"shop.example.com:443": 8443}`. The
 * extension is the one that the build makes, unless `folder` names another's; with `false` there is none. `offline`: the site
 * may keep itself for later; else each visit is the first. `prompts`: the browser asks its questions; else a click is the
 * answer.
 * @param {Record<string, number>} hosts
 * @param {string | false} folder
 */
export async function launch(hosts, folder = join(DIST, "extension-firefox"), { kept, lasting = false, offline = false, prompts = false } = {}) {
  if (folder && !existsSync(join(folder, "manifest.json"))) {
    throw new Error(`There is no extension in ${folder}: run \`cargo xtask build\` first.`);
  }
  const proxy = await leadTo(hosts);
  const port = await freePort();
  const profile = kept ?? mkdtempSync(join(tmpdir(), "callback-doctor-"));
  const preferences = {
    "marionette.port": port,
    "extensions.webextensions.uuids": JSON.stringify({ [ID]: new URL(EXTENSION).host }),
    "extensions.webextOptionalPermissionPrompts": prompts,
    // What is installed for good need not be signed here.
    "xpinstall.signatures.required": false,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxy.port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxy.port,
    // A shop that calls itself 127.0.0.1 is the test's as well.
    "network.proxy.allow_hijacking_localhost": true,
    "dom.serviceWorkers.enabled": offline || Boolean(folder),
    // A page that was left is gone, as with Playwright; else it waits, out of sight, for somebody to go back.
    "browser.sessionhistory.max_total_viewers": 0,
    "browser.shell.checkDefaultBrowser": false,
    // What the browser would fetch for itself; its own variable lets the preference count.
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "media.gmp-manager.updateEnabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const options = ["-marionette", "-headless", "-remote-allow-system-access", "-no-remote", "-profile", profile];
  const child = spawn(EXECUTABLE, options, { stdio: "ignore", env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" } });
  const marionette = await until(START_MS, "Firefox does not start", () => Marionette.connect(port));
  await marionette.send("WebDriver:NewSession", { acceptInsecureCerts: true });
  if (folder && !lasting) await marionette.send("Addon:Install", { path: folder, temporary: true });
  else if (folder && !kept) {
    const packed = join(profile, "callback-doctor.xpi");
    copyFileSync(`${folder}.zip`, packed);
    await marionette.send("Addon:Install", { path: packed, temporary: false });
  }
  if (folder && !kept && existsSync(join(folder, "welcome.html"))) await closeWelcome(marionette);
  return {
    profile,
    /** Names that the browser wanted to reach so far, one for each connection. */
    asked: proxy.asked,
    /** @param {string} url */
    visit: (url) => marionette.send("WebDriver:Navigate", { url }),
    /**
     * The value of an async function's body in the page in front.
     * @param {string} body
     */
    evaluate: (body) => marionette.evaluate(body),
    /**
     * The same in the browser's own window.
     * @param {string} body
     */
    async inWindow(body) {
      await marionette.send("Marionette:SetContext", { value: "chrome" });
      try {
        return await marionette.evaluate(body);
      } finally {
        await marionette.send("Marionette:SetContext", { value: "content" });
      }
    },
    /**
     * Opens a shop's page in a tab and starts a check of it, which the report page in front shows. A popup of Firefox cannot be
     * driven: a button of the extension's own page does what the popup's does, and asks for all that it asks for.
     * @param {string} url
     * @param {string} home
     */
    async startOn(url, home) {
      await this.only();
      const origins = ["https", "http"].map((scheme) => `${scheme}://${new URL(home).hostname}/*`);
      await marionette.send("WebDriver:Navigate", { url: `${EXTENSION}/report.html?shop=${encodeURIComponent(home)}` });
      await marionette.evaluate(`
        const { id } = await chrome.tabs.create({ url: ${JSON.stringify(url)}, active: false });
        while ((await chrome.tabs.get(id)).status !== "complete") await new Promise((done) => setTimeout(done, 50));
        const button = document.body.appendChild(document.createElement("button"));
        button.id = "start";
        button.onclick = () => {
          chrome.runtime.sendMessage({ start: { url: ${JSON.stringify(url)}, tab: id } });
          chrome.permissions.request({ origins: ${JSON.stringify(origins)} });
        };
      `);
      await this.click("#start");
    },
    /** Goes to the window that was opened last, and brings it to the front unless it shall stay behind. */
    async newest(focus = true) {
      const handles = await marionette.send("WebDriver:GetWindowHandles", {});
      await marionette.send("WebDriver:SwitchToWindow", { handle: handles.at(-1), focus });
      return handles.length;
    },
    /** Closes every window but the first. */
    async only() {
      const [first, ...others] = await marionette.send("WebDriver:GetWindowHandles", {});
      for (const handle of others) {
        await marionette.send("WebDriver:SwitchToWindow", { handle, focus: false });
        await marionette.send("WebDriver:CloseWindow", {});
      }
      await marionette.send("WebDriver:SwitchToWindow", { handle: first });
    },
    /** Gives the page so many pixels of width, which may be less than a window has at least. */
    async narrow(width) {
      await this.inWindow(`gBrowser.selectedBrowser.style.maxWidth = ${JSON.stringify(`${width}px`)};`);
      await until(START_MS, "the page does not get narrow", () => marionette.evaluate(`return innerWidth <= ${width};`));
    },
    /** @param {string} selector */
    async click(selector) {
      const { value } = await marionette.send("WebDriver:FindElement", { using: "css selector", value: selector });
      await marionette.send("WebDriver:ElementClick", { id: Object.values(value)[0] });
    },
    /**
     * Presses keys one after the other, as WebDriver writes them, while `held` is held down.
     * @param {Iterable<string>} keys
     * @param {string[]} held
     */
    async press(keys, held = []) {
      const down = (value) => ({ type: "keyDown", value });
      const up = (value) => ({ type: "keyUp", value });
      const pressed = [...keys].flatMap((key) => [down(key), up(key)]);
      const actions = [...held.map(down), ...pressed, ...held.toReversed().map(up)];
      await marionette.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    /** @param {boolean} [keep] the profile, for another start */
    async close(keep = false) {
      // Killed, a browser has not written down what it was about to.
      if (keep) await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      marionette.end();
      if (!keep) child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      proxy.close();
      if (!keep) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Closes the page that the extension opens at its installation. */
async function closeWelcome(marionette) {
  const first = await marionette.send("WebDriver:GetWindowHandle", {});
  const second = async () => (await marionette.send("WebDriver:GetWindowHandles", {})).find((handle) => handle !== first.value);
  const handle = await until(10_000, "no page came up at the installation", second);
  await marionette.send("WebDriver:SwitchToWindow", { handle });
  await marionette.send("WebDriver:CloseWindow", {});
  await marionette.send("WebDriver:SwitchToWindow", { handle: first.value });
}

/** One connection: messages are `LENGTH:JSON`, and a request's number comes back with its answer. */
class Marionette {
  #socket;
  #received = Buffer.alloc(0);
  #sent = 0;
  /** @type {Map<number, [(value: any) => void, (error: Error) => void]>} */
  #waiting = new Map();

  /** @returns {Promise<Marionette | undefined>} nothing while the browser does not listen yet */
  static connect(port) {
    return new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", () => resolve(undefined));
      socket.once("data", () => resolve(new Marionette(socket)));
    });
  }

  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => this.#take(data));
  }

  send(command, parameters) {
    const id = ++this.#sent;
    const message = JSON.stringify([0, id, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((...settle) => this.#waiting.set(id, settle));
  }

  async evaluate(body) {
    const script = `const done = arguments[0]; (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value } = await this.send("WebDriver:ExecuteAsyncScript", { script, args: [] });
    if (!value) throw new Error("in Firefox: the page went away");
    if (value.error) throw new Error(`in Firefox: ${value.error}`);
    return value.value;
  }

  end() {
    this.#socket.destroy();
  }

  #take(data) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(":");
      const end = colon + 1 + Number(this.#received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || this.#received.length < end) return;
      const [, id, error, value] = JSON.parse(this.#received.subarray(colon + 1, end));
      this.#received = this.#received.subarray(end);
      const [resolve, reject] = this.#waiting.get(id) ?? [];
      if (error) reject?.(new Error(`${error.error}: ${error.message}`));
      else resolve?.(value);
    }
  }
}

/** A proxy that leads names to ports of this machine, refuses everything else, and notes which names it was asked for. */
async function leadTo(hosts) {
  const asked = [];
  const server = createServer((client) => {
    client.on("error", () => client.destroy());
    client.once("data", (head) => {
      const [method, target] = head.toString("latin1").split(" ");
      const tunnel = method === "CONNECT";
      const name = tunnel ? target : portOf(target);
      asked.push(name.replace(/:\d+$/, ""));
      if (!(name in hosts)) return client.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
      const shop = connect(hosts[name], "127.0.0.1");
      shop.on("error", () => client.destroy());
      if (tunnel) client.write("HTTP/1.1 200 OK\r\n\r\n");
      // One request a connection: the next one may be for another name.
      else shop.write(Buffer.from(head.toString("latin1").replace(/ http:\/\/[^/ ]+/, " ").replace(/\r\nConnection: [^\r]*/i, "\r\nConnection: close"), "latin1"));
      client.pipe(shop).pipe(client);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { asked, port: server.address().port, close: () => server.close() };
}

/** @param {string} address an http address, whole */
function portOf(address) {
  const { hostname, port } = new URL(address);
  return `${hostname}:${port || 80}`;
}
