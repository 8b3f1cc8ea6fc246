// SPDX-License-Identifier: Apache-2.0
// What is planned, worked out again from budgets and the clauses of plans.
import assert from "node:assert/strict";
import { minor_of, minors, scaled, sum } from "./numbers.mjs";

/** Each budget, and each clause of a plan, spread anew over its days from what the campaign or the version says; what falls into the days that count. */
export async function planned(working) {
  const day = (text) => Date.parse(text) / 86_400_000;
  const campaigns = await working.facts.by_id("/campaigns");
  const rows = (await working.rows(/^the budgets and the clauses of signed plans$/)).filter((one) => one.why === "");
  for (const row of rows.filter((one) => !one.said_by.startsWith("Less "))) {
    const { budget, starts_on, ends_on } = campaigns.get(row.campaign);
    const spreads = row.is_budget ? [{ amount: budget, from: starts_on, until: ends_on }] : spreads_in((await working.facts.record(row.link)).body, row.campaign);
    const spread = spreads.find(({ amount, from, until }) => amount.minor === row.whole.minor && from === row.from_day && until === row.until_day);
    assert.ok(spread, `${row.link} does not say what ${row.name} is planned with`);
    const until = (last) => scaled(spread.amount.minor, last - day(spread.from) + 1, day(spread.until) - day(spread.from) + 1);
    assert.equal(until(day(row.counts_until)) - until(day(row.counts_from) - 1), row.planned.minor, row.name);
  }
  return minors(rows, "planned");
}

/** The same of one campaign and some days, which each input names: its budget, or a clause of a plan. */
export async function planned_of_days(working) {
  const day = (text) => Date.parse(text) / 86_400_000;
  const parts = working.inputs.map(async ({ name, link, text }) => {
    const [from, to] = /, (\d+ \w+ \d{4}) to (\d+ \w+ \d{4})$/.exec(name).slice(1).map((one) => day(`${one} UTC`));
    const record = await working.facts.record(link);
    const spreads = record.body
      ? record.body.campaigns.flatMap(({ campaign }) => spreads_in(record.body, campaign))
      : [{ amount: record.budget, from: record.starts_on, until: record.ends_on }];
    const falls = (spread) => {
      const until = (last) => scaled(spread.amount.minor, last - day(spread.from) + 1, day(spread.until) - day(spread.from) + 1);
      return until(to) - until(from - 1);
    };
    const found = spreads.filter((one) => day(one.from) <= from && to <= day(one.until)).map(falls);
    assert.ok(found.includes(minor_of(text)), `${link} does not say ${text} of ${name}`);
    return minor_of(text);
  });
  return sum(await Promise.all(parts));
}

/** What a plan says of a campaign: month by month, where it says that. */
function spreads_in(plan, campaign) {
  const last_of = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return plan.campaigns
    .filter((clause) => clause.campaign === campaign)
    .flatMap((clause) => {
      const [from, until] = [clause.starts_on ?? plan.starts_on, clause.ends_on ?? plan.ends_on];
      if (clause.months.length === 0) return [{ amount: clause.planned, from, until }];
      return clause.months.map(({ month, planned: amount }) => ({ amount, from: month < from ? from : month, until: last_of(month) > until ? until : last_of(month) }));
    });
}
