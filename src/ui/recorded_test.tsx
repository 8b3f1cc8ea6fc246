// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, waitFor } from "@testing-library/react";
import { Suspense, type ComponentType } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type {
  AccountHistory,
  AgreementView,
  Bridge,
  CalendarRow,
  CallDesk,
  CallListRow,
  CallMemberRow,
  CallRow,
  CampaignRow,
  LeadFormRow,
  MailView,
  MailingListRow,
  MailingMemberRow,
  Cohort,
  Cohorts,
  CampaignTask,
  CohortJourney,
  ExchangeRateRow,
  FunnelLine,
  FunnelReport,
  Gap,
  HandoffBridge,
  HandoffLine,
  HandoffQueue,
  HandoffRow,
  HandoffView,
  ExpectedOpportunity,
  LedgerEntry,
  LedgerMonthLine,
  LedgerMonthView,
  LedgerTotalRow,
  NewAccount,
  JudgedOpportunity,
  ModelsLine,
  OrderRow,
  PlanAgainstActual,
  ReceivedMessageRow,
  ReviewView,
  Roi,
  RoiWay,
  RoiWayView,
  SpendRow,
  StageConversion,
  StandForm,
  TakenJourney,
  TouchpointRow,
  WishRow,
} from "./api.gen";
import { make_query_client } from "./data";
import type { PageProps } from "./page";
import { pages } from "./pages.gen";
import { differences, params_in, recorded, route_of } from "./recorded";

vi.mock("./session", () => ({
  useReader: () => ({ locale: "en-US", today: "2026-03-02", time_zone: "UTC" }),
  useMay: () => () => true,
  useSession: () => ({
    person: { id: 2, name: "Maria Keller", email: "maria@demo.example", role: "sales_manager", side: "sales", territory: null },
    company: { name: "Kestrel Instruments", currency: "USD", time_zone: "UTC" },
    rights: [],
    today: "2026-03-02",
    is_demo: false,
  }),
}));

// There is no canvas to draw on.
vi.mock("../roi/roi_sankey", () => ({ default: () => null }));

beforeEach(() => vi.stubGlobal("fetch", vi.fn<typeof fetch>(async (url) => Response.json(reply_to(String(url))))));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("finds what the stories recorded", () => {
  expect(recorded.length).toBeGreaterThan(15);
  expect(recorded.filter((one) => one.reply === undefined)).toEqual([]);
});

describe("every recorded reply is as its route describes it", () => {
  it.each(recorded)("$name $address", (one) => {
    expect(differences(one)).toEqual([]);
  });
  it("and what is not is found", () => {
    const [first] = recorded.filter((one) => one.route.path === "/gaps/{code}");
    const gap = first!.reply as Gap;
    const { since: _, ...without } = gap;
    const broken = { ...without, count: "1", mover: "nobody", more: 1, stake: { ...gap.stake, unit: null } };
    expect(differences({ ...first!, reply: broken }).map((one) => one.replace("/gaps/{code}.", ""))).toEqual([
      "more is not described",
      "stake.unit is null",
      'mover is no choice: "nobody"',
      "since is missing",
      'count is no integer: "1"',
    ]);
  });
});

/** What a page must show of a reply; a page whose data is a list shows the name of each row. */
const shown: Record<string, (reply: never) => string[]> = {
  "/": (view: ReviewView) => [view.title, ...view.blind_spots, ...view.items.map((gap) => gap.sentence)],
  "/reviews/{id}": (view: ReviewView) => [
    ...view.items.map((gap) => gap.sentence),
    ...view.decisions.map((one) => one.decision),
    ...view.actions.map((one) => one.what),
  ],
  "/gaps/{code}": (gap: Gap) => [gap.sentence, gap.remedy],
  "/reviews/{id}/gaps/{code}": (gap: Gap) => [gap.sentence, gap.remedy],
  "/gaps/{code}/opportunities/{id}": (row: JudgedOpportunity) => [row.name, row.stake.formula],
  "/opportunities/{id}/expected": (row: ExpectedOpportunity) => [row.name, row.stake.formula],
  "/bridge": (bridge: Bridge) => [bridge.title, bridge.sentence, bridge.first.definition, ...bridge.items.map((line) => line.words)],
  "/handoff": (handoff: HandoffBridge) => [handoff.stage, ...handoff.items.map((bar) => bar.name)],
  "/agreements/{agreement}/versions/{number}": (view: AgreementView) => [
    view.sentence,
    ...(view.body as { stages: { name: string; definition: string }[] }).stages.flatMap((stage) => [stage.name, stage.definition]),
  ],
  "/agreements/{agreement}/comparison": () => ["Prospecting → Engaging → Won → Lost", "Version 1"],
  "/agreements": ({ items }: { items: { title: string; sentence: string }[] }) => items.flatMap((one) => [one.title, one.sentence]),
  "/people/{id}/rights": ({ items }: { items: { sentence: string }[] }) => items.map((one) => one.sentence),
  "/opportunities/{id}": ({ name, account_name }: { name: string; account_name: string }) => [name, account_name],
  "/campaigns/{id}": ({ name, channel_name, product_names }: CampaignRow) => [name, channel_name, ...product_names, "10 Mar to 12 Mar: planned."],
  "/campaigns/calendar": ({ items }: { items: CalendarRow[] }) => items.flatMap((row) => [row.name, row.signing_words, row.basis, ...row.tasks.map((task) => task.sentence)]),
  "/campaigns/{id}/plan": (plan: PlanAgainstActual) => [plan.name, plan.basis, ...plan.plans.map((one) => one.name), ...plan.tasks.map((task) => task.sentence), "February 2026"],
  "/campaigns/tasks": ({ items }: { items: CampaignTask[] }) => items.flatMap((task) => [task.name, task.campaign_name, task.person_name]),
  "/lead-forms/{id}": ({ name, campaign_name, address }: LeadFormRow) => [name, campaign_name, `/forms/${address}`, "Nobody has filled it in yet."],
  "/call-lists/{id}": ({ name, campaign_name, script }: CallListRow) => [name, campaign_name, script, "Members", "Calls"],
  "/call-lists/{id}/call": ({ name, script, person }: CallDesk) => [name, script, person!.name, person!.phone, "Undo: Otto Lang, no answer", "May be called…"],
  "/mailing-lists/{id}": ({ name, campaign_name, note }: MailingListRow) => [name, campaign_name, note, "as Sam Rivera says", "Members"],
  "/mailing-members": ({ items }: { items: MailingMemberRow[] }) => items.flatMap((row) => [row.contact_name, row.code, "Sent", "Left off", "Came back"]),
  "/calls": ({ items }: { items: CallRow[] }) => items.flatMap((row) => [row.contact_name, row.person_name, row.list_name, "No answer"]),
  "/call-members": ({ items }: { items: CallMemberRow[] }) => items.flatMap((row) => [row.contact_name, row.phone, "No answer"]),
  "/wishes": ({ items }: { items: WishRow[] }) => items.flatMap((row) => [row.contact_name, row.words, "May be called"]),
  "/mail": ({ server, sender, waiting_count }: MailView) => [`By ${server}, from ${sender}. Nothing was sent yet. ${waiting_count} message waits.`, "No mailbox is read."],
  "/received-messages": ({ items }: { items: ReceivedMessageRow[] }) => items.flatMap((row) => [row.from_name, row.subject, "waits to be sorted", row.reason]),
  "/received-messages/{id}": ({ subject, text, from_name, reason }: ReceivedMessageRow) => [subject, text, `What ${from_name} wrote waits to be sorted. ${reason}`],
  "/lead-forms/{address}/stand": ({ name, campaign_name, consent }: StandForm) => [name, `At the stand · ${campaign_name}`, consent, "Nothing waits"],
  "/channels/{id}": ({ name }: { name: string }) => [name],
  "/spend": ({ items }: { items: SpendRow[] }) => items.flatMap((row) => [row.note, row.campaign_name || "no campaign"]),
  "/spend/{id}": ({ note, campaign_name, channel_name }: SpendRow) => [note, campaign_name, channel_name, "Event on 20 Feb."],
  "/exchange-rates": ({ items }: { items: ExchangeRateRow[] }) => items.flatMap((row) => [`1 ${row.base} = ${row.rate} ${row.quote}`, row.system || "Entered here"]),
  "/exchange-rates/{id}": (row: ExchangeRateRow) => [`1 ${row.base} = ${row.rate} ${row.quote}`],
  "/general-ledger": () => ["February 2026", "Closed on 2 March 2026", "$13,710", "books"],
  "/general-ledger/{month}": (view: LedgerMonthView) => [view.title, view.sentence, ...view.events.map((event) => event.by_name), "Not explained"],
  "/general-ledger/{month}/measures/{measure}": (line: LedgerMonthLine) => ["Marketing’s spend", ...line.steps.map((step) => step.words.slice(1))],
  "/general-ledger/{month}/entries": ({ items }: { items: LedgerEntry[] }) => items.map((row) => row.name),
  "/ledger-totals": ({ items }: { items: LedgerTotalRow[] }) => items.flatMap((row) => [row.note, row.person_name]),
  "/ledger-totals/{id}": (row: LedgerTotalRow) => [row.note, row.person_name],
  "/touchpoints": ({ items }: { items: TouchpointRow[] }) => items.map((row) => row.account_name),
  "/orders": ({ items }: { items: OrderRow[] }) => items.flatMap((row) => [row.opportunity_name, row.account_name, "$5,500"]),
  "/orders/{id}": ({ opportunity_name, account_name }: OrderRow) => [opportunity_name, account_name],
  "/roi": ({ sentence }: Roi) => [sentence, "Unattributed", "$700", "Sales visit", "Trade show"],
  "/roi/cohorts": ({ sentence, items }: Cohorts) => [sentence, "Unattributed", "all of it is in", ...items.map((cohort) => cohort.name)],
  "/roi/cohort": ({ name, sentence }: Cohort) => [name, sentence, "Expected in the end"],
  "/accounts/{id}/timeline": ({ name, sentence }: AccountHistory) => [name, sentence, "Sales’ touchpoints", "Journeys to orders", "Wants them by May"],
  "/roi/new-accounts": ({ items }: { items: NewAccount[] }) => items.flatMap((row) => [row.name, row.order_name]),
  "/roi/models/line": ({ name, sentence }: ModelsLine) => [name, sentence, "Markov, order 1"],
  "/roi/journeys": ({ items }: { items: RoiWay[] }) => [...items.map((way) => way.name), "The flow as a table"],
  "/roi/journeys/way": ({ name }: RoiWayView) => [name, "50%"],
  "/roi/journeys/taken": ({ items }: { items: TakenJourney[] }) => items.flatMap((row) => [row.account_name, row.order_name]),
  "/roi/journeys/single": ({ items }: { items: TakenJourney[] }) => items.flatMap((row) => [row.account_name, row.order_name, row.name]),
  "/funnel": ({ sentence, items }: FunnelReport) => [sentence, "Velocity a day", ...items.map((step) => step.name)],
  "/funnel/step": ({ name, came }: StageConversion) => [name, came.name, "Nine of ten have left it"],
  "/funnel/line": ({ name, difference_sentence }: FunnelLine) => [name, difference_sentence],
  "/funnel/journeys": ({ items }: { items: CohortJourney[] }) => items.map((row) => row.name),
  "/handoffs/queue": ({ items }: HandoffQueue) => [
    "2 things wait for you",
    ...items.flatMap((item) => [item.handoff.opportunity_name, item.sentence.slice(1)]),
    items[0]!.handoff.rule,
  ],
  "/handoffs/figures/line": ({ name, came }: HandoffLine) => [name, `Handed over${came.number}`, "What was handed over"],
  "/handoffs": ({ items }: { items: HandoffRow[] }) => items.flatMap((row) => [row.opportunity_name, row.submitted_by_name]),
  "/handoffs/{id}": ({ handoff, clock }: HandoffView) => [handoff.opportunity_name, handoff.account_name, handoff.rule, clock, "No service level bound both sides that day"],
  "/absences": ({ items }: { items: { person_name: string }[] }) => [...items.map((row) => row.person_name), "still here"],
  "/actions": ({ items }: { items: { what: string }[] }) => items.map((one) => one.what),
  "/reviews": () => ["being held"],
};
const names_of_rows = ({ items }: { items: { name: string }[] }) => items.map((row) => row.name);

const page_of = (path: string) => pages.find((page) => page.path === (path === "/review" ? "/" : path));
const of_pages = recorded.filter((one) => page_of(one.route.path));

describe("the page of every recorded reply shows it", () => {
  it.each(of_pages)("$name $address", async (one) => {
    const { address, route, reply } = one;
    tested = one;
    const page = page_of(route.path)!;
    const Component = ((await page.load()) as unknown as Record<string, ComponentType<PageProps>>)[page.name]!;
    window.history.pushState({}, "", address);
    const params = params_in(route.path, path_of(address)) ?? {};
    const { container } = render(
      <MantineProvider env="test">
        <QueryClientProvider client={make_query_client()}>
          <Suspense fallback="">
            <Component params={params} />
          </Suspense>
          <div id="overlays" />
        </QueryClientProvider>
      </MantineProvider>,
    );
    const expected = (shown[page.path] ?? names_of_rows)(reply as never);
    expect(expected.length).toBeGreaterThan(0);
    await waitFor(() => expect(expected.filter((words) => !container.textContent!.includes(words))).toEqual([]));
    expect(container.querySelector("[role=alert]")).toBeNull();
  });
});

const path_of = (address: string) => address.split("?")[0]!;
/** Several stories record what stands at one address. */
let tested: (typeof recorded)[number] | null = null;

/** What was recorded at an address, or else of its route, or else of its kind; where nothing was, an empty list. */
function reply_to(url: string): unknown {
  const path = path_of(url.replace(/^https?:\/\/[^/]+/, "")).replace(".json", "");
  const { path: pattern, record, is_list } = route_of(path);
  const found =
    [tested, ...recorded].find((one) => one && path_of(one.address) === path) ??
    recorded.find((one) => one.route.path === pattern) ??
    recorded.find((one) => one.route.record === record && one.route.is_list === is_list);
  if (found) return found.reply;
  const rows = recorded.find((one) => one.route.record === record)?.reply as { items: unknown[] } | undefined;
  return is_list || !rows ? { items: [], next: null, total: 0 } : rows.items[0];
}
