// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "react";
import { Link, useSearch } from "wouter";
import { Problem, url_of } from "../ui/api";
import type { AgreementFindings, AgreementVersionLine, AgreementView } from "../ui/api.gen";
import { useAddress, useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { as_sentence, format_day, format_instant, list_in_words } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import "./agreement.css";
import { VersionActs } from "./agreement_acts";
import { Body } from "./agreement_body";
import { is_within, kind_of } from "./agreement_clauses";
import { Course, Discussion } from "./agreement_discussion";
import { Exceptions } from "./agreement_exceptions";
import { FindingLine, period_in_words } from "./agreement_findings";
import { Signatures } from "./agreement_signatures";
import { title_of } from "./agreement_words";

/** One version of an agreement, the newest where the address names none; `?clause=` points at a clause. */
export function AgreementPage({ params }: PageProps) {
  const slug = params.agreement ?? "";
  const query = useAddress<AgreementView>(params.number ? `/agreements/${slug}/versions/${params.number}` : `/agreements/${slug}`);
  if (query.error instanceof Problem && query.error.status === 404) return <NotProposed slug={slug} />;
  return <Loaded query={query}>{(view) => <Version view={view} />}</Loaded>;
}

/** By the title of its kind; an address that names none is not one that somebody may yet propose. */
function NotProposed({ slug }: { slug: string }) {
  const kinds = useData("/agreement-kinds");
  const kind = kinds.data?.items.find((one) => one.name === kind_of(slug));
  if (kinds.data && !kind)
    return (
      <Page title="No such agreement">
        <Empty title="There is no agreement of this kind." action={<Link href="/agreements">See those that there are</Link>} />
      </Page>
    );
  return (
    <Page title={kind ? `${kind.title}: not proposed yet` : "Not proposed yet"}>
      {kind && (
        <Empty title={`Nobody has proposed “${kind.title}” yet.`} action={<Link href="/agreements">Start from a template</Link>}>
          A proposal already shows what each clause would have found last quarter, before anybody signs.
        </Empty>
      )}
    </Page>
  );
}

const unsigned = ["draft", "half_signed", "declined"];

function Version({ view }: { view: AgreementView }) {
  const marked = new URLSearchParams(useSearch()).get("clause") ?? "";
  const findings = useAddress<AgreementFindings>(`/agreements/${view.slug}/versions/${view.number}/findings`);
  useMarked(marked);
  return (
    <Page title={`${title_of(view)}, version ${view.number}`} lead={as_sentence(view.sentence)} actions={<VersionActs view={view} />}>
      <div className="agreement">
        <div>
          <About view={view} findings={findings.data} />
          <Body
            kind={view.kind}
            record={view.body_record}
            body={view.body}
            marked={marked}
            found={(clause) => <Found findings={findings.data} clause={clause} />}
            notes={(clause) => <Discussion view={view} clause={clause} />}
          />
          <section aria-label="The whole">
            <h2>The whole</h2>
            <Discussion view={view} clause="" />
          </section>
        </div>
        <aside className="agreement-side" aria-label="Signatures and versions">
          <Signatures view={view} />
          <Exceptions view={view} />
          <Versions view={view} />
        </aside>
      </div>
    </Page>
  );
}

/** Brings the clause that the address points at into sight. */
function useMarked(clause: string) {
  useEffect(() => {
    if (!clause) return;
    const timer = setTimeout(() => document.querySelector("[data-marked=true]")?.scrollIntoView({ block: "center" }), 200);
    return () => clearTimeout(timer);
  }, [clause]);
}

/** Who proposed it and why, its trial, and over which days its clauses were tried. */
function About({ view, findings }: { view: AgreementView; findings: AgreementFindings | undefined }) {
  const reader = useReader();
  return (
    <div className="about">
      {view.reach && <p>{view.reach}</p>}
      <p>
        Proposed by {view.proposed_by}
        {view.side !== "none" && ` for ${view.side}`} on {format_day(view.proposed_at, reader, "long")}
        {view.note ? `: “${view.note}”` : "."}
      </p>
      {view.trial_until && (
        <p>
          A trial until {format_day(view.trial_until, reader, "long")}. What shows whether it worked: {as_sentence(view.trial_measure)}
        </p>
      )}
      <Reopening view={view} />
      {findings && (
        <p className="quiet">
          Beside each clause stands what it would have found from {period_in_words(findings, reader)}.
          {unsigned.includes(view.state) && " Provisional: unsigned, so nobody’s move."}
        </p>
      )}
    </div>
  );
}

/** Reopening takes both sides: who has asked, why, and whose answer it waits for. */
function Reopening({ view }: { view: AgreementView }) {
  const asked = view.remarks.filter((one) => one.what === "reopening");
  if (asked.length === 0) return null;
  const sides = asked.map((one) => one.side);
  const missing = view.needs.map((need) => need.side).filter((side) => side !== "none" && !sides.includes(side));
  return (
    <>
      {asked.map((one) => (
        <p key={one.at + one.person}>
          {one.person} asked to reopen it for {one.side}: “{one.text}”
        </p>
      ))}
      {missing.length > 0 && <p>It goes on binding until {list_in_words(missing)} asks for it too and the next version is signed.</p>}
    </>
  );
}

function Found({ findings, clause }: { findings: AgreementFindings | undefined; clause: string }) {
  const here = findings?.items.filter((one) => is_within(one.clause, clause)) ?? [];
  if (here.length === 0) return null;
  const said = here.filter((one) => one.count > 0 || !one.is_judged);
  if (said.length === 0) return <div className="quiet">Nothing found.</div>;
  return (
    <ul className="findings">
      {said.map((finding) => (
        <li key={finding.clause}>
          <FindingLine finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Versions({ view }: { view: AgreementView }) {
  return (
    <section className="panel" aria-label="Versions">
      <h2>Versions</h2>
      <ol className="versions">
        {view.versions.map((line, at) => (
          <Line key={line.number} line={line} before={view.versions[at + 1]} view={view} />
        ))}
      </ol>
      <details className="quiet">
        <summary>What was done to this one</summary>
        <Course view={view} />
        <p className="hash">Signed text, SHA-256: {view.body_hash}</p>
      </details>
    </section>
  );
}

function Line({ line, before, view }: { line: AgreementVersionLine; before: AgreementVersionLine | undefined; view: AgreementView }) {
  const reader = useReader();
  const is_here = line.number === view.number;
  const compare = before && url_of("/agreements/{agreement}/comparison", { agreement: view.slug }, { from: before.number, to: line.number });
  return (
    <li aria-current={is_here ? "true" : undefined}>
      <span className="version-head">
        {is_here ? <strong>Version {line.number}</strong> : <Link href={line.link}>Version {line.number}</Link>}
        <Side side={line.side} />
      </span>
      <span className="quiet">
        {line.proposed_by}, {format_instant(line.proposed_at, reader)}
      </span>
      {!is_here && <span>{as_sentence(line.sentence)}</span>}
      {compare && (
        <Link href={compare} className="text-button">
          Compare with {before.number}
        </Link>
      )}
    </li>
  );
}
