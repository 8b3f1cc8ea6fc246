// SPDX-License-Identifier: Apache-2.0
// The jump box: from anywhere to any page or record, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_funnel } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_funnel()]);
  maria = await visit(browser, company, "Maria Keller");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const box = (visitor) => visitor.page.getByRole("combobox", { name: "Jump to a page or record" });
const options = (visitor) => visitor.page.getByRole("listbox", { name: "Found" }).getByRole("option");
const chosen = (visitor) => visitor.page.locator("[role=option][aria-selected=true]").innerText();

async function jump(visitor, text, first) {
  await visitor.page.keyboard.press("Control+k");
  await box(visitor).waitFor();
  await visitor.page.keyboard.type(text);
  await options(visitor).first().filter({ hasText: first }).waitFor();
}

test("a record, a page, an agreement, a gap and a person are a few letters away", async () => {
  const { page } = maria;
  const account = (await company.maria.get("/accounts?limit=1")).items[0].name;
  const gap = (await company.maria.get("/review")).items[0].sentence;
  await maria.open("/products");
  for (const [text, name, heading] of [
    [account.slice(0, 5).toLowerCase(), account, account],
    ["terr", "Territories", "Territories"],
    ["funnel", "Funnel", /^Funnel/],
    ["sam riv", "Sam Rivera", "Sam Rivera"],
    [gap.slice(0, 24), gap, gap],
  ]) {
    await jump(maria, text, name);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    await box(maria).waitFor({ state: "detached" });
  }
  maria.was_silent();
});

test("Enter waits for what was typed, even where it was typed faster than anything is found", async () => {
  const account = (await company.maria.get("/accounts?limit=1&order=-name")).items[0].name;
  await maria.open("/products");
  await maria.page.keyboard.press("Control+k");
  await box(maria).waitFor();
  await box(maria).fill(account);
  await maria.page.keyboard.press("Enter");
  await maria.page.getByRole("heading", { name: account, level: 1 }).waitFor();
  maria.was_silent();
});

test("the arrows go around, Escape closes and gives the focus back", async () => {
  const { page } = maria;
  await maria.open("/territories");
  await page.keyboard.press("/");
  await box(maria).waitFor();
  const first = await chosen(maria);
  await page.keyboard.press("ArrowUp");
  const last = await chosen(maria);
  assert.notEqual(first, last);
  await page.keyboard.press("ArrowDown");
  assert.equal(await chosen(maria), first);
  assert.equal(await box(maria).getAttribute("aria-activedescendant"), await page.locator("[role=option][aria-selected=true]").getAttribute("id"));
  await maria.inspect();
  await page.keyboard.press("Escape");
  await box(maria).waitFor({ state: "detached" });
  await maria.button(/^Jump to/).first().click();
  await box(maria).fill("no such name");
  await maria.text("Nothing that you may see has such a name.").waitFor();
  await maria.inspect();
  await page.keyboard.press("Escape");
  maria.was_silent();
});

test("without a word it offers where one was last, by the names of now", async () => {
  const { page } = maria;
  const [one] = (await company.maria.get("/accounts?limit=1")).items;
  const { id } = await company.maria.post("/accounts", { name: "Dovetail Joinery" });
  await maria.open(`/accounts/${id}`);
  await maria.open(`/accounts/${one.id}`);
  await maria.open("/products");
  await company.maria.put(`/accounts/${id}`, { name: "Dovetail and Sons" });
  await page.keyboard.press("Control+k");
  await options(maria).first().filter({ hasText: one.name }).waitFor();
  await options(maria).nth(1).filter({ hasText: "Dovetail and Sons" }).waitFor();
  assert.equal(await options(maria).filter({ hasText: "Products" }).count(), 1, "the page itself is only among all pages");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Dovetail and Sons", level: 1 }).waitFor();
  maria.was_silent();
});

test("on a list / searches the list, Ctrl+K jumps, and ? says both", async () => {
  const { page } = maria;
  await maria.open("/accounts");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Search");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.getByText("Search this list").waitFor();
  const line = keys.locator("dl > div", { hasText: "Jump to a page or record" });
  assert.match(await line.innerText(), /Ctrl\s*K/);
  assert.doesNotMatch(await line.innerText(), /\//);
  await page.keyboard.press("Escape");
  await maria.leave();
});
