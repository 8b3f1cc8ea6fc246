// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { make_query_client } from "./data";
import { List } from "./list";

vi.mock("./described.gen", () => {
  const field = (name: string, kind: string) => ({ name, sentence: "", kind, unit: "none", choices: [], record: "", is_list: false, is_optional: false, has_default: true });
  return { described: { lead: { name: "lead", sentence: "", fields: [field("id", "integer"), field("name", "text"), field("source", "text")] } } };
});
vi.mock("./pages.gen", () => ({ pages: [] }));
vi.mock("./session", () => ({ useReader: () => ({ locale: "en-US", today: "2026-11-23" }), useSession: () => ({ company: { currency: "USD" } }) }));

const asked: URL[] = [];
let is_phone = false;
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("matchMedia", (media: string) => ({ matches: media === "(max-width: 48em)" && is_phone, media, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal("fetch", vi.fn<typeof fetch>(async (url) => {
    const address = new URL(String(url), "http://accord.example");
    asked.push(address);
    const items = Array.from({ length: Number(address.searchParams.get("limit")) }, (_, at) => ({ id: at, name: `Lead ${at}`, source: "Fair" }));
    return Response.json({ items, next: "more", total: 250 });
  }));
});
afterEach(() => cleanup());

const show = () =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={make_query_client()}>
        <List path="/leads" record="lead" words={["lead", "leads"]} is_in_url={false} columns={["name", { field: "source", is_second: true }]} />
      </QueryClientProvider>
    </MantineProvider>,
  );

describe("a list", () => {
  it("begins with a hundred rows on a desk, and with twenty on a phone", async () => {
    is_phone = false;
    show();
    await screen.findByText("100 of 250 leads");
    cleanup();
    is_phone = true;
    show();
    await screen.findByText("20 of 250 leads");
  }, 20_000);
  it("unfolds what is read second, card by card", async () => {
    is_phone = true;
    show();
    const more = (await screen.findAllByRole("button", { name: "More" }))[1]!;
    const card = more.closest("tr")!;
    expect(card.querySelector("[data-second]")?.textContent).toBe("Fair");
    expect(card.hasAttribute("data-unfolded")).toBe(false);
    fireEvent.click(more);
    expect(card.hasAttribute("data-unfolded")).toBe(true);
    expect(more.getAttribute("aria-expanded")).toBe("true");
    expect(document.querySelectorAll("tr[data-unfolded]")).toHaveLength(1);
  });
});
