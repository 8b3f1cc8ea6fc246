// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { make_query_client } from "../ui/data";
import { SumsOver, told_over } from "./roi_behind";

afterEach(cleanup);

const rules = {
  sentence: "Rules of credit, version 2, signed by both sides",
  version: "Rules of credit, version 2",
  link: "/agreements/credit_rules/versions/2",
  is_agreed: false,
  is_other: true,
  told: "All credit to the last touchpoint; touchpoints of the 30 days before; 1 January 2026 to 2 March 2026",
  model: "last_touch" as const,
  markov_order: 1,
  half_life_days: 7,
  lookback_days: 30,
  from_day: "2026-01-01",
  until_day: "2026-03-02",
};

const count = (number: number) => ({ name: "Leads", number, unit: "count", formula: "counted", inputs: [], why: "" }) as never;

function show(address: string, children: ReactNode) {
  window.history.pushState({}, "", address);
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>{children}</QueryClientProvider>
    </MantineProvider>,
  );
}

test("a list says by which version of the rules, model and days it is told, as its reply does", () => {
  const { container } = show("/roi/leads?line=8&model=last_touch", told_over(true)({ items: [], rules }));
  expect(container.textContent).toContain("Told by other rules than Rules of credit, version 2, signed by both sides; what is agreed stands beside it. All credit to the last touchpoint; touchpoints of the 30 days before; 1 January 2026 to 2 March 2026.");
  expect(screen.getByRole("link", { name: "Show as agreed" }).getAttribute("href")).toBe("/roi/leads?line=8");
});

const sums = <SumsOver sums={[["Its part of the leads", count(62), count(70)]]} rules={rules} held={{ line: "8" }} />;

test("the sum of the whole stands over it, with the same as agreed", () => {
  const { container } = show("/roi/leads?line=8&order=-name", sums);
  expect(container.querySelector("dl")?.textContent).toBe("Its part of the leads6270 agreed");
});

test("over a list that is searched or filtered there is no sum of what it does not show", () => {
  for (const more of ["q=acme", "phase=lead"]) {
    const { container } = show(`/roi/leads?line=8&${more}`, sums);
    expect(container.querySelector("dl")).toBeNull();
    cleanup();
  }
});
