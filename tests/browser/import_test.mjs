// SPDX-License-Identifier: Apache-2.0
// A firm's own export, dropped on the screen: asked about, imported, counted, undone.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { found_company } from "./company.mjs";
import { opportunities, won, write_export } from "./export.mjs";
import { open_browser, visit } from "./visitor.mjs";

const sample = join(process.env.ACCORD_DATA ?? "../shared/data", "crm_sales_opportunities");
const sample_files = ["sales_teams.csv", "products.csv", "accounts.csv", "sales_pipeline.csv"].map((name) => join(sample, name));

let browser;
before(async () => {
  browser = await open_browser();
});
after(() => browser?.close());

/** Runs with a company of its own and its administrator at the import page. */
async function with_company(act) {
  const company = await found_company();
  try {
    const ada = await visit(browser, company, "Ada Osei");
    await ada.open("/imports");
    await act(ada, company);
    await ada.leave();
  } finally {
    await company.stop();
  }
}

/** Drops files, all together, as from the desktop. */
const drop = (visitor, files) => visitor.page.locator("input[type=file]").setInputFiles(files);

test("files that are dropped wait, are asked about, go in, and are undone whole", () =>
  with_company(async (ada, company) => {
    const { page } = ada;
    await ada.inspect();
    await drop(ada, write_export(company.folder));
    await ada.text("4 files wait").waitFor();
    await ada.inspect();

    await ada.link("sales_pipeline.csv").click();
    await page.getByRole("heading", { name: "sales_pipeline.csv", level: 1 }).waitFor();
    const question = page.getByRole("group", { name: /currency/i });
    await question.waitFor();
    await ada.inspect();
    await question.getByRole("button", { name: /USD/ }).click();
    await question.waitFor({ state: "detached" });

    await ada.open("/imports");
    await ada.choose("Amounts that name no currency are in", "US Dollar");
    await ada.button("Import all of them").click();
    await ada.text(/60 opportunities and 102 stage changes/).first().waitFor();
    assert.equal((await company.ada.get("/opportunities")).total, opportunities.length);
    assert.equal((await company.ada.get("/opportunities?outcome=won")).total, won.length);

    await ada.link("sales_pipeline.csv").click();
    await page.getByRole("heading", { name: "sales_pipeline.csv", level: 1 }).waitFor();
    await ada.text(/^Imported by Ada Osei/).waitFor();
    await ada.inspect();
    await ada.button("Undo this import").click();
    await ada.text(/^It was undone: [\d,]+ facts that it added count no more\. \d+ records are gone/).waitFor();
    assert.equal((await company.ada.get("/opportunities")).total, 0);
    assert.match(await company.run("check"), /\S/);
  }));

/** A file by its name and text, as a drop gives it. */
const csv = (name, ...lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) });

test("a file is corrected on its page: columns, constants, the key, unknown identifiers, names; then remembered", () =>
  with_company(async (ada, company) => {
    const { page } = ada;
    const region = page.getByRole("region", { name: "Columns" });
    const imported = () => ada.text(/^Imported by Ada Osei/).waitFor();

    await drop(ada, [csv("show.csv", "Firm,Last Name,First Name,Mail", "Contoso,Ray,Ada,ada@contoso.example", "Northwind,Orr,Bo,bo@northwind.example")]);
    await page.getByRole("heading", { name: "show.csv", level: 1 }).waitFor();
    await page.getByLabel("Its rows are").selectOption("lead");
    await ada.text(/^It adds 2 accounts, 2 contacts, 2 opportunities/).waitFor();
    await region.getByLabel("Read Firm as").selectOption("account");
    await region.getByLabel("Read Mail as").selectOption("email");
    for (const [slot, value] of [["stage", "New"], ["source", "Trade show"]]) {
      await page.getByLabel("What is the same in every row").selectOption(slot);
      await page.getByLabel("Its value").fill(value);
      await ada.button("Add to every row").click();
      await ada.button(new RegExp(`Take out: ${slot}`, "i")).waitFor();
    }
    await ada.text(/^It adds 2 accounts, 2 contacts, 2 opportunities and 2 stage changes/).waitFor();
    await ada.inspect();
    await ada.button("Import").click();
    await imported();
    const [lead] = (await company.ada.get("/opportunities?account_name=Contoso")).items;
    assert.deepEqual([lead.name, lead.contact_name, lead.stage, lead.source], ["Contoso", "Ada Ray", "New", "Trade show"]);

    await ada.open("/imports");
    await drop(ada, [csv("show.csv", "Firm,Last Name,First Name,Mail", "Contoso,Ray,Ada,ada@contoso.example", "Fabrikam,Lin,Cy,cy@fabrikam.example")]);
    await ada.text(/^It adds 1 account, 1 contact, 1 opportunity and 1 stage change; 1 row says what is known already/).waitFor();

    await ada.open("/imports");
    await drop(ada, [csv("new-crm.csv", "Account ID,Account Name,Industry", "a1,contoso,Utilities", "a2,,Steel")]);
    await page.getByLabel("A row's record is found by").selectOption("its name only");
    await ada.text(/^It changes 1 account; 1 row stays out/).waitFor();
    await ada.text("There is nothing in it, and rows are matched by it.").waitFor();
    await ada.button("Import").click();
    await imported();
    const bad = page.getByRole("link", { name: "Download these rows" });
    const [download] = await Promise.all([page.waitForEvent("download"), bad.click()]);
    const text = readFileSync(await download.path(), "utf8");
    assert.match(text, /a2,,Steel,3,Account Name,/, text);
    await ada.inspect();

    await ada.open("/imports");
    await drop(ada, [csv("deals.csv", "Opportunity ID,Stage,Account ID", "d1,Proposal,a1", "d2,Proposal,a77")]);
    const asked = page.getByRole("group", { name: /names 1 account by an identifier that is not known here/ });
    await asked.getByRole("button", { name: "Make them now" }).click();
    await ada.text(/^It adds 1 account, 2 opportunities and 2 stage changes\.$/).waitFor();
    await page.getByLabel("Make records of unknown identifiers").click();
    await asked.waitFor();
    await ada.button("Discard").click();
    await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();
  }));

test("finance imports a trial balance whose headers it names once; a later one takes its place", () =>
  with_company(async (ada, company) => {
    await company.hire({ name: "Fiona Walsh", role: "finance" });
    const fiona = await visit(browser, company, "Fiona Walsh");
    const { page } = fiona;
    const region = page.getByRole("region", { name: "Columns" });
    const headers = "Monat,Konto,Soll,Haben";
    const totals = async () => (await company.ada.get("/ledger-totals?order=measure")).items.map((one) => [one.measure, one.amount.minor, one.person_name]);
    const take = async () => {
      await fiona.button("Import").click();
      await fiona.text(/^Imported by Fiona Walsh/).waitFor();
    };

    await fiona.open("/imports");
    await drop(fiona, [csv("names.csv", "ID,Name", "1,Contoso")]);
    await page.getByRole("heading", { name: "What does this file hold?" }).waitFor();
    assert.equal(await page.getByLabel("Its rows are").inputValue(), "", "nothing is guessed");
    assert.ok(await fiona.button("Import").isDisabled());
    await fiona.text("would read ID and Name").first().waitFor();
    await fiona.inspect();
    await fiona.button("Discard").click();
    await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();

    await drop(fiona, [csv("january.csv", headers, "2026-01,6600 Marketing expenses,6600.00,", "01/2026,4000 Revenue,,20000.00", "2026-01,7100 Rent,950.00,")]);
    await page.getByRole("heading", { name: "january.csv", level: 1 }).waitFor();
    await page.getByLabel("Its rows are").selectOption("ledger_total");
    for (const [column, slot] of [["Monat", "month"], ["Konto", "measure"], ["Soll", "debit"], ["Haben", "credit"]]) {
      const read_as = region.getByLabel(`Read ${column} as`);
      await read_as.selectOption(slot);
      await page.waitForLoadState("networkidle");
    }
    await fiona.text(/^It adds 2 ledger totals; 1 row stays out/).waitFor();
    await ada.page.goto(fiona.page.url());
    await ada.text(/^Only finance states what its books say\./).waitFor();
    assert.ok(await ada.button("Import").isDisabled());
    await ada.inspect();
    await fiona.text(/"7100 Rent" is none of what is compared with the books/).waitFor();
    await fiona.text("Marketing’s spend of January 2026").waitFor();
    await fiona.inspect();
    await take();
    assert.deepEqual(await totals(), [["revenue_invoiced", 2_000_000, "Fiona Walsh"], ["spend_of_marketing", 660_000, "Fiona Walsh"]]);

    await fiona.open("/imports");
    await drop(fiona, [csv("january-again.csv", headers, "Jan 2026,Marketing expenses,6650.00,", "31.01.2026,Revenue,,20000.00")]);
    await fiona.text(/^It adds 1 ledger total; takes the place of 1 older entry; 1 row says what is known already/).waitFor();
    await fiona.text("$6,600").first().waitFor();
    await take();
    assert.deepEqual(await totals(), [["revenue_invoiced", 2_000_000, "Fiona Walsh"], ["spend_of_marketing", 665_000, "Fiona Walsh"]]);
    await fiona.open("/general-ledger/2026-01");
    await fiona.text("$6,650").first().waitFor();
    await fiona.open("/imports");
    await fiona.link("january-again.csv").click();
    await fiona.button("Undo this import").click();
    await fiona.text(/^It was undone: 1 fact that it added counts no more/).waitFor();
    assert.deepEqual((await totals())[1], ["spend_of_marketing", 660_000, "Fiona Walsh"]);
    await fiona.leave();
  }));

test("a file that is no table says so, and loses nothing", () =>
  with_company(async (ada, company) => {
    await ada.refused(422, () => drop(ada, [{ name: "picture.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]) }]));
    await ada.page.getByRole("alert").first().waitFor();
    assert.equal((await company.ada.get("/imports")).total, 0);
  }));

const is_missing = !existsSync(sample_files[0]) && `no ${sample}; ACCORD_DATA says where it is`;
test("the CRM sample goes in as it is, and its counts are those of its files", { skip: is_missing }, () =>
  with_company(async (ada, company) => {
    const { page } = ada;
    await drop(ada, sample_files);
    await ada.text("4 files wait").waitFor();
    for (const name of ["products.csv", "accounts.csv", "sales_pipeline.csv"]) {
      await ada.open("/imports");
      await ada.link(name).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      await answer(page);
      await ada.button("Import").click();
      await ada.text(/^Imported by Ada Osei/).waitFor({ timeout: 60_000 });
      if (name === "products.csv") await import_people(ada);
    }
    await ada.open("/opportunities");
    await page.getByRole("status").getByText("8,800 opportunities").waitFor();
    await ada.open("/opportunities?outcome=won");
    await page.getByRole("status").getByText("4,238 opportunities").waitFor();
    await ada.text("$10,005,534").first().waitFor();
  }));

async function import_people(ada) {
  await ada.open("/imports");
  await ada.link("sales_teams.csv").click();
  await ada.page.getByRole("heading", { name: "sales_teams.csv", level: 1 }).waitFor();
  await ada.button("Import").click();
  await ada.text(/^Imported by Ada Osei/).waitFor();
}

/** Answers what is open: amounts are dollars, names that nearly match are the known ones. */
async function answer(page) {
  const questions = page.locator(".import-question");
  await page.waitForLoadState("networkidle");
  for (let open = await questions.count(); open > 0; open = await questions.count()) {
    const first = questions.first();
    const said = await first.locator("legend").innerText();
    const dollars = first.getByRole("button", { name: /USD/ });
    await ((await dollars.count()) > 0 ? dollars : first.getByRole("button")).first().click();
    await page.getByText(said, { exact: true }).waitFor({ state: "detached" });
  }
}
