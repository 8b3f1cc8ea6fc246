// SPDX-License-Identifier: Apache-2.0
// Models side by side and journeys, as somebody sees them who asks where an order came from.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demo_login, open_demo } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), open_demo("2026-11-25T17:00Z")]);
  maria = await visit(browser, company);
  await maria.sign_in("Maria Keller", demo_login("maria"));
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const json = async (address) => (await maria.page.request.get(address)).json();
const whole = (text) => Number(text.replace(/,/g, ""));

test("the question goes along from page to page", async () => {
  await maria.open("/roi?by=campaign&from=2026-01-01");
  const tabs = maria.page.getByRole("navigation", { name: "Marketing ROI" });
  await tabs.getByRole("link", { name: "Models" }).click();
  await maria.page.waitForURL(/\/roi\/models\?.*by=campaign/);
  assert.match(maria.page.url(), /from=2026-01-01/);
  await maria.settled();
  await tabs.getByRole("link", { name: "Journeys" }).click();
  await maria.page.waitForURL(/\/roi\/journeys\?.*by=campaign/);
  assert.equal(await tabs.getByRole("link", { name: "Journeys" }).getAttribute("aria-current"), "page");
  await maria.open("/roi?by=product");
  await tabs.getByRole("link", { name: "Models" }).click();
  await maria.page.waitForURL((url) => url.pathname === "/roi/models" && !url.searchParams.has("by"));
  await maria.settled();
  maria.was_silent();
});

test("the flow is drawn, and its table holds what is drawn", async () => {
  const { page } = maria;
  await maria.open("/roi/journeys?from=2026-01-01&until=2026-11-25");
  const drawing = page.getByRole("img", { name: /journeys took .* ways; .* ended in an order/ });
  const canvas = drawing.locator("canvas");
  await canvas.waitFor();
  const painted = await canvas.evaluate((one) => {
    const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    return colours.size;
  });
  assert.ok(painted > 10, `${painted} colours are painted`);

  const flow = await json("/roi/journeys/flow.json?from=2026-01-01&until=2026-11-25");
  await page.getByText("The flow as a table").click();
  const rows = page.getByRole("region", { name: "The flow as a table" }).locator("tbody tr");
  const told = await rows.evaluateAll((found) => found.map((row) => [...row.cells].map((cell) => cell.innerText)));
  assert.deepEqual(
    told.map((cells) => [cells[1], cells[2], whole(cells[3]), whole(cells[4])]),
    flow.links.map((link) => [link.from_name, link.to_name, link.journeys, link.orders]),
  );
  const ended = flow.links.filter((link) => ["Order", "No order", "Still open"].includes(link.to_name));
  assert.equal(ended.reduce((sum, link) => sum + link.journeys, 0), flow.journeys.number);
  await maria.inspect();
});

test("from a way to its order are three clicks", async () => {
  const { page } = maria;
  await maria.open("/roi/journeys?from=2026-01-01&until=2026-11-25&order=-revenue");
  const first = page.locator("table.rows tbody tr").first();
  const way = await first.locator("td").first().innerText();
  await first.locator("a.row-link").click();
  await page.waitForURL(/\/roi\/journeys\/way\?.*way=/);
  assert.equal(await maria.heading(), way);
  await maria.settled();
  await page.locator("table.rows tbody tr", { hasText: "$" }).first().locator("a.row-link").click();
  await page.waitForURL(/\/roi\/orders\/\d+/);
  await maria.settled();
  assert.ok((await page.locator(".roi-touches tbody tr").count()) > 0, "its touchpoints are there");
  maria.was_silent();
});

test("ways are found by a channel that they came by", async () => {
  const { page } = maria;
  await maria.open("/roi/journeys?from=2026-01-01&until=2026-11-25");
  await page.getByRole("searchbox", { name: "Search" }).fill("trade show");
  await page.waitForURL(/q=trade/);
  await maria.settled();
  const names = await page.locator("table.rows tbody tr td:first-child").allInnerTexts();
  assert.ok(names.length > 0);
  for (const name of names) assert.match(name, /trade show/i);
  maria.was_silent();
});

test("models by orders and of another Markov order stand in the address", async () => {
  const { page } = maria;
  await maria.open("/roi/models");
  assert.match(await page.locator(".page-lead").innerText(), /^The models disagree most on .*, by \d+%, and least on .*, by (less than 1|\d+)%\.$/);
  await page.getByRole("combobox", { name: "Compare" }).click();
  await page.getByRole("option", { name: "Orders" }).click();
  await page.waitForURL(/of=orders/);
  await page.getByRole("combobox", { name: "Markov order" }).click();
  await page.getByRole("option", { name: "2" }).click();
  await page.waitForURL(/markov_order=2/);
  await maria.settled();
  await page.getByRole("rowheader", { name: "Markov, order 2" }).waitFor();
  await page.locator("table.rows a.row-link").first().click();
  await page.waitForURL(/\/roi\/models\/line\?.*line=/);
  await maria.settled();
  await page.locator("table[aria-busy=false]").waitFor();
  const intervals = page.getByRole("region", { name: "Its credit under each model" }).locator("tbody tr td:nth-child(3)");
  assert.equal(await intervals.count(), 10);
  // The last, Shapley by rate, is asked for up to 12 channels, and the demo company has more.
  assert.equal(await intervals.last().innerText(), "—");
  for (const text of (await intervals.allInnerTexts()).slice(0, -1)) assert.match(text, /^[\d.,]+ to [\d.,]+\n(1,000|\d{3}) resamples$/);
  await maria.inspect();
});

test("each page asks for a look-back in the same form, and goes back to what is agreed", async () => {
  const { page } = maria;
  for (const path of ["/roi", "/roi/models", "/roi/journeys", "/roi/cohorts"]) {
    await maria.open(path);
    const look_back = page.getByRole("combobox", { name: "Look-back" });
    assert.equal(await look_back.inputValue(), "As agreed: 90 days");
    await look_back.click();
    await page.getByRole("option", { name: "30 days", exact: true }).click();
    await page.waitForURL(/lookback_days=30/);
    await maria.settled();
    await page.getByText(/^Told by other rules than Rules of credit, version \d+/).waitFor();
    await page.getByRole("link", { name: "Show as agreed" }).click();
    await page.waitForURL((url) => !url.searchParams.has("lookback_days"));
    await maria.settled();
    assert.equal(await look_back.inputValue(), "As agreed: 90 days");
  }
  maria.was_silent();
});

test("all models stand beside each other at the width of a desk", async () => {
  const { page } = maria;
  await page.setViewportSize({ width: 1280, height: 900 });
  await maria.open("/roi/models");
  const frame = page.getByRole("region", { name: "Lines under each model" });
  const [inner, outer, beyond] = await frame.evaluate((one) => [one.scrollWidth, one.clientWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth]);
  assert.ok(inner <= outer && beyond <= 0, `${inner} in ${outer}, ${beyond} px beyond the page`);
  assert.equal(await page.getByRole("columnheader", { name: "Linear (agreed)" }).count(), 1);
});

test("on a phone and in the dark the drawing scrolls, and the page does not", async () => {
  const { page } = maria;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/roi/journeys", "/roi/models", "/roi/models/line", "/roi/journeys/way"]) {
    await maria.open(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
  }
  maria.was_silent();
});

/** Each page that asks for days, and what its first day is called. */
const pages_of_days = [
  ["/roi?by=campaign", "From"],
  ["/roi/models", "From"],
  ["/roi/cohorts", "From"],
  ["/roi/journeys", "From"],
  ["/funnel", "Begun from"],
  ["/handoffs/figures", "Handed over from"],
];

test("days in the wrong order are marked where they were typed, and the page stays", async () => {
  const { page } = maria;
  for (const [address, label] of pages_of_days) {
    await maria.open(address);
    const before = page.url();
    // Those of the return are folded on a phone.
    const folded = page.locator(".roi-choices > summary");
    if ((await folded.count()) > 0) await folded.click();
    const from = page.getByLabel(label, { exact: true });
    await from.fill("2027-05-01");
    await page.getByText(/^This lies after the last day, /).waitFor();
    assert.equal(await from.getAttribute("aria-invalid"), "true", address);
    assert.equal(await from.inputValue(), "2027-05-01", address);
    assert.equal(page.url(), before, address);
    await from.fill("2026-10-01");
    await page.waitForURL(/from=2026-10-01/);
    await maria.settled();
    assert.equal(await from.inputValue(), "2026-10-01", address);
  }
  maria.was_silent();
});
