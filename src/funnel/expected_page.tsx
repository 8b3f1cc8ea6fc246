// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useSearch } from "wouter";
import { Problem } from "../ui/api";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { format_quantity, is_known, Working } from "../ui/figure";
import { format_day } from "../ui/format";
import { Term } from "../ui/glossary";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import "./funnel.css";

/** What one open opportunity is expected to bring, and how that was worked out. */
export function ExpectedPage({ params }: PageProps) {
  const reader = useReader();
  const id = params.id ?? "";
  const asked = new URLSearchParams(useSearch());
  const query = { as_of: asked.get("as_of"), of: asked.get("of") };
  const expected = useData("/opportunities/{id}/expected", { params: { id }, query });
  if (expected.error instanceof Problem && expected.error.status === 404) return <NotOpen id={id} />;
  return (
    <Loaded query={expected}>
      {(row) => (
        <Page
          title={row.name || `Opportunity ${row.id}`}
          lead={
            <>
              At the end of {format_day(row.as_of, reader, "long")} in <Term name={row.stage} />.
            </>
          }
          actions={
            <Button component={Link} href={`/opportunities/${row.id}`} variant="default">
              Its record
            </Button>
          }
        >
          <section className="panel" aria-label="At stake">
            <h2>What it is expected to bring</h2>
            <p className="judged-stake">
              {is_known(row.stake) ? format_quantity(row.stake, reader) : "Not known"}{" "}
              {is_known(row.stake) && <span className="quiet">{row.stake.name.toLowerCase()}</span>}
            </p>
            <Working figure={row.stake} is_on_page />
          </section>
        </Page>
      )}
    </Loaded>
  );
}

const NotOpen = ({ id }: { id: string }) => (
  <Page title="Nothing is expected any more">
    <Empty title="It was not open on that day." action={<Link href={`/opportunities/${id}`}>Its record</Link>}>
      What is won has brought its value, and what is lost brings nothing.
    </Empty>
  </Page>
);
