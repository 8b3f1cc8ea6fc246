// SPDX-License-Identifier: Apache-2.0
import { format_day, list_in_words } from "./format";
import { useReader } from "./session";

export interface Doing {
  by: string;
  /** A day or an instant. */
  on: string;
  side?: string | undefined;
}

/** Who did something and when, as a sentence rather than a badge: "Signed by Maria and Sam on 28 September". */
export function Sentence({ verb, done }: { verb: string; done: readonly Doing[] }) {
  return sentence_of(verb, done, useReader().today);
}

export function sentence_of(verb: string, done: readonly Doing[], today?: string): string {
  if (done.length === 0) return `Not ${verb.toLowerCase()} yet`;
  const day_of = (one: Doing) => format_day(one.on, { today }, "long");
  const who = (one: Doing) => (one.side && one.side !== "none" ? `${one.by} for ${one.side}` : one.by);
  const days = new Set(done.map(day_of));
  if (days.size === 1) return `${verb} by ${list_in_words(done.map(who))} on ${[...days][0]}`;
  return `${verb} by ${list_in_words(done.map((one) => `${who(one)} on ${day_of(one)}`))}`;
}
