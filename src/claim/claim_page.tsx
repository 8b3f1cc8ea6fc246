// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation, useSearch } from "wouter";
import { post, Problem, url_of } from "../ui/api";
import type { Bridge, BridgeRow, ClaimRow, WaitingLead } from "../ui/api.gen";
import { useAct, useAddress, useData } from "../ui/data";
import { AtRate, conversion, in_own, under_value, Worth } from "../ui/converted";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { as_sentence, count_of, format_day, format_number, not_known, type Reader } from "../ui/format";
import { Term } from "../ui/glossary";
import { List, type Column } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { format_money, type Money } from "../ui/money";
import { useMay, useReader, useSession } from "../ui/session";
import { BridgePanel, is_not_split, metric_in_words } from "./bridge_panel";
import { ToTheRules } from "./claim_credit";
import { GiveList } from "./claim_list_entry";

/** What each side says, of which period, and what it counts. */
export function ClaimsPage(_: PageProps) {
  const may = useMay();
  const reader = useReader();
  return (
    <Page
      title="Claims"
      lead="What each side says: a number, its period, and what it counts. Two claims about the same period head the review with the bridge between them."
      actions={
        <>
          <Button component={Link} href="/bridge" variant="default">
            The bridge
          </Button>
          {may("state_claims") && may("import_data") && (
            <Button component={Link} href="/imports?target=claim" variant="default">
              Import a list
            </Button>
          )}
          {may("state_claims") && <StateClaim letter="n" />}
        </>
      }
    >
      <List<ClaimRow>
        path="/claims"
        record="claim_row"
        order="-until_day"
        words={["claim", "claims"]}
        columns={[
          { field: "metric", label: "What it says", show: (row) => title_of(row, reader), under: under_title },
          { field: "until_day", label: "When", show: (row) => period_of(row, reader) },
          "territory_name",
          "listed",
          "stated_by_name",
          "stated_on",
        ]}
        filters={["side", "metric", "territory", "until_day", "is_withdrawn"]}
        empty={
          <Empty title="Nobody has stated a number yet." action={may("state_claims") && <StateClaim />}>
            State your side’s number of a period and what it counts. Beside the other side’s, or the facts, the bridge says why
            they differ, and heads the review.
          </Empty>
        }
      />
    </Page>
  );
}

function StateClaim({ letter }: { letter?: string }) {
  const [, go] = useLocation();
  const { person } = useSession();
  const is_of_a_side = person !== null && person.side !== "none";
  return (
    <Dialog button="State a number" letter={letter}>
      {(close) => (
        <Form
          record="claim_draft"
          skip={is_of_a_side ? ["side"] : []}
          button="State it"
          send={(body) => post("/claims", body)}
          then={({ id }) => go(`/claims/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** "Marketing: 412 leads passed on", "Sales: CHF 900 ($1,000) revenue won" */
function title_of(claim: ClaimRow, { locale }: Reader) {
  const { amount, value } = claim;
  const worth = amount && value && value.currency !== amount.currency ? ` (${format_money(value, { locale })})` : "";
  const number = amount ? format_money(amount, { locale }) + worth : format_number(claim.count ?? 0, { locale });
  return `${claim.side === "sales" ? "Sales" : "Marketing"}: ${number} ${metric_in_words(claim.metric)}`;
}

const under_title = (claim: ClaimRow) =>
  claim.is_withdrawn ? `Taken back. ${claim.definition}` : claim.restated_by ? `Stated anew since. ${claim.definition}` : claim.definition;

const period_of = (claim: ClaimRow, reader: Reader) => `${format_day(claim.from_day, reader)} to ${format_day(claim.until_day, reader)}`;

/** One number: who stated it, what it counts, and the bridge from it to the facts. */
export function ClaimPage({ params }: PageProps) {
  const may = useMay();
  const reader = useReader();
  const { person } = useSession();
  const path = `/claims/${params.id}`;
  const is_mine = (claim: ClaimRow) =>
    may("state_claims") && !claim.is_withdrawn && (person?.side === claim.side || person?.side === "none");
  return (
    <RecordPage<ClaimRow>
      path={path}
      record="claim_row"
      title={(claim) => title_of(claim, reader)}
      lead={(claim) =>
        claim.is_withdrawn ? (
          "Its side has taken it back."
        ) : (
          <>
            {as_sentence(claim.definition)}
            {claim.restated_by && (
              <>
                {" "}
                It was <Link href={`/claims/${claim.restated_by}`}>stated anew</Link> since, and that number counts.
              </>
            )}
            {claim.amount && <AtRate of={claim} />}
          </>
        )
      }
      skip={["definition", "is_withdrawn", "import", "restated_by", ...conversion]}
      show={{ source_file: (name: string, claim: ClaimRow) => <SourceFile name={name} import_of={claim.import} /> }}
      actions={(claim) => is_mine(claim) && <Acts claim={claim} />}
    >
      {(claim) => !claim.is_withdrawn && (is_of_credit(claim) ? <ToTheRules claim={claim} /> : <ToTheFacts claim={claim} />)}
    </RecordPage>
  );
}

/** Credit has no list to compare row by row: the rules of credit say what it is. */
const is_of_credit = (claim: ClaimRow) => claim.metric === "revenue_credited";

/** The file that a number was taken from, and the import that brought it, for those who see imports. */
function SourceFile({ name, import_of }: { name: string; import_of: number | null }) {
  const may = useMay();
  if (!name) return <>{not_known}</>;
  return import_of && may("import_data") ? <Link href={`/imports/${import_of}`}>{name}</Link> : <>{name}</>;
}

const Acts = ({ claim }: { claim: ClaimRow }) => (
  <>
    {!is_of_credit(claim) && <GiveList claim={claim.id} />}
    <Withdraw claim={claim} />
  </>
);

function Withdraw({ claim }: { claim: ClaimRow }) {
  const withdraw = useAct(() => post("/claims/{id}/withdrawal", undefined, { params: { id: claim.id } }));
  return (
    <Button variant="default" onClick={() => withdraw.mutate()} loading={withdraw.isPending}>
      Take it back
    </Button>
  );
}

/** A claim beside what the facts hold of the same thing: marketing's leads beside those that were worked. */
function ToTheFacts({ claim }: { claim: ClaimRow }) {
  const other = claim.metric === "leads_passed_on" ? "leads_worked" : claim.metric;
  const query = useAddress<Bridge>(url_of("/bridge", {}, { first: String(claim.id), second: other }));
  if (query.error instanceof Problem && query.error.status === 403) return <p className="quiet">{query.error.message}</p>;
  return <Loaded query={query}>{(bridge) => <BridgePanel bridge={bridge} />}</Loaded>;
}

/** A bridge by itself: between two claims, a claim and the facts, or the newest there is. */
export function BridgePage(_: PageProps) {
  const asked = Object.fromEntries(new URLSearchParams(useSearch()));
  const bridge = useData("/bridge", { query: asked });
  return (
    <Loaded query={bridge}>
      {(view) => (
        <Page title={view.title} lead={as_sentence(view.sentence)} actions={<BackToClaims />}>
          {is_nothing(view) ? (
            <NothingToCompare />
          ) : (
            <>
              <BridgePanel bridge={view} is_on_page />
              <Definitions bridge={view} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

/** Nobody has stated a number, and the facts hold nothing of these days. */
const is_nothing = ({ first, second }: Bridge) =>
  [first, second].every(({ teller, number }) => teller === "facts" && !number.number && !number.money?.minor);

function NothingToCompare() {
  const may = useMay();
  return (
    <Empty title="There are no two numbers to compare yet." action={may("state_claims") && <StateClaim />}>
      <Link href="/imports">Import</Link> your leads and opportunities, then let each side state its number of a period under{" "}
      <Link href="/claims">Claims</Link>: from one to the other the bridge tells every lead by which they differ, and why.
    </Empty>
  );
}

const BackToClaims = () => (
  <Button component={Link} href="/claims" variant="default">
    All claims
  </Button>
);

function Definitions({ bridge }: { bridge: Bridge }) {
  const reader = useReader();
  return (
    <section className="panel" aria-label="What is counted">
      <h2>What is counted</h2>
      {[bridge.first, bridge.second].map((end, at) => (
        <p key={at}>
          <strong>{end.teller === "facts" ? "The facts" : end.teller === "sales" ? "Sales" : "Marketing"}:</strong> {as_sentence(end.definition)}{" "}
          <span className="quiet">
            {end.is_list_of_facts && !is_not_split(bridge)
              ? "No list was given with the number, so what the facts hold of it stands in."
              : end.claim > 0 && (end.listed === 0 || end.is_list_of_facts)
                ? "No list was given with the number."
              : `${count_of(end.listed, "row is", "rows are", reader)} behind it.`}
          </span>
        </p>
      ))}
      <p className="quiet">
        Both count {format_number(bridge.in_both, reader)}. By the facts up to the end of {format_day(bridge.as_of, reader, "long")}.
      </p>
    </section>
  );
}

/** What an address says of a bridge; what stands besides asks for some of its rows. */
const names_of_bridge = ["first", "second", "from", "until", "as_of"];

const only = (asked: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])));

const useAsked = () => Object.fromEntries(new URLSearchParams(useSearch())) as Record<string, string>;

const value: Column<BridgeRow> = { field: "value", under: under_value };

/** In the company's currency, and under it as it was told in another; what nobody can convert as it was told. */
const amount: Column<BridgeRow> = { field: "amount", show: (row) => <Amount worth={row.amount} told={row.told} /> };
const other_amount: Column<BridgeRow> = { field: "other_amount", show: (row) => <Amount worth={row.other_amount} told={row.other_told} /> };

function Amount({ worth, told }: { worth: Money | null; told: Money | null }) {
  const { locale } = useReader();
  if (!worth && !told) return not_known;
  if (!told) return <>{format_money(worth!, { locale })}</>;
  return (
    <>
      {worth ? format_money(worth, { locale }) : <Worth of={in_own({ value: told, worth })!} />}
      <span className="quiet"> {format_money(told, { locale })}</span>
    </>
  );
}

/** What the rows are, and which columns they have. */
function rows_asked(asked: Record<string, string>, has_money: boolean) {
  if (asked.end === "first" || asked.end === "second") {
    return {
      title: asked.end === "first" ? "Behind the first number" : "Behind the second number",
      lead: "Every row that is counted, before anything is compared.",
      columns: has_money ? [amount] : [],
    };
  }
  const cause = (asked.cause ?? "").replaceAll("_", " ");
  return {
    title: cause ? `${cause[0]!.toUpperCase()}${cause.slice(1)}` : "Rows",
    lead: "The rows that this is the first reason for. Each is counted in one step only.",
    columns: [
      ...(has_money ? [amount] : []),
      ...(asked.cause === "other_amount" || asked.cause === "without_rate" ? [other_amount] : []),
      ...(asked.cause === "never_contacted" ? [value, { field: "stake", label: "At stake" }] : []),
    ],
  };
}

/** The rows behind one step, or behind one of the numbers. */
export function BridgeRowsPage(_: PageProps) {
  const asked = useAsked();
  const ends = only(asked, names_of_bridge);
  const bridge = useData("/bridge", { query: ends });
  const is_listed = [bridge.data?.first, bridge.data?.second].some((end) => end && end.claim > 0 && end.listed > 0 && !end.is_list_of_facts);
  const { title, lead, columns } = rows_asked(asked, Boolean(bridge.data?.first.number.money));
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        <Button component={Link} href={url_of("/bridge", {}, ends)} variant="default">
          The bridge
        </Button>
      }
    >
      <List<BridgeRow>
        path="/bridge/rows"
        record="bridge_row"
        held={only(asked, [...names_of_bridge, "cause", "end"])}
        words={["row", "rows"]}
        columns={["label", ...(is_listed ? [{ field: "key", label: "ID in the list" } as const] : []), "on_day", "territory_name", ...columns]}
        filters={["territory_name", "on_day"]}
        link={(row) => (row.opportunity ? `/opportunities/${row.opportunity}` : null)}
        empty={<Empty title="No rows stand behind it.">It is a number alone.</Empty>}
      />
    </Page>
  );
}

/** Leads that were passed on and wait for a first contact longer than both sides agreed. */
export function WaitingLeadsPage(_: PageProps) {
  const held = only(useAsked(), ["about", "as_of"]);
  const reader = useReader();
  const day = held.as_of ? `, at the end of ${format_day(held.as_of, reader, "long")}` : "";
  return (
    <Page
      title={held.about ? `Leads not contacted in ${held.about}` : "Leads not contacted"}
      lead={`Passed on to sales, open, and without a first contact within the agreed time${day}.`}
    >
      <List<WaitingLead>
        path="/leads-not-contacted"
        record="waiting_lead"
        held={held}
        order="-waited_hours"
        words={["lead", "leads"]}
        columns={["name", "account_name", "owner_name", "territory_name", { field: "stage", show: (row) => <Term name={row.stage} /> }, "passed_on", "waited_hours", { field: "value", under: under_value }, { field: "stake", label: "At stake" }]}
        filters={["territory_name", "passed_on", "value"]}
        link={(row) => `/opportunities/${row.id}`}
        empty={<Empty title="No lead waits longer than agreed." />}
      />
    </Page>
  );
}
