// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { make_query_client } from "./data";
import { Form } from "./form";

vi.mock("./described.gen", () => {
  const products = {
    name: "products",
    sentence: "What it is for.",
    kind: "id",
    unit: "none",
    choices: [],
    record: "",
    is_list: true,
    is_optional: false,
  };
  return { described: { plan: { name: "plan", sentence: "", fields: [products] } } };
});
vi.mock("./pages.gen", () => ({ pages: [] }));
vi.mock("./session", () => ({ useSession: () => ({ company: { currency: "USD" } }) }));

const gauge = { id: 3, name: "Gauge" };
const meter = { id: 1, name: "Torque meter" };

// What React still means to draw must not be left until the window is gone.
afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
});

it("names what is chosen, offers what else there is, and sends the numbers", async () => {
  // The gauge stands beyond the first page of the list.
  vi.stubGlobal("fetch", vi.fn<typeof fetch>(async (url) => Response.json({ items: String(url).includes("id=3") ? [gauge] : [meter] })));
  const send = vi.fn(() => Promise.resolve());
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>
        <Form record="plan" value={{ products: [3] }} send={send} button="Save" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  expect(await screen.findByText("Gauge")).toBeTruthy();
  fireEvent.click(screen.getByRole("combobox", { name: "Products" }));
  fireEvent.click(await screen.findByRole("option", { name: "Torque meter", hidden: true }));
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(send).toHaveBeenCalledWith({ products: [3, 1] }));
});
