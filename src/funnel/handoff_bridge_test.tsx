// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from "vitest";
import type { HandoffBar } from "../ui/api.gen";
import { places_of } from "./handoff_bridge";

vi.mock("../ui/session", () => ({ useReader: () => ({ locale: "en-US", today: "2026-11-23" }) }));

const bar = (step: HandoffBar["step"], number: number): HandoffBar => ({
  step,
  name: step,
  side: null,
  count: { name: step, unit: "count", number, money: null, formula: "", inputs: [], as_of: 1, why: "", link: "" },
});

it("lets each loss hang where the one before ended, down to what was taken on", () => {
  const places = places_of([bar("came", 200), bar("left", 20), bar("waiting", 10), bar("untouched", 70), bar("taken_on", 100)]);
  expect(places.map(({ bottom, height }) => [bottom, height])).toEqual([[0, 1], [0.9, 0.1], [0.85, 0.05], [0.5, 0.35], [0, 0.5]]);
});

it("stands on the ground where nothing came", () => {
  expect(places_of([bar("came", 0), bar("taken_on", 0)]).every(({ bottom, height }) => bottom === 0 && height === 0)).toBe(true);
});
