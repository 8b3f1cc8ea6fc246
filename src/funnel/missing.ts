// SPDX-License-Identifier: Apache-2.0
import { Problem } from "../ui/api";

/** What an act demands and a record lacks. */
export interface Missing {
  /** Fields that have to be filled in. */
  fields: readonly string[];
  /** Whether somebody has to do something about it first. */
  needs_activity: boolean;
  /** Who demands it, as a sentence. */
  why: string;
}

/** The refusals that name what is missing. */
const asking = ["evidence_missing", "handoff_demands_missing"];
/** What people do is logged, and no field of a form. */
const activity = "activity";

/** What the server says is missing; nothing where it refused for another reason, or where nothing can be given here. */
export function missing_of(error: unknown): Missing | null {
  if (!(error instanceof Problem) || !asking.includes(error.code) || error.errors.length === 0) return null;
  const names = error.errors.map((one) => one.field);
  return { fields: names.filter((name) => name !== activity), needs_activity: names.includes(activity), why: error.detail };
}

/** What was asked for, and what turned out to be missing besides. */
export const with_more = (asked: Missing, more: Missing): Missing => ({
  ...more,
  fields: [...asked.fields, ...more.fields.filter((one) => !asked.fields.includes(one))],
});
