// SPDX-License-Identifier: Apache-2.0
import { money_of, type Money } from "../ui/money";

/** A row of the list behind a claim, as the server takes it. */
export interface Row {
  key: string;
  name: string;
  email: string;
  company: string;
  on_day: string | null;
  amount: Money | null;
}

export interface Pasted {
  rows: Row[];
  /** "Line 3: write the day as 2026-03-31, not 31.3." */
  problems: string[];
}

const headings: Record<keyof Row, readonly string[]> = {
  key: ["id", "key", "identifier", "lead id", "opportunity id", "record id"],
  name: ["name", "lead", "opportunity", "opportunity name"],
  email: ["email", "e-mail", "email address"],
  company: ["company", "account", "account name"],
  on_day: ["day", "date", "on day", "created date"],
  amount: ["amount", "value"],
};
const of_currency = ["currency", "currency code"];

const field_of = (heading: string) =>
  (Object.keys(headings) as (keyof Row)[]).find((field) => headings[field].includes(heading.trim().toLowerCase())) ?? null;

/** Rows copied from a spreadsheet, with a line of headings; lines without any are names. Amounts are in the currency that their
 * line names, else in the given one. */
export function rows_in(text: string, currency: string): Pasted {
  const lines = text.split(/\r?\n/).map((line) => line.split("\t"));
  const first = lines.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  const fields = lines[first]?.map(field_of) ?? [];
  const currency_column = lines[first]?.findIndex((heading) => of_currency.includes(heading.trim().toLowerCase())) ?? -1;
  const has_headings = fields.some((field) => field !== null);
  const pasted: Pasted = { rows: [], problems: [] };
  lines.forEach((cells, at) => {
    const is_heading = has_headings && at === first;
    if (is_heading || cells.every((cell) => cell.trim() === "")) return;
    const row: Row = { key: "", name: "", email: "", company: "", on_day: null, amount: null };
    const told = currency_column < 0 ? "" : (cells[currency_column]?.trim().toUpperCase() ?? "");
    const is_code = /^[A-Z]{3}$/.test(told);
    if (told && !is_code) pasted.problems.push(`Line ${at + 1}: write the currency by its three letters, such as CHF, not ${told}.`);
    cells.forEach((cell, column) => {
      const problem = put(row, has_headings ? (fields[column] ?? null) : column === 0 ? "name" : null, cell.trim(), is_code ? told : currency);
      if (problem) pasted.problems.push(`Line ${at + 1}: ${problem}`);
    });
    pasted.rows.push(row);
  });
  return pasted;
}

/** Puts a cell into its field; what is wrong with it is said, and the field stays empty. */
function put(row: Row, field: keyof Row | null, cell: string, currency: string): string | null {
  if (field === null || cell === "") return null;
  if (field === "on_day") {
    if (!/^\d{4}-\d\d-\d\d$/.test(cell)) return `write the day as 2026-03-31, not ${cell}.`;
    row.on_day = cell;
  } else if (field === "amount") {
    const major = Number(cell);
    if (!Number.isFinite(major)) return `write the amount as 1234.50, not ${cell}.`;
    row.amount = money_of(major, currency);
  } else {
    row[field] = cell;
  }
  return null;
}
