// SPDX-License-Identifier: Apache-2.0
// The real program, with a company of its own in a folder that goes when the test ends.
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const binary = process.env.ACCORD_PROGRAM ?? "build/release/accord";
const patience_ms = 60_000;

/** Starts the program at a set moment, on a port that the system chooses; in a folder of its own, or in one that holds a
 * database already. With `--demo` it serves the demo company. */
export async function start_program(clock, folder = mkdtempSync(join(tmpdir(), "accord-browser-")), more = []) {
  if (!existsSync(binary)) throw new Error(`There is no ${binary}. Build it first: ./do build`);
  const setting = (at) => ["--db", join(folder, "accord.db"), ...(at ? ["--clock", at] : [])];
  let now = clock;
  let [server, address] = await serve("0", [...setting(now), ...more]);

  const end = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    const code = await ended;
    if (code !== 0) throw new Error(`The program stopped with ${code}.`);
  };
  return {
    address,
    folder,
    /** Runs another verb on the same file while the server runs; what it printed. */
    run: (verb, ...rest) => run([verb, ...rest, ...setting(now)]),
    /** The same on another file. */
    run_on: (db, verb, ...rest) => run([verb, ...rest, "--db", db]),
    /** Goes on at another moment, at the same address. */
    async wait_until(later) {
      await end();
      now = later;
      [server, address] = await serve(new URL(address).port, setting(now));
    },
    async stop({ keep = false } = {}) {
      await end();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The program that serves, and its address once it listens. */
async function serve(port, setting) {
  const server = spawn(binary, ["serve", "--port", port, ...setting], { stdio: ["ignore", "pipe", "pipe"] });
  process.once("exit", () => server.kill());
  return [server, await address_of(server)];
}

/** What the program announces once it listens. */
function address_of(server) {
  return new Promise((found, failed) => {
    let said = "";
    const hear = (text) => {
      said += text;
      const address = /Accord is at (http:\S+)/.exec(said)?.[1];
      if (address) found(address);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("exit", (code) => failed(new Error(`The program ended with ${code}: ${said}`)));
    server.once("error", failed);
    setTimeout(() => {
      failed(new Error(`The program does not listen: ${said}`));
      // Nobody got it to stop, and while it runs the tests would not end.
      if (!/Accord is at/.test(said)) server.kill();
    }, patience_ms).unref();
  });
}

function run(given) {
  return new Promise((done, failed) => {
    execFile(binary, given, (error, out, complaints) => {
      if (error) failed(new Error(`accord ${given[0]} ended with ${error.code}:\n${out}${complaints}`));
      else done(out);
    });
  });
}
