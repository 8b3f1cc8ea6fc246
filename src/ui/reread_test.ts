// SPDX-License-Identifier: Apache-2.0
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Rereader } from "./reread";
import { note_sources, share } from "./sources";

let client: QueryClient;
let commit = 1;
let is_busy = false;
let rereader: Rereader;
const reads = new Map<string, number>();
const stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity, structuralSharing: share } } });
  client.mount();
  commit = 1;
  is_busy = false;
  rereader = new Rereader(client, () => is_busy);
  reads.clear();
});
afterEach(() => {
  rereader.stop();
  stops.splice(0).forEach((stop) => stop());
  client.clear();
  vi.useRealTimers();
});

/** A query on screen whose reply is of the present commit; it takes some time to come. */
async function show(name: string, topics: string, takes_ms = 0) {
  const queryFn = async () => {
    reads.set(name, (reads.get(name) ?? 0) + 1);
    const reply = { name, as_of: commit };
    note_sources(reply, new Headers({ "Accord-Commit": String(commit), "Accord-Topics": topics }));
    await new Promise((done) => setTimeout(done, takes_ms));
    return reply;
  };
  const observer = new QueryObserver(client, { queryKey: [name], queryFn });
  const stop = observer.subscribe(() => undefined);
  stops.push(stop);
  await vi.advanceTimersByTimeAsync(takes_ms);
  return { observer, stop };
}

const change = (...topics: string[]) => rereader.hear({ commit: ++commit, topics });
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("what others change", () => {
  it("is read again, and nothing else", async () => {
    const { observer } = await show("review", "opportunity, activity");
    await show("products", "product");
    change("activity");
    await after(500);
    expect(observer.getCurrentResult().data).toEqual({ name: "review", as_of: 2 });
    expect(reads).toEqual(new Map([["review", 2], ["products", 1]]));
  });

  it("is not read twice where it was read for another reason", async () => {
    await show("review", "opportunity");
    change("opportunity");
    void client.invalidateQueries();
    await after(5_000);
    expect(reads.get("review")).toBe(2);
  });

  it("is read once it is looked at again, where it is not on screen", async () => {
    const { stop } = await show("review", "opportunity");
    stop();
    change("opportunity");
    await after(500);
    expect(reads.get("review")).toBe(1);
    await show("review", "opportunity");
    await after(0);
    expect(reads.get("review")).toBe(2);
  });

  it("waits while somebody writes, says so, and comes when they are done", async () => {
    await show("review", "opportunity");
    is_busy = true;
    change("opportunity");
    await after(5_000);
    expect(rereader.is_held).toBe(true);
    expect(reads.get("review")).toBe(1);
    is_busy = false;
    await after(500);
    expect(rereader.is_held).toBe(false);
    expect(reads.get("review")).toBe(2);
  });

  it("comes at once where whoever writes asks for it", async () => {
    await show("review", "opportunity");
    is_busy = true;
    change("opportunity");
    await after(1_000);
    rereader.read_now();
    await after(0);
    expect(rereader.is_held).toBe(false);
    expect(reads.get("review")).toBe(2);
    await after(5_000);
    expect(reads.get("review")).toBe(2);
  });

  it("is read at most a tenth of the time, however much happens", async () => {
    await show("review", "opportunity", 500);
    for (let i = 0; i < 120; i += 1) {
      change("opportunity");
      await after(500);
    }
    const count = reads.get("review")! - 1;
    expect(count).toBeGreaterThanOrEqual(9);
    expect(count).toBeLessThanOrEqual(12);
    await after(10_000);
    expect(client.getQueryData<{ as_of: number }>(["review"])?.as_of).toBe(commit);
  });
});
