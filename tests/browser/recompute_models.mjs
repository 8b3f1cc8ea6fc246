// SPDX-License-Identifier: Apache-2.0
// What Markov, Shapley and the spread of the models come to, worked out again from the ways that journeys took.
import assert from "node:assert/strict";
import { minor_of, minors, number_of, sum } from "./numbers.mjs";

/** Whose credit it is: the line that the ways which it is on are asked by. */
const line_of = (working) => /[?&]on=(\d+)/.exec(working.link_of(/^of these, those whose journey came by it$/))[1];

/** What each way brought: money, or orders. */
async function ways_of(working) {
  const all = working.input(/^all orders with a touchpoint$/);
  const ways = await working.facts.rows(all.link);
  const is_money = /[$€£]|[A-Z]{3}/.test(all.text);
  return { is_money, ways: ways.filter((way) => way.journeys > way.still_open).map(({ way, journeys, still_open, orders, revenue }) => ({ keys: way.split("-"), journeys: journeys - still_open, orders, brought: is_money ? revenue.minor : orders })) };
}

export async function shapley_credit(working) {
  const line = line_of(working);
  const { is_money, ways } = await ways_of(working);
  const credit = sum(ways.map(({ keys, brought }) => (keys.includes(line) ? brought / new Set(keys).size : 0)));
  return is_money ? within_a_unit(credit, working, ways) : credit;
}

/** The chain of order 1 as a dense system, solved by elimination. */
export async function markov_credit(working) {
  const line = line_of(working);
  const { is_money, ways } = await ways_of(working);
  const keys = [...new Set(ways.flatMap((way) => way.keys))];
  const place = new Map(keys.map((key, at) => [key, at]));
  const steps = keys.map(() => new Map()), begins = new Map(), passed = keys.map(() => 0), won = keys.map(() => 0);
  for (const { keys: path, journeys, brought } of ways) {
    const at = path.map((key) => place.get(key));
    begins.set(at[0], (begins.get(at[0]) ?? 0) + journeys);
    at.forEach((one) => (passed[one] += journeys));
    at.slice(1).forEach((to, from) => steps[at[from]].set(to, (steps[at[from]].get(to) ?? 0) + journeys));
    won[at.at(-1)] += brought;
  }
  const without = (removed) => {
    const matrix = keys.map((_, to) => [
      ...keys.map((_, from) => (from === to ? 1 : 0) - (to === removed || from === removed ? 0 : (steps[from].get(to) ?? 0) / passed[from])),
      to === removed ? 0 : (begins.get(to) ?? 0),
    ]);
    return sum(solved(matrix).map((flow, at) => (at === removed ? 0 : (flow * won[at]) / passed[at])));
  };
  const all = sum(ways.map((way) => way.brought));
  const effects = keys.map((_, at) => 1 - without(at) / all);
  const own = place.has(line) ? effects[place.get(line)] : 0;
  const earning = keys.map((key) => ways.some((way) => way.orders > 0 && way.keys.includes(key)));
  const credit = earning[place.get(line)] ? (all * own) / sum(effects.filter((_, at) => earning[at])) : 0;
  return is_money ? within_a_unit(credit, working, ways) : credit;
}

/** Of all ways that came by the line none led to an order. */
export async function nothing_of_it(working) {
  const { ways } = await ways_of(working);
  const line = line_of(working);
  assert.equal(sum(ways.filter(({ keys }) => keys.includes(line)).map(({ orders }) => orders)), 0);
  return 0;
}

/**
 * Each set of lines that some way came by has a rate, orders by journeys; a set is worth the greatest rate of those within it. What the
 * ways of a set brought is shared by what its lines add to that, on average over all orders in which they may join.
 */
export async function rate_credit(working) {
  const line = line_of(working);
  const { is_money, ways: told } = await ways_of(working);
  // What stands behind the last step of a long way is no line: those few were met before it.
  const ways = told.map((way) => ({ ...way, keys: way.keys.filter((key) => key !== "later") }));
  const players = [...new Set(ways.flatMap((way) => way.keys))];
  const all = Array.from({ length: 2 ** players.length }, () => ({ journeys: 0, orders: 0, brought: 0 }));
  for (const { keys, journeys, orders, brought } of ways) {
    const set = all[[...new Set(keys)].reduce((bits, key) => bits + 2 ** players.indexOf(key), 0)];
    set.journeys += journeys;
    set.orders += orders;
    set.brought += brought;
  }
  const of_set = (set) => players.map((_, at) => 2 ** at).filter((one) => set & one);
  const worth = [];
  all.forEach(({ journeys, orders }, set) => worth.push(Math.max(journeys ? orders / journeys : 0, ...of_set(set).map((one) => worth[set - one]))));
  /** What each adds, summed over all orders of joining: the next joins those who are there, `ways` of which there are. */
  const adds = (set) => {
    const added = new Map(of_set(set).map((one) => [one, 0]));
    let there = new Map([[0, 1]]);
    for (let size = of_set(set).length; size > 0; size -= 1) {
      const next = new Map();
      for (const [joined, count] of there) {
        for (const one of of_set(set - joined)) {
          const rest = factorial(size - 1);
          added.set(one, added.get(one) + count * rest * (worth[joined + one] - worth[joined]));
          next.set(joined + one, (next.get(joined + one) ?? 0) + count);
        }
      }
      there = next;
    }
    return added;
  };
  const own = 2 ** players.indexOf(line);
  const credit = sum(
    all.map(({ orders, brought }, set) => {
      if (orders === 0 || !(set & own)) return 0;
      const added = adds(set);
      return (brought * added.get(own)) / sum([...added.values()]);
    }),
  );
  return is_money ? within_a_unit(credit, working, ways) : credit;
}

const factorial = (number) => (number < 2 ? 1 : number * factorial(number - 1));

/** Gauss, with the largest pivot. */
function solved(matrix) {
  const size = matrix.length;
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < size; row += 1) if (Math.abs(matrix[row][at]) > Math.abs(matrix[pivot][at])) pivot = row;
    [matrix[at], matrix[pivot]] = [matrix[pivot], matrix[at]];
    for (let row = 0; row < size; row += 1) {
      if (row === at) continue;
      const factor = matrix[row][at] / matrix[at][at];
      for (let column = at; column <= size; column += 1) matrix[row][column] -= factor * matrix[at][column];
    }
  }
  return matrix.map((row, at) => row[size] / row[at]);
}

/**
 * The largest remainder gives a credit at most one unit more or less than it comes to. Of ways that go on beyond what the
 * list tells apart nobody reads off by which lines they went: by no more than what these brought may it differ.
 */
function within_a_unit(credit, working, ways) {
  const shown = minor_of(working.shown);
  const untold = sum(ways.map(({ keys, brought }) => (keys.at(-1) === "later" ? brought : 0)));
  return Math.abs(shown - credit) < 1 + untold ? shown : credit;
}

/** The credits that a working names; those of single orders are added up again from their list. */
async function credits_named(working) {
  const is_money = /[$€£]|[A-Z]{3}/.test(working.inputs[0].text);
  return Promise.all(
    working.inputs.map(async ({ text, link }) => {
      const told = is_money ? minor_of(text) : number_of(text);
      if (!link.startsWith("/roi/orders")) return told;
      const rows = await working.facts.rows(link);
      const found = is_money ? [minors(rows, "credit"), minors(rows, "margin")] : [sum(rows.map((row) => row.share_percent)) / 100];
      const credit = found.find((one) => Math.abs(one - told) < 0.006);
      assert.notEqual(credit, undefined, `${text} at ${link}: ${found}`);
      return credit;
    }),
  );
}

export async function mean_of_models(working) {
  const credits = await credits_named(working);
  const mean = sum(credits) / credits.length;
  return /[$€£]|[A-Z]{3}/.test(working.shown) ? Math.sign(mean) * Math.round(Math.abs(mean)) : mean;
}

export async function spread_of_models(working) {
  const credits = await credits_named(working);
  return (100 * (Math.max(...credits) - Math.min(...credits))) / (sum(credits) / credits.length);
}
