// SPDX-License-Identifier: Apache-2.0
// Lists stand in the address, records have their history, and each sees what is theirs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_data } from "./company.mjs";
import { of_agent, opportunities, won } from "./export.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_data()]);
  maria = await visit(browser, company, "Maria Keller");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const rows = (visitor) => visitor.page.locator("tbody tr");
const summary = (visitor) => visitor.page.locator("#main").getByRole("status").first();
const search_of = (visitor) => new URL(visitor.page.url()).search;

test("filters, search and order stand in the address and survive a reload", async () => {
  const { page } = maria;
  await maria.open("/opportunities");
  await summary(maria).getByText(`${opportunities.length} opportunities`).waitFor();
  await maria.button("Filter").click();
  await page.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "Won" }).click();
  await summary(maria).getByText(`${won.length} opportunities`).waitFor();
  await page.getByRole("button", { name: "Value", exact: true }).click();
  await page.waitForURL(/order=-value/);
  await page.getByRole("searchbox", { name: "Search" }).fill("Northwind");
  await page.waitForURL(/q=Northwind/);
  const expected = won.filter((one) => one.account === "Northwind");
  await summary(maria).getByText(`${expected.length} opportunities`).waitFor();
  const address = search_of(maria);
  assert.deepEqual(
    Object.fromEntries(new URLSearchParams(address)),
    { outcome: "won", order: "-value", q: "Northwind" },
  );

  const shown = await rows(maria).allInnerTexts();
  assert.equal(shown.length, expected.length);
  const dearest = expected.toSorted((a, b) => b.close_value - a.close_value)[0];
  assert.match(shown[0], new RegExp(`${dearest.opportunity_id}[^]*\\$${Number(dearest.close_value).toLocaleString("en-US")}`));
  await page.reload();
  await maria.settled();
  assert.deepEqual(await rows(maria).allInnerTexts(), shown);
  assert.equal(search_of(maria), address);

  await page.getByRole("button", { name: /^Without “Outcome/ }).click();
  await page.waitForURL((url) => !url.searchParams.has("outcome"));
  await page.goBack();
  maria.was_silent();
});

test("the figures above the list follow its filters", async () => {
  await maria.open("/opportunities?outcome=won");
  const sum = won.reduce((total, one) => total + Number(one.close_value), 0);
  await maria.text(`$${sum.toLocaleString("en-US")}`).first().waitFor();
  maria.was_silent();
});

test("the export holds the rows of the list", async () => {
  await maria.open("/opportunities?outcome=won");
  const [download] = await Promise.all([maria.page.waitForEvent("download"), maria.link("Export CSV").click()]);
  const text = await new Response(await download.createReadStream()).text();
  assert.equal(text.trim().split("\n").length, won.length + 1);
  maria.was_silent();
});

test("the keys move through a list, open a row, search and jump", async () => {
  const { page } = maria;
  await maria.open("/opportunities?order=id");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  const second = await rows(maria).nth(1).getByRole("link").first().innerText();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: second, level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await maria.inspect();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Jump to a page or record" }).fill("Terr");
  await page.getByRole("option", { name: "Territories" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Territories", level: 1 }).waitFor();
  maria.was_silent();
});

test("what is added here can be changed here, and its history says who did what", async () => {
  const { page } = maria;
  await maria.open("/accounts");
  await maria.button("Add an account").click();
  await maria.field("Name").fill("Fjord Foods");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Fjord Foods", level: 1 }).waitFor();
  await maria.button("Change").click();
  await maria.field("Sector").fill("food");
  await page.keyboard.press("Control+Enter");
  const history = page.getByRole("complementary", { name: "History" });
  await history.getByText("food").waitFor();
  assert.match(await history.innerText(), /Maria Keller[^]*Sector[^]*food[^]*Maria Keller[^]*Added/);
  maria.was_silent();
});

test("what a CRM keeps is read-only here", async () => {
  await maria.open("/opportunities/1");
  await maria.text("Kept by CRM").waitFor();
  assert.equal(await maria.button("Change").count(), 0);
  maria.was_silent();
});

test("a salesperson of North finds nothing of South, in no way", async () => {
  const territories = await company.ada.get("/territories");
  const north = territories.items.find((one) => one.name === "North");
  await company.hire({ name: "Nora Novak", role: "salesperson", territory: north.id });
  const nora = await visit(browser, company, "Nora Novak");
  const hers = of_agent("Karl Brandt");
  const theirs = of_agent("Olga Lind");

  await nora.open("/opportunities");
  await summary(nora).getByText(`${hers.length} opportunities`).waitFor();
  assert.ok(!(await nora.page.locator("#main").innerText()).includes("South"));
  await nora.open(`/opportunities?q=${theirs[0].opportunity_id}`);
  await nora.text("No opportunities match.").waitFor();
  const csv = await nora.page.evaluate(async () => (await fetch("/opportunities.csv")).text());
  assert.equal(csv.trim().split("\n").length, hers.length + 1);
  assert.ok(!csv.includes("South"));

  const found = await company.ada.get(`/opportunities?q=${theirs[0].opportunity_id}`);
  await nora.refused(404, () => nora.open(`/opportunities/${found.items[0].id}`));
  assert.ok(!(await nora.page.locator("#main").innerText()).includes(theirs[0].opportunity_id));
  await nora.inspect();
  await nora.open("/people");
  assert.equal(await nora.button("Add a person").count(), 0);
  assert.equal(await nora.link("Company").count(), 0);
  await nora.leave();
});
