// SPDX-License-Identifier: Apache-2.0
import { Button, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { post, Problem, url_of } from "../ui/api";
import type { AgreementBinding, AgreementFindings, AgreementKind, AgreementView, OpportunityTotals } from "../ui/api.gen";
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
import { place_name, territories_of, title_of } from "./agreement_words";

type BodyValue = Record<string, unknown>;

/** What a proposal starts from: an address of a version, or a template's name; neither is an empty page. */
interface Origin {
  version: string | null;
  template: string | null;
}

/** `?from=2` is a version of this agreement, `?like=funnel/versions/1` of any, `?template=…` a template. */
function origin_in(slug: string, search: string): Origin {
  const asked = new URLSearchParams(search);
  const from = asked.get("from");
  const like = asked.get("like");
  const version = from ? `/agreements/${slug}/versions/${from}` : like ? `/agreements/${like}` : null;
  return { version, template: version ? null : asked.get("template") };
}

/** Writes the next version: from another one, from a template, or from nothing. */
export function ProposePage({ params }: PageProps) {
  const slug = params.agreement ?? "";
  const origin = origin_in(slug, useSearch());
  const kinds = useData("/agreement-kinds");
  const bindings = useData("/agreement-bindings");
  const earlier = useAddress<AgreementView>(origin.version);
  return (
    <Loaded query={kinds}>
      {({ items }) => {
        const kind = items.find((one) => one.name === kind_of(slug));
        if (!kind) throw new Problem(404, { title: "There is no agreement of this kind.", remedy: "Choose one under Agreements." });
        const editor = (body: unknown) => (
          <Loaded query={bindings}>
            {(all) => (
              <Editor
                key={origin.version ?? origin.template ?? ""}
                kind={kind}
                slug={slug}
                body={body}
                origin={origin}
                places={all.items.filter((place) => place.kind === kind.name)}
              />
            )}
          </Loaded>
        );
        if (origin.version) return <Loaded query={earlier}>{(view) => editor(view.body)}</Loaded>;
        return editor(kind.templates.find((one) => one.name === origin.template)?.body ?? {});
      }}
    </Loaded>
  );
}

interface EditorProps {
  kind: AgreementKind;
  /** The agreement that the address names; another can be chosen. */
  slug: string;
  body: unknown;
  origin: Origin;
  /** What can be bound, the company first. */
  places: readonly AgreementBinding[];
}

/** Without a date to sign by, nothing would say that a proposal is forgotten. */
const days_to_sign = 14;
const terms = ["note", "due_on", "in_force_from", "trial_until", "trial_measure"];

function Editor({ kind, slug: first, body, origin, places }: EditorProps) {
  const [, go] = useLocation();
  const { company, today } = useSession();
  const [slug, set_slug] = useState(first);
  const [edited, set_edited] = useState(body as BodyValue);
  const [is_touched, set_touched] = useState(false);
  const place = places.find((one) => one.slug === slug);
  const territory = place?.territory ?? null;
  const trial = useTrial(kind, edited, territory);
  const form = useForm<Typed>({ initialValues: typed_of("agreement_proposal", { due_on: day_after(today, days_to_sign) }, terms) });
  const totals = useAddress<OpportunityTotals>(
    kind.name === "funnel" ? url_of("/opportunities/totals", {}, { territory: territories_of(places, territory) }) : null,
  );
  const names = useMemo(() => stages_in_data(totals.data), [totals.data]);
  const sources = {
    crm_stages: { values: names.map(({ name }) => ({ value: name, label: name })) },
    // Leads go to sales, to those who are still here.
    people: { path: "/people", label: "name", query: { side: "sales", left_on: "" } },
  };
  const send = (whole: BodyValue) =>
    post("/agreements/{agreement}/versions", { ...body_of("agreement_proposal", form.values, company.currency), body: whole }, { params: { agreement: slug } });
  return (
    <Page title={`Propose: ${title_of({ title: kind.title, territory_name: place?.territory_name ?? "" })}`} lead="Nothing is stored before you propose it.">
      <div className="agreement propose" data-kind={kind.name}>
        <div>
        <Beginning kind={kind} places={places} slug={slug} on_place={set_slug} origin={origin} is_open={!is_touched} />
        <Form
          record={kind.body_record}
          value={body as object}
          sources={sources}
          send={send}
          button="Propose"
          on_change={(now) => {
            set_edited(now);
            set_touched(true);
          }}
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
        </div>
        <aside className="agreement-side propose-side" aria-label="What it would have found">
          <Preview trial={trial} />
          <Unmapped body={edited} names={names} />
        </aside>
      </div>
    </Page>
  );
}

const described_term = (name: string) => record_named("agreement_proposal").fields.find((field) => field.name === name)!;

interface BeginningProps {
  kind: AgreementKind;
  places: readonly AgreementBinding[];
  slug: string;
  on_place: (slug: string) => void;
  origin: Origin;
  /** Whether another beginning can be chosen still: it would replace what was written. */
  is_open: boolean;
}

/** Whom it is to bind, and what it starts from. */
function Beginning({ kind, places, slug, on_place, origin, is_open }: BeginningProps) {
  const [, go] = useLocation();
  const here = places.find((place) => place.slug === slug);
  const offered = places.filter((place) => place.can_propose || place.slug === slug);
  const start = origin.version ?? origin.template ?? "";
  const begin = (value: string) => {
    const query = value.startsWith("/") ? { like: value.replace("/agreements/", "") } : { template: value || null };
    go(url_of("/agreements/{slug}/edit", { slug }, query), { replace: true });
  };
  return (
    <div className="propose-begin">
      {offered.length === 1 && places.length > 1 && (
        <div>
          <span className="propose-for">For {here?.territory_name || "the whole company"}</span>
          <p className="quiet">{today_there(here)}</p>
        </div>
      )}
      {offered.length > 1 && (
        <Select
          label="For"
          description={today_there(here)}
          allowDeselect={false}
          data={offered.map((place) => ({ value: place.slug, label: place_name(place) }))}
          renderOption={({ option }) => <span style={{ paddingLeft: 14 * (offered.find((place) => place.slug === option.value)?.depth ?? 0) }}>{option.label}</span>}
          value={slug}
          onChange={(value) => value && on_place(value)}
        />
      )}
      <Select
        label="Starting from"
        description={is_open ? "A template, what binds somewhere already, or nothing." : "What you have written stays as it is."}
        allowDeselect={false}
        disabled={!is_open}
        data={beginnings(kind, places, origin)}
        value={start}
        onChange={(value) => value !== null && begin(value)}
      />
    </div>
  );
}

/** What binds there now, so that nobody replaces it unawares. */
const today_there = (place: AgreementBinding | undefined) =>
  place?.agreement ? `Today ${place.agreement} binds there, ${place.sentence}.` : "Nothing binds there today.";

function beginnings(kind: AgreementKind, places: readonly AgreementBinding[], origin: Origin) {
  const binding = new Map(places.filter((place) => place.link).map((place) => [place.link, place.agreement]));
  const version = /^\/agreements\/(.+)\/versions\/(\d+)$/.exec(origin.version ?? "");
  if (origin.version && version && !binding.has(origin.version)) {
    const named = places.find((place) => place.slug === version[1]);
    binding.set(origin.version, `${title_of({ title: kind.title, territory_name: named?.territory_name ?? "" })}, version ${version[2]}`);
  }
  return [
    ...[...binding].map(([value, label]) => ({ value, label })),
    ...kind.templates.map((one) => ({ value: one.name, label: `The template “${one.title}”` })),
    { value: "", label: "Nothing: a body of one’s own" },
  ];
}

interface Trial {
  findings: AgreementFindings | undefined;
  /** What the draft lacks; while it lacks something, it is not asked what it would have found. */
  lacks: string[];
}

/** What the body as it stands would have found, worked out again as it is edited. */
function useTrial(kind: AgreementKind, body: BodyValue, territory: number | null): Trial {
  const [text] = useDebouncedValue(JSON.stringify(body), 500);
  const settled = useMemo(() => JSON.parse(text) as BodyValue, [text]);
  const missing = Object.entries(missing_in(kind.body_record, typed_of(kind.body_record, settled)));
  const trial = useQuery({
    queryKey: ["trial", kind.name, text, territory],
    queryFn: () => post("/agreement-kinds/{kind}/findings", { body: settled, territory }, { params: { kind: kind.name } }),
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
