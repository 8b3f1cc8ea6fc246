// SPDX-License-Identifier: Apache-2.0
// What the funnel's figures come to, worked out again from the journeys that their workings list.
import { minors, sum } from "./numbers.mjs";

/** How long, and by what it ended: 1 what is asked of, 2 another way, 0 not yet. Journeys of which that is not known are in none. */
const moves = {
  next: (row) => [row.next_days, { went_on: 1, lost: 2 }[row.came_to] ?? 0],
  end: (row) => [row.end_days, { won: 1, lost: 2 }[row.outcome] ?? 0],
  whole: (row) => [row.outcome_days, { won: 1, lost: 2 }[row.outcome] ?? 0],
  stay: (row) => [row.stay_days, row.has_left ? 1 : 0],
};
const durations = (rows, move) => rows.map(moves[move]).filter(([days]) => days !== null && days !== undefined);

/** Day after day: how many are still followed, how many leave in each way. */
function* days_of(rows, move) {
  const all = durations(rows, move).sort(([a], [b]) => a - b);
  for (let at = 0, at_risk = all.length; at < all.length; ) {
    const [day] = all[at];
    const left = [0, 0, 0];
    for (; at < all.length && all[at][0] === day; at += 1) left[all[at][1]] += 1;
    yield { day, at_risk, left };
    at_risk -= sum(left);
  }
}

function aalen_johansen(rows, move, until) {
  let stays = 1, gone = 0;
  for (const { day, at_risk, left } of days_of(rows, move)) {
    if (day > until) break;
    gone += (stays * left[1]) / at_risk;
    stays *= 1 - (left[1] + left[2]) / at_risk;
  }
  return 100 * gone;
}

function kaplan_meier(rows, part) {
  let stays = 1;
  for (const { day, at_risk, left } of days_of(rows, "stay")) {
    stays *= 1 - left[1] / at_risk;
    if (stays <= 1 - part + 1e-12) return day;
  }
  return null;
}

const count = async (working) => (await working.rows(/^journeys$/)).length;

async function ratio(working) {
  const [part, whole] = await Promise.all(working.inputs.map(({ link }) => working.facts.rows(link)));
  return (100 * part.length) / whole.length;
}

/** "goes on" is of the step that the list is of; "is won" of that step, or of the whole journey. */
async function part_gone(working) {
  const link = working.link_of(/^journeys whose days are known$/);
  const until = Number(/ within (\d+) days?/.exec(working.formula)?.[1] ?? horizon_of(link));
  const move = / is won /.test(working.formula) ? (link.includes("&step=") ? "end" : "whole") : "next";
  return aalen_johansen(await working.facts.rows(link), move, until);
}
const horizon_of = (link) => Number(/horizon_days=(\d+)/.exec(link)[1]);

async function points(working) {
  const [now, before] = [working.link_of(/^in these days$/), working.link_of(/^in the other period$/)];
  const [of_now, of_before] = await Promise.all([now, before].map((link) => working.facts.rows(link)));
  const move = / is won /.test(working.formula) ? "whole" : "next";
  return aalen_johansen(of_now, move, horizon_of(now)) - aalen_johansen(of_before, move, horizon_of(now));
}

async function against_the_others(working) {
  const link = working.link_of(/^its own$/);
  const [own, all] = await Promise.all([working.facts.rows(link), working.rows(/^all journeys of these days$/)]);
  const ids = new Set(own.map((row) => row.id));
  const others = all.filter((row) => !ids.has(row.id));
  return aalen_johansen(own, "whole", horizon_of(link)) - aalen_johansen(others, "whole", horizon_of(link));
}

/** What a list of journeys is worth; those that went back are a list of their own. */
async function worth(working) {
  const parts = working.inputs.filter((one) => one.link);
  return sum(await Promise.all(parts.map(async ({ link }) => minors(await working.facts.rows(link), "worth"))));
}

async function mean_worth(working, name) {
  const rows = (await working.rows(name)).filter((row) => row.worth);
  return minors(rows, "worth") / rows.length;
}

async function mean_days(working, name) {
  const rows = (await working.rows(name)).filter((row) => row.outcome_days !== null);
  return sum(rows.map((row) => row.outcome_days)) / rows.length;
}

async function velocity(working) {
  const [open, won, closed] = await Promise.all([/^open$/, /^won$/, /^closed$/].map(async (name) => (await working.rows(name)).length));
  return Math.round((((open * won) / closed) * (await mean_worth(working, /^won$/))) / (await mean_days(working, /^won$/)));
}

/** What each of those lost at a step puts into what leaked there: its worth, in the part by which more were lost than is usual. */
export const leaked_of = (lost, seen, usual) => lost.filter((row) => row.worth).map((row) => [row, Math.round((row.worth.minor * (seen - usual)) / seen)]);

async function leaked(working) {
  const names = [/^left the step in the quarter$/, /^of these, lost there$/, /^left it in the year before$/, /^of these, lost there then$/];
  const [left, lost, left_before, lost_before] = await Promise.all(names.map((name) => working.rows(name)));
  return sum(leaked_of(lost, lost.length * left_before.length, left.length * lost_before.length).map(([, minor]) => minor));
}

export const funnel_formulas = [
  [/^of each that was lost here in the quarter: worth × \(lost − left × usual part lost\) ÷ lost/, leaked],
  [/^(the journeys that came to it, each once|those of them that (went|were|are|came)|the leads and opportunities that began in these days|its journeys that began in these days)/, count],
  [/^(those that went on ÷ those that came|those that were won ÷ those that came|won ÷ closed)$/, ratio],
  [/^Aalen–Johansen: /, part_gone],
  [/^Kaplan–Meier: within so many days half /, async (working) => kaplan_meier(await working.rows(/^journeys whose days are known$/), 0.5)],
  [/^Kaplan–Meier: within so many days nine of ten /, async (working) => kaplan_meier(await working.rows(/^journeys whose days are known$/), 0.9)],
  [/^what (those that (came to it|went on|were lost there|stand there or went back)|the (won|lost|open) ones) (are |were )?worth, added$/, worth],
  [/^what the won ones are worth, added, ÷ how many they are$/, async (working) => Math.round(await mean_worth(working, /^won ones/))],
  [/^the days from their beginning until they were won, added, ÷/, (working) => mean_days(working, /^won ones$/)],
  [/^open journeys × win rate × mean value of a won one ÷ mean days of a won one$/, velocity],
  [/^the part that (goes on within \d+ days?|is won within \d+ days? of its beginning), less that of the other period; its interval /, points],
  [/^the part of its journeys that is won within \d+ days?, less that of all the others$/, against_the_others],
];
