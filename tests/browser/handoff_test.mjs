// SPDX-License-Identifier: Apache-2.0
// A queue worked by keyboard: leads are accepted, rejected with an agreed reason, taken, put back and answered; each can be taken
// back; what somebody else does appears without reload, and never changes what is under one's hands.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_funnel } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria, sam, karl, karl_id;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_funnel()]);
  karl_id = await company.hire({ name: "Karl Weber", role: "salesperson", manager: 2 });
  await agree();
  karl = await visit(browser, company, "Karl Weber");
  maria = await visit(browser, company, "Maria Keller");
  sam = await visit(browser, company, "Sam Rivera");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

/** Leads go to Karl, within four business hours, and are rejected for one of two reasons. */
async function agree() {
  const routing = (person) => [{ name: "All leads", people: [person] }];
  const terms = { demands: ["account"], answer_within_hours: 4, contact_within_hours: 8, ask_within_hours: 16 };
  const reasons = ["No need", "No budget"];
  const propose = (person) => company.maria.post("/agreements/service_level/versions", { body: { ...terms, reasons, routing: routing(person) }, in_force_from: "2026-01-01" });
  await propose(2);
  const { link } = await propose(karl_id);
  for (const one of [company.maria, company.sam]) await one.post(`${link}/signatures`);
  const nora = await company.maria.post("/contacts", { name: "Nora West", account: 1, email: "nora@northwind.example", phone: "+1 (555) 01-00" });
  company.nora = nora.id;
}

/** Sam hands a lead of this name over; the rules choose Karl. */
async function hand_over(name, more = {}) {
  const lead = { name, phase: "lead", stage: "Prospecting", account: 1, contact: company.nora, product: 1, source: "Trade show", owner: 3 };
  const { id } = await company.sam.post("/opportunities", lead);
  return company.sam.post("/handoffs", { opportunity: id, ...more });
}

const line = (visitor, name) => visitor.page.locator(".queue-list a").filter({ hasText: name });
const shown = (visitor) => visitor.page.locator(".queue-title");
const is_shown = (visitor, name) => shown(visitor).filter({ hasText: name }).waitFor();
const is_gone = (visitor, name) => line(visitor, name).waitFor({ state: "detached" });

test("what was agreed is read as sentences, by names", async () => {
  await maria.open("/agreements/service_level/comparison?from=1&to=2");
  await maria.page.getByRole("row", { name: /All leads: people/ }).getByText("Karl Weber").waitFor();
  assert.match(await maria.page.getByRole("row", { name: /All leads: people/ }).innerText(), /Maria Keller\s+Karl Weber/);
  await maria.open("/agreements/service_level/versions/2");
  await maria.text("all leads go to Karl Weber.").waitFor();
  await maria.text("Within 4 business hours of having it, sales accepts or rejects.").waitFor();
  await maria.inspect();
});

test("an empty queue says what to do; what is handed over appears by itself, with what one needs to call", async () => {
  const { page } = karl;
  await karl.open("/handoffs/queue");
  await karl.text("Nothing waits for you.").first().waitFor();
  await karl.inspect();
  for (const name of ["Ten gauges", "Eleven gauges", "Twelve gauges"]) await hand_over(name, { note: `${name}, and a demo in May.` });
  await is_shown(karl, "Ten gauges");
  assert.equal(await page.getByRole("link", { name: "+1 (555) 01-00" }).getAttribute("href"), "tel:+15550100");
  assert.equal(await page.getByRole("link", { name: "nora@northwind.example" }).getAttribute("href"), "mailto:nora@northwind.example");
  await page.getByText("Ten gauges, and a demo in May.").waitFor();
  await page.getByText("“All leads” chose Karl Weber, the only one it names.").waitFor();
  await line(karl, "Ten gauges").getByText("To be answered within 4 business hours").waitFor();
  await line(karl, "Twelve gauges").waitFor();
  await page.getByText("Came to").waitFor();
  await karl.inspect();
});

test("by keyboard: accept, and the next one is shown; reject by the number of a reason, and take it back", async () => {
  const { page } = karl;
  await karl.open("/handoffs/queue");
  await is_shown(karl, "Ten gauges");
  await page.keyboard.press("a");
  await is_shown(karl, "Eleven gauges");
  await karl.text("Ten gauges is accepted.").waitFor();
  await line(karl, "Ten gauges").getByText("To speak with").waitFor();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "No budget" }).waitFor();
  await karl.inspect();
  await page.keyboard.press("2");
  await is_shown(karl, "Twelve gauges");
  await is_gone(karl, "Eleven gauges");
  const told = page.locator(".undo-note").filter({ hasText: "Eleven gauges is rejected." });
  const undo = told.getByRole("button", { name: "Undo" });
  assert.equal(await undo.evaluate((button) => button.scrollWidth <= button.clientWidth), true, "its words are whole");
  await page.keyboard.press("u");
  await told.waitFor({ state: "detached" });
  await is_shown(karl, "Eleven gauges");
  await line(karl, "Eleven gauges").waitFor();
  const { items } = await company.maria.get("/handoffs?state=rejected");
  assert.deepEqual(items, []);
});

test("keys go from one to the next, and are listed; put back, it is nobody's, and is taken again", async () => {
  const { page } = karl;
  await karl.open("/handoffs/queue");
  await line(karl, "Twelve gauges").click();
  await is_shown(karl, "Twelve gauges");
  await page.keyboard.press("k");
  await is_shown(karl, "Eleven gauges");
  await page.keyboard.press("ArrowDown");
  await is_shown(karl, "Twelve gauges");
  await page.keyboard.press("?");
  for (const words of ["Accept", "Reject", "Recycle", "Put back", "Next one", "Open the lead"]) await page.getByRole("dialog").getByText(words, { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("b");
  await line(karl, "Twelve gauges").getByText("Nobody’s for").waitFor();
  await line(karl, "Twelve gauges").click();
  await page.keyboard.press("t");
  await karl.text("Twelve gauges has somebody.").waitFor();
  await line(karl, "Twelve gauges").getByText("To be answered within").waitFor();
  // To take it is to begin with it.
  await is_shown(karl, "Twelve gauges");
});

test("recycled with a day, from its own page", async () => {
  const { page } = karl;
  await karl.open("/handoffs/queue");
  await line(karl, "Twelve gauges").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Twelve gauges" }).waitFor();
  await page.getByText("Judged by").waitFor();
  await karl.inspect();
  await page.keyboard.press("y");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("When it comes back").fill("2026-03-01");
  await dialog.getByLabel("What to wait for").fill("Budget comes in June.");
  await karl.refused(422, () => dialog.getByRole("button", { name: "Recycle" }).click());
  await dialog.getByText("The day on which it comes back must lie ahead.").first().waitFor();
  await dialog.getByLabel("When it comes back").fill("2026-06-01");
  await dialog.getByRole("button", { name: "Recycle" }).click();
  await page.getByText("It comes back on 1 Jun.").waitFor();
  await page.getByText("Budget comes in June.").first().waitFor();
});

test("what another did is said, not replaced under one's hands; the second of two is refused and sees who was faster", async () => {
  const { page } = karl;
  const first = await hand_over("Thirteen gauges");
  const second = await hand_over("Fourteen gauges");
  await karl.open(`/handoffs/queue?at=${first.id}`);
  await is_shown(karl, "Thirteen gauges");
  await company.maria.post(`/handoffs/${first.id}/steps`, { kind: "accepted", after: first.step });
  await page.getByRole("heading", { name: "Thirteen gauges does not wait for you" }).waitFor();
  await page.getByText("Maria Keller accepted it.").waitFor();
  await karl.inspect();
  await line(karl, "Fourteen gauges").click();
  await is_shown(karl, "Fourteen gauges");
  // While the news is still on its way, Karl acts on what he sees.
  let arrive;
  const news = new Promise((done) => (arrive = done));
  await page.route("**/handoffs/queue.json", async (route) => {
    await news;
    await route.continue().catch(() => undefined);
  });
  await company.maria.post(`/handoffs/${second.id}/steps`, { kind: "assigned", after: second.step, assigned_to: 2 });
  await karl.refused(409, () => page.keyboard.press("a"));
  await page.getByText("Somebody did something about it meanwhile. (Maria Keller took it.)").waitFor();
  arrive();
  await page.getByRole("heading", { name: "Fourteen gauges does not wait for you" }).waitFor();
  await page.getByText("Maria Keller has it now.").waitFor();
  await page.unroute("**/handoffs/queue.json");
  assert.equal((await company.maria.get(`/handoffs/${second.id}`)).handoff.state, "waiting");
});

test("an answer to a question, written in the dialog; who asked sees it", async () => {
  const { page } = sam;
  await company.maria.post("/handoffs", { opportunity: 50, ask: "information", note: "Which standard did they ask for?" });
  await sam.open("/handoffs/queue");
  await line(sam, "Question").first().click();
  await page.getByText("Which standard did they ask for?").waitFor();
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByLabel("Your answer").fill("ISO 5167.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("is answered.").waitFor();
  const { items } = await company.maria.get("/handoffs?state=answered");
  assert.equal(items[0].answer, "ISO 5167.");
  await sam.text("Nothing waits for you.").first().waitFor();
});

test("a logged call stops the clock, and what was to be spoken with leaves the queue", async () => {
  const { page } = karl;
  await karl.open("/handoffs/queue");
  await line(karl, "Ten gauges").click();
  await page.keyboard.press("l");
  await page.keyboard.type("Wants two offers");
  await karl.button("Call").click();
  await is_gone(karl, "Ten gauges");
  await karl.text("Call logged.").waitFor();
});

test("a lead is handed over from its page; what it lacks is asked for there, and taken back it was never handed over", async () => {
  const { page } = sam;
  const { id } = await company.sam.post("/opportunities", { name: "Nameless gauges", phase: "lead", stage: "Prospecting", owner: 3 });
  await sam.open(`/opportunities/${id}`);
  await sam.link("Hand over").click();
  await page.getByRole("heading", { level: 1, name: "Hand over" }).waitFor();
  await sam.refused(422, () => sam.button("Hand it over").click());
  await page.getByText("The lead lacks what both sides agreed it must have. (Account.)").last().waitFor();
  const dialog = page.getByRole("dialog");
  await sam.choose("Account", "Northwind");
  await dialog.getByRole("button", { name: "Hand it over" }).click();
  await page.getByText("Handed over to Karl Weber").waitFor();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByText("Taken back.").waitFor();
  const { total } = await company.sam.get(`/handoffs?opportunity=${id}`);
  assert.equal(total, 0);
});

test("who is away says so, and a deputy of the same side stands in", async () => {
  const { page } = karl;
  await karl.open("/handoffs/queue");
  await karl.link("I am away…").click();
  await karl.button("I am away…").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Until day/).fill("2026-03-06");
  await karl.choose("Deputy", "Maria Keller");
  await dialog.getByRole("button", { name: "Enter it" }).click();
  await page.getByRole("cell", { name: /Karl Weber/ }).first().waitFor();
  await karl.inspect();
  await karl.open("/handoffs/queue");
  await karl.text("You are away until 6 Mar").waitFor();
  await maria.open("/handoffs/queue");
  await line(maria, "Eleven gauges").getByText("as deputy").waitFor();
  // A manager says it of others too, and takes it back.
  await maria.open("/absences");
  await maria.button("Somebody is away…").click();
  const of_karl = maria.page.getByRole("dialog");
  await maria.choose("Person", "Karl Weber");
  await of_karl.getByLabel(/^From day/).fill("2026-04-01");
  await of_karl.getByLabel(/^Until day/).fill("2026-04-03");
  await of_karl.getByRole("button", { name: "Enter it" }).click();
  await maria.page.getByText("still here").waitFor();
  await maria.button("Take back: Karl Weber from 1 Apr").click();
  await maria.page.getByText("still here").waitFor({ state: "detached" });
  maria.was_silent();
});

test("whoever asked not to be called is not dialled at a touch", async () => {
  const { page } = karl;
  const { id } = await company.sam.post("/wishes", { contact: company.nora, says: "refuses", words: "Please write." });
  assert.ok(id);
  await karl.open("/handoffs/queue");
  await line(karl, "Eleven gauges").click();
  await page.getByText("Not to be called.").waitFor();
  await page.getByText(/Nora West of .* asked on 2 March 2026 not to be called\./).first().waitFor();
  assert.equal(await page.getByRole("link", { name: "+1 (555) 01-00" }).count(), 0);
  await karl.inspect();
  await company.sam.post("/wishes", { contact: company.nora, says: "agrees", words: "You may call after all." });
});

test("on a phone: the list, then one over it, and after an act the next", async () => {
  const { page } = karl;
  await hand_over("Fifteen gauges", { assigned_to: karl_id });
  await page.setViewportSize({ width: 390, height: 844 });
  await karl.open("/handoffs/queue");
  await line(karl, "Eleven gauges").waitFor();
  assert.equal(await shown(karl).isVisible(), false);
  await line(karl, "Eleven gauges").click();
  await is_shown(karl, "Eleven gauges");
  assert.equal(await line(karl, "Fifteen gauges").isVisible(), false);
  await karl.button("Accept").click();
  await is_shown(karl, "Fifteen gauges");
  // What was just done can be taken back, and does not lie over what is done next.
  const note = await page.locator(".undo-note").filter({ hasText: "Eleven gauges is accepted." }).boundingBox();
  const acts = await page.locator("article > .handoff-acts").boundingBox();
  assert.ok(note.y + note.height < acts.y, `the note ends at ${note.y + note.height}, the acts begin at ${acts.y}`);
  await karl.button("Reject").click({ trial: true });
  await karl.button("Back to the list").click();
  await line(karl, "Fifteen gauges").waitFor();
  assert.equal(await shown(karl).isVisible(), false);
  karl.was_silent();
});

test("many are chosen in the list and handed over at once; what lacks something is named, and one Undo takes all back", async () => {
  const { page } = sam;
  const lead = { phase: "lead", stage: "Prospecting", product: 1, source: "Trade show", owner: 3 };
  const complete = { account: 1, contact: company.nora };
  for (const [name, more] of [["Batch one", complete], ["Batch two", complete], ["Batch three", {}]]) await company.sam.post("/opportunities", { ...lead, name, ...more });
  const waiting = async () => (await company.sam.get("/handoffs?state=waiting&q=Batch")).total;
  await sam.open("/opportunities?q=Batch");
  await page.getByRole("checkbox", { name: "Choose it" }).first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("1 opportunity chosen").waitFor();
  await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
  await page.getByText("3 opportunities chosen").waitFor();
  await sam.inspect();
  await page.getByRole("button", { name: "Hand over" }).click();
  await page.getByText("1 lead stays:").waitFor();
  await page.getByText("Batch three: The lead lacks what both sides agreed it must have. Account.").waitFor();
  assert.equal(await waiting(), 0, "what it would do is only looked at");
  await page.getByRole("button", { name: "Hand over 2 leads" }).click();
  await page.getByText("2 leads are handed over.").waitFor();
  assert.equal(await waiting(), 2);
  await page.keyboard.press("u");
  await page.getByText("Taken back.").waitFor();
  assert.equal(await waiting(), 0);
});
