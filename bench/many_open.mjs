// SPDX-License-Identifier: Apache-2.0
// Ten thousand leads are open in one step of the funnel, and all of them wait for an answer: what the board and the queue take
// then, and right after each commit, over HTTP.
import { start_program, Visitor } from "./program.mjs";
import { agree } from "./queues.mjs";
import { timed } from "./screens.mjs";

const open_items = 10_000;
const at_once = 32;
const cards = "/opportunities/board/cards?outcome=open&order=stage_since";

/** The times of each, and how many cards the fullest column has and how many handoffs wait. */
export async function with_many_open(folder) {
  const program = await start_program(folder);
  const maria = new Visitor(program.port);
  await maria.sign_in("maria@demo.example");
  const salespeople = (await maria.get("/people?role=salesperson&limit=500")).items.filter((one) => one.left_on === null);
  await agree(program.port, salespeople);
  const leads = await by_many(program.port, "maria@demo.example", Array.from({ length: open_items }), (visitor, _, at) => make_lead(visitor, at));
  await by_many(program.port, "sam@demo.example", leads, (visitor, opportunity) => visitor.send("POST", "/handoffs", { opportunity }));
  const found = await measured(maria, leads);
  maria.leave();
  await program.stop();
  return found;
}

async function make_lead(visitor, at) {
  const lead = { name: `Inquiry ${at}`, stage: "Marketing qualified", phase: "lead", source: "Fair" };
  return JSON.parse((await visitor.send("POST", "/opportunities", lead)).text()).id;
}

/** One answer for each item, asked over several connections at once. */
async function by_many(port, email, items, ask) {
  const answers = [];
  let next = 0;
  const work = async () => {
    const visitor = new Visitor(port);
    await visitor.sign_in(email);
    while (next < items.length) {
      const at = next++;
      answers[at] = await ask(visitor, items[at], at);
    }
    visitor.leave();
  };
  await Promise.all(Array.from({ length: at_once }, work));
  return answers;
}

async function measured(maria, leads) {
  const columns = (await maria.get("/opportunities/board")).items;
  const fullest = columns.reduce((most, one) => ((one.count.number ?? 0) > (most.count.number ?? 0) ? one : most));
  const of_column = fullest.stages.map((stage) => `&stage=${encodeURIComponent(stage)}`).join("");
  const waiting = (await maria.get("/handoffs?state=waiting&limit=1")).total;
  const commit = () => maria.send("POST", "/activities", { opportunity: leads[0], kind: "call", subject_line: "Benchmark" });
  const times = [];
  for (const [name, path] of [
    ["the board's columns", "/opportunities/board"],
    ["20 cards of the fullest", `${cards}${of_column}&limit=20`],
    ["160 cards of it", `${cards}${of_column}&limit=160`],
    ["a manager's queue", "/handoffs/queue"],
    ["the list of what waits", "/handoffs?state=waiting&order=due_at&limit=50"],
  ])
    times.push(await timed(maria, name, () => maria.time("GET", path), commit));
  return { times, open: fullest.count.number, waiting };
}
