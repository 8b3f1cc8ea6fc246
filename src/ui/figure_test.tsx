// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { make_query_client } from "./data";
import { Figure, working_in, type FigureData } from "./figure";

vi.mock("./session", () => ({ useReader: () => ({ locale: "en-US", today: "2026-11-23" }) }));

const stake: FigureData = {
  name: "At stake",
  unit: "money",
  number: null,
  money: { minor: 18_620_000, currency: "USD" },
  formula: "leads × win rate × margin",
  inputs: [{ name: "Win rate", unit: "percent", number: 3.8125, money: null, link: "" }],
  as_of: 4211,
  why: "",
  link: "",
};

const show = (figure: FigureData) =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>
        <div id="overlays" />
        <Figure figure={figure} />
      </QueryClientProvider>
    </MantineProvider>,
  );
const opened = () => document.querySelector(".opened")!.textContent;

beforeEach(() => vi.stubGlobal("fetch", vi.fn<typeof fetch>()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("opens its formula and inputs by keyboard", async () => {
  show(stake);
  fireEvent.keyDown(screen.getByRole("button", { name: "At stake $186,200, show working" }), { key: "Enter" });
  await screen.findByText("Win rate");
  expect(opened()).toContain("leads × win rate × margin");
  expect(opened()).toContain("3.8125%");
  expect(opened()).toContain("As of commit 4211");
  expect(fetch).not.toHaveBeenCalled();
});

it("says why it is not known, and never zero", async () => {
  show({ ...stake, money: null, why: "no plan figure for South" });
  const button = screen.getByRole("button", { name: "At stake not known, show working" });
  expect(button.textContent).toBe("—");
  fireEvent.click(button);
  expect(await screen.findByText("Not known: no plan figure for South.")).toBeTruthy();
});

it("fetches the inputs that a list left out", async () => {
  const reply = () => new Response(JSON.stringify({ sentence: "x", stake }), { headers: { "content-type": "application/json" } });
  vi.mocked(fetch).mockImplementation(async () => reply());
  show({ ...stake, inputs: [], link: "/gaps/7" });
  fireEvent.click(screen.getByRole("button"));
  expect(await screen.findByText("3.8125%")).toBeTruthy();
  expect(vi.mocked(fetch).mock.calls[0]![0]).toBe("/gaps/7.json");
});

it("finds itself in a page's reply by its formula", () => {
  const other = { ...stake, formula: "something else" };
  expect(working_in({ other, stake }, { ...stake, inputs: [] })).toBe(stake);
  expect(working_in({ other }, { ...stake, inputs: [] })?.inputs).toEqual([]);
  expect(working_in(undefined, stake)).toBeNull();
});
