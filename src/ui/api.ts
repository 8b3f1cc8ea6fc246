// SPDX-License-Identifier: Apache-2.0
import type { Routes } from "./api.gen";
import { note_sources } from "./sources";
import { uuid_v7 } from "./uuid";
import { was_answered } from "./writing";

export type Method = "GET" | "POST" | "PUT" | "DELETE";
export type Path<M extends Method> = keyof Routes extends infer Key
  ? Key extends `${M} ${infer P}`
    ? P
    : never
  : never;
type RouteOf<M extends Method, P extends string> = Routes[`${M} ${P}` & keyof Routes];
export type Reply<M extends Method, P extends string> = RouteOf<M, P> extends { reply: infer R } ? R : unknown;
export type Body<M extends Method, P extends string> = RouteOf<M, P> extends { body: infer B } ? B : undefined;

type Name<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | Name<Rest> : never;
type Single = string | number | boolean;
export type Query = Record<string, Single | readonly Single[] | null | undefined>;

interface Common {
  query?: Query | undefined;
  signal?: AbortSignal | undefined;
}
/** What a request takes besides its body: `params` for each `{name}` of the path, where there are any. */
export type Options<P extends string> = [Name<P>] extends [never]
  ? [options?: Common]
  : [options: Common & { params: Record<Name<P>, string | number> }];

/** What the server said when it said no (RFC 9457), or why it could not be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
  readonly errors: readonly { field: string; message: string }[];

  constructor(status: number, said: Partial<Problem> = {}) {
    super(said.detail || said.title || `The server answered ${status}.`);
    this.status = status;
    this.code = said.code ?? "";
    this.title = said.title ?? `The server answered ${status}.`;
    this.detail = said.detail ?? "";
    this.remedy = said.remedy ?? "";
    this.errors = said.errors ?? [];
  }
}

let csrf_token = "";
let when_signed_out: () => void = () => undefined;

/** The session's token goes with every write from now on. */
export const keep_csrf_token = (token: string) => void (csrf_token = token);
export const on_signed_out = (run: () => void) => void (when_signed_out = run);

/** A path and a query as a URL; arrays repeat their name, nothing given leaves it out. */
export function url_of(path: string, params: Record<string, string | number> = {}, query: Query = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
  const search = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value !== null && value !== undefined) search.append(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}

/** The same address as data: `/opportunities?stage=Won` becomes `/opportunities.json?stage=Won`. */
export function data_url(url: string, extension: "json" | "csv" = "json"): string {
  const [path = "", query] = url.split("?");
  return `${path}.${extension}${query ? `?${query}` : ""}`;
}

async function problem_of(response: Response): Promise<Problem> {
  const type = response.headers.get("content-type") ?? "";
  const said = type.includes("json") ? await response.json().catch(() => ({})) : {};
  return new Problem(response.status, said as Partial<Problem>);
}

const waits_ms = [300, 1200];
/** A server that says when to come back is asked again then. */
const patience_ms = 10_000;
const wait_of = (response: Response, ms: number) => {
  const asked = 1000 * Number(response.headers.get("retry-after") ?? 0);
  return asked > 0 && asked <= patience_ms ? asked : ms;
};
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Tries again where nobody can know whether the act arrived; its Act-Id makes that safe. */
async function fetch_patiently(url: string, request: RequestInit): Promise<Response> {
  for (const shortest of waits_ms) {
    let ms = shortest;
    try {
      const response = await fetch(url, request);
      if (response.status !== 502 && response.status !== 503 && response.status !== 504) return response;
      ms = wait_of(response, shortest);
    } catch (error) {
      if (request.signal?.aborted) throw error;
    }
    await wait(ms);
  }
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Problem(0, {
      code: "unreachable",
      title: "The server cannot be reached.",
      remedy: "Check the connection, then try again. Nothing was done twice.",
    });
  }
}

function request_of(method: Method, body: unknown, signal: AbortSignal | undefined): RequestInit {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") {
    headers["Act-Id"] = uuid_v7();
    if (csrf_token) headers["X-CSRF-Token"] = csrf_token;
  }
  const request: RequestInit = { method, headers, credentials: "same-origin", signal: signal ?? null };
  if (body instanceof Blob || body instanceof FormData) request.body = body;
  else if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  return request;
}

/** One request by its plain address: what the typed verbs below use, and uploads. */
export async function request<T>(method: Method, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch_patiently(url, request_of(method, body, signal));
  if (method !== "GET") was_answered(response.ok);
  if (response.status === 401 && url !== "/session") when_signed_out();
  if (!response.ok) throw await problem_of(response);
  const text = await response.text();
  const reply: unknown = text ? JSON.parse(text) : undefined;
  note_sources(reply, response.headers);
  return reply as T;
}

type Loose = Common & { params?: Record<string, string | number> };
const address = (path: string, options: Loose | undefined) => url_of(path, options?.params, options?.query);

export function get<P extends Path<"GET">>(path: P, ...[options]: Options<P>): Promise<Reply<"GET", P>> {
  return request("GET", data_url(address(path, options as Loose)), undefined, options?.signal);
}

export function post<P extends Path<"POST">>(
  path: P,
  body: Body<"POST", P>,
  ...[options]: Options<P>
): Promise<Reply<"POST", P>> {
  return request("POST", address(path, options as Loose), body, options?.signal);
}

export function put<P extends Path<"PUT">>(
  path: P,
  body: Body<"PUT", P>,
  ...[options]: Options<P>
): Promise<Reply<"PUT", P>> {
  return request("PUT", address(path, options as Loose), body, options?.signal);
}

export function del<P extends Path<"DELETE">>(
  path: P,
  body: Body<"DELETE", P>,
  ...[options]: Options<P>
): Promise<Reply<"DELETE", P>> {
  return request("DELETE", address(path, options as Loose), body, options?.signal);
}
