// SPDX-License-Identifier: Apache-2.0
// What the screens of the demo company load: how long each answer takes, and how much script comes first.
const rounds = 100;
const commits = 10;

/** Nothing of this kind stands in the demo company. */
const without_example = ["/merges/{id}", "/received-messages/{id}"];

/** An administrator's, and the visitor is a sales manager. */
const of_administrators = /^\/mail\b/;

/** Every route that a page loads, from the API's own description, so that a new one cannot be forgotten. */
export async function addresses(visitor) {
  const { paths } = await visitor.get("/openapi");
  const found = [];
  for (const [path, methods] of Object.entries(paths)) {
    const page = /^(.*)\.json$/.exec(path)?.[1];
    if (methods.get && page && !without_example.includes(page) && !of_administrators.test(page)) found.push(await with_examples(visitor, page));
  }
  return [
    ...found,
    "/funnel?by=source&against=previous&from=2026-06-01",
    "/funnel/lines?by=salesperson",
    "/opportunities?q=meter",
    "/opportunities?order=-value",
    "/opportunities?order=stage_since",
    "/opportunities?order=last_activity_on",
    "/opportunities/totals?q=meter",
    "/opportunities/board/cards?outcome=open&order=stage_since&limit=20",
    "/handoffs?state=waiting&order=due_at",
    "/activities?q=call",
    "/accounts?q=a&order=-id",
  ];
}

/** `/accounts/{id}` as `/accounts/17`: the first of the list that stands before it. */
async function with_examples(visitor, path) {
  if (path.includes("/gaps/{code}")) return gap_page(visitor, path);
  if (path === "/bridge/rows") return bridge_rows(visitor);
  if (path === "/opportunities/{id}/expected") return path.replace("{id}", await first_of(visitor, "/opportunities?outcome=open"));
  if (path === "/handoffs/figures/line") return `${path}?by=side&line=${(await visitor.get("/handoffs/figures?by=side")).items[0].line}`;
  if (path === "/handoffs/in-gap") return (await visitor.get("/review")).items.find((gap) => gap.evidence.startsWith(path))?.evidence ?? `${path}?code=handoff_overdue&about=sales`;
  if (path === "/handoffs/turned-down/{id}") return path.replace("{id}", await first_of(visitor, "/opportunities?outcome=lost"));
  if (path.startsWith("/handoffs/{id}")) return path.replace("{id}", await a_handoff(visitor));
  if (path === "/lead-forms/{address}/stand") return path.replace("{address}", (await visitor.get("/lead-forms")).items[0].address);
  if (path === "/claims/{id}/credit") return path.replace("{id}", await first_of(visitor, "/claims?metric=revenue_credited"));
  if (path === "/funnel/line") return `/funnel/line?by=source&line=${encodeURIComponent((await visitor.get("/funnel/lines?by=source")).items[0].line)}`;
  const whole = path
    .replace("{agreement}/comparison", "funnel/comparison?from=1&to=2")
    .replace("{agreement}", "funnel")
    .replace("{month}/entries", "{month}/entries?measure=spend_of_marketing")
    .replace("{month}", new Date().toISOString().slice(0, 7))
    .replace("{measure}", "spend_of_marketing")
    .replace("{number}", "1");
  const [list] = whole.split("/{id}");
  return list === whole ? whole : whole.replace("{id}", await first_of(visitor, list));
}

const first_of = async (visitor, list) => String((await visitor.get(list)).items[0].id);

/** Where nothing was handed over yet, something is asked. */
async function a_handoff(visitor) {
  const { items } = await visitor.get("/handoffs");
  if (items.length > 0) return String(items[0].id);
  const opportunity = Number(await first_of(visitor, "/opportunities?outcome=open"));
  const asked = await visitor.send("POST", "/handoffs", { opportunity, ask: "information", note: "Which standard?" });
  return String(JSON.parse(asked.text()).id);
}

/** A page of the gap that lists the most opportunities, in today's review or in the newest one held. */
async function gap_page(visitor, path) {
  const review = path.startsWith("/reviews/{id}") ? `/reviews/${await first_of(visitor, "/reviews")}` : "/review";
  const { items } = await visitor.get(review);
  const gap = items.filter((one) => one.evidence.startsWith("/gaps/")).sort((a, b) => b.count - a.count)[0];
  if (!path.includes("/opportunities")) {
    return `${path.replace("/reviews/{id}", review).replace("{code}", gap.code)}?about=${encodeURIComponent(gap.about)}`;
  }
  if (!path.endsWith("/{id}")) return gap.evidence;
  return gap.evidence.replace("?", `/${await first_of(visitor, gap.evidence)}?`);
}

/** The rows behind the part of the bridge that has the most. */
async function bridge_rows(visitor) {
  const { items } = await visitor.get("/bridge");
  const [part] = items.sort((a, b) => b.count - a.count);
  return part.change.inputs[0].link;
}

/** The slowest but one in a hundred. */
const percentile = (sorted, part) => sorted[Math.ceil(sorted.length * part) - 1];

/** After a warm-up, and right after each of some commits. */
export async function timed(visitor, name, ask, commit) {
  await ask();
  const times = [];
  for (let i = 0; i < rounds; ++i) times.push(await ask());
  const firsts = [];
  for (let i = 0; i < commits; ++i) {
    await commit();
    firsts.push(await ask());
  }
  times.sort((a, b) => a - b);
  return { name, median: percentile(times, 0.5), p99: percentile(times, 0.99), first: Math.max(...firsts) };
}

/** Each screen's JSON over HTTP, after one warm-up; and the first answer after a commit, for what is kept goes with it. */
export async function screen_times(visitor) {
  const opportunity = (await visitor.get("/opportunities?outcome=open")).items[0].id;
  const commit = () => visitor.send("POST", "/activities", { opportunity, kind: "call", subject_line: "Benchmark" });
  const times = [];
  for (const address of await addresses(visitor)) {
    times.push(await timed(visitor, address, () => visitor.time("GET", address), commit));
  }
  const [kind] = (await visitor.get("/agreement-kinds")).items;
  const path = `/agreement-kinds/${kind.name}/findings`;
  const draft = { body: kind.templates[0].body };
  times.push(await timed(visitor, `POST ${path}`, () => visitor.time("POST", path, draft), commit));
  return times;
}

/** What a browser fetches before the first screen stands: the entry, the screen's part, and what both import. */
export async function script_kb(visitor, page) {
  const fetched = new Map();
  const wanted = [...(await fetch_text(visitor, "/")).matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((one) => one[1]);
  while (wanted.length > 0) {
    const path = wanted.pop();
    if (fetched.has(path)) continue;
    const reply = await visitor.send("GET", path, undefined, { "Accept-Encoding": "br" });
    fetched.set(path, reply.bytes.length);
    const imports = [...reply.text().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)];
    const lazy = [...reply.text().matchAll(/import\(\s*["`]\.\/([^"`]+\.js)["`]/g)].filter((one) => one[1].startsWith(page));
    wanted.push(...[...imports, ...lazy].map((one) => `/assets/${one[1]}`));
  }
  if (![...fetched.keys()].some((path) => path.startsWith(`/assets/${page}`))) throw new Error(`Nothing loads ${page}.`);
  return [...fetched.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

const fetch_text = async (visitor, path) => (await visitor.send("GET", path)).text();
