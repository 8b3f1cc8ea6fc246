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

/** How strongly a cell is coloured, 0 to 1: by what it is of the most; below zero there is no colour. */
export const heat_of = (value: number | null | undefined, most: number) => (value && most > 0 ? Math.min(1, Math.max(0, value / most)) : 0);

/** The months that curves are drawn of and colours go by: one that is not over has hardly any spend yet, so that its part would dwarf all others. */
export const drawn_of = <T extends Pick<Cohort, "cells">>(cohorts: readonly T[]): T[] => cohorts.filter(({ cells }) => cells[0] && !cells[0].is_incomplete);
