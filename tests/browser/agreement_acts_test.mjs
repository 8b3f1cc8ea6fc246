// SPDX-License-Identifier: Apache-2.0
// Everything that can be done to an agreement, by clicking it: a territory's own, reopening, a trial, withdrawing,
// comparing, declining, an interim version, a deputy, an exception, and what is left when the trial has ended.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_funnel } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_funnel()]);
  await company.hire({ name: "Nora North", role: "sales_manager", territory: 1 });
  await company.hire({ name: "Nick North", role: "marketing_manager", territory: 1 });
  await company.hire({ name: "Kim Adams", role: "salesperson" });
  await company.hire({ name: "Arthur Boyd", role: "arbiter" });
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

/** Somebody does something and goes again; nothing was said in the console meanwhile. */
async function as(name, act) {
  const visitor = await visit(browser, company, name);
  await act(visitor, visitor.page);
  await visitor.leave();
}

const lead = (page) => page.locator(".page-lead");
const panel = (page, name) => page.getByRole("region", { name, exact: true });
const field_at = (page, path) => page.locator(`[data-path="${path}"]`);

/** Fills the form of a dialog that a button opens, and sends it by the button of the same name. */
async function in_dialog(visitor, button, fill) {
  const { page } = visitor;
  await visitor.button(button).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}
/** Chooses from a list that cannot be typed into. */
async function take(visitor, name, option) {
  await visitor.page.getByRole("combobox", { name, exact: true }).click();
  await visitor.page.getByRole("option", { name: option, exact: true }).click();
}
const because = (reason) => (dialog) => field_at(dialog, "reason").fill(reason);

test("a territory gets its own, starting from the company's, and the list says which binds where", async () => {
  await as("Nora North", async (nora, page) => {
    await nora.open("/agreements");
    const north = page.getByRole("row", { name: /^North/ });
    await north.getByText("as the whole company").waitFor();
    await nora.inspect();
    await nora.link("Propose its own: North, Funnel").click();
    await page.getByRole("heading", { name: "Propose: Funnel of North", level: 1 }).waitFor();
    assert.equal(await page.getByRole("combobox", { name: "Starting from" }).inputValue(), "Funnel, version 1");
    const preview = page.getByRole("complementary", { name: "What it would have found" });
    // Two people work the opportunities in turns, and one of them the North's: half of the company's.
    await preview.getByText(/^6 opportunities stood in “Engaging” longer/).waitFor();
    await preview.getByText("would have found nothing").click();
    await nora.inspect();
    await nora.field("Note").fill("We are quick up here");
    await nora.button("Propose").click();
    await page.getByRole("heading", { name: "Funnel of North, version 1", level: 1 }).waitFor();
    await nora.text("Would bind North and what lies below it.").waitFor();
    await nora.text("A sales manager of North or the whole company signs.").waitFor();
    await nora.button("Sign for Sales").first().click();
    await nora.text("signed by Nora North").first().waitFor();
  });
  await as("Nick North", async (nick, page) => {
    await nick.open("/agreements/funnel-1");
    await nick.button("Sign for Marketing").first().click();
    await nick.text(/^Locked by Nora North and Nick North/).first().waitFor();
    await nick.open("/agreements/funnel");
    await nick.text("Binds the whole company, but not North, which has its own.").waitFor();
    assert.equal(await page.getByRole("link", { name: "Counter" }).count(), 0, "it binds more than the North");
  });
  await as("Maria Keller", async (maria, page) => {
    await maria.open("/agreements");
    await page.getByRole("row", { name: /^North/ }).getByRole("link", { name: "Funnel of North, version 1" }).waitFor();
    await maria.text("North has its own in force.").waitFor();
    await maria.open("/agreements/funnel-2/edit?template=repeat-business");
    await maria.text("Today Funnel, version 1 binds there, as the whole company.").waitFor();
    await take(maria, "Starting from", "Nothing: a body of one’s own");
    await maria.text("Worked out again once the draft is whole.").waitFor();
    await maria.inspect();
    await maria.open("/");
    await page.getByRole("link", { name: /in North stand/ }).first().waitFor();
  });
});

test("reopening takes both, each with a reason", async () => {
  await as("Maria Keller", async (maria) => {
    await maria.open("/agreements/funnel");
    await maria.button("Reopen").click();
    await maria.inspect();
    await maria.page.keyboard.press("Escape");
    await in_dialog(maria, "Reopen", because("45 days in talks is too long."));
    await maria.text(/goes on binding until marketing asks for it too/).waitFor();
    assert.equal(await maria.button("Reopen").count(), 0);
  });
  await as("Sam Rivera", async (sam, page) => {
    await sam.open("/agreements/funnel");
    await in_dialog(sam, "Reopen", because("And nobody works the first step."));
    await lead(page).getByText("Reopened by both sides; it binds until the next version is locked.").waitFor();
    await sam.inspect();
  });
});

test("a trial is proposed, withdrawn by its side, proposed again, compared and declined", async () => {
  await as("Sam Rivera", async (sam, page) => {
    await sam.open("/agreements/funnel");
    await sam.link("Propose the next version").click();
    await page.getByRole("combobox", { name: "For" }).click();
    // The North's own is signed, so nothing is proposed for it before both reopen it.
    assert.deepEqual(await page.getByRole("option").allInnerTexts(), ["The whole company", "South"]);
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Time allowed", exact: true }).nth(1).fill("160");
    await field_at(page, "trial_until").fill("2026-03-31");
    await field_at(page, "due_on").fill("2026-03-06");
    await sam.refused(422, () => sam.button("Propose").click());
    await sam.text("A trial needs both an end and a measure of success.").first().waitFor();
    await sam.inspect();
    await sam.field("Trial measure").fill("Fewer than five stand longer");
    await sam.button("Propose").click();
    await page.getByRole("heading", { name: "Funnel, version 2", level: 1 }).waitFor();
    await sam.text(/A trial until .*Fewer than five stand longer/).waitFor();
    await in_dialog(sam, "Withdraw", because("20 days is what I meant for proposals."));
    await lead(page).getByText(/^Withdrawn by Sam Rivera on 2 March 2026: 20 days is/).waitFor();
    await sam.inspect();
    await sam.link("Counter").click();
    await field_at(page, "trial_until").fill("2026-03-31");
    await sam.field("Trial measure").fill("Fewer than five stand longer");
    await field_at(page, "due_on").fill("2026-03-06");
    await sam.button("Propose").click();
    await page.getByRole("heading", { name: "Funnel, version 3", level: 1 }).waitFor();
  });
  await as("Maria Keller", async (maria, page) => {
    await maria.open("/agreements/funnel");
    await maria.link("Compare with 2").click();
    await maria.text("They say the same.").waitFor();
    await take(maria, "Earlier version", "Version 1");
    const row = (name) => page.getByRole("row", { name: new RegExp(`^${name}`) });
    await row("Engaging: time allowed").getByText("160 h").waitFor();
    await row("Trial measure").getByText("Fewer than five stand longer").waitFor();
    await maria.inspect();
    await maria.open("/agreements/funnel");
    await in_dialog(maria, "Decline", because("20 days is too short for water authorities."));
    await lead(page).getByText(/^Declined by Maria Keller/).waitFor();
  });
});

test("past the date the arbiter imposes it for a while, once", async () => {
  await company.wait_until("2026-03-09T09:00Z");
  await as("Arthur Boyd", async (arthur, page) => {
    await arthur.open("/agreements/funnel");
    await arthur.button("Impose for a while").click();
    await arthur.inspect();
    await page.keyboard.press("Escape");
    await in_dialog(arthur, "Impose for a while", async (dialog) => {
      await field_at(dialog, "until").fill("2026-04-30");
      await field_at(dialog, "reason").fill("Leads die meanwhile.");
    });
    await lead(page).getByText("Imposed by Arthur Boyd until 30 April 2026: Leads die meanwhile.").waitFor();
    assert.equal(await arthur.button("Impose for a while").count(), 0);
    await arthur.open("/agreements");
    await page.getByRole("row", { name: /^The whole company/ }).getByText("imposed until 30 April 2026").waitFor();
    await arthur.inspect();
  });
});

test("a deputy is named and signs; dismissed, and taken back", async () => {
  const sam = await company.enter("Sam Rivera");
  const trial = { template: "direct-sales", trial_until: "2026-03-31", trial_measure: "Fewer are late", due_on: "2026-03-20" };
  await sam.post("/agreements/funnel/versions", trial);
  await as("Maria Keller", async (maria, page) => {
    await maria.open("/agreements#deputies");
    await in_dialog(maria, "Name a deputy", async (dialog) => {
      await maria.choose("Deputy", "Kim Adams");
      await field_at(dialog, "from_day").fill("2026-03-09");
      await field_at(dialog, "until").fill("2026-03-13");
    });
    const deputies = panel(page, "Deputies");
    await deputies.getByText(/Kim Adams for Maria Keller/).waitFor();
    await maria.inspect();
  });
  await as("Kim Adams", async (kim, page) => {
    await kim.open("/agreements/funnel");
    await kim.text(/Maria Keller or Kim Adams \(for Maria Keller\) may sign/).waitFor();
    await kim.button("Sign for Sales").first().click();
    await lead(page).getByText(/Signed by Kim Adams \(for Maria Keller\) so far/).waitFor();
    assert.equal(await kim.button("Name a deputy").count(), 0);
  });
  await as("Maria Keller", async (maria, page) => {
    await maria.open("/agreements");
    const deputies = panel(page, "Deputies");
    await maria.button("Dismiss Kim Adams").click();
    await deputies.getByText(/Kim Adams for/).waitFor({ state: "detached" });
    await maria.button("Undo").click();
    await deputies.getByText(/Kim Adams for Maria Keller/).waitFor();
  });
  await as("Sam Rivera", async (sam, page) => {
    await sam.open("/agreements/funnel");
    await sam.button("Sign for Marketing").first().click();
    await lead(page).getByText(/Locked by Kim Adams \(for Maria Keller\) and Sam Rivera .*on trial until 31 March 2026/).waitFor();
    await sam.inspect();
  });
});

test("an exception that both sides accept is left out of the gap, and the gap says so", async () => {
  await as("Sam Rivera", async (sam, page) => {
    await sam.open("/agreements/funnel");
    await in_dialog(sam, "Propose an exception", async (dialog) => {
      await sam.choose("Clause", "Engaging: time allowed");
      await field_at(dialog, "what").fill("Northwind’s tests");
      await field_at(dialog, "reason").fill("They test until April.");
      await field_at(dialog, "until").fill("2026-04-10");
      await sam.choose("Account", "Northwind");
      await sam.inspect();
    });
    const exceptions = panel(page, "Exceptions");
    await exceptions.getByText("Until 10 April 2026, once sales accepts it.").waitFor();
    await exceptions.getByText("Not counted: what is of Northwind.").waitFor();
  });
  await as("Maria Keller", async (maria, page) => {
    await maria.open("/gaps/stage_overdue?about=Engaging");
    const before = Number(/^\d+/.exec(await maria.heading())[0]);
    await maria.open("/agreements/funnel");
    await maria.inspect();
    await maria.button("Accept the exception: Northwind’s tests").click();
    await panel(page, "Exceptions").getByText("In force until 10 April 2026.").waitFor();
    await maria.open("/gaps/stage_overdue?about=Engaging");
    const left_out = /until 10 April 2026: (\d+) opportunit(y|ies) left out/.exec(await panel(page, "Exceptions").innerText());
    assert.equal(Number(/^\d+/.exec(await maria.heading())[0]), before - Number(left_out[1]));
    await maria.inspect();
  });
});

test("when the trial has ended, what bound before binds again and the next version can be proposed", async () => {
  await company.wait_until("2026-04-13T09:00Z");
  await as("Maria Keller", async (maria, page) => {
    await maria.open("/agreements/funnel");
    await lead(page).getByText(/the trial ended on 31 March 2026/).waitFor();
    await maria.link("Propose the next version").waitFor();
    await panel(page, "Exceptions").getByText("Ended on 10 April 2026.").waitFor();
    await maria.inspect();
    await maria.open("/agreements");
    await page.getByRole("row", { name: /^The whole company/ }).getByText("imposed until 30 April 2026").waitFor();
    await maria.open("/agreements/funnel/versions/1");
    await maria.link("Propose it again").waitFor();
    await maria.inspect();
  });
});
