// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { make_query_client } from "../ui/data";
import { AgreementPage } from "./agreement_version";

vi.mock("../ui/session", () => ({
  useReader: () => ({ locale: "en-US", today: "2026-11-23" }),
  useSession: () => ({ today: "2026-11-23", company: { currency: "USD" } }),
  useMay: () => () => true,
}));

const kinds = { items: [{ name: "service_level", title: "Service level", sentence: "", templates: [] }] };

beforeEach(() => {
  vi.stubGlobal("fetch", vi.fn<typeof fetch>(async (url) =>
    String(url).includes("agreement-kinds") ? Response.json(kinds) : Response.json({ code: "not_found", title: "There is nothing here." }, { status: 404 }),
  ));
});
afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
});

const open = (agreement: string) =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>
        <AgreementPage params={{ agreement }} />
      </QueryClientProvider>
    </MantineProvider>,
  );

it("names what nobody has proposed as people call it, of a territory too", async () => {
  open("service_level-3");
  expect(await screen.findByText("Nobody has proposed “Service level” yet.")).toBeTruthy();
  expect(document.body.textContent).not.toContain("service_level");
});

it("offers to propose nothing of a kind that there is not", async () => {
  open("nonsense_kind");
  expect(await screen.findByText("There is no agreement of this kind.")).toBeTruthy();
  expect(document.body.textContent).not.toContain("nonsense_kind");
});
