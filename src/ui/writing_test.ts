// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { is_writing, was_answered, watch_writing } from "./writing";

let stop = () => undefined as void;
beforeEach(() => {
  document.body.innerHTML = `
    <form id="form"><textarea id="decision"></textarea><button></button></form>
    <form id="other"><input id="comment" /></form>
    <form role="search"><input id="stage" /></form>
    <input id="search" type="search" /><input id="alone" />`;
  stop = watch_writing();
});
afterEach(() => stop());

const element = (id: string) => document.getElementById(id)!;
const type = (id: string) => element(id).dispatchEvent(new Event("input", { bubbles: true }));
const send = (id: string) => element(id).dispatchEvent(new Event("submit", { bubbles: true }));

describe("somebody is writing", () => {
  it("from the first letter until the server took it", () => {
    element("decision").focus();
    expect(is_writing()).toBe(false);
    type("decision");
    element("decision").blur();
    expect(is_writing()).toBe(true);
    send("form");
    expect(is_writing()).toBe(true);
    was_answered(true);
    expect(is_writing()).toBe(false);
  });

  it("until what they sent was taken, not refused", () => {
    type("decision");
    send("form");
    was_answered(false);
    was_answered(true);
    expect(is_writing()).toBe(true);
  });

  it("while another form is sent", () => {
    type("decision");
    type("comment");
    send("other");
    was_answered(true);
    expect(is_writing()).toBe(true);
  });

  it("until the form is gone", () => {
    type("decision");
    element("form").remove();
    expect(is_writing()).toBe(false);
  });

  it("in a field that stands alone only while it has the focus", () => {
    element("alone").focus();
    type("alone");
    expect(is_writing()).toBe(true);
    element("alone").blur();
    expect(is_writing()).toBe(false);
  });

  it("not where they search", () => {
    type("search");
    type("stage");
    expect(is_writing()).toBe(false);
  });
});
