// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { OrderRow } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { format_known, not_known } from "../ui/format";
import { List } from "../ui/list";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useReader } from "../ui/session";

const name_of = (row: OrderRow) => row.number || row.opportunity_name || row.key || "Order";

/** What customers ordered, line by line. */
export function OrdersPage(_: PageProps) {
  const reader = useReader();
  return (
    <Page
      title="Orders"
      lead="What was booked and what was invoiced, line by line. Where no order has come in, every won opportunity is one."
    >
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
