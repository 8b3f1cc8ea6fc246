// SPDX-License-Identifier: Apache-2.0
// A form of the demo company as a visitor of the web meets it: nobody is signed in, and a script may not run at all. What is sent
// stands on the board as a lead, among the touchpoints as one of its campaign, and on the form's own page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demo_login, open_demo } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, sam;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo("2026-11-25T17:00Z")]);
  sam = await visit(browser, company);
  await sam.sign_in("Sam Rivera", demo_login("sam"));
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

/** The clock of the demo stands still, so that whoever sends a form is faster than any person, and is asked once more. */
async function fill_in(page, { name, email, company: firm }) {
  await page.goto("/forms/year-end-bundle");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Your firm").fill(firm);
  await page.getByLabel("What it is about").fill("Two reactors, by May");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("heading", { name: "One more press" }).waitFor();
  await page.getByRole("checkbox", { name: "I am a person" }).check();
  await page.getByRole("button", { name: "Send it" }).click();
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
}

test("a visitor without a session opens a form that everybody can use, and sends it", async () => {
  const visitor = await visit(browser, company);
  await visitor.open("/forms/year-end-bundle");
  assert.equal(await visitor.heading(), "Flow and pressure, together");
  await visitor.inspect();
  await fill_in(visitor.page, { name: "Wanda Quist", email: "wanda@quistworks.example", company: "Quist Works" });
  visitor.was_silent();
});

test("it is sent as well where no script may run", async () => {
  const context = await browser.newContext({ baseURL: company.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await fill_in(page, { name: "Yara <b>Onda</b>", email: "yara@onda.example", company: "Onda & Sons" });
  await context.close();
});

test("both are leads on the board, touchpoints of the campaign, and entries of the form", async () => {
  const { page } = sam;
  for (const firm of ["Quist Works", "Onda & Sons"]) {
    const name = `${firm}: Ask for the year-end bundle`;
    await sam.open(`/opportunities/board?q=${encodeURIComponent(firm)}`);
    await page.locator(".board-card").filter({ hasText: name }).waitFor();
    await sam.open(`/touchpoints?q=${encodeURIComponent(firm)}`);
    await page.getByRole("row").filter({ hasText: firm }).filter({ hasText: "Year-end bundle: flow and pressure" }).waitFor();
  }
  await sam.open("/lead-forms");
  await page.getByRole("link", { name: "Ask for the year-end bundle" }).click();
  await page.getByRole("row").filter({ hasText: "Wanda Quist" }).filter({ hasText: "until I say otherwise" }).waitFor();
  await page.getByRole("row").filter({ hasText: "Yara <b>Onda</b>" }).waitFor();
  await sam.inspect();
  sam.was_silent();
});
