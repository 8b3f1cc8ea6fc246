// SPDX-License-Identifier: Apache-2.0
// Written by `accord generate` from the described records and routes. Do not edit.

export interface Money {
  minor: number;
  currency: string;
}

/** One page of a list; give `next` back as `after` to go on. */
export interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

/** What stands behind the question mark; a list repeats its name. */
export type Query = Record<string, string | number | boolean | readonly (string | number | boolean)[] | null | undefined>;

/** Somebody is away. */
export interface AbsenceRow {
  /** The absence's number. */
  id: number;
  /** Who. */
  person: number;
  /** Their name. */
  person_name: string;
  /** The first day. */
  from_day: string;
  /** The last day. */
  until_day: string;
  /** Who stands in. */
  deputy: number | null;
  /** Their name. */
  deputy_name: string;
}

/** Everything that happened with one account, on one line of time. */
export interface AccountHistory {
  /** The account's number. */
  id: number;
  /** The account's name. */
  name: string;
  /** How an order's credit is shared among its touchpoints. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley";
  /** How old a touchpoint may be to have led to an order. */
  lookback_days: number;
  /** After how long a touchpoint counts half, under time decay. */
  half_life_days: number;
  /** What happened, in words. */
  sentence: string;
  /** Why there is nothing to show; empty where there is. */
  why: string;
  /** What the drawing leaves to the list; empty where it shows each item. */
  drawn_sentence: string;
  /** The only year that is shown; nothing for all of them. */
  year: number | null;
  /** The years in which anything happened. */
  years: number[];
  /** When the first of it happened. */
  from: string | null;
  /** When the last of it happened. */
  until: string | null;
  /** What is drawn. */
  marks: HistoryMark[];
  /** Its orders that touchpoints led to, the newest first. */
  journeys: HistoryJourney[];
  /** By which rules of credit it is told. */
  rules: RulesTold;
  /** What counts as this account, and whether the look-back reaches further than what is on record. */
  notes: string[];
}

/** An account with the names it refers to. */
export interface AccountRow {
  /** The account's number. */
  id: number;
  /** Its name. */
  name: string;
  /** Its industry. */
  sector: string;
  /** Where its head office is. */
  country: string;
  /** The firm it belongs to. */
  parent_name: string;
  /** Where it belongs. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Who of the firm looks after it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** How many people work there. */
  employees: number | null;
  /** What it turns over in a year. */
  annual_revenue: Money | null;
  /** The year it was founded. */
  founded_year: number | null;
  /** Its site. */
  website: string;
  /** Open opportunities that you may see. */
  open_count: number;
  /** Won opportunities that you may see. */
  won_count: number;
  /** What the won ones brought; nothing where no value is known or they are in several currencies. */
  won_value: Money | null;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Where it stands in the system of record. */
  link: string;
}

/** What somebody promised to do by when. */
export interface Action {
  /** The action's number. */
  id: number;
  /** The review it was promised in; 0 for none. */
  review: number;
  /** The kind of gap it is to close. */
  code: string;
  /** What that gap is about. */
  about: string;
  /** What is to be done. */
  what: string;
  /** Who does it. */
  person: number;
  /** By which day. */
  due_on: string;
  /** The day it was done. */
  done_on: string | null;
  /** How it was done. */
  note: string;
}

/** One line of the list of actions. */
export interface ActionRow {
  /** The action's number. */
  id: number;
  /** The review it was promised in; 0 for none. */
  review: number;
  /** The kind of gap it is to close. */
  code: string;
  /** What that gap is about. */
  about: string;
  /** What is to be done. */
  what: string;
  /** Who does it. */
  person: number;
  /** Their name. */
  person_name: string;
  /** Their side. */
  side: "sales" | "marketing" | "none";
  /** By which day. */
  due_on: string;
  /** The day it was done. */
  done_on: string | null;
  /** How it was done. */
  note: string;
}

/** An activity with the names it refers to. */
export interface ActivityRow {
  /** The activity's number. */
  id: number;
  /** What it was about. */
  subject_line: string;
  /** What it was. */
  kind: "call" | "email" | "meeting" | "visit" | "demo" | "task" | "note" | "other";
  /** When it happened. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** The side of who did it, at the time. */
  side: "sales" | "marketing" | "none";
  /** Who did it. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** Which opportunity it was about. */
  opportunity: number | null;
  /** The opportunity's name. */
  opportunity_name: string;
  /** Which account it was about. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** For which campaign it was. */
  campaign: number | null;
  /** The campaign's name. */
  campaign_name: string;
  /** The territory of what it was about. */
  territory: number | null;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
}

/** Which version binds a territory, or the company, today. */
export interface AgreementBinding {
  /** What it is about. */
  kind: string;
  /** The kind's title. */
  title: string;
  /** Where; nothing for the whole company. */
  territory: number | null;
  /** Its name. */
  territory_name: string;
  /** How deep it lies in the tree; 0 for the company. */
  depth: number;
  /** The version that binds; empty for none. */
  agreement: string;
  /** It is an agreement of that territory's own. */
  is_own: boolean;
  /** The arbiter imposed it. */
  is_imposed: boolean;
  /** What binds there, in words. */
  sentence: string;
  /** Where an agreement of its own stands or would stand. */
  slug: string;
  /** The page of the version that binds. */
  link: string;
  /** Whether you may propose an agreement of its own, or the next version of it. */
  can_propose: boolean;
}

/** Which version binds where. */
export interface AgreementBindings {
  /** One line each. */
  items: AgreementBinding[];
}

/** What two versions say differently. */
export interface AgreementComparison {
  /** The earlier version. */
  from_number: number;
  /** The later version. */
  to_number: number;
  /** The clauses that differ. */
  items: AgreementDifference[];
}

/** Who may sign for whom. */
export interface AgreementDeputies {
  /** One each. */
  items: AgreementDeputyLine[];
  /** Whether you may name one. */
  can_name: boolean;
}

/** Who may sign for whom. */
export interface AgreementDeputyLine {
  /** Its number. */
  id: number;
  /** Who may sign. */
  person: string;
  /** Who signs for them. */
  deputy: string;
  /** The deputy's number. */
  deputy_id: number;
  /** The first day. */
  from_day: string;
  /** The last day. */
  until: string;
  /** They may sign today. */
  is_now: boolean;
  /** They sign for you. */
  is_yours: boolean;
}

/** One clause that two versions say differently. */
export interface AgreementDifference {
  /** The clause. */
  clause: string;
  /** What the earlier version says; empty where nothing. */
  before: string;
  /** What the later version says; empty where nothing. */
  after: string;
}

/** A named exception with its signatures. */
export interface AgreementExceptionView {
  /** Its number. */
  id: number;
  /** From which clause. */
  clause: string;
  /** For whom or what the clause does not hold. */
  what: string;
  /** Why. */
  reason: string;
  /** What is not counted for it, in words; empty where it stands in words only. */
  reach: string;
  /** Its first day. */
  from_day: string | null;
  /** Its last day. */
  until: string;
  /** Who proposed it. */
  proposed_by: string;
  /** The sides that accepted it. */
  signed_for: string[];
  /** Where it stands today. */
  standing: "waiting" | "coming" | "in_force" | "ended" | "lapsed";
  /** Where it stands, in words. */
  sentence: string;
  /** Every side accepted it, it has begun and it has not ended. */
  is_in_force: boolean;
  /** Whether you may accept it now. */
  can_accept: boolean;
}

/** What a clause would have found in a period. */
export interface AgreementFinding {
  /** The clause's path in the body. */
  clause: string;
  /** What it would have found. */
  sentence: string;
  /** How many. */
  count: number;
  /** What was at stake. */
  stake: Figure;
  /** Whose move it would have been. */
  mover: "sales" | "marketing" | "both" | "arbiter";
  /** Whether any record holds what the clause asks for. */
  is_judged: boolean;
}

/** What each clause would have found. */
export interface AgreementFindings {
  /** The first day. */
  from_day: string;
  /** The last day. */
  to_day: string;
  /** By clause. */
  items: AgreementFinding[];
}

/** Something that can be agreed on. */
export interface AgreementKind {
  /** Its name in addresses. */
  name: string;
  /** Its title. */
  title: string;
  /** What both sides agree on by it. */
  sentence: string;
  /** The description of its body. */
  body_record: string;
  /** Finance countersigns. */
  needs_finance: boolean;
  /** Agreed once, for the whole company: no territory has its own. */
  is_for_company: boolean;
  /** Bodies to start from. */
  templates: AgreementTemplate[];
}

/** What can be agreed on. */
export interface AgreementKinds {
  /** One each. */
  items: AgreementKind[];
}

/** An agreement and where its newest version stands. */
export interface AgreementLine {
  /** Its place in addresses. */
  slug: string;
  /** What it is about. */
  kind: string;
  /** Its title. */
  title: string;
  /** Whom it binds; nothing for the company. */
  territory: number | null;
  /** Its name. */
  territory_name: string;
  /** The newest version. */
  number: number;
  /** Where it stands. */
  state: "draft" | "half_signed" | "declined" | "locked" | "ended" | "reopened" | "superseded" | "imposed";
  /** Where it stands, in words. */
  sentence: string;
  /** To be signed by. */
  due_on: string | null;
  /** Binding from. */
  in_force_from: string | null;
  /** Whether you may propose the next version. */
  can_propose: boolean;
  /** Its page. */
  link: string;
}

/** All agreements. */
export interface AgreementLines {
  /** One line each. */
  items: AgreementLine[];
}

/** A signature that is needed. */
export interface AgreementNeed {
  /** For which side; none is finance. */
  side: "sales" | "marketing" | "none";
  /** Who may give it, as a rule. */
  rule: string;
  /** Who may give it today, deputies included. */
  may_sign: string[];
  /** Why nobody may, and what would help. */
  why_nobody: string;
  /** Who gave it; empty while nobody has. */
  signed_by: string;
}

/** Something a person did or said about a version. */
export interface AgreementRemark {
  /** What it was. */
  what: string;
  /** The clause a comment is about. */
  clause: string;
  /** Who. */
  person: string;
  /** For which side. */
  side: "sales" | "marketing" | "none";
  /** What they said. */
  text: string;
  /** When. */
  at: string;
}

/** A body to start from. */
export interface AgreementTemplate {
  /** Its name in requests. */
  name: string;
  /** Its title. */
  title: string;
  /** For which firms it is meant. */
  sentence: string;
  /** The body. */
  body: unknown;
}

/** One version in the list of an agreement's versions. */
export interface AgreementVersionLine {
  /** Its number. */
  number: number;
  /** Where it stands. */
  state: "draft" | "half_signed" | "declined" | "locked" | "ended" | "reopened" | "superseded" | "imposed";
  /** Where it stands, in words. */
  sentence: string;
  /** Who proposed it. */
  proposed_by: string;
  /** For which side. */
  side: "sales" | "marketing" | "none";
  /** When. */
  proposed_at: string;
  /** Why. */
  note: string;
  /** Its page. */
  link: string;
}

/** A version with everything its page shows. */
export interface AgreementView {
  /** The agreement's place in addresses. */
  slug: string;
  /** What it is about. */
  kind: string;
  /** What both sides agree on by it. */
  kind_sentence: string;
  /** The description of its body. */
  body_record: string;
  /** Its title. */
  title: string;
  /** Whom it binds; nothing for the company. */
  territory: number | null;
  /** Its name. */
  territory_name: string;
  /** The version. */
  number: number;
  /** Where it stands. */
  state: "draft" | "half_signed" | "declined" | "locked" | "ended" | "reopened" | "superseded" | "imposed";
  /** Where it stands, in words. */
  sentence: string;
  /** Whom it binds or would bind, in words. */
  reach: string;
  /** What it says, exactly as signed. */
  body: unknown;
  /** SHA-256 of the exact text. */
  body_hash: string;
  /** Who proposed it. */
  proposed_by: string;
  /** For which side. */
  side: "sales" | "marketing" | "none";
  /** When. */
  proposed_at: string;
  /** Why this version. */
  note: string;
  /** To be signed or declined by. */
  due_on: string | null;
  /** Binding from. */
  in_force_from: string | null;
  /** The last day of the trial. */
  trial_until: string | null;
  /** What shows whether the trial succeeded. */
  trial_measure: string;
  /** The signatures it needs. */
  needs: AgreementNeed[];
  /** What was done and said about it, oldest first. */
  remarks: AgreementRemark[];
  /** Named exceptions. */
  exceptions: AgreementExceptionView[];
  /** All versions, newest first. */
  versions: AgreementVersionLine[];
  /** Whether you may sign it now. */
  can_sign: boolean;
  /** Whether you may decline it now. */
  can_decline: boolean;
  /** Whether you may ask to reopen it. */
  can_reopen: boolean;
  /** Whether you may propose the next version. */
  can_propose: boolean;
  /** Whether you may put it in force for a while. */
  can_impose: boolean;
  /** Whether you may propose an exception from it. */
  can_except: boolean;
  /** You or your side proposed it: you would withdraw it, not decline it. */
  is_own: boolean;
  /** The last day it is imposed for. */
  imposed_until: string | null;
  /** Its page. */
  link: string;
}

/** A record that is much like what is being entered. */
export interface Alike {
  /** Its number. */
  id: number;
  /** What it is called. */
  name: string;
  /** Where it belongs. */
  where: string;
  /** What both have in common. */
  why: string;
}

/** The steps of the funnel with what is open in each. */
export interface Board {
  /** Whose steps they are. */
  sentence: string;
  /** Where they are agreed. */
  link: string;
  /** Why they do not bind yet; empty where they do. */
  why_provisional: string;
  /** The agreed reasons for leaving. */
  lost_reasons: string[];
  /** The steps, in their order; then what nobody agreed on. */
  items: BoardColumn[];
}

/** A lead or an opportunity on the board. */
export interface BoardCard {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** Whether it is a lead still. */
  phase: "lead" | "opportunity";
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Whom one speaks with there. */
  contact: number | null;
  /** The contact's name. */
  contact_name: string;
  /** What they would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Who works on it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** The owner's side. */
  side: "sales" | "marketing" | "none" | null;
  /** Where it belongs. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Where the inquiry came from. */
  source: string;
  /** The stage, as its system of record names it. */
  stage: string;
  /** Open, won or lost. */
  outcome: "open" | "won" | "lost";
  /** Since when it stands there. */
  stage_since: string | null;
  /** How finely that is known. */
  stage_since_precision: "moment" | "day" | "at_least_since" | null;
  /** How long it has stood there, in business days of its territory. */
  business_days: number;
  /** Whether that is longer than agreed. */
  is_late: boolean;
  /** What of all that a step can demand is on record. */
  on_record: ("account" | "contact" | "product" | "value" | "close_date" | "source" | "activity" | "owner")[];
  /** When anybody last did something about it. */
  last_activity_on: string | null;
  /** What the customer would pay. */
  value: Money | null;
  /** The value in the company's currency. */
  worth: Money | null;
  /** The system of record, whose exports move it; empty for Accord. */
  system: string;
}

/** A step of the funnel with what is open there. */
export interface BoardColumn {
  /** Its place. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** What both sides mean by it. */
  definition: string;
  /** Whether it is a step of the funnel that both sides agreed on. */
  is_agreed: boolean;
  /** The side whose move it is there. */
  responsible: "sales" | "marketing" | "none";
  /** Whether journeys are open there, won or lost. */
  outcome: "open" | "won" | "lost";
  /** As records name it. */
  stages: string[];
  /** Business days before it counts as late; 0: not limited. */
  allowed_business_days: number;
  /** What must be on record to stand there. */
  entry_evidence: ("account" | "contact" | "product" | "value" | "close_date" | "source" | "activity" | "owner")[];
  /** How many are open there. */
  count: Figure;
  /** What those are worth. */
  value: Figure;
}

/** From one number to another, step by step. */
export interface Bridge {
  /** What is compared, and of when. */
  title: string;
  /** The whole in a sentence. */
  sentence: string;
  /** The first day of the period. */
  from_day: string;
  /** The last day of the period. */
  until_day: string;
  /** By the facts up to the end of this day. */
  as_of: string;
  /** Of which territory; empty for all. */
  territory_name: string;
  /** Where it begins. */
  first: BridgeEnd;
  /** Where it ends. */
  second: BridgeEnd;
  /** The steps, in the order of their causes. */
  items: BridgeLine[];
  /** How many rows both count. */
  in_both: number;
  /** How many of those never contacted have waited longer than the clause allows. */
  overdue: number;
  /** What is expected of those passed on that nobody has contacted. */
  at_risk: Figure;
  /** What would settle the largest step. */
  settling: BridgeSettling | null;
  /** Where a side gave no list: what that means for the steps. */
  note: string;
  /** Where the difference cannot be split: the bridge of the facts alone. */
  facts_link: string;
  /** The bridge's page. */
  link: string;
}

/** One end of a bridge: a number, and what is behind it. */
export interface BridgeEnd {
  /** Whose number it is. */
  teller: "sales" | "marketing" | "facts";
  /** Which claim; 0 for the facts. */
  claim: number;
  /** What it counts. */
  metric: "leads_passed_on" | "leads_worked" | "pipeline_sourced" | "revenue_won" | "forecast" | "revenue_credited";
  /** The number. */
  number: Figure;
  /** As the side states it, where that is in another currency. */
  told: Money | null;
  /** What it counts, in words. */
  definition: string;
  /** How many rows the list behind it has. */
  listed: number;
  /** The side gave no list, so what the facts hold stands in for it. */
  is_list_of_facts: boolean;
}

/** One step from the first number to the second. */
export interface BridgeLine {
  /** Why one counts what the other does not. */
  cause: "duplicate" | "without_rate" | "outside_period" | "other_territory" | "never_received" | "rejected_with_reason" | "rejected_without_reason" | "never_contacted" | "other_amount" | "other_definition" | "only_there" | "counted_twice_there" | "without_rate_there" | "other_rates" | "not_explained" | "no_list";
  /** The cause in words. */
  words: string;
  /** How many rows are behind it. */
  count: number;
  /** What it changes. */
  change: Figure;
}

/** A row behind a step of a bridge, or behind one of its numbers. */
export interface BridgeRow {
  /** Its place in the list. */
  id: number;
  /** The lead or opportunity it means. */
  opportunity: number | null;
  /** What it is called. */
  label: string;
  /** Its identifier, as the side's list has it. */
  key: string;
  /** Its day. */
  on_day: string | null;
  /** Where it belongs. */
  territory_name: string;
  /** What it is worth in the company's currency, where the numbers are money; nothing without an exchange rate. */
  amount: Money | null;
  /** The same as it was told, where that is in another currency. */
  told: Money | null;
  /** What the other side counts it for, where both count it. */
  other_amount: Money | null;
  /** The same as the other side tells it, where that is in another currency. */
  other_told: Money | null;
  /** What the customer would pay, where nobody contacted it. */
  value: Money | null;
  /** The value in the company's currency. */
  worth: Money | null;
  /** What it is expected to bring, where nobody contacted it. */
  stake: Figure;
}

/** What would settle the largest step, and where both can sign it. */
export interface BridgeSettling {
  /** The step it settles. */
  cause: "duplicate" | "without_rate" | "outside_period" | "other_territory" | "never_received" | "rejected_with_reason" | "rejected_without_reason" | "never_contacted" | "other_amount" | "other_definition" | "only_there" | "counted_twice_there" | "without_rate_there" | "other_rates" | "not_explained" | "no_list";
  /** The clause in a sentence. */
  sentence: string;
  /** The clause. */
  clause: string;
  /** The version that says so; empty where nobody proposed one. */
  link: string;
  /** Where that version stands. */
  state: string;
  /** Whether both have signed it. */
  is_in_force: boolean;
  /** Whether you may sign it now. */
  can_sign: boolean;
  /** Whether you may propose it now. */
  can_propose: boolean;
  /** How many rows of the step it would have found, had it been in force. */
  found: number;
  /** What a signature given now is for: all clauses, and which of them are new. */
  signs: string;
}

/** A campaign as the calendar of both sides shows it. */
export interface CalendarRow {
  /** The campaign's number. */
  id: number;
  /** Its name. */
  name: string;
  /** On which channel it reaches customers. */
  channel: number | null;
  /** The channel's name. */
  channel_name: string;
  /** Whose campaign it is. */
  side: "sales" | "marketing" | "none";
  /** Its first day. */
  starts_on: string | null;
  /** Its last day; nothing where it runs on. */
  ends_on: string | null;
  /** Where it stands today, in words. */
  status: string;
  /** What it is for; none for all. */
  products: number[];
  /** The names of those products. */
  product_names: string[];
  /** Where you work of where it runs; none anywhere for everywhere. */
  territories: number[];
  /** The territories' names. */
  territory_names: string[];
  /** Who answers for it. */
  owner_name: string;
  /** What signed plans say it costs in their days; its budget where none names it. */
  planned: Figure;
  /** What was spent of that, as invoiced, without pay. */
  actual: Figure;
  /** Actual less planned. */
  difference: Figure;
  /** What planned and actual are of, in words. */
  basis: string;
  /** Whether it stands in a plan that its territory's people signed, in a draft, or in none. */
  signing: "signed_plan" | "draft" | "none";
  /** The same in words. */
  signing_words: string;
  /** The page of that plan; empty for none. */
  plan: string;
  /** What sales does for it, and by when. */
  tasks: CampaignTask[];
}

/** What a caller has before them. */
export interface CallDesk {
  /** The list's number. */
  id: number;
  /** The list's name. */
  name: string;
  /** The campaign's name. */
  campaign_name: string;
  /** What the caller says. */
  script: string;
  /** Why this person does not call here; empty where they do. */
  why_not: string;
  /** Whom they are calling; nothing where nobody was taken. */
  person: CalledPerson | null;
  /** How many call-backs are due. */
  due_count: number;
  /** How many were never called. */
  not_called_count: number;
  /** How many did not answer and can be tried again. */
  again_count: number;
  /** When the next call-back is due. */
  next_call_back_at: string | null;
  /** The caller's last call, while it can be taken back. */
  last_call: number | null;
  /** Who was called in it. */
  last_name: string;
  /** What came of it. */
  last_outcome: "reached" | "interested" | "call_back" | "no_answer" | "wrong_number" | "asked_not_to_be_called" | "consented" | null;
}

/** Something that either side did about the account before. */
export interface CallEvent {
  /** When. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** Which side's it is. */
  side: "sales" | "marketing" | "none" | null;
  /** What it was. */
  kind: string;
  /** Who of the firm did it. */
  person_name: string;
  /** What it was about, or of which campaign. */
  words: string;
}

/** What a call list comes to. */
export interface CallListFigures {
  /** Who is on it. */
  members: Figure;
  /** Who was called. */
  called: Figure;
  /** Who was reached. */
  reached: Figure;
  /** Who was interested. */
  interested: Figure;
  /** Whose call-back is overdue. */
  overdue: Figure;
  /** Who does not want to be called. */
  opted_out: Figure;
}

/** A call list with the names it refers to. */
export interface CallListRow {
  /** The list's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** Whose touchpoints its calls are. */
  campaign: number;
  /** The campaign's name. */
  campaign_name: string;
  /** What the caller says. */
  script: string;
  /** Whose people call. */
  side: "sales" | "marketing" | "none";
  /** Who alone calls; nothing for anybody of the side. */
  caller: number | null;
  /** The caller's name. */
  caller_name: string;
  /** What its leads would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Whose list it is. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Who gets its leads. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** From when on nobody is called. */
  closed_on: string | null;
  /** How many people are on it. */
  member_count: number;
  /** How many of them were called. */
  called_count: number;
  /** How many of them were interested. */
  interested_count: number;
}

/** Somebody on a call list, with the names it refers to. */
export interface CallMemberRow {
  /** The member's number. */
  id: number;
  /** On which list. */
  list: number;
  /** The list's name. */
  list_name: string;
  /** Who. */
  contact: number;
  /** Full name. */
  contact_name: string;
  /** Position. */
  title: string;
  /** Telephone number. */
  phone: string;
  /** Where the person works. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The account's territory. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Where they stand: as the last call left them, or opted out. */
  state: "not_called" | "reached" | "interested" | "call_back" | "no_answer" | "wrong_number" | "opted_out";
  /** When they are to be called again. */
  call_back_at: string | null;
  /** How often they were called. */
  call_count: number;
  /** When they were last called. */
  last_called_at: string | null;
  /** By whom. */
  last_caller: number | null;
  /** The caller's name. */
  last_caller_name: string;
  /** Whether any call reached somebody. */
  was_reached: boolean;
  /** Whether they ever were interested. */
  was_interested: boolean;
  /** Why they are not to be called: who asked for it, and when. Empty where they may be. */
  why_not: string;
}

/** A call with the names it refers to. */
export interface CallRow {
  /** The call's number. */
  id: number;
  /** Of which list. */
  list: number;
  /** The list's name. */
  list_name: string;
  /** Which member of it. */
  member: number;
  /** Who was called. */
  contact: number;
  /** Their name. */
  contact_name: string;
  /** Of which account. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The contact's territory. */
  territory: number | null;
  /** Who called. */
  person: number | null;
  /** The caller's name. */
  person_name: string;
  /** The caller's side, at the time. */
  side: "sales" | "marketing" | "none";
  /** When. */
  at: string;
  /** What came of it. */
  outcome: "reached" | "interested" | "call_back" | "no_answer" | "wrong_number" | "asked_not_to_be_called" | "consented";
  /** When they were to be called again. */
  call_back_at: string | null;
  /** The lead that it was about, or that came of it. */
  opportunity: number | null;
  /** The lead's name. */
  opportunity_name: string;
  /** Whether no lead of theirs was open. */
  is_new_lead: boolean;
}

/** Whom a caller got. */
export interface CallTurnTaken {
  /** Which member; nothing where nobody is to be called now. */
  member: number | null;
}

/** Whom the caller has before them. */
export interface CalledPerson {
  /** Which member of the list. */
  member: number;
  /** Who. */
  contact: number;
  /** Full name. */
  name: string;
  /** Position. */
  title: string;
  /** Telephone number. */
  phone: string;
  /** E-mail address. */
  email: string;
  /** Where the person works. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The territory's name. */
  territory_name: string;
  /** What the last call came to. */
  state: "not_called" | "reached" | "interested" | "call_back" | "no_answer" | "wrong_number" | "opted_out";
  /** When they were to be called again. */
  call_back_at: string | null;
  /** How often they were called. */
  call_count: number;
  /** What they said about being called, if anything. */
  wish: "refuses" | "agrees" | null;
  /** In what words. */
  wish_words: string;
  /** Why they are not to be called any more; empty where they may be. */
  why_not: string;
  /** Their open lead. */
  opportunity: number | null;
  /** The lead's name. */
  opportunity_name: string;
  /** What both sides did before, newest first. */
  events: CallEvent[];
}

/** A campaign with the names it refers to. */
export interface CampaignRow {
  /** The campaign's number. */
  id: number;
  /** Its name. */
  name: string;
  /** On which channel it reaches customers. */
  channel: number | null;
  /** The channel's name. */
  channel_name: string;
  /** Which kind of channel that is. */
  channel_kind: "advertising" | "promotion" | "direct_mail" | "telemarketing" | "trade_show" | "email" | "web" | "sales" | "other" | null;
  /** Whose campaign it is. */
  side: "sales" | "marketing" | "none";
  /** Its first day. */
  starts_on: string | null;
  /** Its last day; nothing where it runs on. */
  ends_on: string | null;
  /** What it is for; none for all that the firm sells. */
  products: number[];
  /** The names of those products. */
  product_names: string[];
  /** Where you work of where it runs; none anywhere for everywhere. */
  territories: number[];
  /** The names of those territories, and of those around yours where it runs. */
  territory_names: string[];
  /** Which industry it addresses; empty for all. */
  industry: string;
  /** What it may cost. */
  budget: Money | null;
  /** Who answers for it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** What else both sides should know. */
  note: string;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Where it stands in the system of record. */
  link: string;
  /** Whether it may be changed here. */
  is_changed_here: boolean;
}

/** What sales promised to do for a campaign, and how far that is. */
export interface CampaignTask {
  /** The row's number in this list. */
  id: number;
  /** What sales will do. */
  name: string;
  /** For which campaign. */
  campaign: number;
  /** The campaign's name. */
  campaign_name: string;
  /** Where; nothing for the whole company. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Who sees to it; nothing for all of sales there. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** By which day. */
  due_on: string;
  /** How many touchpoints by sales are on record, with the campaign or with accounts that it had reached. */
  seen: number;
  /** How many show that it was done. */
  at_least: number;
  /** The day on which so many were on record. */
  done_on: string | null;
  /** Its day has passed and it is not done. */
  is_overdue: boolean;
  /** Both sides signed it; else it is a draft's. */
  is_signed: boolean;
  /** All of that in words. */
  sentence: string;
  /** The page of the version that says so. */
  plan: string;
}

/** One commit that touched a record: who, when, and what it changed. */
export interface Change {
  /** The commit's number. */
  commit: number;
  /** When it was committed. */
  at: string;
  /** Who did it. */
  actor: string;
  /** Which act it was. */
  what: string;
  /** The fields that changed. */
  changes: FieldChange[];
}

/** What a stream of events tells. */
export interface ChangeNotice {
  /** The number of the commit that was reached. */
  commit: number;
  /** The tables that changed since the last notice; * means any of them. */
  topics: string[];
}

/** A way on which customers are reached, by either side. */
export interface Channel {
  /** The channel's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** Which kind of channel it is. */
  kind: "advertising" | "promotion" | "direct_mail" | "telemarketing" | "trade_show" | "email" | "web" | "sales" | "other";
  /** Whose channel it usually is. */
  side: "sales" | "marketing" | "none";
  /** Whether it stands for visits that nobody brought, which credit may pass over. */
  is_direct: boolean;
  /** Other names that files use for it, separated by commas. */
  other_names: string;
  /** From when on no new campaign uses it. */
  retired_on: string | null;
  /** The system of record; empty for Accord. */
  system: string;
}

/** What a side says that its touchpoints brought, beside what the rules of credit say. */
export interface ClaimCredit {
  /** As the side states it. */
  stated: Figure;
  /** By the rules of credit. */
  agreed: Figure;
  /** What the side states more; below zero: less. */
  difference: Figure;
  /** The whole in a sentence. */
  sentence: string;
  /** Why they differ, in words; empty where they agree. */
  reason: string;
  /** The clause of the rules that the reason is about; empty for none. */
  clause: string;
  /** Why nobody can compare them; empty where they compare. */
  why: string;
  /** Whether the claim is as near as its tolerance. */
  is_equal: boolean;
  /** Whether rules of credit bind on the last day of the period. */
  is_agreed: boolean;
  /** Which rules of credit bind on it. */
  rules_sentence: string;
  /** Their page. */
  rules_link: string;
  /** What is as near as this to the claim comes to it. */
  tolerance: Money;
  /** Everything that was tried, one change at a time, the nearest first. */
  items: CreditTrial[];
}

/** One row of the list behind a claim. */
export interface ClaimItemDraft {
  /** The lead's or opportunity's identifier. */
  key: string;
  /** Its name. */
  name: string;
  /** An e-mail address; only its hash is kept. */
  email: string;
  /** The account. */
  company: string;
  /** The day that puts it into the period. */
  on_day: string | null;
  /** What it is worth, where the claim is money. */
  amount: Money | null;
}

/** What stands in a list that was pasted; nothing is kept. */
export interface ClaimListRead {
  /** The rows that could be read. */
  items: ClaimItemDraft[];
  /** How many rows could not. */
  unread: number;
  /** Those rows under their headings, to be mended. */
  unread_text: string;
  /** What is open; the rows concerned are unread. */
  questions: ImportQuestion[];
  /** Why the first rows cannot be read. */
  problems: ImportProblemView[];
  /** The first rows that count for nothing. */
  doubtful: ImportProblemView[];
}

/** A number that one side states, as lists show it. */
export interface ClaimRow {
  /** The claim's number. */
  id: number;
  /** The side that states it. */
  side: "sales" | "marketing" | "none";
  /** What it counts. */
  metric: "leads_passed_on" | "leads_worked" | "pipeline_sourced" | "revenue_won" | "forecast" | "revenue_credited";
  /** The first day of its period. */
  from_day: string;
  /** The last day of its period. */
  until_day: string;
  /** For which territory; nothing for all. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** What the side counts, in its own words. */
  definition: string;
  /** The number, where it counts leads. */
  count: number | null;
  /** The number, where it is money. */
  amount: Money | null;
  /** The currency that it is stated in, where it is money. */
  currency: string;
  /** The same in the company's currency; nothing where no rate of the day it was stated or the week before is known. */
  value: Money | null;
  /** The exchange rate that this takes; empty in the company's currency. */
  rate: string;
  /** The day that the rate was published for. */
  rate_day: string | null;
  /** How many rows the list behind it has. */
  listed: number;
  /** The file it was taken from. */
  source_file: string;
  /** The import that states it; nothing where somebody typed it. */
  import: number | null;
  /** Who stated it. */
  stated_by: number;
  /** Their name. */
  stated_by_name: string;
  /** When. */
  stated_on: string;
  /** Whether its side has taken it back. */
  is_withdrawn: boolean;
  /** The claim that states the same anew and counts instead; nothing where this one counts. */
  restated_by: number | null;
}

/** A journey that was won or lost by the end of a day. */
export interface ClosedJourney {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Who worked on it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** Where it belongs. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Where the lead came from. */
  source: string;
  /** Won or lost. */
  outcome: "open" | "won" | "lost";
  /** What the customer paid, or would have. */
  value: Money | null;
  /** When it was closed. */
  close_on: string | null;
}

/** A month of spend, and what its touchpoints earned since. */
export interface Cohort {
  /** The month, counted from the year 0. */
  id: number;
  /** The month. */
  name: string;
  /** Its first day. */
  first_day: string;
  /** What was spent in it. */
  spend: Figure;
  /** What its touchpoints have earned so far. */
  returned: Figure;
  /** The same by what was spent. */
  multiple: Figure;
  /** What is to be expected in the end. */
  expected: Figure;
  /** What its touchpoints have earned by the rules of credit that bind, whatever is asked. */
  agreed_returned: Figure;
  /** The same by what was spent. */
  agreed_multiple: Figure;
  /** What is to be expected in the end by these. */
  agreed_expected: Figure;
  /** Where the middle 95% of that begins. */
  expected_from: Money | null;
  /** Where the middle 95% of that ends. */
  expected_to: Money | null;
  /** Which share of the final return is usually in by now. */
  share_percent: number | null;
  /** How many of its months are over, its own included. */
  months_over: number;
  /** Whether none of its touchpoints can earn any more. */
  is_final: boolean;
  /** The same in words. */
  sentence: string;
  /** What of its spend was entered when the month seemed over. */
  late: Figure;
  /** That in words; empty where nothing was. */
  late_sentence: string;
  /** Where these entries are listed. */
  late_link: string;
  /** What had come back, month after month. */
  cells: CohortCell[];
  /** By which rules of credit it is told; left out among other months. */
  rules: RulesTold | null;
}

/** What had come back of a month's money by so many months after it. */
export interface CohortCell {
  /** How many months after that of the spend. */
  months_since: number;
  /** Whether orders of that month still come in. */
  is_incomplete: boolean;
  /** What had come back by its end. */
  returned: Figure;
  /** The same by what was spent. */
  multiple: Figure;
  /** What had come back by its end by the rules of credit that bind, whatever is asked. */
  agreed_returned: Figure;
  /** The same by what was spent. */
  agreed_multiple: Figure;
}

/** A journey behind a number of the funnel. */
export interface CohortJourney {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Who works on it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** The owner's side. */
  side: "sales" | "marketing" | "none" | null;
  /** Where it belongs by then. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Whether it belonged to another territory when it began. */
  began_elsewhere: boolean;
  /** Where it belonged when it began. */
  began_in: number | null;
  /** That territory's name, where it is another. */
  began_in_name: string;
  /** What they would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Where the lead came from. */
  source: string;
  /** The day on which the journey began. */
  begun_on: string | null;
  /** Open, won or lost by then. */
  outcome: "open" | "won" | "lost";
  /** When it was won or lost. */
  closed_on: string | null;
  /** The step it stands in, or left last. */
  stage: string;
  /** What the customer would pay; of an open or a lost one without a value, the list price. */
  value: Money | null;
  /** The same in the company's currency; nothing without a rate. */
  worth: Money | null;
  /** Days from its beginning until it was won or lost, or to the day at whose end it is looked at. */
  outcome_days: number | null;
  /** When it came to the step asked for; nothing where it was only seen there. */
  came_on: string | null;
  /** How often it came to that step. */
  times: number;
  /** What became of it there. */
  came_to: "went_on" | "lost" | "here" | "back" | null;
  /** When it went on from that step or was lost there; nothing where it has not, or nobody knows. */
  exit_on: string | null;
  /** Days until it went on from that step or was lost, or to the end; nothing where that is not known. */
  next_days: number | null;
  /** Days from coming to that step until it was won or lost, or to the end. */
  end_days: number | null;
  /** Days of its first stay in that step, or so far. */
  stay_days: number | null;
  /** Whether that stay is over. */
  has_left: boolean;
  /** Whether a change of its stage lies before its inquiry. */
  has_change_before_creation: boolean;
  /** Whether it was closed before its inquiry. */
  is_closed_before_creation: boolean;
  /** Whether it is open, though it stands in a stage that ends journeys. */
  stands_in_ending: boolean;
  /** Whether any step is known that it was in. */
  has_steps: boolean;
}

/** What was spent in each month, and what came back of it since. */
export interface Cohorts {
  /** What a single line is one of. */
  by: "channel" | "campaign" | "side" | "product" | "territory" | "segment" | "salesperson" | "month" | "quarter";
  /** How an order's credit is shared among its touchpoints. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley";
  /** What counts as come back. */
  of: "revenue" | "gross_margin";
  /** Which line; nothing for all of them. */
  line: number | null;
  /** What that line is called; empty for all of them. */
  line_name: string;
  /** The first day of spend and orders: the first of a month. */
  from_day: string;
  /** The last day of spend and orders. */
  until_day: string;
  /** How old a touchpoint may be to have led to an order. */
  lookback_days: number;
  /** After how long a touchpoint counts half, under time decay. */
  half_life_days: number;
  /** The answer in words. */
  sentence: string;
  /** Why nothing can be said; empty where something can. */
  why: string;
  /** What no figure here holds, and why. */
  left_out: RoiLeftOut[];
  /** What to know before one judges by it. */
  notes: string[];
  /** Within how many days nine of ten orders come. */
  lag: Figure;
  /** What was booked. */
  booked: Figure;
  /** What came back of the spend of these months. */
  returned: Figure;
  /** What touchpoints before these months earned. */
  earlier: Figure;
  /** What other lines earned. */
  others: Figure;
  /** What no touchpoint explains. */
  unattributed: Figure;
  /** What came back of these months by the rules of credit that bind, whatever is asked. */
  agreed_returned: Figure;
  /** What months before earned by these. */
  agreed_earlier: Figure;
  /** What other lines earned by these. */
  agreed_others: Figure;
  /** What no touchpoint explains by these. */
  agreed_unattributed: Figure;
  /** On what the shares rest. */
  rest_sentence: string;
  /** How much is usually in, month after month. */
  shares: MaturingShare[];
  /** The months of spend, the oldest first. */
  items: Cohort[];
  /** By which rules of credit it is told. */
  rules: RulesTold;
}

/** The firm. */
export interface Company {
  /** Always 1. */
  id: number;
  /** The firm's name. */
  name: string;
  /** The currency that figures are shown in (ISO 4217). */
  currency: string;
  /** The IANA time zone that days are counted in. */
  time_zone: string;
  /** Whether this is the demo company. */
  is_demo: boolean;
}

/** A contact with the names it refers to. */
export interface ContactRow {
  /** The contact's number. */
  id: number;
  /** Full name. */
  name: string;
  /** Position. */
  title: string;
  /** E-mail address. */
  email: string;
  /** Telephone number. */
  phone: string;
  /** Where the person works. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The account's territory. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Where it stands in the system of record. */
  link: string;
  /** When the personal data was erased for good. */
  erased_on: string | null;
}

/** Between what a credit would lie in 95 of 100 cases, had other journeys of the same kind been seen. */
export interface CreditInterval {
  /** Under which model. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley" | "shapley_by_rate";
  /** The lower end, where money is compared. */
  from: Money | null;
  /** The upper end, where money is compared. */
  to: Money | null;
  /** The lower end, where orders, leads, opportunities or new accounts are compared. */
  from_orders: number | null;
  /** The upper end, where orders, leads, opportunities or new accounts are compared. */
  to_orders: number | null;
  /** How often journeys were drawn anew. */
  resamples: number;
  /** Why there is none; empty where there is. */
  why: string;
}

/** What the side's touchpoints brought if its report did one thing otherwise. */
export interface CreditTrial {
  /** What is done otherwise than the rules of credit say. */
  reason: "model" | "lookback" | "date_basis" | "currency" | "double_count" | "refunds" | "sales_touchpoints" | "direct_touchpoints" | "existing_customers";
  /** The same in words. */
  words: string;
  /** What they brought, counted so. */
  revenue: Money;
  /** What the claim states more than that; below zero: less. */
  off: Money;
  /** Whether this is the nearest of those that come to the claim. */
  is_reason: boolean;
  /** Where its facts are listed; empty where no page counts so. */
  link: string;
}

/** A lead, and the part of it that one line earned. */
export interface CreditedLead {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** A lead still, or an opportunity already. */
  phase: "lead" | "opportunity";
  /** When the inquiry came; else when it first came to a stage. */
  created_on: string;
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** How many touchpoints its account had in the look-back before it. */
  touchpoints: number;
  /** Which part of it was earned. */
  share_percent: number;
  /** Which part was earned by the rules of credit that both sides signed, where other rules are asked for. */
  agreed_share_percent: number | null;
}

/** An order, and the part of it that one line earned. */
export interface CreditedOrder {
  /** The row of its first line under Orders. */
  id: number;
  /** Its number, or the opportunity it came from. */
  name: string;
  /** The day it was booked. */
  booked_on: string;
  /** Who ordered. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** What the customer pays. */
  revenue: Money;
  /** Which part of the order was earned. */
  share_percent: number;
  /** The part of the revenue that was earned. */
  credit: Money;
  /** The part of the gross margin that was earned; nothing where its cost of goods is not known. */
  margin: Money | null;
  /** How many touchpoints led to it. */
  touchpoints: number;
  /** Whether it is a refund under a number of its own, which takes back what an order before it gave. */
  is_refund: boolean;
  /** Whether refunds took all of it back since: then it is no order, and its account no new one by it. */
  is_taken_back: boolean;
  /** Which part of it was earned by the rules of credit that both sides signed, where other rules are asked for. */
  agreed_share_percent: number | null;
  /** The part of the revenue that was earned by them. */
  agreed_credit: Money | null;
  /** The part of the gross margin that was earned by them. */
  agreed_margin: Money | null;
}

/** A touchpoint that led to an order, and what it earned of it. */
export interface CreditedTouch {
  /** Its row under Touchpoints. */
  id: number;
  /** When it happened. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** On which channel. */
  channel_name: string;
  /** Through which campaign. */
  campaign_name: string;
  /** Whose touchpoint it is. */
  side: "sales" | "marketing" | "none";
  /** Its share of the order. */
  share_percent: number;
  /** The same in money: the shares sum to the order exactly. */
  credit: Money;
  /** Its share by the rules of credit that both sides signed, where other rules are asked for. */
  agreed_share_percent: number | null;
  /** That share in money. */
  agreed_credit: Money | null;
}

/** The reply of an act that leaves nothing to say. */
export interface Done {
  /** Always true: what failed is answered as a problem. */
  done: boolean;
}

/** What became of somebody who was sent to a form. */
export interface EntryTaken {
  /** The entry's number; nothing while it waits to be confirmed. */
  id: number | null;
  /** Who; nothing outside one's territory. */
  contact: number | null;
  /** Of which account; nothing outside one's territory. */
  account: number | null;
  /** The lead; nothing outside one's territory. */
  lead: number | null;
  /** Whether nobody knew them before. */
  is_new_contact: boolean;
  /** Whether no lead of theirs was open. */
  is_new_lead: boolean;
  /** Whether this had arrived before; then nothing was done now. */
  was_here: boolean;
  /** Whether it waits to be confirmed by mail; until then there is neither contact nor lead. */
  is_waiting: boolean;
}

/** An exchange rate, with how far it is from the one before. */
export interface ExchangeRateRow {
  /** The rate's number. */
  id: number;
  /** The day that it was published for. */
  day: string;
  /** The currency of which this is the worth of one unit. */
  base: string;
  /** The currency in which that is told. */
  quote: string;
  /** So many of the quoted currency for one of the other. */
  rate: string;
  /** How far it is from the one before, of the month before. */
  change_percent: number | null;
  /** Whether amounts are converted by it: what was entered here comes before what was imported, and the newer before the older. */
  counts: boolean;
  /** Who told it; empty for Accord. */
  system: string;
  /** The rate that it takes the place of. */
  corrects: number | null;
}

/** What an opportunity is expected to bring, as it stood at the end of a day. */
export interface ExpectedOpportunity {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** The stage it stood in, as both sides call it. */
  stage: string;
  /** The day at whose end it stood there. */
  as_of: string;
  /** What it is expected to bring. */
  stake: Figure;
}

/** One field that a commit changed. */
export interface FieldChange {
  /** The field's name. */
  field: string;
  /** What it held before; empty where nothing. */
  before: string;
  /** What it holds after; empty where nothing. */
  after: string;
}

/** A number that opens its working. */
export interface Figure {
  /** What the figure is called. */
  name: string;
  /** What the value is measured in. */
  unit: "money" | "count" | "percent" | "hours" | "days";
  /** The value, where it is not money. */
  number: number | null;
  /** The value, where it is money. */
  money: Money | null;
  /** How it was worked out, in words. */
  formula: string;
  /** The numbers that went into it; left out in lists. */
  inputs: FigureInput[];
  /** The commit up to which facts were read. */
  as_of: number;
  /** What is missing, where there is no value; empty otherwise. */
  why: string;
  /** Where its working is; empty where it is here. */
  link: string;
}

/** One number that went into a figure. */
export interface FigureInput {
  /** What it counts or measures. */
  name: string;
  /** Its value, where it is not money. */
  number: number | null;
  /** Its value, where it is money. */
  money: Money | null;
  /** What the value is measured in. */
  unit: "money" | "count" | "percent" | "hours" | "days";
  /** Where its facts are listed; empty where nothing is. */
  link: string;
}

/** From one step to the next. */
export interface FlowLink {
  /** The place of the node that it leaves, from 0 on. */
  from: number;
  /** The place of the node that it comes to. */
  to: number;
  /** What it leaves. */
  from_name: string;
  /** What it comes to. */
  to_name: string;
  /** The step that it leaves. */
  step: number;
  /** How many journeys went this way. */
  journeys: number;
  /** How many of these ended in an order. */
  orders: number;
  /** How many of these have not ended yet. */
  still_open: number;
}

/** Where journeys stood at a step. */
export interface FlowNode {
  /** The channel, campaign or side; small ones together; or the end. */
  name: string;
  /** The how-manieth step it is. */
  step: number;
  /** Whose it is, where it is one side's. */
  side: "sales" | "marketing" | "none" | null;
  /** How many journeys came by it there. */
  journeys: number;
}

/** Somebody filled in a form. */
export interface FormEntryRow {
  /** The entry's number. */
  id: number;
  /** Which form. */
  form: number;
  /** The form's name. */
  form_name: string;
  /** When. */
  at: string;
  /** Who. */
  contact: number | null;
  /** Their name. */
  contact_name: string;
  /** Of which account. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The lead. */
  opportunity: number | null;
  /** What the lead is called. */
  opportunity_name: string;
  /** Where the lead belongs. */
  territory: number | null;
  /** Whether nobody knew them before. */
  is_new_contact: boolean;
  /** Whether no lead of theirs was open. */
  is_new_lead: boolean;
  /** What they agreed to, word by word; empty for nothing. */
  consent: string;
  /** When they filled it in, where they confirmed it later by mail. */
  asked_at: string | null;
  /** The name that was typed, where the contact has another. */
  typed_name: string;
  /** The e-mail address that was typed, where the contact has another. */
  typed_email: string;
  /** The firm that was typed, where the account has another name. */
  typed_company: string;
  /** The telephone number that was typed, where the contact has another. */
  typed_phone: string;
  /** What they wrote. */
  message: string;
  /** The newest handoff of the lead. */
  handoff: number | null;
  /** What that handoff asks for. */
  handoff_ask: "take_over" | "nurture" | "information" | "qualify" | null;
  /** Where that handoff stands. */
  handoff_state: "waiting" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn" | null;
  /** Who has that handoff. */
  handoff_person: number | null;
  /** Their name. */
  handoff_person_name: string;
}

/** What became of the journeys of one source, product, salesperson and so on. */
export interface FunnelLine {
  /** Its place in the list. */
  id: number;
  /** How an address names it. */
  line: string;
  /** What it is called. */
  name: string;
  /** How many journeys began. */
  journeys: Figure;
  /** How many were won. */
  won: Figure;
  /** How many were lost. */
  lost: Figure;
  /** How many are open. */
  open: Figure;
  /** Which part is won by the horizon. */
  won_at_horizon: Figure;
  /** Where the 95% interval of that part begins. */
  won_at_horizon_from: number | null;
  /** Where it ends. */
  won_at_horizon_to: number | null;
  /** What the won ones are worth. */
  value_won: Figure;
  /** What the lost ones were worth. */
  value_lost: Figure;
  /** What the open ones are worth. */
  value_open: Figure;
  /** What comes in each day, at this rate. */
  velocity: Figure;
  /** How much more is won by the horizon than of all the others. */
  difference: Figure;
  /** Where the 95% interval of that difference alone begins, whatever else was compared. */
  difference_from: number | null;
  /** Where it ends. */
  difference_to: number | null;
  /** How probable so large a difference is by chance alone, for as many lines as were compared. */
  difference_p: number | null;
  /** Whether it differs from the others, or whether that can be chance. */
  difference_sentence: string;
}

/** Something to know before judging. */
export interface FunnelNote {
  /** It in words. */
  sentence: string;
  /** Where that is shown; empty where nothing is. */
  link: string;
}

/** What became of the journeys that began between two days. */
export interface FunnelReport {
  /** What its lines are one of. */
  by: "all" | "side" | "territory" | "product" | "source" | "salesperson" | "month";
  /** Which line; nothing for all of them. */
  line: string | null;
  /** What that line is called; empty for all of them. */
  line_name: string;
  /** The first day on which its journeys began. */
  from_day: string;
  /** The last one. */
  until_day: string;
  /** The day at whose end they are looked at. */
  as_of_day: string;
  /** By how many days after coming to a step its conversion is told. */
  horizon_days: number;
  /** The first day of the period that it is compared with. */
  against_from: string | null;
  /** The last one. */
  against_until: string | null;
  /** The answer in words. */
  sentence: string;
  /** What changed since the other period, in words; empty without one. */
  difference_sentence: string;
  /** Why nothing can be said; empty where something can. */
  why: string;
  /** What to know before judging. */
  notes: FunnelNote[];
  /** How many journeys began in these days. */
  journeys: Figure;
  /** How many of them were won. */
  won: Figure;
  /** How many were lost. */
  lost: Figure;
  /** How many are open. */
  open: Figure;
  /** Which part is won by the horizon after its beginning. */
  won_at_horizon: Figure;
  /** Where the 95% interval of that part begins. */
  won_at_horizon_from: number | null;
  /** Where it ends. */
  won_at_horizon_to: number | null;
  /** The same as far as anybody was seen. */
  won_so_far: Figure;
  /** Where the 95% interval of that part begins. */
  won_so_far_from: number | null;
  /** Where it ends. */
  won_so_far_to: number | null;
  /** The part that is won by the horizon, of the period that it is compared with. */
  won_before: Figure;
  /** That part of these days, less that of the other period, in points. */
  won_difference: Figure;
  /** Where the 95% interval of that difference begins. */
  won_difference_from: number | null;
  /** Where it ends. */
  won_difference_to: number | null;
  /** How probable so large a difference is by chance alone; of this one comparison. */
  won_difference_p: number | null;
  /** The same in words; empty without another period. */
  won_difference_sentence: string;
  /** How many of the closed ones were won. */
  won_rate: Figure;
  /** What a won one is worth on average. */
  mean_value: Figure;
  /** How many days a won one took on average. */
  length: Figure;
  /** What comes in each day, at this rate. */
  velocity: Figure;
  /** The steps, from the first inquiry on. */
  items: StageConversion[];
}

/** A difference between an agreement and the facts, or between two claims. */
export interface Gap {
  /** Which kind of gap. */
  code: string;
  /** What it is about; with the code, its identity from week to week. */
  about: string;
  /** The gap in words. */
  sentence: string;
  /** What is at stake. */
  stake_kind: "expected_margin" | "expected_revenue" | "cash_spent" | "hours" | "unknown";
  /** How much, and how that was worked out. */
  stake: Figure;
  /** Whose move it is. */
  mover: "sales" | "marketing" | "both" | "arbiter";
  /** Since when; nothing where that is not known. */
  since: string | null;
  /** How many things the evidence lists. */
  count: number;
  /** The page that lists the facts. */
  evidence: string;
  /** What would close it. */
  remedy: string;
  /** The version of the agreement it is judged by. */
  agreement: string;
  /** The clause of that version it is judged by. */
  clause: string;
  /** The agreed word it is about, such as a stage's name. */
  term: string;
  /** Judged by a version that did not bind on that day: nobody's move. */
  is_provisional: boolean;
  /** Why that version did not bind. */
  why_provisional: string;
  /** Named exceptions from the clause, and what each of them leaves out. */
  exceptions: string[];
}

/** The common language. */
export interface Glossary {
  /** One word each. */
  items: GlossaryTerm[];
}

/** A word that both sides use in one sense. */
export interface GlossaryTerm {
  /** The word. */
  term: string;
  /** What both sides mean by it. */
  definition: string;
  /** The side whose move it is there. */
  responsible: "sales" | "marketing" | "none";
  /** From a version that is not in force today. */
  is_provisional: boolean;
  /** Why that version does not bind. */
  why_provisional: string;
  /** Which agreement says so. */
  agreement: string;
  /** Its page. */
  link: string;
  /** The numbers of the territories in which it means this; none: wherever nothing else is agreed. */
  territories: number[];
}

/** What became of many leads that were handed over at once. */
export interface HandedOver {
  /** By which all of them are taken back; 0 where none was handed over. */
  step: number;
  /** Those that were handed over. */
  handed_over: HandoffStepped[];
  /** Those that were not, and why. */
  refused: HandoffLeft[];
}

/** How many of the journeys that were passed on came to this. */
export interface HandoffBar {
  /** What became of them. */
  step: "came" | "left" | "waiting" | "untouched" | "taken_on";
  /** The same in words. */
  name: string;
  /** The side that did it, where one did. */
  side: "sales" | "marketing" | "none" | null;
  /** How many. */
  count: Figure;
}

/** A quarter's handoffs, from all that came to those that were taken on. */
export interface HandoffBridge {
  /** The stage where sales takes over. */
  stage: string;
  /** The first day on which they came. */
  from_day: string;
  /** The day up to whose end they are judged. */
  to_day: string;
  /** What became of them, in words. */
  sentence: string;
  /** Why nothing can be said; empty where something can. */
  why: string;
  /** Judged by a draft that is not signed. */
  is_provisional: boolean;
  /** The version that says where sales takes over. */
  agreement: string;
  /** What those are worth that nobody has touched. */
  stake: Figure;
  /** All that came, then what became of them. */
  items: HandoffBar[];
}

/** What became of what was handed over between two days. */
export interface HandoffFigures {
  /** What its lines are. */
  by: "side" | "team" | "salesperson" | "territory" | "product" | "source" | "campaign";
  /** The first day on which it was handed over. */
  from_day: string;
  /** The last one; as of its end it is told. */
  until_day: string;
  /** How many were handed over in Accord. */
  here: number;
  /** How many were read from CRMs' stage changes. */
  elsewhere: number;
  /** The same in words. */
  sentence: string;
  /** The day of the newest fact; nothing without facts. */
  data_until: string | null;
  /** Whether that is more than a week before the last day: what waited is taken to have waited on. */
  is_data_old: boolean;
  /** The company's service level on the last day. */
  agreement: string;
  /** What that is called; empty where none binds. */
  agreement_name: string;
  /** The lines. */
  items: HandoffLine[];
}

/** What would become of a lead that is handed over with others. */
export interface HandoffForeseen {
  /** Which lead. */
  opportunity: number;
  /** Who would get it; nobody where it would wait for whoever takes it. */
  assigned_to: number | null;
  /** Which rule would choose them, and why. */
  rule: string;
  /** By when it would be due to be answered. */
  due_at: string | null;
}

/** A handoff that a gap counts, with what it puts into the gap's stake. */
export interface HandoffInGap {
  /** Its number in this list. */
  id: number;
  /** The handoff; nothing where a CRM's stage changes say it. */
  handoff: number | null;
  /** Which lead. */
  opportunity: number;
  /** What the lead is called. */
  name: string;
  /** When it was handed over. */
  at: string;
  /** How finely that is known. */
  precision: "moment" | "day" | "at_least_since";
  /** The side that it was handed to. */
  to_side: "sales" | "marketing" | "none";
  /** What that side was asked for. */
  ask: "take_over" | "nurture" | "information" | "qualify";
  /** What became of it. */
  state: "waiting" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn";
  /** Why it was rejected; empty where nobody said. */
  reason: string;
  /** Business time until they were spoken with, or what was asked was answered, or up to the day. */
  response_hours: number | null;
  /** Whether that has happened. */
  has_responded: boolean;
  /** Whether it happened within the agreed time. */
  in_time: "yes" | "no" | "not_yet" | "unknown" | "not_asked" | "withheld";
  /** Where the lead belonged. */
  territory: number | null;
  /** Where the lead came from. */
  source: string;
  /** The campaign that it came from. */
  campaign: number | null;
  /** What became of the lead. */
  outcome: "open" | "won" | "lost";
  /** What it is worth, in the company's currency. */
  worth: Money | null;
  /** Its share of what its campaign cost in a year. */
  spent: Money | null;
  /** Whether the lead is open, so that it is in the stake. */
  is_at_stake: boolean;
  /** What it puts into the stake; what has ended puts nothing. */
  stake: Figure;
}

/** A lead of which something was not done, and why. */
export interface HandoffLeft {
  /** Which lead. */
  opportunity: number;
  /** The rule that says why. */
  code: string;
  /** What the rule forbids. */
  message: string;
  /** What the lead lacks, or who did something. */
  detail: string;
}

/** What became of what was handed over, of one side, team, territory, product, source or campaign. */
export interface HandoffLine {
  /** The line's number. */
  id: number;
  /** What it is, as addresses name it. */
  line: string;
  /** What it is called. */
  name: string;
  /** How many were handed over. */
  came: Figure;
  /** How many of them wait. */
  waiting: Figure;
  /** How many were accepted, or answered. */
  accepted: Figure;
  /** How many were rejected. */
  rejected: Figure;
  /** How many were recycled. */
  recycled: Figure;
  /** Accepted ones of those that were decided. */
  acceptance: Figure;
  /** After how long half had a response. */
  response_median: Figure;
  /** After how long nine of ten had one. */
  response_p90: Figure;
  /** After how long half had somebody. */
  routing_median: Figure;
  /** How many had their response within the agreed time. */
  in_time: Figure;
  /** How many of the accepted ones were won. */
  won: Figure;
  /** Won ones of the accepted ones that ended. */
  conversion: Figure;
  /** What those that wait are worth. */
  waiting_value: Figure;
  /** What campaigns and channels spent on those that died. */
  dead_cost: Figure;
  /** The lower end of the acceptance's 95% interval (Wilson). */
  acceptance_from_percent: number | null;
  /** The upper end of it. */
  acceptance_to_percent: number | null;
  /** The lower end of the 95% interval (Wilson) of the share in time. */
  in_time_from_percent: number | null;
  /** The upper end of it. */
  in_time_to_percent: number | null;
  /** The lower end of the 95% interval (Wilson) of the share won after acceptance. */
  conversion_from_percent: number | null;
  /** The upper end of it. */
  conversion_to_percent: number | null;
}

/** What waits for somebody, soonest due first. */
export interface HandoffQueue {
  /** How many wait; the first 200 are shown. */
  total: number;
  /** How many of those are late. */
  late: number;
  /** The last day of the reader's absence, where away. */
  away_until: string | null;
  /** The first of them. */
  items: QueueItem[];
}

/** A handoff with what one needs to act on it. */
export interface HandoffRow {
  /** The handoff's number. */
  id: number;
  /** Which lead. */
  opportunity: number;
  /** What the lead is called. */
  opportunity_name: string;
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Whom one speaks with. */
  contact: number | null;
  /** Their name. */
  contact_name: string;
  /** Their e-mail address. */
  contact_email: string;
  /** Their telephone number. */
  contact_phone: string;
  /** What they would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Where the lead belonged when it was handed over. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** What the customer would pay; the list price where nobody said. */
  value: Money | null;
  /** Where the lead came from. */
  source: string;
  /** Where the lead stands. */
  stage: string;
  /** Which system keeps the lead; empty for Accord. */
  system: string;
  /** The side that it was handed to. */
  to_side: "sales" | "marketing" | "none";
  /** What that side is asked for. */
  ask: "take_over" | "nurture" | "information" | "qualify";
  /** What one should know. */
  note: string;
  /** The campaign that the lead came from. */
  campaign: number | null;
  /** The campaign's name. */
  campaign_name: string;
  /** Who handed it over; nothing where it came in by itself. */
  submitted_by: number | null;
  /** Their name. */
  submitted_by_name: string;
  /** When. */
  submitted_at: string;
  /** Who has it; nothing: nobody yet. */
  assigned_to: number | null;
  /** Their name. */
  assigned_to_name: string;
  /** Since when whoever has it has it. */
  assigned_at: string | null;
  /** Which rule chose them, or who did. */
  rule: string;
  /** By when it is to be answered. */
  due_at: string | null;
  /** By when they are to be spoken with. */
  contact_due_at: string | null;
  /** Where it stands. */
  state: "waiting" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn";
  /** Who answered it. */
  decided_by: number | null;
  /** Their name. */
  decided_by_name: string;
  /** When. */
  decided_at: string | null;
  /** Why it was rejected. */
  reason: string;
  /** What was answered. */
  answer: string;
  /** Recycled: when it comes back. */
  again_on: string | null;
  /** When it left that side again: marketing took it back, or handed over what it had kept. */
  handed_back_at: string | null;
  /** When the receiving side first spoke with them, as logged. */
  first_contact_at: string | null;
  /** How finely that is known. */
  first_contact_precision: "moment" | "day" | "at_least_since" | null;
  /** The last thing that somebody did about it. */
  last_step: number;
}

/** What somebody did about a handoff. */
export interface HandoffStepRow {
  /** The step's number. */
  id: number;
  /** Which handoff. */
  handoff: number;
  /** What was done. */
  kind: "submitted" | "assigned" | "returned" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn";
  /** When; nothing where that is not for the reader. */
  at: string | null;
  /** By whom; nothing where it came in by itself. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** Who had it then. */
  assigned_to: number | null;
  /** Their name. */
  assigned_to_name: string;
  /** The note, the rule, the reason or the answer. */
  text: string;
  /** Where the lead belonged. */
  territory: number | null;
  /** Business time that whoever had it then, or nobody, had it: up to the next step, to the first contact, or to now. */
  held_hours: number | null;
  /** Whether it was taken back: it is told, and counts nowhere. */
  is_undone: boolean;
  /** When it was taken back; nothing where that is not for the reader. */
  undone_at: string | null;
  /** Who took it back. */
  undone_by_name: string;
}

/** A step that was made. */
export interface HandoffStepped {
  /** The handoff's number. */
  id: number;
  /** The step's number, by which it is taken back. */
  step: number;
  /** Where the handoff stands now. */
  state: "waiting" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn";
  /** Who has it now. */
  assigned_to: number | null;
}

/** A handoff with its clock. */
export interface HandoffView {
  /** The handoff. */
  handoff: HandoffRow;
  /** The version by which it is judged; empty where none binds. */
  agreement: string;
  /** What that is called. */
  agreement_name: string;
  /** For which it may be rejected; none: any. */
  reasons: string[];
  /** Whether the reader may answer it. */
  may_decide: boolean;
  /** Whether the reader may give it to somebody. */
  may_assign: boolean;
  /** Whether the reader may withdraw it. */
  may_withdraw: boolean;
  /** Whose move it is besides. */
  escalation: "none" | "deputy" | "manager" | "review";
  /** Where its time stands, in words. */
  clock: string;
  /** Since when the receiving side's time runs: when somebody first had it. */
  first_had_at: string | null;
  /** Business time while nobody had it, up to the answer or to now. */
  routing_hours: number | null;
  /** Business time from when somebody first had it until it was answered, whoever had it meanwhile; nothing where it is not. */
  answer_hours: number | null;
  /** Business time from when somebody first had it to the first contact; nothing where there is none, or only its day is known. */
  contact_hours: number | null;
  /** When they were first spoken with, no finer than it is known. */
  contact_in_words: string;
  /** Why they are not to be called; empty where they may be. */
  why_not_called: string;
  /** Why they are not to be written to by e-mail; empty where they may be. */
  why_not_written: string;
  /** What they wrote since it came, oldest first. */
  they_wrote: string[];
  /** Whether the times of whoever has it are not for the reader. */
  withholds_times: boolean;
}

/** What would become of many leads if they were handed over at once now. */
export interface HandoffsForeseen {
  /** Those that would be handed over. */
  going: HandoffForeseen[];
  /** Those that would not be, and why. */
  refused: HandoffLeft[];
}

/** What became of handoffs that were taken back at once. */
export interface HandoffsTakenBack {
  /** Those that are no more. */
  taken_back: number[];
  /** Those that stay, and why. */
  stayed: HandoffLeft[];
}

/** What happened with an account: a touchpoint, an order, an opportunity, an activity. */
export interface HistoryItem {
  /** The item's number in this list. */
  id: number;
  /** When it happened. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** What it is. */
  kind: "touchpoint" | "activity" | "opportunity_made" | "opportunity_won" | "opportunity_lost" | "order";
  /** Whose touchpoint or activity it is. */
  side: "sales" | "marketing" | "none";
  /** On which channel, which order, which opportunity. */
  name: string;
  /** The campaign, the kind of touchpoint, what was noted. */
  detail: string;
  /** Who of the firm met them. */
  person_name: string;
  /** What was ordered, won or lost. */
  amount: Money | null;
  /** The order that it led to: its row under Orders. */
  order: number | null;
  /** What that order is called. */
  order_name: string;
  /** Its share of that order. */
  share_percent: number | null;
  /** The same in money: the shares sum to the order exactly. */
  credit: Money | null;
  /** Its share of the order that it led to by the rules of credit that both sides signed, where other rules are asked for. */
  agreed_share_percent: number | null;
  /** That share in money. */
  agreed_credit: Money | null;
  /** Where it is shown. */
  link: string;
}

/** An order, from the first touchpoint that led to it. */
export interface HistoryJourney {
  /** The row of its first line under Orders. */
  id: number;
  /** Its number, or the opportunity it came from. */
  name: string;
  /** The first touchpoint that led to it. */
  from: string;
  /** When it was booked. */
  until: string;
  /** How many touchpoints led to it. */
  touchpoints: number;
  /** What the customer pays. */
  revenue: Money;
}

/** Items of one kind and side that are drawn as one. */
export interface HistoryMark {
  /** What they are. */
  kind: "touchpoint" | "activity" | "opportunity_made" | "opportunity_won" | "opportunity_lost" | "order";
  /** Whose they are. */
  side: "sales" | "marketing" | "none";
  /** When the first of them happened. */
  at: string;
  /** How many they are. */
  count: number;
}

/** A day without work. */
export interface Holiday {
  /** The holiday's number. */
  id: number;
  /** Where; nothing for the whole company. */
  territory: number | null;
  /** The day. */
  on_day: string;
  /** What it is called. */
  name: string;
}

/** A holiday that holds in a territory, and where it was entered. */
export interface HolidayHere {
  /** The holiday's number. */
  id: number;
  /** The day. */
  on_day: string;
  /** What it is called. */
  name: string;
  /** Where it was entered; nothing for the company. */
  territory: number | null;
  /** The name of where it was entered. */
  from: string;
}

/** One file that came in, or waits to. */
export interface Import {
  /** The import's number. */
  id: number;
  /** The file's name. */
  file_name: string;
  /** What its rows are. */
  target: string;
  /** The system of record that it comes from. */
  system: string;
  /** Whether it waits, went in, or was undone. */
  state: "waiting" | "done" | "nothing_new" | "refused" | "undone";
  /** The file's size in bytes. */
  size: number;
  /** The SHA-256 of the file. */
  sha256: string;
  /** When it was uploaded or run last. */
  at: string;
  /** Who imported it; nothing for the command line. */
  person: number | null;
  /** The side of who imported it. */
  side: "sales" | "marketing" | "none";
  /** The day the export was made, or the latest day in the file. */
  as_of: string | null;
  /** What each column was read as. */
  mapping: unknown;
  /** What the user said that the file does not. */
  answers: unknown;
  /** How many rows the file has. */
  row_count: number;
  /** How many records it made. */
  created: number;
  /** How many records it changed. */
  updated: number;
  /** How many facts it added. */
  facts: number;
  /** How many rows said what was known already. */
  unchanged: number;
  /** How many rows stayed out. */
  refused: number;
  /** What it did, in words. */
  sentence: string;
  /** The commit that holds what it put in. */
  landed_in: number | null;
  /** The commit that undid it. */
  undone_in: number | null;
}

/** One answer that a question may have. */
export interface ImportChoice {
  /** The answer. */
  value: string;
  /** The answer in words. */
  label: string;
}

/** A number that an import states. */
export interface ImportClaim {
  /** The claim's number. */
  id: number;
  /** Whose number it is, and what it counts. */
  title: string;
  /** The first day of its period. */
  from_day: string;
  /** The last day of its period. */
  until_day: string;
}

/** One column of the file. */
export interface ImportColumn {
  /** Its header. */
  column: string;
  /** What it is read as; empty: it is not taken. */
  slot: string;
  /** The first values in it that differ. */
  samples: string[];
  /** How many of its cells are blank. */
  blank: number;
}

/** How near a kind of file comes to the headers of a file that is not recognised. */
export interface ImportNearness {
  /** The kind's name. */
  name: string;
  /** The kind's name, as screens show it. */
  title: string;
  /** The columns that it would read. */
  known: string[];
  /** What it needs a column or a value for. */
  missing: string[];
}

/** What a file would do, before it is run. */
export interface ImportPreview {
  /** The kinds of file there are. */
  targets: ImportTarget[];
  /** Where what its rows are cannot be told: the kinds of file that come nearest. */
  nearest: ImportNearness[];
  /** What the columns of this kind can be. */
  slots: ImportSlot[];
  /** By what its rows can be matched to what is known. */
  identities: ImportChoice[];
  /** The file's columns. */
  columns: ImportColumn[];
  /** What is wrong with the mapping; empty where it can be run. */
  faults: string[];
  /** What is open; the rows concerned stay out. */
  questions: ImportQuestion[];
  /** What running it now would do. */
  sentence: string;
  /** How many rows the file has. */
  row_count: number;
  /** How many rows would stay out. */
  refused: number;
  /** The day the export was made, or the latest day in the file. */
  as_of: string | null;
  /** The day of a newer export that is in already, whose news this one would take back. */
  newer_export: string | null;
  /** The first records that it would make or change. */
  records: ImportRecordView[];
  /** The first rows that would stay out whatever is answered. */
  problems: ImportProblemView[];
  /** The first rows that say again, in other words, what stands: they add nothing. */
  there_already: ImportProblemView[];
  /** The first rows that go in, though what they say can hardly be right. */
  doubtful: ImportProblemView[];
  /** Lines that are not part of the table. */
  left_out: ImportProblemView[];
  /** How the file spells its text. */
  encoding: string;
  /** What stands between its cells. */
  delimiter: string;
  /** In which times are read that name no time zone. */
  time_zone: string;
}

/** Something wrong with a row that stayed out. */
export interface ImportProblem {
  /** The problem's number. */
  id: number;
  /** Which import. */
  import: number;
  /** The row's line in the file. */
  line: number;
  /** The column; empty where the whole row is meant. */
  column_name: string;
  /** What is wrong. */
  reason: string;
  /** What to do about it. */
  remedy: string;
  /** The row as it stood in the file. */
  cells: unknown;
}

/** A row that stays out, or a line that is no row. */
export interface ImportProblemView {
  /** Its line in the file. */
  line: number;
  /** The column; empty for the whole row. */
  column: string;
  /** What is wrong. */
  reason: string;
  /** What to do about it. */
  remedy: string;
}

/** What has to be asked; its rows wait for the answer. */
export interface ImportQuestion {
  /** What is asked: currency, dates, decimals or name. */
  code: string;
  /** The question. */
  sentence: string;
  /** The name in the file; empty for other questions. */
  name: string;
  /** The known name that it nearly matches. */
  known: string;
  /** How many cells or rows wait. */
  count: number;
  /** The answers to choose from. */
  choices: ImportChoice[];
}

/** A record that the file makes or changes. */
export interface ImportRecordView {
  /** The line that says so. */
  line: number;
  /** What sort of record. */
  record: string;
  /** Its name. */
  name: string;
  /** Whether it is made. */
  is_new: boolean;
  /** The fields that it gets. */
  changes: FieldChange[];
}

/** An import as lists show it. */
export interface ImportRow {
  /** The import's number. */
  id: number;
  /** The file's name. */
  file_name: string;
  /** What its rows are. */
  target: string;
  /** The system of record that it comes from. */
  system: string;
  /** Whether it waits, went in, or was undone. */
  state: "waiting" | "done" | "nothing_new" | "refused" | "undone";
  /** When it was uploaded or run last. */
  at: string;
  /** Who imported it. */
  person_name: string;
  /** The day the export was made, or the latest day in the file. */
  as_of: string | null;
  /** How many rows the file has. */
  row_count: number;
  /** How many records it made. */
  created: number;
  /** How many records it changed. */
  updated: number;
  /** How many facts it added. */
  facts: number;
  /** How many rows said what was known already. */
  unchanged: number;
  /** How many rows stayed out. */
  refused: number;
  /** What it did, in words. */
  sentence: string;
  /** In which turn files that wait go in, so that what they name is found. */
  turn: number;
}

/** How far a run is. */
export interface ImportRun {
  /** Rows read so far. */
  row_count: number;
  /** Rows in the file. */
  total: number;
  /** Records stored so far. */
  stored: number;
  /** Records to be stored; 0 while the file is still read. */
  stored_total: number;
}

/** Something that a column can be read as. */
export interface ImportSlot {
  /** Its name. */
  name: string;
  /** Its name, as screens show it. */
  label: string;
  /** What it means. */
  sentence: string;
  /** What it may say, where that is one of a few. */
  choices: ImportChoice[];
}

/** A kind of file. */
export interface ImportTarget {
  /** Its name. */
  name: string;
  /** Its name, as screens show it. */
  title: string;
}

/** What undoing an import did. */
export interface ImportUndone {
  /** In words. */
  sentence: string;
  /** Records that are as they were before. */
  restored: number;
  /** Records that are gone again. */
  removed: number;
  /** Records that somebody changed afterwards; they stay. */
  changed_since: string[];
  /** Records that something else refers to; they stay. */
  referred_to: string[];
  /** The numbers stated before that count again. */
  counting_again: string[];
}

/** An import with what its page shows. */
export interface ImportView {
  /** The import. */
  import: Import;
  /** The name of who imported it. */
  person_name: string;
  /** How far it is, while it runs. */
  run: ImportRun | null;
  /** What it would do, while it waits. */
  preview: ImportPreview | null;
  /** The first rows that stayed out. */
  problems: ImportProblemView[];
  /** What undoing it did, and what stayed. */
  undone: ImportUndone | null;
  /** The numbers that it states. */
  claims: ImportClaim[];
  /** Why the reader may neither run nor undo it; empty where they may. */
  why_not: string;
  /** In the reply that takes it for another kind of file: what was said and could not be kept. */
  not_kept: string[];
}

/** One step from what was booked in a month to what was invoiced in it. */
export interface InvoicingStep {
  /** How the orders and invoices relate. */
  words: string;
  /** Its part of the difference. */
  change: Figure;
  /** The page that lists the lines. */
  link: string;
}

/** A lead and an opportunity that were known as two and are one journey. */
export interface JoinedJourneyRow {
  /** Its number. */
  id: number;
  /** The record that stands for both. */
  opportunity: number;
  /** Its name. */
  opportunity_name: string;
  /** What the record that is kept was called until then. */
  kept_name: string;
  /** The number of the record that is gone. */
  gone: number;
  /** What the other one was called. */
  gone_name: string;
  /** Where it belongs. */
  territory: number | null;
  /** Whether somebody said so here; else it is undone with its import. */
  was_said_here: boolean;
  /** Why they are one. */
  why: string;
  /** Since when that is on record. */
  at: string;
  /** Who said so. */
  person_name: string;
}

/** An opportunity as it was judged at the end of a day. */
export interface JudgedOpportunity {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** What they would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Who works on it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** The owner's side. */
  side: "sales" | "marketing" | "none" | null;
  /** Where it belonged, by whose agreement it was judged. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Where it belongs now, where it has been moved since; else empty. */
  territory_now: string;
  /** The stage it stood in, as both sides call it. */
  stage: string;
  /** Open, won or lost by then. */
  outcome: "open" | "won" | "lost";
  /** Since when it stood there. */
  since: string;
  /** How finely that is known; at_least_since where the history is missing. */
  since_precision: "moment" | "day" | "at_least_since";
  /** How long it had stood there, in business days of its territory. */
  business_days: number;
  /** When the responsible side last did something about it. */
  last_worked_on: string | null;
  /** How long the responsible side had done nothing about it there, in business days. */
  idle_business_days: number;
  /** What the customer would pay; without a value, its product's list price. */
  value: Money | null;
  /** Whether the value was given or is the list price. */
  value_basis: "given" | "list_price" | null;
  /** The value in the company's currency, at the exchange rate of the day, or for closed ones of the day of closing; nothing where no rate is known. */
  worth: Money | null;
  /** What it puts into the stake; all of them add up to it. */
  stake: Figure;
}

/** Something that the jump box leads to. */
export interface JumpItem {
  /** What it is. */
  kind: string;
  /** Its name. */
  name: string;
  /** What tells it from others of that name. */
  detail: string;
  /** Its page. */
  link: string;
}

/** What the jump box found, best first. */
export interface JumpItems {
  /** What was found. */
  items: JumpItem[];
}

/** Spend that was entered when its month seemed over. */
export interface LateSpend {
  /** The entry's number. */
  id: number;
  /** What it was for. */
  name: string;
  /** The day it was spent. */
  day: string;
  /** The day it was entered or imported. */
  recorded_on: string;
  /** Whose money it is. */
  side: "sales" | "marketing" | "none";
  /** On which channel. */
  channel_name: string;
  /** For which campaign. */
  campaign_name: string;
  /** How much. */
  amount: Money;
  /** The same in the company's currency; nothing without a rate. */
  value: Money | null;
}

/** A form with the names it refers to. */
export interface LeadFormRow {
  /** The form's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** The last part of its address on the web. */
  address: string;
  /** Whose touchpoints its entries are. */
  campaign: number;
  /** The campaign's name. */
  campaign_name: string;
  /** What its leads would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Where its leads belong. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Who gets its leads. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** What visitors read above it. */
  heading: string;
  /** What it is for. */
  text: string;
  /** What visitors read when it is sent. */
  thanks: string;
  /** What visitors may agree to. */
  consent: string;
  /** Whether it asks for the firm. */
  asks_company: boolean;
  /** Whether it asks for a telephone number. */
  asks_phone: boolean;
  /** Whether it asks what the matter is. */
  asks_message: boolean;
  /** The sites that may show it in a frame or send to it. */
  sites: string;
  /** From when on it takes nothing more. */
  closed_on: string | null;
  /** Whether somebody is a lead only once they confirm it by mail. */
  asks_confirmation: boolean;
  /** Messages to this address are entries of it. */
  mail_address: string;
  /** By what the words that visitors agree to let them be reached; nothing where they are about something else. */
  permits: "call" | "email" | "mail" | null;
  /** How often it was filled in. */
  entry_count: number;
  /** How many new leads came of that. */
  lead_count: number;
  /** How many can still be confirmed and are not yet. */
  waiting_count: number;
  /** How many were asked to confirm. */
  asked_count: number;
  /** How many of those confirmed. */
  confirmed_count: number;
}

/** An entry behind a number of a month. */
export interface LedgerEntry {
  /** The row's number in this list. */
  id: number;
  /** Its day. */
  day: string;
  /** What it is. */
  name: string;
  /** What sort of fact it is. */
  source: "spend" | "order_line" | "opportunity";
  /** The system of record; empty for Accord. */
  system: string;
  /** The amount as it was entered; nothing where not known. */
  told: Money | null;
  /** The same in the company's currency; nothing where no exchange rate is known. */
  value: Money | null;
  /** What it does to the number. */
  change: Money | null;
  /** What became of it. */
  kind: "counted" | "came_in" | "taken_back" | "valued_otherwise";
  /** Who did that. */
  by_name: string;
  /** By which act, or import. */
  act: string;
  /** When. */
  at: string | null;
  /** Its page. */
  link: string;
}

/** A month: what the facts sum to, and how far the books are from it. */
export interface LedgerMonth {
  /** The year and the month, as 202602. */
  id: number;
  /** The first day of the month. */
  month: string;
  /** Whether finance has closed it. */
  is_closed: boolean;
  /** Open, or since when it is closed. */
  state: string;
  /** What sales spent. */
  spend_of_sales: Figure;
  /** How much more of it the books say. */
  spend_of_sales_difference: Figure;
  /** What marketing spent. */
  spend_of_marketing: Figure;
  /** How much more of it the books say. */
  spend_of_marketing_difference: Figure;
  /** What was booked. */
  revenue_booked: Figure;
  /** How much more of it the books say. */
  revenue_booked_difference: Figure;
  /** What was invoiced. */
  revenue_invoiced: Figure;
  /** How much more of it the books say. */
  revenue_invoiced_difference: Figure;
  /** What the invoiced goods cost. */
  cost_of_goods: Figure;
  /** How much more of it the books say. */
  cost_of_goods_difference: Figure;
}

/** One measure of a month, or that of a channel or of a kind of spend. */
export interface LedgerMonthLine {
  /** What is added up. */
  measure: "spend_of_sales" | "spend_of_marketing" | "revenue_booked" | "revenue_invoiced" | "cost_of_goods";
  /** The same in words. */
  name: string;
  /** Of which channel or kind of spend; empty for all. */
  slice: string;
  /** That channel's number; 0 for none. */
  channel: number | null;
  /** That kind. */
  spend_kind: "media" | "print" | "event" | "agency" | "pay" | "travel" | "samples" | "software" | "other" | null;
  /** What the books say. */
  stated: Figure;
  /** What the facts sum to. */
  ours: Figure;
  /** How much more the books say. */
  difference: Figure;
  /** The difference, step by step. */
  steps: LedgerStep[];
  /** What each channel and kind is of it. */
  slices: LedgerSlice[];
  /** What it was when finance closed the month. */
  closed: Figure;
  /** How much it changed since. */
  changed: Figure;
}

/** A month: what the books say, what the facts sum to, and why they differ. */
export interface LedgerMonthView {
  /** The first day of the month. */
  month: string;
  /** The month in words. */
  title: string;
  /** How it stands, in words. */
  sentence: string;
  /** Whether finance has closed it. */
  is_closed: boolean;
  /** Whether the reader may close it now. */
  can_close: boolean;
  /** Whether the reader may reopen it now. */
  can_reopen: boolean;
  /** Whether the reader may state ledger totals. */
  can_state: boolean;
  /** Why it cannot be closed yet; empty where it can, or is. */
  why_not_close: string;
  /** Its measures. */
  items: LedgerMonthLine[];
  /** From what was booked in the month to what was invoiced in it. */
  invoicing: InvoicingStep[];
  /** When it was closed and reopened, newest first. */
  events: PeriodEvent[];
}

/** What a channel or a kind of spend is of a side's spend of a month. */
export interface LedgerSlice {
  /** The channel, or the kind. */
  name: string;
  /** The channel's number; 0 for none. */
  channel: number | null;
  /** The kind of the spend. */
  spend_kind: "media" | "print" | "event" | "agency" | "pay" | "travel" | "samples" | "software" | "other" | null;
  /** What the facts sum to. */
  ours: Figure;
  /** What the books say. */
  stated: Figure;
  /** How much more the books say. */
  difference: Figure;
  /** Its own page. */
  link: string;
}

/** One step from what the facts sum to, to what the books say. */
export interface LedgerStep {
  /** Why they differ. */
  cause: "changed_since" | "credit_notes" | "told_twice" | "without_rate" | "without_cost" | "not_explained";
  /** The same in words. */
  words: string;
  /** Its part of the difference. */
  change: Figure;
  /** How many entries it is of. */
  count: number;
  /** The page that lists them; empty where there are none. */
  link: string;
}

/** A ledger total, and who stated it. */
export interface LedgerTotalRow {
  /** The total's number. */
  id: number;
  /** The first day of the month. */
  month: string;
  /** What it is the total of. */
  measure: "spend_of_sales" | "spend_of_marketing" | "revenue_booked" | "revenue_invoiced" | "cost_of_goods";
  /** The channel of the spend; nothing for all. */
  channel: number | null;
  /** The channel's name. */
  channel_name: string;
  /** The kind of the spend; nothing for all. */
  spend_kind: "media" | "print" | "event" | "agency" | "pay" | "travel" | "samples" | "software" | "other" | null;
  /** How much, in the company's currency. */
  amount: Money;
  /** Which accounts it is of, and what to know of it. */
  note: string;
  /** The books; empty where it was stated here. */
  system: string;
  /** Who stated it. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** The day it was stated. */
  stated_on: string;
  /** The total that it takes the place of. */
  corrects: number | null;
}

/** How far one line's credits could have come out otherwise. */
export interface LineIntervals {
  /** Its interval under each model. */
  items: CreditInterval[];
  /** By which rules of credit it is told. */
  rules: RulesTold;
}

/** The reply of an act that made or changed one record. */
export interface Made {
  /** The record's number. */
  id: number;
}

/** A message that goes out, or went out. */
export interface MailMessage {
  /** The message's number. */
  id: number;
  /** When it was made. */
  made_at: string;
  /** What it is for. */
  purpose: string;
  /** Whom it goes to; empty once they were erased. */
  to_address: string;
  /** Its subject. */
  subject: string;
  /** How often it was tried. */
  tries: number;
  /** When it is tried next, where it waits. */
  next_try_at: string;
  /** When the server took it. */
  sent_at: string | null;
  /** When it was given up. */
  given_up_at: string | null;
  /** What the last try met. */
  error: string;
}

/** Whether mail is set up, and how it goes. */
export interface MailView {
  /** The server that takes what is sent. */
  server: string;
  /** The user there. */
  server_user: string;
  /** The address that messages come from. */
  sender: string;
  /** Where people reach Accord. */
  links_at: string;
  /** The mailbox that is read. */
  mailbox: string;
  /** The user there. */
  mailbox_user: string;
  /** Whether this is a demo, which sends and reads nothing. */
  is_demo: boolean;
  /** Whether a server is set up to send by. */
  is_sending: boolean;
  /** Whether a mailbox is set up to be read. */
  is_reading: boolean;
  /** How many messages wait to be sent. */
  waiting_count: number;
  /** How many were given up. */
  given_up_count: number;
  /** When sending last worked, to the hour. */
  sent_at: string | null;
  /** Since when sending fails. */
  sending_failed_at: string | null;
  /** What sending met. */
  sending_error: string;
  /** What to do about it. */
  sending_remedy: string;
  /** When the mailbox was last read, to the hour. */
  read_at: string | null;
  /** Since when reading fails. */
  reading_failed_at: string | null;
  /** What reading met. */
  reading_error: string;
  /** What to do about it. */
  reading_remedy: string;
}

/** What whoever prints or sends a mailing needs of one piece. */
export interface MailingAddress {
  /** What stands on the piece, so that an answer finds its way back. */
  code: string;
  /** Full name. */
  name: string;
  /** Position. */
  title: string;
  /** Where the person works. */
  account_name: string;
  /** The account's country. */
  country: string;
  /** E-mail address, where it goes by e-mail. */
  email: string;
  /** The list's name. */
  list_name: string;
  /** The campaign's name. */
  campaign_name: string;
}

/** Who took the addresses of a mailing list. */
export interface MailingHandoutRow {
  /** The hand-out's number. */
  id: number;
  /** Of which list. */
  list: number;
  /** The list's name. */
  list_name: string;
  /** Whose list it is. */
  territory: number | null;
  /** Who took them. */
  person: number;
  /** Their name. */
  person_name: string;
  /** When. */
  at: string;
  /** How many there were. */
  piece_count: number;
}

/** What a mailing list comes to. */
export interface MailingListFigures {
  /** Who is on it. */
  members: Figure;
  /** Who is left off, for they do not want to be written to. */
  opted_out: Figure;
  /** Who is left off, for no address is known. */
  without_address: Figure;
  /** To whom a piece went out. */
  sent: Figure;
  /** Whose piece came back. */
  returned: Figure;
  /** Who has a lead that began since. */
  leads: Figure;
}

/** A mailing list with the names it refers to. */
export interface MailingListRow {
  /** The list's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** Whose touchpoints its pieces are. */
  campaign: number;
  /** The campaign's name. */
  campaign_name: string;
  /** By post, or by e-mail. */
  medium: "mail" | "email";
  /** Whose campaign it is. */
  side: "sales" | "marketing" | "none";
  /** The day on which it is to go out. */
  drops_on: string;
  /** What the piece says. */
  note: string;
  /** Whose list it is. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Whether it went out. */
  has_gone_out: boolean;
  /** The day on which it did. */
  went_out_on: string | null;
  /** Who said so. */
  dropped_by_name: string;
  /** When its addresses were last taken to whoever sends it. */
  handed_out_at: string | null;
  /** Who took them. */
  handed_out_by_name: string;
  /** How many people are on it. */
  member_count: number;
  /** To how many of them a piece went out. */
  sent_count: number;
  /** How many came or went since its addresses were taken, or asked since not to be written to. */
  changed_count: number;
}

/** Somebody on a mailing list, with the names it refers to. */
export interface MailingMemberRow {
  /** The member's number. */
  id: number;
  /** On which list. */
  list: number;
  /** The list's name. */
  list_name: string;
  /** What stands on the piece, so that an answer finds its way back. */
  code: string;
  /** By post, or by e-mail. */
  medium: "mail" | "email";
  /** Who. */
  contact: number;
  /** Full name. */
  contact_name: string;
  /** Position. */
  title: string;
  /** Where the person works. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The account's territory. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Where they stand: planned, or what the drop came to for them. */
  state: "planned" | "opted_out" | "without_address" | "sent" | "returned";
  /** Why they are not to be written to: who asked for it, and when. Empty where they may be. */
  why_not: string;
  /** Whether a piece went out to them. */
  was_sent: boolean;
  /** Whether a lead of theirs has begun since. */
  has_lead: boolean;
  /** The first lead of theirs that began on the day it went out, or later. */
  lead: number | null;
  /** The lead's name. */
  lead_name: string;
}

/** The share of the final return that is usually in by so many months. */
export interface MaturingShare {
  /** How many months after that of the spend. */
  months_since: number;
  /** The share that is usually in. */
  share_percent: number | null;
  /** How many older months tell of the step to the next. */
  cohorts: number;
  /** Why the share is not known; empty where it is. */
  why: string;
}

/** A record that counts as another one, with both names. */
export interface MergeRow {
  /** The merge's number. */
  id: number;
  /** What both are. */
  record: "account" | "campaign" | "channel";
  /** The number of the record that counts as another. */
  number: number;
  /** Its name. */
  name: string;
  /** The number of the one it was merged into. */
  into_number: number;
  /** That one's name. */
  into_name: string;
  /** The number of the record that it counts as. */
  counts_as: number;
  /** Why they are one. */
  why: string;
  /** Since when that is on record. */
  at: string;
  /** Who said so. */
  person_name: string;
}

/** What became of a message. */
export interface MessageTaken {
  /** The message's number. */
  id: number;
  /** What became of it. */
  standing: "waiting" | "lead" | "dropped" | "no_lead";
  /** Why it waits, or is no lead. */
  reason: string;
  /** Whether it had arrived before; then nothing was done now. */
  was_here: boolean;
}

/** A touchpoint that counts for a line of the return. */
export interface MetTouch {
  /** Its row under Touchpoints. */
  id: number;
  /** When it happened. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** What it was. */
  kind: "advertisement" | "promotion" | "mail" | "call" | "scan" | "email" | "web_visit" | "meeting" | "visit" | "demo" | "other";
  /** Whose touchpoint it is. */
  side: "sales" | "marketing" | "none";
  /** Which account was reached. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** On which channel. */
  channel_name: string;
  /** Through which campaign. */
  campaign_name: string;
}

/** What one model attributes, and what no touchpoint explains. */
export interface ModelTotal {
  /** Which model. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley" | "shapley_by_rate";
  /** What it is called. */
  name: string;
  /** Credit of single orders, or population total. */
  kind: string;
  /** What all lines have earned. */
  attributed: Figure;
  /** What no touchpoint explains. */
  unattributed: Figure;
  /** Both together: what was booked. */
  booked: Figure;
}

/** One channel, campaign or side under every model. */
export interface ModelsLine {
  /** The number of the channel, the campaign; 0 where the facts name none. */
  id: number;
  /** What it is called. */
  name: string;
  /** Whose it is, where it is one side's. */
  side: "sales" | "marketing" | "none" | null;
  /** All of an order to its first touchpoint. */
  first_touch: Figure;
  /** All of an order to its last touchpoint. */
  last_touch: Figure;
  /** All of an order to its last touchpoint that is not direct. */
  last_non_direct: Figure;
  /** The same to each touchpoint. */
  linear: Figure;
  /** 40% to the first touchpoint, 40% to the last, the rest to those between. */
  position_based: Figure;
  /** 30% each to the first touchpoint, the first of sales and the last, the rest to the others. */
  w_shaped: Figure;
  /** More the nearer a touchpoint is to the order. */
  time_decay: Figure;
  /** By what would be lost without it, if journeys were a Markov chain; of revenue and orders the population total. */
  markov: Figure;
  /** Its Shapley value: each journey shared equally among its distinct lines; of revenue and orders the population total. */
  shapley: Figure;
  /** Its Shapley value in the game of conversion rates, of revenue and orders of up to 12 lines: population total. */
  shapley_by_rate: Figure;
  /** The mean of the models. */
  mean: Figure;
  /** How far the models disagree: the greatest credit less the least, by their mean. Markov counts once; last non-direct only where a channel is direct. */
  spread: Figure;
  /** How far the models disagree, in words. */
  sentence: string;
  /** By which rules of credit it is told; left out in lists. */
  rules: RulesTold | null;
}

/** A month of a campaign, planned against actual. */
export interface MonthAgainst {
  /** The month, by its first day. */
  month: string;
  /** What plans say of the month. */
  planned: Figure;
  /** What was spent in it, without pay. */
  actual: Figure;
  /** Actual less planned. */
  difference: Figure;
}

/** A lead or an opportunity that was not moved, or not moved back, and why. */
export interface MoveLeft {
  /** Which lead or opportunity. */
  opportunity: number;
  /** The rule that says why. */
  code: string;
  /** What the rule forbids. */
  message: string;
  /** What it lacks, or what became of it meanwhile. */
  detail: string;
}

/** A lead or an opportunity that was moved. */
export interface Moved {
  /** The opportunity's number. */
  id: number;
  /** The step in which it stands now. */
  stage: string;
  /** The stage change's number, by which the move is taken back. */
  change: number;
}

/** What became of leads and opportunities that were moved at once. */
export interface MovedTogether {
  /** The stage change by which all of them are taken back; 0 where none was moved. */
  change: number;
  /** Those that were moved. */
  moved: Moved[];
  /** Those that were not, and why. */
  refused: MoveLeft[];
}

/** What became of moves that were taken back at once. */
export interface MovesTakenBack {
  /** Those that stand where they stood. */
  taken_back: number[];
  /** Those that stay where they are, and why. */
  stayed: MoveLeft[];
}

/** An account whose first order ever was booked in the days asked for. */
export interface NewAccount {
  /** The account's number. */
  id: number;
  /** Its name. */
  name: string;
  /** The row of its first order under Orders. */
  order: number;
  /** What its first order is called. */
  order_name: string;
  /** When it first ordered. */
  first_order_on: string;
  /** How long it has been a customer by the last day asked for. */
  days: number;
  /** The gross margin of its orders in these days; nothing where that of one is not known. */
  margin: Money | null;
  /** How many touchpoints led to its first order. */
  touchpoints: number;
  /** Which part of it was earned. */
  share_percent: number;
  /** Which part was earned by the rules of credit that both sides signed, where other rules are asked for. */
  agreed_share_percent: number | null;
}

/** An older month that tells how money matures from one month to the next. */
export interface OlderCohort {
  /** The month, counted from the year 0. */
  id: number;
  /** The month of spend. */
  name: string;
  /** What had come back of it by then. */
  before: Money;
  /** What had come back of it a month later. */
  after: Money;
}

/** An OpenAPI 3.1 document of all routes. */
export interface OpenApi {
  /** The version of the OpenAPI specification. */
  openapi: string;
  /** What the API is called, and its version. */
  info: unknown;
  /** The records that cross the wire. */
  components: unknown;
  /** What each address takes and answers. */
  paths: unknown;
}

/** What happened to an opportunity. */
export interface OpportunityEvent {
  /** A change of stage, or an activity. */
  kind: "stage_change" | "activity";
  /** The fact's number. */
  number: number;
  /** When it happened. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** The side of who did it. */
  side: "sales" | "marketing" | "none" | null;
  /** Who did it. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** The stage it came to. */
  stage: string;
  /** What was done. */
  activity: "call" | "email" | "meeting" | "visit" | "demo" | "task" | "note" | "other" | null;
  /** What it was about. */
  subject_line: string;
  /** The system of record; empty for Accord. */
  system: string;
}

/** An opportunity with the names it refers to. */
export interface OpportunityRow {
  /** The opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** A lead still, or an opportunity already. */
  phase: "lead" | "opportunity";
  /** Who would buy. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Whom one speaks with there. */
  contact: number | null;
  /** The contact's name. */
  contact_name: string;
  /** What they would buy. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Who works on it. */
  owner: number | null;
  /** The owner's name. */
  owner_name: string;
  /** The owner's side. */
  side: "sales" | "marketing" | "none" | null;
  /** Who developed the lead until its owner took it: the sales development representative (SDR). */
  developed_by: number | null;
  /** The name of who developed it. */
  developed_by_name: string;
  /** Where it belongs. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Where the lead came from. */
  source: string;
  /** The stage, as the system of record names it. */
  stage: string;
  /** Since when it stands there. */
  stage_since: string | null;
  /** How finely that is known; at_least_since where the history is missing. */
  stage_since_precision: "moment" | "day" | "at_least_since" | null;
  /** Open, won or lost. */
  outcome: "open" | "won" | "lost";
  /** What the customer would pay; of an open one without a value, its product's list price. */
  value: Money | null;
  /** Whether the value was given or is the list price. */
  value_basis: "given" | "list_price" | null;
  /** The currency that the value is in. */
  currency: string;
  /** The value in the company's currency; nothing where no rate is known of the day it was closed on, for open ones of the day that is offered (the newest fact's where it is old), or of the week before. */
  worth: Money | null;
  /** The exchange rate that this takes; empty in the company's currency. */
  rate: string;
  /** The day that the rate was published for. */
  rate_day: string | null;
  /** When the inquiry came. */
  created_on: string | null;
  /** When it was closed, or is expected to. */
  close_on: string | null;
  /** Why it was lost. */
  lost_reason: string;
  /** Why it was lost or turned down, said here because the system that keeps it does not say. */
  given_reason: string;
  /** When anybody last did something about it. */
  last_activity_on: string | null;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Where it stands in the system of record. */
  link: string;
}

/** What the opportunities of a list come to. */
export interface OpportunityTotals {
  /** How many opportunities the list holds. */
  count: Figure;
  /** How many of them were won. */
  won_count: Figure;
  /** What the won ones brought: a figure for each currency, and one for all of them in the company's where there are others. */
  won_values: Figure[];
  /** The open ones by stage. */
  open_by_stage: StageTotals[];
}

/** How one order came about. */
export interface OrderJourney {
  /** Its number, or the opportunity it came from. */
  name: string;
  /** The day it was booked. */
  booked_on: string;
  /** Who ordered. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** What the customer pays. */
  revenue: Figure;
  /** What is left after the cost of goods. */
  gross_margin: Figure;
  /** How often the account was met after it: that earns nothing of it. */
  touchpoints_after: Figure;
  /** How often it was met since its order before, but longer ago than the look-back: that earns nothing of it. */
  touchpoints_too_old: Figure;
  /** How its credit is shared. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley";
  /** By which rules of credit it is told. */
  rules: RulesTold;
  /** How it came about, in words. */
  sentence: string;
  /** The touchpoints that led to it, by time. */
  items: CreditedTouch[];
}

/** An order, and how long it came after the first touchpoint. */
export interface OrderLag {
  /** The row of its first line under Orders. */
  id: number;
  /** Its number, or the opportunity it came from. */
  name: string;
  /** The day it was booked. */
  booked_on: string;
  /** Who ordered. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** The first touchpoint that led to it. */
  first_touch_at: string;
  /** How finely that is known. */
  first_touch_precision: "moment" | "day" | "at_least_since";
  /** How many whole days lie between. */
  lag_days: number;
}

/** An order line with the names it refers to, and its gross margin. */
export interface OrderRow {
  /** The row's number in this list. */
  id: number;
  /** When it was booked, or invoiced. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** Whether it was booked or invoiced. */
  kind: "booked" | "invoiced";
  /** The order's number; its lines share it. */
  number: string;
  /** Who ordered. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** What was ordered. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Where. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** The salesperson. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** The opportunity that it came from. */
  opportunity: number | null;
  /** The opportunity's name. */
  opportunity_name: string;
  /** How many. */
  quantity: number | null;
  /** What the line costs before the discount. */
  list_price: Money | null;
  /** What was taken off the list price. */
  discount: Money | null;
  /** What the customer pays; below zero for a refund. */
  revenue: Money;
  /** The cost of goods. */
  cost: Money | null;
  /** Revenue less the cost of goods; nothing where that is not known. */
  gross_margin: Money | null;
  /** The currency that it was booked in (ISO 4217). */
  currency: string;
  /** The revenue in the company's currency; nothing where no rate of the day or the week before is known. */
  value: Money | null;
  /** The exchange rate that this takes; empty in the company's currency. */
  rate: string;
  /** The day that the rate was published for. */
  rate_day: string | null;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Whether it counts: not once it was cancelled, told anew, or its import undone. */
  stands: boolean;
}

/** What was booked or invoiced in one currency, of the lines that the list shows. */
export interface OrderTotal {
  /** Whether it was booked or invoiced. */
  kind: "booked" | "invoiced";
  /** The currency (ISO 4217). */
  currency: string;
  /** What the lines come to, refunds taken off. */
  revenue: Figure;
  /** Of how many lines. */
  lines: number;
  /** The same in the company's currency, each line at the rate of its day. */
  value: Money | null;
  /** How many lines are not in that, for no exchange rate is known. */
  without_rate: number;
}

/** Something that was handed over, here or as a CRM's stage changes say. */
export interface PassedHandoff {
  /** Its number in this list. */
  id: number;
  /** The handoff; nothing where a CRM's stage changes say it. */
  handoff: number | null;
  /** Which lead. */
  opportunity: number;
  /** What the lead is called. */
  name: string;
  /** When it was handed over. */
  at: string;
  /** How finely that is known. */
  precision: "moment" | "day" | "at_least_since";
  /** The side that it was handed to. */
  to_side: "sales" | "marketing" | "none";
  /** What that side was asked for. */
  ask: "take_over" | "nurture" | "information" | "qualify";
  /** Which line of the figures it is in. */
  line: string;
  /** What that is called. */
  line_name: string;
  /** Where the lead belonged. */
  territory: number | null;
  /** Where the lead came from. */
  source: string;
  /** The campaign that it came from; where it names none, that of the last touchpoint with one that its contact, else its account, had by the day of its inquiry. */
  campaign: number | null;
  /** Whether that touchpoint tells the campaign, for the lead names none. */
  is_by_touchpoint: boolean;
  /** The channel that its source names, where no campaign is known. */
  channel: number | null;
  /** What became of it. */
  state: "waiting" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn";
  /** Why it was rejected; empty where nobody said. */
  reason: string;
  /** Business time while nobody had it; nothing where that is not known. */
  routing_hours: number | null;
  /** Business time since somebody first had it, or in lines of people since that person had it, until they were spoken with, or what was asked was answered, or up to now; nothing where only days are known. */
  response_hours: number | null;
  /** Whether that has happened. */
  has_responded: boolean;
  /** Whether nobody has it. */
  is_nobodys: boolean;
  /** Whether it came in by itself. */
  has_come_in: boolean;
  /** Business time past the agreed time, of what has had no response. */
  late_hours: number | null;
  /** Who has it, or had it last; of a CRM's lead, its owner. */
  person: number | null;
  /** Whether it happened within the agreed time. */
  in_time: "yes" | "no" | "not_yet" | "unknown" | "not_asked" | "withheld";
  /** What became of the lead. */
  outcome: "open" | "won" | "lost";
  /** What it is worth, in the company's currency. */
  worth: Money | null;
  /** Whether only its end is known: no contact of sales, nor any step between taking over and the end, is on record of any, so that a deal lost is not told from a lead turned down. */
  is_end_only: boolean;
  /** Rejected, or past its time without a contact. */
  is_dead: boolean;
  /** Its share of what its campaign, or its channel for no campaign of other leads, cost in the year up to the last day, among all that were handed over from it in that year. */
  spent: Money | null;
}

/** What became of a choice. */
export interface PeopleChosen {
  /** How many were put on the list. */
  added: number;
  /** How many were on it before. */
  already_there: number;
  /** How many do not want to be reached in this way. */
  opted_out: number;
  /** Of how many no number or address is known. */
  without_address: number;
  /** How many more than a list holds. */
  without_room: number;
  /** The first of those who do not want to be reached in this way. */
  opted_out_names: string[];
  /** Of each of these, who asked for it, and when. */
  opted_out_reasons: string[];
  /** The first of those without a number or an address. */
  without_address_names: string[];
}

/** A month that was closed, or opened again. */
export interface PeriodEvent {
  /** Whether it was closed; else opened again. */
  is_closing: boolean;
  /** The day. */
  on_day: string;
  /** Who did it. */
  by_name: string;
  /** The note, or the reason. */
  words: string;
}

/** The number of a person. */
export interface PersonMade {
  /** The person's number. */
  id: number;
}

/** A right, and whether one person holds it. */
export interface PersonRight {
  /** The right's code. */
  right: string;
  /** What it allows. */
  sentence: string;
  /** Whether this person holds it. */
  is_held: boolean;
  /** The territory it is limited to, with those below; nothing means all. */
  territory: string | null;
}

/** A person as lists and pages show them. */
export interface PersonRow {
  /** The person's number. */
  id: number;
  /** Full name. */
  name: string;
  /** Signs in with it; empty for people who only appear in records. */
  email: string;
  /** What the person does; rights follow from it. */
  role: "salesperson" | "sales_manager" | "marketer" | "marketing_manager" | "liaison" | "arbiter" | "finance" | "administrator";
  /** Sales, marketing or none; it follows from the role. */
  side: "sales" | "marketing" | "none";
  /** Sees this territory and those below; nothing means all. */
  territory: number | null;
  /** The name of that territory. */
  territory_name: string | null;
  /** Whom the person reports to. */
  manager: number | null;
  /** The name of whom the person reports to. */
  manager_name: string | null;
  /** The day the person left; they cannot sign in from then on. */
  left_on: string | null;
  /** Whether a password was set, to sign in with. */
  has_password: boolean;
  /** Whether the personal data was erased for good. */
  is_erased: boolean;
  /** The system of record; empty for Accord. */
  system: string;
}

/** A campaign, planned against actual. */
export interface PlanAgainstActual {
  /** The campaign's number. */
  id: number;
  /** Its name. */
  name: string;
  /** Where it stands today, in words. */
  status: string;
  /** Who signed its plan, in words. */
  signing_words: string;
  /** What planned and actual are of, in words. */
  basis: string;
  /** What it costs as planned. */
  planned: Figure;
  /** What was spent, as invoiced, without pay. */
  actual: Figure;
  /** Actual less planned. */
  difference: Figure;
  /** The same month by month. */
  months: MonthAgainst[];
  /** The plans that name it, drafts as well. */
  plans: PlanOfCampaign[];
  /** What sales does for it, and by when. */
  tasks: CampaignTask[];
}

/** A plan that names a campaign. */
export interface PlanOfCampaign {
  /** Which version of which territory's plan. */
  name: string;
  /** Its page. */
  link: string;
  /** Who signed it, in words. */
  signing_words: string;
  /** Whether it is signed by all. */
  is_signed: boolean;
  /** The plan's first day. */
  starts_on: string;
  /** The plan's last day. */
  ends_on: string;
  /** What the campaign costs in these days. */
  planned: Money;
  /** How many leads are expected. */
  expected_leads: number | null;
}

/** A campaign's budget, or a clause of a signed plan, that planned spend is the sum of, or leaves out. */
export interface PlannedPart {
  /** Its place in the list. */
  id: number;
  /** The campaign's number. */
  campaign: number;
  /** The campaign's name. */
  name: string;
  /** Whether it is the campaign's budget, which nobody signed. */
  is_budget: boolean;
  /** Which version of which plan says it, or that the budget does. */
  said_by: string;
  /** Where that stands. */
  link: string;
  /** All of it; what is taken off stands below zero. */
  whole: Money;
  /** The first day over which it is spread evenly; nothing where it is not known. */
  from_day: string | null;
  /** The last one; nothing where it is not known. */
  until_day: string | null;
  /** The first of these days that counts here; nothing where none does. */
  counts_from: string | null;
  /** The last one; nothing where none does. */
  counts_until: string | null;
  /** What of it falls into the days asked for; nothing where nobody can say. */
  planned: Money | null;
  /** Why it is left out; empty where it counts. */
  why: string;
}

/** Something the firm sells. */
export interface Product {
  /** The product's number. */
  id: number;
  /** Its name. */
  name: string;
  /** The product line or series. */
  line: string;
  /** The price before discounts. */
  list_price: Money | null;
  /** The cost of goods; without it margin is not known. */
  unit_cost: Money | null;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Where it stands in the system of record. */
  link: string;
}

/** Something that waits for somebody. */
export interface QueueItem {
  /** The handoff's number. */
  id: number;
  /** Why it is in this queue. */
  why: "yours" | "deputy" | "manager" | "gone" | "free" | "to_contact" | "again";
  /** Why now, in words. */
  sentence: string;
  /** By when. */
  due_at: string | null;
  /** Whether that has passed. */
  is_late: boolean;
  /** Whose move it is besides. */
  escalation: "none" | "deputy" | "manager" | "review";
  /** Why they are not to be called; empty where they may be. */
  why_not_called: string;
  /** Why they are not to be written to by e-mail; empty where they may be. */
  why_not_written: string;
  /** What they wrote since it came, oldest first. */
  they_wrote: string[];
  /** The handoff. */
  handoff: HandoffRow;
}

/** A message that came in, with the names it refers to. */
export interface ReceivedMessageRow {
  /** The message's number. */
  id: number;
  /** When it was taken. */
  at: string;
  /** When it was written, as it says itself. */
  sent_at: string | null;
  /** Who wrote it; empty once they were erased. */
  from_name: string;
  /** From which address. */
  from_address: string;
  /** Which address it was sent to. */
  to_address: string;
  /** Its subject. */
  subject: string;
  /** What it says, at most 20,000 characters. */
  text: string;
  /** How many files were not read. */
  attachment_count: number;
  /** Whether its text went on. */
  is_cut: boolean;
  /** What became of it: it waits, is a lead, was dropped, or nobody wrote it to become one. */
  standing: "waiting" | "lead" | "dropped" | "no_lead";
  /** Why. */
  reason: string;
  /** Whose entry it is. */
  form: number | null;
  /** The form's name. */
  form_name: string;
  /** The entry. */
  entry: number | null;
  /** The lead. */
  opportunity: number | null;
  /** What the lead is called. */
  opportunity_name: string;
  /** Who decided it; nobody where it was clear. */
  sorted_by: number | null;
  /** Their name. */
  sorted_by_name: string;
}

/** How often leads of a campaign were rejected for a reason. */
export interface RejectionReason {
  /** The line's number. */
  id: number;
  /** Which side rejected them: marketing, of what came in. */
  side: "sales" | "marketing" | "none";
  /** The reason; empty where nobody said. */
  reason: string;
  /** The campaign; nothing for leads of none. */
  campaign: number | null;
  /** Its name. */
  campaign_name: string;
  /** How many in these days. */
  count: number;
  /** How many in as many days before. */
  before: number;
  /** Of how many in these days a touchpoint before the inquiry tells the campaign, for they name none. */
  by_touchpoint: number;
  /** How many leads of it that side decided in these days. */
  came: number;
  /** How many in as many days before. */
  came_before: number;
  /** How probable a difference so great is by chance; nothing where too few are known. */
  p: number | null;
  /** Whether it grows by more than chance: corrected for how many reasons were looked at. */
  grows: boolean;
}

/** Who does what by when. */
export interface ReviewActionLine {
  /** The action's number. */
  id: number;
  /** Which kind of gap. */
  code: string;
  /** What the gap is about. */
  about: string;
  /** What is to be done. */
  what: string;
  /** Who does it. */
  person: string;
  /** Of which side. */
  side: "sales" | "marketing" | "none";
  /** By which day. */
  due_on: string;
  /** The day it was done. */
  done_on: string | null;
}

/** Somebody who came. */
export interface ReviewAttendanceLine {
  /** The person's number. */
  person: number;
  /** Their name. */
  name: string;
  /** Their side. */
  side: "sales" | "marketing" | "none";
}

/** What was decided about one gap. */
export interface ReviewDecisionLine {
  /** Which kind of gap. */
  code: string;
  /** What the gap is about. */
  about: string;
  /** What was decided. */
  decision: string;
  /** Who recorded it. */
  person: string;
  /** When. */
  at: string;
}

/** How a gap's numbers moved; one that is found no more counts 0. */
export interface ReviewMovement {
  /** How many there were. */
  count_before: number;
  /** How many there are. */
  count_now: number;
  /** What was at stake. */
  stake_before: Figure;
  /** What is at stake. */
  stake_now: Figure;
}

/** What one promise of the last review came to. */
export interface ReviewPromise {
  /** The action's number. */
  action: number;
  /** What was promised. */
  what: string;
  /** By whom. */
  person: string;
  /** Of which side. */
  side: "sales" | "marketing" | "none";
  /** By which day. */
  due_on: string;
  /** The day it was done. */
  done_on: string | null;
  /** Not done, and the day has passed. */
  is_overdue: boolean;
  /** The gap it was to close, as it stood then. */
  gap: string;
  /** How the gap's numbers moved since; nothing where it was about no gap, or counted the rows of another territory than you see. */
  moved: ReviewMovement | null;
}

/** One line of the list of reviews. */
export interface ReviewRow {
  /** The review's number. */
  id: number;
  /** The day it judged. */
  as_of: string;
  /** Who held it. */
  held_by_name: string;
  /** When it began. */
  opened_at: string;
  /** When it was closed. */
  closed_at: string | null;
  /** How many decisions. */
  decision_count: number;
  /** How many actions. */
  action_count: number;
  /** How many of them are done. */
  done_count: number;
}

/** The agenda of a day, and the meeting held on it. */
export interface ReviewView {
  /** "Review, week of 16 November 2026". */
  title: string;
  /** Judged by the facts up to the end of this day. */
  as_of: string;
  /** The day of the newest fact. */
  data_until: string | null;
  /** The newest fact is more than a week older than the day. */
  is_data_old: boolean;
  /** Why the numbers that the sides have stated differ; nothing where none has stated one, or the review is closed. */
  bridge: Bridge | null;
  /** What is at stake in all, by kind; no order counted twice. */
  totals: Figure[];
  /** The gaps, by money at stake and age. */
  items: Gap[];
  /** What could not be looked for, and why. */
  blind_spots: string[];
  /** What the last review promised, and what came of it. */
  promised: ReviewPromise[];
  /** The day of that review. */
  promised_on: string | null;
  /** The review held on this agenda; 0 for none. */
  review: number;
  /** The review that is being held now; 0 for none. */
  open_review: number;
  /** The last review that was closed; 0 for none. */
  last_review: number;
  /** Its numbers are frozen. */
  is_closed: boolean;
  /** Who held it and when. */
  sentence: string;
  /** Who came. */
  attendance: ReviewAttendanceLine[];
  /** What was decided. */
  decisions: ReviewDecisionLine[];
  /** Who does what by when. */
  actions: ReviewActionLine[];
  /** Whether you may hold it. */
  can_hold: boolean;
}

/** A right, and which roles hold it. */
export interface RightRow {
  /** The right's code. */
  right: string;
  /** What it allows. */
  sentence: string;
  /** Whether salespeople hold it. */
  salesperson: boolean;
  /** Whether sales managers hold it. */
  sales_manager: boolean;
  /** Whether marketers hold it. */
  marketer: boolean;
  /** Whether marketing managers hold it. */
  marketing_manager: boolean;
  /** Whether the liaison holds it. */
  liaison: boolean;
  /** Whether the arbiter holds it. */
  arbiter: boolean;
  /** Whether finance holds it. */
  finance: boolean;
  /** Whether administrators hold it. */
  administrator: boolean;
}

/** What was spent, and what was the return. */
export interface Roi {
  /** What the lines are. */
  by: "channel" | "campaign" | "side" | "product" | "territory" | "segment" | "salesperson" | "month" | "quarter";
  /** How an order's credit is shared among its touchpoints. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley";
  /** The first day of orders and spend. */
  from_day: string;
  /** The last day of orders and spend. */
  until_day: string;
  /** How old a touchpoint may be to have led to an order. */
  lookback_days: number;
  /** After how long a touchpoint counts half, under time decay. */
  half_life_days: number;
  /** The answer in words. */
  sentence: string;
  /** Why nothing can be said; empty where something can. */
  why: string;
  /** What it is asked of alone. */
  only: RoiOnly[];
  /** What no figure here holds, and why. */
  left_out: RoiLeftOut[];
  /** What was booked. */
  booked: Figure;
  /** What of it touchpoints explain. */
  attributed: Figure;
  /** What of it no touchpoint explains. */
  unattributed: Figure;
  /** What of it touchpoints explain by the rules of credit that both sides signed. */
  agreed_attributed: Figure;
  /** What of it none explains by them. */
  agreed_unattributed: Figure;
  /** What both sides spent. */
  spend: Figure;
  /** What was planned to be spent: the campaigns' budgets. */
  planned: Figure;
  /** How many orders were booked. */
  orders: Figure;
  /** The gross margin of what was booked. */
  gross_margin: Figure;
  /** How many leads came. */
  leads: Figure;
  /** Those of them no touchpoint explains. */
  unattributed_leads: Figure;
  /** How many of the leads became opportunities. */
  opportunities: Figure;
  /** Those of them no touchpoint explains. */
  unattributed_opportunities: Figure;
  /** How many accounts ordered for the first time. */
  new_accounts: Figure;
  /** Those of them no touchpoint explains. */
  unattributed_new_accounts: Figure;
  /** All booked revenue less spend, by spend, explained by touchpoints or not. */
  roi_on_revenue: Figure;
  /** All booked gross margin less spend, by spend. */
  roi_on_margin: Figure;
  /** The gross margin of what touchpoints explain. */
  attributed_gross_margin: Figure;
  /** Attributed revenue less spend, by spend: what channels, campaigns and sides come to together. */
  roi_on_attributed_revenue: Figure;
  /** What touchpoints explain of the gross margin less spend, by spend. */
  roi_on_attributed_margin: Figure;
  /** The return on attributed revenue by the rules of credit that both sides signed. */
  agreed_roi_on_attributed_revenue: Figure;
  /** The return on attributed margin by them. */
  agreed_roi_on_attributed_margin: Figure;
  /** Spend by leads. */
  cost_per_lead: Figure;
  /** Spend by opportunities. */
  cost_per_opportunity: Figure;
  /** The customer acquisition cost: spend of both sides by new accounts. */
  cac: Figure;
  /** After how many months a new account's gross margin has paid for its acquisition. */
  payback_months: Figure;
  /** By which rules of credit it is told. */
  rules: RulesTold;
  /** What to know before one judges by it. */
  notes: string[];
  /** What of the spend was booked when its month seemed over. */
  late: Figure;
  /** That in words; empty where nothing was. */
  late_sentence: string;
  /** Where these entries are listed. */
  late_link: string;
}

/** From the first touchpoints to the order, or to none. */
export interface RoiFlow {
  /** What the steps are. */
  by: "channel" | "campaign" | "side" | "product" | "territory" | "segment" | "salesperson" | "month" | "quarter";
  /** The first day of orders. */
  from_day: string;
  /** The last day of orders. */
  until_day: string;
  /** How old a touchpoint may be to have led to an order. */
  lookback_days: number;
  /** The answer in words. */
  sentence: string;
  /** Why nothing can be shown; empty where something can. */
  why: string;
  /** Which journeys these are. */
  journeys_sentence: string;
  /** How many ways they took. */
  ways: number;
  /** How many of these are listed each for itself. */
  ways_shown: number;
  /** How many journeys there are. */
  journeys: Figure;
  /** How many of them an order closed. */
  orders: Figure;
  /** How many of them have not ended yet. */
  still_open: Figure;
  /** Orders by the journeys that have ended. */
  conversion_rate: Figure;
  /** How many journeys there are by the rules of credit that bind, whatever is asked. */
  agreed_journeys: Figure;
  /** How many of these an order closed. */
  agreed_orders: Figure;
  /** How many of these have not ended yet. */
  agreed_still_open: Figure;
  /** These orders by these journeys that have ended. */
  agreed_conversion_rate: Figure;
  /** Where journeys stood, step by step. */
  nodes: FlowNode[];
  /** Where they went from there. */
  links: FlowLink[];
  /** By which rules of credit it is told; no model plays a part. */
  rules: RulesTold;
  /** Which orders close no journey here, and why. */
  left_out: RoiLeftOut[];
  /** What to know before one judges by it. */
  notes: string[];
}

/** Facts of one currency that no return holds, for no exchange rate is known. */
export interface RoiLeftOut {
  /** What is left out, and why. */
  sentence: string;
  /** What to do, so that it counts. */
  remedy: string;
  /** In which currency it is (ISO 4217). */
  currency: string;
  /** How many orders or entries. */
  count: number;
  /** Where they are listed. */
  link: string;
}

/** One channel, campaign or product: what was spent on it and what came of it. */
export interface RoiLine {
  /** The number of the channel, the campaign; 0 where the facts name none. */
  id: number;
  /** What it is called. */
  name: string;
  /** Whose it is, where it is one side's. */
  side: "sales" | "marketing" | "none" | null;
  /** What was spent on it, by both sides. */
  spend: Figure;
  /** What was planned to be spent on it: its campaigns' budgets. */
  planned: Figure;
  /** How often it reached customers. */
  touchpoints: Figure;
  /** The leads that it earned, in parts of leads. */
  leads: Figure;
  /** Those of them that became opportunities. */
  opportunities: Figure;
  /** The orders that it earned, in parts of orders. */
  orders: Figure;
  /** The accounts that ordered for the first time, in parts as of that order. */
  new_accounts: Figure;
  /** The revenue that it earned. */
  revenue: Figure;
  /** The gross margin that it earned. */
  gross_margin: Figure;
  /** The revenue that it earned less spend, by spend: of a channel, campaign or side on what is attributed to it, of others on their own orders. */
  roi_on_revenue: Figure;
  /** The gross margin that it earned less spend, by spend, of the same orders. */
  roi_on_margin: Figure;
  /** Spend by leads. */
  cost_per_lead: Figure;
  /** Spend by opportunities. */
  cost_per_opportunity: Figure;
  /** The customer acquisition cost: spend of both sides by new accounts. */
  cac: Figure;
  /** After how many months a new account's gross margin has paid for its acquisition. */
  payback_months: Figure;
  /** The revenue that it earned by the rules of credit that both sides signed. */
  agreed_revenue: Figure;
  /** The gross margin that it earned by them. */
  agreed_gross_margin: Figure;
  /** Revenue as agreed less spend, by spend. */
  agreed_roi_on_revenue: Figure;
  /** Gross margin as agreed less spend, by spend. */
  agreed_roi_on_margin: Figure;
  /** The orders that it earned as agreed. */
  agreed_orders: Figure;
  /** The leads that it earned as agreed. */
  agreed_leads: Figure;
  /** Those of them that became opportunities. */
  agreed_opportunities: Figure;
  /** The new accounts that it earned as agreed. */
  agreed_new_accounts: Figure;
  /** Spend by leads as agreed. */
  agreed_cost_per_lead: Figure;
  /** Spend by opportunities as agreed. */
  agreed_cost_per_opportunity: Figure;
  /** Spend by new accounts as agreed. */
  agreed_cac: Figure;
  /** The payback time as agreed. */
  agreed_payback_months: Figure;
  /** What of the spend was booked when its month seemed over. */
  late: Figure;
  /** That in words; empty where nothing was. */
  late_sentence: string;
  /** Where these entries are listed. */
  late_link: string;
  /** Why no return of it is told, though it has spend, or that it is one so far; empty where neither is so. */
  note: string;
  /** What of its spend no figure holds, for no exchange rate is known; empty where all has one. */
  left_out_sentence: string;
  /** Where these entries are listed. */
  left_out_link: string;
  /** What it is asked of alone; left out in lists. */
  only: RoiOnly[];
  /** By which rules of credit it is told; left out in lists. */
  rules: RulesTold | null;
  /** Which orders of these days, of whatever line they would be, and which of its spend no figure holds; left out in lists. */
  left_out: RoiLeftOut[];
}

/** The models side by side, and how far they disagree. */
export interface RoiModels {
  /** What the lines are. */
  by: "channel" | "campaign" | "side" | "product" | "territory" | "segment" | "salesperson" | "month" | "quarter";
  /** What is compared: revenue, orders, gross margin, leads, opportunities or new accounts. */
  of: "revenue" | "orders" | "gross_margin" | "leads" | "opportunities" | "new_accounts";
  /** The first day of orders. */
  from_day: string;
  /** The last day of orders. */
  until_day: string;
  /** How old a touchpoint may be to have led to an order. */
  lookback_days: number;
  /** After how long a touchpoint counts half, under time decay. */
  half_life_days: number;
  /** How many touchpoints back the chain remembers. */
  markov_order: number;
  /** How far the models disagree, in words. */
  sentence: string;
  /** Why nothing can be compared; empty where something can. */
  why: string;
  /** Which Markov order foretells best, and why. */
  order_sentence: string;
  /** That order; nothing where there is not enough data. */
  best_order: number | null;
  /** What a credit of single orders is. */
  single_order: string;
  /** What a population total is. */
  population_total: string;
  /** Which journeys are compared. */
  journeys_sentence: string;
  /** By which rules of credit it is told, the model apart. */
  rules: RulesTold;
  /** Whose column is what both sides signed; nothing where none is. */
  agreed_model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley" | "shapley_by_rate" | null;
  /** That in words; empty where nothing is agreed. */
  agreed_sentence: string;
  /** That last non-direct is last touch once more, which no spread counts twice; empty where a channel is direct. */
  direct_sentence: string;
  /** Which orders no model shares, and why. */
  left_out: RoiLeftOut[];
  /** What to know before one judges by it. */
  notes: string[];
  /** What each model attributes in all. */
  totals: ModelTotal[];
}

/** A line that the return is asked of alone. */
export interface RoiOnly {
  /** What it is: a channel, a product. */
  by: "channel" | "campaign" | "side" | "product" | "territory" | "segment" | "salesperson" | "month" | "quarter";
  /** Its number; 0 for what names none. */
  line: number;
  /** What it is called. */
  name: string;
  /** What is kept of orders, leads and spend. */
  sentence: string;
}

/** A way that journeys took, and what came of them. */
export interface RoiWay {
  /** Its place among all ways, those taken most often first. */
  id: number;
  /** What journeys came by, one after the other. */
  name: string;
  /** The same by numbers, as the way's own page takes it. */
  way: string;
  /** How many steps it has; what came again at once is one. */
  steps: number;
  /** How often it was taken. */
  journeys: number;
  /** How often that led to an order. */
  orders: number;
  /** How many of these journeys have not ended yet. */
  still_open: number;
  /** Orders by the journeys that have ended. */
  conversion_percent: number | null;
  /** The lower end of its 95% interval (Wilson). */
  conversion_from_percent: number | null;
  /** The upper end of its 95% interval (Wilson). */
  conversion_to_percent: number | null;
  /** What these orders brought. */
  revenue: Money;
  /** How many touchpoints a journey has on average. */
  mean_touchpoints: number;
  /** From the first touchpoint to the order: half of the orders took longer. */
  median_days: number | null;
}

/** A way that journeys took, with its workings. */
export interface RoiWayView {
  /** What journeys came by, one after the other. */
  name: string;
  /** The same by numbers. */
  way: string;
  /** How often it was taken. */
  journeys: Figure;
  /** How often that led to an order. */
  orders: Figure;
  /** How many of these journeys have not ended yet. */
  still_open: Figure;
  /** Orders by the journeys that have ended. */
  conversion_rate: Figure;
  /** The lower end of its 95% interval (Wilson). */
  conversion_from: Figure;
  /** The upper end of its 95% interval (Wilson). */
  conversion_to: Figure;
  /** What these orders brought. */
  revenue: Figure;
  /** How many touchpoints a journey has on average. */
  mean_touchpoints: Figure;
  /** From the first touchpoint to the order: half of the orders took longer. */
  median_days: Figure;
  /** By which rules of credit it is told; no model plays a part. */
  rules: RulesTold;
}

/** By which rules of credit figures are told. */
export interface RulesTold {
  /** Which rules of credit bind on the last day. */
  sentence: string;
  /** Their version; empty where none bind. */
  version: string;
  /** Their page; that of the agreement where none bind. */
  link: string;
  /** Whether it is told by rules that both sides signed. */
  is_agreed: boolean;
  /** Whether the address asks for other rules than those that bind, or than the usual ones. */
  is_other: boolean;
  /** By which rules and of which days it is told, in words. */
  told: string;
  /** How an order's credit is shared; nothing where every model does, or none. */
  model: "first_touch" | "last_touch" | "last_non_direct" | "linear" | "position_based" | "w_shaped" | "time_decay" | "markov" | "shapley" | null;
  /** How many touchpoints back the Markov model looks. */
  markov_order: number;
  /** After how long a touchpoint counts half, under time decay. */
  half_life_days: number;
  /** How old a touchpoint may be to have led to an order. */
  lookback_days: number;
  /** The first day; nothing for all days. */
  from_day: string | null;
  /** The last day: rules that bind on it hold. */
  until_day: string;
}

/** What the screens need to know of a session before they show anything. */
export interface Session {
  /** Who is signed in; nothing where nobody is. */
  person: SessionPerson | null;
  /** The codes of the rights they hold. */
  rights: string[];
  /** What every change carries as X-CSRF-Token. */
  csrf_token: string;
  /** The firm; nothing where nobody is signed in. */
  company: SessionCompany | null;
  /** Whether this is the demo company. */
  is_demo: boolean;
  /** Whether company and administrator are still to come. */
  needs_setup: boolean;
  /** The company's day. */
  today: string;
}

/** The firm. */
export interface SessionCompany {
  /** Its name. */
  name: string;
  /** What figures are shown in (ISO 4217). */
  currency: string;
  /** The time zone that days are counted in. */
  time_zone: string;
}

/** Who is signed in. */
export interface SessionPerson {
  /** The person's number. */
  id: number;
  /** Full name. */
  name: string;
  /** The address they sign in with. */
  email: string;
  /** What the person does; rights follow from it. */
  role: "salesperson" | "sales_manager" | "marketer" | "marketing_manager" | "liaison" | "arbiter" | "finance" | "administrator";
  /** Sales, marketing or none. */
  side: "sales" | "marketing" | "none";
  /** What they see is limited to; nothing means all. */
  territory: number | null;
}

/** Spend with the names it refers to. */
export interface SpendRow {
  /** The entry's number. */
  id: number;
  /** The day it was spent. */
  day: string;
  /** Whose money it is. */
  side: "sales" | "marketing" | "none";
  /** What it was spent on. */
  kind: "media" | "print" | "event" | "agency" | "pay" | "travel" | "samples" | "software" | "other";
  /** How much; below zero for a credit note. */
  amount: Money;
  /** Which campaign it was for. */
  campaign: number | null;
  /** The campaign's name. */
  campaign_name: string;
  /** On which channel. */
  channel: number | null;
  /** The channel's name. */
  channel_name: string;
  /** Which product it was for; nothing for all. */
  product: number | null;
  /** The product's name. */
  product_name: string;
  /** Where it was spent; nothing for everywhere. */
  territory: number | null;
  /** The territory's name. */
  territory_name: string;
  /** Who spent it, or was paid. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** What it was for, in a few words. */
  note: string;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
  /** Whether it is known for which campaign it was. */
  has_campaign: boolean;
  /** The currency that it was spent in (ISO 4217). */
  currency: string;
  /** The same in the company's currency; nothing where no rate of the day or the week before is known. */
  value: Money | null;
  /** The exchange rate that this takes; empty in the company's currency. */
  rate: string;
  /** The day that the rate was published for. */
  rate_day: string | null;
  /** The entry that it takes the place of. */
  corrects: number | null;
}

/** What was spent in one currency, of the rows that the list shows. */
export interface SpendTotal {
  /** The currency (ISO 4217). */
  currency: string;
  /** The sum. */
  amount: Figure;
  /** Of how many entries. */
  entries: number;
  /** The same in the company's currency, each entry at the rate of its day. */
  value: Money | null;
  /** How many entries are not in that, for no exchange rate is known. */
  without_rate: number;
}

/** A step, and what became of the journeys that came to it. */
export interface StageConversion {
  /** Its place among the steps. */
  id: number;
  /** What both sides call it; of what nobody agreed on, the system's name. */
  name: string;
  /** Whether both sides have agreed on such a stage. */
  is_agreed: boolean;
  /** The side whose move it is there. */
  responsible: "sales" | "marketing" | "none";
  /** The agreement that says so; empty where nothing was agreed. */
  link: string;
  /** How many journeys came to it, each once. */
  came: Figure;
  /** How many of them went on to a later step, or were won. */
  went_on: Figure;
  /** How many were lost with it as their furthest step. */
  lost: Figure;
  /** How many stand there still. */
  here: Figure;
  /** How many have gone back from it and stand elsewhere. */
  back: Figure;
  /** How many of those that came were won. */
  won: Figure;
  /** How many came to it more than once. */
  returned: Figure;
  /** How many of those that came have gone on. */
  to_next: Figure;
  /** Which part has gone on by the horizon, with those that still stand there. */
  next_at_horizon: Figure;
  /** Where the 95% interval of that part begins. */
  next_at_horizon_from: number | null;
  /** Where it ends. */
  next_at_horizon_to: number | null;
  /** The same as far as anybody was seen. */
  next_so_far: Figure;
  /** Where the 95% interval of that part begins. */
  next_so_far_from: number | null;
  /** Where it ends. */
  next_so_far_to: number | null;
  /** How many of those that came were won. */
  to_won: Figure;
  /** Which part is won by the horizon. */
  won_at_horizon: Figure;
  /** Where the 95% interval of that part begins. */
  won_at_horizon_from: number | null;
  /** Where it ends. */
  won_at_horizon_to: number | null;
  /** The same as far as anybody was seen. */
  won_so_far: Figure;
  /** Where the 95% interval of that part begins. */
  won_so_far_from: number | null;
  /** Where it ends. */
  won_so_far_to: number | null;
  /** Within how many days half of them have left it. */
  median_days: Figure;
  /** Where the 95% interval of that number begins. */
  median_days_from: number | null;
  /** Where it ends. */
  median_days_to: number | null;
  /** Within how many days nine of ten have left it. */
  most_days: Figure;
  /** Where the 95% interval of that number begins. */
  most_days_from: number | null;
  /** Where it ends. */
  most_days_to: number | null;
  /** What those that came are worth. */
  value: Figure;
  /** What those that went on are worth. */
  value_on: Figure;
  /** What those that were lost there were worth. */
  value_lost: Figure;
  /** What those that stand there or went back are worth. */
  value_here: Figure;
  /** Why some are in no time of it; empty where all are. */
  left_out_sentence: string;
  /** The part that had gone on by the horizon, of the period that it is compared with. */
  next_before: Figure;
  /** How much more goes on by the horizon than in that period. */
  difference: Figure;
  /** Where the 95% interval of that difference alone begins, whatever else was compared. */
  difference_from: number | null;
  /** Where it ends. */
  difference_to: number | null;
  /** How probable so large a difference is by chance alone, for as many steps as were compared. */
  difference_p: number | null;
  /** The same of the part that is won. */
  won_p: number | null;
  /** The same of the time in it. */
  time_p: number | null;
  /** What changed, and whether it can be chance; empty without another period. */
  difference_sentence: string;
}

/** What the open opportunities of one stage come to. */
export interface StageTotals {
  /** The stage, as the system of record names it. */
  stage: string;
  /** How many open opportunities stand there. */
  count: Figure;
  /** What they are worth: a figure for each currency, and one for all of them in the company's where there are others. */
  values: Figure[];
}

/** A form, for whoever stands at a stand. */
export interface StandForm {
  /** The form's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** Whose touchpoints its entries are. */
  campaign_name: string;
  /** What people may agree to, word by word. */
  consent: string;
  /** Whether it takes nothing more. */
  is_closed: boolean;
  /** Whether it writes to everybody, who therefore need an e-mail address. */
  asks_confirmation: boolean;
}

/** One journey, the way that it took, and the order that closed it. */
export interface TakenJourney {
  /** Its place in this list. */
  id: number;
  /** What it came by, one after the other. */
  name: string;
  /** The same by numbers, as the way's own page takes it. */
  way: string;
  /** Whose journey it is. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Its first touchpoint. */
  first_at: string;
  /** Its last touchpoint. */
  last_at: string;
  /** How finely the first one is known. */
  first_precision: "moment" | "day" | "at_least_since";
  /** How finely the last one is known. */
  last_precision: "moment" | "day" | "at_least_since";
  /** How many it has. */
  touchpoints: number;
  /** Whether an order closed it. */
  has_order: boolean;
  /** Whether it has not ended yet: an order may still come in the look-back of its touchpoints. */
  is_open: boolean;
  /** The order's number, or the opportunity it came from. */
  order_name: string;
  /** Where the order is shown; 0 where there is none. */
  order_row: number;
  /** The day it was booked. */
  booked_on: string | null;
  /** What the customer pays. */
  revenue: Money | null;
  /** From the first touchpoint to the order. */
  days: number | null;
}

/** A part of the market that people are responsible for. */
export interface Territory {
  /** The territory's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** The territory it is part of. */
  parent: number | null;
  /** Its IANA time zone; empty for that of the territory above, or the company's. */
  time_zone: string;
  /** When work begins, in minutes of the local day; nothing for as above. */
  work_start_minute: number | null;
  /** When work ends, in minutes of the local day; nothing for as above. */
  work_end_minute: number | null;
  /** The system of record; empty for Accord. */
  system: string;
}

/** A territory on its page: what it says itself, and the calendar that comes of it. */
export interface TerritoryDetail {
  /** The territory's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** The territory it is part of. */
  parent: number | null;
  /** The name of the territory it is part of. */
  parent_name: string | null;
  /** Its own IANA time zone; empty where it follows the territory above. */
  time_zone: string;
  /** When work begins, in minutes of the local day; nothing where it follows the territory above. */
  work_start_minute: number | null;
  /** When work ends, in minutes of the local day; nothing where it follows the territory above. */
  work_end_minute: number | null;
  /** The system of record; empty for Accord. */
  system: string;
  /** The time zone its business time is counted in. */
  calendar_time_zone: string;
  /** When its business day begins, in minutes of the local day. */
  calendar_start_minute: number;
  /** When its business day ends, in minutes of the local day. */
  calendar_end_minute: number;
  /** The days it does not work: its own, those above and the company's. */
  holidays: HolidayHere[];
}

/** How many people work in a territory. */
export interface TerritoryPeople {
  /** The territory's number. */
  id: number;
  /** The territory. */
  territory: number;
  /** The territory's name. */
  territory_name: string;
  /** How many people work in it itself. */
  people: number;
  /** How many people work in it or below it. */
  people_with_below: number;
}

/** A territory as lists show it. */
export interface TerritoryRow {
  /** The territory's number. */
  id: number;
  /** What both sides call it. */
  name: string;
  /** The territory itself. */
  territory: number | null;
  /** The territory it is part of. */
  parent: number | null;
  /** The name of the territory it is part of. */
  parent_name: string | null;
  /** Its own IANA time zone; empty where it follows the territory above. */
  time_zone: string;
  /** When work begins, in minutes of the local day; nothing where it follows the territory above. */
  work_start_minute: number | null;
  /** When work ends, in minutes of the local day; nothing where it follows the territory above. */
  work_end_minute: number | null;
  /** The system of record; empty for Accord. */
  system: string;
}

/** A token, shown this once. */
export interface TokenMade {
  /** Its number in the list, to revoke it by. */
  id: number;
  /** What the program sends as Authorization: Bearer; only a hash of it is kept. */
  token: string;
}

/** A token that a person made for a program. */
export interface TokenRow {
  /** Its number. */
  id: number;
  /** What it is for. */
  name: string;
  /** When it was made. */
  made_at: string;
  /** The last day on which it opens anything. */
  last_day: string | null;
  /** Whether that day is over. */
  is_over: boolean;
  /** When it was last used, to the hour; nothing: never. */
  used_at: string | null;
}

/** A touchpoint with the names it refers to. */
export interface TouchpointRow {
  /** The row's number in this list. */
  id: number;
  /** When it happened. */
  at: string;
  /** How finely the source knows the moment. */
  precision: "moment" | "day" | "at_least_since";
  /** What it was. */
  kind: "advertisement" | "promotion" | "mail" | "call" | "scan" | "email" | "web_visit" | "meeting" | "visit" | "demo" | "other";
  /** Whose touchpoint it is. */
  side: "sales" | "marketing" | "none";
  /** Which account was reached. */
  account: number | null;
  /** The account's name. */
  account_name: string;
  /** Whom of the account. */
  contact: number | null;
  /** The contact's name. */
  contact_name: string;
  /** Through which campaign. */
  campaign: number | null;
  /** The campaign's name. */
  campaign_name: string;
  /** On which channel. */
  channel: number | null;
  /** The channel's name. */
  channel_name: string;
  /** Who of the firm met them. */
  person: number | null;
  /** Their name. */
  person_name: string;
  /** The territory of the account. */
  territory: number | null;
  /** The activity that it is, where somebody logged it. */
  activity: number | null;
  /** Its identifier in the system of record. */
  key: string;
  /** The system of record; empty for Accord. */
  system: string;
}

/** A lead that was lost or sent back, and why. */
export interface TurnedDown {
  /** The lead's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** The system that keeps it; empty for Accord. */
  system: string;
  /** Why; empty where nobody has said. */
  reason: string;
  /** Whether that was said here, and not by the system that keeps it. */
  is_said_here: boolean;
  /** Who said it here. */
  given_by_name: string;
  /** When they did. */
  given_on: string | null;
  /** The reasons that both sides agreed on; where there are none, any will do. */
  reasons: string[];
  /** Whether the reader may say why. */
  may_say: boolean;
}

/** That two accounts that are alike are two firms, with both names. */
export interface TwoFirmsRow {
  /** Its number. */
  id: number;
  /** The account that seemed to be another one. */
  account: number;
  /** Its name. */
  name: string;
  /** The account that it is not. */
  other: number;
  /** That one's name. */
  other_name: string;
  /** Why they are two. */
  why: string;
  /** Since when that is on record. */
  at: string;
  /** Who said so. */
  person_name: string;
}

/** A lead that was passed on and not contacted within the agreed time. */
export interface WaitingLead {
  /** The lead's or opportunity's number. */
  id: number;
  /** What it is called. */
  name: string;
  /** Who would buy. */
  account_name: string;
  /** Whose it is. */
  owner_name: string;
  /** Where it belongs. */
  territory_name: string;
  /** The stage in which it came to sales. */
  stage: string;
  /** The day it came to sales. */
  passed_on: string;
  /** How finely that is known; at_least_since where the history is missing. */
  passed_on_precision: "moment" | "day" | "at_least_since";
  /** Business time that it has waited, at least that long where the history is missing. */
  waited_hours: number;
  /** What the customer would pay. */
  value: Money | null;
  /** The same in the company's currency; nothing where no exchange rate of the day is known. */
  worth: Money | null;
  /** What it is expected to bring; all of them add up to the gap's. */
  stake: Figure;
}

/** What somebody has last said about being reached by a medium, with names. */
export interface WishRow {
  /** The wish's number. */
  id: number;
  /** Whose wish it is. */
  contact: number;
  /** Their name. */
  contact_name: string;
  /** Where they work. */
  account_name: string;
  /** The contact's territory. */
  territory: number | null;
  /** By telephone, by e-mail or by post. */
  medium: "call" | "email" | "mail";
  /** That they refuse it, or agree. */
  says: "refuses" | "agrees";
  /** In what words. */
  words: string;
  /** When they said so. */
  at: string;
  /** Who recorded it. */
  person: number | null;
  /** The recorder's name. */
  person_name: string;
  /** Where they said it; empty for elsewhere. */
  source: string;
  /** Where that stands. */
  link: string;
}

/** What a person gives to say who is away. */
export interface AbsenceDraft {
  /** Who; oneself, where it is left out. */
  person?: number | null;
  /** The first day. */
  from_day: string;
  /** The last day. */
  until_day: string;
  /** Who stands in. */
  deputy?: number | null;
}

/** What a person gives to add or change an account. */
export interface AccountDraft {
  /** Its name. */
  name: string;
  /** Its industry. */
  sector?: string | null;
  /** Where it belongs. */
  territory?: number | null;
  /** Who of the firm looks after it. */
  owner?: number | null;
  /** How many people work there. */
  employees?: number | null;
  /** What it turns over in a year. */
  annual_revenue?: Money | null;
  /** The year it was founded. */
  founded_year?: number | null;
  /** Where its head office is. */
  country?: string | null;
  /** The firm it belongs to. */
  parent_name?: string | null;
  /** Its site. */
  website?: string | null;
}

/** A report that an action is done. */
export interface ActionCompletion {
  /** How it was done. */
  note?: string | null;
}

/** What a person gives to log what they did. */
export interface ActivityDraft {
  /** Which opportunity it was about. */
  opportunity?: number | null;
  /** Which account it was about. */
  account?: number | null;
  /** For which campaign it was. */
  campaign?: number | null;
  /** What it was. */
  kind: "call" | "email" | "meeting" | "visit" | "demo" | "task" | "note" | "other";
  /** When it happened; now, where it is left out. */
  at?: string | null;
  /** What it was about, in a few words. */
  subject_line?: string | null;
}

/** A remark on a clause. */
export interface AgreementCommentRequest {
  /** The clause's path; empty for the whole. */
  clause?: string | null;
  /** The remark. */
  text: string;
}

/** Somebody who signs for you for a while. */
export interface AgreementDeputyRequest {
  /** Who. */
  deputy: number;
  /** The first day. */
  from_day: string;
  /** The last day. */
  until: string;
}

/** An exception from a clause. */
export interface AgreementExceptionRequest {
  /** From which clause. */
  clause: string;
  /** For whom or what the clause does not hold. */
  what: string;
  /** Why. */
  reason: string;
  /** Its first day; nothing: the day on which the other side accepts it. */
  from_day?: string | null;
  /** Its last day. */
  until: string;
  /** What is of this territory, or below it, is not counted against the clause. */
  territory?: number | null;
  /** What is of this account is not counted. */
  account?: number | null;
  /** What is of this product is not counted. */
  product?: number | null;
}

/** An interim version. */
export interface AgreementImpositionRequest {
  /** Its last day, within 92 days. */
  until: string;
  /** Why. */
  reason: string;
}

/** A new version: a body, or a template to start from. */
export interface AgreementProposal {
  /** The template's name, where no body is given. */
  template?: string | null;
  /** What it says. */
  body?: unknown | null;
  /** Why this version. */
  note?: string | null;
  /** To be signed or declined by. */
  due_on?: string | null;
  /** Binding from this day, which both sides sign; nothing: from the last signature. */
  in_force_from?: string | null;
  /** The last day, for a trial. */
  trial_until?: string | null;
  /** What shows whether the trial succeeded. */
  trial_measure?: string | null;
}

/** A reason. */
export interface AgreementReason {
  /** Why, in a sentence. */
  reason: string;
}

/** A body to try on the facts of a period. */
export interface AgreementTrial {
  /** What it would say. */
  body: unknown;
  /** Whom it would bind; nothing: the whole company. */
  territory?: number | null;
  /** The first day; nothing: of the 91 days up to the last. */
  from_day?: string | null;
  /** The last day; nothing: the day of the newest fact. */
  to_day?: string | null;
}

/** What the user says that the file does not. */
export interface Answers {
  /** The currency of amounts that name none (ISO 4217). */
  currency?: string | null;
  /** The system of record that the file comes from. */
  system?: string | null;
  /** The day the export was made; without it, the latest day in the file. */
  as_of?: string | null;
  /** Whether 3/4/2026 is 3 April or 4 March. */
  dates?: "as_detected" | "day_first" | "month_first" | "excel_serial" | null;
  /** Whether 1,234 has a decimal comma. */
  decimals?: "as_detected" | "point" | "comma" | null;
  /** What is the same in every row. */
  constants?: ImportConstant[] | null;
  /** By what a row's record is found, such as its name; empty: by its identifier, else as is usual. */
  match_by?: string | null;
  /** Names that nearly match known ones, and what they are. */
  merges?: Merge[] | null;
  /** Statuses of orders that are not known here, and what they mean. */
  statuses?: StatusWord[] | null;
  /** Take every name that nearly matches a known one for it. */
  merges_near_names?: boolean | null;
  /** Take every name that nearly matches a known one for a new one. */
  makes_near_names_new?: boolean | null;
  /** Make a record for each identifier that is not known, to be completed by the file of those records. */
  makes_unknown_keys_new?: boolean | null;
  /** Make a lead and the opportunity that it became one journey also where people have worked on both. */
  joins_worked_on?: boolean | null;
  /** Whether one refused row keeps the whole file out. */
  is_all_or_nothing?: boolean | null;
  /** The time zone of times that name none, such as Europe/Berlin; empty: the company's. */
  time_zone?: string | null;
}

/** What a caller says of a call. */
export interface CallDraft {
  /** Which member of the list was called. */
  member: number;
  /** What came of it. */
  outcome: "reached" | "interested" | "call_back" | "no_answer" | "wrong_number" | "asked_not_to_be_called" | "consented";
  /** When to call again. */
  call_back_at?: string | null;
  /** What they said about being called, word by word. */
  words?: string | null;
}

/** What a person gives to add a call list or to change one. */
export interface CallListDraft {
  /** What both sides call it. */
  name: string;
  /** Whose touchpoints its calls are. */
  campaign: number;
  /** What the caller says; it stands beside each person. */
  script?: string | null;
  /** Whose people call. */
  side?: "sales" | "marketing" | "none" | null;
  /** Who alone calls; nothing for anybody of the side. */
  caller?: number | null;
  /** What its leads would buy. */
  product?: number | null;
  /** Whose list it is; nothing for everybody's. */
  territory?: number | null;
  /** Who gets its leads; nothing for nobody yet. */
  owner?: number | null;
  /** From when on nobody is called. */
  closed_on?: string | null;
}

/** Whom a caller asks for. */
export interface CallTurnDraft {
  /** Which member; nothing for whoever is next. */
  member?: number | null;
}

/** What a person gives to add or change a campaign. */
export interface CampaignDraft {
  /** Its name. */
  name: string;
  /** On which channel it reaches customers. */
  channel: number;
  /** Whose campaign it is; nothing for the channel's side. */
  side?: "sales" | "marketing" | "none" | null;
  /** Its first day. */
  starts_on: string;
  /** Its last day; nothing where it runs on. */
  ends_on?: string | null;
  /** What it is for; none for all that the firm sells. */
  products?: number[] | null;
  /** Where it runs, with all that lies below; none for everywhere. */
  territories?: number[] | null;
  /** Which industry it addresses; empty for all. */
  industry?: string | null;
  /** What it may cost. */
  budget?: Money | null;
  /** Who answers for it. */
  owner?: number | null;
  /** What else both sides should know. */
  note?: string | null;
}

/** A lead or an opportunity that is moved with others. */
export interface CardToMove {
  /** Which lead or opportunity. */
  opportunity: number;
  /** The stage in which it stood when they looked. */
  from: string;
}

/** What a person gives to add or change a channel. */
export interface ChannelDraft {
  /** What both sides call it. */
  name: string;
  /** Which kind of channel it is. */
  kind: "advertising" | "promotion" | "direct_mail" | "telemarketing" | "trade_show" | "email" | "web" | "sales" | "other";
  /** Whose channel it usually is. */
  side: "sales" | "marketing" | "none";
  /** Whether it stands for visits that nobody brought, which credit may pass over. */
  is_direct?: boolean | null;
  /** Other names that files use for it, separated by commas. */
  other_names?: string | null;
  /** From when on no new campaign uses it. */
  retired_on?: string | null;
}

/** What a person gives to state a number. */
export interface ClaimDraft {
  /** The side; one's own where it is left out. */
  side?: "sales" | "marketing" | "none" | null;
  /** What it counts. */
  metric: "leads_passed_on" | "leads_worked" | "pipeline_sourced" | "revenue_won" | "forecast" | "revenue_credited";
  /** The first day of its period. */
  from_day: string;
  /** The last day of its period. */
  until_day: string;
  /** For which territory; nothing for all. */
  territory?: number | null;
  /** What is counted, and what is not, in a sentence. */
  definition: string;
  /** The number, where it counts leads. */
  count?: number | null;
  /** The number, where it is money. */
  amount?: Money | null;
  /** The file it was taken from. */
  source_file?: string | null;
}

/** One row of the list behind a claim. */
export interface ClaimItemDraftInput {
  /** The lead's or opportunity's identifier. */
  key?: string | null;
  /** Its name. */
  name?: string | null;
  /** An e-mail address; only its hash is kept. */
  email?: string | null;
  /** The account. */
  company?: string | null;
  /** The day that puts it into the period. */
  on_day?: string | null;
  /** What it is worth, where the claim is money. */
  amount?: Money | null;
}

/** The list behind a claim. */
export interface ClaimItemsDraft {
  /** Its rows, in their order. */
  items: ClaimItemDraftInput[];
}

/** The list behind a claim, to be read as an import reads it. */
export interface ClaimListAsked {
  /** Which claim. */
  claim: number;
  /** Its rows, as a spreadsheet copies them or a file holds them. */
  text: string;
  /** The currency of amounts that name none (ISO 4217); empty: the claim's. */
  currency?: string | null;
  /** Whether 3/4/2026 is 3 April or 4 March. */
  dates?: "as_detected" | "day_first" | "month_first" | "excel_serial" | null;
  /** Whether 1,234 has a decimal comma. */
  decimals?: "as_detected" | "point" | "comma" | null;
}

/** What a person gives to close a month. */
export interface ClosingDraft {
  /** What is to be known of it. */
  note?: string | null;
}

/** What one column of a file is read as. */
export interface ColumnUse {
  /** The column's header. */
  column: string;
  /** What it is read as; empty: it is not taken. */
  slot: string;
}

/** What an administrator says about the company. */
export interface CompanyChange {
  /** The firm's name. */
  name: string;
  /** The currency that figures are shown in (ISO 4217). */
  currency: string;
  /** The IANA time zone that days are counted in. */
  time_zone: string;
}

/** What a person gives to add or change a contact. */
export interface ContactDraft {
  /** Full name. */
  name: string;
  /** Position. */
  title?: string | null;
  /** E-mail address. */
  email?: string | null;
  /** Telephone number. */
  phone?: string | null;
  /** Where the person works. */
  account?: number | null;
}

/** What a person gives with an act, of what the lead lacks and the act demands. */
export interface EvidenceGiven {
  /** Who would buy. */
  account?: number | null;
  /** Whom of the account. */
  contact?: number | null;
  /** What they would buy. */
  product?: number | null;
  /** Who works on it. */
  owner?: number | null;
  /** Where the inquiry came from. */
  source?: string | null;
  /** What the customer would pay. */
  value?: Money | null;
  /** When it is expected to close. */
  close_on?: string | null;
}

/** What a person gives to enter a rate, or to correct it. */
export interface ExchangeRateDraft {
  /** The day that it was published for. */
  day: string;
  /** The currency of which this is the worth of one unit. */
  base: string;
  /** The currency in which that is told. */
  quote: string;
  /** So many of the quoted currency for one of the other, such as 1.0956. */
  rate: string;
}

/** What a person gives to hand a lead over, or to ask the other side. */
export interface HandoffDraft {
  /** Which lead. */
  opportunity: number;
  /** What the other side is asked for. */
  ask?: "take_over" | "nurture" | "information" | "qualify" | null;
  /** What one should know. */
  note?: string | null;
  /** The campaign that it came from; the one of the lead's form or source, where it is left out. */
  campaign?: number | null;
  /** Who gets it, instead of whom the rules choose. */
  assigned_to?: number | null;
  /** What the lead lacks of what both sides agreed it must have, by the fields that a refusal names. */
  given?: EvidenceGiven | null;
}

/** What a person does about a handoff. */
export interface HandoffStepDraft {
  /** What is done. */
  kind: "submitted" | "assigned" | "returned" | "accepted" | "rejected" | "recycled" | "answered" | "withdrawn";
  /** The last step that they saw. */
  after: number;
  /** Assigned: to whom; oneself, where it is left out. */
  assigned_to?: number | null;
  /** The reason, the answer or a note. */
  text?: string | null;
  /** Recycled: when it comes back; as agreed, where it is left out. */
  again_on?: string | null;
  /** What the lead lacks of what its next step demands, by the fields that a refusal names. */
  given?: EvidenceGiven | null;
}

/** What a person gives to hand many leads over at once. */
export interface HandoffsDraft {
  /** Which leads. */
  opportunities: number[];
  /** What the other side is asked for. */
  ask?: "take_over" | "nurture" | "information" | "qualify" | null;
  /** What one should know of all of them. */
  note?: string | null;
  /** Who gets them all, instead of whom the rules choose for each. */
  assigned_to?: number | null;
}

/** What an administrator says about a day without work. */
export interface HolidayChange {
  /** Where; nothing for the whole company. */
  territory?: number | null;
  /** The day. */
  on_day: string;
  /** What it is called. */
  name: string;
}

/** How the user corrects an upload. */
export interface ImportChange {
  /** Another kind of file: its columns are then suggested anew where they are not given. */
  target?: string | null;
  /** What the columns are; empty leaves them as they are. */
  columns?: ColumnUse[] | null;
  /** What the file does not say. */
  answers: Answers;
}

/** What holds in every row, because the file does not say it. */
export interface ImportConstant {
  /** What it is. */
  slot: string;
  /** As a cell of the file would say it. */
  value: string;
}

/** What a person gives to say that a lead and an opportunity are one journey. */
export interface JoinDraft {
  /** The lead. */
  lead: number;
  /** The opportunity that it became. */
  opportunity: number;
  /** Why they are one. */
  why?: string | null;
}

/** Somebody who becomes a lead of a form. */
export interface LeadEntry {
  /** Their name. */
  name: string;
  /** Their e-mail address; empty where they gave a telephone number alone. */
  email?: string | null;
  /** Their firm. */
  company?: string | null;
  /** Their telephone number, in any notation. */
  phone?: string | null;
  /** What it is about, in at most 500 letters. */
  message?: string | null;
  /** What they agreed to, word by word as the form has or had it; empty for nothing. */
  consent?: string | null;
  /** The caller's own id of this lead, as a UUID: however often it arrives, it is one lead. */
  once: string;
  /** What kind of touchpoint it was; nothing for a visit by the web. */
  kind?: "advertisement" | "promotion" | "mail" | "call" | "scan" | "email" | "web_visit" | "meeting" | "visit" | "demo" | "other" | null;
  /** When they came, in the last 365 days; nothing, or a time to come, for now. */
  met_at?: string | null;
}

/** What a person gives to add or change a form. */
export interface LeadFormDraft {
  /** What both sides call it. */
  name: string;
  /** The last part of its address on the web: small letters, digits and dashes. */
  address: string;
  /** Whose touchpoints its entries are. */
  campaign: number;
  /** What its leads would buy. */
  product?: number | null;
  /** Where its leads belong; nothing for their accounts' territories. */
  territory?: number | null;
  /** Who gets its leads; nothing for nobody yet. */
  owner?: number | null;
  /** What visitors read above it; its name, where it is left out. */
  heading?: string | null;
  /** What it is for, in a few sentences. */
  text?: string | null;
  /** What visitors read when it is sent. */
  thanks?: string | null;
  /** What visitors may agree to, word by word; empty where nothing is asked. */
  consent?: string | null;
  /** Whether it asks for the firm. */
  asks_company?: boolean | null;
  /** Whether it asks for a telephone number. */
  asks_phone?: boolean | null;
  /** Whether it asks what the matter is. */
  asks_message?: boolean | null;
  /** The sites that may show it in a frame or send to it, separated by commas. */
  sites?: string | null;
  /** From when on it takes nothing more. */
  closed_on?: string | null;
  /** Whether somebody is a lead only once they press a button behind a link that is mailed to them. */
  asks_confirmation?: boolean | null;
  /** Messages to this address become entries of it; empty for none. */
  mail_address?: string | null;
  /** By what the words that visitors agree to let them be reached; nothing where they are about something else. */
  permits?: "call" | "email" | "mail" | null;
}

/** What a person gives to state what the books say of a month. */
export interface LedgerTotalDraft {
  /** Any day of the month. */
  month: string;
  /** What it is the total of. */
  measure: "spend_of_sales" | "spend_of_marketing" | "revenue_booked" | "revenue_invoiced" | "cost_of_goods";
  /** The channel of the spend; nothing for all. */
  channel?: number | null;
  /** The kind of the spend; nothing for all. */
  spend_kind?: "media" | "print" | "event" | "agency" | "pay" | "travel" | "samples" | "software" | "other" | null;
  /** How much, in the company's currency. */
  amount: Money;
  /** Which accounts it is of, and what to know of it. */
  note?: string | null;
}

/** What an administrator says about mail. */
export interface MailSettingDraft {
  /** The server that takes what is sent, as in smtps://mail.acme.example; empty to send nothing. */
  server?: string | null;
  /** The user there; its password stands in the file that --mail-passwords names. */
  server_user?: string | null;
  /** The address that messages come from. */
  sender?: string | null;
  /** Where people reach Accord, as in https://accord.acme.example; links in messages begin with it. */
  links_at?: string | null;
  /** The mailbox whose messages become leads, as in imaps://mail.acme.example/INBOX; empty to read none. */
  mailbox?: string | null;
  /** The user of the mailbox; its password stands in the same file. */
  mailbox_user?: string | null;
}

/** What a member of a mailing list answered about being written to. */
export interface MailingAnswer {
  /** Which member of the list. */
  member: number;
  /** That they refuse it, or agree. */
  says?: "refuses" | "agrees" | null;
  /** What they said, word by word. */
  words: string;
}

/** That a mailing list went out. */
export interface MailingDropDraft {
  /** The day on which it did. */
  day: string;
}

/** What a person gives to plan a mailing list or to change one. */
export interface MailingListDraft {
  /** What both sides call it. */
  name: string;
  /** Whose touchpoints its pieces are. */
  campaign: number;
  /** By post, or by e-mail. */
  medium?: "mail" | "email" | null;
  /** The day on which it is to go out. */
  drops_on: string;
  /** What the piece says, in a few words. */
  note?: string | null;
  /** Whose list it is; nothing for everybody's. */
  territory?: number | null;
}

/** That a piece came back. */
export interface MailingReturnDraft {
  /** Whose piece it was. */
  member: number;
}

/** A name in the file and the known name it stands for. */
export interface Merge {
  /** As the file writes it. */
  name: string;
  /** The known name; empty makes the file's name new. */
  into: string;
}

/** What a person gives to say that two records are one. */
export interface MergeDraft {
  /** What both are. */
  record: "account" | "campaign" | "channel";
  /** The record that is to count as another. */
  number: number;
  /** The record that it is to count as. */
  into_number: number;
  /** Why they are one. */
  why?: string | null;
}

/** Why nothing comes of a message. */
export interface MessageDrop {
  /** In a few words. */
  reason: string;
}

/** Whose lead a message is. */
export interface MessageForm {
  /** The form whose entry it becomes. */
  form: number;
}

/** What a person gives to move a lead or an opportunity to another step. */
export interface MoveDraft {
  /** The stage in which it stood when they looked. */
  from: string;
  /** The step in which it is to stand. */
  stage: string;
  /** Who would buy, where the record lacks it. */
  account?: number | null;
  /** Whom of the account, where the record lacks it. */
  contact?: number | null;
  /** What they would buy, where the record lacks it. */
  product?: number | null;
  /** Who works on it, where the record lacks it. */
  owner?: number | null;
  /** Where the inquiry came from, where the record lacks it. */
  source?: string | null;
  /** What the customer would pay, where the record lacks it. */
  value?: Money | null;
  /** When it is expected to close, where the record lacks it. */
  close_on?: string | null;
  /** Why it was lost. */
  lost_reason?: string | null;
}

/** What a person gives to move many leads or opportunities to another step at once. */
export interface MovesDraft {
  /** Which of them, at most 200. */
  moves: CardToMove[];
  /** The step in which they are to stand. */
  stage: string;
  /** Why they were lost, all of them. */
  lost_reason?: string | null;
}

/** An administrator sets somebody's password. */
export interface NewPassword {
  /** At least 12 characters. */
  password: string;
}

/** What a person says of a token for a program. */
export interface NewToken {
  /** What it is for, so that it is known again. */
  name: string;
  /** The last day on which it opens anything; nothing for no end. */
  last_day?: string | null;
}

/** What a person gives to add or change an opportunity. */
export interface OpportunityDraft {
  /** What it is called. */
  name: string;
  /** A lead still, or an opportunity already. */
  phase?: "lead" | "opportunity" | null;
  /** Who would buy. */
  account?: number | null;
  /** Whom one speaks with there. */
  contact?: number | null;
  /** What they would buy. */
  product?: number | null;
  /** Who works on it; left out: you, or who does now. */
  owner?: number | null;
  /** Who developed the lead until its owner took it: the sales development representative (SDR). */
  developed_by?: number | null;
  /** Where it belongs; its owner's or its account's, where it is left out. */
  territory?: number | null;
  /** Where the lead came from. */
  source?: string | null;
  /** The stage it stands in. */
  stage: string;
  /** Open, won or lost; left out: as the agreed step ends. */
  outcome?: "open" | "won" | "lost" | null;
  /** What the customer would pay. */
  value?: Money | null;
  /** When the inquiry came; left out: today, or the day on record. */
  created_on?: string | null;
  /** When it was closed, or is expected to; left out of what is closed: the day on record, else today. */
  close_on?: string | null;
  /** Why it was lost. */
  lost_reason?: string | null;
}

/** A person replaces their own password. */
export interface OwnPassword {
  /** The present one. */
  current: string;
  /** The new one, at least 12 characters. */
  password: string;
}

/** Whom a person puts on a list: these contacts, and those to whom all else applies. */
export interface PeopleChoice {
  /** These people. */
  contacts?: number[] | null;
  /** Whom this campaign has reached. */
  campaign?: number | null;
  /** Who works at this account. */
  account?: number | null;
  /** Who belongs to this territory or one below it. */
  territory?: number | null;
  /** Whose position has this word in it. */
  title?: string | null;
}

/** What an administrator says about a person. */
export interface PersonChange {
  /** Full name. */
  name: string;
  /** Signs in with it; empty for people who only appear in records. */
  email?: string | null;
  /** What the person does; side and rights follow from it. */
  role: "salesperson" | "sales_manager" | "marketer" | "marketing_manager" | "liaison" | "arbiter" | "finance" | "administrator";
  /** Sees this territory and those below; nothing means all. */
  territory?: number | null;
  /** Whom the person reports to. */
  manager?: number | null;
  /** The day the person left; they cannot sign in from then on. */
  left_on?: string | null;
}

/** What a person gives to add or change a product. */
export interface ProductDraft {
  /** Its name. */
  name: string;
  /** The product line or series. */
  line?: string | null;
  /** The price before discounts. */
  list_price?: Money | null;
  /** The cost of goods; without it margin is not known. */
  unit_cost?: Money | null;
}

/** Why a lead was lost or turned down. */
export interface ReasonDraft {
  /** One of the agreed reasons. */
  reason: string;
}

/** What a person gives to reopen a month. */
export interface ReopeningDraft {
  /** Why: what is to be changed. */
  reason: string;
}

/** Somebody does something by a day. */
export interface ReviewActionRequest {
  /** Which kind of gap. */
  code?: string | null;
  /** What the gap is about. */
  about?: string | null;
  /** What is to be done. */
  what: string;
  /** Who does it. */
  person: number;
  /** By which day. */
  due_on: string;
}

/** Somebody came. */
export interface ReviewAttendanceRequest {
  /** Who. */
  person: number;
}

/** Something was decided about a gap. */
export interface ReviewDecisionRequest {
  /** Which kind of gap. */
  code: string;
  /** What the gap is about. */
  about: string;
  /** What was decided. */
  decision: string;
}

/** Begin a review. */
export interface ReviewOpening {
  /** The day to judge by; nothing: the day offered. */
  as_of?: string | null;
}

/** What first-run set-up asks for: the company and its first administrator. */
export interface SetUp {
  /** The firm's name. */
  company: string;
  /** What figures are shown in (ISO 4217). */
  currency: string;
  /** The IANA time zone that days are counted in. */
  time_zone: string;
  /** The administrator's full name. */
  name: string;
  /** The address the administrator signs in with. */
  email: string;
  /** At least 12 characters. */
  password: string;
}

/** An address and the password that belongs to it. */
export interface SignIn {
  /** The person's e-mail address. */
  email: string;
  /** The password. */
  password: string;
}

/** What a person gives to enter spend or to correct an entry. */
export interface SpendDraft {
  /** The day it was spent. */
  day: string;
  /** Whose money it is; nothing for the campaign's or the channel's side. */
  side?: "sales" | "marketing" | "none" | null;
  /** What it was spent on. */
  kind?: "media" | "print" | "event" | "agency" | "pay" | "travel" | "samples" | "software" | "other" | null;
  /** Which campaign it was for. */
  campaign?: number | null;
  /** On which channel; nothing for the campaign's. */
  channel?: number | null;
  /** Which product it was for; nothing for all. */
  product?: number | null;
  /** Where it was spent; nothing for everywhere. */
  territory?: number | null;
  /** Who spent it, or was paid. */
  person?: number | null;
  /** How much; below zero for a credit note. */
  amount: Money;
  /** What it was for, in a few words. */
  note?: string | null;
  /** It comes after finance closed its month: it goes in, and stands as a change of that month. */
  is_late?: boolean | null;
}

/** A status of orders, and what it means. */
export interface StatusWord {
  /** As the file writes it. */
  word: string;
  /** Whether such an order is booked, cancelled, or no order yet. */
  means: "booked" | "cancelled" | "not_yet";
}

/** What an administrator says about a territory. */
export interface TerritoryChange {
  /** What both sides call it. */
  name: string;
  /** The territory it is part of. */
  parent?: number | null;
  /** Its IANA time zone; empty for that of the territory above. */
  time_zone?: string | null;
  /** When work begins, in minutes of the local day; nothing for as above. */
  work_start_minute?: number | null;
  /** When work ends, in minutes of the local day; nothing for as above. */
  work_end_minute?: number | null;
}

/** A message that only tries whether mail arrives. */
export interface TestMessage {
  /** Whom it goes to. */
  to_address: string;
}

/** What a person gives to say that two accounts are two firms. */
export interface TwoFirmsDraft {
  /** The account that seems to be another one. */
  account: number;
  /** The account that it is not. */
  other: number;
  /** Why they are two. */
  why?: string | null;
}

/** What somebody said about being reached. */
export interface WishDraft {
  /** Who. */
  contact: number;
  /** By telephone, by e-mail or by post. */
  medium?: "call" | "email" | "mail" | null;
  /** That they refuse it, or agree. */
  says?: "refuses" | "agrees" | null;
  /** What they said, word by word. */
  words: string;
}

export interface Routes {
  /** Find what the jump box leads to, by name or by the addresses of its pages. */
  "GET /jump": { query?: Query; reply: JumpItems };
  /** List the territories. */
  "GET /territories": { query?: Query; reply: Listed<TerritoryRow> };
  /** Show a territory with its calendar. */
  "GET /territories/{id}": { query?: Query; reply: TerritoryDetail };
  /** Show what was ever changed in a territory. */
  "GET /territories/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add a territory. */
  "POST /territories": { body: TerritoryChange; reply: Territory };
  /** Change a territory, or move it to another place in the tree. */
  "PUT /territories/{id}": { body: TerritoryChange; reply: Territory };
  /** List the days without work. */
  "GET /holidays": { query?: Query; reply: Listed<Holiday> };
  /** Add a day without work. */
  "POST /holidays": { body: HolidayChange; reply: Holiday };
  /** Take back a day without work. */
  "DELETE /holidays/{id}": { reply: Done };
  /** List the people who work here. */
  "GET /people": { query?: Query; reply: Listed<PersonRow> };
  /** Count the people of each territory. */
  "GET /people/territories": { query?: Query; reply: Listed<TerritoryPeople> };
  /** Show a person. */
  "GET /people/{id}": { query?: Query; reply: PersonRow };
  /** Show what was ever changed about a person. */
  "GET /people/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Show what a person may do. */
  "GET /people/{id}/rights": { query?: Query; reply: Listed<PersonRight> };
  /** Show which roles hold which rights. */
  "GET /rights": { query?: Query; reply: Listed<RightRow> };
  /** Add a person. */
  "POST /people": { body: PersonChange; reply: PersonMade };
  /** Change a person. */
  "PUT /people/{id}": { body: PersonChange; reply: PersonMade };
  /** Erase a person's personal data for good. */
  "POST /people/{id}/erasure": { reply: PersonMade };
  /** Show the company. */
  "GET /company": { query?: Query; reply: Company };
  /** Change the company. */
  "PUT /company": { body: CompanyChange; reply: Company };
  /** Show who is signed in, and what they may do. */
  "GET /session": { query?: Query; reply: Session };
  /** Sign in. */
  "POST /session": { body: SignIn; reply: Session };
  /** Sign out. */
  "DELETE /session": { reply: Done };
  /** Set the company up, with its first administrator. */
  "POST /setup": { body: SetUp; reply: Session };
  /** Change one's own password. */
  "PUT /people/me/password": { body: OwnPassword; reply: Done };
  /** Set somebody's password. */
  "PUT /people/{id}/password": { body: NewPassword; reply: Done };
  /** List the tokens one made for programs. */
  "GET /people/me/tokens": { query?: Query; reply: Listed<TokenRow> };
  /** Make a token for a program. */
  "POST /people/me/tokens": { body: NewToken; reply: TokenMade };
  /** Revoke a token. */
  "DELETE /people/me/tokens/{id}": { reply: Done };
  /** List what currencies were worth. */
  "GET /exchange-rates": { query?: Query; reply: Listed<ExchangeRateRow> };
  /** Show an exchange rate. */
  "GET /exchange-rates/{id}": { query?: Query; reply: ExchangeRateRow };
  /** Show how a rate was corrected. */
  "GET /exchange-rates/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Enter an exchange rate. */
  "POST /exchange-rates": { body: ExchangeRateDraft; reply: Made };
  /** Correct an exchange rate. */
  "PUT /exchange-rates/{id}": { body: ExchangeRateDraft; reply: Made };
  /** Take an exchange rate back. */
  "DELETE /exchange-rates/{id}": { reply: Done };
  /** List products. */
  "GET /products": { query?: Query; reply: Listed<Product> };
  /** Show a product. */
  "GET /products/{id}": { query?: Query; reply: Product };
  /** Show how a product changed. */
  "GET /products/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add a product. */
  "POST /products": { body: ProductDraft; reply: Made };
  /** Change a product. */
  "PUT /products/{id}": { body: ProductDraft; reply: Made };
  /** List accounts. */
  "GET /accounts": { query?: Query; reply: Listed<AccountRow> };
  /** List accounts that are much like one that is being entered. */
  "GET /accounts/alike": { query?: Query; reply: Listed<Alike> };
  /** Show an account. */
  "GET /accounts/{id}": { query?: Query; reply: AccountRow };
  /** List which accounts that were there before this one perhaps is. */
  "GET /accounts/{id}/alike": { query?: Query; reply: Listed<Alike> };
  /** Show how an account changed. */
  "GET /accounts/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add an account. */
  "POST /accounts": { body: AccountDraft; reply: Made };
  /** Change an account. */
  "PUT /accounts/{id}": { body: AccountDraft; reply: Made };
  /** List contacts. */
  "GET /contacts": { query?: Query; reply: Listed<ContactRow> };
  /** List contacts that are much like one that is being entered. */
  "GET /contacts/alike": { query?: Query; reply: Listed<Alike> };
  /** Show a contact. */
  "GET /contacts/{id}": { query?: Query; reply: ContactRow };
  /** Show how a contact changed. */
  "GET /contacts/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add a contact. */
  "POST /contacts": { body: ContactDraft; reply: Made };
  /** Change a contact. */
  "PUT /contacts/{id}": { body: ContactDraft; reply: Made };
  /** Erase a contact's personal data for good. */
  "POST /contacts/{id}/erasure": { reply: Done };
  /** List campaigns; `running_on`, as in `running_on=2026-03-02`, keeps those that run that day. */
  "GET /campaigns": { query?: Query; reply: Listed<CampaignRow> };
  /** Show a campaign. */
  "GET /campaigns/{id}": { query?: Query; reply: CampaignRow };
  /** Show how a campaign changed. */
  "GET /campaigns/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add a campaign. */
  "POST /campaigns": { body: CampaignDraft; reply: Made };
  /** Change a campaign. */
  "PUT /campaigns/{id}": { body: CampaignDraft; reply: Made };
  /** List channels. */
  "GET /channels": { query?: Query; reply: Listed<Channel> };
  /** Show a channel. */
  "GET /channels/{id}": { query?: Query; reply: Channel };
  /** Show how a channel changed. */
  "GET /channels/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add a channel. */
  "POST /channels": { body: ChannelDraft; reply: Made };
  /** Change or retire a channel. */
  "PUT /channels/{id}": { body: ChannelDraft; reply: Made };
  /** Delete a channel that nothing uses. */
  "DELETE /channels/{id}": { reply: Done };
  /** List what was done. */
  "GET /activities": { query?: Query; reply: Listed<ActivityRow> };
  /** Show an activity. */
  "GET /activities/{id}": { query?: Query; reply: ActivityRow };
  /** Log an activity. */
  "POST /activities": { body: ActivityDraft; reply: Made };
  /** Take an activity back. */
  "DELETE /activities/{id}": { reply: Done };
  /** List who does not want to be called or written to, and who agreed. */
  "GET /wishes": { query?: Query; reply: Listed<WishRow> };
  /** Show what somebody has said about being reached by a medium. */
  "GET /wishes/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Record what somebody said about being called or written to. */
  "POST /wishes": { body: WishDraft; reply: Made };
  /** Take back what one has just recorded. */
  "DELETE /wishes/{id}": { reply: Done };
  /** All agreements and where each stands. */
  "GET /agreements": { query?: Query; reply: AgreementLines };
  /** Which version binds where today. */
  "GET /agreement-bindings": { query?: Query; reply: AgreementBindings };
  /** What can be agreed on, with templates to start from. */
  "GET /agreement-kinds": { query?: Query; reply: AgreementKinds };
  /** The newest version of an agreement. */
  "GET /agreements/{agreement}": { query?: Query; reply: AgreementView };
  /** One version with its discussion. */
  "GET /agreements/{agreement}/versions/{number}": { query?: Query; reply: AgreementView };
  /** What two versions say differently. */
  "GET /agreements/{agreement}/comparison": { query?: Query; reply: AgreementComparison };
  /** What each clause would have found in a period. */
  "GET /agreements/{agreement}/versions/{number}/findings": { query?: Query; reply: AgreementFindings };
  /** What a body that is being edited would have found; stores nothing. */
  "POST /agreement-kinds/{kind}/findings": { body: AgreementTrial; reply: AgreementFindings };
  /** Propose a version. */
  "POST /agreements/{agreement}/versions": { body: AgreementProposal; reply: AgreementView };
  /** Sign a version for one's side. */
  "POST /agreements/{agreement}/versions/{number}/signatures": { reply: AgreementView };
  /** Decline a version, or withdraw one's own side's, with a reason. */
  "POST /agreements/{agreement}/versions/{number}/declines": { body: AgreementReason; reply: AgreementView };
  /** Ask to reopen a locked version; it takes both sides. */
  "POST /agreements/{agreement}/versions/{number}/reopenings": { body: AgreementReason; reply: AgreementView };
  /** Comment on a clause. */
  "POST /agreements/{agreement}/versions/{number}/comments": { body: AgreementCommentRequest; reply: AgreementView };
  /** Put a version in force for a while because the sides stayed apart. */
  "POST /agreements/{agreement}/versions/{number}/impositions": { body: AgreementImpositionRequest; reply: AgreementView };
  /** Propose a named exception with an end. */
  "POST /agreements/{agreement}/versions/{number}/exceptions": { body: AgreementExceptionRequest; reply: AgreementView };
  /** Accept an exception for one's side. */
  "POST /agreements/{agreement}/versions/{number}/exceptions/{exception}/signatures": { reply: AgreementView };
  /** Who may sign for whom. */
  "GET /deputies": { query?: Query; reply: AgreementDeputies };
  /** Name a deputy for oneself. */
  "POST /deputies": { body: AgreementDeputyRequest; reply: AgreementDeputies };
  /** Dismiss one's deputy. */
  "DELETE /deputies/{id}": { reply: AgreementDeputies };
  /** List leads and opportunities. */
  "GET /opportunities": { query?: Query; reply: Listed<OpportunityRow> };
  /** Show what the opportunities of a list come to. */
  "GET /opportunities/totals": { query?: Query; reply: OpportunityTotals };
  /** Show an opportunity. */
  "GET /opportunities/{id}": { query?: Query; reply: OpportunityRow };
  /** Show what happened to an opportunity, of both sides. */
  "GET /opportunities/{id}/timeline": { query?: Query; reply: Listed<OpportunityEvent> };
  /** Show how an opportunity's record changed. */
  "GET /opportunities/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add an opportunity. */
  "POST /opportunities": { body: OpportunityDraft; reply: Made };
  /** Change an opportunity. */
  "PUT /opportunities/{id}": { body: OpportunityDraft; reply: Made };
  /** Show the steps of the funnel with what is open in each; takes the filters of the list. */
  "GET /opportunities/board": { query?: Query; reply: Board };
  /** List leads and opportunities as cards, with what moving them asks. */
  "GET /opportunities/board/cards": { query?: Query; reply: Listed<BoardCard> };
  /** Move a lead or an opportunity that Accord keeps to another step. */
  "POST /opportunities/{id}/moves": { body: MoveDraft; reply: Moved };
  /** Take one's own last move back. */
  "DELETE /opportunities/{id}/moves/{change}": { reply: Done };
  /** Move many that Accord keeps to another step at once; those that a rule refuses are named and left. */
  "POST /opportunities/moves/together": { body: MovesDraft; reply: MovedTogether };
  /** Take back what one moved at once, but for what somebody has moved or changed since. */
  "DELETE /opportunities/moves/together/{change}": { reply: MovesTakenBack };
  /** The opportunities that a gap counts, as they stood on the day. */
  "GET /gaps/{code}/opportunities": { query?: Query; reply: Listed<JudgedOpportunity> };
  /** One of them, with the working of what it puts into the gap's stake. */
  "GET /gaps/{code}/opportunities/{id}": { query?: Query; reply: JudgedOpportunity };
  /** What became of the journeys that marketing passed on to sales in a quarter. */
  "GET /handoff": { query?: Query; reply: HandoffBridge };
  /** The journeys behind one of its numbers. */
  "GET /handoff/opportunities": { query?: Query; reply: Listed<JudgedOpportunity> };
  /** One of them, with the working of what it is expected to bring. */
  "GET /handoff/opportunities/{id}": { query?: Query; reply: JudgedOpportunity };
  /** The journeys closed by a day that stood in a stage: what its win rate counts. */
  "GET /closed-journeys": { query?: Query; reply: Listed<ClosedJourney> };
  /** What an open opportunity is expected to bring, with its working. */
  "GET /opportunities/{id}/expected": { query?: Query; reply: ExpectedOpportunity };
  /** The common language: each stage's name and what it means. */
  "GET /glossary": { query?: Query; reply: Glossary };
  /** What became of the leads and opportunities that began between two days, step by step. */
  "GET /funnel": { query?: Query; reply: FunnelReport };
  /** One step with its working. */
  "GET /funnel/step": { query?: Query; reply: StageConversion };
  /** The same by side, territory, product, source, salesperson or month, each against all the others. */
  "GET /funnel/lines": { query?: Query; reply: Listed<FunnelLine> };
  /** One of these with its working. */
  "GET /funnel/line": { query?: Query; reply: FunnelLine };
  /** The leads and opportunities behind these numbers. */
  "GET /funnel/journeys": { query?: Query; reply: Listed<CohortJourney> };
  /** List what both sides spent. */
  "GET /spend": { query?: Query; reply: Listed<SpendRow> };
  /** Add up the spend of a list. */
  "GET /spend/totals": { query?: Query; reply: Listed<SpendTotal> };
  /** Show an entry of spend. */
  "GET /spend/{id}": { query?: Query; reply: SpendRow };
  /** Show how an entry was corrected. */
  "GET /spend/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Enter spend. */
  "POST /spend": { body: SpendDraft; reply: Made };
  /** Correct spend. */
  "PUT /spend/{id}": { body: SpendDraft; reply: Made };
  /** Take spend back. */
  "DELETE /spend/{id}": { reply: Done };
  /** List how customers met the firm, through either side; calls, visits and demos that were logged too. */
  "GET /touchpoints": { query?: Query; reply: Listed<TouchpointRow> };
  /** The campaigns of a quarter or a year, planned against actual, with what sales does. */
  "GET /campaigns/calendar": { query?: Query; reply: Listed<CalendarRow> };
  /** One campaign, planned against actual, by month. */
  "GET /campaigns/{id}/plan": { query?: Query; reply: PlanAgainstActual };
  /** What sales promised to do for campaigns, and how far that is. */
  "GET /campaigns/tasks": { query?: Query; reply: Listed<CampaignTask> };
  /** List what was handed over. */
  "GET /handoffs": { query?: Query; reply: Listed<HandoffRow> };
  /** What waits for oneself, soonest due first. */
  "GET /handoffs/queue": { query?: Query; reply: HandoffQueue };
  /** Show a handoff with its clock. */
  "GET /handoffs/{id}": { query?: Query; reply: HandoffView };
  /** List what was done about a handoff. */
  "GET /handoffs/{id}/steps": { query?: Query; reply: Listed<HandoffStepRow> };
  /** List who is away, and who stands in. */
  "GET /absences": { query?: Query; reply: Listed<AbsenceRow> };
  /** Hand a lead over to sales, or ask the other side for something about it. */
  "POST /handoffs": { body: HandoffDraft; reply: HandoffStepped };
  /** Accept, reject, recycle, answer, return, withdraw a handoff, or give it to somebody. */
  "POST /handoffs/{id}/steps": { body: HandoffStepDraft; reply: HandoffStepped };
  /** Take one's own last step back. */
  "DELETE /handoffs/{id}/steps/{step}": { reply: Done };
  /** Say who is away, and who stands in. */
  "POST /absences": { body: AbsenceDraft; reply: Made };
  /** Say that somebody is away, and who stands in. */
  "POST /people/{id}/absences": { body: AbsenceDraft; reply: Made };
  /** Take an absence back. */
  "DELETE /absences/{id}": { reply: Done };
  /** Hand many leads over at once; those that a rule refuses are named and left. */
  "POST /handoffs/together": { body: HandoffsDraft; reply: HandedOver };
  /** Show what handing many leads over at once would do; nothing is done. */
  "POST /handoffs/together/foreseen": { body: HandoffsDraft; reply: HandoffsForeseen };
  /** Take back what was handed over at once, but for what somebody has acted on since. */
  "DELETE /handoffs/together/{step}": { reply: HandoffsTakenBack };
  /** What became of what was handed over: response times, acceptance, conversion, cost. */
  "GET /handoffs/figures": { query?: Query; reply: HandoffFigures };
  /** One line of these with its workings. */
  "GET /handoffs/figures/line": { query?: Query; reply: HandoffLine };
  /** The handoffs behind these figures, here and in CRMs. */
  "GET /handoffs/passed": { query?: Query; reply: Listed<PassedHandoff> };
  /** Why leads were rejected, by the campaign that they came from. */
  "GET /handoffs/reasons": { query?: Query; reply: Listed<RejectionReason> };
  /** The handoffs that a gap counts. */
  "GET /handoffs/in-gap": { query?: Query; reply: Listed<HandoffInGap> };
  /** Why a lead was lost or turned down, and for what reasons that may be. */
  "GET /handoffs/turned-down/{id}": { query?: Query; reply: TurnedDown };
  /** Say why it was lost or turned down, where the system that keeps it does not. */
  "PUT /handoffs/turned-down/{id}": { body: ReasonDraft; reply: Made };
  /** Take back what was said here. */
  "DELETE /handoffs/turned-down/{id}": { reply: Done };
  /** List the accounts, campaigns and channels that count as others. */
  "GET /merges": { query?: Query; reply: Listed<MergeRow> };
  /** Show which record counts as which. */
  "GET /merges/{id}": { query?: Query; reply: MergeRow };
  /** Say that two records are one. */
  "POST /merges": { body: MergeDraft; reply: Made };
  /** Take a merge back. */
  "DELETE /merges/{id}": { reply: Done };
  /** List the accounts that are alike and are two firms. */
  "GET /two-firms": { query?: Query; reply: Listed<TwoFirmsRow> };
  /** Say that two accounts that are alike are two firms. */
  "POST /two-firms": { body: TwoFirmsDraft; reply: Made };
  /** Take back that two accounts are two firms. */
  "DELETE /two-firms/{id}": { reply: Done };
  /** Show whether mail is set up, and how it goes. */
  "GET /mail": { query?: Query; reply: MailView };
  /** Set mail up. */
  "PUT /mail": { body: MailSettingDraft; reply: Done };
  /** List messages that wait, were sent or were given up. */
  "GET /mail-messages": { query?: Query; reply: Listed<MailMessage> };
  /** Send a message that only tries whether mail arrives. */
  "POST /mail-messages": { body: TestMessage; reply: Done };
  /** List forms for leads. */
  "GET /lead-forms": { query?: Query; reply: Listed<LeadFormRow> };
  /** Show a form for leads. */
  "GET /lead-forms/{id}": { query?: Query; reply: LeadFormRow };
  /** Show how a form changed. */
  "GET /lead-forms/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Add a form for leads. */
  "POST /lead-forms": { body: LeadFormDraft; reply: Made };
  /** Change or close a form for leads. */
  "PUT /lead-forms/{id}": { body: LeadFormDraft; reply: Made };
  /** List who filled in forms, and what came of it. */
  "GET /form-entries": { query?: Query; reply: Listed<FormEntryRow> };
  /** Show who filled in a form, and what came of it. */
  "GET /form-entries/{id}": { query?: Query; reply: FormEntryRow };
  /** Send a lead to a form, once however often it arrives. */
  "POST /lead-forms/{id}/entries": { body: LeadEntry; reply: EntryTaken };
  /** Show what the page for a stand needs to know of a form. */
  "GET /lead-forms/{address}/stand": { query?: Query; reply: StandForm };
  /** Hand on a message as it came (RFC 5322); it is taken once. */
  "POST /inquiries/mail": { reply: MessageTaken };
  /** List messages that came in by mail. */
  "GET /received-messages": { query?: Query; reply: Listed<ReceivedMessageRow> };
  /** Show a message that came in by mail. */
  "GET /received-messages/{id}": { query?: Query; reply: ReceivedMessageRow };
  /** Make a message an entry of a form. */
  "POST /received-messages/{id}/entry": { body: MessageForm; reply: Made };
  /** Say that nothing comes of a message. */
  "POST /received-messages/{id}/drop": { body: MessageDrop; reply: Made };
  /** List call lists. */
  "GET /call-lists": { query?: Query; reply: Listed<CallListRow> };
  /** Show a call list. */
  "GET /call-lists/{id}": { query?: Query; reply: CallListRow };
  /** Show how a call list changed. */
  "GET /call-lists/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Show what a call list comes to. */
  "GET /call-lists/{id}/figures": { query?: Query; reply: CallListFigures };
  /** Add a call list. */
  "POST /call-lists": { body: CallListDraft; reply: Made };
  /** Change or close a call list. */
  "PUT /call-lists/{id}": { body: CallListDraft; reply: Made };
  /** Put people on a call list. */
  "POST /call-lists/{id}/members": { body: PeopleChoice; reply: PeopleChosen };
  /** List who is on call lists, and where they stand. */
  "GET /call-members": { query?: Query; reply: Listed<CallMemberRow> };
  /** List the calls of call lists. */
  "GET /calls": { query?: Query; reply: Listed<CallRow> };
  /** Show whom one is calling, with what one needs for it. */
  "GET /call-lists/{id}/call": { query?: Query; reply: CallDesk };
  /** Take the next person of a call list, or one of its members. */
  "POST /call-lists/{id}/turns": { body: CallTurnDraft; reply: CallTurnTaken };
  /** Give the person back whom one has taken. */
  "DELETE /call-lists/{id}/turns": { reply: Done };
  /** Say what came of a call. */
  "POST /call-lists/{id}/calls": { body: CallDraft; reply: Made };
  /** Take one's own last call of a person back. */
  "DELETE /call-lists/{id}/calls/{call}": { reply: Done };
  /** List mailing lists. */
  "GET /mailing-lists": { query?: Query; reply: Listed<MailingListRow> };
  /** Show a mailing list. */
  "GET /mailing-lists/{id}": { query?: Query; reply: MailingListRow };
  /** Show how a mailing list changed. */
  "GET /mailing-lists/{id}/history": { query?: Query; reply: Listed<Change> };
  /** Show what a mailing list comes to. */
  "GET /mailing-lists/{id}/figures": { query?: Query; reply: MailingListFigures };
  /** Plan a mailing list. */
  "POST /mailing-lists": { body: MailingListDraft; reply: Made };
  /** Change a mailing list that has not gone out. */
  "PUT /mailing-lists/{id}": { body: MailingListDraft; reply: Made };
  /** Put people on a mailing list. */
  "POST /mailing-lists/{id}/members": { body: PeopleChoice; reply: PeopleChosen };
  /** Take somebody off a mailing list that has not gone out. */
  "DELETE /mailing-lists/{id}/members/{member}": { reply: Done };
  /** List who is on mailing lists, and what became of it. */
  "GET /mailing-members": { query?: Query; reply: Listed<MailingMemberRow> };
  /** Ask for the addresses of a mailing list, which stands on record. */
  "POST /mailing-lists/{id}/handouts": { reply: Made };
  /** List who took the addresses of mailing lists. */
  "GET /mailing-handouts": { query?: Query; reply: Listed<MailingHandoutRow> };
  /** Take the addresses that one asked for. */
  "GET /mailing-handouts/{id}/addresses": { query?: Query; reply: Listed<MailingAddress> };
  /** Say that a mailing list went out. */
  "POST /mailing-lists/{id}/drop": { body: MailingDropDraft; reply: Made };
  /** Take back that a mailing list went out. */
  "DELETE /mailing-lists/{id}/drop": { reply: Done };
  /** Say that a piece came back. */
  "POST /mailing-lists/{id}/returns": { body: MailingReturnDraft; reply: Made };
  /** Take back that a member's piece came back. */
  "DELETE /mailing-lists/{id}/returns/{member}": { reply: Done };
  /** Record what a member of a mailing list said about being written to. */
  "POST /mailing-lists/{id}/answers": { body: MailingAnswer; reply: Made };
  /** List the lines of orders; where none has come in, won opportunities are the orders. */
  "GET /orders": { query?: Query; reply: Listed<OrderRow> };
  /** Add up the order lines of a list. */
  "GET /orders/totals": { query?: Query; reply: Listed<OrderTotal> };
  /** Show a line of an order. */
  "GET /orders/{id}": { query?: Query; reply: OrderRow };
  /** Show what became of a line of an order. */
  "GET /orders/{id}/history": { query?: Query; reply: Listed<Change> };
  /** List months: what the facts sum to, and how far the books are from it. */
  "GET /general-ledger": { query?: Query; reply: Listed<LedgerMonth> };
  /** Show a month: what the books say, what the facts sum to, and why they differ. */
  "GET /general-ledger/{month}": { query?: Query; reply: LedgerMonthView };
  /** Show one measure of a month. */
  "GET /general-ledger/{month}/measures/{measure}": { query?: Query; reply: LedgerMonthLine };
  /** List the entries behind a number of a month. */
  "GET /general-ledger/{month}/entries": { query?: Query; reply: Listed<LedgerEntry> };
  /** Close a month. */
  "POST /general-ledger/{month}/closing": { body: ClosingDraft; reply: Done };
  /** Reopen a month. */
  "POST /general-ledger/{month}/reopening": { body: ReopeningDraft; reply: Done };
  /** List what finance stated of the books. */
  "GET /ledger-totals": { query?: Query; reply: Listed<LedgerTotalRow> };
  /** Show a ledger total. */
  "GET /ledger-totals/{id}": { query?: Query; reply: LedgerTotalRow };
  /** Show what was stated before. */
  "GET /ledger-totals/{id}/history": { query?: Query; reply: Listed<Change> };
  /** State a ledger total. */
  "POST /ledger-totals": { body: LedgerTotalDraft; reply: Made };
  /** Take a ledger total back. */
  "DELETE /ledger-totals/{id}": { reply: Done };
  /** What was spent and what was the return. */
  "GET /roi": { query?: Query; reply: Roi };
  /** The return by channel, campaign, product, salesperson and so on. */
  "GET /roi/lines": { query?: Query; reply: Listed<RoiLine> & { rules: RulesTold } };
  /** One line with its working. */
  "GET /roi/line": { query?: Query; reply: RoiLine };
  /** The orders that a line has a part in. */
  "GET /roi/orders": { query?: Query; reply: Listed<CreditedOrder> & { rules: RulesTold } };
  /** The leads that a line has a part in. */
  "GET /roi/leads": { query?: Query; reply: Listed<CreditedLead> & { rules: RulesTold } };
  /** The accounts that ordered for the first time. */
  "GET /roi/new-accounts": { query?: Query; reply: Listed<NewAccount> & { rules: RulesTold } };
  /** The touchpoints that count for a line. */
  "GET /roi/touchpoints": { query?: Query; reply: Listed<MetTouch> & { rules: RulesTold } };
  /** The budgets and the clauses of signed plans that planned spend is the sum of. */
  "GET /roi/planned": { query?: Query; reply: Listed<PlannedPart> & { rules: RulesTold } };
  /** Spend that was recorded later than five weekdays after its month was over. */
  "GET /roi/late": { query?: Query; reply: Listed<LateSpend> & { rules: RulesTold } };
  /** How one order came about. */
  "GET /roi/orders/{id}": { query?: Query; reply: OrderJourney & { rules: RulesTold } };
  /** What was spent in each month, and what came back of it since. */
  "GET /roi/cohorts": { query?: Query; reply: Cohorts };
  /** One month of spend with its working. */
  "GET /roi/cohort": { query?: Query; reply: Cohort };
  /** The orders that touchpoints of these months have a part in. */
  "GET /roi/cohorts/orders": { query?: Query; reply: Listed<CreditedOrder> & { rules: RulesTold } };
  /** How the months of spend grew from one month since to the next. */
  "GET /roi/cohorts/older": { query?: Query; reply: Listed<OlderCohort> & { rules: RulesTold } };
  /** How long orders came after their first touchpoint. */
  "GET /roi/cohorts/lags": { query?: Query; reply: Listed<OrderLag> & { rules: RulesTold } };
  /** Spend of a month that was entered when it seemed over. */
  "GET /roi/cohorts/late": { query?: Query; reply: Listed<LateSpend> & { rules: RulesTold } };
  /** Everything that happened with an account, as it is drawn. */
  "GET /accounts/{id}/timeline": { query?: Query; reply: AccountHistory };
  /** Everything that happened with an account. */
  "GET /accounts/{id}/timeline/items": { query?: Query; reply: Listed<HistoryItem> & { rules: RulesTold } };
  /** Every channel, campaign or side under every model. */
  "GET /roi/models": { query?: Query; reply: Listed<ModelsLine> & { rules: RulesTold } };
  /** How far the models disagree, and what each attributes in all. */
  "GET /roi/models/comparison": { query?: Query; reply: RoiModels };
  /** One line under every model, with workings. */
  "GET /roi/models/line": { query?: Query; reply: ModelsLine };
  /** How far the credits of one line could have come out otherwise, by drawing journeys anew. */
  "GET /roi/models/line/intervals": { query?: Query; reply: LineIntervals & { rules: RulesTold } };
  /** The ways that journeys took. */
  "GET /roi/journeys": { query?: Query; reply: Listed<RoiWay> & { rules: RulesTold } };
  /** Every journey for itself, with the way that it took. */
  "GET /roi/journeys/single": { query?: Query; reply: Listed<TakenJourney> & { rules: RulesTold } };
  /** From the first touchpoints to the order, or to none, step by step. */
  "GET /roi/journeys/flow": { query?: Query; reply: RoiFlow };
  /** One way with its workings. */
  "GET /roi/journeys/way": { query?: Query; reply: RoiWayView };
  /** The journeys that took a way, and the orders that closed them. */
  "GET /roi/journeys/taken": { query?: Query; reply: Listed<TakenJourney> & { rules: RulesTold } };
  /** Leads passed on and not contacted within the agreed time. */
  "GET /leads-not-contacted": { query?: Query; reply: Listed<WaitingLead> };
  /** The numbers that both sides state. */
  "GET /claims": { query?: Query; reply: Listed<ClaimRow> };
  /** One number that a side states. */
  "GET /claims/{id}": { query?: Query; reply: ClaimRow };
  /** Show how a claim changed. */
  "GET /claims/{id}/history": { query?: Query; reply: Listed<Change> };
  /** What a side says that its touchpoints brought, beside what the rules of credit say. */
  "GET /claims/{id}/credit": { query?: Query; reply: ClaimCredit };
  /** State a number. */
  "POST /claims": { body: ClaimDraft; reply: Made };
  /** Give the list behind a number. */
  "POST /claims/{id}/items": { body: ClaimItemsDraft; reply: Made };
  /** Take a number back. */
  "POST /claims/{id}/withdrawal": { reply: Made };
  /** From one number to another, step by step. */
  "GET /bridge": { query?: Query; reply: Bridge };
  /** The rows behind a step of a bridge, or behind one of its numbers. */
  "GET /bridge/rows": { query?: Query; reply: Listed<BridgeRow> };
  /** List imports. */
  "GET /imports": { query?: Query; reply: Listed<ImportRow> };
  /** Upload a file as the request's body, with its name in the query, and as `target` what its rows are, where the headers shall not tell; it is recognised and tried. */
  "POST /imports": { reply: ImportView };
  /** Show an import: what it would do while it waits, how far it is while it runs, what it did. */
  "GET /imports/{id}": { query?: Query; reply: ImportView };
  /** Correct how an upload is read, and try it again. */
  "PUT /imports/{id}": { body: ImportChange; reply: ImportView };
  /** Delete an upload that was not run. */
  "DELETE /imports/{id}": { reply: Done };
  /** Run an upload, in one commit. */
  "POST /imports/{id}/run": { reply: ImportView };
  /** Read the list behind a claim as an import would, and keep nothing of it. */
  "POST /imports/list": { body: ClaimListAsked; reply: ClaimListRead };
  /** Undo a whole import. */
  "POST /imports/{id}/undo": { reply: ImportUndone };
  /** List what is wrong with the rows that stayed out; as CSV, those rows as they stood in the file. */
  "GET /imports/{id}/problems": { query?: Query; reply: Listed<ImportProblem> };
  /** List the leads and opportunities that were known as two and are one journey. */
  "GET /joined-journeys": { query?: Query; reply: Listed<JoinedJourneyRow> };
  /** Say that a lead and an opportunity are one journey. */
  "POST /joined-journeys": { body: JoinDraft; reply: Made };
  /** Take apart what was said to be one journey. */
  "DELETE /joined-journeys/{id}": { reply: Done };
  /** Who promised what by when. */
  "GET /actions": { query?: Query; reply: Listed<ActionRow> };
  /** One action. */
  "GET /actions/{id}": { query?: Query; reply: Action };
  /** Report an action as done. */
  "POST /actions/{id}/completion": { body: ActionCompletion; reply: Action };
  /** Take a completion back. */
  "DELETE /actions/{id}/completion": { reply: Action };
  /** The gaps as of a day: this week's agenda. */
  "GET /review": { query?: Query; reply: ReviewView };
  /** One gap with the working of its stake. */
  "GET /gaps/{code}": { query?: Query; reply: Gap };
  /** Reviews that were held. */
  "GET /reviews": { query?: Query; reply: Listed<ReviewRow> };
  /** The minutes of a review. */
  "GET /reviews/{id}": { query?: Query; reply: ReviewView };
  /** One gap of a review, with the working that was frozen with it. */
  "GET /reviews/{id}/gaps/{code}": { query?: Query; reply: Gap };
  /** Begin a review. */
  "POST /reviews": { body: ReviewOpening; reply: ReviewView };
  /** Record that somebody came. */
  "POST /reviews/{id}/attendance": { body: ReviewAttendanceRequest; reply: ReviewView };
  /** Record a decision about a gap. */
  "POST /reviews/{id}/decisions": { body: ReviewDecisionRequest; reply: ReviewView };
  /** Record who does what by when. */
  "POST /reviews/{id}/actions": { body: ReviewActionRequest; reply: ReviewView };
  /** Close a review: its numbers are frozen. */
  "POST /reviews/{id}/closing": { reply: ReviewView };
  /** Describes every route as OpenAPI 3.1. */
  "GET /openapi": { query?: Query; reply: OpenApi };
  /** Remove the demo company and go on with one's own file. */
  "POST /demo/removal": { reply: Done };
}
