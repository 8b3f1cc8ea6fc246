// SPDX-License-Identifier: Apache-2.0
// A letter of the demo company's newest campaign, from its plan to what came back, mostly by keys; its campaign shows it, and the file for
// the printer leaves off who wants nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { demo_login, open_demo } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, sam, letter, campaign;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo("2026-11-25T17:00Z")]);
  sam = await visit(browser, company);
  await sam.sign_in("Sam Rivera", demo_login("sam"));
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const seen = async (path) => (await sam.page.request.get(path)).json();
const members = async (filter) => (await seen(`/mailing-members.json?list=${letter}&${filter}`)).items;
const row_of = (name) => sam.page.getByRole("row").filter({ hasText: name });

test("what went out says so, and its figures open their rows", async () => {
  const { page } = sam;
  await sam.open("/mailing-lists");
  await sam.inspect();
  await page.getByRole("link", { name: "Bundle offer by letter" }).click();
  await page.getByText(/^Went out on .+, as Sam Rivera says/).waitFor();
  await page.getByRole("button", { name: /^Came back 1, show working$/ }).click();
  await page.getByRole("row", { name: /^Came back/ }).getByRole("link").click();
  await page.getByRole("heading", { name: "On mailing lists" }).waitFor();
  await page.getByRole("cell", { name: "Came back" }).first().waitFor();
  assert.equal(await page.locator("tbody tr").count(), 1);
  sam.was_silent();
});

test("a mailing is planned and filled", async () => {
  const { page } = sam;
  ({ campaign } = await seen("/mailing-lists/1.json"));
  await sam.open("/mailing-lists");
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Second letter");
  await dialog.getByLabel("Campaign").click();
  await page.keyboard.type("Year-end");
  await page.getByRole("option", { name: "Year-end bundle: flow and pressure" }).click();
  await dialog.getByLabel("Drops on").fill("2026-11-25");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("heading", { name: "Second letter" }).waitFor();
  letter = Number(new URL(page.url()).pathname.split("/").pop());
  await page.getByText("Is to go out today. Say so once it has.").waitFor();
  const known = (await seen("/mailing-members.json?list=1&state=sent&order=id")).items.slice(0, 4);
  const added = await sam.page.evaluate(
    async ([list, contacts]) => {
      const { csrf_token } = await (await fetch("/session.json")).json();
      const headers = { "content-type": "application/json", "x-csrf-token": csrf_token };
      return (await fetch(`/mailing-lists/${list}/members`, { method: "POST", headers, body: JSON.stringify({ contacts }) })).json();
    },
    [letter, known.map((one) => one.contact)],
  );
  assert.equal(added.added, 4);
  await row_of(known[3].contact_name).waitFor();
  await sam.inspect();
});

test("who answers that they want nothing is left off, and the file for the printer leaves them out", async () => {
  const { page } = sam;
  const [first, second] = await members("order=id");
  await page.getByRole("button", { name: `Answered: ${first.contact_name}` }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: /Words/ }).fill("No paper, please.");
  await page.getByRole("dialog").getByRole("button", { name: "Record it" }).click();
  await row_of(first.contact_name).filter({ hasText: "Left off" }).waitFor();
  await row_of(first.contact_name).getByText("asked on 25 November 2026 to get no letters.").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
  const file = readFileSync(await download.path(), "utf8");
  assert.ok(!file.includes(first.code) && file.includes(second.code) && file.includes(second.contact_name), file);
  assert.equal(file.trim().split("\r\n").length, 4);
  await page.getByText("Sam Rivera took the addresses on").waitFor();
});

test("it went out; a piece that comes back is no touchpoint, and can be taken back", async () => {
  const { page } = sam;
  const touched = async () => (await seen(`/touchpoints.json?campaign=${campaign}&kind=mail&limit=1`)).total;
  const before_it = await touched();
  await page.keyboard.press("d");
  await page.getByRole("dialog").getByRole("button", { name: "It did" }).click();
  await page.getByText(/^Went out on .+, as Sam Rivera says/).waitFor();
  assert.equal((await touched()) - before_it, 3);
  const [sent] = await members("state=sent&order=id");
  await page.getByRole("button", { name: `Came back: ${sent.contact_name}` }).click();
  await row_of(sent.contact_name).filter({ hasText: "Came back" }).waitFor();
  await page.getByText("it is no touchpoint.").waitFor();
  assert.equal((await touched()) - before_it, 2);
  await sam.button("Undo").click();
  await page.getByRole("button", { name: `Came back: ${sent.contact_name}` }).waitFor();
  assert.equal((await touched()) - before_it, 3);
  await sam.inspect();
  await sam.open(`/campaigns/${campaign}`);
  await page.getByRole("link", { name: "Second letter" }).waitFor();
  await sam.inspect();
  sam.was_silent();
});
