// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ModelsLine, RoiModels } from "../ui/api.gen";
import { make_query_client } from "../ui/data";
import { recorded } from "../ui/recorded";
import { NoAnswers, RoiModelsLinePage } from "./roi_models_page";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const total = (name: string, why: string) => ({ model: "linear", name, attributed: { why } }) as RoiModels["totals"][number];

test("A model without an answer says why beneath the table, and only that one; what was agreed keeps its column", () => {
  const why = "Not known: the conversion rate of every set of channels is asked for up to 12 channels, and there are 13";
  const { container } = render(<NoAnswers report={{ agreed_model: null, totals: [total("Linear", ""), total("Shapley by rate", why)] }} />);
  expect([...container.querySelectorAll("p")].map((one) => one.textContent)).toEqual([`Shapley by rate has no column here. ${why}.`]);
  const { container: agreed } = render(<NoAnswers report={{ agreed_model: "linear", totals: [total("Linear", why)] }} />);
  expect(agreed.textContent).toBe(`Linear shows “—”. ${why}.`);
});

/** The whole page is drawn, which takes long beside other tests. */
const patience = { timeout: 10_000 };
const reply_of = (path: string) => recorded.find((one) => one.route.path === path)!.reply;

test("Models and their spread stand there while journeys are still drawn anew", async () => {
  const line = reply_of("/roi/models/line") as ModelsLine;
  let drawn: (reply: Response) => void = () => {};
  const intervals = new Promise<Response>((resolve) => (drawn = resolve));
  vi.stubGlobal("fetch", async (url: string) => (url.includes("/intervals") ? intervals : Response.json(line)));
  window.history.pushState({}, "", "/roi/models/line?line=5");
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>
        <RoiModelsLinePage params={{}} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText(`${line.sentence}.`, {}, patience);
  const table = screen.getByRole("table");
  const cells = () => [...table.querySelectorAll("tbody td:last-child")].map((one) => one.textContent);
  expect(table.textContent).toContain("$600");
  expect(table.getAttribute("aria-busy")).toBe("true");
  expect(cells()).toEqual(Array(10).fill(""));
  await act(async () => drawn(Response.json(reply_of("/roi/models/line/intervals"))));
  await waitFor(() => expect(table.getAttribute("aria-busy")).toBe("false"), patience);
  expect(cells()[0]).toBe("$0 to $01,000 resamples");
}, 30_000);
