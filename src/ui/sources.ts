// SPDX-License-Identifier: Apache-2.0
import { replaceEqualDeep, type Query } from "@tanstack/react-query";
import type { ChangeNotice } from "./api.gen";

/** What a reply says of itself in its headers: as of which commit it is, and from which tables it was read. */
export interface Sources {
  commit: number;
  topics: ReadonlySet<string>;
}

const any_topic = "*";
const noted = new WeakMap<object, Sources>();
const is_object = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Notes where a reply comes from, beside the reply itself. */
export function note_sources(reply: unknown, headers: Headers): void {
  const commit = headers.get("accord-commit");
  if (!is_object(reply) || commit === null) return;
  const names = (headers.get("accord-topics") ?? "").split(", ").filter(Boolean);
  noted.set(reply, { commit: Number(commit), topics: new Set(names) });
}

const pages_of = (data: object): readonly unknown[] => ("pages" in data && Array.isArray(data.pages) ? data.pages : []);

/** The sources of what a query holds: of one reply, or of each page of a list. */
export function sources_of(data: unknown): Sources[] {
  if (!is_object(data)) return [];
  return [data, ...pages_of(data)].flatMap((one) => (is_object(one) ? (noted.get(one) ?? []) : []));
}

function carry(from: unknown, to: unknown): void {
  if (!is_object(from) || !is_object(to)) return;
  const sources = noted.get(from);
  if (sources) noted.set(to, sources);
  pages_of(from).forEach((page, at) => carry(page, pages_of(to)[at]));
}

/** What did not change keeps its identity, so that it is not drawn again; its sources are those of the new reply. */
export function share(old: unknown, reply: unknown): unknown {
  const shared: unknown = replaceEqualDeep(old, reply);
  carry(reply, shared);
  return shared;
}

/** Whether what a query holds may differ by now. */
export function is_outdated(data: unknown, { commit, topics }: ChangeNotice): boolean {
  const is_any = topics.includes(any_topic);
  return sources_of(data).some(
    (source) =>
      source.commit < commit && (is_any || source.topics.has(any_topic) || topics.some((topic) => source.topics.has(topic))),
  );
}

/** Whether any of it is of an earlier commit. */
export const is_older = (data: unknown, commit: number): boolean => sources_of(data).some((source) => source.commit < commit);

/** The oldest commit of what is held: what changed later may be missing from it. */
export function oldest_commit(queries: readonly Query[]): number | null {
  const commits = queries.flatMap((query) => sources_of(query.state.data)).map((source) => source.commit);
  return commits.length > 0 ? Math.min(...commits) : null;
}
