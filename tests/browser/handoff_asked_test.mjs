// SPDX-License-Identifier: Apache-2.0
// What an act demands and a lead lacks is asked for on the spot, in the queue and by its keys, on a phone too; whom nobody has on record
// is added there. A firm that a form named in other letters is shown beside the one that it perhaps is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_data } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria, sam;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_data()]);
  [company.maria, company.sam] = await Promise.all([company.enter("Maria Keller"), company.enter("Sam Rivera")]);
  await agree();
  maria = await visit(browser, company, "Maria Keller");
  sam = await visit(browser, company, "Sam Rivera");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

/** An accepted lead has an account, as the template says; sales gets leads with a product, about which somebody has done something. */
async function agree() {
  const terms = { demands: ["product", "activity"], answer_within_hours: 4, contact_within_hours: 8, ask_within_hours: 16, reasons: ["No need"] };
  for (const [kind, draft] of [
    ["funnel", { template: "marketing-and-sales" }],
    ["service_level", { body: { ...terms, routing: [{ name: "All leads", people: [2] }] } }],
  ]) {
    const { link } = await company.maria.post(`/agreements/${kind}/versions`, { ...draft, in_force_from: "2025-01-01" });
    for (const one of [company.maria, company.sam]) await one.post(`${link}/signatures`);
  }
  const { id } = await company.sam.post("/campaigns", { name: "Spring show", channel: 5, starts_on: "2026-01-01" });
  const form = await company.sam.post("/lead-forms", { name: "Visit us", address: "visit", campaign: id });
  company.form = form.id;
}

/** A lead without a firm waits for Maria. */
async function hand_over(name) {
  const { id } = await company.sam.post("/opportunities", { name, phase: "lead", stage: "Inquiry", product: 1, source: "Telephone", owner: 3 });
  await company.sam.post("/activities", { opportunity: id, kind: "note" });
  await company.sam.post("/handoffs", { opportunity: id });
  return id;
}

const line = (visitor, name) => visitor.page.locator(".queue-list a").filter({ hasText: name });
const is_shown = (visitor, name) => visitor.page.locator(".queue-title").filter({ hasText: name }).waitFor();
const lead = (id) => company.maria.get(`/opportunities/${id}`);

test("A asks for the account that the step demands; by keyboard it is given and the lead accepted, and one Undo takes both back", async () => {
  const { page } = maria;
  const id = await hand_over("Bare gauges");
  await maria.open("/handoffs/queue");
  await is_shown(maria, "Bare gauges");
  await maria.refused(422, () => page.keyboard.press("a"));
  const dialog = page.getByRole("dialog", { name: "Accept: Bare gauges" });
  await dialog.getByText("Sales accepted demands an account.").waitFor();
  await maria.inspect();
  // Nothing is sent while it lacks.
  await page.keyboard.press("Control+Enter");
  await dialog.getByText("Account is needed.").waitFor();
  await page.keyboard.type("Northwind");
  await page.getByRole("option", { name: "Northwind" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Bare gauges is accepted.").waitFor();
  assert.equal((await lead(id)).stage, "Sales accepted");
  assert.equal((await lead(id)).account, 1);
  await page.keyboard.press("u");
  await page.getByText("Taken back.").waitFor();
  assert.equal((await lead(id)).account, null);
  assert.equal((await lead(id)).stage, "Inquiry");
  maria.was_silent();
});

test("on a phone: a firm that nobody has on record is added without leaving, and what is alike is offered instead", async () => {
  const { page } = maria;
  const id = await hand_over("Foreign gauges");
  await page.setViewportSize({ width: 390, height: 844 });
  await maria.open("/handoffs/queue");
  await line(maria, "Foreign gauges").click();
  await maria.refused(422, () => maria.button("Accept").click());
  const dialog = page.getByRole("dialog", { name: "Accept: Foreign gauges" });
  await dialog.getByRole("button", { name: "Add an account" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Northwint");
  await dialog.getByRole("button", { name: /^It is that one: Northwind/ }).waitFor();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Far Away Meters");
  await dialog.getByRole("button", { name: "Add the account" }).click();
  await dialog.getByRole("button", { name: "Accept" }).click();
  await page.getByText("Foreign gauges is accepted.").waitFor();
  assert.equal((await lead(id)).account_name, "Far Away Meters");
  await page.setViewportSize({ width: 1280, height: 900 });
  maria.was_silent();
});

test("H asks what sales is to have: first what people do, which is logged there, then the product", async () => {
  const { page } = sam;
  const entry = await company.sam.post(`/lead-forms/${company.form}/entries`, { name: "Amy Adams", email: "amy@nortwind.example", company: "Nortwind", once: "019b-0000-0001" });
  await sam.open("/handoffs/queue");
  await line(sam, "Nortwind").click();
  await sam.refused(422, () => page.keyboard.press("h"));
  const dialog = page.getByRole("dialog", { name: /^Hand over: / });
  await dialog.getByText("Log what was done about it, and it goes on from here.").waitFor();
  await sam.inspect();
  await dialog.getByRole("button", { name: "Note" }).click();
  await dialog.getByRole("combobox", { name: "Product" }).click();
  await page.getByRole("option").first().click();
  await dialog.getByRole("button", { name: "Hand it over" }).click();
  await page.getByText("is handed over to sales.").waitFor();
  const { items } = await company.sam.get(`/handoffs?opportunity=${entry.lead}&ask=take_over`);
  assert.equal(items.length, 1);
  sam.was_silent();
});

test("a firm in other letters is shown beside the one that it perhaps is: it is that one, with Undo", async () => {
  const { page } = maria;
  await maria.open("/handoffs/queue");
  await line(maria, "Nortwind").click();
  const note = page.getByRole("region", { name: "Perhaps Nortwind is on record already" });
  await note.getByText("the same name, but for a letter").waitFor();
  await maria.inspect();
  await note.getByRole("button", { name: /^It is that one: Northwind/ }).click();
  await page.getByText(/^Nortwind counts as Northwind/).waitFor();
  await note.waitFor({ state: "detached" });
  await page.keyboard.press("u");
  await page.getByText("Taken back.").waitFor();
  await note.waitFor();
  // Likewise where the lead and the account have their pages.
  await page.keyboard.press("o");
  await page.getByRole("heading", { level: 1 }).filter({ hasText: "Nortwind" }).waitFor();
  await note.waitFor();
  await maria.link("Nortwind").first().click();
  await page.getByRole("heading", { level: 1, name: "Nortwind" }).waitFor();
  await note.waitFor();
  maria.was_silent();
});
