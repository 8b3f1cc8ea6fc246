// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "./api";
import { make_query_client } from "./data";
import { Form } from "./form";
import { body_of, missing_in, path_of, typed_of } from "./form_values";

vi.mock("./described.gen", () => {
  const field = (name: string, kind: string, more: object = {}) => ({
    name,
    sentence: `About ${name}.`,
    kind,
    unit: "none",
    choices: [],
    record: "",
    is_list: false,
    is_optional: false,
    ...more,
  });
  const stage = [field("name", "text"), field("time_allowed_hours", "integer", { unit: "hours" })];
  const funnel = [
    field("id", "id"),
    field("title", "text"),
    field("margin", "money", { is_optional: true }),
    field("due", "day", { is_optional: true }),
    field("is_trial", "boolean"),
    field("stages", "record", { record: "stage", is_list: true }),
  ];
  return { described: { stage: { name: "stage", sentence: "", fields: stage }, funnel: { name: "funnel", sentence: "", fields: funnel } } };
});
vi.mock("./pages.gen", () => ({ pages: [] }));
vi.mock("./session", () => ({ useSession: () => ({ company: { currency: "USD" } }) }));

const funnel = {
  title: "Direct sales",
  margin: { minor: 1_050, currency: "EUR" },
  due: null,
  is_trial: true,
  stages: [
    { name: "Inquiry", time_allowed_hours: 8 },
    { name: "Proposal", time_allowed_hours: 120 },
  ],
};
const names = ["title", "margin", "due", "is_trial", "stages"];

describe("what is typed", () => {
  it("becomes the same record again", () => {
    const { due: _, ...given } = funnel;
    expect(body_of("funnel", typed_of("funnel", funnel, names), "USD")).toEqual(given);
  });
  it("is absent where nothing was typed that may be, and in the company's currency where none was given", () => {
    const typed = typed_of("funnel", {}, names);
    expect(body_of("funnel", typed, "USD")).toEqual({ title: "", is_trial: false, stages: [] });
    typed.margin = { amount: 12.34, currency: null };
    expect(body_of("funnel", typed, "USD").margin).toEqual({ minor: 1_234, currency: "USD" });
  });
  it("is complained about where it is missing, by its place", () => {
    const typed = typed_of("funnel", { stages: [{ name: "Inquiry" }, {}] }, names);
    expect(Object.keys(missing_in("funnel", typed))).toEqual([
      "title",
      "stages.0.time_allowed_hours",
      "stages.1.name",
      "stages.1.time_allowed_hours",
    ]);
    expect(missing_in("funnel", typed_of("funnel", funnel, names))).toEqual({});
    expect(missing_in("funnel", typed_of("funnel", { ...funnel, stages: [] }, names))).toEqual({ stages: "Stages: at least one is needed." });
  });
  it("has the place that the server names", () => {
    expect(path_of("stages[12].time_allowed_hours")).toBe("stages.12.time_allowed_hours");
  });
});

describe("the form", () => {
  afterEach(cleanup);
  const show = (send: (body: never) => Promise<unknown>) =>
    render(
      <MantineProvider>
        <QueryClientProvider client={make_query_client()}>
          <Form record="funnel" value={funnel} send={send} button="Propose" />
        </QueryClientProvider>
      </MantineProvider>,
    );
  const names_shown = () => screen.getAllByLabelText(/^Name/).map((input) => (input as HTMLInputElement).value);

  it("adds, moves and takes away what is in a list, and sends what is left", async () => {
    const send = vi.fn(() => Promise.resolve());
    show(send);
    fireEvent.click(screen.getByRole("button", { name: "Move stage 2 up" }));
    expect(names_shown()).toEqual(["Proposal", "Inquiry"]);
    fireEvent.click(screen.getByRole("button", { name: "Remove stage 1" }));
    fireEvent.click(screen.getByRole("button", { name: "Add a stage" }));
    fireEvent.change(screen.getAllByLabelText(/^Name/)[1]!, { target: { value: "Won" } });
    fireEvent.change(screen.getAllByLabelText(/^Time allowed/)[1]!, { target: { value: "24" } });
    fireEvent.click(screen.getByRole("button", { name: "Propose" }));
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    const stages = [funnel.stages[0], { name: "Won", time_allowed_hours: 24 }];
    const { title, margin, is_trial } = funnel;
    expect(send).toHaveBeenCalledWith({ title, margin, is_trial, stages });
  });

  it("sends nothing while something needed is missing", async () => {
    const send = vi.fn(() => Promise.resolve());
    show(send);
    fireEvent.change(screen.getByLabelText(/^Title/), { target: { value: "" } });
    fireEvent.click(screen.getByRole("button", { name: "Propose" }));
    expect(await screen.findByText("Title is needed.")).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
  });

  it("puts the server's errors beside their fields and the rest above the button", async () => {
    const errors = [
      { field: "stages[1].time_allowed_hours", message: "At most 80 hours." },
      { field: "scope", message: "is not known" },
    ];
    show(() => Promise.reject(new Problem(422, { title: "It was refused.", remedy: "Correct it.", errors } as Partial<Problem>)));
    fireEvent.click(screen.getByRole("button", { name: "Propose" }));
    expect(await screen.findByText("At most 80 hours.")).toBeTruthy();
    expect(screen.getAllByLabelText(/^Time allowed/)[1]!.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").textContent).toContain("Scope: is not known");
    expect(screen.getByRole("alert").textContent).not.toContain("80 hours");
  });
});
