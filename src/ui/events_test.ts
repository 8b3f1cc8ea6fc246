// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChangeNotice } from "./api.gen";
import { Events } from "./events";

/** What the browser makes of a stream; the test is the server. */
class Source {
  static all: Source[] = [];
  onmessage: (event: { data: string; lastEventId: string }) => void = () => undefined;
  onerror: () => void = () => undefined;
  is_closed = false;
  constructor(readonly url: string) {
    Source.all.push(this);
  }
  close() {
    this.is_closed = true;
  }
  say(notice: ChangeNotice, id = notice.commit) {
    this.onmessage({ data: JSON.stringify(notice), lastEventId: String(id) });
  }
  static get open() {
    return Source.all.filter((one) => !one.is_closed);
  }
}

/** Pages of one browser hear each other. */
class Channel {
  static all = new Set<Channel>();
  onmessage: (event: { data: unknown }) => void = () => undefined;
  constructor() {
    Channel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) other.onmessage({ data });
  }
  close() {
    Channel.all.delete(this);
  }
}

/** One lock: whoever asked first holds it until they let go. */
class Locks {
  private line: { run: () => Promise<void> }[] = [];
  request(_: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>) {
    const one = { run };
    signal.addEventListener("abort", () => {
      if (this.line[0] !== one) this.line = this.line.filter((other) => other !== one);
    });
    this.line.push(one);
    if (this.line.length === 1) this.next();
    return Promise.resolve();
  }
  private next() {
    void this.line[0]?.run().then(() => {
      this.line.shift();
      this.next();
    });
  }
}

let heard: string[];
const pages: Events[] = [];
function page(name: string, oldest: number | null = 5) {
  const events = new Events({
    on_notice: ({ commit, topics }) => heard.push(`${name} ${commit} ${topics.join(" ")}`.trim()),
    on_lost: (is_lost) => heard.push(`${name} ${is_lost ? "lost" : "back"}`),
    oldest: () => oldest,
    on_failure: () => heard.push(`${name} asks`),
  });
  pages.push(events);
  events.start();
  return events;
}

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const look_away = (is_hidden: boolean) => {
  Object.defineProperty(document, "hidden", { configurable: true, value: is_hidden });
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("BroadcastChannel", Channel);
  Object.defineProperty(navigator, "locks", { configurable: true, value: new Locks() });
  heard = [];
});
afterEach(() => {
  pages.splice(0).forEach((one) => one.stop());
  Source.all = [];
  Channel.all.clear();
  look_away(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the stream of a browser", () => {
  it("begins after the oldest of what is on screen, and all pages share it", async () => {
    page("one");
    page("two");
    await after(0);
    expect(Source.all.map((source) => source.url)).toEqual(["/events?after=5"]);
    Source.all[0]!.say({ commit: 7, topics: ["review"] });
    expect(heard).toEqual(["two 7 review", "one 7 review"]);
  });

  it("goes on in another page where the one that followed is closed", async () => {
    const first = page("one");
    page("two");
    await after(0);
    Source.all[0]!.say({ commit: 9, topics: ["review"] }, 8);
    first.stop();
    await after(0);
    expect(Source.open.map((source) => source.url)).toEqual(["/events?after=8"]);
  });

  it("is let go where nobody looks, and taken up where somebody does", async () => {
    page("one", null);
    await after(0);
    expect(Source.open.map((source) => source.url)).toEqual(["/events"]);
    Source.all[0]!.say({ commit: 3, topics: [] });
    look_away(true);
    await after(6_000);
    expect(Source.open).toEqual([]);
    look_away(false);
    await after(0);
    expect(Source.open.map((source) => source.url)).toEqual(["/events?after=3"]);
  });

  it("comes back by itself, and says nothing of a short break", async () => {
    page("one");
    await after(0);
    Source.all[0]!.say({ commit: 7, topics: [] });
    Source.all[0]!.onerror();
    await after(2_000);
    expect(Source.open.map((source) => source.url)).toEqual(["/events?after=7"]);
    Source.open[0]!.say({ commit: 7, topics: [] });
    await after(10_000);
    expect(heard).toEqual(["one 7", "one 7"]);
  });

  it("says when it is lost and when it is back, and asks whether the session holds", async () => {
    page("one");
    await after(0);
    for (let i = 0; i < 3; i += 1) {
      Source.open[0]?.onerror();
      await after(8_000);
    }
    Source.open[0]!.say({ commit: 9, topics: ["*"] });
    expect(heard).toEqual(["one lost", "one asks", "one asks", "one back", "one 9 *"]);
  });

  it("belongs to each page alone where the browser has no locks", async () => {
    delete (navigator as { locks?: unknown }).locks;
    page("one");
    page("two");
    await after(0);
    expect(Source.open).toHaveLength(2);
  });
});
