// SPDX-License-Identifier: Apache-2.0

export const dimensions = ["channel", "campaign", "side", "product", "territory", "segment", "salesperson", "month", "quarter"] as const;
export const models = ["first_touch", "last_touch", "last_non_direct", "linear", "position_based", "w_shaped", "time_decay"] as const;

const names = ["by", "model", "from", "until", "lookback_days", "half_life_days", "line", "columns"] as const;

/** Which figures the table of the return shows; those of money where an address does not say. */
export const columns = ["money", "customers", "all"] as const;

/** What an address asks of the return; what is left out, the server chooses. */
export type Question = Partial<Record<(typeof names)[number], string>>;

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
