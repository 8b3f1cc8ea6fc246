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
