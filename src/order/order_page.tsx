// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "wouter";
import { get, type Query } from "../ui/api";
import type { OrderRow } from "../ui/api.gen";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { count_of, format_known, not_known } from "../ui/format";
import { List } from "../ui/list";
import { asked_of_server, read_list_query } from "../ui/list_query";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { ProblemNote } from "../ui/problem";
import { RecordPage } from "../ui/record";
import { useReader } from "../ui/session";
import { Total, Totals, TotalUnder } from "../ui/totals";

const name_of = (row: OrderRow) => row.number || row.opportunity_name || row.key || "Order";

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
          "revenue",
          { field: "gross_margin", can_sort: false, show: (row) => <Margin row={row} /> },
        ]}
        filters={["kind", "account", "product", "person", "territory", "at", "revenue"]}
        empty={
          <Empty title="No orders yet.">
            <Link href="/imports">Import</Link> the orders of your books. Until then, opportunities that were won are the orders.
          </Empty>
        }
      />
    </Page>
  );
}

/** What the lines of the list come to; what was booked and what was invoiced are never added. */
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
  const has_currencies = new Set(totals.map(({ currency }) => currency)).size > 1;
  return (
    <Totals is_busy={!query.data}>
      {totals.map(({ kind, currency, revenue, lines }) => (
        <Total key={kind + currency} label={has_currencies ? `${words_of(kind)} in ${currency}` : words_of(kind)}>
          <Figure figure={revenue} />
          <TotalUnder>{count_of(lines, "line", "lines", reader)}</TotalUnder>
        </Total>
      ))}
    </Totals>
  );
}

/** Without the cost of goods the margin is not known, and is not the revenue. */
function Margin({ row }: { row: OrderRow }) {
  const reader = useReader();
  if (!row.gross_margin) return <span title="The cost of goods is not known.">{not_known}</span>;
  return format_money(row.gross_margin, { locale: reader.locale });
}

/** One line of an order. */
export function OrderPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<OrderRow>
      path={`/orders/${params.id}`}
      record="order_row"
      title={name_of}
      lead={(row) => row.revenue && `${row.account_name ? `${row.account_name}: ` : ""}${format_money(row.revenue, { locale: reader.locale })}.`}
      skip={["number", "key", "precision"]}
      show={{ at: (_: never, row: OrderRow) => format_known(row.at, row.precision, reader) }}
      has_history={false}
    />
  );
}
