// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { make_query_client } from "../ui/data";
import { ServiceLevelBody } from "./level_body";

const names: Record<string, Record<string, string>> = {
  "/territories": { 2: "North" },
  "/products": { 7: "PX-100" },
  "/people": { 4: "Karl Weber", 5: "Mei Chen" },
};
const reply_to = (url: string) => {
  const { pathname, searchParams } = new URL(url, "http://accord");
  const id = searchParams.get("id")!;
  return { items: [{ id: Number(id), name: names[pathname.replace(".json", "")]?.[id] }], next: null, total: 1 };
};

beforeEach(() => vi.stubGlobal("fetch", vi.fn<typeof fetch>(async (url) => Response.json(reply_to(String(url))))));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text_of = (body: object, marked = "") =>
  render(
    <QueryClientProvider client={make_query_client()}>
      <ServiceLevelBody body={body} found={(clause) => `<${clause}>`} notes={(clause) => `{${clause}}`} marked={marked} />
    </QueryClientProvider>,
  ).container;

const level = {
  demands: ["account", "contact"],
  answer_within_hours: 4,
  contact_within_hours: 8,
  ask_within_hours: 16,
  reasons: ["No need", "No budget"],
  manager_after_hours: 0,
  routing: [
    { name: "Gauges", territory: 2, product: 7, source: "Trade show", people: [4, 5] },
    { name: "All the rest", people: [5], by: "turn" },
  ],
};

it("says what both sides owe each other, and fills in what the text leaves out", () => {
  const { textContent } = text_of(level);
  for (const words of [
    "To be handed to sales: account and contact.",
    "Within 4 business hours of having it, sales accepts or rejects.",
    "Within 2 business days (16 h) marketing answers",
    "90% of each side’s handoffs.",
    "No need · No budget",
    "After 90 days",
    "As soon as its time is over.",
  ])
    expect(textContent).toContain(words);
  // The review's time is left out of the text: two business days past its time.
  expect(textContent).toContain("2 business days (16 h) past its time.");
});

it("reads the rules as numbered sentences with names", async () => {
  const container = text_of(level, "routing[Gauges].people");
  const rules = () => [...container.querySelectorAll("li")].map((one) => one.textContent);
  await waitFor(() => expect(rules()[0]).toContain("leads of North for PX-100 from “Trade show” go to Karl Weber or Mei Chen, whoever has the fewest that wait."));
  expect(rules()[1]).toContain("all leads go to Mei Chen.");
  expect(container.querySelectorAll("li[data-marked=true]").length).toBe(1);
});

it("has a place for what each clause found and what was remarked about it", () => {
  const { textContent } = text_of(level);
  for (const clause of ["demands", "answer_within_hours", "contact_within_hours", "ask_within_hours", "share_percent", "reasons", "again_after_days", "manager_after_hours", "review_after_hours", "routing", "routing[Gauges]"]) {
    expect(textContent).toContain(`<${clause}>`);
    expect(textContent).toContain(`{${clause}}`);
  }
});

it("without rules says who takes a lead", () => {
  expect(text_of({ ...level, routing: [] }).textContent).toContain("No rule is agreed: each lead waits for whoever of the side that is to get it takes it.");
});
