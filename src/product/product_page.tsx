// SPDX-License-Identifier: Apache-2.0
import { useLocation } from "wouter";
import type { OpportunityRow, Product } from "../ui/api.gen";
import { post, put } from "../ui/api";
import { under_value } from "../ui/converted";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay } from "../ui/session";

/** What the firm sells. */
export function ProductsPage(_: PageProps) {
  const may = useMay();
  return (
    <Page
      title="Products"
      lead="What the firm sells. An open opportunity without a value takes its product's list price."
      actions={may("edit_products") && <AddProduct />}
    >
      <List<Product>
        path="/products"
        record="product"
        order="name"
        words={["product", "products"]}
        columns={["name", "line", "list_price", "unit_cost", "system"]}
        filters={["list_price", "unit_cost"]}
        empty={<Empty title="No products yet.">They come with the export of your CRM, or are added here.</Empty>}
      />
    </Page>
  );
}

function AddProduct() {
  const [, go] = useLocation();
  return (
    <Dialog button="Add a product" letter="n">
      {(close) => (
        <Form
          record="product_draft"
          button="Add it"
          send={(body) => post("/products", body)}
          then={({ id }) => go(`/products/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One product, and who may buy it. */
export function ProductPage({ params }: PageProps) {
  const may = useMay();
  const path = `/products/${params.id}`;
  return (
    <RecordPage<Product>
      path={path}
      record="product"
      title={(product) => product.name}
      skip={["key", "name"]}
      actions={(product) =>
        !product.system &&
        may("edit_products") && (
          <Dialog button="Change">
            {(close) => (
              <Form
                record="product_draft"
                value={product}
                send={(body) => put("/products/{id}", body, { params: { id: product.id } })}
                then={close}
                on_cancel={close}
              />
            )}
          </Dialog>
        )
      }
    >
      {(product) => (
        <>
          <h2>Opportunities</h2>
          <List<OpportunityRow>
            path="/opportunities"
            record="opportunity_row"
            fixed={{ product: product.id }}
            is_in_url={false}
            words={["opportunity", "opportunities"]}
            columns={[
              { field: "name", show: (row) => row.name || row.key },
              "account_name",
              "stage",
              { field: "value", under: under_value },
              "close_on",
            ]}
            filters={["outcome", "value", "close_on"]}
            empty={<Empty title="No opportunities for it." />}
          />
        </>
      )}
    </RecordPage>
  );
}
