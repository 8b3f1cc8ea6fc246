// SPDX-License-Identifier: Apache-2.0
// The administrator adds both managers; they propose the funnel from a template and sign it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_data, password } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_data()]);
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

test("the administrator adds somebody, who can then sign in and sees what they may do", async () => {
  const ada = await visit(browser, company, "Ada Osei");
  await ada.open("/people");
  await ada.button("Add a person").click();
  await ada.field("Name").fill("Lena Fischer");
  await ada.field("E-mail").fill("lena@kestrel.example");
  await ada.page.getByRole("combobox", { name: "Role" }).click();
  await ada.page.getByRole("option", { name: "Liaison" }).click();
  await ada.inspect();
  await ada.button("Add").click();
  await ada.page.getByRole("heading", { name: "Lena Fischer", level: 1 }).waitFor();
  await ada.button("Set a password").click();
  await ada.field("New password").fill(password);
  await ada.button("Set the password").click();
  await ada.text("Lena Fischer can sign in with it now.").waitFor();
  await ada.leave();

  const lena = await visit(browser, company, "Lena Fischer");
  await lena.open("/people/me/rights");
  assert.equal(await lena.heading(), "What may I do?");
  const may = lena.page.getByRole("region", { name: "May", exact: true });
  const may_not = lena.page.getByRole("region", { name: "May not" });
  await may.getByText("Propose").first().waitFor();
  await may_not.getByText("Add people").first().waitFor();
  await lena.leave();
});

test("a draft from a template shows what it would have found, before anybody signs", async () => {
  const maria = await visit(browser, company, "Maria Keller");
  await maria.open("/");
  const card = maria.page.locator(".templates > li").filter({ hasText: /^Direct sales/ });
  await card.getByText("it would have found").waitFor();
  await maria.inspect();
  await card.getByRole("link", { name: "Start from this template" }).click();
  const preview = maria.page.getByRole("complementary", { name: "What it would have found" });
  await preview.getByText("Provisional: unsigned, so nobody’s move.").waitFor();
  // With more time fewer are late, and the preview says so without anything being stored.
  const late = await preview.getByText(/opportunities stood in “Engaging” longer/).innerText();
  await maria.page.getByRole("textbox", { name: "Time allowed", exact: true }).nth(1).fill("1000");
  await preview.getByText(late, { exact: true }).waitFor({ state: "detached" });
  await maria.field("Note").fill("A common language");
  await maria.button("Propose").click();
  await maria.page.getByRole("heading", { name: "Funnel, version 1", level: 1 }).waitFor();
  await maria.button("Sign for Sales").first().click();
  await maria.text("signed by Maria Keller").first().waitFor();
  await maria.button("Sign for Sales").first().waitFor({ state: "detached" });
  await maria.leave();
});

test("the second side's signature locks it, and the sentence says so", async () => {
  const sam = await visit(browser, company, "Sam Rivera");
  await sam.open("/");
  await sam.page.getByRole("region", { name: "To settle now" }).getByText("Funnel, version 1").waitFor();
  await sam.page.getByRole("region", { name: "To settle now" }).getByRole("link", { name: "Read it" }).click();
  await sam.page.getByRole("button", { name: "Comment on Engaging" }).click();
  await sam.field("Comment").fill("Six months is long; fine for now.");
  await sam.page.keyboard.press("Control+Enter");
  await sam.text("Six months is long; fine for now.").waitFor();
  await sam.button("Sign for Marketing").first().click();
  await sam.text(/Locked by Maria Keller and Sam Rivera/).first().waitFor();
  await sam.page.getByRole("button", { name: /^Sign for/ }).first().waitFor({ state: "detached" });
  await sam.inspect();
  await sam.leave();
});
