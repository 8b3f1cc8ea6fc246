// SPDX-License-Identifier: Apache-2.0
// Requests that are sent when they are due, whether or not earlier ones were answered; a latency counts from the moment a
// request was due, so a stall of the server or of this program is in every request that it delays.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

/** Waiting longer than this for what is still unanswered says that it was lost. */
const patience_ms = 60_000;

/** `next(place, at)` says what is sent: `{name, method, path, headers, body, answered, refused}`; nothing where there is nothing
 * to do. A refusal is an error unless `refused` takes it. */
export class Schedule {
  #port;
  #per_s;
  #next;
  #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  #sent = 0;
  #open = 0;
  times = { reads: [], writes: [] };
  by_route = new Map();

  constructor(port, per_s, next) {
    this.#port = port;
    this.#per_s = per_s;
    this.#next = next;
  }

  /** Sends what is due for so many seconds and until `is_over`, or a part of it; ends when everything was answered. */
  async go(seconds, part = 1, is_over = () => true) {
    this.times = { reads: [], writes: [] };
    this.by_route = new Map();
    const per_s = this.#per_s * part;
    const began = performance.now();
    for (let due = 0; ; ) {
      const now = performance.now() - began;
      for (; (due * 1000) / per_s <= now; ++due) this.#start(due, began + (due * 1000) / per_s);
      if (now > seconds * 1000 && is_over()) break;
      await new Promise((done) => setTimeout(done, 1));
    }
    const give_up = performance.now() + patience_ms;
    while (this.#open > 0) {
      if (performance.now() > give_up) throw new Error(`${this.#open} requests were never answered.`);
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  #start(place, due) {
    const one = this.#next(place, this.#sent++);
    if (!one) return;
    this.#send(one, (text) => {
      const ms = performance.now() - due;
      this.times[one.method === "GET" ? "reads" : "writes"].push(ms);
      if (one.name) {
        if (!this.by_route.has(one.name)) this.by_route.set(one.name, []);
        this.by_route.get(one.name).push(ms);
      }
      one.answered?.(text);
    });
  }

  #send({ method, path, headers, body, refused }, answered) {
    this.#open += 1;
    const all = { ...headers, "Content-Type": "application/json", ...(body && { "Act-Id": randomUUID() }) };
    const asked = request({ port: this.#port, agent: this.#agent, method, path, headers: all }, (reply) => {
      const parts = [];
      reply.on("data", (part) => method !== "GET" && parts.push(part));
      reply.on("end", () => {
        this.#open -= 1;
        const text = Buffer.concat(parts).toString();
        if (reply.statusCode >= 300 && !refused?.(reply.statusCode, text)) throw new Error(`${method} ${path}: ${reply.statusCode} ${text}`);
        answered(reply.statusCode < 300 ? text : null);
      });
    });
    asked.on("error", (error) => {
      throw new Error(`${method} ${path}: ${error.message}`);
    });
    asked.end(body && JSON.stringify(body));
  }

  leave() {
    this.#agent.destroy();
  }
}

/** Runs a part of it, with what the server and this program used of the processors meanwhile. */
export async function phase(name, work, program, run) {
  const began = performance.now();
  const [own, server] = [process.cpuUsage(), program.cpu_s()];
  await run();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  return {
    name,
    seconds,
    reads: summary(work.times.reads),
    writes: summary(work.times.writes),
    by_route: [...work.by_route].map(([route, times]) => ({ route, ...summary(times) })),
    own_share: (user + system) / 1e6 / seconds,
    server_share: (program.cpu_s() - server) / seconds,
    memory_mb: program.memory_mb(),
  };
}

function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}
