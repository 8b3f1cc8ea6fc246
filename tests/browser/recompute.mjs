// SPDX-License-Identifier: Apache-2.0
// A figure worked out again, from nothing but the formula that its working says and the facts that it lists. What it comes
// to is money in minor units or a number; null where nothing can be known. A formula that is not known here is an error,
// so that a new one cannot go unproved.
import assert from "node:assert/strict";
import { minor_of, minors, number_of, scaled, sum } from "./numbers.mjs";
import { funnel_formulas, leaked_of } from "./recompute_funnel.mjs";
import { handoff_formulas } from "./recompute_handoff.mjs";
import { planned, planned_of_days } from "./recompute_planned.mjs";
import { markov_credit, mean_of_models, nothing_of_it, rate_credit, shapley_credit, spread_of_models } from "./recompute_models.mjs";

/** What orders come to in the company's currency: lines say what they were booked in as well; what has no rate is in no sum. */
const revenue_of = (rows) => sum(rows.map((row) => ("value" in row ? row.value : row.revenue)?.minor ?? 0));

/** One working as it is read off the screen: what it says, and where it says that the facts are. */
export class Working {
  constructor({ formula, inputs, link, shown }, facts) {
    // What is asked of some lines alone says so behind each formula; the lists that it links to keep to it.
    Object.assign(this, { formula: formula.replace(/; of .+ alone$/, ""), inputs, link, shown, facts });
  }

  input(name) {
    const found = this.inputs.find((one) => name.test(one.name));
    assert.ok(found, `${this.formula}: nothing among ${this.inputs.map((one) => one.name).join(", ")} is ${name}`);
    return found;
  }
  /** What is none has no list to open. */
  rows = async (name) => (this.input(name).text === "0" && !this.input(name).link ? [] : this.facts.rows(this.link_of(name)));
  link_of(name) {
    const { link } = this.input(name);
    assert.ok(link, `${this.formula}: ${name} opens nothing`);
    return link;
  }
}

/** Spend in the company's currency; what has no rate is in no sum of it. */
const spent = async (working) => minors(await working.rows(/^entries/), "value");
const spent_in_one = async (working) => minors(await working.rows(/^entries in [A-Z]{3}$/), "amount");
/** Where a list says of all orders which part is kept, the parts. */
const booked = async (working) => kept_of(working, /^orders( and refunds)?$|^booked$/);
async function kept_of(working, name) {
  const rows = await working.rows(name);
  return /[?&]line=all(&|$)/.test(working.link_of(name)) ? minors(rows, "credit") : revenue_of(rows);
}
const orders = (working) => working.rows(/^orders/);
const listed = async (working) => (await working.facts.rows(working.link)).length;

/** What all that stands in a column is worth in the company's currency; nothing where nothing stands there. */
async function worth_of_column(working) {
  const rows = await Promise.all(working.inputs.filter((one) => !/^(left out|Without a value)/.test(one.name)).map((one) => working.facts.rows(one.link)));
  return rows.length === 0 ? null : minors(rows.flat(), "worth");
}

const formulas = [
  [/^Counted: those of this board/, async (working) => sum(await Promise.all(working.inputs.map(async (one) => (await working.facts.rows(one.link)).length)))],
  [/^The values given, and list prices of those without/, worth_of_column],
  ...handoff_formulas,
  ...funnel_formulas,
  [/^Counted: /, async (working) => (await working.facts.rows(working.inputs[0].link)).length],
  [/^The values given, and the list prices of open ones/, values_of_list],
  [/^The sum of the values\.$/, async () => null],
  [/^the amounts of the entries in [A-Z]{3} that this list holds/, spent_in_one],
  [/^the revenue of the lines/, async (working) => minors(await working.rows(/^lines/), "revenue")],
  [/^what (was spent on it|both sides spent) in these days, (what names a campaign and no channel on the channel that the campaign has today, )?each entry whole on the day/, spent],
  [/^what was spent on the campaign since [0-9]+ [A-Z][a-z]+ [0-9]{4}$/, spent],
  [/^what was spent on it − the gross margin it is credited with under the kindest model/, async (working) =>
    minors(await working.rows(/^spent on it$/), "value") - minors(await working.rows(/^gross margin at best$/), "margin")],
  [/^the revenue that it earns by the rules of credit/, async (working) => minors(await orders(working), "credit")],
  [/^what went out on campaigns that the plan does not name/, spent_in_parts],
  [/^the sum of the entries without a campaign/, spent],
  [/^what went out (there before a signed plan|on the campaign there in (these days before a plan|the plan's days, which nobody))/, spent],
  [/^what went out on the campaign there in the plan's days − what was planned/, async (working) => (await spent_in_parts(working)) - (await planned_in_days(working))],
  [/^what was spent on the campaign in these days, pay left out$/, spent_in_parts],
  [/^what signed plans say of these days; where they do not hold/, planned_of_days],
  [/^actual − planned$/, async (working) => minor_of(working.input(/^actual$/).text) - minor_of(working.input(/^planned$/).text)],
  [/^stated − by the rules of credit$/, async (working) => minor_of(working.input(/^stated$/).text) - minor_of(working.input(/^by the rules of credit$/).text)],
  [/^how often (it reached customers|customers were met in|its accounts were met|they met customers)/, touchpoints_met],
  [/^how often the accounts of this industry were met/, met_in_industry],
  [/^what was spent in these days on campaigns that address this industry, each entry whole on the day/, spent],
  [/^the touchpoints of the account since it was booked/, touchpoints_met],
  [/^the touchpoints of the account (since its order before|before the order) that are older than /, touchpoints_met],
  [/^the orders booked in these days$/, booked],
  [/^of the orders booked in these days, those with a touchpoint/, async (working) =>
    (await booked(working)) - (await kept_of(working, /^less unattributed$/))],
  [/^of the orders booked in these days, those without (any such|a) touchpoint/, booked],
  [/^the revenue of (its part of )?the orders booked/, async (working) => minors(await orders(working), "credit")],
  [/^the gross margin of (its part of )?the orders booked/, margin_of_orders],
  [/^(its part of )?the orders booked (for it )?in these days/, async (working) => sum((await orders(working)).map((row) => row.share_percent)) / 100],
  [/^how many orders were booked in these days$/, async (working) => sum((await orders(working)).map((row) => row.share_percent)) / 100],
  [/^the campaigns' budgets, each spread evenly/, planned],
  [/^the (leads that came|opportunities whose inquiry came|accounts that ordered for the first time) in these days$/, (working) => shares(working, customers)],
  [/^of these, those without a touchpoint of the /, (working) => count(working, /^(leads|opportunities|new accounts)$/)],
  [/^(its part of )?the (leads that|opportunities whose inquiry|accounts that ordered)/, (working) => shares(working, customers)],
  [/^spend of both sides ÷ /, async (working) => Math.round((await spend_of(working)) / (await shares(working, customers)))],
  [/^\(spend ÷ new accounts\) ÷ \(gross margin of the new accounts/, payback],
  [/^the gross margin that it earns by the rules of credit/, margin_of_orders],
  [/^\(revenue as agreed − spend\) ÷ spend$/, (working) => return_on(working, "revenue as agreed")],
  [/^\(gross margin as agreed − spend\) ÷ spend$/, (working) => return_on(working, "gross margin as agreed")],
  [/^\(revenue − spend\) ÷ spend$/, (working) => return_on(working, "revenue")],
  [/^\(gross margin − spend\) ÷ spend$/, (working) => return_on(working, "gross margin")],
  [/^\(revenue of all booked − spend\) ÷ spend$/, (working) => return_on(working, "revenue of all booked")],
  [/^\(revenue attributed − spend\) ÷ spend$/, (working) => return_on(working, "revenue attributed")],
  [/^\(gross margin of all booked − spend\) ÷ spend$/, (working) => return_on(working, "gross margin of all booked")],
  [/^\(gross margin attributed − spend\) ÷ spend$/, (working) => return_on(working, "gross margin attributed")],
  [/^what was spent (on it )?in the month$/, spent],
  [/^what of (it was entered after|the spend was recorded later than five weekdays after) /, spent],
  [/^the revenue (that touchpoints of .* have earned|of orders booked in these months that no touchpoint explains)/, async (working) => minors(await orders(working), "credit")],
  [/^the gross margin that touchpoints of .* have earned/, async (working) => whole(await orders(working), "margin")],
  [/^booked less unattributed, less what came back/, earned_by_others],
  [/^(revenue|gross margin) back ÷ spend$/, back_of_spend],
  [/^what (was|is) back by .*, times how older months grew from there on$/, (working) => expected_in_the_end(working, working.inputs)],
  [/^what is back by now, for what (was|is) back by .*, times how older months grew from there on, is less$/, no_less_than_is_back],
  [/^within so many days of the first touchpoint (of it )?since the account's order before/, usual_lag],
  [/^what the customer pays$/, async (working) => revenue_of(await working.rows(/^lines$/))],
  [/^revenue − cost of goods$/, async (working) => whole(await working.rows(/^lines$/), "gross_margin")],
  [/^as (marketing|sales) states it: /, stated],
  [/^What .* worth in [A-Z]{3}, each rounded once: /, worth_of_list],
  [/^(Leads and opportunities|Those of them|The value|What|Opportunities) .*/, by_facts],
  [/^the rows that this is the first reason for, added up$/, step_of_bridge],
  [/^what the second counts these rows for, less what the first does(; without an exchange rate a row counts for nothing)?$/, step_of_bridge],
  [/^what the first number's list comes to more than that number/, unexplained],
  [/^the second number less the first, whose side gave no list$/, between_numbers],
  [/^(of )?those that came to “/, listed],
  [/^for each: value × win rate/, stake_of_list],
  [/^value × win rate/, stake_of_one],
  [/^the gaps' stakes added, each opportunity counted once/, stakes_added],
  [/^the sum of (what (sales|marketing) spent|the (revenue|cost of goods) of the (order )?lines) .* at the exchange rate of its day$/, changes],
  [/^as .+ stated it on /, async (working) => (await working.facts.record(working.link_of(/^the statement$/))).amount.minor],
  [/^what the books say less what the facts sum to$/, difference_of_books],
  [/^what the facts summed to when the books were stated, less what they sum to now$/, changes],
  [/^the entries (below zero, taken the other way round|that an earlier one of another system equals)/, changes],
  [/^the difference less the steps before$/, async (working) => minor_of(working.input(/^the difference$/).text) - (await steps(working, /^the difference$/))],
  [/^what it came to as of the commit of the closing$/, changes],
  [/^what it comes to now less what it came to then$/, changes],
  [/^what these orders were invoiced in the month less what was booked of them$/, changes],
  [/^the difference less the steps that facts explain, without the sign$/, async (working) =>
    Math.abs((await difference_of_books(working)) - (await steps(working, /^(stated by the books|sum of the facts)$/)))],
  [/^what it comes to now less what it came to when the month was closed, without the sign$/, changed_since_closing],
  [/^how many (of the )?orders (were )?booked in these days/, (working) => orders_counted(working)],
  [/^the credits of all lines, added up: /, credits_of_model],
  [/^nothing, for no journey that came by it led to an order/, nothing_of_it],
  [/^(the revenue of )?all orders with a touchpoint × its removal effect at order 1 ÷/, markov_credit],
  [/^(the revenue of )?all orders with a touchpoint, each shared equally/, shapley_credit],
  [/^(the revenue of )?all orders with a touchpoint, those of each set of lines shared by/, rate_credit],
  [/^the gross margin booked, less what is attributed$/, async (working) => minor_of(working.input(/^booked$/).text) - minor_of(working.input(/^attributed$/).text)],
  [/^the credits under the models, added up, ÷ how many/, mean_of_models],
  [/^\(the greatest credit − the least\) ÷ the mean of the models$/, spread_of_models],
  [/^the journeys of all ways, added up$/, async (working) => sum((await working.rows(/^ways$/)).map((way) => way.journeys))],
  [/^the orders of all ways, added up$/, async (working) => sum((await working.rows(/^ways$/)).map((way) => way.orders))],
  [/^orders ÷ journeys of all ways that have ended$/, async (working) =>
    (100 * (await working.rows(/^orders$/)).length) / (await working.rows(/^journeys that have ended$/)).length],
  [/no order has closed, while one may still come in /, async (working) => (await working.rows(/^journeys still open$/)).length],
  [/^how many journeys of these days took this way$/, async (working) => (await working.rows(/^journeys$/)).length],
  [/^how many of these journeys an order closed$/, async (working) => (await working.rows(/^journeys with an order$/)).length],
  [/^journeys with an order ÷ journeys that have ended$/, async (working) => {
    const [n, k] = await taken_of(working);
    return (100 * k) / n;
  }],
  [/^the (lower|upper) end of the 95% interval of that rate, by Wilson$/, wilson],
  [/^the revenue of the orders that closed these journeys$/, async (working) => minors(await working.rows(/^journeys with an order$/), "revenue")],
  [/^the touchpoints of these journeys ÷ journeys$/, async (working) => {
    const rows = await working.rows(/^journeys$/);
    return sum(rows.map((row) => row.touchpoints)) / rows.length;
  }],
  [/^the median of the days from the first touchpoint to the order$/, async (working) => {
    const days = (await working.rows(/^journeys with an order$/)).map((row) => row.days).sort((a, b) => a - b);
    return (days[(days.length - 1) >> 1] + days[days.length >> 1]) / 2;
  }],
  [/^the gap is found no more, so nothing of it is at stake$/, async () => 0],
];

/** The entries of each plan are a list of their own. */
async function spent_in_parts(working) {
  const parts = working.inputs.filter((one) => /^entries/.test(one.name));
  return sum(await Promise.all(parts.map(async ({ link }) => minors(await working.facts.rows(link), "value"))));
}

/** Whole where the plan says it whole, else what of it falls into the days named. */
function planned_in_days({ facts, inputs }) {
  const days = inputs.filter(({ name }) => /^Campaign plan.+ to /.test(name));
  return days.length > 0 ? planned_of_days({ facts, inputs: days }) : planned_of({ facts, inputs });
}

/** What the plans that a working names say, each on its own page. */
async function planned_of(working) {
  const parts = working.inputs.filter((one) => /^planned$|^Campaign plan/.test(one.name));
  const said = await Promise.all(parts.map(async ({ link, text }) => {
    const { body } = await working.facts.record(link);
    const amounts = body.campaigns.flatMap((one) => [one.planned, ...(one.months ?? []).map((month) => month.planned)]);
    const found = amounts.find((one) => one.minor === minor_of(text));
    assert.ok(found, `${link} does not say ${text}`);
    return found.minor;
  }));
  return sum(said);
}

/** What the facts of a working come to. */
export async function recompute(working) {
  const found = formulas.find(([pattern]) => pattern.test(working.formula));
  assert.ok(found, `No test knows how “${working.formula}” is worked out.`);
  return found[1](working);
}

/** Whom colleagues met, of whom one may not see each, is counted and not listed. */
async function touchpoints_met(working) {
  const met = working.input(/^touchpoints$/);
  return met.link || met.text === "0" ? (await working.rows(/^touchpoints$/)).length : number_of(met.text);
}

/** What the list holds; of all lines together also how often each account of the industry was met, between the days that the working names. */
async function met_in_industry(working) {
  const listed = await touchpoints_met(working);
  if (!working.inputs.some(({ name }) => /^accounts of it, met from/.test(name))) return listed;
  const { name, link } = working.input(/^accounts of it, met from/);
  const [from, to] = /met from (.*) to (.*)$/.exec(name).slice(1).map((day) => new Date(`${day} UTC`).toISOString().slice(0, 10));
  const accounts = (await working.facts.rows(link)).map((account) => account.id);
  let met = 0;
  for (let at = 0; at < accounts.length; at += 50) {
    const some = accounts.slice(at, at + 50).map((id) => `account=${id}`).join("&");
    met += (await working.facts.rows(`/touchpoints?${some}&at_from=${from}&at_to=${to}`)).length;
  }
  assert.equal(met, listed, "its accounts were met as often as its list says");
  return met;
}

const customers = /^(leads|opportunities|new accounts)/;
const count = async (working, name) => (await working.rows(name)).length;
/** A list of all of them says no shares that would differ from whole ones. */
const shares = async (working, name) => sum((await working.rows(name)).map((row) => row.share_percent)) / 100;
const spend_of = async (working) => minors(await working.rows(/^spend$/), "value");

/** Months until what an account costs has come back as its gross margin. */
async function payback(working) {
  const rows = await working.rows(/^new accounts$/);
  const of = (number) => sum(rows.map((row) => (row.share_percent / 100) * number(row)));
  if (rows.some((row) => !row.margin)) return null;
  const [accounts, margin, days] = [of(() => 1), of((row) => row.margin.minor), of((row) => row.days)];
  return (await spend_of(working)) / accounts / ((margin / days) * 30.4375);
}

/** Entries of a month, each with what it does to the number. */
async function changes(working) {
  return minors(await working.rows(/^(entries|lines)/), "change");
}

/** The books' number is as it was stated; the facts' is what their entries come to. */
async function difference_of_books(working) {
  const { link, text } = working.input(/^stated by the books$/);
  const { stated } = await working.facts.record(link);
  assert.equal(stated.money.minor, minor_of(text), link);
  return stated.money.minor - minors(await working.rows(/^sum of the facts$/), "change");
}

/** What each step but these takes from the difference, by its own list. */
async function steps(working, but) {
  const some = working.inputs.filter((one) => !but.test(one.name));
  return sum(await Promise.all(some.map(async ({ link }) => minors(await working.facts.rows(link), "change"))));
}

/** Twice: from what it was and is, and from the entries that changed. */
async function changed_since_closing(working) {
  const now = minors(await working.rows(/^now$/), "change");
  const changed = now - minor_of(working.input(/^when the month was closed$/).text);
  assert.equal(minors(await working.rows(/^entries that changed$/), "change"), changed, working.formula);
  return Math.abs(changed);
}

/** Each part of the sum is a list of its own. */
async function values_of_list(working) {
  const parts = working.inputs.filter((one) => !/^Without a value/.test(one.name));
  const sums = await Promise.all(parts.map(async (part) => minors(await working.facts.rows(part.link), "value")));
  parts.forEach((part, at) => assert.equal(sums[at], minor_of(part.text), `${part.name} of ${working.formula}`));
  return sum(sums);
}

/** Each currency's opportunities, as their own list converts them. */
async function worth_of_list(working) {
  const parts = working.inputs.filter((one) => !/^left out/.test(one.name));
  const sums = await Promise.all(parts.map(async (part) => minors(await working.facts.rows(part.link), "worth")));
  parts.forEach((part, at) => assert.equal(sums[at], minor_of(part.text), `${part.name} of ${working.formula}`));
  return sum(sums);
}

/** The sum of a field that each row has to have; not known where one has none. */
const whole = (rows, field) => (rows.every((row) => row[field]) ? minors(rows, field) : null);

/** Parts of orders say their margin, lines of orders their gross margin. */
async function margin_of_orders(working) {
  const rows = await orders(working);
  return whole(rows, rows.some((row) => "credit" in row) ? "margin" : "gross_margin");
}

async function return_on(working, back) {
  const rows = await working.facts.rows(working.link_of(new RegExp(`^${back}$`)));
  const is_in_parts = rows.some((row) => "credit" in row);
  const field = back.startsWith("revenue") ? (is_in_parts ? "credit" : "revenue") : is_in_parts ? "margin" : "gross_margin";
  const returned = field === "revenue" ? revenue_of(rows) : whole(rows, field);
  const cost = minors(await working.rows(/^spend$/), "value");
  if (returned === null || cost <= 0) return null;
  assert.equal(returned, minor_of(working.input(new RegExp(`^${back}$`)).text), working.formula);
  assert.equal(cost, minor_of(working.input(/^spend$/).text), working.formula);
  return (100 * (returned - cost)) / cost;
}

/** What the booked orders hold beside all that is told of. */
async function earned_by_others(working) {
  const parts = await Promise.all(["less unattributed", "less back of these months", "less back of months before"].map((name) => working.rows(new RegExp(`^${name}$`))));
  return (await booked(working)) - sum(parts.map((rows) => minors(rows, "credit")));
}

async function back_of_spend(working) {
  const [name] = /^(revenue|gross margin) back/.exec(working.formula);
  const rows = await working.rows(new RegExp(`^${name}$`));
  const back = name.startsWith("revenue") ? minors(rows, "credit") : whole(rows, "margin");
  assert.equal(back, minor_of(working.input(new RegExp(`^${name}$`)).text), working.formula);
  return (100 * back) / (await spent_on(working));
}
const spent_on = async (working) => minors(await working.rows(/^spend$/), "value");

/** Each step by its own list of older months. */
async function expected_in_the_end(working, [back, ...steps]) {
  const field = new URL(back.link, "http://x").searchParams.get("of") === "gross_margin" ? "margin" : "credit";
  let amount = minors(await working.facts.rows(back.link), field);
  assert.equal(amount, minor_of(back.text), back.name);
  for (let at = 0; at < steps.length; at += 2) {
    const rows = await working.facts.rows(steps[at].link);
    const [before, after] = [minors(rows, "before"), minors(rows, "after")];
    assert.deepEqual([before, after], [minor_of(steps[at].text), minor_of(steps[at + 1].text)], steps[at].name);
    amount *= after / before;
  }
  return Math.round(amount);
}

/** Older months were paid back later, which is no reason to expect it of this one. */
async function no_less_than_is_back(working) {
  const now = working.input(/^back by now$/);
  const grown = await expected_in_the_end(working, working.inputs.filter((one, at) => at === 0 || one !== now));
  const field = new URL(now.link, "http://x").searchParams.get("of") === "gross_margin" ? "margin" : "credit";
  const back = minors(await working.facts.rows(now.link), field);
  assert.ok(grown < back, `${grown} is less than ${back}`);
  return back;
}

/** The nearest rank. */
async function usual_lag(working) {
  const days = (await orders(working)).map((row) => row.lag_days).sort((a, b) => a - b);
  return days[Math.ceil(0.9 * days.length) - 1];
}

/** The claim's own page says the number. */
async function stated(working) {
  const claim = await working.facts.record(working.link_of(/^the claim$/));
  return claim.amount ? claim.value.minor : claim.count;
}

/** What the facts hold, counted or added. */
async function by_facts(working) {
  const rows = await working.rows(/^rows$/);
  return rows.some((row) => row.amount) ? minors(rows, "amount") : rows.length;
}

/** What only the other side counts is added, everything else is taken away; where both count a row for different amounts,
 * the change is what they differ by. */
async function step_of_bridge(working) {
  const link = working.link_of(/^rows$/);
  const rows = await working.facts.rows(link);
  if (/cause=(other_amount|without_rate&|without_rate$)/.test(link)) return minors(rows, "other_amount") - minors(rows, "amount");
  const sign = /cause=(only_there|counted_twice_there|without_rate_there)/.test(link) ? 1 : -1;
  return sign * (rows.some((row) => row.amount) ? minors(rows, "amount") : rows.length);
}

/** By how much the first number is less than its list, and the second more than its own. */
async function unexplained(working) {
  const ends = await Promise.all(
    ["first", "second"].map(async (end) => {
      const rows = await working.rows(new RegExp(`^the ${end} number's list`));
      const number = working.input(new RegExp(`^the ${end} number$`)).text;
      const is_money = rows.some((row) => row.amount);
      return (is_money ? minor_of(number) : number_of(number)) - (is_money ? minors(rows, "amount") : rows.length);
    }),
  );
  return ends[1] - ends[0];
}

/** The two numbers that stand at the ends; the rows behind the second are opened by its own figure. */
function between_numbers(working) {
  const [first, second] = ["first", "second"].map((end) => working.input(new RegExp(`^the ${end} number$`)).text);
  const is_money = /[^\d.,\s-]/.test(first);
  return is_money ? minor_of(second) - minor_of(first) : number_of(second) - number_of(first);
}

/** The win rates that a working names, counted in the lists of closed journeys that it links to. */
async function win_rates(working) {
  const rates = new Map();
  for (const { name, link, text } of working.inputs) {
    const [, of, which] = /^win rate (.*): (won|closed)$/.exec(name) ?? [];
    if (!of) continue;
    const count = (await working.facts.rows(link)).length;
    assert.equal(count, number_of(text), `${name}, listed at ${link}`);
    rates.set(of, { ...rates.get(of), [which]: count });
  }
  return rates;
}

/** The agreed or overall rate that judges a row: by its stage, where several are named. */
function rate_of(row, rates) {
  if (rates.size === 1) return [...rates.values()][0];
  return [...rates].find(([of]) => of.endsWith(` ${row.stage}`))?.[1] ?? rates.get("of all") ?? assert.fail(`No rate of ${row.stage}.`);
}

/** In millionths, from the product's own price and cost; what was agreed where the product says nothing. */
async function margin_of(product, working) {
  const { list_price, unit_cost } = product ? await working.facts.record(`/products/${product}`) : {};
  if (!list_price || !unit_cost) return agreed_margin(working);
  return scaled(1_000_000, list_price.minor - unit_cost.minor, list_price.minor);
}

/** The version that the working links to says it. */
async function agreed_margin(working) {
  const { link, text } = working.input(/^gross margin.*, as agreed for want of a product's cost$/);
  const { body } = await working.facts.record(link);
  assert.equal(body.assumed_margin_percent, number_of(text), `the margin agreed at ${link}`);
  return Math.round(body.assumed_margin_percent * 10_000);
}

/** A list of leads names an opportunity; its record names the product. */
async function product_of(row, facts) {
  if ("product" in row) return row.product;
  return (await facts.by_id("/opportunities")).get(row.opportunity ?? row.id)?.product;
}

async function stake_of_row(row, rate, working) {
  if (!row.worth) return null;
  const chance = scaled(row.worth.minor, rate.won, rate.closed);
  if (!working.formula.includes("gross margin,")) return chance;
  return scaled(chance, await margin_of(await product_of(row, working.facts), working), 1_000_000);
}

/** What a clause would have found is no list yet: from the sums that went in, as far as they say. */
async function stake_by_its_sums(working, rates) {
  const count = number_of(working.input(/^opportunities$/).text);
  const value = minor_of(working.input(/^their value$/).text);
  const chance = minor_of(working.input(/^value × win rate$/).text);
  if (rates.size === 1) {
    const [{ won, closed }] = rates.values();
    assert.ok(Math.abs((value * won) / closed - chance) <= count / 2, `${chance} for ${value} × ${won} ÷ ${closed}`);
  }
  const stake = minor_of(working.shown);
  assert.ok(stake > 0 && stake <= chance, `${stake} of ${chance}`);
  return stake;
}

/** A list of handoffs does not say where a lead stood that day; the working of its stake does. */
const with_stage = async (row, facts) => ("stage" in row ? row : { stage: (await facts.record(row.stake.link)).stage });

/** Each row that the evidence lists, and what the list itself says of it. */
async function stake_of_list(working) {
  const { facts } = working;
  const rates = await win_rates(working);
  const { link } = working.input(/^opportunities$/);
  if (!link) return stake_by_its_sums(working, rates);
  const rows = await facts.rows(link);
  assert.equal(rows.length, number_of(working.input(/^opportunities$/).text), `rows of ${link}`);
  const stakes = await Promise.all(rows.map(async (row) => stake_of_row(row, rate_of(await with_stage(row, facts), rates), working)));
  rows.forEach((row, at) => assert.equal(row.stake.money?.minor ?? null, stakes[at], `row ${row.id} of ${link}`));
  const known = rows.filter((row) => row.worth);
  assert.equal(minors(known, "worth"), minor_of(working.input(/^their value$/).text), `the value of ${link}`);
  return sum(stakes.map((stake) => stake ?? 0));
}

async function stake_of_one(working) {
  const { facts, formula } = working;
  const [first] = working.inputs;
  const found = await facts.record(first.link);
  const value = (found.value ?? found.list_price)?.minor;
  assert.equal(value, minor_of(first.text), `${first.name} at ${first.link}`);
  const [rate] = (await win_rates(working)).values();
  const worth = working.inputs.find((one) => /^in [A-Z]{3}$/.test(one.name));
  const chance = scaled(worth ? minor_of(worth.text) : value, rate.won, rate.closed);
  if (!formula.includes("gross margin")) return chance;
  const product = /^\/products\/(\d+)$/.exec(working.link_of(/^gross margin/))?.[1];
  return scaled(chance, await margin_of(product, working), 1_000_000);
}

/** Every gap's own stake, and once each what stands in several of them: where it is largest. */
async function stakes_added(working) {
  const parts = new Map();
  for (const { name, text, link } of working.inputs) {
    if (name === "less what stands in several of them") continue;
    const gap = await working.facts.record(link);
    assert.equal(gap.stake.money.minor, minor_of(text), name);
    for (const [part, minor] of await parts_of(gap, working.facts)) parts.set(part, Math.max(minor, parts.get(part) ?? -Infinity));
  }
  return sum([...parts.values()]);
}

const about_one_campaign = /^(spend_without_return|campaign_below_spend|plan_overspent|campaign_task_overdue)$/;

/** What a gap's stake is the sum of, by what it is about. */
async function parts_of(gap, facts) {
  if (gap.code === "ledger_differs") return [[`books ${gap.about}`, gap.stake.money.minor]];
  if (gap.code === "closed_period_changed") {
    const rows = await facts.rows(gap.evidence);
    const sign = Math.sign(minors(rows, "change"));
    return rows.map((row) => [row.link || `gone ${gap.about} ${row.id}`, sign * row.change.minor]);
  }
  if (about_one_campaign.test(gap.code)) return [[`campaign ${gap.about.split("/").at(-1)}`, gap.stake.money.minor]];
  if (gap.code === "rejection_reason_grows") return [[`campaign ${gap.about.split("/")[0]}`, gap.stake.money.minor]];
  if (gap.code === "value_leaks") {
    const [left, lost, left_before, lost_before] = gap.stake.inputs.map((one) => one.number);
    return leaked_of(await facts.rows(gap.evidence), lost * left_before, left * lost_before).map(([row, minor]) => [row.id, minor]);
  }
  const rows = await facts.rows(gap.stake.inputs[0].link);
  if (gap.code === "spend_before_plan") {
    const by_campaign = Map.groupBy(rows, (row) => row.campaign);
    return [...by_campaign].map(([campaign, entries]) => [`campaign ${campaign}`, minors(entries, "value")]);
  }
  if (/^\/spend/.test(gap.evidence)) return rows.filter((row) => row.value).map((row) => [`/spend/${row.id}`, row.value.minor]);
  return rows.filter((row) => row.stake.money).map((row) => [row.opportunity ?? row.id, row.stake.money.minor]);
}

/** A figure of a closed review: its lists say what has become known since, so it is held against what was frozen. */
export async function recompute_frozen(working) {
  const { formula, inputs, link, facts } = working;
  if (/^the gaps' stakes added/.test(formula)) {
    for (const { link: page, text } of inputs.filter((one) => one.link)) assert.equal((await facts.record(page)).stake.money.minor, minor_of(text), page);
    return sum(inputs.map((one) => minor_of(one.text)));
  }
  if (/^as (marketing|sales) states it: /.test(formula)) return stated(working);
  if (/^the rows that this is the first reason for/.test(formula)) return Math.sign(number_of(working.shown)) * number_of(working.input(/^rows$/).text);
  if (/^what the first number's list/.test(formula)) {
    const [first, first_list, second, second_list] = inputs.map((one) => number_of(one.text));
    return first_list - first + second - second_list;
  }
  if (link?.startsWith("/reviews/")) return (await facts.record(link)).stake.money.minor;
  return inputs.some((one) => /^their value$/.test(one.name)) ? stake_by_its_sums(working, new Map()) : minor_of(working.shown);
}

/** Lines of one order are one, where it has a number. */
async function orders_counted(working) {
  const rows = await working.rows(/^orders$/);
  return rows.some((row) => "credit" in row) ? rows.length : new Set(rows.map((row) => (row.number ? `${row.number} of ${row.account}` : row.id))).size;
}

/** The column of the list that the formula names. */
async function credits_of_model(working) {
  const label = /: (.*)$/.exec(working.formula)[1];
  const field = /^Markov/.test(label) ? "markov" : label.toLowerCase().replace(/[ -]/g, "_");
  const cells = (await working.rows(/^lines$/)).map((line) => line[field]);
  return sum(cells.map((cell) => (cell.money ? cell.money.minor : cell.number)));
}

/** Journeys of a way that have ended, and those with an order. */
async function taken_of(working) {
  return [(await working.rows(/^journeys that have ended$/)).length, (await working.rows(/^journeys with an order$/)).length];
}

async function wilson(working) {
  const [n, k] = await taken_of(working);
  const z = 1.959963984540054;
  const rate = k / n;
  const reach = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  const sign = /lower/.test(working.formula) ? -1 : 1;
  return Math.min(100, Math.max(0, (100 * (rate + (z * z) / (2 * n) + sign * reach)) / (1 + (z * z) / n)));
}
