// SPDX-License-Identifier: Apache-2.0
import { Select } from "@mantine/core";
import { Fragment } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import type { AgreementComparison, AgreementDifference, AgreementView } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { record_named, type Field } from "../ui/described";
import { Empty } from "../ui/empty";
import { format_day } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Named } from "../ui/named";
import { Page, type PageProps } from "../ui/page";
import { Fields } from "../ui/record";
import { home_of } from "../ui/references";
import { useReader } from "../ui/session";
import { Value } from "../ui/value";
import "./agreement.css";
import { clause_in_words, field_at, one_sided, value_at } from "./agreement_clauses";
import { title_of } from "./agreement_words";

/** Two versions side by side, clause by clause: `?from=1&to=2`. */
export function ComparisonPage({ params }: PageProps) {
  const slug = params.agreement ?? "";
  const asked = new URLSearchParams(useSearch());
  const newest = useAddress<AgreementView>(`/agreements/${slug}`);
  return (
    <Loaded query={newest}>
      {(view) => {
        const to = asked.get("to") ?? String(view.number);
        const from = asked.get("from") ?? String(Math.max(Number(to) - 1, 1));
        return <Two slug={slug} from={from} to={to} newest={view} />;
      }}
    </Loaded>
  );
}

interface TwoProps {
  slug: string;
  from: string;
  to: string;
  newest: AgreementView;
}

function Two({ slug, from, to, newest }: TwoProps) {
  const before = useAddress<AgreementView>(`/agreements/${slug}/versions/${from}`);
  const after = useAddress<AgreementView>(`/agreements/${slug}/versions/${to}`);
  const comparison = useAddress<AgreementComparison>(url_of(`/agreements/${slug}/comparison`, {}, { from, to }));
  const title = `${title_of(newest)}: version ${from} and version ${to}`;
  return (
    <Page title={title} lead="The clauses that differ." actions={<Choose slug={slug} from={from} to={to} newest={newest} />}>
      <Loaded query={before}>
        {(earlier) => (
          <Loaded query={after}>
            {(later) => (
              <Loaded query={comparison}>{({ items }) => <Differences items={items} earlier={earlier} later={later} />}</Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Choose({ slug, from, to, newest }: TwoProps) {
  const [, go] = useLocation();
  const data = newest.versions.map((one) => ({ value: String(one.number), label: `Version ${one.number}` }));
  const open = (pair: { from: string; to: string }) => go(url_of("/agreements/{slug}/comparison", { slug }, pair), { replace: true });
  return (
    <>
      <Select aria-label="Earlier version" allowDeselect={false} data={data} value={from} onChange={(value) => value && open({ from: value, to })} />
      <Select aria-label="Later version" allowDeselect={false} data={data} value={to} onChange={(value) => value && open({ from, to: value })} />
    </>
  );
}

interface DifferencesProps {
  items: readonly AgreementDifference[];
  earlier: AgreementView;
  later: AgreementView;
}

function Differences({ items, earlier, later }: DifferencesProps) {
  if (items.length === 0) {
    return <Empty title="They say the same.">Only who proposed them, when, why and by when they were to be signed may differ.</Empty>;
  }
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">Clause</th>
          <Head view={earlier} />
          <Head view={later} />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.clause} item={item} earlier={earlier} later={later} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ view }: { view: AgreementView }) {
  const reader = useReader();
  return (
    <th scope="col">
      <Link href={view.link}>Version {view.number}</Link>{" "}
      <span className="quiet">
        {view.proposed_by}, {format_day(view.proposed_at, reader)}
      </span>
    </th>
  );
}

type RowProps = { clause: string } & Omit<DifferencesProps, "items">;

function Row({ item, earlier, later }: { item: AgreementDifference } & Omit<DifferencesProps, "items">) {
  const term = /^proposal\.(\w+)$/.exec(item.clause)?.[1];
  const [record, clause] = term ? ["agreement_proposal", term] : [later.body_record, item.clause];
  const field = field_at(record, clause);
  const is_list = field?.kind === "record" && field.is_list;
  const value = (view: AgreementView, said: string) =>
    is_list || term || !field ? <Said said={said} field={field} /> : <Signed value={value_at(view.body, clause)} field={field} />;
  return (
    <>
      <tr>
        <th scope="row">{clause_in_words(record, clause)}</th>
        <td data-label={`Version ${earlier.number}`}>{value(earlier, item.before)}</td>
        <td data-label={`Version ${later.number}`}>{value(later, item.after)}</td>
      </tr>
      {is_list &&
        one_sided(value_at(earlier.body, item.clause), value_at(later.body, item.clause)).map((name) => (
          <OneSided key={name} clause={`${item.clause}[${name}]`} earlier={earlier} later={later} />
        ))}
    </>
  );
}

/** A value as it is signed; records by their names, for a body holds their numbers. */
function Signed({ value, field }: { value: unknown; field: Field }) {
  const home = home_of(field);
  const ids = Array.isArray(value) ? value : typeof value === "number" ? [value] : [];
  if (!home || ids.length === 0) return <Value value={value} field={field} />;
  return ids.map((id, at) => (
    <Fragment key={String(id)}>
      {at > 0 && ", "}
      <Named path={home} id={String(id)} />
    </Fragment>
  ));
}

/** A way to show each field of a record that a body holds by its numbers. */
const signed_fields = (record: string) =>
  Object.fromEntries(record_named(record).fields.flatMap((field) => (home_of(field) ? [[field.name, (value: never) => <Signed value={value} field={field} />]] : [])));

/** What the server says of it: the order of a list, or what is signed besides the body. */
function Said({ said, field }: { said: string; field: Field | null }) {
  if (!said) return <span className="quiet">none</span>;
  return field?.kind === "day" ? <Value value={said} field={field} /> : <>{said}</>;
}

/** An item that only one version has, in full on its side. */
function OneSided({ clause, earlier, later }: RowProps) {
  const record = field_at(later.body_record, clause)?.record ?? "";
  const said = (view: AgreementView) => {
    const value = value_at(view.body, clause);
    if (value === undefined) return <span className="quiet">not in this version</span>;
    return <Fields record={record} value={value as Record<string, unknown>} skip={["name"]} show={signed_fields(record)} />;
  };
  return (
    <tr className="one-sided">
      <th scope="row">{clause_in_words(later.body_record, clause)}</th>
      <td data-label={`Version ${earlier.number}`}>{said(earlier)}</td>
      <td data-label={`Version ${later.number}`}>{said(later)}</td>
    </tr>
  );
}
