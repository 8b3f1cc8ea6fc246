// SPDX-License-Identifier: Apache-2.0
// Every page, by its address: it says what it is, everybody can use it, and nothing goes wrong on it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { found_company_with_funnel } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

const listed = readFileSync(new URL("../../src/ui/pages.gen.ts", import.meta.url), "utf8");
const pages = [...listed.matchAll(/path: "([^"]+)"/g)].map((found) => found[1]);

/** An address of each page that needs more than its path, in the company below. */
const addresses = {
  "/territories/{id}": ["/territories/1"],
  "/people/{id}": ["/people/2"],
  "/people/{id}/rights": ["/people/2/rights", "/people/me/rights"],
  "/products/{id}": ["/products/1"],
  "/accounts/{id}": ["/accounts/1"],
  "/contacts/{id}": ["/contacts/1"],
  "/campaigns": ["/campaigns", "/campaigns?running_on=2026-03-02", "/campaigns?q=no+such+thing"],
  "/campaigns/{id}": ["/campaigns/1"],
  "/campaigns/calendar": ["/campaigns/calendar?in=2026-Q1", "/campaigns/calendar?in=2026&by=channel", "/campaigns/calendar?in=1999-Q1", "/campaigns/calendar?in=2026-Q1&side=sales"],
  "/campaigns/{id}/plan": ["/campaigns/1/plan?in=2026-Q1", "/campaigns/1/plan?in=2024"],
  "/campaigns/tasks": ["/campaigns/tasks", "/campaigns/tasks?is_overdue=true", "/campaigns/tasks?q=no+such+thing"],
  "/opportunities/board": ["/opportunities/board", "/opportunities/board?side=sales", "/opportunities/board?q=no+such+thing"],
  "/lead-forms": ["/lead-forms", "/lead-forms?q=no+such+thing"],
  "/lead-forms/{id}": ["/lead-forms/1"],
  "/form-entries": ["/form-entries", "/form-entries?form=1", "/form-entries?q=no+such+thing"],
  "/form-entries/{id}": ["/form-entries/1"],
  "/call-lists": ["/call-lists", "/call-lists?q=no+such+thing"],
  "/call-lists/{id}": ["/call-lists/1", "/call-lists/1?state=not_called"],
  "/call-lists/{id}/call": ["/call-lists/1/call", "/call-lists/2/call"],
  "/wishes": ["/wishes", "/wishes?medium=email&says=refuses"],
  "/call-members": ["/call-members", "/call-members?list=1&state=no_answer"],
  "/mailing-lists": ["/mailing-lists", "/mailing-lists?q=no+such+thing"],
  "/mailing-lists/{id}": ["/mailing-lists/1", "/mailing-lists/2", "/mailing-lists/3"],
  "/mailing-members": ["/mailing-members", "/mailing-members?list=1&state=sent"],
  "/lead-forms/{address}/stand": ["/lead-forms/visit-us/stand"],
  "/mail": ["/mail"],
  "/received-messages": ["/received-messages", "/received-messages?q=no+such+thing"],
  "/received-messages/{id}": ["/received-messages/1"],
  "/channels/{id}": ["/channels/5"],
  "/spend": ["/spend", "/spend?has_campaign=false&side=sales", "/spend?q=no+such+thing"],
  "/spend/{id}": ["/spend/3", "/spend/4", "/spend/5"],
  "/exchange-rates": ["/exchange-rates", "/exchange-rates?quote=USD", "/exchange-rates?q=no+such+thing"],
  "/exchange-rates/{id}": ["/exchange-rates/1"],
  "/general-ledger": ["/general-ledger", "/general-ledger?is_closed=true"],
  "/general-ledger/{month}": ["/general-ledger/2026-02", "/general-ledger/2026-01", "/general-ledger/2026-03"],
  "/general-ledger/{month}/measures/{measure}": ["/general-ledger/2026-02/measures/spend_of_marketing", "/general-ledger/2026-02/measures/spend_of_marketing?channel=1"],
  "/general-ledger/{month}/entries": ["/general-ledger/2026-02/entries?measure=spend_of_marketing&of=counted", "/general-ledger/2026-01/entries?measure=spend_of_marketing&of=since_closing", "/general-ledger/2026-01/entries?measure=spend_of_sales&of=told_twice"],
  "/ledger-totals/{id}": ["/ledger-totals/1"],
  "/touchpoints": ["/touchpoints", "/touchpoints?side=sales", "/touchpoints?q=no+such+thing"],
  "/orders": ["/orders", "/orders?q=no+such+thing"],
  "/orders/{id}": ["/orders/3"],
  "/roi": ["/roi", "/roi?by=month&model=time_decay&from=2020-01-01&columns=customers", "/roi?by=salesperson&columns=all", "/roi?model=first_touch&lookback_days=30", "/roi?q=no+such+thing"],
  "/roi/line": ["/roi/line", "/roi/line?by=product&from=2020-01-01&line=0"],
  "/roi/touchpoints": ["/roi/touchpoints?by=segment&line=0&from=2020-01-01", "/roi/touchpoints?by=channel&only_segment=0&line=1&kind=call"],
  "/roi/planned": ["/roi/planned?from=2020-01-01", "/roi/planned?by=territory&line=1&is_budget=true", "/roi/planned?q=no+such+thing"],
  "/roi/late": ["/roi/late?from=2020-01-01", "/roi/late?by=channel&line=1"],
  "/roi/orders": ["/roi/orders?from=2020-01-01", "/roi/orders?q=no+such+thing"],
  "/roi/leads": ["/roi/leads?from=2020-01-01", "/roi/leads?line=unexplained&phase=opportunity"],
  "/roi/new-accounts": ["/roi/new-accounts?from=2020-01-01", "/roi/new-accounts?q=no+such+thing"],
  "/roi/orders/{id}": ["/roi/orders/3?from=2000-01-01", "/roi/orders/3?from=2000-01-01&model=first_touch"],
  "/roi/cohorts": ["/roi/cohorts", "/roi/cohorts?by=channel&line=5&of=gross_margin", "/roi/cohorts?from=2020-01-01&until=2020-03-01"],
  "/roi/cohort": ["/roi/cohort", "/roi/cohort?months_since=0"],
  "/roi/cohorts/orders": ["/roi/cohorts/orders", "/roi/cohorts/orders?touched=never"],
  "/accounts/{id}/timeline": ["/accounts/1/timeline", "/accounts/1/timeline?year=2026", "/accounts/1/timeline?year=2001"],
  "/roi/models": ["/roi/models?from=2020-01-01", "/roi/models?by=side&of=orders&from=2020-01-01", "/roi/models?of=leads&from=2020-01-01", "/roi/models"],
  "/roi/models/line": ["/roi/models/line?from=2020-01-01", "/roi/models/line?from=2020-01-01&of=gross_margin"],
  "/roi/journeys": ["/roi/journeys?from=2020-01-01", "/roi/journeys?q=no+such+thing", "/roi/journeys?from=2019-01-01&until=2019-02-01"],
  "/roi/journeys/way": ["/roi/journeys/way?from=2020-01-01"],
  "/roi/journeys/single": ["/roi/journeys/single?from=2020-01-01", "/roi/journeys/single?from=2020-01-01&channel=1&has_order=true", "/roi/journeys/single?q=no+such+thing"],
  "/help/attribution/{model}": ["/help/attribution/markov", "/help/attribution/shapley-by-rate", "/help/attribution/no-such-model"],
  "/roi/journeys/taken": ["/roi/journeys/taken?from=2020-01-01"],
  "/agreements/{agreement}": ["/agreements/funnel"],
  "/agreements/{agreement}/versions/{number}": ["/agreements/funnel/versions/1"],
  "/agreements/{agreement}/edit": ["/agreements/funnel/edit?from=1", "/agreements/funnel/edit?template=repeat-business", "/agreements/funnel-1/edit?like=funnel/versions/1"],
  "/agreements/{agreement}/comparison": ["/agreements/funnel/comparison?from=1&to=2"],
  "/funnel": ["/funnel", "/funnel?by=source&against=previous&from=2026-02-01", "/funnel?by=salesperson", "/funnel?from=2001-01-01&until=2001-02-01"],
  "/funnel/step": ["/funnel/step", "/funnel/step?step=Nowhere"],
  "/funnel/line": ["/funnel/line?by=source&line=Nowhere", "/funnel/line?by=territory&line=1"],
  "/funnel/journeys": ["/funnel/journeys", "/funnel/journeys?step=Engaging", "/funnel/journeys?begun=unknown"],
  "/opportunities": ["/opportunities", "/opportunities?q=no+such+thing"],
  "/opportunities/{id}": ["/opportunities/50", "/opportunities/61"],
  "/opportunities/{id}/expected": ["/opportunities/50/expected?as_of=2026-02-27", "/opportunities/50/expected?as_of=2026-02-27&of=revenue"],
  "/review": ["/review?as_of=2026-02-27", "/review?meeting=2"],
  "/gaps/{code}": ["/gaps/stage_overdue?about=Engaging", "/gaps/stage_overdue?about=Nowhere"],
  "/gaps/{code}/opportunities": [
    "/gaps/stage_overdue/opportunities?about=Engaging&as_of=2026-02-27",
    "/gaps/stage_overdue/opportunities?about=Engaging&as_of=2026-02-27&q=no+such+thing",
    "/gaps/stage_overdue/opportunities?about=Nowhere",
  ],
  "/gaps/{code}/opportunities/{id}": ["/gaps/stage_overdue/opportunities/50?about=Engaging&as_of=2026-02-27"],
  "/handoff": ["/handoff", "/handoff?as_of=2026-02-27"],
  "/handoff/opportunities": ["/handoff/opportunities?step=came", "/handoff/opportunities?step=untouched&as_of=2026-02-27"],
  "/handoff/opportunities/{id}": ["/handoff/opportunities/52?step=came"],
  "/handoffs": ["/handoffs", "/handoffs?state=waiting&to_side=sales", "/handoffs?q=no+such+thing"],
  "/handoffs/queue": ["/handoffs/queue", "/handoffs/queue?at=1", "/handoffs/queue?at=2"],
  "/handoffs/new": ["/handoffs/new", "/handoffs/new?opportunity=50"],
  "/handoffs/figures": ["/handoffs/figures", "/handoffs/figures?by=salesperson&from=2026-02-01&until=2026-03-02", "/handoffs/figures?from=2001-01-01&until=2001-02-01"],
  "/handoffs/figures/line": ["/handoffs/figures/line?by=side&line=sales", "/handoffs/figures/line?by=source&line=Nowhere"],
  "/handoffs/passed": ["/handoffs/passed", "/handoffs/passed?by=side&line=sales"],
  "/handoffs/in-gap": ["/handoffs/in-gap?code=handoff_overdue&about=sales&as_of=2026-03-02"],
  "/handoffs/reasons": ["/handoffs/reasons", "/handoffs/reasons?from=2001-01-01&until=2001-02-01"],
  "/handoffs/{id}": ["/handoffs/1", "/handoffs/2", "/handoffs/3"],
  "/absences": ["/absences", "/absences?q=no+such+thing"],
  "/claims": ["/claims", "/claims?q=no+such+thing"],
  "/claims/{id}": ["/claims/1"],
  "/bridge": ["/bridge", "/bridge?first=leads_passed_on&second=leads_worked&from=2026-01-01&until=2026-02-27"],
  "/bridge/rows": ["/bridge/rows?first=1&second=leads_worked&cause=never_received", "/bridge/rows?first=1&second=leads_worked&cause=not_explained", "/bridge/rows?first=1&second=leads_worked&end=first", "/bridge/rows?first=1&second=leads_worked&cause=never_contacted"],
  "/leads-not-contacted": ["/leads-not-contacted?about=&as_of=2026-02-27"],
  "/closed-journeys": ["/closed-journeys?stage=Engaging&as_of=2026-02-27", "/closed-journeys"],
  "/reviews/{id}": ["/reviews/1", "/reviews/2"],
  "/reviews/{id}/gaps/{code}": ["/reviews/1/gaps/stage_overdue?about=Engaging", "/reviews/1/gaps/stage_overdue?about=Nowhere"],
  "/imports/{id}": ["/imports/1"],
};
/** What is not there answers 404, and its page says so. */
const is_absent = (address) => address.endsWith("Nowhere");

let browser, company, maria, ada;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_funnel()]);
  await make_history(company);
  [maria, ada] = await Promise.all([visit(browser, company, "Maria Keller"), visit(browser, company, "Ada Osei")]);
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

for (const path of pages) {
  const found = addresses[path] ?? [path];
  test(`${path} can be used by everybody`, async () => {
    assert.ok(addresses[path] || !path.includes("{"), `Say in this test what an address of ${path} is.`);
    const visitor = ["/company", "/mail"].includes(path) ? ada : maria;
    for (const address of found) {
      if (is_absent(address)) await visitor.refused(404, () => visitor.open(address));
      else await visitor.open(address);
      assert.match(await visitor.page.title(), /.+ · Accord$/);
      await visitor.inspect();
      await filters_are_named(visitor);
    }
  });
}

/** What a list is filtered by stands behind a button. */
async function filters_are_named(visitor) {
  const button = visitor.button("Filter");
  if ((await button.count()) === 0) return;
  await button.click();
  await visitor.page.getByRole("search", { name: "Filters" }).waitFor();
  await visitor.named();
}

test("an address that is no page says so", async () => {
  await maria.refused(404, () => maria.open("/no-such-page"));
  await maria.inspect();
});

/** A closed review and an open one, a second version, a contact, an opportunity of ours with a history. */
async function make_history({ ada, hire, enter, maria, sam }) {
  await maria.post("/contacts", { name: "Nils Berg", account: 1, title: "Buyer", email: "nils@northwind.example" });
  const { id } = await maria.post("/opportunities", { name: "Gauges", stage: "Prospecting", account: 1, owner: 2 });
  await maria.put(`/opportunities/${id}`, { name: "Gauges", stage: "Engaging", account: 1, product: 1, owner: 2 });
  const show = { name: "Spring show", channel: 5, starts_on: "2026-03-10", ends_on: "2026-03-12", products: [1], territories: [1] };
  await sam.post("/campaigns", { ...show, budget: { minor: 45_000_00, currency: "USD" }, owner: 3 });
  await sam.put("/campaigns/1", { ...show, products: [1, 2], owner: 3, note: "Booth 214." });
  await sam.post("/lead-forms", { name: "Visit us", address: "visit-us", campaign: 1, product: 1, heading: "Visit us at booth 214", sites: "https://www.kestrel.example" });
  await ada.put("/mail", { server: "smtps://mail.kestrel.example", sender: "crm@kestrel.example", links_at: "https://accord.kestrel.example" });
  await ada.post("/mail-messages", { to_address: "ada@kestrel.example" });
  await sam.post("/inquiries/mail", "From: Nora Vik <nora@northwind.example>\r\nTo: sales@kestrel.example\r\nSubject: Meters for a pilot plant\r\n\r\nWe need four meters by May. Whom can I talk to?\r\n");
  await maria.post("/contacts", { name: "Otto Lang", account: 1, title: "Head of maintenance", phone: "+1 555 0101" });
  await maria.post("/call-lists", { name: "After the show", campaign: 1, side: "sales", script: "Did you find what you came for?\nWhat do you measure today?" });
  await sam.post("/call-lists", { name: "Nobody yet", campaign: 1, side: "marketing" });
  await maria.post("/call-lists/1/members", { contacts: [2] });
  await maria.post("/call-lists/1/turns", {});
  await maria.post("/call-lists/1/calls", { member: 1, outcome: "no_answer" });
  await maria.post("/call-lists/1/turns", { member: 1 });
  await maria.post("/wishes", { contact: 2, says: "agrees", words: "Call me after lunch." });
  const mailing = { campaign: 1, medium: "mail", note: "Visit us at booth 214." };
  await sam.post("/mailing-lists", { ...mailing, name: "Invitation", drops_on: "2026-02-26" });
  await sam.post("/mailing-lists", { ...mailing, name: "Nobody asked yet", drops_on: "2026-02-27" });
  await sam.post("/mailing-lists", { ...mailing, name: "Thanks", medium: "email", drops_on: "2026-03-20" });
  await sam.post("/mailing-lists/1/members", { account: 1 });
  await sam.post("/mailing-lists/3/members", { account: 1 });
  await sam.post("/mailing-lists/1/answers", { member: 2, words: "Nothing on paper, please." });
  for (const list of [1, 3]) await sam.post(`/mailing-lists/${list}/handouts`);
  await sam.post("/mailing-lists/1/drop", { day: "2026-02-27" });
  const booth = { day: "2026-02-20", kind: "event", campaign: 1, territory: 1, amount: { minor: 12_500_00, currency: "USD" }, note: "Booth" };
  await sam.post("/spend", booth);
  await maria.post("/spend", { day: "2026-02-25", kind: "travel", person: 2, amount: { minor: 480_00, currency: "USD" } });
  await sam.put("/spend/1", { ...booth, amount: { minor: 13_500_00, currency: "USD" } });
  for (const [day, rate] of [["2026-02-20", "1.0956"], ["2026-02-23", "1.4012"]])
    await ada.post("/exchange-rates", { day, base: "EUR", quote: "USD", rate });
  for (const day of ["2026-02-24", "2026-01-02"])
    await sam.post("/spend", { day, kind: "print", campaign: 1, amount: { minor: 812_50, currency: "EUR" }, note: "Panels" });
  await hire({ name: "Fiona Walsh", role: "finance" });
  const fiona = await enter("Fiona Walsh");
  for (const month of ["2026-01", "2026-02"])
    await fiona.post("/ledger-totals", { month: `${month}-01`, measure: "spend_of_marketing", amount: { minor: 14_000_00, currency: "USD" }, note: "Accounts 6600 to 6640" });
  await fiona.post("/general-ledger/2026-01/closing", { note: "Complete" });
  await sam.post("/spend", { day: "2026-01-09", kind: "media", channel: 1, amount: { minor: 310_00, currency: "USD" }, note: "A late invoice", is_late: true });
  const forms = { metric: "leads_passed_on", from_day: "2026-01-01", until_day: "2026-03-31", count: 9, definition: "Every form and every scan." };
  await sam.post("/claims", forms);
  await sam.post("/claims/1/items", { items: [{ company: "Nobody’s Firm" }, { company: "Nobody’s Firm" }] });
  const gap = { code: "stage_overdue", about: "Engaging" };
  await maria.post("/reviews", {});
  await maria.post("/reviews/1/attendance", { person: 3 });
  await maria.post("/reviews/1/decisions", { ...gap, decision: "Call each customer this week." });
  await maria.post("/reviews/1/actions", { ...gap, what: "Call Northwind", person: 2, due_on: "2026-03-06" });
  await maria.post("/reviews/1/closing");
  await maria.post("/reviews", {});
  for (const one of [maria, sam]) await one.post("/agreements/funnel/versions/1/reopenings", { reason: "Too long." });
  await sam.post("/agreements/funnel/versions", { template: "marketing-and-sales", note: "Shorter", due_on: "2026-03-20" });
  await maria.post("/agreements/funnel/versions/2/comments", { clause: "lost_reasons", text: "Add “Went silent”." });
  await sam.post("/handoffs", { opportunity: 50, note: "Wants a demo.\nHas budget.", assigned_to: 2 });
  await maria.post("/handoffs", { opportunity: 50, ask: "information", note: "Which standard?" });
  const rejected = await sam.post("/handoffs", { opportunity: id });
  await maria.post(`/handoffs/${rejected.id}/steps`, { kind: "rejected", after: rejected.step, text: "No need" });
  await maria.post("/absences", { from_day: "2026-03-01", until_day: "2026-03-06" });
  await sam.post("/lead-forms/1/entries", { name: "Iris Holm", email: "iris@holm.example", company: "Holm Works", message: "Two gauges by May.", once: "019b-0000-0007" });
}
