// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { OpportunityRow } from "../ui/api.gen";
import { make_query_client } from "../ui/data";
import { List } from "../ui/list";
import { HandOverMany } from "./hand_over_many";

vi.mock("../ui/described.gen", () => {
  const field = (name: string, kind: string, choices: string[] = []) => ({
    name, sentence: "", kind, unit: "none", choices, record: "", is_list: false, is_optional: kind === "id", has_default: true,
  });
  const lead = { name: "lead", sentence: "", fields: [field("id", "integer"), field("name", "text")] };
  const draft = { name: "handoffs_draft", sentence: "", fields: [field("ask", "choice", ["take_over", "information"])] };
  return { described: { lead, handoffs_draft: draft } };
});
vi.mock("../ui/pages.gen", () => ({ pages: [] }));
vi.mock("../ui/session", () => ({
  useReader: () => ({ locale: "en-US", today: "2026-11-23" }),
  useSession: () => ({ person: { side: "marketing" }, company: { currency: "USD" } }),
}));

const rows = [
  { id: 1, name: "Ten gauges" },
  { id: 2, name: "Two pumps" },
  { id: 3, name: "One valve" },
];
const sent: { method: string; url: string; body: unknown }[] = [];
const answers: Record<string, object> = {
  POST: {
    step: 12,
    handed_over: [{ id: 7, step: 12, state: "waiting", assigned_to: 4 }],
    refused: [{ opportunity: 3, code: "handoff_demands_missing", message: "The lead lacks what both sides agreed it must have.", detail: "Contact." }],
  },
  FORESEEN: {
    going: [
      { opportunity: 1, assigned_to: null, rule: "No agreed rule fits: it waits for whoever takes it.", due_at: null },
      { opportunity: 3, assigned_to: null, rule: "No agreed rule fits: it waits for whoever takes it.", due_at: null },
    ],
    refused: [{ opportunity: 2, code: "handoff_waits_already", message: "That side has it waiting already.", detail: "" }],
  },
  DELETE: { taken_back: [7], stayed: [] },
};

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", vi.fn<typeof fetch>(async (url, request = {}) => {
    const method = request.method ?? "GET";
    if (method === "GET") return Response.json({ items: rows, next: null, total: 3 });
    if (String(url).endsWith("/foreseen")) return Response.json(answers["FORESEEN"]);
    sent.push({ method, url: String(url), body: request.body ? JSON.parse(String(request.body)) : null });
    return Response.json(answers[method], { status: method === "POST" ? 201 : 200 });
  }));
});
afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
});

const show = () =>
  render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={make_query_client()}>
        <List<OpportunityRow>
          path="/opportunities"
          record="lead"
          columns={["name"]}
          words={["lead", "leads"]}
          for_chosen={(chosen, clear) => <HandOverMany rows={chosen} name_of={(row) => row.name} clear={clear} />}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );

it("hands over what is chosen, names what was left and why, and takes all back at once", async () => {
  show();
  const boxes = await screen.findAllByRole<HTMLInputElement>("checkbox", { name: "Choose it" });
  fireEvent.click(boxes[0]!);
  // With Shift all up to it.
  fireEvent.click(boxes[2]!, { shiftKey: true });
  expect(screen.getByText(/^3 leads chosen/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Hand over" }));
  // Who would get which and what stays is said before anything is done, and only what can go is sent.
  expect(await screen.findByText("1 lead stays:")).toBeTruthy();
  expect(document.querySelector(".foreseen")?.textContent).toBe(
    "Nobody yet: 2 leadsNo agreed rule fits: it waits for whoever takes it. Ten gauges; One valve1 lead stays:Two pumps: That side has it waiting already.",
  );
  expect(sent).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "Hand over 2 leads", hidden: true }));
  await waitFor(() => expect(sent[0]).toMatchObject({ method: "POST", url: "/handoffs/together", body: { ask: "take_over", opportunities: [1, 3] } }));
  expect(await screen.findByText("1 lead was not handed over:")).toBeTruthy();
  expect(document.querySelector("[data-left]")?.textContent).toBe("One valve: The lead lacks what both sides agreed it must have. Contact.");
  expect(await screen.findByText("1 lead is handed over.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Undo", hidden: true }));
  await waitFor(() => expect(sent[1]).toMatchObject({ method: "DELETE", url: "/handoffs/together/12" }));
});

it("chooses all that are shown, and none", async () => {
  show();
  fireEvent.click(await screen.findByRole("checkbox", { name: "Choose all that are shown" }));
  expect(screen.getByText(/^3 leads chosen/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Choose none" }));
  expect(screen.queryByText(/chosen/)).toBeNull();
});
