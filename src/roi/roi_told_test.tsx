// SPDX-License-Identifier: Apache-2.0
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Notes } from "./roi_told";

afterEach(cleanup);

const untold = "98% of what was spent in these days names no product, or several: returns and costs of single lines are not told.";
const notes = [untold, "Touchpoints are on record from 1 March 2026 on.", "One touchpoint led to each order, so that every model says the same."];

/** What stands there without unfolding anything, and what unfolding adds. */
function open_and_folded(shown: readonly string[], first_is_open: boolean) {
  const { container } = render(<Notes notes={shown} first_is_open={first_is_open} />);
  const folded = [...container.querySelectorAll("details p")].map((one) => one.textContent);
  const open = [...container.querySelectorAll("p")].map((one) => one.textContent).filter((text) => !folded.includes(text));
  return { open, folded, summary: container.querySelector("summary")?.textContent };
}

test("why no return is told stands open where it may be the first note; the rest is folded", () => {
  expect(open_and_folded(notes, true)).toEqual({ open: [untold], folded: notes.slice(1), summary: "2 more things to know before one judges" });
  cleanup();
  expect(open_and_folded(notes.slice(0, 2), true).summary).toBe("1 more thing to know before one judges");
});

test("elsewhere several are folded, and one alone is not", () => {
  expect(open_and_folded(notes, false)).toEqual({ open: [], folded: notes, summary: "3 things to know before one judges" });
  cleanup();
  expect(open_and_folded([untold], false)).toEqual({ open: [untold], folded: [], summary: undefined });
});
