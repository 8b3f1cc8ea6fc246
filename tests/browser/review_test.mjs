// SPDX-License-Identifier: Apache-2.0
// The review, by mouse and by keyboard alone: read it, hold it, close it, see its minutes.
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

const agenda = (visitor) => visitor.page.locator(".agenda tbody tr");
const items = (visitor) => visitor.page.getByRole("list", { name: "Agenda" }).locator("> li");

test("each figure opens its working, and the sum is that of its parts", async () => {
  const { page } = maria;
  await maria.open("/");
  const figures = page.locator("[data-figure]:visible");
  const count = await figures.count();
  assert.ok(count >= 3, `${count} figures`);
  for (let at = 0; at < count; at += 1) {
    const figure = figures.nth(at);
    await figure.click();
    const working = page.locator("[role=dialog]", { has: page.getByRole("heading", { name: /how it is worked out$/i }) });
    await working.locator(".working-formula").waitFor();
    await working.getByText(/^As of commit \d+$/).waitFor();
    await maria.settled();
    await recompute(working);
    await page.keyboard.press("Escape");
    await working.waitFor({ state: "detached" });
    assert.equal(await figure.evaluate((one) => one === document.activeElement), true, "the focus returns");
  }
  maria.was_silent();
});

test("each gap opens what it says: the stake, whose move, the evidence, the clause", async () => {
  const { page } = maria;
  await maria.open("/");
  // Those that count opportunities begin with how many.
  const sentences = (await page.locator(".agenda .row-link").allInnerTexts()).filter((sentence) => /^\d/.test(sentence));
  assert.ok(sentences.length > 0);
  for (const sentence of sentences) {
    await maria.open("/");
    await maria.link(sentence).click();
    await page.getByRole("heading", { name: sentence, level: 1 }).waitFor();
    const evidence = page.getByRole("region", { name: "Evidence" });
    const link = evidence.getByRole("link").first();
    const count = Number(/^\d+/.exec(sentence)[0]);
    assert.equal(await link.innerText(), count === 1 ? "The opportunity" : `The ${count} opportunities`, sentence);
    const stake = await page.locator(".gap-stake").innerText();
    await evidence.getByRole("link", { name: /the clause/ }).click();
    await page.locator("[data-marked=true]").first().waitFor();
    await page.goBack();
    await link.click();
    await page.getByRole("status").filter({ hasText: new RegExp(`^${count} opportunit(y|ies)$`) }).waitFor();
    assert.equal(await page.locator("h1").innerText(), sentence);
    // As many rows as the gap counts, worth to the cent what it is worth.
    const rows = await page.locator(".rows tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].filter((cell) => cell.className !== "row-fold").at(-1).innerText));
    assert.equal(rows.length, count, sentence);
    const known = rows.filter((row) => row !== "—");
    assert.equal(known.reduce((sum, row) => sum + cents_of(row), 0), /^Not known/.test(stake) ? 0 : cents_of(stake), sentence);
  }
  maria.was_silent();
});

test("each opportunity of a gap opens the working of its own stake, on an earlier day too", async () => {
  const { page } = maria;
  for (const day of ["", "&as_of=2026-01-30"]) {
    await maria.open(`/gaps/stage_overdue/opportunities?about=Engaging${day}`);
    const figures = page.locator(".rows tbody [data-figure]");
    const count = await figures.count();
    assert.ok(count > 0, day);
    await figures.last().click();
    const working = page.locator("[role=dialog]", { has: page.getByRole("heading", { name: /how it is worked out$/i }) });
    await working.locator(".working-inputs").waitFor();
    const shown = cents_of(await working.locator(".working-formula strong").innerText());
    const inputs = Object.fromEntries(
      await working.locator(".working-inputs tr").evaluateAll((rows) => rows.map((row) => [row.cells[0].innerText.replace(/^.*: /, ""), row.cells[1].innerText])),
    );
    const value = cents_of(Object.values(inputs)[0]);
    const number = (name) => Number(inputs[name].replace(/[^\d.]/g, ""));
    const chance = Math.round((value * number("won")) / number("closed"));
    assert.equal(Math.round((chance * ("gross margin" in inputs ? number("gross margin") : 100)) / 100), shown, JSON.stringify(inputs));
    await page.keyboard.press("Escape");
    await working.waitFor({ state: "detached" });
  }
  maria.was_silent();
});

test("by mouse: hold it, decide, promise, close, read the minutes", async () => {
  const { page } = maria;
  await maria.open("/");
  const gaps = await agenda(maria).count();
  await maria.button("Hold the review").click();
  await page.getByRole("list", { name: "Agenda" }).waitFor();
  assert.equal(await items(maria).count(), gaps);
  const first = items(maria).first();
  await first.hover();
  await first.getByRole("button", { name: "Decide" }).click();
  await maria.field("Decided").fill("Each customer is called this week.");
  await maria.button("Record the decision").click();
  await written(page);
  await first.getByText("Each customer is called this week.").waitFor();
  await first.getByRole("button", { name: "Add an action" }).click();
  await maria.field("What").fill("Call Northwind");
  await maria.choose("Who", "Maria Keller");
  await maria.inspect();
  await maria.button("Add the action").click();
  await first.getByText("Call Northwind").waitFor();

  await maria.refused(409, () => maria.button("Close the review").click());
  await maria.text("Nobody of marketing is recorded yet.").waitFor();
  await maria.choose("Who came", "Sam Rivera");
  await page.getByRole("region", { name: "Who came" }).getByText("Sam Rivera").waitFor();
  await maria.button("Close the review").click();
  await page.getByRole("heading", { name: /^Minutes/, level: 1 }).waitFor();
  assert.equal(await page.locator(".minutes > li").count(), gaps);
  await maria.text("Marketing: Sam Rivera").waitFor();
  await maria.text("Call Northwind").waitFor();
  await maria.text("Numbers as frozen when it was closed").waitFor();
  await maria.inspect();
  // The total is frozen with its working, and each gap has its page as it was.
  await page.locator(".minutes-totals [data-figure]").first().click();
  const working = page.getByRole("dialog");
  await working.locator(".working-inputs").waitFor();
  await recompute(working);
  await page.keyboard.press("Escape");
  const sentence = await page.locator(".minutes .row-link").first().innerText();
  await page.locator(".minutes .row-link").first().click();
  await page.getByRole("heading", { name: sentence, level: 1 }).waitFor();
  await maria.text("As it stood when the review was closed.").waitFor();
  await page.getByRole("link", { name: "The minutes" }).click();
  await page.getByRole("heading", { name: /^Minutes/, level: 1 }).waitFor();
});

test("the next one opens with what was promised; the promise is kept and taken back", async () => {
  const { page } = maria;
  await maria.open("/");
  const promised = page.getByRole("region", { name: "Promised last time" });
  await promised.getByText("Call Northwind").waitFor();
  await promised.getByText("due 9 Mar").waitFor();
  await maria.open("/actions");
  await maria.button("Mark as done: Call Northwind").click();
  await maria.button("Undo").click();
  await maria.text("Taken back.").waitFor();
  await maria.button("Mark as done: Call Northwind").click();
  await maria.button("Not done after all: Call Northwind").waitFor();
  await maria.open("/");
  await promised.getByText("done 2 Mar").waitFor();
  maria.was_silent();
});

test("by keyboard alone: walk the agenda, open a gap, hold, decide, promise, close", async () => {
  const { page } = maria;
  const { keyboard } = page;
  await maria.open("/");
  await keyboard.press("j");
  await keyboard.press("j");
  await keyboard.press("k");
  const sentence = await focused(page);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: sentence, level: 1 }).waitFor();
  await keyboard.press("g");
  await keyboard.press("r");
  await page.getByRole("heading", { name: /^Review/, level: 1 }).waitFor();
  await keyboard.press("h");
  await page.getByRole("list", { name: "Agenda" }).waitFor();

  await keyboard.press("j");
  await keyboard.press("d");
  await keyboard.type("Close what has no answer.");
  await keyboard.press("Control+Enter");
  await written(page);
  await items(maria).nth(1).getByText("Close what has no answer.").waitFor();
  await keyboard.press("a");
  await keyboard.type("Ask each once more");
  await keyboard.press("Tab");
  await pick(page, "Sam", "Sam Rivera");
  await keyboard.press("Control+Enter");
  await written(page);
  await items(maria).nth(1).getByText("Ask each once more").waitFor();
  await keyboard.press("k");
  assert.equal(await page.locator("[aria-current=step]").evaluate((one) => one === one.parentElement.firstElementChild), true);

  await tab_to(page, "Who came");
  await pick(page, "Sam", "Sam Rivera");
  await page.getByRole("region", { name: "Who came" }).getByText("Sam Rivera").waitFor();
  await maria.settled();
  await tab_to(page, "Close the review");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Minutes/, level: 1 }).waitFor();
  await maria.text("Ask each once more").waitFor();
  maria.was_silent();
});

test("what the numbers did since is said, on a phone too", async () => {
  const { page } = maria;
  await page.setViewportSize({ width: 390, height: 844 });
  await maria.open("/");
  await page.getByRole("region", { name: "Promised last time" }).getByText(/→|unchanged|the same/).first().waitFor();
  await page.locator("[data-figure]:visible").first().click();
  await page.getByRole("dialog").locator(".working-formula").waitFor();
  await page.keyboard.press("Escape");
  await maria.leave();
});

/** "$45,714.26" as 4571426, "−$12" as -1200. */
const cents_of = (text) => Math.round(Number(text.replace("−", "-").replace(/[^\d.-]/g, "")) * 100);

/** What the working says, worked out again from what it says it is made of. */
async function recompute(working) {
  const said = await working.innerText();
  // How many were handed over is counted, and its page lists them.
  if (said.includes("those that came to")) return void (await working.getByRole("link", { name: "Open its page" }).waitFor());
  const shown = cents_of(await working.locator(".working-formula strong").innerText());
  const inputs = await working.locator(".working-inputs tr").evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [row.cells[0].innerText, row.cells[1].innerText])),
  );
  const one = (pattern) => Number(Object.entries(inputs).find(([name]) => pattern.test(name))[1].replace(/[^\d.]/g, ""));
  if (said.includes("value × win rate")) {
    const expected = (one(/^their value/) * 100 * one(/: won$/)) / one(/: closed$/);
    // Each is rounded before they are added.
    assert.ok(Math.abs(expected - shown) <= one(/^opportunities$/) / 2 + 1, said);
  } else {
    assert.match(said, /each opportunity counted once/);
    assert.equal(Object.values(inputs).map(cents_of).reduce((sum, stake) => sum + stake, 0), shown, said);
  }
}

/** Until the form has closed: while it stands, its own field holds the words, and keys go into it. */
const written = (page) => page.locator("form.entry").waitFor({ state: "detached" });

const focused = (page) => page.evaluate(() => document.activeElement.innerText);

/** Types a part of a name and takes what is offered, at the pace of a hand. */
async function pick(page, typed, name) {
  await page.waitForTimeout(300);
  await page.keyboard.type(typed, { delay: 40 });
  await page.getByRole("option", { name }).waitFor();
  for (const key of ["ArrowDown", "Enter"]) {
    await page.waitForTimeout(500);
    await page.keyboard.press(key);
  }
  await page.waitForTimeout(500);
}

/** Goes on with Tab until the control of that name has the focus. */
async function tab_to(page, name) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(
      (wanted) => [document.activeElement?.innerText, document.activeElement?.labels?.[0]?.innerText].includes(wanted),
      name,
    );
    if (found) return;
  }
  throw new Error(`Tab does not reach “${name}”.`);
}
