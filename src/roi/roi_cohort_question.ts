// SPDX-License-Identifier: Apache-2.0
import type { Cohort } from "../ui/api.gen";
import { question_in, type Question } from "./roi_question";

const names = ["of", "month", "months_since", "touched"] as const;

/** What an address asks of the months of spend; what is left out, the server chooses. */
export type CohortQuestion = Question & Partial<Record<(typeof names)[number], string>>;

export function cohort_question_in(search: string): CohortQuestion {
  const given = new URLSearchParams(search);
  const question: CohortQuestion = question_in(search);
  for (const name of names) {
    const value = given.get(name);
    if (value) question[name] = value;
  }
  return question;
}

/** The same without what is of one month alone. */
export function of_all_months({ month: _month, months_since: _months, touched: _touched, ...rest }: CohortQuestion): CohortQuestion {
  return rest;
}

/** Which orders a list of them is of: those that touchpoints of these months have a part in, of months before, or that none explains. */
export const touched_in = ({ touched }: CohortQuestion): "months" | "earlier" | "never" => (touched === "never" || touched === "earlier" ? touched : "months");

/** "Orders that touchpoints of March 2026 have a part in: Search ads"; without the names where it is of no one month, or of all lines. */
export function title_of_orders(touched: "months" | "earlier" | "never", month: string, line: string): string {
  const months = { months: month || "these months", earlier: "months before" };
  const title = touched === "never" ? "Orders that no touchpoint explains" : `Orders that touchpoints of ${months[touched]} have a part in`;
  return line && touched !== "never" ? `${title}: ${line}` : title;
}

/** How strongly a cell is coloured, 0 to 1: by what it is of the most; below zero there is no colour. */
export const heat_of = (value: number | null | undefined, most: number) => (value && most > 0 ? Math.min(1, Math.max(0, value / most)) : 0);

/** The months that curves are drawn of and colours go by: one that is not over has hardly any spend yet, so that its part would dwarf all others. */
export const drawn_of = <T extends Pick<Cohort, "cells">>(cohorts: readonly T[]): T[] => cohorts.filter(({ cells }) => cells[0] && !cells[0].is_incomplete);
