// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { bars_of } from "./bridge_bars";

const count = (number: number) => ({ unit: "count", number }) as never;
const bridge = (first: number, changes: number[], second: number) =>
  bars_of({ first: { number: count(first) }, second: { number: count(second) }, items: changes.map((by) => ({ change: count(by) })) } as never);

describe("the bars of a bridge", () => {
  it("each begin where the one before ended, and the last is the second number", () => {
    expect(bridge(400, [-100, -200], 100)).toEqual([
      { from: 0, width: 100, rises: true },
      { from: 75, width: 25, rises: false },
      { from: 25, width: 50, rises: false },
      { from: 0, width: 25, rises: true },
    ]);
  });
  it("fit where a step rises above both numbers, or falls below nothing", () => {
    expect(bridge(50, [50, -120], -20).every(({ from, width }) => from >= 0 && from + width <= 100)).toBe(true);
  });
  it("have no width where there is nothing", () => {
    expect(bridge(0, [], 0).map(({ width }) => width)).toEqual([0, 0]);
  });
});
