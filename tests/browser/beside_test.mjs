// SPDX-License-Identifier: Apache-2.0
// A command beside a running server: while it stores a long import, nobody's act fails and nothing acknowledged is lost.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { found_company } from "./company.mjs";

const rows = 200_000;
const pause_ms = 20;

function write_opportunities(folder) {
  const lines = ["opportunity_id,opportunity name,account,stage,created on"];
  for (let i = 0; i < rows; i++) lines.push(`B${i},Deal ${i},Buyer number ${i % 400},Proposal,2026-01-05`);
  const file = join(folder, "deals.csv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** Acts and reads, one after the other, until told to stop; how long each took. */
async function work_until(is_over, ada) {
  const seen = { made: [], act_ms: [], read_ms: [], totals: new Set() };
  for (let i = 0; !is_over(); i++) {
    let began = performance.now();
    const { id } = await ada.post("/products", { name: `Made meanwhile ${i}`, line: "Beside" });
    seen.act_ms.push(performance.now() - began);
    seen.made.push(id);
    began = performance.now();
    seen.totals.add((await ada.get("/opportunities?limit=1")).total);
    seen.read_ms.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, pause_ms));
  }
  return seen;
}

test("acts of the server wait for a command's long import, reads do not, and all of it is there at once", { timeout: 300_000 }, async () => {
  const company = await found_company();
  try {
    const file = write_opportunities(company.folder);
    let is_over = false;
    const import_ = company.run("import", "--system", "CRM", "--new-names", file).finally(() => (is_over = true));
    const seen = await work_until(() => is_over, company.ada);
    assert.match(await import_, /adds 400 accounts, 200,000 opportunities/);

    assert.equal((await company.ada.get("/opportunities?limit=1")).total, rows, "the next request sees the commit");
    assert.ok([...seen.totals].every((total) => total === 0 || total === rows), `never a part of it: ${[...seen.totals]}`);
    assert.ok(seen.made.length > 5, "work went on meanwhile");
    const products = await company.ada.get("/products?line=Beside&limit=1");
    assert.equal(products.total, seen.made.length, "everything acknowledged is there, once");
    assert.match(await company.run("check"), /\S/);
    const longest = (all) => Math.round(Math.max(...all));
    console.log(`${seen.made.length} acts meanwhile; longest act ${longest(seen.act_ms)} ms, longest read ${longest(seen.read_ms)} ms`);
  } finally {
    await company.stop();
  }
});
