// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keep_csrf_token } from "../ui/api";
import { keep, send_all, waiting_for, type Waiting } from "./stand_queue";

const lead = (once: string, more: Partial<Waiting> = {}): Waiting => ({
  name: `Lead ${once}`,
  company: "",
  email: `${once}@acme.example`,
  phone: "",
  message: "",
  consent: "",
  once,
  met_at: `2026-03-02T09:00:0${once}.000Z`,
  ...more,
});
const asked: { url: string; once: string | null; token: string | null }[] = [];
/** What the server answers, one after the other; a number is a status, null a lost reply. */
let answers: (number | null | { status: number; code: string })[] = [];
const told: string[] = [];
const send = () => send_all("booth", 7, (sent) => told.push(sent.once));

beforeEach(() => {
  localStorage.clear();
  asked.length = told.length = 0;
  keep_csrf_token("old");
  vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true, advanceTimeDelta: 500 });
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    if (url === "/session.json") return Response.json({ csrf_token: "new" });
    asked.push({ url, once: JSON.parse(String(request.body)).once, token: new Headers(request.headers).get("X-CSRF-Token") });
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer === null) throw new TypeError("Failed to fetch");
    const { status, code } = typeof answer === "number" ? { status: answer, code: "" } : answer;
    return Response.json(status < 400 ? { id: 1, is_new_lead: true } : { code, title: "No.", errors: [{ field: "email", message: "This is no e-mail address." }] }, { status });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("keeps what was typed in its order, each form's apart, and survives what is no lead", () => {
  keep("booth", lead("2"));
  keep("booth", lead("1"));
  keep("booth-2", lead("3"));
  localStorage.setItem("accord-stand booth 4", "{");
  localStorage.setItem("accord-stand booth 5", "null");
  expect(waiting_for("booth").map((one) => one.once)).toEqual(["1", "2"]);
});

it("sends each once and forgets it only when the server has it", async () => {
  keep("booth", lead("1"));
  keep("booth", lead("2"));
  answers = [201];
  await send();
  expect(asked.map((one) => [one.url, one.once])).toEqual([["/lead-forms/7/entries", "1"], ["/lead-forms/7/entries", "2"]]);
  expect(told).toEqual(["1", "2"]);
  expect(waiting_for("booth")).toEqual([]);
});

it.each([null, 401, 408, 421, 429, 500, 503])("goes on waiting after %s, and asks for no other lead then", async (answer) => {
  keep("booth", lead("1"));
  keep("booth", lead("2"));
  answers = [answer];
  await send();
  expect(new Set(asked.map((one) => one.once))).toEqual(new Set(["1"]));
  expect(waiting_for("booth").map((one) => one.refused)).toEqual([undefined, undefined]);
});

it.each([400, 403, 404, 409, 422])("keeps what is refused by %s with its reason, and goes on with the next", async (status) => {
  keep("booth", lead("1"));
  keep("booth", lead("2"));
  answers = [status, 201];
  await send();
  expect(waiting_for("booth")).toEqual([{ ...lead("1"), refused: "This is no e-mail address." }]);
  answers = [201];
  asked.length = 0;
  await send();
  expect(asked).toEqual([]);
});

it("takes the token of a session that began anew, and waits until next time", async () => {
  keep("booth", lead("1"));
  answers = [{ status: 403, code: "csrf_token_missing" }, 201];
  await send();
  expect(waiting_for("booth")).toEqual([lead("1")]);
  await send();
  expect(asked.map((one) => one.token)).toEqual(["old", "new"]);
  expect(waiting_for("booth")).toEqual([]);
});
