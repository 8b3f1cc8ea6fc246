// SPDX-License-Identifier: Apache-2.0
// A firm at work: people read and write on a schedule, a thousand browsers follow the events, an import runs. Requests are
// sent when they are due whether or not earlier ones were answered, and a latency counts from the moment a request was due,
// so a stall of the server or of this program is in every request that it delays. Afterwards the server is killed, and
// what it had acknowledged is looked for in the file.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { binary, start_program, Visitor } from "./program.mjs";
import { Schedule, phase } from "./schedule.mjs";

const reads_per_s = 1_000;
const writes_per_s = 100;
const streams = 1_000;
const streams_of_person = 8;
const people = streams / streams_of_person;
const warm_up_s = 5;
const phase_s = 20;
const half = 0.5;
export const import_rows = 200_000;
const password = "a few words in a row";

/** What people open, and how often of a thousand times: lists and records, and a few times a second in all what is worked
 * out from everything, which each commit makes anew. */
const mix = [
  [220, "a list", (at) => pick(["/accounts", "/opportunities", "/contacts", "/campaigns", "/orders", "/spend", "/actions", "/touchpoints"], at)],
  [160, "a list in another order", (at) => pick(["/opportunities?outcome=open&order=-value", "/accounts?order=-id", "/spend?side=marketing&order=-amount", "/orders?order=-revenue"], at)],
  [480, "a record", (at) => `${pick(["/accounts", "/opportunities"], at)}/${1 + (at % 400)}`],
  [122, "an opportunity's timeline", (at) => `/opportunities/${1 + (at % 400)}/timeline`],
  [10, "a search", () => "/opportunities?q=meter"],
  [2, "the jump box", (at) => `/jump?q=${pick(["har", "twin", "valve", "ma"], at)}`],
  [2, "the review", () => "/review"],
  [2, "the return", () => "/roi"],
  [2, "the handoff", () => "/handoff"],
];
const routes = mix.flatMap(([parts, name, address]) => Array.from({ length: parts }, () => ({ name, address })));

/** One address of each kind that the load asks for, and of each of its variants. */
export const addresses_under_load = () => [...new Set(mix.flatMap(([, , address]) => [7, 8, 9, 10, 11, 12, 13].map(address)))];

const pick = (all, at) => all[at % all.length];
/** The same order each time; neighbours are of different kinds. */
const shuffled = (at) => (at * 7919) % routes.length;

/** The whole of it, as rows of the table. */
export async function load(folder) {
  const program = await start_program(folder);
  const crowd = await hire(program.port);
  const followers = await follow(program.port, crowd);
  const acknowledged = [];
  const work = new Schedule(program.port, reads_per_s + writes_per_s, work_of(crowd, await open_ones(program.port), acknowledged));
  await work.go(warm_up_s, half);
  const halved = await phase("half of that, no import", work, program, () => work.go(phase_s / 2, half));
  const alone = await phase("no import", work, program, () => work.go(phase_s));
  const imported = run_import(folder);
  const beside = await phase("an import running", work, program, () => work.go(phase_s, 1, () => imported.is_over));
  beside.import_s = await imported.seconds;
  const streams_open = followers.open();
  followers.leave();
  work.leave();
  await program.kill();
  const lost = await lost_acts(folder, acknowledged);
  return { phases: [halved, alone, beside], streams_open, notices: followers.notices(), acknowledged: acknowledged.length, lost };
}

// ---- The people ---------------------------------------------------------------------------------------------------

/** As many people as the streams need, each signed in. */
async function hire(port) {
  const ada = new Visitor(port);
  await ada.sign_in("ada@demo.example");
  const roles = ["sales_manager", "marketing_manager", "marketer", "liaison"];
  const crowd = [];
  for (let at = 0; at < people; ++at) {
    const email = `bench-${at}@demo.example`;
    const { id } = JSON.parse((await ada.send("POST", "/people", { name: `Bench ${at}`, email, role: pick(roles, at) })).text());
    await ada.send("PUT", `/people/${id}/password`, { password });
    const visitor = new Visitor(port);
    crowd.push(await visitor.sign_in(email, password));
    visitor.leave();
  }
  ada.leave();
  return crowd;
}

async function open_ones(port) {
  const maria = new Visitor(port);
  await maria.sign_in("maria@demo.example");
  const { items } = await maria.get("/opportunities?outcome=open&limit=200");
  maria.leave();
  return items.map((one) => one.id);
}

/** Every stream a browser of its own, over a socket: only counted, as a screen that has nothing to read again would. */
async function follow(port, crowd) {
  const sockets = [];
  let told = 0;
  const opened = (person) =>
    new Promise((done, failed) => {
      const socket = connect(port, "127.0.0.1");
      let said = "";
      socket.on("data", (bytes) => {
        if (said === null) return void (told += count_of(bytes));
        said += bytes;
        if (!said.includes("\r\n\r\n")) return;
        if (said.startsWith("HTTP/1.1 200")) done();
        else failed(new Error(said.split("\r\n", 1)[0]));
        said = null;
      });
      socket.on("error", failed);
      socket.on("close", () => (socket.is_gone = true));
      socket.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${person.Cookie}\r\nAccept: text/event-stream\r\n\r\n`);
      sockets.push(socket);
    });
  for (const person of crowd) await Promise.all(Array.from({ length: streams_of_person }, () => opened(person)));
  return {
    open: () => sockets.filter((one) => !one.is_gone).length,
    notices: () => told,
    leave: () => sockets.forEach((one) => one.destroy()),
  };
}

const count_of = (bytes) => bytes.toString("latin1").split("data:").length - 1;

// ---- What is asked ------------------------------------------------------------------------------------------------

/** One of eleven is a write: somebody logs a call. */
function work_of(crowd, opportunities, acknowledged) {
  return (place, at) => {
    const headers = pick(crowd, at);
    if (place % 11 !== 5) {
      const { name, address } = routes[shuffled(at)];
      return { name, method: "GET", path: address(at).replace(/(\?|$)/, ".json$1"), headers };
    }
    const subject_line = `bench ${at}`;
    const body = { opportunity: pick(opportunities, at), kind: "call", subject_line };
    return { method: "POST", path: "/activities", headers, body, answered: () => acknowledged.push(subject_line) };
  };
}

// ---- The import ---------------------------------------------------------------------------------------------------

/** Touchpoints of accounts that are there, by the command, beside the server. */
function run_import(folder) {
  const file = join(folder, "bench-touchpoints.csv");
  const rows = ["customer_id,timestamp,channel"];
  const day = Date.parse("2025-06-01T00:00:00Z");
  const channels = ["E-mail", "Web", "Advertising", "Trade show"];
  for (let at = 0; at < import_rows; ++at) {
    rows.push(`ACC-${1000 + (at % 400)},${new Date(day + at * 61_000).toISOString()},${pick(channels, at)}`);
  }
  writeFileSync(file, rows.join("\n"));
  const began = performance.now();
  const options = ["import", "--demo", "--rows-are", "touchpoint", "--new-keys", "--new-names", "--db", join(folder, "accord.db"), file];
  const running = spawn(binary, options.filter((one) => one !== "--demo"), { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const out of [running.stdout, running.stderr]) out.on("data", (text) => (said += text));
  const found = { is_over: false };
  found.seconds = new Promise((done, failed) => {
    running.once("exit", (code) => {
      found.is_over = true;
      if (code === 0) done((performance.now() - began) / 1000);
      else failed(new Error(`The import ended with ${code}: ${said}`));
    });
  });
  return found;
}

// ---- What is in the file ------------------------------------------------------------------------------------------

/** Those of the acknowledged acts that another server does not find in the file. */
async function lost_acts(folder, acknowledged) {
  const program = await start_program(folder);
  const maria = new Visitor(program.port);
  await maria.sign_in("maria@demo.example");
  const there = new Map();
  for (let after = null; ; ) {
    const page = await maria.get(`/activities?limit=500&order=-id${after ? `&after=${encodeURIComponent(after)}` : ""}`);
    for (const { subject_line } of page.items) there.set(subject_line, (there.get(subject_line) ?? 0) + 1);
    after = page.next;
    if (!after) break;
  }
  maria.leave();
  await program.stop();
  return acknowledged.filter((one) => there.get(one) !== 1);
}
