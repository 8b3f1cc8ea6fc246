// SPDX-License-Identifier: Apache-2.0
// Two hundred people work their queues at once: half of them in marketing, who hand leads over, half in sales, who open their
// queues, accept, reject and log calls. Of every lead two people try to accept it in the same moment. Afterwards the server is
// killed, and what it had acknowledged is looked for in the file: no handoff is lost, and none was accepted twice.
import { start_program, Visitor } from "./program.mjs";
import { Schedule, phase } from "./schedule.mjs";

const reads_per_s = 1_000;
const writes_per_s = 100;
const people_of_side = 100;
const warm_up_s = 5;
const phase_s = 30;
const password = "a few words in a row";
const pick = (all, at) => all[at % all.length];

/** The whole of it, as rows of the table. */
export async function work_queues(folder) {
  const program = await start_program(folder);
  const crowd = await hire(program.port);
  const shared = { waiting: [], submitted: new Map(), accepted: new Map(), twice: 0, leads: await open_leads(program.port) };
  await agree(program.port, crowd.sales);
  const work = new Schedule(program.port, reads_per_s + writes_per_s, asked_by(crowd, shared));
  await work.go(warm_up_s, 0.5);
  const measured = await phase("200 people at their queues", work, program, () => work.go(phase_s));
  work.leave();
  await program.kill();
  return { phase: measured, handed_over: shared.submitted.size, accepted: shared.accepted.size, twice: shared.twice, lost: await lost(folder, shared) };
}

async function hire(port) {
  const ada = new Visitor(port);
  await ada.sign_in("ada@demo.example");
  const hire_one = async (role, at) => {
    const email = `queue-${role}-${at}@demo.example`;
    const { id } = JSON.parse((await ada.send("POST", "/people", { name: `Queue ${role} ${at}`, email, role })).text());
    await ada.send("PUT", `/people/${id}/password`, { password });
    const visitor = new Visitor(port);
    const headers = await visitor.sign_in(email, password);
    visitor.leave();
    return { id, headers };
  };
  const crowd = { sales: [], marketing: [] };
  for (let at = 0; at < people_of_side; ++at) {
    crowd.sales.push(await hire_one("salesperson", at));
    crowd.marketing.push(await hire_one("marketer", at));
  }
  ada.leave();
  return crowd;
}

async function open_leads(port) {
  const maria = new Visitor(port);
  await maria.sign_in("maria@demo.example");
  const all = [];
  for (let after = null; ; ) {
    const page = await maria.get(`/opportunities?outcome=open&limit=500${after ? `&after=${encodeURIComponent(after)}` : ""}`);
    all.push(...page.items.map((one) => one.id));
    after = page.next;
    if (!after) break;
  }
  maria.leave();
  return all;
}

/** Every lead goes to whoever of the hundred has the fewest. */
export async function agree(port, sales) {
  const body = {
    demands: [],
    answer_within_hours: 8,
    contact_within_hours: 8,
    ask_within_hours: 16,
    reasons: ["No need"],
    routing: [{ name: "All", people: sales.map((one) => one.id) }],
  };
  const maria = new Visitor(port), sam = new Visitor(port);
  await maria.sign_in("maria@demo.example");
  await sam.sign_in("sam@demo.example");
  const { link } = JSON.parse((await maria.send("POST", "/agreements/service_level/versions", { body })).text());
  await maria.send("POST", `${link}/signatures`);
  await sam.send("POST", `${link}/signatures`);
  maria.leave();
  sam.leave();
}

/** Of eleven requests ten read; of the writes a half hands over, the other half accepts, each lead twice. */
function asked_by({ sales, marketing }, shared) {
  let writes = 0;
  return (place, at) => (place % 11 === 5 ? write(writes++) : read(at));

  function read(at) {
    const person = pick(sales, at * 7);
    if (at % 10 < 6) return { name: "a queue", method: "GET", path: "/handoffs/queue.json", headers: person.headers };
    const waiting = shared.waiting.length > 0 ? pick(shared.waiting, at).id : 1;
    if (at % 10 < 8) return { name: "a handoff", method: "GET", path: `/handoffs/${waiting}.json`, headers: person.headers };
    return { name: "a lead's timeline", method: "GET", path: `/opportunities/${pick(shared.leads, at)}/timeline.json`, headers: person.headers };
  }

  function write(number) {
    if (number % 3 === 0 || shared.waiting.length === 0) return hand_over(number);
    return accept(shared.waiting[0], number % 3 === 2);
  }

  function hand_over(number) {
    const opportunity = shared.leads[number % shared.leads.length];
    return {
      method: "POST",
      path: "/handoffs",
      headers: pick(marketing, number).headers,
      body: { opportunity },
      // What the demo company's people handed over already waits there.
      refused: (_, text) => /handoff_waits_already|handoff_journey_ended/.test(text),
      answered: (text) => {
        if (!text) return;
        const made = JSON.parse(text);
        shared.submitted.set(made.id, opportunity);
        const owner = sales.find((one) => one.id === made.assigned_to);
        if (owner) shared.waiting.push({ id: made.id, step: made.step, owner });
      },
    };
  }

  /** Whoever has it in two windows at once: the second is told. */
  function accept(one, is_last) {
    if (is_last) shared.waiting.shift();
    return {
      method: "POST",
      path: `/handoffs/${one.id}/steps`,
      headers: one.owner.headers,
      body: { kind: "accepted", after: one.step },
      refused: (_, text) => /handoff_settled_meanwhile/.test(text),
      answered: (text) => {
        if (!text) return;
        if (shared.accepted.has(one.id)) shared.twice += 1;
        shared.accepted.set(one.id, one.owner.id);
      },
    };
  }
}

/** Acknowledged handoffs and acceptances that another server does not find in the file. */
async function lost(folder, { submitted, accepted }) {
  const program = await start_program(folder);
  const maria = new Visitor(program.port);
  await maria.sign_in("maria@demo.example");
  const there = new Map();
  for (let after = null; ; ) {
    const page = await maria.get(`/handoffs?limit=500${after ? `&after=${encodeURIComponent(after)}` : ""}`);
    for (const one of page.items) there.set(one.id, one);
    after = page.next;
    if (!after) break;
  }
  maria.leave();
  await program.stop();
  const gone = [...submitted].filter(([id, opportunity]) => there.get(id)?.opportunity !== opportunity);
  const undone = [...accepted].filter(([id, person]) => there.get(id)?.state !== "accepted" || there.get(id)?.decided_by !== person);
  return gone.length + undone.length;
}
