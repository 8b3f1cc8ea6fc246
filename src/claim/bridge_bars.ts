// SPDX-License-Identifier: Apache-2.0
import type { Bridge } from "../ui/api.gen";
import type { Quantity } from "../ui/figure";
import { major_of } from "../ui/money";

/** One bar of a waterfall, in percent of its width. */
export interface Bar {
  from: number;
  width: number;
  rises: boolean;
}

export const size_of = (figure: Quantity): number => (figure.money ? major_of(figure.money) : (figure.number ?? 0));

/** The first number as a whole bar, each step where the one before ended, the second number as a whole bar. */
export function bars_of(bridge: Pick<Bridge, "first" | "second" | "items">): Bar[] {
  const start = size_of(bridge.first.number);
  const ends = [start];
  for (const line of bridge.items) ends.push(ends.at(-1)! + size_of(line.change));
  const end = size_of(bridge.second.number);
  const low = Math.min(0, end, ...ends);
  const high = Math.max(0, end, ...ends);
  const scale = high > low ? 100 / (high - low) : 0;
  const bar = (a: number, b: number): Bar => ({ from: (Math.min(a, b) - low) * scale, width: Math.abs(b - a) * scale, rises: b >= a });
  return [bar(0, start), ...bridge.items.map((_, at) => bar(ends[at]!, ends[at + 1]!)), bar(0, end)];
}
