// SPDX-License-Identifier: Apache-2.0
// ./do bench [start screens load queues open handoff call_desk review import list attribution roi funnel]: measures what has a budget, and ends with a table in the
// form of bench/README.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { import_rows, load } from "./load.mjs";
import { with_many_open } from "./many_open.mjs";
import { work_queues } from "./queues.mjs";
import { Visitor, make_demo, start_program } from "./program.mjs";
import { screen_times, script_kb } from "./screens.mjs";

/** Those that Google Benchmark measures, by how their names begin there. */
const core = ["handoff", "call_desk", "review", "import", "list", "attribution", "roi", "funnel"];
const parts = ["start", "screens", "load", "queues", "open", ...core];
const starts = 10;
const screen_ms_max = 20;
const load_ms_max = 50;
/** At most so many seconds. */
const budgets = { "call desk after a contact changed": 0.02, "call desk after an opt out": 0.02, "review over 1,000,000 opportunities": 2, "review over 1,000,000 opportunities and 10,000,000 touchpoints": 2, "attribution converting 15 longest 5 threads 1": 1, "roi over 10,000,000 touchpoints": 1, "roi with leads over 10,000,000 touchpoints and 1,000,000 leads": 1, "roi in chicago over 10,000,000 touchpoints": 1, "roi in chicago over 10,000,000 touchpoints and 1,000,000 leads": 1, "roi cold over 100,000,000 touchpoints": 10, "roi after news over 10,000,000 touchpoints": 0.05, "roi after news over 10,000,000 touchpoints and 1,000,000 leads": 1, "roi changed over 10,000,000 touchpoints and 1,000,000 leads": 1, "roi filtered over 10,000,000 touchpoints and 1,000,000 leads": 1, "roi page changed over 10,000,000 touchpoints": 1, "roi page changed over 10,000,000 touchpoints and 1,000,000 leads": 1, "roi models page changed over 10,000,000 touchpoints": 1, "roi models page changed over 10,000,000 touchpoints and 1,000,000 leads": 1, "funnel over 1,000,000 opportunities": 1, "funnel of the newest day over 1,000,000 opportunities": 1, "funnel against over 1,000,000 opportunities": 1 };
/** Screens that answer within this long need no line of their own. */
const worth_a_line_ms = 5;

const wanted = process.argv.slice(2);
const strange = wanted.find((part) => !parts.includes(part));
if (strange) {
  console.error(`./do bench takes ${parts.join(", ")}, not '${strange}'.`);
  process.exit(1);
}
const is_wanted = (part) => wanted.length === 0 || wanted.includes(part);
const folder = mkdtempSync(join(tmpdir(), "accord-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const rows = [];
let screens = [], under_load = null;
const load_before = loadavg()[0];
if (is_wanted("start") || is_wanted("screens")) await measure_program();
if (is_wanted("load")) await measure_load();
if (is_wanted("queues")) await measure_queues();
if (is_wanted("open")) await measure_many_open();
for (const part of core) if (is_wanted(part)) measure_core(part);
print();

// ---- What is measured ---------------------------------------------------------------------------------------------

async function measure_program() {
  rows.push({ what: "the demo company, made from its seed", measured: `${make_demo(folder).toFixed(1)} s` });
  if (is_wanted("start")) rows.push(await start_up());
  if (!is_wanted("screens")) return;
  const program = await start_program(folder);
  const visitor = new Visitor(program.port);
  await visitor.sign_in("maria@demo.example");
  rows.push(row("script that the first screen loads, Brotli", await script_kb(visitor, "review_page"), "KB", 250));
  screens = await screen_times(visitor);
  rows.push(row("memory of the server after every screen of the demo", program.memory_mb(), "MB", 150));
  visitor.leave();
  await program.stop();
}

/** From the start of the process to the whole first answer. */
async function start_up() {
  const times = [];
  for (let i = 0; i < starts; ++i) {
    const began = performance.now();
    const program = await start_program(folder);
    const visitor = new Visitor(program.port);
    await visitor.get("/session");
    times.push((performance.now() - began) / 1000);
    visitor.leave();
    await program.stop();
  }
  times.sort((a, b) => a - b);
  const found = row("start of the server to its first answer", times.at(-1), "s", 1);
  return { ...found, measured: `${times[starts / 2].toFixed(2)} s, at worst ${times.at(-1).toFixed(2)} s` };
}

/** On a demo company of its own, for it is full of calls afterwards. */
async function measure_load() {
  const own = mkdtempSync(join(tmpdir(), "accord-load-"));
  try {
    make_demo(own);
    under_load = await load(own);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  const { acknowledged, lost, streams_open } = under_load;
  rows.push({
    what: "acts acknowledged under load and not in the file after a kill",
    budget: "0",
    measured: `${lost.length} of ${acknowledged.toLocaleString("en-US")}`,
    holds: lost.length === 0,
  });
  rows.push({ what: "event streams open to the end", budget: "1,000", measured: String(streams_open), holds: streams_open === 1000 });
}

/** Two hundred people at their queues, on a demo company of its own. */
async function measure_queues() {
  const own = mkdtempSync(join(tmpdir(), "accord-queues-"));
  try {
    make_demo(own);
    const { phase, handed_over, accepted, twice, lost } = await work_queues(own);
    for (const kind of ["reads", "writes"]) {
      const { p50, p99, worst, count } = phase[kind];
      rows.push({
        what: `${kind} of 200 people at their queues, 99th percentile`,
        budget: `${load_ms_max} ms`,
        measured: `${p99.toFixed(1)} ms (median ${p50.toFixed(1)}, worst ${worst.toFixed(0)}; ${(count / phase.seconds).toFixed(0)} a second; server ${phase.server_share.toFixed(2)} processors)`,
        holds: p99 <= load_ms_max,
      });
    }
    rows.push({
      what: "handoffs acknowledged and lost, or accepted twice",
      budget: "0",
      measured: `${lost + twice} of ${handed_over.toLocaleString("en-US")} handed over, ${accepted.toLocaleString("en-US")} accepted`,
      holds: lost + twice === 0,
    });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Ten thousand open leads in one step, all of which wait, on a demo company of its own. */
async function measure_many_open() {
  const own = mkdtempSync(join(tmpdir(), "accord-open-"));
  try {
    make_demo(own);
    const { times, open, waiting } = await with_many_open(own);
    for (const { name, median, p99, first } of times) {
      rows.push({
        what: `${name}, with ${open.toLocaleString("en-US")} open in a column and ${waiting.toLocaleString("en-US")} that wait, 99th percentile`,
        budget: `${screen_ms_max} ms`,
        measured: `${p99.toFixed(1)} ms (median ${median.toFixed(1)}, right after a commit at worst ${first.toFixed(1)})`,
        holds: Math.max(p99, first) <= screen_ms_max,
      });
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** What Google Benchmark measures, in a process of its own. */
function measure_core(part) {
  const out = join(folder, `${part}.json`);
  const options = [`--benchmark_filter=^${part}`, `--benchmark_out=${out}`, "--benchmark_out_format=json"];
  execFileSync("build/release/accord_bench", options, { stdio: ["ignore", "inherit", "inherit"] });
  for (const one of JSON.parse(readFileSync(out, "utf8")).benchmarks) {
    if (one.error_message?.startsWith("only where")) continue; // too large for a run of everything
    if (one.error_occurred) throw new Error(`${one.name}: ${one.error_message}`);
    const what = words_of(one.name) + (one.label ? ` (${one.label})` : "");
    const found = row(what, in_ms(one, "real_time") / 1000, "s", budgets[what]);
    const memory = one.peak_MB ? `, ${Math.round(one.peak_MB)} MB at most` : "";
    const processor = seconds(in_ms(one, "cpu_time"));
    rows.push({ ...found, measured: `${seconds(in_ms(one, "real_time"))} (processor ${processor}${memory})` });
  }
}

function in_ms(one, time) {
  return one[time] * { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 }[one.time_unit];
}

/** What the numbers in a name count, by how the name begins. */
function units_of(name) {
  if (name === "roi_on_channels_over") return ["touchpoints", "and channels"];
  if (name === "roi_models_over") return ["touchpoints", "and order", "and channels"];
  if (name.startsWith("roi")) return ["touchpoints", "and leads"];
  return ["opportunities", "and touchpoints"];
}

/** `review_over/1000000/0/real_time` as "review over 1,000,000 opportunities"; a second number is one of touchpoints. */
function words_of(name) {
  const words = name.split("/").filter((part) => !/^(real_time|process_time|iterations:.*|0)$/.test(part));
  const units = units_of(words[0]);
  const plain = words.map((part) => {
    if (!/^\d+$/.test(part)) return part;
    const [and, unit] = (units.shift() ?? "").match(/^(and )?(.*)$/).slice(1);
    return `${and ?? ""}${Number(part).toLocaleString("en-US")} ${unit}`;
  });
  return plain.join(" ").replace(/[_:]/g, " ");
}

// ---- The table ----------------------------------------------------------------------------------------------------

function row(what, value, unit, budget) {
  return { what, budget: budget && `${budget} ${unit}`, measured: `${value.toFixed(unit === "s" ? 2 : 0)} ${unit}`, holds: budget && value <= budget };
}

function seconds(ms) {
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 2 : 0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

function verdict(holds) {
  return holds === undefined ? "" : holds ? "yes" : "**no**";
}

function print() {
  console.log(`\n${cpus().length} processors, load ${load_before.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after\n`);
  console.log("| what | budget | measured | holds |\n|---|---|---|---|");
  for (const { what, budget, measured, holds } of rows) {
    console.log(`| ${what} | ${budget ?? "–"} | ${measured} | ${verdict(holds)} |`);
  }
  if (screens.length > 0) print_screens();
  if (under_load) print_load(under_load);
}

function print_load({ phases }) {
  const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
  console.log(`\n1,000 reads/s and 100 writes/s from when each was due, 1,000 streams, budget ${load_ms_max} ms:\n`);
  console.log("| | requests | median | 99th percentile | worst | holds |\n|---|---|---|---|---|---|");
  for (const phase of phases) {
    for (const kind of ["reads", "writes"]) {
      const { count, p50, p99, worst } = phase[kind];
      console.log(`| ${kind}, ${phase.name} | ${count} | ${ms(p50)} | ${ms(p99)} | ${ms(worst)} | ${verdict(p99 <= load_ms_max)} |`);
    }
  }
  for (const { name, by_route, server_share, own_share, memory_mb, import_s } of phases) {
    const imported = import_s ? `; ${import_rows.toLocaleString("en-US")} rows imported in ${import_s.toFixed(1)} s` : "";
    console.log(`\n${name}: server ${server_share.toFixed(2)} processors, this program ${own_share.toFixed(2)}, server ${Math.round(memory_mb)} MB${imported}`);
    for (const { route, count, p50, p99 } of by_route) console.log(`  ${route}: ${count}, median ${ms(p50)}, 99th percentile ${ms(p99)}`);
  }
}

function print_screens() {
  const worst = ({ p99, first }) => Math.max(p99, first);
  const ms = (time) => `${time.toFixed(1)} ms`;
  const line = (name, { median, p99, first }) =>
    console.log(`| ${name} | ${ms(median)} | ${ms(p99)} | ${ms(first)} | ${verdict(Math.max(p99, first) <= screen_ms_max)} |`);
  console.log(`\nScreens' JSON over HTTP, budget ${screen_ms_max} ms:\n`);
  console.log("| | median | 99th percentile | right after a commit, at worst | holds |\n|---|---|---|---|---|");
  screens.sort((a, b) => worst(b) - worst(a));
  const quick = screens.filter((one) => worst(one) <= worth_a_line_ms);
  for (const one of screens.filter((one) => worst(one) > worth_a_line_ms)) line(`\`${one.name}\``, one);
  if (quick.length === 0) return;
  const most = (of) => Math.max(...quick.map(of));
  line(`each of ${quick.length} others`, { median: most((one) => one.median), p99: most((one) => one.p99), first: most((one) => one.first) });
}
