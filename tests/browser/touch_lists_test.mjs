// SPDX-License-Identifier: Apache-2.0
// Lists of a trade show, of mail and of calls, pasted as they were written, up to the credit that they earn.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_data } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, sam;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_data()]);
  await company.ada.post("/campaigns", { name: "Winter show", channel: 5, starts_on: "2026-02-10", ends_on: "2026-02-12" });
  sam = await visit(browser, company, "Sam Rivera");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const list = ["First Name\tLast Name\tCompany\tEmail\tScanned At\tNotes", "Petra\tHolm\tNorthwind\tp.holm@northwind.example\t2026-02-10 09:41\tloud", "Jon\tReyes\tBolt Mills\tjon@bolt.example\t\t", "Ann\tOde\tBolt Mills\tann at bolt\t\t"].join("\n");
const the_list = () => sam.field("The list, headings included");

test("a scan list is pasted from its campaign, seen, and counted", async () => {
  const { page } = sam;
  await sam.open("/campaigns/1");
  await sam.link("Add touchpoints").click();
  await page.getByRole("heading", { name: "Add touchpoints", level: 1 }).waitFor();
  await sam.text("Trade show, 10 Feb to 12 Feb").waitFor();
  assert.equal(await page.getByLabel("Day of the show").inputValue(), "2026-02-10");
  await sam.inspect();
  await sam.button("Show what it would add").click();
  await sam.text("Paste the list, or drop it below.").waitFor();
  await the_list().fill(list);
  await the_list().press("Control+Enter");
  await sam.text(/^It adds 1 account, 2 contacts and 2 touchpoints; 1 row stays out\.$/).waitFor();
  await sam.text("\"ann at bolt\" is not an e-mail address.").first().waitFor();
  await sam.inspect();
  await sam.button("Import").click();
  await sam.link("Look at the touchpoints").click();
  await page.getByRole("heading", { name: "Touchpoints", level: 1 }).waitFor();
  await sam.text("Petra Holm").first().waitFor();
  await sam.text("Jon Reyes").first().waitFor();
  const { items, total } = await company.ada.get("/touchpoints?order=at&campaign=1");
  assert.equal(total, 2);
  assert.deepEqual(items.map((one) => [one.account_name, one.kind, one.side, one.precision]), [
    ["Bolt Mills", "scan", "marketing", "day"],
    ["Northwind", "scan", "marketing", "moment"],
  ]);
});

test("an order after the scan is credited to the show", async () => {
  const account = (await company.ada.get("/accounts?q=Northwind")).items[0].id;
  const order = { name: "After the show", stage: "Won", outcome: "won", account, value: { minor: 500_000, currency: "USD" }, created_on: "2026-02-18", close_on: "2026-02-20" };
  await company.ada.post("/opportunities", order);
  const lines = await company.ada.get("/roi/lines?by=campaign&from=2026-02-15&until=2026-03-01");
  const show = lines.items.find((one) => one.name === "Winter show");
  assert.equal(show.revenue.money.minor, 500_000);
  await sam.open("/roi?by=campaign&from=2026-02-15&until=2026-03-01");
  await sam.text("Winter show").first().waitFor();
  sam.was_silent();
});

test("the same list again adds nothing", async () => {
  await sam.open("/touchpoints/enter?campaign=1");
  await sam.text("Trade show, 10 Feb to 12 Feb").waitFor();
  await the_list().fill(list);
  await sam.button("Show what it would add").click();
  await sam.text(/^It changes nothing; 2 rows say what is known already; 1 row stays out\.$/).waitFor();
  sam.was_silent();
});

test("the same list as leads makes leads and touchpoints in one pass, as the form at the stand does", async () => {
  const { page } = sam;
  await company.ada.post("/campaigns", { name: "Spring show", channel: 5, starts_on: "2026-02-17", ends_on: "2026-02-18" });
  await sam.open("/touchpoints/enter?way=scan&leads=1&campaign=2");
  await sam.text("Trade show, 17 Feb to 18 Feb").waitFor();
  assert.ok(await page.getByLabel("Each is a lead").isChecked());
  await sam.inspect();
  await the_list().fill(list.replaceAll("2026-02-10", "2026-02-17"));
  await the_list().press("Control+Enter");
  await sam.text(/^It adds 2 opportunities, 2 stage changes and 2 touchpoints; 1 row stays out\.$/).waitFor();
  await sam.button("Import").click();
  await sam.text("Undo").first().waitFor();
  const leads = await company.ada.get("/opportunities?order=name&source=Spring%20show");
  assert.deepEqual(leads.items.map((one) => [one.contact_name, one.phase, one.stage, one.system]), [
    ["Jon Reyes", "lead", "Inquiry", ""],
    ["Petra Holm", "lead", "Inquiry", ""],
  ]);
  const { items } = await company.ada.get("/touchpoints?order=at&campaign=2");
  assert.deepEqual(items.map((one) => [one.contact_name, one.kind, one.precision]), [
    ["Jon Reyes", "scan", "day"],
    ["Petra Holm", "scan", "moment"],
  ]);
});

test("mail has its drop date, calls have callers, and a dropped file says itself what it has a column for", async () => {
  const { page } = sam;
  await sam.open("/touchpoints/enter?way=mail");
  await the_list().fill("Recipient,Company\nPetra Holm,Northwind\n");
  await sam.button("Show what it would add").click();
  await sam.text("Choose the campaign that the list is of.").waitFor();
  await sam.choose("Campaign", "Winter show");
  await page.getByLabel("Drop date").fill("2026-02-17");
  await sam.inspect();
  await sam.link("Call list").click();
  assert.match(await the_list().inputValue(), /Petra Holm/, "what was pasted stays");
  await page.getByLabel("Called by").selectOption("sales");
  await sam.inspect();
  await the_list().fill("");
  const calls = ["Call Date,Company,Caller,Campaign,Disposition", "2026-02-18 09:00,Northwind,Karl Brandt,Winter show,Connected", "2026-02-18 09:10,Elm Foundry,Karl Brandt,Winter show,Busy"];
  await page.locator("input[type=file]").setInputFiles([{ name: "calls.csv", mimeType: "text/csv", buffer: Buffer.from(`${calls.join("\n")}\n`) }]);
  await sam.button("Take out").waitFor();
  await sam.button("Show what it would add").click();
  await sam.text("The list has a column for Campaign: that holds, not what was chosen here.").waitFor();
  await sam.text(/^It adds 1 touchpoint; 1 call reached nobody and is no touchpoint\.$/).waitFor();
  await sam.inspect();
  await sam.button("Import").click();
  await sam.link("Look at the touchpoints").waitFor();
  const called = (await company.ada.get("/touchpoints?kind=call")).items;
  assert.deepEqual(called.map((one) => [one.account_name, one.person_name, one.side]), [["Northwind", "Karl Brandt", "sales"]]);
  await sam.leave();
});
