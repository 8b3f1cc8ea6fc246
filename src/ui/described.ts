// SPDX-License-Identifier: Apache-2.0
import { described } from "./described.gen";

export type Kind =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "money"
  | "day"
  | "instant"
  | "choice"
  | "id"
  | "record"
  | "json";

/** One field of a record, as the server describes it. */
export interface Field {
  name: string;
  /** What it means, for tooltips and hints; empty until `with_sentences` is through. */
  sentence: string;
  kind: Kind;
  unit: string;
  choices: readonly string[];
  record: string;
  is_list: boolean;
  is_optional: boolean;
  /** Of what can be asked and no row holds: one day, rather than from one to another. */
  is_one_day?: boolean;
}

export interface DescribedRecord {
  name: string;
  fields: readonly Field[];
}

let said: Promise<void> | undefined;

/** Gives each field its sentence, once. They are most of what the descriptions weigh, so the first screen loads without them. */
export function with_sentences(): Promise<void> {
  said ??= import("./sentences.gen").then(
    ({ sentences }) => {
      for (const { name, fields } of Object.values(described)) fields.forEach((field, at) => (field.sentence = sentences[name]?.[at] ?? ""));
    },
    // Without the file a page still works, and the next one asks for it again.
    () => void (said = undefined),
  );
  return said;
}

/** The description of a record; a name that is not described is a mistake in the calling page. */
export function record_named(name: string): DescribedRecord {
  const found = described[name];
  if (!found) throw new Error(`No record is described under the name “${name}”.`);
  return found;
}

export function field_named(record: DescribedRecord, name: string): Field {
  const found = record.fields.find((field) => field.name === name);
  if (!found) throw new Error(`“${record.name}” has no field “${name}”.`);
  return found;
}

const spelled: Record<string, string> = { crm: "CRM", roi: "ROI", csv: "CSV", url: "URL", id: "ID", cac: "CAC", email: "e-mail" };

/** A snake_case name as words: `sales_manager` becomes "Sales manager". */
export function words_of(name: string): string {
  const words = name.split("_").map((word) => spelled[word] ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Things that fields count by a name of their own: `entry_count` says "Entries". What is counted of a kind (`done_count`) is called as it is. */
const counted: Record<string, string> = {
  attachment: "attachments",
  call: "calls",
  entry: "entries",
  lead: "leads",
  member: "members",
  piece: "pieces",
  row: "rows",
};

/** A field's label: `account_name` says "Account"; the unit stands beside the value, so the label does not repeat it. */
export function label_of(field: Pick<Field, "name" | "kind" | "unit">): string {
  const is_reference = field.kind === "id" && field.name !== "id";
  const stem = field.kind === "boolean" ? field.name.replace(/^(is|has)_/, "") : field.name;
  const name = is_reference || field.kind === "text" ? stem.replace(/_(id|name)$/, "") : stem;
  const suffix = `_${field.unit}`;
  if (field.unit === "count" && name.endsWith(suffix)) {
    const of = name.slice(0, -suffix.length);
    return words_of(counted[of] ?? of);
  }
  return words_of(field.unit !== "none" && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name);
}

export const is_numeric = (field: Field) =>
  !field.is_list &&
  (field.kind === "money" || field.kind === "integer" || field.kind === "number" || field.record === "figure");

export const is_side = (field: Field) =>
  field.kind === "choice" && field.choices.includes("sales") && field.choices.includes("marketing");
