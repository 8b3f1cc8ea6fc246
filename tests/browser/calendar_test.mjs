// SPDX-License-Identifier: Apache-2.0
// The campaign calendar of the demo company: on a desk a table with a line of time, on a phone a list by week; asked and grouped
// in the address; for salespeople too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demo_login, open_demo } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

const noon = "2026-11-25T17:00Z";
const expo = "Gulf Coast Process Expo";

let browser, company, maria, karl;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo(noon)]);
  [maria, karl] = [await visit(browser, company), await visit(browser, company)];
  await maria.sign_in("Maria Keller", demo_login("maria"));
  await karl.sign_in("Karl Brandt", demo_login("karl"));
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const row_of = (visitor, name) => visitor.page.getByRole("row").filter({ hasText: name });

test("each campaign stands with its days, its money, who signed and what sales does", async () => {
  await maria.open("/campaigns/calendar");
  const row = row_of(maria, expo);
  await row.getByRole("link", { name: /^Signed by Sam Rivera, Rosa Delgado-Whitfield and Fiona Walsh on \d+ \w+ 2026$/ }).waitFor();
  await row.getByText(/Call everybody whose badge was scanned by .*: Karl Brandt; \d+ of 400 calls by sales on record, overdue/).waitFor();
  assert.match(await row.innerText(), /\$44,000/);
  await row_of(maria, "Year-end bundle").getByRole("link", { name: /^In a draft: Signed by Sam Rivera so far/ }).waitFor();
  assert.equal(await row.locator(".calendar-today").count(), 1, "today has its line");
  await maria.inspect();
});

test("what is asked and how it is grouped stands in the address", async () => {
  const { page } = maria;
  await maria.open("/campaigns/calendar");
  const all = await page.locator("tr[data-campaign]").count();
  await page.getByRole("combobox", { name: "Side" }).click();
  await page.getByRole("option", { name: "Sales" }).click();
  await page.waitForURL(/side=sales/);
  await page.waitForFunction((before) => document.querySelectorAll("tr[data-campaign]").length < before, all);
  assert.deepEqual(await page.locator("tr[data-campaign] .side").allInnerTexts().then((sides) => [...new Set(sides)]), ["Sales"]);
  await page.getByRole("combobox", { name: "Grouped by" }).click();
  await page.getByRole("option", { name: "Territory" }).click();
  await page.waitForURL(/by=territory/);
  await page.getByRole("rowheader", { name: "South", exact: true }).waitFor();
  await page.reload();
  await page.getByRole("rowheader", { name: "South", exact: true }).waitFor();
  await maria.button("← Before").click();
  await page.getByRole("heading", { name: "July to September 2026" }).waitFor();
  await maria.open("/campaigns/calendar?in=1999-Q2");
  await page.getByText("No campaign runs in these days.").waitFor();
  maria.was_silent();
});

test("by keyboard alone one comes to a campaign's months and from there to the plan", async () => {
  const { page } = maria;
  await maria.open("/campaigns/calendar");
  const figure = row_of(maria, expo).locator("[data-figure]").nth(1);
  await figure.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("link", { name: "Open its page" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/campaigns\/\d+\/plan\?in=2026-Q4/);
  await page.getByRole("rowheader", { name: "October 2026" }).waitFor();
  await page.getByRole("link", { name: "Campaign plan of South, version 1" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Campaign plan of South, version 1" }).waitFor();
  await page.getByRole("heading", { name: expo }).waitFor();
  await maria.inspect();
});

test("a salesperson of the South sees its campaigns, and on a phone what each week brings", async () => {
  const { page } = karl;
  await page.setViewportSize({ width: 390, height: 844 });
  await karl.open("/campaigns/calendar");
  await page.getByRole("heading", { name: /this week$/ }).or(page.getByRole("heading", { name: /^Week of/ }).first()).first().waitFor();
  assert.equal(await page.getByRole("table").count(), 0);
  const earlier = page.getByRole("button", { name: /earlier week/ });
  if (await earlier.count()) await earlier.click();
  await page.getByText(/Call everybody whose badge was scanned by/).first().waitFor();
  await page.getByRole("link", { name: expo }).first().click();
  await page.getByText("Spent, as invoiced").waitFor();
  karl.was_silent();
});
