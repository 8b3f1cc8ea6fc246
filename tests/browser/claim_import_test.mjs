// SPDX-License-Identifier: Apache-2.0
// A side's own spreadsheet becomes its number: imported or pasted, up to the bridge that ends in its rows.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { found_company_with_funnel } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser;
before(async () => {
  browser = await open_browser();
});
after(() => browser?.close());

async function with_company(act) {
  const company = await found_company_with_funnel();
  try {
    await act(company);
  } finally {
    await company.stop();
  }
}

const csv = (name, ...lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) });

test("a list is imported with what it lacks said once, and its bridge ends in its rows", () =>
  with_company(async (company) => {
    const sam = await visit(browser, company, "Sam Rivera");
    const { page } = sam;
    const known = (await company.ada.get("/opportunities?limit=2&order=id")).items;
    const row = (one, day) => `${one.key},${one.name},${day}`;
    await sam.open("/claims");
    await sam.link("Import a list").click();
    await sam.text("Drop the list behind a number here").first().waitFor();
    await sam.inspect();
    const list = [row(known[0], "2026-02-02"), row(known[0], "2026-02-02"), row(known[1], "2026-02-03"), "none-9,Nobody’s Firm,2026-02-04", row(known[1], "2026-03-01")];
    await page.locator("input[type=file]").setInputFiles([csv("february.csv", "Lead ID,Company,Date", ...list)]);
    await page.getByRole("heading", { name: "february.csv", level: 1 }).waitFor();
    await sam.text(/Claims need a column for Metric, or one value for every row/).waitFor();
    const say = async (slot, put) => {
      await page.getByLabel("What is the same in every row").selectOption(slot);
      await put(page.getByLabel("Its value"));
      await sam.button("Add to every row").click();
    };
    await say("metric", (field) => field.selectOption("Leads passed on"));
    await sam.button("Take out: Metric").waitFor();
    await say("period", (field) => field.fill("2026-02"));
    await sam.button("Take out: Period").waitFor();
    await say("definition", (field) => field.fill("Every form of the month"));
    await sam.text(/^It adds 1 claim and 5 listed rows; 1 listed row means no lead or opportunity that is known here\.$/).waitFor();
    await sam.inspect();
    await sam.button("Import").click();
    await sam.link("Marketing: 5 leads passed on").waitFor();
    await sam.inspect();

    await sam.link("The bridge").click();
    await page.getByRole("heading", { name: /^Leads passed on by marketing/ }).waitFor();
    await sam.link("never received").click();
    await page.getByRole("heading", { name: "Never received", level: 1 }).waitFor();
    await sam.text("none-9").first().waitFor();
    await sam.text("Nobody’s Firm").first().waitFor();
    await sam.inspect();

    await sam.open("/claims/1");
    await sam.link("february.csv").click();
    await sam.button("Undo this import").click();
    await sam.text(/^It was undone/).waitFor();
    assert.equal((await company.ada.get("/claims")).total, 0);
    await sam.leave();
  }));

test("a pasted list says which cells it cannot read, adds the others, and keeps those to be mended", () =>
  with_company(async (company) => {
    const claim = { metric: "pipeline_sourced", from_day: "2026-02-01", until_day: "2026-02-28", amount: { minor: 500_000, currency: "USD" }, definition: "What our forms brought" };
    await company.sam.post("/claims", claim);
    const sam = await visit(browser, company, "Sam Rivera");
    const { page } = sam;
    await sam.open("/claims/1");
    await sam.text("Marketing gave no list, so the difference cannot be split by cause.").first().waitFor();
    await sam.inspect();
    await sam.button("Give its list").click();
    const rows = page.getByLabel("Rows from your spreadsheet, headings included");
    await rows.fill("ID\tName\tDate\tAmount\nL-1\tGauges\t31.1.2026\t$1,500.50\nL-2\tPumps\tsoon\t200\nL-3\tValves\t2026-02-03\ttwelve\n");
    await sam.text("Line 3, Date:").waitFor();
    await sam.text("Line 4, Amount:").waitFor();
    await sam.inspect();
    await sam.button("Add 1 row without the other 2").click();
    await sam.text(/^1 row was added\./).waitFor();
    assert.equal(await rows.inputValue(), "ID\tName\tDate\tAmount\nL-2\tPumps\tsoon\t200\nL-3\tValves\t2026-02-03\ttwelve\n");
    await rows.fill("ID\tName\tDate\tAmount\nL-2\tPumps\t2026-02-02\t200\nL-3\tValves\t2026-02-03\t12\n");
    await sam.button("Add 2 rows").click();
    await rows.waitFor({ state: "detached" });
    assert.equal((await company.ada.get("/claims/1")).listed, 3);

    await sam.button("Give its list").click();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), sam.button("Or choose a file").click()]);
    await chooser.setFiles([csv("more.csv", "ID,Amount", 'L-4,"1,500"')]);
    await page.getByRole("button", { name: "1,234 is more than a thousand" }).click();
    await sam.button("Add 1 row").click();
    await rows.waitFor({ state: "detached" });
    assert.equal((await company.ada.get("/claims/1")).listed, 4);
    await sam.leave();
  }));
