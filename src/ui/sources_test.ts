// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { is_outdated, note_sources, share, sources_of } from "./sources";

/** A reply as the api client hands it out. */
function reply<T extends object>(value: T, commit: number, topics: string): T {
  note_sources(value, new Headers({ "Accord-Commit": String(commit), "Accord-Topics": topics }));
  return value;
}

describe("what a reply was read from", () => {
  it("is told apart by topic and commit", () => {
    const account = reply({ name: "Acme" }, 7, "account, person");
    expect(is_outdated(account, { commit: 8, topics: ["person"] })).toBe(true);
    expect(is_outdated(account, { commit: 8, topics: ["product"] })).toBe(false);
    expect(is_outdated(account, { commit: 7, topics: ["account"] })).toBe(false);
    expect(is_outdated(account, { commit: 8, topics: ["*"] })).toBe(true);
    expect(is_outdated(reply({}, 7, "*"), { commit: 8, topics: ["product"] })).toBe(true);
    expect(is_outdated({ name: "from nowhere" }, { commit: 8, topics: ["*"] })).toBe(false);
  });

  it("is that of each page of a list", () => {
    const pages = [reply({ items: [1] }, 7, "account"), reply({ items: [2] }, 9, "account")];
    expect(is_outdated({ pages, pageParams: [] }, { commit: 8, topics: ["account"] })).toBe(true);
    expect(is_outdated({ pages, pageParams: [] }, { commit: 7, topics: ["account"] })).toBe(false);
  });

  it("follows data that kept its identity because it did not change", () => {
    const old = reply({ items: [{ id: 1 }] }, 7, "account");
    const same = share(old, reply({ items: [{ id: 1 }] }, 9, "account, person"));
    expect(same).toBe(old);
    expect(sources_of(same)[0]?.commit).toBe(9);
    expect(is_outdated(same, { commit: 10, topics: ["person"] })).toBe(true);
  });

  it("follows data that is partly kept, and the pages of a list", () => {
    const old = { pages: [reply({ items: [{ id: 1 }, { id: 2 }] }, 7, "account")], pageParams: [null] };
    const next = { pages: [reply({ items: [{ id: 1 }, { id: 3 }] }, 9, "account")], pageParams: [null] };
    const shared = share(old, next) as typeof old;
    expect(shared.pages[0]!.items[0]).toBe(old.pages[0]!.items[0]);
    expect(sources_of(shared)).toEqual([{ commit: 9, topics: new Set(["account"]) }]);
  });
});
