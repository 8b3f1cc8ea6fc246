// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from "react";
import { Link } from "wouter";
import "./markdown.css";

interface Props {
  /** The text of a page of the manual, its own heading left out. */
  text: string;
  /** Where a link of the text leads in the program; nothing: what it names is not in the program, so it stands as words. */
  address_of: (link: string) => string | null;
}

/** A page of the manual as it is written in docs: headings, paragraphs, lists, tables, code, links, strong and emphasised words. */
export const Markdown = ({ text, address_of }: Props) => (
  <div className="manual">
    {blocks_of(text).map((block, at) => (
      <Block key={at} block={block} words={(words) => inline(words, address_of)} />
    ))}
  </div>
);

export type Block =
  | { kind: "heading"; level: number; words: string }
  | { kind: "paragraph"; words: string }
  | { kind: "code"; text: string }
  | { kind: "list"; is_ordered: boolean; items: string[] }
  | { kind: "table"; numbers: boolean[]; head: string[]; rows: string[][] };

const list_mark = /^(?:[-*]|\d+\.)\s+/;
const cells_of = (line: string) => line.replace(/^\||\|\s*$/g, "").split("|").map((cell) => cell.trim());

/** What begins another block than the paragraph or the item before. */
const begins = (line: string) => line.trim() === "" || /^(#{1,6} |```|\|)/.test(line) || list_mark.test(line);

/** The text in blocks; a line that begins nothing goes on with the one before. */
export function blocks_of(text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let at = 0;
  /** This line with those that go on with it. */
  const whole = (first: string) => {
    const words = [first.trim()];
    for (at += 1; at < lines.length && !begins(lines[at]!); at += 1) words.push(lines[at]!.trim());
    return words.join(" ");
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (line.trim() === "") at += 1;
    else if (heading) {
      blocks.push({ kind: "heading", level: heading[1]!.length, words: heading[2]! });
      at += 1;
    } else if (line.startsWith("```")) {
      const end = lines.indexOf("```", at + 1);
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: "code", text: lines.slice(at + 1, last).join("\n") });
      at = last + 1;
    } else if (line.startsWith("|")) {
      const end = lines.findIndex((other, place) => place > at && !other.startsWith("|"));
      const [head = "", marks = "", ...rows] = lines.slice(at, end < 0 ? undefined : end);
      blocks.push({ kind: "table", head: cells_of(head), numbers: cells_of(marks).map((mark) => mark.endsWith(":")), rows: rows.map(cells_of) });
      at = end < 0 ? lines.length : end;
    } else if (list_mark.test(line)) {
      const items: string[] = [];
      while (at < lines.length && list_mark.test(lines[at]!)) items.push(whole(lines[at]!.replace(list_mark, "")));
      blocks.push({ kind: "list", is_ordered: /^\d/.test(line), items });
    } else blocks.push({ kind: "paragraph", words: whole(line) });
  }
  return blocks;
}

const marked = /`([^`]+)`|\*\*(.+?)\*\*(?!\*)|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/;

/** Words with what stands out in them. */
export function inline(words: string, address_of: Props["address_of"]): ReactNode {
  const found = marked.exec(words);
  if (!found) return words;
  const [all, code, strong, emphasised, named, link] = found;
  const address = link === undefined ? null : address_of(link);
  const again = (text: string) => inline(text, address_of);
  return (
    <Fragment>
      {words.slice(0, found.index)}
      {code !== undefined && <code>{code}</code>}
      {strong !== undefined && <strong>{again(strong)}</strong>}
      {emphasised !== undefined && <em>{again(emphasised)}</em>}
      {named !== undefined && (address ? <Link href={address}>{again(named)}</Link> : again(named))}
      {again(words.slice(found.index + all.length))}
    </Fragment>
  );
}

function Block({ block, words }: { block: Block; words: (text: string) => ReactNode }) {
  switch (block.kind) {
    case "heading":
      return block.level <= 2 ? <h2>{words(block.words)}</h2> : <h3>{words(block.words)}</h3>;
    case "paragraph":
      return <p>{words(block.words)}</p>;
    case "code":
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case "list": {
      const items = block.items.map((item, at) => <li key={at}>{words(item)}</li>);
      return block.is_ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <Table {...block} words={words} />;
  }
}

const Table = ({ head, numbers, rows, words }: { head: string[]; numbers: boolean[]; rows: string[][]; words: (text: string) => ReactNode }) => (
  <div className="manual-table" role="region" aria-label={head.join(", ")} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={at} scope="col" className={numbers[at] ? "number" : undefined}>
              {words(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, place) => (
              <td key={place} className={numbers[place] ? "number" : undefined}>
                {words(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
