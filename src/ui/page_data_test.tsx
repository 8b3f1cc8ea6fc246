// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { make_query_client, useAddress } from "./data";
import { PageData } from "./page_data";

beforeEach(() => vi.stubGlobal("fetch", vi.fn<typeof fetch>(async () => Response.json({ name: "x" }))));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Reads({ urls }: { urls: string[] }) {
  return urls.map((url) => <Read key={url} url={url} />);
}
function Read({ url }: { url: string }) {
  useAddress(url);
  return null;
}
async function show(path: string, urls: string[]) {
  window.history.pushState({}, "", path);
  const client = make_query_client();
  const on_page = (shown: string[]) => (
    <QueryClientProvider client={client}>
      <Reads urls={shown} />
      <PageData />
    </QueryClientProvider>
  );
  const page = render(on_page(urls));
  await act(async () => {});
  return (shown: string[]) => act(async () => page.rerender(on_page(shown)));
}
const leads_to = (wanted: string[]) => waitFor(() => expect(links()).toEqual(wanted));
const links = () => screen.queryAllByRole("link").map((link) => link.getAttribute("href"));

it("leads to the page's own data and to what stands below its address, as the page asks for it", async () => {
  await show("/roi/models", ["/roi/models/comparison?by=side", "/session", "/roi/modelling"]);
  await leads_to(["/roi/models/comparison.csv?by=side", "/roi/models/comparison.json?by=side"]);
  expect(screen.getByText(/^Data of this page/).textContent).toBe("Data of this page: comparison CSV, JSON");
});

it("knows that the first page is the review", async () => {
  await show("/", ["/review?as_of=2026-03-02"]);
  await leads_to(["/review.csv?as_of=2026-03-02", "/review.json?as_of=2026-03-02"]);
});

it("follows what the page reads, and is silent where that is nothing", async () => {
  const read = await show("/funnel", ["/funnel?by=side"]);
  await read(["/funnel?by=month"]);
  await leads_to(["/funnel.csv?by=month", "/funnel.json?by=month"]);
  await read([]);
  await leads_to([]);
  expect(screen.queryByText(/^Data of this page/)).toBeNull();
});
