// SPDX-License-Identifier: Apache-2.0
import type { Constant } from "./import_view";

export type Way = "scan" | "mail" | "call" | "visit";

/** A way in which customers are met and which leaves a list behind. */
interface About {
  title: string;
  /** What its day is called. */
  day: string;
  /** When a row is of that day. */
  of_day: string;
  /** What the list keeps its identifiers under, where its columns do not tell its system. */
  system: string;
  /** Columns as such lists have them. */
  columns: string;
  /** What of them is read, and what is not. */
  read: string;
}

export const ways: Record<Way, About> = {
  scan: {
    title: "Scan list",
    day: "Day of the show",
    of_day: "Of scans that have no time of their own.",
    system: "Scan list",
    columns: "First Name, Last Name, Company, Job Title, Email, Scanned At",
    read: "Name, company, e-mail, job title, telephone, and when and by whom it was scanned are read. Notes are not, since they may say of a person what has to be forgotten later; nor is the badge’s number, which is somebody else’s at the next show.",
  },
  mail: {
    title: "Mailing list",
    day: "Drop date",
    of_day: "The day on which it was handed to the post or sent, where a row does not say.",
    system: "Mailing list",
    columns: "Recipient, Company, Email, Address, Opted Out",
    read: "Recipient, company, e-mail, a drop date of the row’s own, and whether somebody opted out are read. Addresses are not.",
  },
  call: {
    title: "Call list",
    day: "Day of the calls",
    of_day: "Of calls that have no time of their own.",
    system: "Call list",
    columns: "Call Date, Company, Contact Name, Phone, Caller, Disposition",
    read: "Company, name, telephone, e-mail, when, by whom and what came of it are read. A call that reached nobody (no answer, busy, wrong number) is no touchpoint; the words for the others are not kept.",
  },
  visit: {
    title: "Visits",
    day: "Day of the visits",
    of_day: "Of visits that have no day of their own.",
    system: "Visit list",
    columns: "Visit Date, Company, Contact Name, Salesperson",
    read: "Company, whom, when and the salesperson are read. A visit that was logged on an account or an opportunity is a touchpoint already: leave it out here.",
  },
};

/** How a campaign on such a channel is usually entered. */
export const way_on: Record<string, Way> = {
  trade_show: "scan",
  direct_mail: "mail",
  email: "mail",
  telemarketing: "call",
  sales: "visit",
};

/** Whether a list of this way can be of no campaign: calls and visits happen without one. */
export const needs_campaign = (way: Way) => way === "scan" || way === "mail";

interface Said {
  way: Way;
  /** The campaign's name. */
  campaign: string;
  day: string;
  /** Mail by post or by e-mail. */
  is_electronic: boolean;
  /** Who called or visited, as far as that is asked. */
  side: string;
}

/** What is the same in every row, as cells of the file would say it. */
export function constants_of({ way, campaign, day, is_electronic, side }: Said): Constant[] {
  return [
    ...(campaign ? [{ slot: "campaign", value: campaign }] : []),
    { slot: "kind", value: way === "mail" && is_electronic ? "email" : way },
    ...(needs_campaign(way) ? [] : [{ slot: "side", value: side }]),
    { slot: "day", value: day },
  ];
}

/** The same of leads, each of which is a touchpoint of the campaign on the day on which it began: the row's own, else this. */
export function constants_of_leads(campaign: string, day: string): Constant[] {
  return [
    { slot: "campaign", value: campaign },
    { slot: "day", value: day },
  ];
}

/** What the list says in a column of its own holds there, and is not said again; which those are, to be told. */
export function beside_columns(constants: Constant[], columns: readonly { slot: string }[]) {
  const told = new Set(columns.map((one) => one.slot.replace(/_key$/, "")));
  return { said: constants.filter((one) => !told.has(one.slot)), told: constants.filter((one) => told.has(one.slot)) };
}

/** The day that is meant until another one is given: the campaign's first, unless that is still to come. */
export const likely_day = (starts_on: string | null | undefined, today: string) => (starts_on && starts_on <= today ? starts_on : today);

/** What the upload is called: "Scan list, Spring show, 2026-03-10.csv". */
export const name_of_list = (way: Way, campaign: string, day: string) =>
  `${[ways[way].title, campaign, day].filter(Boolean).join(", ").replaceAll(/[/\\]/g, "-")}.csv`;
