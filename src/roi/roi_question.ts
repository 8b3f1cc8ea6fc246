// SPDX-License-Identifier: Apache-2.0

export const dimensions = ["channel", "campaign", "side", "product", "territory", "segment", "salesperson", "month", "quarter"] as const;
export const models = [
  "first_touch",
  "last_touch",
  "last_non_direct",
  "linear",
  "position_based",
  "w_shaped",
  "time_decay",
  "markov",
  "shapley",
] as const;

const words: Record<string, string> = {
  first_touch: "all credit to the first touchpoint",
  last_touch: "all credit to the last touchpoint",
  last_non_direct: "all credit to the last touchpoint that is not direct",
  linear: "the same credit to each touchpoint",
  position_based: "40% to the first touchpoint, 40% to the last, the rest to those between",
  w_shaped: "30% each to the first touchpoint, the first of sales and the last, the rest to the others",
  time_decay: "more credit the nearer a touchpoint is to the order",
  markov: "credit to each touchpoint by what part of the orders would be lost without its channel",
  shapley: "the same credit to each channel of the journey",
};

/** What a model does, in a few words. */
export const model_in_words = (model: string): string => words[model] ?? model;

/** Of what a report can be asked for one line alone. */
export const dimensions_of_filters = ["channel", "campaign", "side", "product", "territory", "segment", "salesperson"] as const;
export type Filter = (typeof dimensions_of_filters)[number];
export const only_name = (dimension: Filter): `only_${Filter}` => `only_${dimension}`;

const only_names = dimensions_of_filters.map(only_name);
const names = ["by", "model", "from", "until", "lookback_days", "half_life_days", "markov_order", "line", "columns", ...only_names] as const;

/** Which figures the table of the return shows; those of money where an address does not say. */
export const columns = ["money", "customers", "all"] as const;

/** What an address asks of the return; what is left out, the server chooses. */
export type Question = Partial<Record<(typeof names)[number], string>>;

const rules = ["model", "lookback_days", "half_life_days", "markov_order"];

/** What an address asks besides rules of its own: the same, told as agreed. */
export function without_rules(search: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => !rules.includes(name)));
}

/** The lines that a question asks for alone. */
export const alone_in = (question: Question) => only_names.filter((name) => question[name] !== undefined);

/** The same question of all lines together, for pages that know no other. */
export const without_only = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([name]) => !only_names.some((only) => only === name)));

/** The question in an address; a list's own search and order are no part of it. */
export function question_in(search: string): Question {
  const given = new URLSearchParams(search);
  const question: Question = {};
  for (const name of names) {
    const value = given.get(name);
    if (value) question[name] = value;
  }
  return question;
}
