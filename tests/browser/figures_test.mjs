// SPDX-License-Identifier: Apache-2.0
// Every page of the demo company: each figure on it is opened as a reader opens it, the facts that its working links to are
// fetched as their own lists say them, and the figure is worked out again from those (`recompute.mjs`). It has to be the
// same: money to the cent, other numbers as finely as they are shown; and one that is not known has to say why.
//
// A column of a hundred figures has one formula and one way to its facts: of each kind on a page the first and the last are
// opened, on the first of its addresses that shows any, and of pages that differ in their data alone a few are visited.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Client } from "./client.mjs";
import { demo_login, open_demo } from "./company.mjs";
import { Facts } from "./facts.mjs";
import { minor_of, number_of } from "./numbers.mjs";
import { Working, recompute, recompute_frozen } from "./recompute.mjs";
import { open_browser, visit } from "./visitor.mjs";

const noon = "2026-11-25T17:00Z";
const listed = readFileSync(new URL("../../src/ui/pages.gen.ts", import.meta.url), "utf8");
const pages = [...listed.matchAll(/path: "([^"]+)"/g)].map((found) => found[1]);

/** Pages without a figure of their own: records, forms, lists of facts. A figure that comes to them is opened all the same. */
const plain = {
  "/territories/{id}": () => ["/territories/1"],
  "/people/{id}": () => ["/people/3"],
  "/people/{id}/rights": () => ["/people/3/rights"],
  "/products/{id}": () => ["/products/1"],
  "/accounts/{id}": () => ["/accounts/1"],
  "/accounts/{id}/timeline": () => ["/accounts/1/timeline"],
  "/contacts/{id}": () => [],
  "/campaigns/{id}": () => ["/campaigns/1"],
  "/lead-forms/{id}": () => ["/lead-forms/1"],
  "/form-entries/{id}": () => ["/form-entries/1"],
  "/handoffs/{id}": () => ["/handoffs/1"],
  "/handoffs/in-gap": () => ["/handoffs/in-gap?code=handoff_overdue&about=sales"],
  "/call-lists/{id}/call": () => ["/call-lists/1/call"],
  "/lead-forms/{address}/stand": () => [],
  "/mail": () => [],
  "/received-messages/{id}": () => [],
  "/channels/{id}": () => ["/channels/5"],
  "/spend/{id}": () => ["/spend/3"],
  "/exchange-rates/{id}": () => ["/exchange-rates/1"],
  "/general-ledger/{month}/entries": () => ["/general-ledger/2026-10/entries?measure=spend_of_marketing&of=since_closing"],
  "/ledger-totals/{id}": async ({ facts }) => [`/ledger-totals/${(await facts.rows("/ledger-totals"))[0].id}`],
  "/orders/{id}": async ({ facts }) => [`/orders/${(await facts.rows("/orders"))[0].id}`],
  "/opportunities/{id}": () => ["/opportunities/50"],
  "/imports/{id}": () => ["/imports/1"],
  "/company": () => [],
  "/help/attribution/{model}": () => ["/help/attribution/markov"],
};

/** Addresses of the pages that have figures, in the demo company. */
const with_figures = {
  "/funnel": () => ["/funnel", "/funnel?by=product&line=1&against=previous&from=2026-06-01", ...["side", "territory", "source", "salesperson", "month"].map((by) => `/funnel?by=${by}&horizon_days=30`)],
  "/funnel/step": async ({ facts }) => (await facts.record("/funnel")).items.slice(0, 3).map((step) => `/funnel/step?step=${encodeURIComponent(step.name)}&from=2026-07-01&against=previous`),
  "/funnel/line": async ({ facts }) => (await facts.rows("/funnel/lines?by=source")).slice(0, 2).map(({ line }) => `/funnel/line?by=source&line=${encodeURIComponent(line)}`),
  "/funnel/journeys": () => ["/funnel/journeys"],
  "/handoffs/figures": () => ["side", "team", "salesperson", "territory", "product", "source", "campaign"].map((by) => `/handoffs/figures?by=${by}`),
  "/handoffs/figures/line": async ({ facts }) => (await facts.record("/handoffs/figures?by=source")).items.slice(0, 2).map(({ line }) => `/handoffs/figures/line?by=source&line=${encodeURIComponent(line)}`),
  "/opportunities": () => ["/opportunities", "/opportunities?outcome=won&value_from=1000000", "/opportunities?currency=CHF", "/opportunities?q=no+such+thing"],
  "/opportunities/board": () => ["/opportunities/board", "/opportunities/board?q=Refit"],
  "/call-lists/{id}": () => ["/call-lists/1"],
  "/mailing-lists/{id}": () => ["/mailing-lists/1", "/mailing-lists/2"],
  "/spend": () => ["/spend", "/spend?has_campaign=false&side=sales"],
  "/campaigns/calendar": () => ["/campaigns/calendar", "/campaigns/calendar?in=2026&by=territory"],
  "/campaigns/{id}/plan": async ({ facts }) => (await facts.rows("/campaigns/calendar")).map((row) => `/campaigns/${row.id}/plan`),
  "/orders": () => ["/orders", "/orders?currency=CHF", "/orders?discount_from=1000000"],
  "/general-ledger": () => ["/general-ledger"],
  "/general-ledger/{month}": () => ["/general-ledger/2026-10", "/general-ledger/2026-09"],
  "/general-ledger/{month}/measures/{measure}": () => ["spend_of_sales", "spend_of_marketing", "spend_of_marketing?channel=1", "spend_of_sales?spend_kind=travel", "revenue_booked", "revenue_invoiced", "cost_of_goods"].map((one) => `/general-ledger/2026-10/measures/${one}`),
  "/roi": () => ["channel", "campaign", "side", "product", "territory", "segment", "salesperson", "month", "quarter"].map((by) => `/roi?by=${by}&columns=all`).concat(
    "/roi?model=first_touch&lookback_days=30",
    "/roi?by=channel&only_product=1&columns=all",
    "/roi?by=product&only_side=sales&columns=all",
    "/roi?by=campaign&only_territory=2&only_side=marketing&columns=all",
    "/roi?by=quarter&only_channel=1&model=position_based&columns=all",
    "/roi?by=territory&only_campaign=3&columns=all",
  ),
  "/roi/line": async ({ facts }) => [
    "/roi/line",
    ...(await some_lines(facts, "/roi/lines?by=channel&model=time_decay")),
    ...(await some_lines(facts, "/roi/lines?by=channel&model=last_touch&lookback_days=30")),
    ...(await some_lines(facts, "/roi/lines?by=product")),
    ...(await some_lines(facts, "/roi/lines?by=segment")),
    ...(await some_lines(facts, "/roi/lines?by=salesperson&only_channel=8")),
    ...(await some_lines(facts, "/roi/lines?by=segment&only_side=sales")),
    ...(await some_lines(facts, "/roi/lines?by=channel&model=time_decay&only_territory=2&only_side=sales")),
  ],
  "/roi/orders": () => ["/roi/orders"],
  "/roi/touchpoints": () => ["/roi/touchpoints?by=segment&line=all"],
  "/roi/planned": () => ["/roi/planned"],
  "/roi/late": () => ["/roi/late"],
  "/roi/cohorts": () => ["/roi/cohorts", "/roi/cohorts?model=first_touch&lookback_days=30&by=channel&line=1", "/roi/cohorts?by=channel&line=1", "/roi/cohorts?by=product&line=1", "/roi/cohorts?of=gross_margin&lookback_days=180"],
  "/roi/cohort": () => ["/roi/cohort", "/roi/cohort?month=2026-09&model=last_touch", "/roi/cohort?month=2026-09", "/roi/cohort?month=2026-09&months_since=1&by=channel&line=1"],
  "/roi/cohorts/orders": () => ["/roi/cohorts/orders"],
  "/roi/cohorts/older": () => ["/roi/cohorts/older?months_since=1"],
  "/roi/cohorts/lags": () => ["/roi/cohorts/lags"],
  "/roi/cohorts/late": () => ["/roi/cohorts/late"],
  "/roi/leads": () => ["/roi/leads?line=all"],
  "/roi/new-accounts": () => ["/roi/new-accounts?line=all"],
  "/roi/orders/{id}": async ({ facts }) => (await facts.rows("/roi/orders?by=channel&line=0")).slice(0, 2).map((row) => `/roi/orders/${row.id}`),
  "/roi/models": () => ["/roi/models", "/roi/models?by=side&of=orders", ...["gross_margin", "leads", "opportunities", "new_accounts"].map((of) => `/roi/models?of=${of}`)],
  "/roi/models/line": async ({ facts }) => ["/roi/models/line", "/roi/models/line?of=leads", "/roi/models/line?of=gross_margin", "/roi/models/line?of=new_accounts&by=side", ...(await some_lines(facts, "/roi/models?by=campaign")).map((one) => one.replace("models?", "models/line?"))],
  "/roi/journeys": () => ["/roi/journeys", "/roi/journeys?by=side", "/roi/journeys?lookback_days=30"],
  "/roi/journeys/way": async ({ facts }) => ["/roi/journeys/way", `/roi/journeys/way?way=${(await facts.rows("/roi/journeys")).at(-1).way}`],
  "/roi/journeys/taken": () => ["/roi/journeys/taken"],
  "/roi/journeys/single": () => ["/roi/journeys/single"],
  "/gaps/{code}": async ({ facts }) => (await one_of_each(facts)).map((gap) => `/gaps/${gap.code}?about=${encodeURIComponent(gap.about)}`),
  "/gaps/{code}/opportunities": async ({ facts }) =>
    (await one_of_each(facts)).map((gap) => gap.evidence).filter((link) => /^\/gaps\/.*\/opportunities/.test(link)),
  "/gaps/{code}/opportunities/{id}": async ({ facts }) => [await first_row(facts, "/gaps/stage_overdue/opportunities?about=Proposal")],
  "/handoff/opportunities": () => ["came", "left", "waiting", "untouched", "taken_on"].map((step) => `/handoff/opportunities?step=${step}`),
  "/handoff/opportunities/{id}": async ({ facts }) => [await first_row(facts, "/handoff/opportunities?step=untouched")],
  "/claims/{id}": async ({ facts }) => (await facts.rows("/claims")).map((claim) => `/claims/${claim.id}`),
  "/bridge": () => [
    "/bridge",
    "/bridge?first=leads_passed_on&second=leads_worked&from=2026-09-01&until=2026-11-20",
    "/bridge?first=pipeline_sourced&second=revenue_won&from=2026-09-01&until=2026-11-20",
  ],
  "/bridge/rows": () => ["/bridge/rows?first=1&second=2&cause=never_contacted"],
  "/leads-not-contacted": () => ["/leads-not-contacted?about="],
  "/closed-journeys": () => ["/closed-journeys?stage=Proposal"],
  "/agreements/{agreement}": () => ["/agreements/funnel", "/agreements/counting"],
  "/agreements/{agreement}/versions/{number}": () => ["/agreements/funnel/versions/3"],
  "/agreements/{agreement}/edit": () => ["/agreements/funnel/edit?from=1", "/agreements/funnel/edit?template=repeat-business"],
  "/agreements/{agreement}/comparison": () => ["/agreements/funnel/comparison?from=1&to=2"],
  "/opportunities/{id}/expected": async ({ facts }) => [(await facts.rows("/leads-not-contacted?about="))[0].stake.link],
  "/review": () => ["/review?as_of=2026-11-18"],
  "/reviews/{id}": async ({ facts }) => (await facts.rows("/reviews")).map((review) => `/reviews/${review.id}`),
  "/reviews/{id}/gaps/{code}": () => ["/reviews/1/gaps/stage_overdue?about=Proposal"],
};

const some_lines = async (facts, lines) => (await facts.rows(lines)).slice(0, 2).map(({ id }) => `${lines.replace("/lines", "/line")}&line=${id}`);
const first_row = async (facts, list) => list.replace("?", `/${(await facts.rows(list))[0].id}?`);
const one_of_each = async (facts) => [...new Map((await facts.record("/review")).items.map((gap) => [gap.code, gap])).values()];

/** How quick marketing's people were is not Maria's to read: what counts them lists them to an administrator. */
const are_times_of_others = (address) => /^\/handoffs\/passed\.json.*[?&](in_time|response_hours_from)=/.test(address) && !/[?&]by=(team|salesperson)&/.test(address);

let browser, company, maria, facts;
const opened = new Map(), loading = new Set();
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo(noon)]);
  maria = await visit(browser, company);
  await maria.sign_in("Maria Keller", demo_login("maria"));
  maria.page.on("request", (one) => one.url().includes("/events") || loading.add(one));
  for (const end of ["requestfinished", "requestfailed"]) maria.page.on(end, (one) => loading.delete(one));
  maria.page.on("framenavigated", () => loading.clear());
  const { email, password } = demo_login("ada");
  const ada = await Client.of(company.address, email, password);
  facts = new Facts(async (address) => {
    if (are_times_of_others(address)) return ada.get(address.replace(".json", ""));
    const reply = await maria.page.request.get(address);
    assert.ok(reply.ok(), `${address}: ${reply.status()} ${await reply.text()}`);
    return reply.json();
  });
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

for (const path of pages) {
  test(`${path}: its figures are what their facts come to`, async () => {
    const find = with_figures[path] ?? plain[path] ?? (() => [path]);
    assert.ok(with_figures[path] || plain[path] || !path.includes("{"), `Say in this test what an address of ${path} is.`);
    const addresses = await find({ facts });
    const wrong = [];
    const known = new Set();
    let count = 0;
    for (const address of addresses) {
      await open(address);
      count += await each_figure(known, async (figure) => {
        const complaint = await figure_is_right(figure).catch((error) => error.message);
        if (complaint) wrong.push(`${address}: ${figure.name}: ${complaint}`);
      });
    }
    opened.set(path, count);
    assert.deepEqual(wrong, []);
    // A page that has to have figures and shows none has lost them.
    if (with_figures[path] && addresses.length > 0) assert.ok(count > 0 || without[path], `${path} shows no figure.`);
    maria.was_silent();
  });
}

/** Pages of lists whose rows are facts; there is nothing on them to work out. */
const without = { "/funnel/journeys": true, "/roi/orders": true, "/roi/planned": true, "/roi/late": true, "/roi/touchpoints": true, "/roi/leads": true, "/roi/journeys/taken": true, "/roi/journeys/single": true, "/roi/new-accounts": true, "/roi/cohorts/orders": true, "/roi/cohorts/older": true, "/roi/cohorts/lags": true, "/roi/cohorts/late": true, "/bridge/rows": true, "/closed-journeys": true, "/agreements/{agreement}/comparison": true };

test("there were figures of every kind", () => {
  const total = [...opened.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(total > 100, `${total} figures were opened`);
});

/** The figures of a page that are opened, one after the other, each with what its page says of it; `known` kinds are not. */
async function each_figure(known, look) {
  const all = maria.page.locator("[data-figure]:visible");
  const shown = await all.evaluateAll((found) => found.map((one) => ({ text: one.innerText, spoken: one.getAttribute("aria-label"), of: one.dataset.figure })));
  const kinds = Map.groupBy(shown.keys(), (at) => kind_of(shown[at]));
  let count = 0;
  for (const [kind, places] of kinds) {
    if (known.has(kind)) continue;
    known.add(kind);
    for (const at of new Set([places[0], places.at(-1)])) {
      const working = await open_working(all.nth(at));
      await look({ ...working, name: shown[at].spoken, on_page: shown[at].text });
      count += 1;
    }
  }
  // A gap's page and an opportunity's of it are the working themselves.
  const inline = maria.page.locator("section.panel", { has: maria.page.locator(".gap-stake, .judged-stake") });
  if ((await inline.count()) === 1) {
    const working = await inline.evaluate(read_working);
    const [shown] = (await inline.locator(".gap-stake, .judged-stake").innerText()).split(" ");
    await look({ ...working, name: "At stake", shown: /\d/.test(shown) ? shown : null, on_page: "" });
    count += 1;
  }
  return count;
}

/** Opens an address and waits until nothing is loading; the stream of events never ends. */
async function open(address) {
  const { page } = maria;
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  for (let quiet = 0; quiet < 4; ) {
    const is_quiet = loading.size === 0 && (await page.locator("[aria-busy=true]").count()) === 0;
    quiet = is_quiet ? quiet + 1 : 0;
    await page.waitForTimeout(40);
  }
}

/** What figures of one column have in common: the words without the number, and where the working lies without the ids. */
const kind_of = ({ spoken, of }) => `${spoken.replace(/[\d.,$%+−]+/g, "#")} ${of.replace(/[^/?]*\d[^/&]*/g, "#").replace(/about=[^&]*/, "")}`;

async function open_working(figure) {
  const { page } = maria;
  await figure.scrollIntoViewIfNeeded();
  await figure.click();
  const dialog = page.locator("[role=dialog]", { has: page.getByRole("heading", { name: /how it is worked out$/i }) });
  await dialog.getByText(/^As of commit \d+$/).waitFor();
  await dialog.locator("[aria-busy=true]").waitFor({ state: "detached" });
  const working = await dialog.evaluate(read_working);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  return working;
}

/** What a working says, as it stands on the screen. */
function read_working(element) {
  const text = (selector) => element.querySelector(selector)?.innerText ?? null;
  const formula = text(".working-formula");
  const shown = text(".working-formula strong");
  return {
    shown,
    formula: shown ? formula.slice(formula.indexOf("=") + 1).trim() : (formula ?? ""),
    why: [...element.querySelectorAll("p")].map((one) => one.innerText).find((one) => one.startsWith("Not known: ")) ?? null,
    inputs: [...element.querySelectorAll(".working-inputs tr")].map((row) => ({
      name: row.cells[0].innerText,
      text: row.cells[1].innerText,
      link: row.cells[0].querySelector("a")?.getAttribute("href") ?? null,
    })),
    link: element.querySelector(".opened-foot a")?.getAttribute("href") ?? null,
  };
}

/** What is wrong with a figure; nothing where it is what its facts come to. */
async function figure_is_right(figure) {
  const { shown, formula, why } = figure;
  if (shown === null) return why && why.length > "Not known: ".length + 10 ? null : "It is not known and does not say why.";
  const working = new Working(figure, facts);
  const is_frozen = figure.link?.startsWith("/reviews/") || new URL(maria.page.url()).pathname.startsWith("/reviews/");
  const facts_come_to = await (is_frozen ? recompute_frozen(working) : recompute(working));
  if (facts_come_to === null) return `It is shown as ${shown}, and its facts do not say: ${formula}`;
  if (!is_shown_as(facts_come_to, shown)) return `It is shown as ${shown}, and its facts come to ${facts_come_to}: ${formula}`;
  // The handoff draws what it counts as steps down.
  const on_page = /^of those that came/.test(formula) ? figure.on_page.replace(/^−/, "") : figure.on_page;
  if (/\d/.test(on_page) && !is_shown_as(facts_come_to, on_page, true)) return `The page says ${figure.on_page}, its working ${shown}.`;
  return null;
}

/** Money to the cent, or to the whole unit where the page rounds; any other number as finely as its digits go. */
function is_shown_as(exact, text, may_round = false) {
  const digits = /\.(\d+)/.exec(text)?.[1].length ?? 0;
  if (/[$€£]|[A-Z]{3}/.test(text)) return may_round && digits === 0 ? Math.abs(exact - minor_of(text)) <= 50 : exact === minor_of(text);
  const most = /%|days?$| h$| points$/.test(text) ? 1 : 2;
  return digits <= most && Math.abs(exact - number_of(text)) <= 0.5 * 10 ** -most + 1e-9;
}
