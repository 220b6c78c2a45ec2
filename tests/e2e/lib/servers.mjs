// Servers for tests: the demo shop, recorded shops, and the built site. Each logs what it was asked.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SHARED = join(ROOT, "..", "shared");
const CORPUS = join(SHARED, "corpus", "shop");

/** Why tests with recorded shops are left out, or `false`. */
export const NO_CORPUS = existsSync(join(CORPUS, "expected.json")) ? false : "skipped: no corpus";

/** The right first cause and blocker of a recorded situation: `{cause: [id], blocker?: [id or null]}`. */
export function expected(situation) {
  const right = JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8"))[situation];
  // The tests open the home page, which shows no payment plugin: then nothing is called switched off.
  const unseen = right.cause.includes("gateway-inactive") ? ["undetermined"] : [];
  return { ...right, cause: [...right.cause, ...unseen] };
}

/** Every recorded situation, or none without the corpus. */
export function recordedSituations() {
  return NO_CORPUS ? [] : Object.keys(JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8"))).filter((name) => !name.startsWith("_"));
}

/** The address that a recorded shop calls its home. */
export function home(situation) {
  return JSON.parse(readFileSync(join(CORPUS, `${situation}.json`), "utf8")).base.replace(/\/*$/, "/");
}

/** The page that a recorded shop gave at its home address. */
export function homePage(situation) {
  const { answers } = JSON.parse(readFileSync(join(CORPUS, `${situation}.json`), "utf8"));
  return answers.find((answer) => answer.name === "page_home")?.body ?? "";
}

/** Whether a recorded shop's REST index came from a cache: readable, and without the header for the origin that asked. */
export function isCached(situation) {
  const { answers } = JSON.parse(readFileSync(join(CORPUS, `${situation}.json`), "utf8"));
  const index = answers.find((answer) => answer.name === "get_wpjson_origin");
  const names = Array.isArray(index?.headers) ? index.headers.map(([name]) => name) : Object.keys(index?.headers ?? {});
  const json = (index?.body ?? "").startsWith("{");
  return index?.status === 200 && json && !names.some((name) => name.toLowerCase() === "access-control-allow-origin");
}

/** How both kinds of shop call themselves. */
export const SHOP = "https://shop.example.com";

/** Ports for a shop that nothing listens on. */
export async function freePorts() {
  return { https: await freePort(), http: await freePort() };
}

/** Ports below those that systems give to whoever asks for any: another test file does not get one in the meantime. */
const PORTS = { first: 10_000, count: 20_000 };

/** A port that nothing listens on. */
export async function freePort() {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    const server = createTcpServer().listen(port, "127.0.0.1");
    const free = await Promise.race([once(server, "listening").then(() => true), once(server, "error").then(() => false)]);
    if (!free) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}

/** Builds one of our programs when it is first needed; gives its path. */
export function program(name) {
  if (!programs.has(name)) execFileSync("cargo", ["build", "--quiet", "--package", name], { cwd: ROOT });
  programs.add(name);
  return resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target", "debug", name);
}

const programs = new Set();

/** The demo shop in one situation. */
export async function demoShop(situation, { http, https }) {
  const log = newLog();
  const options = ["--http", http, "--https", https, "--situation", situation, "--log", log].map(String);
  const server = await start(program("demo-shop"), options, `the demo shop (${situation})`);
  return { ...JSON.parse(server.line), ...server, asked: () => asked(log) };
}

/** Every shop of the demo, each under its own name: the port that all of them are on. */
export async function demoShops() {
  const log = newLog();
  const port = await freePort();
  const server = await start(program("demo-shop"), ["--http", String(port), "--log", log], "the demo shops");
  return { ...server, port, asked: () => asked(log) };
}

/** What `cargo xtask serve` serves: the address of the demo's page. */
export async function serve() {
  const ports = ["--port", await freePort(), "--shop-port", await freePort()].map(String);
  const server = await start(program("xtask"), ["serve", "--no-build", ...ports], "cargo xtask serve");
  return { ...server, demo: server.line.replace(/^The demo shops +/, "") };
}

/** A recorded shop, answering for `shop.example.com` on the given ports. */
export async function recordedShop(situation, { http, https }) {
  const log = newLog();
  const file = join(CORPUS, `${situation}.json`);
  const args = [join(SHARED, "tools", "replay.py"), file, "--http", http, "--https", https, "--log", log].map(String);
  const server = await start("python3", args, `the recorded shop (${situation})`);
  return { ...server, asked: () => asked(log) };
}

/** One page under every address. */
export async function pageServer(html, port) {
  const log = [];
  const server = createServer(({ method, url, headers }, response) => {
    log.push({ method, url, headers, body: "" });
    response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    asked: () => log,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/**
 * A server that answers each request with the bytes that `answer` gives for its method and path, and hangs up.
 * @param {(method: string, path: string) => string} answer
 */
export async function rawServer(answer, port = 0) {
  const log = [];
  const server = createTcpServer((socket) => {
    let head = "";
    socket.on("error", () => {});
    socket.on("data", (data) => {
      head += data.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      const [method, url] = head.split(" ");
      const lines = head.split("\r\n").slice(1).map((line) => line.split(": "));
      log.push({ method, url, headers: Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value])), body: "" });
      socket.end(answer(method, url), "latin1");
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    asked: () => log,
    async stop() {
      server.close();
      await once(server, "close");
    },
  };
}

/** The built site on a port of its own, below a folder: its addresses must all be relative. */
export async function site(folder, headers = {}) {
  const server = createServer(files(folder, headers));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${server.address().port}/checker/`, stop: () => server.close() };
}

/**
 * A server over https that answers by `answer`, with a certificate that nobody knows.
 * @param {import("node:http").RequestListener} answer
 */
export async function secureServer(answer, port = 0) {
  const server = createSecureServer(certificate(), answer);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Made once for each test file. */
let made;

function certificate() {
  if (made) return made;
  const folder = mkdtempSync(join(tmpdir(), "callback-doctor-certificate-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  const name = ["-subj", "/CN=example.com", "-days", "2", "-nodes"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", ...name, "-keyout", key, "-out", cert], { stdio: "ignore" });
  made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}

/** Answers with the files of a folder, below `/checker/`. */
export function files(folder, headers = {}) {
  const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
  return (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname).replace(/^\/checker\//, "");
    const file = join(folder, normalize(`/${path || "index.html"}`));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", ...headers }).end(readFileSync(file));
  };
}

/** Starts a server and waits for the line that says that it is ready. */
async function start(command, args, name) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once("line", resolve);
    child.once("error", (error) => reject(new Error(`${name} does not start: ${error.message}`)));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}: ${errors}`)));
  });
  return {
    line,
    async stop() {
      child.removeAllListeners("exit");
      if (child.exitCode === null) {
        child.kill();
        await once(child, "exit");
      }
    },
  };
}

function newLog() {
  const log = join(mkdtempSync(join(tmpdir(), "callback-doctor-log-")), "requests.jsonl");
  writeFileSync(log, "");
  return log;
}

/**
 * Every request so far: method, address, headers by lower-case name, body.
 * @returns {{method: string, url: string, headers: Record<string, string>, body: string}[]}
 */
function asked(log) {
  // The last line may not be written to its end yet.
  const lines = readFileSync(log, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => {
    const request = JSON.parse(line);
    const headers = Array.isArray(request.headers) ? request.headers : Object.entries(request.headers);
    return { ...request, headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])) };
  });
}
