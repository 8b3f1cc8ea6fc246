// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { AgreementLine, Gap } from "../ui/api.gen";
import { steps_done, waiting_for_signature } from "./review_steps";
import * as words from "./review_words";

const gap: Gap = {
  code: "stage_without_evidence",
  about: "Proposal/close_date",
  sentence: "18 opportunities stand in “Proposal” without a close date",
  stake_kind: "expected_margin",
  stake: {
    name: "Expected margin",
    unit: "money",
    number: null,
    money: { minor: 7_550_887, currency: "USD" },
    formula: "for each: value × win rate × gross margin, rounded to the smallest unit, then added",
    inputs: [],
    as_of: 711,
    why: "",
    link: "",
  },
  mover: "sales",
  since: "2026-06-15",
  count: 18,
  evidence: "/gaps/stage_without_evidence/opportunities?about=Proposal%2Fclose_date&as_of=2026-11-23",
  remedy: "",
  agreement: "/agreements/funnel/versions/2",
  clause: "stages[Proposal].entry_evidence",
  term: "Proposal",
  is_provisional: false,
  why_provisional: "",
  exceptions: [],
};

describe("a gap on the agenda", () => {
  it("has an address with what it is about and the day", () => {
    expect(words.path_of_gap(gap, "2026-11-23")).toBe("/gaps/stage_without_evidence?about=Proposal%2Fclose_date&as_of=2026-11-23");
    expect(words.path_of_gap({ code: "import_refused", about: "" })).toBe("/gaps/import_refused");
  });

  it("says how its stake is worked out, without the rounding", () => {
    expect(words.working_line(gap)).toBe("Expected margin: value × win rate × gross margin");
  });

  it("says why its stake is not known", () => {
    const unknown = { ...gap, stake: { ...gap.stake, money: null, why: "No product has a price." } };
    expect(words.working_line(unknown)).toBe("Not known: No product has a price.");
  });

  it("does not take a stake of nothing for an unknown one", () => {
    const nothing = { ...gap, stake: { ...gap.stake, money: { minor: 0, currency: "USD" } } };
    expect(words.working_line(nothing)).toBe("Expected margin: value × win rate × gross margin");
  });

  it("leads to the clause it is judged by", () => {
    expect(words.clause_path(gap)).toBe("/agreements/funnel/versions/2?clause=stages%5BProposal%5D.entry_evidence");
    expect(words.clause_path({ ...gap, clause: "" })).toBe("/agreements/funnel/versions/2");
    expect(words.clause_path({ ...gap, agreement: "" })).toBe("");
    expect(words.clause_in_words(gap)).toBe("the clause agreed in version 2");
    expect(words.clause_in_words({ ...gap, why_provisional: "an unsigned draft" })).toBe("the clause proposed in version 2");
    expect(words.clause_in_words({ ...gap, clause: "" })).toBe("what is agreed in version 2");
  });

  it("names what its evidence lists", () => {
    expect(words.evidence_in_words(gap, { locale: "en-US" })).toBe("The 18 opportunities");
    expect(words.evidence_in_words({ ...gap, count: 1 }, {})).toBe("The opportunity");
    // As reviews froze it that were closed before gaps had lists of their own.
    expect(words.evidence_in_words({ count: 18, evidence: "/opportunities?outcome=open" }, {})).toBe("The 18 opportunities");
    expect(words.evidence_in_words({ count: 1, evidence: "/agreements/funnel" }, {})).toBe("The agreement “Funnel”");
    expect(words.evidence_in_words({ count: 1, evidence: "/agreements/metrics-west" }, {})).toBe("The agreement “Metrics west”");
    expect(words.evidence_in_words({ count: 12, evidence: "/spend?has_campaign=false&side=sales" }, {})).toBe("The 12 entries of spend");
    expect(words.evidence_in_words({ count: 1, evidence: "/roi/orders?line=unexplained" }, {})).toBe("The order");
    expect(words.evidence_in_words({ count: 3, evidence: "/general-ledger/2026-01/entries?measure=spend_of_sales" }, {})).toBe("The 3 entries of the ledger");
    expect(words.evidence_in_words({ count: 1, evidence: "/general-ledger/2026-01/measures/spend_of_sales" }, {})).toBe("The general ledger of January 2026");
    expect(words.evidence_in_words({ count: 4, evidence: "/bridge/rows?cause=never_contacted" }, {})).toBe("The 4 rows of the bridge");
    expect(words.evidence_in_words({ count: 1, evidence: "/products/17" }, {})).toBe("Products 17");
    expect(words.evidence_in_words({ count: 6, evidence: "/bridge?first=7&second=8" }, {})).toBe("The bridge from one number to the other");
    expect(words.evidence_in_words({ count: 6, evidence: "/leads-not-contacted?about=&as_of=2026-03-05" }, {})).toBe("The 6 leads");
    expect(words.evidence_in_words({ count: 4, evidence: "/imports/7" }, {})).toBe("The import, with the 4 rows that stayed out");
  });
});

describe("a review", () => {
  const maria = { person: 1, name: "Maria Keller", side: "sales" as const };
  const sam = { person: 2, name: "Sam Ortiz", side: "marketing" as const };
  const arthur = { person: 3, name: "Arthur Bell", side: "none" as const };

  it("is joint only with somebody of each side", () => {
    expect(words.sides_missing([maria, arthur])).toEqual(["marketing"]);
    expect(words.sides_missing([])).toEqual(["sales", "marketing"]);
    expect(words.sides_missing([sam, maria])).toEqual([]);
  });

  it("lists who came by side", () => {
    expect(words.by_side([maria, sam, arthur])).toEqual({ sales: [maria], marketing: [sam], none: [arthur] });
  });

  it("keeps what was recorded with the gap it is about", () => {
    const decision = { code: gap.code, about: gap.about, decision: "Ask", person: "Maria Keller", at: "2026-11-23T09:00:00.000Z" };
    const of_another = { ...decision, about: "Qualified/account" };
    const besides = { id: 1, code: "", about: "", what: "Invite Lena", person: "Sam Ortiz", side: "marketing" as const, due_on: "2026-11-30", done_on: null };
    const review = { decisions: [decision, of_another], actions: [besides] };
    expect(words.entries_about(review, gap)).toEqual({ decisions: [decision], actions: [] });
    expect(words.actions_about_nothing(review)).toEqual([besides]);
  });
});

describe("the way to the first review", () => {
  const line = (state: AgreementLine["state"], slug = "funnel"): AgreementLine => ({
    slug, kind: "funnel", title: "Funnel", territory: null, territory_name: "", number: 1, state, sentence: "", due_on: null, in_force_from: null, can_propose: true, link: "",
  });

  it("begins with data, then with a proposal, then with signatures", () => {
    expect(steps_done({ data_until: null }, [])).toEqual({ has_data: false, has_proposed: false, has_signed: false });
    expect(steps_done({ data_until: "2026-11-15" }, [line("half_signed")])).toEqual({ has_data: true, has_proposed: true, has_signed: false });
    expect(steps_done({ data_until: "2026-11-15" }, [line("imposed")]).has_signed).toBe(true);
  });

  it("settles first what lacks one signature only", () => {
    expect(waiting_for_signature([line("draft"), line("half_signed", "funnel-3")])?.slug).toBe("funnel-3");
    expect(waiting_for_signature([line("locked"), line("declined")])?.state).toBe("declined");
    expect(waiting_for_signature([line("locked")])).toBeNull();
  });
});
