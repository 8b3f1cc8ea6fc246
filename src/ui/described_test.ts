// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { described } from "./described.gen";
import { label_of, type DescribedRecord } from "./described";

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
  const records = Object.values(described as unknown as Record<string, DescribedRecord>);
  const counts = records.flatMap((one) => one.fields).filter((one) => one.unit === "count" && one.name.endsWith("_count"));
  expect([...new Set(counts.map((one) => label_of(one)))].sort()).toEqual(
    "Again, Asked, Attachments, Called, Calls, Changed, Confirmed, Due, Entries, Given up, Interested, Leads, Members, Not called, Open, Pieces, Rows, Sent, Waiting, Won".split(", "),
  );
});
