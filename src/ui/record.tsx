// SPDX-License-Identifier: Apache-2.0
import { Tooltip, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import "./record.css";
import { useAddress } from "./data";
import { label_of, record_named, type Field } from "./described";
import { History } from "./history";
import { Loaded } from "./loaded";
import { Page } from "./page";
import { problem_of, ProblemNote } from "./problem";
import { has_name_beside, page_of_name } from "./references";
import { Value } from "./value";

type Row = Record<string, unknown>;

/** Which system holds the master of a record; no link where it has no page for it. */
export interface KeptBy {
  name: string;
  link?: string | null | undefined;
}

interface FieldsProps {
  record: string;
  value: Row;
  /** Only these, in this order; absent: all that are described. */
  only?: readonly string[] | undefined;
  skip?: readonly string[] | undefined;
  /** Another way to show a field: a link, a `Term`. */
  show?: Record<string, (value: never, row: never) => ReactNode> | undefined;
}

/** A record's fields by their description: label, value with its unit, the sentence as a tooltip. */
export function Fields({ record, value, only, skip = [], show = {} }: FieldsProps) {
  const described = record_named(record).fields;
  const chosen = only ? only.flatMap((name) => described.find((field) => field.name === name) ?? []) : described;
  const shown = chosen.filter(
    (field) => field.name !== "id" && !skip.includes(field.name) && (only || !has_name_beside(field, described)),
  );
  return (
    <dl className="fields">
      {shown.map((field) => (
        <div key={field.name} data-wide={field.kind === "record" && field.is_list}>
          <dt>
            <Explained field={field} />
          </dt>
          <dd>
            {show[field.name]?.(value[field.name] as never, value as never) ?? (
              <Value value={value[field.name]} field={field} link={page_of_name(field, described, value)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A field's label that says what it means on hover and touch, and to those who hear it. */
function Explained({ field }: { field: Field }) {
  return (
    <Tooltip label={field.sentence}>
      <span>
        {label_of(field)}
        <VisuallyHidden>: {field.sentence}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** "Kept by Salesforce · open there": what a CRM owns is read here and changed there. */
export function KeptByLine({ kept_by }: { kept_by: KeptBy }) {
  return (
    <p className="kept-by">
      Kept by {kept_by.name}
      {kept_by.link && (
        <>
          {" · "}
          <a href={kept_by.link} target="_blank" rel="noreferrer">
            open there
          </a>
        </>
      )}
      . Read-only here.
    </p>
  );
}

/** As the records that a CRM may own are described: an empty system is Accord. */
function kept_by_fields(value: object): KeptBy | null {
  const { system, link } = value as { system?: string; link?: string };
  return system ? { name: system, link } : null;
}

interface Props<T> extends Omit<FieldsProps, "value"> {
  /** The record's address: `/opportunities/17`. Its history is beside it. */
  path: string;
  title: (value: T) => string;
  lead?: (value: T) => ReactNode;
  /** What can be done with it; what a CRM owns has none. */
  actions?: (value: T) => ReactNode;
  /** Absent: what the fields `system` and `link` say. */
  kept_by?: (value: T) => KeptBy | null;
  has_history?: boolean;
  /** Whether its history names the acts, such as the import that a change came by. */
  tells_acts?: boolean;
  /** What belongs to it, under its fields. */
  children?: (value: T) => ReactNode;
}

/** One record on one page: its fields, what belongs to it, and everything that ever happened to it. */
export function RecordPage<T extends object>({ path, title, lead, actions, children, ...props }: Props<T>) {
  const { has_history = true, kept_by = kept_by_fields, skip = [], tells_acts = false, ...fields } = props;
  const query = useAddress<T>(path);
  if (query.error && !query.data) return <NotShown error={query.error} again={() => void query.refetch()} />;
  return (
    <Loaded query={query}>
      {(value) => {
        const master = kept_by(value as Row & T);
        return (
          <Page title={title(value)} lead={lead?.(value)} actions={actions?.(value)}>
            {master && <KeptByLine kept_by={master} />}
            <div className="record">
              <div>
                <section className="panel" aria-label="Fields">
                  <Fields {...fields} skip={["system", "link", ...skip]} value={value as Row} />
                </section>
                {children?.(value)}
              </div>
              {has_history && <History path={path} record={fields.record} tells_acts={tells_acts} />}
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}

/** What cannot be shown still has a heading, and names the browser's tab. */
export function NotShown({ error, again }: { error: Error; again: () => void }) {
  return (
    <Page title={problem_of(error).title}>
      <ProblemNote error={error} again={again} />
    </Page>
  );
}
