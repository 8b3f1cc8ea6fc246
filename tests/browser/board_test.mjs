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

test("a card is dragged into another column", async () => {
  await maria.open("/opportunities/board?q=frame+contract");
  await card(maria, "frame contract").dragTo(column(maria, "Marketing qualified"));
  await column(maria, "Marketing qualified").getByText("frame contract").waitFor();
  await maria.page.getByRole("button", { name: "Undo" }).click();
  await column(maria, "Inquiry").getByText("frame contract").waitFor();
});

test("a full column shows some, counts what it hides, and leaves the rest to the list", async () => {
  const { email, password } = demo_login("maria");
  const client = await Client.of(company.address, email, password);
  const [like] = (await client.get("/opportunities?outcome=open&limit=1")).items;
  const draft = { phase: "opportunity", account: like.account, contact: null, product: null, owner: null, developed_by: null, territory: like.territory, source: "", outcome: "open", value: null, created_on: "2026-11-02", close_on: null, lost_reason: "" };
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
