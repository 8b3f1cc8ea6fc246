// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { data_url, keep_csrf_token, on_signed_out, Problem, request, url_of } from "./api";
import { uuid_v7 } from "./uuid";

const reply = (status: number, body?: unknown, type = "application/json") =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { "content-type": type } });

const server = vi.fn<typeof fetch>();
const headers_of = (call: number) => server.mock.calls[call]![1]!.headers as Record<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", server);
  server.mockReset();
  keep_csrf_token("a-token");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs the waits between attempts as well. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

describe("addresses", () => {
  it("take names from the path and repeat what is a list", () => {
    expect(url_of("/gaps/{id}/x", { id: "a/b" }, { stage: ["won", "lost"], q: "", after: null })).toBe(
      "/gaps/a%2Fb/x?stage=won&stage=lost&q=",
    );
  });
  it("have their data beside them", () => {
    expect(data_url("/opportunities?stage=Won")).toBe("/opportunities.json?stage=Won");
    expect(data_url("/opportunities", "csv")).toBe("/opportunities.csv");
  });
});

describe("writes", () => {
  it("carry the token and an act's id; reads carry neither", async () => {
    server.mockImplementation(() => Promise.resolve(reply(200, { done: true })));
    await request("POST", "/gaps", { a: 1 });
    await request("GET", "/gaps.json");
    expect(headers_of(0)).toMatchObject({ "X-CSRF-Token": "a-token", "Content-Type": "application/json" });
    expect(headers_of(0)["Act-Id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Object.keys(headers_of(1))).toEqual(["Accept"]);
  });
  it("are tried again under the same act's id, so that nothing is done twice", async () => {
    server.mockRejectedValueOnce(new TypeError("network")).mockResolvedValueOnce(reply(503)).mockResolvedValueOnce(reply(200, 7));
    expect(await settled(request("POST", "/gaps", {}))).toBe(7);
    expect(new Set([0, 1, 2].map((call) => headers_of(call)["Act-Id"])).size).toBe(1);
  });
  it("come back when the server says to", async () => {
    const busy = reply(503, { code: "writer_is_busy" }, "application/problem+json");
    busy.headers.set("retry-after", "5");
    server.mockResolvedValueOnce(busy).mockResolvedValueOnce(reply(201, { id: 7 }));
    const began = Date.now();
    expect(await settled(request("POST", "/gaps", {}))).toEqual({ id: 7 });
    expect(Date.now() - began).toBe(5_000);
  });
  it("say so when the server cannot be reached", async () => {
    server.mockRejectedValue(new TypeError("network"));
    await expect(settled(request("POST", "/gaps", {}))).rejects.toMatchObject({ code: "unreachable", status: 0 });
    expect(server).toHaveBeenCalledTimes(3);
  });
  it("are not tried again when they were refused", async () => {
    const said = { code: "agreement_is_locked", title: "It is locked.", remedy: "Reopen it.", errors: [{ field: "a", message: "b" }] };
    server.mockResolvedValue(reply(409, said, "application/problem+json"));
    const problem = await request("POST", "/gaps", {}).catch((error: unknown) => error as Problem);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 409, ...said });
    expect(server).toHaveBeenCalledTimes(1);
  });
});

describe("a session that ended", () => {
  it("is told once for anything but signing in", async () => {
    const told = vi.fn();
    on_signed_out(told);
    server.mockImplementation(() => Promise.resolve(reply(401, { title: "Sign in." }, "application/problem+json")));
    await request("POST", "/session", {}).catch(() => undefined);
    expect(told).not.toHaveBeenCalled();
    await request("GET", "/gaps.json").catch(() => undefined);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe("an answer that is no problem document", () => {
  it("still says its status", async () => {
    server.mockResolvedValue(new Response("<html>", { status: 500, headers: { "content-type": "text/html" } }));
    await expect(request("GET", "/x.json")).rejects.toMatchObject({ status: 500, title: "The server answered 500." });
  });
});

describe("an act's id", () => {
  it("orders by time", () => {
    const ids = [1, 2 ** 33, 2 ** 41].map((ms) => uuid_v7(ms));
    expect([...ids].sort()).toEqual(ids);
    expect(uuid_v7(0x0123456789ab, new Uint8Array(16))).toBe("01234567-89ab-7000-8000-000000000000");
  });
});
