// SPDX-License-Identifier: Apache-2.0
const names = ["by", "line", "from", "until", "as_of", "horizon_days", "against", "against_from", "against_until"] as const;
const of_a_list = ["step", "begun"] as const;

/** What an address asks of the funnel; what is left out, the server chooses. */
export type Question = Record<string, string>;

function named(search: string, wanted: readonly string[]): Question {
  const given = new URLSearchParams(search);
  return Object.fromEntries(wanted.flatMap((name) => (given.get(name) ? [[name, given.get(name) ?? ""]] : [])));
}

export const question_in = (search: string): Question => named(search, names);

/** With what says of which step or which journeys a list is. */
export const list_question_in = (search: string): Question => named(search, [...names, ...of_a_list]);

/** With some of it changed; what is blank is asked no more. */
export function changed(question: Question, change: Question): Question {
  return Object.fromEntries(Object.entries({ ...question, ...change }).filter(([, value]) => value !== ""));
}

/** The same without what is of one step. */
export function of_all_steps({ step: _step, begun: _begun, ...rest }: Question): Question {
  return rest;
}

/** How wide the parts of a bar are, in percent of the most that came to any step. */
export interface BarParts {
  went_on: number;
  open: number;
  lost: number;
}
export function bar_of(counts: { went_on: number; here: number; back: number; lost: number }, most: number): BarParts {
  const of = (count: number) => (most > 0 ? (100 * count) / most : 0);
  return { went_on: of(counts.went_on), open: of(counts.here + counts.back), lost: of(counts.lost) };
}
