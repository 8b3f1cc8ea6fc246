// SPDX-License-Identifier: Apache-2.0
// Two people at once: what one does, the other sees without a reload, and never while writing.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { found_company_with_funnel } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria, sam;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_funnel()]);
  [maria, sam] = await Promise.all([visit(browser, company, "Maria Keller"), visit(browser, company, "Sam Rivera")]);
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const items = (visitor) => visitor.page.getByRole("list", { name: "Agenda" }).locator("> li");

/** Leaves a mark in the page that a reload would wipe out; gives a way to see that it is still there. */
async function without_reload(visitor, act) {
  await visitor.page.evaluate(() => (globalThis.accord_mark = true));
  await act();
  assert.equal(await visitor.page.evaluate(() => globalThis.accord_mark), true, "the page was not loaded anew");
}

async function decide(visitor, at, words) {
  const item = items(visitor).nth(at);
  await item.hover();
  await item.getByRole("button", { name: "Decide" }).click();
  await visitor.field("Decided").fill(words);
  await visitor.button("Record the decision").click();
  await item.getByText(words).waitFor();
}

const streams = async () => {
  const text = await (await fetch(`${company.address}/metrics`)).text();
  return Number(/^accord_event_streams (\d+)$/m.exec(text)[1]);
};

test("in the review meeting each sees what the other records", async () => {
  await maria.open("/");
  await maria.button("Hold the review").click();
  await maria.page.getByRole("list", { name: "Agenda" }).waitFor();
  await sam.open(new URL(maria.page.url()).pathname + new URL(maria.page.url()).search);
  await without_reload(maria, async () => {
    await decide(sam, 0, "Marketing calls each of them.");
    await items(maria).first().getByText("Marketing calls each of them.").waitFor();
  });
  await without_reload(sam, async () => {
    await decide(maria, 1, "Sales closes what is dead.");
    await items(sam).nth(1).getByText("Sales closes what is dead.").waitFor();
  });
  maria.was_silent();
  sam.was_silent();
});

test("what somebody is writing is left alone, and they are told that there is more to see", async () => {
  const item = items(maria).first();
  await item.hover();
  await item.getByRole("button", { name: "Decide" }).click();
  await maria.field("Decided").pressSequentially("We meet on ");
  await decide(sam, 2, "Sam decides meanwhile.");
  await maria.text("This page has changed.").waitFor();
  assert.equal(await maria.field("Decided").inputValue(), "We meet on ");
  assert.equal(await maria.field("Decided").evaluate((one) => one === document.activeElement), true);
  assert.equal(await items(maria).nth(2).getByText("Sam decides meanwhile.").count(), 0);
  await maria.inspect();
  await maria.button("Show").click();
  await items(maria).nth(2).getByText("Sam decides meanwhile.").waitFor();
  assert.equal(await maria.field("Decided").inputValue(), "We meet on ");
  await maria.field("Decided").fill("We meet on Monday.");
  await maria.button("Record the decision").click();
  await items(sam).first().getByText("We meet on Monday.").waitFor();
  await maria.text("This page has changed.").waitFor({ state: "detached" });
  maria.was_silent();
});

test("whoever watches an agreement sees the other side sign", async () => {
  for (const one of [company.maria, company.sam]) await one.post("/agreements/funnel/versions/1/reopenings", { reason: "Too long." });
  await company.sam.post("/agreements/funnel/versions", { template: "marketing-and-sales", note: "Shorter" });
  await maria.open("/agreements/funnel/versions/2");
  await sam.open("/agreements/funnel/versions/2");
  await without_reload(maria, async () => {
    await sam.button("Sign for Marketing").first().click();
    await maria.text(/signed by Sam Rivera/i).first().waitFor();
  });
  await without_reload(sam, async () => {
    await maria.button("Sign for Sales").first().click();
    await sam.text(/Locked by/).first().waitFor();
  });
  maria.was_silent();
  sam.was_silent();
});

test("what a command imports beside the server appears in the list", async () => {
  const file = join(company.folder, "more.csv");
  writeFileSync(file, "account,sector,country\nFjord Foods,food,Norway\n");
  await maria.open("/accounts");
  await without_reload(maria, async () => {
    await company.run("import", "--rows-are", "account", "--new-names", file);
    await maria.link("Fjord Foods").waitFor();
  });
  maria.was_silent();
});

test("a page that shows something else is not read again", async () => {
  await maria.open("/products");
  const asked = [];
  const note = (request) => asked.push(request.url());
  maria.page.on("request", note);
  await company.maria.post("/accounts", { name: "Alder Works" });
  await maria.page.waitForTimeout(1500);
  maria.page.off("request", note);
  assert.deepEqual(asked, []);
  await without_reload(maria, async () => {
    await company.ada.post("/products", { name: "Torque meter" });
    await maria.text("Torque meter").first().waitFor();
  });
  maria.was_silent();
});

test("a browser has one stream, however many of its pages are open", async () => {
  const before_it = await streams();
  const page = await maria.page.context().newPage();
  await page.goto("/accounts");
  await page.getByText("Fjord Foods").waitFor();
  await company.maria.post("/accounts", { name: "Birch Supplies" });
  await page.getByText("Birch Supplies").waitFor();
  assert.equal(await streams(), before_it);
  await page.close();
});

test("a lost connection is said, and what was missed is there when it is back", async () => {
  const visitor = await visit(browser, company, "Maria Keller");
  const { page } = visitor;
  await visitor.open("/accounts");
  await visitor.cut_off("**/events*", async () => {
    // The stream that is open now ends when the page gives it up.
    await page.reload();
    await visitor.text("Connection lost. Trying again…").waitFor();
    await company.maria.post("/accounts", { name: "Larch Mills" });
    await visitor.inspect();
  });
  await visitor.link("Larch Mills").waitFor({ timeout: 30_000 });
  await visitor.text("Connection lost. Trying again…").waitFor({ state: "detached", timeout: 30_000 });
  await visitor.leave();
});
