// SPDX-License-Identifier: Apache-2.0
// The demo company's call list as its caller works it, by keys alone: each outcome by its letter, the call-back's time and the words of
// a wish typed into a dialog, the last call taken back; a colleague at the same list gets somebody else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demo_login, open_demo } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, sam, ines;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo("2026-11-25T17:00Z")]);
  [sam, ines] = await Promise.all([visit(browser, company), visit(browser, company)]);
  await sam.sign_in("Sam Rivera", demo_login("sam"));
  await ines.sign_in("Ines Duarte", demo_login("ines"));
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const person = (visitor) => visitor.page.locator(".call-who h2").innerText();
const members = async (visitor, filter) => (await (await visitor.page.request.get(`/call-members.json?list=1&${filter}`)).json()).items;
/** Presses a key and waits until somebody else is before the caller. */
async function press_for_next(visitor, key) {
  const before = await person(visitor);
  await visitor.page.keyboard.press(key);
  await visitor.page.locator(".call-who h2").filter({ hasNotText: before }).waitFor();
  return before;
}

test("the list says what it comes to, and its figures open their rows", async () => {
  const { page } = sam;
  await sam.open("/call-lists");
  await page.getByRole("link", { name: "Who bought pressure, but no flow" }).click();
  await page.getByRole("button", { name: /^Called \d+, show working$/ }).click();
  await page.getByRole("row", { name: /^Called/ }).getByRole("link").click();
  await page.getByRole("heading", { name: "On call lists" }).waitFor();
  await page.getByText("No answer").first().waitFor();
  sam.was_silent();
});

test("a caller takes the next person by a key, and a colleague gets somebody else", async () => {
  await ines.open("/call-lists/1/call");
  await ines.inspect();
  await ines.page.keyboard.press("n");
  await ines.page.locator(".call-who h2").waitFor();
  const first = await person(ines);
  assert.match(await ines.page.locator(".call-phone").getAttribute("href"), /^tel:\+1555\d+$/);
  await ines.page.getByText("Is that of interest?").waitFor();
  await ines.inspect();
  await sam.open("/call-lists/1/call");
  await sam.page.keyboard.press("n");
  await sam.page.locator(".call-who h2").waitFor();
  assert.notEqual(await person(sam), first);
  const [taken] = await members(ines, `q=${encodeURIComponent(first)}`);
  await sam.page.keyboard.press("p");
  await sam.page.getByText("Ready when you are.").waitFor();
  const refused = await sam.page.evaluate(async (member) => {
    const { csrf_token } = await (await fetch("/session.json")).json();
    const headers = { "content-type": "application/json", "x-csrf-token": csrf_token };
    const reply = await fetch("/call-lists/1/calls", { method: "POST", headers, body: JSON.stringify({ member, outcome: "reached" }) });
    return { status: reply.status, said: await reply.json() };
  }, taken.id);
  assert.equal(refused.status, 409);
  assert.match(refused.said.detail, /Ines Duarte is calling them/);
});

test("each outcome is a key; the next person is there at once, and the last call can be taken back", async () => {
  const { page } = ines;
  const silent = await press_for_next(ines, "a");
  assert.equal((await members(ines, `q=${encodeURIComponent(silent)}`))[0].state, "no_answer");
  const keen = await press_for_next(ines, "i");
  assert.equal((await members(ines, `q=${encodeURIComponent(keen)}`))[0].state, "interested");
  await page.getByRole("button", { name: `Undo: ${keen}, interested` }).waitFor();
  await page.keyboard.press("u");
  await page.locator(".call-who h2").filter({ hasText: keen }).waitFor();
  assert.equal((await members(ines, `q=${encodeURIComponent(keen)}`))[0].call_count, 0);
  await press_for_next(ines, "i");
});

test("a call-back has its time and a wish its words, typed without the mouse", async () => {
  const { page } = ines;
  const later = await person(ines);
  await page.keyboard.press("b");
  await page.getByRole("dialog").getByLabel("Call back at").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator(".call-who h2").filter({ hasNotText: later }).waitFor();
  const [member] = await members(ines, `q=${encodeURIComponent(later)}`);
  assert.equal(member.state, "call_back");
  assert.ok(member.call_back_at > "2026-11-25T17:00");
  const done = await person(ines);
  await page.keyboard.press("o");
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  await page.keyboard.type("Not at this number, and not at all.");
  await page.keyboard.press("Enter");
  await page.locator(".call-who h2").filter({ hasNotText: done }).waitFor();
  assert.equal((await members(ines, `q=${encodeURIComponent(done)}`))[0].state, "opted_out");
  await ines.open("/wishes");
  await page.getByRole("row").filter({ hasText: done }).filter({ hasText: "“Not at this number, and not at all.”" }).waitFor();
  await ines.inspect();
  ines.was_silent();
});
