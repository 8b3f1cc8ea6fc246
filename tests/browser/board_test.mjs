// SPDX-License-Identifier: Apache-2.0
// The board of the demo company: cards are moved by menu, by dragging and by keyboard, what a step demands is asked for, another
// person's screen follows by itself, and each move can be taken back. Two records that are one are said to be so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "./client.mjs";
import { demo_login, open_demo } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria, sam;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo("2026-11-25T17:00Z")]);
  [maria, sam] = [await visit(browser, company), await visit(browser, company)];
  await maria.sign_in("Maria Keller", demo_login("maria"));
  await sam.sign_in("Sam Rivera", demo_login("sam"));
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const column = (visitor, name) => visitor.page.getByRole("region", { name, exact: true });
const card = (visitor, text) => visitor.page.locator(".board-card").filter({ hasText: text });
const open_own = (visitor) => visitor.open("/opportunities/board?q=Refit");

test("columns are the agreed steps; what the CRM keeps says so and cannot be moved", async () => {
  await maria.open("/opportunities/board");
  await column(maria, "Proposal").getByRole("listitem").first().waitFor();
  const kept = card(maria, "Demo CRM moves it").first();
  await kept.waitFor();
  assert.equal(await kept.getAttribute("draggable"), "false");
  await maria.inspect();
  maria.was_silent();
});

test("a step that demands more asks for it; the other person's board follows; the move is taken back", async () => {
  await open_own(sam);
  await open_own(maria);
  await column(sam, "Qualified").getByText("Refit of two tanks").waitFor();
  await card(maria, "Refit of two tanks").getByRole("button", { name: /^Move/ }).click();
  await maria.page.getByRole("menuitem", { name: "Proposal" }).click();
  const dialog = maria.page.getByRole("dialog");
  await dialog.waitFor();
  await dialog.getByLabel(/^Close on/).first().fill("2026-12-31");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await column(maria, "Proposal").getByText("Refit of two tanks").waitFor();
  await column(sam, "Proposal").getByText("Refit of two tanks").waitFor();
  await maria.page.getByRole("button", { name: "Undo" }).click();
  await column(maria, "Qualified").getByText("Refit of two tanks").waitFor();
  await column(sam, "Qualified").getByText("Refit of two tanks").waitFor();
  maria.was_silent();
  sam.was_silent();
});

test("by keyboard: arrows go from card to card, M opens where it can go", async () => {
  const { page } = maria;
  await open_own(maria);
  await card(maria, "Refit of two tanks").getByRole("link").focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Lost" }).waitFor();
  await page.keyboard.press("Escape");
  await maria.open("/opportunities/board");
  const first = column(maria, "Proposal").getByRole("listitem").first().getByRole("link");
  await first.focus();
  await page.keyboard.press("ArrowDown");
  const second = column(maria, "Proposal").getByRole("listitem").nth(1).getByRole("link");
  assert.ok(await second.evaluate((one) => one === document.activeElement));
  await page.keyboard.press("ArrowLeft");
  const at = await page.evaluate(() => document.activeElement?.closest("section")?.getAttribute("aria-label"));
  assert.equal(at, "Qualified");
});

const focus_is = (page, where) => page.evaluate((which) => document.activeElement.matches(which), where);
const focused_column = (page) => page.evaluate(() => document.activeElement.closest("[data-column]")?.getAttribute("aria-label") ?? null);

test("a link leads to the board; each column is one stop of the Tab key, and arrows go through heads and cards", async () => {
  const { page } = maria;
  await maria.open("/opportunities/board");
  await column(maria, "Proposal").getByRole("listitem").first().waitFor();
  for (const name of ["Skip to the page", "To the board"]) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
    await page.keyboard.press("Enter");
  }
  assert.ok(await focus_is(page, "[data-card]"));
  const first = await focused_column(page);
  const stops = await page.locator(".board-column").evaluateAll((all) => all.map((one) => one.querySelectorAll("[tabindex='0'], a:not([tabindex]), button:not([tabindex])").length));
  assert.deepEqual([...new Set(stops)], [1], `stops of the Tab key by column: ${stops}`);
  // Up into the head, to the side from head to head, down again to the cards.
  await page.keyboard.press("ArrowUp");
  assert.ok(await focus_is(page, "header [role=button]"));
  await page.keyboard.press("ArrowRight");
  assert.ok(await focus_is(page, "header [role=button]"));
  assert.notEqual(await focused_column(page), first);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  assert.ok(await focus_is(page, "[data-card]"));
  await page.keyboard.press("ArrowDown");
  const second = await page.evaluate(() => document.activeElement.dataset.card);
  // Where one was last in a column is where Tab comes back to.
  await page.keyboard.press("Tab");
  assert.notEqual(await focused_column(page), first);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.card), second);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused_column(page), null, "Shift+Tab leaves the board");
  await page.keyboard.press("b");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.card), second);
  maria.was_silent();
});

test("what begins straight in a step is asked for what the step demands, beside its inputs", async () => {
  const { page } = maria;
  await maria.open("/opportunities");
  await maria.button("Add an opportunity").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Begun in talks");
  await dialog.getByRole("combobox", { name: "Stage" }).fill("Negotiation");
  await page.getByRole("option", { name: "Negotiation" }).click();
  await maria.refused(422, () => dialog.getByRole("button", { name: "Add it" }).click());
  for (const words of ["an account", "a value of its own", "a close date"]) await dialog.getByText(`Negotiation demands ${words}.`, { exact: true }).waitFor();
  // The first of them is under the hands.
  await page.waitForFunction(() => document.activeElement.matches("[aria-invalid=true]"));
  await dialog.getByLabel(/^Close on/).first().fill("2026-12-31");
  await maria.refused(422, () => dialog.getByRole("button", { name: "Add it" }).click());
  await dialog.getByText("Negotiation demands a close date.", { exact: true }).waitFor({ state: "detached" });
  await dialog.getByText("Negotiation demands an account.", { exact: true }).waitFor();
  maria.was_silent();
});

test("a card is dragged into another column", async () => {
  await maria.open("/opportunities/board?q=frame+contract");
  await card(maria, "frame contract").dragTo(column(maria, "Marketing qualified"));
  await column(maria, "Marketing qualified").getByText("frame contract").waitFor();
  await maria.page.getByRole("button", { name: "Undo" }).click();
  await column(maria, "Inquiry").getByText("frame contract").waitFor();
});

test("several are chosen by X, Shift and Ctrl, moved in one act and taken back in one; what cannot move is named first", async () => {
  const { email, password } = demo_login("maria");
  const client = await Client.of(company.address, email, password);
  const [like] = (await client.get("/opportunities?outcome=open&limit=1")).items;
  const draft = { phase: "opportunity", account: like.account, contact: null, product: null, owner: null, developed_by: null, territory: like.territory, outcome: "open", value: null, created_on: "2026-11-02", close_on: null, lost_reason: "", stage: "Inquiry" };
  for (const name of ["one", "two", "three", "four"]) await client.post("/opportunities", { ...draft, name: `Row of ${name}`, source: "Telephone" });
  const { page } = maria;
  await maria.open("/opportunities/board?q=Row+of");
  const inquiry = column(maria, "Inquiry");
  await inquiry.getByRole("listitem").nth(3).waitFor();
  await inquiry.getByRole("listitem").nth(0).getByRole("link").focus();
  await page.keyboard.press("x");
  await page.getByText("1 card chosen").waitFor();
  await inquiry.getByRole("listitem").nth(2).getByRole("checkbox").click({ modifiers: ["Shift"] });
  await page.getByText("3 cards chosen").waitFor();
  await inquiry.getByRole("listitem").nth(1).locator(".board-card-foot").first().click({ modifiers: ["Control"] });
  await page.getByText("2 cards chosen").waitFor();
  await inquiry.getByRole("checkbox", { name: "Choose all that are shown in Inquiry" }).click();
  await page.getByText("4 cards chosen").waitFor();
  await maria.inspect();
  // Of what they lack it is said first, by name, and nothing moves.
  await page.getByRole("button", { name: "Move to…" }).click();
  await page.getByRole("menuitem", { name: "Proposal" }).click();
  await page.getByText("4 cards cannot move yet").waitFor();
  await page.getByRole("dialog").getByText(/Row of two: a product, a value and a close date/).waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  // Whichever is dragged takes the others along.
  await inquiry.getByRole("listitem").first().dragTo(column(maria, "Marketing qualified"));
  await page.getByText("4 cards are in Marketing qualified.").waitFor();
  assert.equal(await column(maria, "Marketing qualified").getByRole("listitem").count(), 4);
  await page.getByRole("button", { name: "Undo" }).click();
  await inquiry.getByRole("listitem").nth(3).waitFor();
  // All of them lost, for one reason.
  await inquiry.getByRole("checkbox", { name: "Choose all that are shown in Inquiry" }).click();
  await page.getByRole("button", { name: "Move to…" }).click();
  await page.getByRole("menuitem", { name: "Lost" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").click();
  await page.getByRole("option").first().click();
  await dialog.getByRole("button", { name: "Move 4 cards" }).click();
  await page.getByText("4 cards are in Lost.").waitFor();
  // What the CRM keeps is not chosen, and says why.
  await maria.open("/opportunities/board");
  const kept = card(maria, "Demo CRM moves it").first();
  assert.equal(await kept.getByRole("checkbox").count(), 0);
  await kept.getByRole("link").focus();
  await page.keyboard.press("x");
  await page.getByText(/^Demo CRM keeps .*moves with the next export/).waitFor();
  maria.was_silent();
});

test("a full column shows some, counts what it hides, and leaves the rest to the list", async () => {
  const { email, password } = demo_login("maria");
  const client = await Client.of(company.address, email, password);
  const [like] = (await client.get("/opportunities?outcome=open&limit=1")).items;
  const draft = { phase: "opportunity", account: like.account, contact: null, product: null, owner: null, developed_by: null, territory: like.territory, source: "Telephone", outcome: "open", value: null, created_on: "2026-11-02", close_on: null, lost_reason: "" };
  for (let i = 0; i < 170; ++i) await client.post("/opportunities", { ...draft, name: `Full shelf ${i}`, stage: "Inquiry" });
  const { page } = maria;
  await maria.open("/opportunities/board?q=Full+shelf");
  const inquiry = column(maria, "Inquiry");
  const cards = inquiry.getByRole("listitem");
  await cards.nth(19).waitFor();
  assert.equal(await cards.count(), 20);
  // One more comes in while somebody looks: what is hidden is counted anew, and no more is shown.
  await inquiry.getByRole("button", { name: "150 more cards: show more" }).waitFor();
  await client.post("/opportunities", { ...draft, name: "Full shelf 170", stage: "Inquiry" });
  await inquiry.getByRole("button", { name: "151 more cards: show more" }).waitFor();
  assert.equal(await cards.count(), 20);
  for (const [shown, hidden] of [[40, 131], [80, 91]]) {
    await inquiry.getByRole("button", { name: /show more$/ }).click();
    await inquiry.getByRole("button", { name: `${hidden} more cards: show more` }).waitFor();
    assert.equal(await cards.count(), shown);
  }
  await inquiry.getByRole("button", { name: /show more$/ }).click();
  const rest = inquiry.getByRole("link", { name: "11 more: see all as a list" });
  await rest.waitFor();
  assert.equal(await cards.count(), 160);
  // A card that the column's lower edge cuts off is worked by keyboard as well.
  const cut_off = await cards.evaluateAll((all) => all.findIndex((one) => one.getBoundingClientRect().bottom > one.closest("section").getBoundingClientRect().bottom));
  await cards.nth(cut_off).getByRole("link").focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Lost" }).waitFor();
  await page.keyboard.press("Escape");
  // By keyboard through what was shown last.
  await cards.nth(158).getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  assert.ok(await cards.nth(159).getByRole("link").evaluate((one) => one === document.activeElement));
  await rest.click();
  await page.getByRole("heading", { name: "Opportunities" }).waitFor();
  await maria.settled();
  assert.match(await page.locator("main").innerText(), /\b171\b/);
  maria.was_silent();
});

test("two campaigns that are one are said to be so, and taken back", async () => {
  const { page } = sam;
  await sam.open("/campaigns/1");
  await sam.button("Counts as another…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/The campaign that it is/).click();
  await page.getByRole("option").nth(1).click();
  await dialog.getByLabel("Why they are one").fill("Continued under a new name");
  await dialog.getByRole("button", { name: "They are one" }).click();
  await page.getByText(/It counts as .*said by Sam Rivera.*Continued under a new name/).waitFor();
  await sam.open("/merges");
  await page.getByText("Continued under a new name").waitFor();
  await sam.inspect();
  await page.getByRole("button", { name: /^Take back that/ }).click();
  await page.getByText("Nothing is merged.").waitFor();
  sam.was_silent();
});
