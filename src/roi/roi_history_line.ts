// SPDX-License-Identifier: Apache-2.0
import type { HistoryJourney } from "../ui/api.gen";

/** Where a moment stands between two others, in percent of the way. */
export function place_of(at: string, from: string, until: string): number {
  const [first, last] = [Date.parse(from), Date.parse(until)];
  if (last <= first) return 50;
  return Math.min(100, Math.max(0, (100 * (Date.parse(at) - first)) / (last - first)));
}

export interface Bracket {
  journey: HistoryJourney;
  left: number;
  width: number;
  row: number;
}

/** Journeys that overlap stand beneath each other, each in the first row that is free; past the last row they share it. */
export function brackets_of(journeys: readonly HistoryJourney[], from: string, until: string, rows_max = 5): Bracket[] {
  const ends: number[] = [];
  const by_time = [...journeys].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return by_time.map((journey) => {
    const left = place_of(journey.from, from, until);
    const right = place_of(journey.until, from, until);
    const free = ends.findIndex((end) => end < left);
    const row = free >= 0 ? free : Math.min(ends.length, rows_max - 1);
    ends[row] = Math.max(ends[row] ?? 0, right);
    return { journey, left, width: right - left, row };
  });
}

export interface Tick {
  day: string;
  words: string;
  left: number;
}

const day_ms = 86_400_000;
const steps_in_days = [1, 2, 7, 14] as const;
const steps_in_months = [1, 2, 3, 6, 12, 24, 60, 120] as const;
const name_of_month = (at: Date) => at.toLocaleDateString("en-US", { month: "short", timeZone: "UTC" });

/** Round days between two others, none closer than what a label takes: firsts of months, of years, or days of a short line. Each names its year. */
export function ticks_of(from: string, until: string, ticks_max = 11): Tick[] {
  const [first, last] = [Date.parse(from.slice(0, 10)), Date.parse(until.slice(0, 10))];
  if (!(last > first)) return [];
  const tick = (at: Date, words: string) => ({ day: at.toISOString().slice(0, 10), words, left: place_of(at.toISOString(), from, until) });
  const days = (last - first) / day_ms;
  const step_in_days = steps_in_days.find((step) => days / step < ticks_max);
  if (step_in_days !== undefined && days < 62)
    return Array.from({ length: Math.floor(days / step_in_days) + 1 }, (_, count) => new Date(first + count * step_in_days * day_ms)).map((at) =>
      tick(at, `${at.getUTCDate()} ${name_of_month(at)} ${at.getUTCFullYear()}`),
    );
  const months = days / 30.4;
  const step = steps_in_months.find((one) => months / one < ticks_max) ?? steps_in_months.at(-1)!;
  const begin = new Date(first);
  const ticks: Tick[] = [];
  let month = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth() + (begin.getUTCDate() > 1 ? 1 : 0)) / step) * step;
  for (; ; month += step) {
    const at = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (at.getTime() > last) return ticks;
    ticks.push(tick(at, step % 12 === 0 ? String(at.getUTCFullYear()) : `${name_of_month(at)} ${at.getUTCFullYear()}`));
  }
}
