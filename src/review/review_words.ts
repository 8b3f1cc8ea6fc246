// SPDX-License-Identifier: Apache-2.0
import { url_of } from "../ui/api";
import { words_of } from "../ui/described";
import { count_of, type Reader } from "../ui/format";
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

/** What lists are called, by the last word of their address. */
const lists: Record<string, readonly [string, string]> = {
  opportunities: ["opportunity", "opportunities"],
  "leads-not-contacted": ["lead", "leads"],
  spend: ["entry of spend", "entries of spend"],
  orders: ["order", "orders"],
  entries: ["entry of the ledger", "entries of the ledger"],
  touchpoints: ["touchpoint", "touchpoints"],
  rows: ["row of the bridge", "rows of the bridge"],
};

/** What the evidence opens: "The 14 opportunities", "The agreement “Funnel”". */
export function evidence_in_words({ count, evidence }: Pick<Gap, "count" | "evidence">, reader: Reader): string {
  const [, subject = "", name = ""] = (evidence.split("?")[0] ?? "").split("/");
  const listed = lists[/([a-z_-]+)$/.exec(evidence.split("?")[0] ?? "")?.[1] ?? ""];
  if (subject === "imports") return `The import, with the ${count_of(count, "row", "rows", reader)} that stayed out`;
  if (listed) return count === 1 ? `The ${listed[0]}` : `The ${count_of(count, listed[0], listed[1], reader)}`;
  if (subject === "bridge") return "The bridge from one number to the other";
  if (subject === "agreements") return `The agreement “${words_of(name.replaceAll("-", "_"))}”`;
  if (subject === "general-ledger") return `The general ledger of ${month_in_words(name)}`;
  return `${words_of(subject.replaceAll("-", "_"))}${name ? ` ${name}` : ""}`;
}

const month_in_words = (month: string) =>
  new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));

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
