// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { rows_in } from "./claim_rows";

const nothing = { key: "", name: "", email: "", company: "", on_day: null, amount: null };

describe("rows pasted from a spreadsheet", () => {
  it("go by their headings, whatever else stands beside them", () => {
    const text = "\nLead ID\tOwner\tCompany\tDate\tValue\r\nL-7\tKarl\tNorthwind\t2026-03-02\t1200.5\r\n\t\t\t\t\r\nL-8\t\tAcme\t\t\n";
    expect(rows_in(text, "USD")).toEqual({
      rows: [
        { ...nothing, key: "L-7", company: "Northwind", on_day: "2026-03-02", amount: { minor: 120_050, currency: "USD" } },
        { ...nothing, key: "L-8", company: "Acme" },
      ],
      problems: [],
    });
  });
  it("are names where there is no heading", () => {
    expect(rows_in("Ten meters\nA furnace", "USD").rows.map((row) => row.name)).toEqual(["Ten meters", "A furnace"]);
  });
  it("say which cell cannot be read, by its line", () => {
    expect(rows_in("Name\tDay\tAmount\nTen meters\t2.3.2026\t1.200,50", "USD").problems).toEqual([
      "Line 2: write the day as 2026-03-31, not 2.3.2026.",
      "Line 2: write the amount as 1234.50, not 1.200,50.",
    ]);
  });
  it("are in the currency that their line names, else in the company's", () => {
    const text = "Name\tAmount\tCurrency\nGauges\t100.50\tchf\nPumps\t200\t\nValves\t3\tfrancs";
    const { rows, problems } = rows_in(text, "USD");
    expect(rows.map(({ amount }) => amount)).toEqual([
      { minor: 10_050, currency: "CHF" },
      { minor: 20_000, currency: "USD" },
      { minor: 300, currency: "USD" },
    ]);
    expect(problems).toEqual(["Line 4: write the currency by its three letters, such as CHF, not FRANCS."]);
  });
  it("are none in an empty text", () => {
    expect(rows_in(" \n", "USD")).toEqual({ rows: [], problems: [] });
  });
});
