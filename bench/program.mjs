// SPDX-License-Identifier: Apache-2.0
// The program as one runs it, on a demo company of its own, and somebody who asks it things over one connection.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

export const binary = process.env.ACCORD_PROGRAM ?? "build/release/accord";
const demo_password = "accord-demo";
/** The unit of processor times in /proc. */
const ticks_per_s = 100;

const at_clock = (moment) => (moment ? ["--clock", moment] : []);

/** Makes the demo company in a folder, as at a moment or now; how many seconds that took. */
export function make_demo(folder, moment) {
  const began = performance.now();
  execFileSync(binary, ["demo", "--db", join(folder, "accord.db"), ...at_clock(moment)]);
  return (performance.now() - began) / 1000;
}

/** Serves the demo company of a folder; at a moment its clock stands still. */
export async function start_program(folder, moment) {
  const options = ["serve", "--demo", "--port", "0", "--db", join(folder, "accord.db"), ...at_clock(moment)];
  const server = spawn(binary, options, { stdio: ["ignore", "pipe", "inherit"] });
  const kill = () => server.kill();
  process.once("exit", kill);
  const ended = new Promise((done) => server.once("exit", done));
  const port = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (text) => {
      said += text;
      const port = /Accord is at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) found(Number(port));
    });
    server.once("exit", (code) => failed(new Error(`The program ended with ${code}: ${said}`)));
  });
  return {
    port,
    /** What it holds in memory now, in MB. */
    memory_mb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]) / 1024,
    /** How many seconds of processor time it has used. */
    cpu_s() {
      const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
      return (Number(fields[11]) + Number(fields[12])) / ticks_per_s;
    },
    async stop() {
      process.off("exit", kill);
      kill();
      await ended;
    },
    /** As a power cut would: it gets no chance to tidy up. */
    async kill() {
      process.off("exit", kill);
      server.kill("SIGKILL");
      await ended;
    },
  };
}

/** One person at one connection. */
export class Visitor {
  #port;
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #headers = { "Content-Type": "application/json" };

  constructor(port) {
    this.#port = port;
  }

  /** What a request carries from then on, for who sends requests otherwise. */
  async sign_in(email, password = demo_password) {
    const { headers, text } = await this.send("POST", "/session", { email, password });
    this.#headers["Cookie"] = headers["set-cookie"][0].split(";")[0];
    this.#headers["X-CSRF-Token"] = JSON.parse(text()).csrf_token;
    return { Cookie: this.#headers["Cookie"], "X-CSRF-Token": this.#headers["X-CSRF-Token"] };
  }

  /** The data behind a page's address. */
  get = async (address) => JSON.parse((await this.send("GET", json_of(address))).text());

  /** How many milliseconds pass until the last byte of the answer is here. */
  async time(method, address, body) {
    const began = performance.now();
    await this.send(method, method === "GET" ? json_of(address) : address, body);
    return performance.now() - began;
  }

  /** An answer with its headers, its bytes as they came and its text. */
  send(method, address, body, more = {}) {
    const options = { port: this.#port, agent: this.#agent, method, path: address, headers: { ...this.#headers, ...more } };
    return new Promise((answered, failed) => {
      const asked = request(options, (reply) => {
        const parts = [];
        reply.on("data", (part) => parts.push(part));
        reply.on("end", () => {
          const bytes = Buffer.concat(parts);
          const is_brotli = reply.headers["content-encoding"] === "br";
          const text = () => (is_brotli ? brotliDecompressSync(bytes) : bytes).toString();
          if (reply.statusCode < 300) answered({ headers: reply.headers, bytes, text });
          else failed(new Error(`${method} ${address}: ${reply.statusCode} ${text()}`));
        });
      });
      asked.on("error", failed);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  leave() {
    this.#agent.destroy();
  }
}

const json_of = (address) => address.replace(/(\?|$)/, ".json$1");
