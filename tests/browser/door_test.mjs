// SPDX-License-Identifier: Apache-2.0
// The door: the first run, signing in and out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { password, setup } from "./company.mjs";
import { start_program } from "./program.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, program, ada;
before(async () => {
  [browser, program] = await Promise.all([open_browser(), start_program()]);
  ada = await visit(browser, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the first screen of a new company sets it up", async () => {
  const { page } = ada;
  await ada.open("/");
  assert.equal(await ada.heading(), "Set up your company");
  await ada.inspect();
  await ada.field("Company").fill(setup.company);
  await ada.choose("Currency", "EUR: Euro");
  await ada.field("Name").fill(setup.name);
  await ada.field("E-mail").fill(setup.email);
  await ada.field("Password").fill("short");
  await ada.text("7 more characters to go.").waitFor();
  await ada.field("Password").fill(password);
  await ada.text("Long enough.").waitFor();
  await ada.button("Begin").click();
  await ada.text("From your CRM export to the first review").waitFor();
  assert.match(await page.locator(".heading-company").innerText(), /Kestrel Instruments/);
  await ada.inspect();
});

test("signing out leaves nothing behind", async () => {
  await ada.page.getByRole("button", { name: "Ada Osei: menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Sign out" }).click();
  await ada.button("Sign in").waitFor();
  await ada.open("/people");
  assert.equal(await ada.heading(), "Sign in to Accord");
  await ada.inspect();
});

test("a wrong password is said, and the right one opens the page that was asked for", async () => {
  const { page } = ada;
  await ada.field("E-mail").fill(setup.email);
  await ada.field("Password").fill("not these words");
  await ada.refused(401, () => ada.button("Sign in").click());
  await ada.text("The e-mail address and the password do not belong together.").first().waitFor();
  await ada.inspect();
  await ada.field("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/people");
  await ada.leave();
});
