// SPDX-License-Identifier: Apache-2.0
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { blocks_of, Markdown } from "./markdown";

afterEach(cleanup);

describe("a page of the manual", () => {
  it("is parted into blocks, and lines go on with those before", () => {
    expect(blocks_of("## Good at\n\nOne\ntwo.\n- a\n  b\n- c\n\n1. x\n2. y\n")).toEqual([
      { kind: "heading", level: 2, words: "Good at" },
      { kind: "paragraph", words: "One two." },
      { kind: "list", is_ordered: false, items: ["a b", "c"] },
      { kind: "list", is_ordered: true, items: ["x", "y"] },
    ]);
  });
  it("keeps code as it is, also where nothing ends it", () => {
    expect(blocks_of("```sh\na *b*\n\n- c\n```\nd")).toEqual([
      { kind: "code", text: "a *b*\n\n- c" },
      { kind: "paragraph", words: "d" },
    ]);
    expect(blocks_of("```\na")).toEqual([{ kind: "code", text: "a" }]);
  });
  it("knows which columns of a table are numbers", () => {
    expect(blocks_of("| model | Mail |\n|---|---:|\n| First | 1.00 |\n| Last | 2.00 |")).toEqual([
      { kind: "table", head: ["model", "Mail"], numbers: [false, true], rows: [["First", "1.00"], ["Last", "2.00"]] },
    ]);
  });
  it("shows what stands out, and leads only where the program has a page", () => {
    render(
      <Markdown
        text={"Read **all *three*** and `a > b`, [U](position-based.md) or [the source](../../x.md).\n\n<b>no markup</b>"}
        address_of={(link) => (link === "position-based.md" ? "/help/attribution/position-based" : null)}
      />,
    );
    expect(screen.getByRole("link", { name: "U" }).getAttribute("href")).toBe("/help/attribution/position-based");
    expect(screen.queryByRole("link", { name: "the source" })).toBeNull();
    expect(screen.getByText("a > b").tagName).toBe("CODE");
    expect(within(screen.getByText(/all/, { selector: "strong" })).getByText("three").tagName).toBe("EM");
    expect(screen.getByText("<b>no markup</b>").tagName).toBe("P");
  });
});

/** Every page of the manual that the program shows: nothing of its marks is left as text. */
const pages = import.meta.glob<string>("../../docs/attribution/*.md", { query: "?raw", import: "default", eager: true });
describe.each(Object.entries(pages))("%s", (_, text) => {
  it("is read whole", () => {
    const { container } = render(<Markdown text={text} address_of={() => null} />);
    for (const code of container.querySelectorAll("code")) code.remove();
    expect(container.textContent).not.toMatch(/\*\*|\]\(|^#|\|---|`/);
    expect(container.querySelectorAll("table").length).toBe(text.match(/\n\|-/g)?.length ?? 0);
  });
});
