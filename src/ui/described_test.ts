// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { described } from "./described.gen";
import { field_named, label_of, record_named, with_sentences } from "./described";

const field = (name: string, kind: "integer" | "boolean" | "id" | "text", unit = "none") => ({ name, kind, unit });

test("A label is the field's name in words, without what stands beside the value", () => {
  expect(label_of(field("account_name", "text"))).toBe("Account");
  expect(label_of(field("time_allowed_hours", "integer", "hours"))).toBe("Time allowed");
  expect(label_of(field("is_late", "boolean"))).toBe("Late");
  expect(label_of(field("cac", "integer", "count"))).toBe("CAC");
});

test("What is counted is called in the plural", () => {
  expect(label_of(field("entry_count", "integer", "count"))).toBe("Entries");
  expect(label_of(field("lead_count", "integer", "count"))).toBe("Leads");
  expect(label_of(field("done_count", "integer", "count"))).toBe("Done");
});

/** Each count that any record has, so that a new one is read here before a user reads "Entry 3". */
test("Every count of every record has a label in good English", () => {
  const counts = Object.values(described).flatMap((one) => one.fields).filter((one) => one.unit === "count" && one.name.endsWith("_count"));
  expect([...new Set(counts.map((one) => label_of(one)))].sort()).toEqual(
    "Again, Asked, Attachments, Called, Calls, Changed, Confirmed, Due, Entries, Given up, Interested, Leads, Members, Not called, Open, Pieces, Rows, Sent, Waiting, Won".split(", "),
  );
});

test("Each field of each record says what it means, once the sentences are there", async () => {
  await with_sentences();
  const silent = Object.values(described).flatMap(({ name, fields }) => fields.filter((one) => one.sentence === "").map((one) => `${name}.${one.name}`));
  expect(silent).toEqual([]);
  expect(field_named(record_named("absence"), "deputy").sentence).toBe("Who stands in.");
});
