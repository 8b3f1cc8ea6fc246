// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, vi } from "vitest";
import type { Field } from "./described";
import { active_filters, asked_of_server, filter_kind, next_order, read_list_query, with_filter, write_list_query } from "./list_query";

vi.mock("./pages.gen", () => ({ pages: [] }));

const field = (name: string, kind: Field["kind"]): Field => ({
  name,
  sentence: "",
  kind,
  unit: "none",
  choices: [],
  record: "",
  is_list: false,
  is_optional: true,
});
const fields = [field("stage", "choice"), field("value", "money"), field("close_on", "day"), field("name", "text")];
const reader = { locale: "en-US", today: "2026-11-23" };

describe("a list's address", () => {
  it("is the same after reading and writing", () => {
    const address = "stage=won&stage=lost&value_from=100000&q=acme+%26+co&order=-value&shown=300";
    expect(write_list_query(read_list_query(address, ""), "")).toBe(address);
  });
  it("holds for the page what is no filter", () => {
    const held = { about: "Proposal/close_date", as_of: "2026-11-23" };
    const address = "about=Proposal%2Fclose_date&as_of=2026-11-23&owner=4&order=since";
    const query = read_list_query(address, "-stake", Object.keys(held));
    expect(query.filters).toEqual({ owner: ["4"] });
    expect(write_list_query(query, "-stake", held)).toBe(address);
    expect(write_list_query({ ...query, filters: {}, order: "-stake" }, "-stake", held)).toBe("about=Proposal%2Fclose_date&as_of=2026-11-23");
  });
  it("leaves out what is as always", () => {
    expect(write_list_query(read_list_query("order=-value&shown=100", "-value"), "-value")).toBe("");
  });
  it("bounds how much it opens", () => {
    const shown = (text: string) => read_list_query(text, "").shown;
    expect([shown("shown=101"), shown("shown=99999999"), shown("shown=-5"), shown("shown=x")]).toEqual([200, 2_000, 100, 100]);
    const of_twenty = (text: string) => read_list_query(text, "", [], 20);
    expect([of_twenty("").shown, of_twenty("shown=21").shown]).toEqual([20, 40]);
    expect([write_list_query(of_twenty("shown=20"), "", {}, 20), write_list_query(of_twenty("shown=40"), "", {}, 20)]).toEqual(["", "shown=40"]);
  });
});

describe("filters", () => {
  it("begin at the first page again, and go when nothing is chosen", () => {
    const query = with_filter(read_list_query("shown=400", ""), "stage", ["won"]);
    expect(write_list_query(query, "")).toBe("stage=won");
    expect(write_list_query(with_filter(query, "stage", []), "")).toBe("");
  });
  it("go to the server with what always holds, which the address cannot lift", () => {
    const asked = asked_of_server(read_list_query("account=9&stage=won", "-value"), { account: 17 });
    expect(asked).toEqual({ account: 17, stage: ["won"], q: undefined, order: "-value" });
  });
  it("are said in words, unknown ones too", () => {
    const query = read_list_query("stage=won&stage=not_yet&value_from=50000&value_to=90000&close_on_from=2026-10-26&owner=9&stage=", "");
    expect(active_filters(query, fields, reader, "USD").map((one) => one.words)).toEqual([
      "Stage: Won, Not yet or not given",
      "Value from $500 to $900",
      "Close on from 26 Oct",
      "Owner: 9",
    ]);
  });
  it("look up the name of a record", () => {
    const [account] = active_filters(read_list_query("account=17", ""), [field("account", "id")], reader, "USD");
    expect(account).toEqual({ names: ["account"], words: "Account: ", record: { path: "/accounts", id: "17" } });
  });
  it("are set by the kind of their field", () => {
    const list = { ...field("products", "id"), is_list: true };
    const one_day = { ...field("running_on", "day"), is_one_day: true };
    expect([list, one_day, field("close_on", "day"), field("owner", "id"), field("name", "text")].map(filter_kind)).toEqual([
      "pick",
      "day",
      "range",
      "pick",
      null,
    ]);
    const texts = { ...field("product_names", "text"), is_list: true };
    expect(filter_kind(texts)).toBeNull();
  });
  it("say the one day that was asked for", () => {
    const one_day = { ...field("running_on", "day"), is_one_day: true };
    const [day] = active_filters(read_list_query("running_on=2026-03-12", ""), [one_day], reader, "USD");
    expect(day).toEqual({ names: ["running_on"], words: "Running on: 12 Mar" });
  });
  it("take both ends of a range away together", () => {
    const [range] = active_filters(read_list_query("value_to=5", ""), fields, reader, "USD");
    expect(range?.names).toEqual(["value_from", "value_to"]);
  });
});

describe("the order", () => {
  it("goes first the useful way round, then back, then as usual", () => {
    const [stage, value] = fields as [Field, Field];
    expect(next_order("", value, "")).toBe("-value");
    expect(next_order("-value", value, "")).toBe("value");
    expect(next_order("value", value, "")).toBe("");
    expect(next_order("-value", stage, "-value")).toBe("stage");
    expect(next_order("stage", stage, "-value")).toBe("-stage");
  });
});
