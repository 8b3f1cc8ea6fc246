// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Keyboard, KeyListener, shown_keys, stroke_of, useKeys } from "./keys";
import { in_order, initials_of, letters_for } from "./navigation";

const key = (label: string) => ({ label, run: vi.fn() });

describe("the keyboard", () => {
  it("asks the page before the shell", () => {
    const keyboard = new Keyboard();
    const jump = key("Jump");
    const search = key("Search");
    keyboard.lay({ "/": jump }, "Everywhere");
    const take_up = keyboard.lay({ "/": search }, "On this page");
    keyboard.press("/");
    take_up();
    keyboard.press("/");
    expect([search.run.mock.calls.length, jump.run.mock.calls.length]).toEqual([1, 1]);
  });
  it("knows two keys, one after the other and not too late", () => {
    const keyboard = new Keyboard();
    const review = key("Review");
    const other = key("Other");
    keyboard.lay({ "g r": review, r: other }, "Go to");
    expect(keyboard.press("g", 0)).toBe(true);
    expect(keyboard.press("r", 500)).toBe(true);
    expect(review.run).toHaveBeenCalledTimes(1);
    keyboard.press("g", 10_000);
    keyboard.press("r", 20_000);
    expect([review.run.mock.calls.length, other.run.mock.calls.length]).toEqual([1, 1]);
  });
  it("leaves what it does not know to the browser", () => {
    expect(new Keyboard().press("x")).toBe(false);
  });
  it("takes Ctrl and Cmd as one", () => {
    expect(stroke_of({ key: "K", ctrlKey: false, metaKey: true })).toBe("mod+k");
    expect(stroke_of({ key: "k", ctrlKey: true, metaKey: false })).toBe("mod+k");
    expect(stroke_of({ key: "?", ctrlKey: false, metaKey: false })).toBe("?");
  });
});

describe("what ? shows", () => {
  it("is one line for keys that do the same, and nothing that is covered", () => {
    const lines = shown_keys([
      { keys: { "/": key("Jump"), "mod+k": key("Jump") }, title: "Everywhere" },
      { keys: { j: key("Next"), ArrowDown: key("Next"), "/": key("Search") }, title: "On this page" },
    ]);
    expect(lines.map(({ label, strokes }) => [label, ...strokes])).toEqual([
      ["Next", "j", "ArrowDown"],
      ["Search", "/"],
      ["Jump", "mod+k"],
    ]);
  });
});

describe("on a page", () => {
  afterEach(cleanup);

  function Screen({ run }: { run: () => void }) {
    useKeys({ n: { label: "New action", run } });
    return <input aria-label="Note" />;
  }

  it("keys work outside of fields only, and ? names them", async () => {
    const run = vi.fn();
    document.body.insertAdjacentHTML("beforeend", '<div id="overlays"></div>');
    render(
      <MantineProvider>
        <KeyListener />
        <Screen run={run} />
      </MantineProvider>,
    );
    fireEvent.keyDown(document.body, { key: "n" });
    fireEvent.keyDown(screen.getByLabelText("Note"), { key: "n" });
    expect(run).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(document.body, { key: "?" });
    expect(await screen.findByText("New action")).toBeTruthy();
  });
});

describe("the navigation", () => {
  it("begins with the first screen and ends with the company, whatever order the subjects come in", () => {
    const page = (path: string, group: string) => ({ path, group });
    const given = [
      page("/people", "Company"),
      page("/opportunities", "Pipeline"),
      page("/new", "Something new"),
      page("/actions", "This week"),
      page("/", "This week"),
    ];
    expect(in_order(given).map((one) => one.path)).toEqual(["/", "/actions", "/opportunities", "/people", "/new"]);
  });
});

describe("letters and initials", () => {
  it("give the first pages the obvious ones", () => {
    expect(letters_for(["Review", "Funnel", "Responsibilities", "Forecast", "R"])).toEqual(["r", "f", "e", "o", null]);
  });
  it("are the first and the last name's", () => {
    expect([initials_of("Maria Keller"), initials_of("Ada"), initials_of("Jan van der Berg"), initials_of("")]).toEqual(["MK", "A", "JB", ""]);
  });
});
