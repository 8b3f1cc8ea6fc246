// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Gap, ReviewView } from "../ui/api.gen";
import { make_query_client } from "../ui/data";
import { KeyListener } from "../ui/keys";
import { Meeting } from "./review_meeting";

vi.mock("../ui/session", () => ({
  useReader: () => ({ locale: "en-US", today: "2026-11-23" }),
  useSession: () => ({ today: "2026-11-23", company: { currency: "USD" } }),
}));

const gap_of = (about: string): Gap => ({
  code: "stage_overdue",
  about,
  sentence: `14 opportunities stand in “${about}” past the agreed 15 business days`,
  stake_kind: "expected_margin",
  stake: { name: "Expected margin", unit: "money", number: null, money: { minor: 6_611_509, currency: "USD" }, formula: "value × win rate", inputs: [], as_of: 7, why: "", link: "/gaps/stage_overdue" },
  mover: "sales",
  since: "2026-07-06",
  count: 14,
  evidence: "/opportunities?stage=Proposal",
  remedy: "",
  agreement: "",
  clause: "",
  term: "",
  is_provisional: false,
  why_provisional: "",
  exceptions: [],
});

const review: ReviewView = {
  title: "Review, week of 23 November 2026",
  as_of: "2026-11-23",
  data_until: "2026-11-18",
  is_data_old: false,
  bridge: null,
  totals: [],
  items: [gap_of("Proposal"), gap_of("Qualified")],
  blind_spots: [],
  promised: [],
  promised_on: null,
  review: 2,
  open_review: 2,
  last_review: 0,
  is_closed: false,
  sentence: "Being held by Maria Keller on 23 November 2026",
  attendance: [{ person: 1, name: "Maria Keller", side: "sales" }],
  decisions: [],
  actions: [],
  can_hold: true,
};

const sent: { url: string; body: unknown }[] = [];
let refusal: object | null = null;

const answer = (url: string, request: RequestInit = {}) => {
  if (request.method === "POST") {
    sent.push({ url, body: request.body ? JSON.parse(String(request.body)) : undefined });
    if (refusal) return Response.json(refusal, { status: 409, headers: { "content-type": "application/problem+json" } });
  }
  return Response.json(url.startsWith("/people") ? { items: [], next: null, total: 0 } : review);
};

beforeEach(() => {
  sent.length = 0;
  refusal = null;
  // happy-dom lays nothing out, so it has neither.
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
  vi.stubGlobal("fetch", vi.fn<typeof fetch>((url, request) => Promise.resolve(answer(String(url), request))));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>
        <div id="overlays" />
        <Meeting id="2" />
        <KeyListener />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText(/in “Qualified”/);
}

const here = () => document.querySelector("[aria-current=step]")?.textContent ?? "";

it("moves from gap to gap and records a decision by keyboard", async () => {
  await open();
  expect(here()).toContain("“Proposal”");
  fireEvent.keyDown(document.body, { key: "j" });
  await waitFor(() => expect(here()).toContain("“Qualified”"));
  fireEvent.keyDown(document.body, { key: "d" });
  const field = await screen.findByLabelText("Decided");
  fireEvent.change(field, { target: { value: " Work the oldest ten. " } });
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    url: "/reviews/2/decisions",
    body: { code: "stage_overdue", about: "Qualified", decision: "Work the oldest ten." },
  });
  await waitFor(() => expect(screen.queryByLabelText("Decided")).toBeNull());
});

it("records nothing where nothing was written, and Escape leaves", async () => {
  await open();
  fireEvent.keyDown(document.body, { key: "d" });
  const field = await screen.findByLabelText("Decided");
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  fireEvent.keyDown(field, { key: "Escape" });
  await waitFor(() => expect(screen.queryByLabelText("Decided")).toBeNull());
  expect(sent).toEqual([]);
});

it("says who is missing before and after a refused closing", async () => {
  refusal = { title: "A review needs somebody of each side.", status: 409, code: "review_needs_both_sides", remedy: "" };
  await open();
  expect(screen.getByText(/Nobody of marketing is recorded yet/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Close the review" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Nobody of marketing is recorded yet");
});
