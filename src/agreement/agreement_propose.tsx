// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { post, Problem } from "../ui/api";
import type { AgreementFindings, AgreementKind, AgreementView, OpportunityTotals } from "../ui/api.gen";
import { useAddress, useData } from "../ui/data";
import { record_named } from "../ui/described";
import { Form } from "../ui/form";
import { Input } from "../ui/form_input";
import { body_of, missing_in, path_of, typed_of, type Typed } from "../ui/form_values";
import { as_sentence, count_of, format_day } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { day_after } from "./agreement_days";
import { useReader, useSession } from "../ui/session";
import { tell } from "../ui/undo";
import "./agreement.css";
import { kind_of, place_in_words } from "./agreement_clauses";
import { Findings } from "./agreement_findings";
import { stages_in_data, unmapped } from "./agreement_stages";

type BodyValue = Record<string, unknown>;

/** Writes the next version: from the one before (`?from=2`), from a template (`?template=…`), or from nothing. */
export function ProposePage({ params }: PageProps) {
  const slug = params.agreement ?? "";
  const asked = new URLSearchParams(useSearch());
  const from = asked.get("from");
  const template = asked.get("template");
  const kinds = useData("/agreement-kinds");
  const earlier = useAddress<AgreementView>(from ? `/agreements/${slug}/versions/${from}` : null);
  return (
    <Loaded query={kinds}>
      {({ items }) => {
        const kind = items.find((one) => one.name === kind_of(slug));
        if (!kind) throw new Problem(404, { title: `There is no agreement of the kind “${kind_of(slug)}”.`, remedy: "Choose one under Agreements." });
        if (from) return <Loaded query={earlier}>{(view) => <Editor kind={kind} slug={slug} body={view.body} origin={`Version ${from}`} />}</Loaded>;
        const chosen = kind.templates.find((one) => one.name === template);
        return <Editor kind={kind} slug={slug} body={chosen?.body ?? {}} origin={chosen ? `The template “${chosen.title}”` : ""} />;
      }}
    </Loaded>
  );
}

interface EditorProps {
  kind: AgreementKind;
  slug: string;
  body: unknown;
  /** What it starts from, for the reader. */
  origin: string;
}

/** Without a date to sign by, nothing would say that a proposal is forgotten. */
const days_to_sign = 14;
const terms = ["note", "due_on", "in_force_from", "trial_until", "trial_measure"];

function Editor({ kind, slug, body, origin }: EditorProps) {
  const [, go] = useLocation();
  const { company, today } = useSession();
  const [edited, set_edited] = useState(body as BodyValue);
  const trial = useTrial(kind, edited);
  const form = useForm<Typed>({ initialValues: typed_of("agreement_proposal", { due_on: day_after(today, days_to_sign) }, terms) });
  const totals = useAddress<OpportunityTotals>(kind.name === "funnel" ? "/opportunities/totals" : null);
  const names = useMemo(() => stages_in_data(totals.data), [totals.data]);
  const sources = { crm_stages: { values: names.map(({ name }) => ({ value: name, label: name })) } };
  const send = (whole: BodyValue) =>
    post("/agreements/{agreement}/versions", { ...body_of("agreement_proposal", form.values, company.currency), body: whole }, { params: { agreement: slug } });
  const lead = origin ? `Starting from: ${origin}. Nothing is stored before you propose it.` : "Nothing is stored before you propose it.";
  return (
    <Page title={`Propose: ${kind.title}`} lead={lead}>
      <div className="agreement propose" data-kind={kind.name}>
        <Form
          record={kind.body_record}
          value={body as object}
          sources={sources}
          send={send}
          button="Propose"
          on_change={set_edited}
          on_cancel={() => window.history.back()}
          then={(made) => {
            tell(as_sentence(made.sentence));
            go(made.link);
          }}
        >
          <fieldset className="form-group terms">
            <legend>The proposal</legend>
            {terms.map((name) => (
              <Input key={name} form={form} field={described_term(name)} path={name} sources={{}} />
            ))}
            <BindEarlier findings={trial.findings} on_choose={(day) => form.setFieldValue("in_force_from", day)} />
          </fieldset>
        </Form>
        <aside className="agreement-side propose-side" aria-label="What it would have found">
          <Preview trial={trial} />
          <Unmapped body={edited} names={names} />
        </aside>
      </div>
    </Page>
  );
}

const described_term = (name: string) => record_named("agreement_proposal").fields.find((field) => field.name === name)!;

interface Trial {
  findings: AgreementFindings | undefined;
  /** What the draft lacks; while it lacks something, it is not asked what it would have found. */
  lacks: string[];
}

/** What the body as it stands would have found, worked out again as it is edited. */
function useTrial(kind: AgreementKind, body: BodyValue): Trial {
  const [text] = useDebouncedValue(JSON.stringify(body), 500);
  const settled = useMemo(() => JSON.parse(text) as BodyValue, [text]);
  const missing = Object.entries(missing_in(kind.body_record, typed_of(kind.body_record, settled)));
  const trial = useQuery({
    queryKey: ["trial", kind.name, text],
    queryFn: () => post("/agreement-kinds/{kind}/findings", { body: settled }, { params: { kind: kind.name } }),
    placeholderData: keepPreviousData,
    enabled: missing.length === 0,
  });
  const lacks = missing.length > 0 ? missing : trial.error ? problems_of(trial.error) : [];
  return { findings: trial.data, lacks: lacks.map(([path, message]) => `${place_in_words(settled, path)}${message}`) };
}

function Preview({ trial }: { trial: Trial }) {
  return (
    <section className="panel" aria-live="polite">
      <h2>It would have found</h2>
      {trial.lacks.length > 0 && <NotYet lacks={trial.lacks} />}
      {trial.findings && trial.lacks.length === 0 && <Findings findings={trial.findings} is_provisional />}
    </section>
  );
}

const data_age_days_max = 7;

/** Old data is judged by what bound both sides in its days, so a first version may have to bind from then. */
function BindEarlier({ findings, on_choose }: { findings: AgreementFindings | undefined; on_choose: (day: string) => void }) {
  const reader = useReader();
  const { today } = useSession();
  if (!findings || day_after(findings.to_day, data_age_days_max) >= today) return null;
  return (
    <p className="bind-earlier">
      The newest fact is of {format_day(findings.to_day, reader)}. To judge those days by this version, let it bind from before them.{" "}
      <Button variant="default" size="compact-xs" onClick={() => on_choose(findings.from_day)}>
        Bind from {format_day(findings.from_day, reader)}
      </Button>
    </p>
  );
}

const problems_of = (error: Error): [string, string][] =>
  error instanceof Problem && error.errors.length > 0 ? error.errors.map((one) => [path_of(one.field), one.message]) : [["", error.message]];

/** A draft that is not whole yet finds nothing; what it lacks is said, not scolded. */
function NotYet({ lacks }: { lacks: readonly string[] }) {
  return (
    <>
      <p className="quiet">Worked out again once the draft is whole.</p>
      <ul>
        {[...new Set(lacks)].map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </>
  );
}

/** Stage names that occur in the data and that no step takes: nothing in them would be judged. */
function Unmapped({ body, names }: { body: BodyValue; names: ReturnType<typeof stages_in_data> }) {
  const reader = useReader();
  const left = unmapped(names, body);
  if (left.length === 0) return null;
  return (
    <section className="panel">
      <h2>Not mapped yet</h2>
      <p className="quiet">Stages of your CRM that no step takes: what stands there would not be judged.</p>
      <ul>
        {left.map(({ name, count }) => (
          <li key={name}>
            “{name}” <span className="quiet">{count_of(count, "opportunity", "opportunities", reader)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
