// SPDX-License-Identifier: Apache-2.0
// `accord backup` and `accord restore` beside a server that people write to.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "./client.mjs";
import { email_of, found_company, password, today } from "./company.mjs";
import { start_program } from "./program.mjs";

const clock = `${today}T09:00Z`;
let company, clients;
before(async () => {
  company = await found_company();
  clients = await Promise.all(["Maria Keller", "Sam Rivera", "Maria Keller"].map(company.enter));
});
after(async () => {
  await company?.stop().catch(() => undefined);
});

/** Everybody adds accounts, one after the other, until told to stop; names those that were acknowledged. */
function keep_writing() {
  const acknowledged = [];
  let is_over = false;
  const write = async (client, who) => {
    for (let number = 1; !is_over; number += 1) {
      const name = `Account ${number} of ${who}`;
      await client.post("/accounts", { name });
      acknowledged.push(name);
    }
  };
  const all = Promise.all(clients.map(write));
  return {
    acknowledged,
    async stop() {
      is_over = true;
      await all;
    },
  };
}

async function names_at(address) {
  const client = await Client.of(address, email_of("Maria Keller"), password);
  const names = new Set();
  for (let after; after !== null; ) {
    const page = await client.get(`/accounts?order=id&limit=500${after ? `&after=${after}` : ""}`);
    page.items.forEach((one) => names.add(one.name));
    after = page.next;
  }
  return names;
}

const failure_of = (promise) => promise.then(() => assert.fail("it was not refused"), (error) => error.message);

test("backups made under writes are whole, and hold what was acknowledged before them", async () => {
  const writing = keep_writing();
  const backups = [];
  for (let number = 1; number <= 5; number += 1) {
    const before_it = [...writing.acknowledged];
    const file = join(company.folder, `backup-${number}.db`);
    await company.run("backup", file);
    backups.push({ file, before_it, begun: writing.acknowledged.length });
    await new Promise((done) => setTimeout(done, 100));
  }
  await writing.stop();
  assert.ok(writing.acknowledged.length > 50, `${writing.acknowledged.length} writes`);
  for (const [at, { file, before_it }] of backups.entries()) {
    const folder = join(company.folder, `restored-${at}`);
    mkdirSync(folder);
    await company.run_on(join(folder, "accord.db"), "restore", file);
    await company.run_on(join(folder, "accord.db"), "check");
    const program = await start_program(clock, folder);
    const names = await names_at(program.address);
    await program.stop();
    assert.deepEqual(before_it.filter((name) => !names.has(name)), [], `backup ${at + 1} lacks what was acknowledged`);
    assert.deepEqual([...names].filter((name) => !writing.acknowledged.includes(name)), []);
  }
  assert.equal((await names_at(company.address)).size, writing.acknowledged.length, "the server lost nothing meanwhile");
});

test("a backup is never overwritten, and a served file never replaced", async () => {
  const file = join(company.folder, "backup-1.db");
  assert.match(await failure_of(company.run("backup", file)), /exists already/);
  assert.match(await failure_of(company.run("restore", file)), /Back it up first/);
  assert.match(await failure_of(company.run("restore", "--force", file)), /is in use\. Stop the server/);
  const before_it = await names_at(company.address);
  await clients[0].post("/accounts", { name: "After the refusal" });
  assert.equal((await names_at(company.address)).size, before_it.size + 1, "the server goes on");
});

test("once the server is stopped the backup takes its place, and a server goes on from there", async () => {
  const file = join(company.folder, "last.db");
  await company.run("backup", file);
  const held = await names_at(company.address);
  await clients[0].post("/accounts", { name: "After the backup" });
  await company.stop({ keep: true });
  await company.run("restore", "--force", file);
  company = { ...company, ...(await start_program(clock, company.folder)) };
  assert.deepEqual(await names_at(company.address), held);
  const client = await Client.of(company.address, email_of("Maria Keller"), password);
  await client.post("/accounts", { name: "After the restore" });
  assert.equal((await names_at(company.address)).size, held.size + 1);
});
