// A screen that nobody sees, with a mouse and a keyboard: for what a headless browser never shows.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** Starts a screen. The server chooses its number and writes it down. */
export async function screen() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await Promise.race([once(server.stdout, "data"), once(server, "exit").then(() => { throw new Error("Xvfb does not start"); })]);
  const display = `:${String(number).trim()}`;
  return {
    display,
    /** Does what xdotool's arguments say. */
    hand: (...args) => execFileSync("xdotool", args.map(String), { env: { ...process.env, DISPLAY: display } }),
    close: () => server.kill(),
  };
}
