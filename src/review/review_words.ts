// SPDX-License-Identifier: Apache-2.0
import { url_of } from "../ui/api";
import { count_of, format_number, type Reader } from "../ui/format";
import type { Gap, ReviewActionLine, ReviewAttendanceLine, ReviewDecisionLine } from "../ui/api.gen";

/** What a gap is known by from week to week. */
export type GapName = Pick<Gap, "code" | "about">;

export const is_same_gap = (a: GapName, b: GapName) => a.code === b.code && a.about === b.about;

/** A gap's page: the day belongs to it, because the gap is one of that day's facts. */
export const path_of_gap = ({ code, about }: GapName, as_of?: string) =>
  url_of("/gaps/{code}", { code }, { about: about || undefined, as_of });

/** The quiet line under a gap: what its stake is and how that comes about, without what only its working needs. */
export function working_line(gap: Gap): string {
  const { name, formula, why, money, number } = gap.stake;
  if ((money ?? number) === null) return `Not known: ${why || "the data for it is missing"}`;
  const steps = (formula.split(", rounded")[0] ?? "").replace(/^for each: /, "");
  return steps ? `${name}: ${steps}` : name;
}

/** The clause's place on the agreement's page; the page itself where the whole is meant. */
export const clause_path = ({ agreement, clause }: Pick<Gap, "agreement" | "clause">): string =>
  agreement && clause ? url_of(agreement, {}, { clause }) : agreement;

/** "the clause agreed in version 2", "the clause proposed in version 3" */
export function clause_in_words({ agreement, clause, why_provisional }: Pick<Gap, "agreement" | "clause" | "why_provisional">): string {
  const version = /\/versions\/(\d+)$/.exec(agreement)?.[1];
  const verb = why_provisional === "an unsigned draft" ? "proposed" : "agreed";
  return `${clause ? "the clause" : "what is"} ${verb}${version ? ` in version ${version}` : ""}`;
}

/** What the evidence's page lists: "The 14 opportunities". */
export function evidence_in_words({ count, evidence }: Pick<Gap, "count" | "evidence">, reader: Reader): string {
  const path = evidence.split("?")[0] ?? "";
  if (path.startsWith("/imports/")) return `The import, with the ${count_of(count, "row", "rows", reader)} that stayed out`;
  if (path === "/bridge") return "The bridge from one number to the other";
  if (path === "/leads-not-contacted") return count === 1 ? "The lead" : `The ${format_number(count, reader)} leads`;
  const listed = /\/([a-z_]+)$/.exec(path)?.[1];
  if (listed !== "opportunities") return "The record it is about";
  return count === 1 ? "The opportunity" : `The ${format_number(count, reader)} opportunities`;
}

const sides = ["sales", "marketing"] as const;

/** Who came from each side, and from neither; a review without both is not joint. */
export function by_side(came: readonly ReviewAttendanceLine[]) {
  const of = (side: string) => came.filter((one) => one.side === side);
  return { sales: of("sales"), marketing: of("marketing"), none: of("none") };
}

export const sides_missing = (came: readonly ReviewAttendanceLine[]) =>
  sides.filter((side) => !came.some((one) => one.side === side));

interface Entries {
  decisions: readonly ReviewDecisionLine[];
  actions: readonly ReviewActionLine[];
}

/** What a review recorded about one gap. */
export const entries_about = (review: Entries, gap: GapName) => ({
  decisions: review.decisions.filter((one) => is_same_gap(one, gap)),
  actions: review.actions.filter((one) => is_same_gap(one, gap)),
});

/** What was promised about no gap in particular. */
export const actions_about_nothing = (review: Entries) => review.actions.filter((one) => one.code === "");
