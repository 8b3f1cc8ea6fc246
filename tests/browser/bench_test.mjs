// SPDX-License-Identifier: Apache-2.0
// The benchmarks ask every route of the API; a new one that they cannot ask is found here and not when they are next run.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { addresses_under_load } from "../../bench/load.mjs";
import { Visitor, make_demo, start_program } from "../../bench/program.mjs";
import { addresses, script_kb } from "../../bench/screens.mjs";

let folder, program, visitor;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "accord-bench-"));
  make_demo(folder);
  program = await start_program(folder);
  visitor = new Visitor(program.port);
  await visitor.sign_in("maria@demo.example");
});
after(async () => {
  visitor?.leave();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("everything that the benchmarks ask of the demo company is answered", async () => {
  const asked = await addresses(visitor);
  assert.ok(asked.length > 50, `${asked.length} addresses`);
  for (const address of [...asked, ...addresses_under_load()]) await visitor.get(address);
});

test("the first screen loads at most 250 KB of script", async () => {
  assert.ok((await script_kb(visitor, "review_page")) <= 250);
});
