// SPDX-License-Identifier: Apache-2.0
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Steps } from "./roi_journeys_page";

afterEach(cleanup);

const way_of = (count: number) => Array.from({ length: count }, (_, at) => `Step ${at + 1}`).join(" › ");

test("A short way stands whole", () => {
  const { container } = render(<Steps way={way_of(7)} />);
  expect(container.textContent).toBe(way_of(7));
  expect(screen.queryByRole("button")).toBeNull();
});

test("A long one shows its first and last steps, says how many lie between, and opens", () => {
  const { container } = render(<Steps way={way_of(20)} />);
  expect(container.textContent).toBe("Step 1 › Step 2 › Step 3 › … 14 more › Step 18 › Step 19 › Step 20");
  fireEvent.click(screen.getByRole("button", { name: "Show the 14 steps between" }));
  expect(container.textContent).toBe(way_of(20));
});
