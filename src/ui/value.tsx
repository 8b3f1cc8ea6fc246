// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import { is_side, label_of, record_named, type Field } from "./described";
import { Figure, is_figure } from "./figure";
import { format_value, not_known } from "./format";
import { useReader } from "./session";
import { Side } from "./side";

interface Props {
  value: unknown;
  field: Field;
  /** Of a column of money: cents for every row or for none. */
  with_cents?: boolean | undefined;
  /** The page of what it names. */
  link?: string | null | undefined;
}

/** One value shown as its description says: a side with its square, a figure that opens, money, a day. */
export function Value({ value, field, with_cents, link }: Props): ReactNode {
  const reader = useReader();
  if (value === null || value === undefined || value === "") return <span className="quiet">{not_known}</span>;
  if (is_figure(value)) return <Figure figure={value} label={label_of(field)} with_cents={with_cents} />;
  if (is_side(field) && typeof value === "string") return <Side side={value} />;
  if (field.kind === "record") return <Records value={value} field={field} />;
  const text = format_value(value, field, reader, with_cents);
  return link ? <Link href={link}>{text}</Link> : text;
}

/** Records within a record: one as words, several as a small table. */
function Records({ value, field: of }: { value: unknown; field: Field }) {
  const rows = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
  const fields = record_named(of.record).fields.filter((field) => field.name !== "id");
  if (rows.length === 0) return <span className="quiet">none</span>;
  return (
    // Wider than a phone it scrolls sideways, by keyboard too.
    <div className="records-scroll" tabIndex={0} role="region" aria-label={label_of(of)}>
      <table className="records">
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.name} scope="col">
                {label_of(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {fields.map((field) => (
                <td key={field.name}>
                  <Value value={row[field.name]} field={field} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
