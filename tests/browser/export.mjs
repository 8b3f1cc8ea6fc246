// SPDX-License-Identifier: Apache-2.0
// A small export in the shape of a CRM's: four files, the same ones every time.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const agents = [
  ["Karl Brandt", "Maria Keller", "North"],
  ["Olga Lind", "Maria Keller", "South"],
];
const products = [
  ["PX-100", "PX", "4000"],
  ["PX-200", "PX", "9000"],
];
const accounts = ["Northwind", "Blue Harbor", "Cedar Mills", "Dune Optics", "Elm Foundry"];
const sectors = ["manufacturing", "energy", "retail", "medical", "logistics"];

/** 60 opportunities: 30 won, 12 lost, 12 in talks, of which most are late and 2 are with nobody, 6 before the first talk. */
export const opportunities = Array.from({ length: 60 }, (_, at) => {
  const stage = at < 30 ? "Won" : at < 42 ? "Lost" : at < 54 ? "Engaging" : "Prospecting";
  const is_closed = stage === "Won" || stage === "Lost";
  const is_with_nobody = stage === "Prospecting" || at === 44 || at === 47;
  const began = is_closed ? day_after("2025-03-03", at * 6) : day_after("2025-10-06", (at - 42) * 8);
  return {
    opportunity_id: `OP${1000 + at}`,
    sales_agent: agents[at % 2][0],
    product: products[at % 3 === 0 ? 1 : 0][0],
    account: is_with_nobody ? "" : accounts[at % accounts.length],
    deal_stage: stage,
    engage_date: stage === "Prospecting" ? "" : began,
    close_date: is_closed ? day_after(began, 40) : "",
    close_value: stage === "Won" ? String(3800 + at * 10) : stage === "Lost" ? "0" : "",
  };
});

export const won = opportunities.filter((one) => one.deal_stage === "Won");
export const of_agent = (name) => opportunities.filter((one) => one.sales_agent === name);

/** Writes the files into a folder; their paths. */
export function write_export(folder) {
  const files = {
    "sales_teams.csv": [["sales_agent", "manager", "regional_office"], ...agents],
    "products.csv": [["product", "series", "sales_price"], ...products],
    "accounts.csv": [
      ["account", "sector", "year_established", "office_location"],
      ...accounts.map((name, at) => [name, sectors[at], String(1990 + at), "Norway"]),
    ],
    "sales_pipeline.csv": [Object.keys(opportunities[0]), ...opportunities.map(Object.values)],
  };
  return Object.entries(files).map(([name, rows]) => {
    const path = join(folder, name);
    writeFileSync(path, rows.map((row) => `${row.join(",")}\n`).join(""));
    return path;
  });
}

function day_after(day, days) {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
