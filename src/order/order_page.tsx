// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link, useSearch } from "wouter";
import type { OrderRow } from "../ui/api.gen";
import { get, url_of, type Query } from "../ui/api";
import { AllInOne, AtRate, conversion, Worth } from "../ui/converted";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { count_of, format_known, format_percent, not_known, type Reader } from "../ui/format";
import { List } from "../ui/list";
import { asked_of_server, read_list_query } from "../ui/list_query";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { ProblemNote } from "../ui/problem";
import { RecordPage } from "../ui/record";
import { useReader } from "../ui/session";
import { Total, Totals, TotalUnder } from "../ui/totals";

const name_of = (row: OrderRow) => row.number || row.opportunity_name || row.key || "Order";

/** The discount as a part of the list price: "28% of list"; nothing where there is none. */
function part_of_list({ list_price, discount }: OrderRow, reader: Reader): string | null {
  if (!list_price || !discount || list_price.minor <= 0 || discount.minor === 0) return null;
  return `${format_percent((100 * discount.minor) / list_price.minor, reader)} of list`;
}

/** What customers ordered, line by line. */
export function OrdersPage(_: PageProps) {
  const reader = useReader();
  const asked = asked_of_server({ ...read_list_query(useSearch(), ""), order: "" });
  return (
    <Page
      title="Orders"
      lead="What was booked and what was invoiced, line by line. Where no order has come in, every won opportunity is one."
    >
      <OrderTotals asked={asked} />
      <List<OrderRow>
        path="/orders"
        record="order_row"
        order="-at"
        words={["line", "lines"]}
        columns={[
          { field: "at", label: "When", show: (row) => format_known(row.at, row.precision, reader) },
          { field: "number", label: "Order", show: name_of, under: (row) => row.kind === "invoiced" && "invoiced" },
          { field: "account_name", label: "Account", under: (row) => row.product_name },
          { field: "person_name", label: "Salesperson", under: (row) => row.territory_name },
          { field: "revenue", under: (row) => <Worth of={row} /> },
          { field: "discount", under: (row) => part_of_list(row, reader) },
          { field: "gross_margin", can_sort: false, show: (row, with_cents) => <Margin row={row} with_cents={with_cents} /> },
        ]}
        filters={["kind", "account", "product", "person", "territory", "at", "revenue", "discount", "currency"]}
        empty={
          <Empty title="No orders yet.">
            <Link href="/imports">Import</Link> the orders of your books. Until then, opportunities that were won are the orders.
          </Empty>
        }
      />
    </Page>
  );
}

/** What the list comes to: booked and invoiced apart, one sum for each currency, and all of them in the company's. */
function OrderTotals({ asked }: { asked: Query }) {
  const reader = useReader();
  const query = useQuery({
    queryKey: ["/orders/totals", asked],
    queryFn: ({ signal }) => get("/orders/totals", { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  const totals = query.data?.items ?? [];
  if (query.data && totals.length === 0) return null;
  const kinds = (["booked", "invoiced"] as const).map((kind) => ({ kind, sums: totals.filter((one) => one.kind === kind) }));
  return (
    <Totals is_busy={!query.data}>
      {kinds.map(({ kind, sums }) => (
        <Fragment key={kind}>
          {sums.map(({ currency, revenue, lines }) => (
            <Total key={currency} label={sums.length > 1 ? `${words_of(kind)} in ${currency}` : words_of(kind)}>
              <Figure figure={revenue} is_rounded />
              <TotalUnder>{count_of(lines, "line", "lines", reader)}</TotalUnder>
            </Total>
          ))}
          <AllInOne sums={sums} words={["line", "lines"]} label={`All ${kind}`} />
        </Fragment>
      ))}
    </Totals>
  );
}

/** Without the cost of goods the margin is not known, and is not the revenue. */
function Margin({ row, with_cents }: { row: OrderRow; with_cents: boolean }) {
  const reader = useReader();
  if (!row.gross_margin) return <span title="The cost of goods is not known.">{not_known}</span>;
  return format_money(row.gross_margin, { locale: reader.locale, with_cents });
}

/** Everything that was booked, or invoiced, under its number. */
const lines_of = ({ kind, number, account }: OrderRow) => url_of("/orders", {}, { kind, number, account: account === null ? "" : String(account) });

/** Odd numbers are won opportunities, which have a history of their own. */
const is_line = (id: string | undefined) => Number(id) % 2 === 0;

/** One line of an order. */
export function OrderPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<OrderRow>
      path={`/orders/${params.id}`}
      record="order_row"
      title={name_of}
      lead={(row) => (
        <>
          {!row.stands && <strong>It stands no more, and counts nowhere. </strong>}
          {row.account_name && `${row.account_name}: `}
          {format_money(row.revenue, { locale: reader.locale })}
          {part_of_list(row, reader) && `, at a discount of ${part_of_list(row, reader)}`}.
          <AtRate of={row} />
          {row.number && (
            <>
              {" "}
              <Link href={lines_of(row)}>All lines of {row.kind === "invoiced" ? "the invoice" : "the order"}</Link>, refunds among them.
            </>
          )}
        </>
      )}
      skip={["number", "key", "precision", "stands", ...conversion]}
      show={{ at: (_: never, row: OrderRow) => format_known(row.at, row.precision, reader) }}
      has_history={is_line(params.id)}
      tells_acts
    />
  );
}
