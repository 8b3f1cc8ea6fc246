// SPDX-License-Identifier: Apache-2.0
// Somebody at a trade show: the network goes away after the page was opened, two leads are entered, the page is opened again, the
// network comes back and loses replies. There are exactly two leads on the server then, and what it refuses is mended here.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

const stand = "/lead-forms/spring-show/stand";
const consent = "You may write to me about offers, until I say otherwise.";
let browser, company, sam;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company()]);
  const marketing = await company.enter("Sam Rivera");
  const { id } = await marketing.post("/campaigns", { name: "Spring show", channel: 5, starts_on: "2026-03-01" });
  await marketing.post("/lead-forms", { name: "Visit us", address: "spring-show", campaign: id, consent });
  sam = await visit(browser, company, "Sam Rivera");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

/** As it is done at a stand: typed from field to field, Enter at the end. */
async function enter(page, { name, firm, email, note = "" }) {
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "INPUT", "one types at once");
  for (const text of [name, firm, email, ""]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type(note);
  await page.keyboard.press("Enter");
  await page.getByText(`${name} is kept.`).waitFor();
}

async function entries_of(page) {
  const reply = await page.context().request.get(`${company.address}/form-entries.json?form=1&order=id`);
  return (await reply.json()).items;
}
/** What the page's worker keeps, by its paths. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("accord-stand"));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((one) => new URL(one.url).pathname);
  });

test("the page is for everybody, and its worker keeps it", async () => {
  const { page } = sam;
  await sam.open(stand);
  assert.equal(await sam.heading(), "Visit us");
  await sam.inspect();
  await page.getByText("Nothing waits").waitFor();
  await assert.doesNotReject(async () => {
    while (!(await kept(page)).includes(stand)) await page.waitForTimeout(50);
  });
  const other = (await kept(page)).filter((path) => !path.startsWith("/assets/"));
  assert.deepEqual(other.sort(), [stand, `${stand}.json`, "/session.json"].sort(), "it keeps nothing else");
});

test("two leads entered without a network, and a reply lost after: two leads", async () => {
  const { page } = sam;
  const before_it = await entries_of(page);
  await sam.open(stand);
  await page.context().setOffline(true);
  await enter(page, { name: "Wanda Quist", firm: "Quist Works", email: "wanda@quistworks.example", note: "Two reactors" });
  await enter(page, { name: "Yara Onda", firm: "Onda & Sons", email: "yara@onda.example" });
  await page.getByText("2 leads wait in this browser").waitFor();
  await page.getByText("There is no network.").waitFor();

  await page.reload();
  await page.getByText("2 leads wait in this browser").waitFor();

  // The server does what is asked of it, and nobody hears of it.
  await page.evaluate(() => {
    const real = window.fetch;
    globalThis.lost = 0;
    window.fetch = async (...asked) => {
      const reply = await real(...asked);
      if (!String(asked[0]).endsWith("/entries") || globalThis.lost >= 3) return reply;
      globalThis.lost += 1;
      throw new TypeError("Failed to fetch");
    };
  });
  await page.context().setOffline(false);
  await page.waitForFunction(() => globalThis.lost === 3);
  assert.equal((await entries_of(page)).length, before_it.length + 1, "it is there, and the browser does not know");
  await page.getByText("2 leads wait in this browser").waitFor();
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByText("2 leads sent since this page was opened").waitFor();
  await page.getByText("Nothing waits").waitFor();

  const came = (await entries_of(page)).slice(before_it.length);
  assert.deepEqual(came.map((one) => [one.contact_name, one.account_name, one.is_new_lead]), [
    ["Wanda Quist", "Quist Works", true],
    ["Yara Onda", "Onda & Sons", true],
  ]);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("accord-stand")).length), 0, "nobody's name stays in the browser");
  const touches = await page.context().request.get(`${company.address}/touchpoints.json?kind=scan&contact=${came[0].contact}`);
  assert.equal((await touches.json()).total, 1);
});

test("what the server refuses stays with its reason, and is mended", async () => {
  const { page } = sam;
  const before_it = await entries_of(page);
  await sam.open(stand);
  await enter(page, { name: "Bo Sund", firm: "Sund", email: "bo@sund" });
  const refused = page.getByRole("listitem").filter({ hasText: "Bo Sund" });
  await refused.filter({ hasText: "This is no e-mail address." }).waitFor();
  await page.getByText("1 lead to mend").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Mend Bo Sund" }).click();
  await page.getByLabel("E-mail").fill("bo@sund.example");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send it again" }).click();
  await page.getByText("1 lead sent since this page was opened").waitFor();
  assert.equal(await page.getByText("to mend").count(), 0);
  const [came, ...more] = (await entries_of(page)).slice(before_it.length);
  assert.equal(came.contact_name, "Bo Sund");
  assert.equal(came.consent, consent);
  assert.deepEqual(more, []);
});
