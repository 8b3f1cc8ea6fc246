// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { FindingLine } from "../agreement/agreement_findings";
import { SignButton } from "../agreement/agreement_acts";
import { Templates } from "../agreement/agreement_templates";
import { title_of } from "../agreement/agreement_words";
import type { AgreementFindings, AgreementLine, AgreementView, ReviewView } from "../ui/api.gen";
import { useAddress, useData } from "../ui/data";
import { as_sentence, format_day } from "../ui/format";
import { useMay, useReader } from "../ui/session";
import { HandoffBridge, HandoffSentence } from "../funnel/handoff_bridge";
import { steps_done, waiting_for_signature } from "./review_steps";

/** Until both sides have signed something, the review begins with what to do first; then where leads die. */
export function FirstSteps({ view }: { view: ReviewView }) {
  const agreements = useData("/agreements");
  if (!agreements.data) return null;
  const waiting = waiting_for_signature(agreements.data.items);
  const done = steps_done(view, agreements.data.items);
  return (
    <>
      {!(done.has_data && done.has_proposed) && <Steps done={done} />}
      {view.bridge ? <BesideBridge waiting={waiting} /> : <Opening as_of={view.as_of} waiting={waiting} />}
    </>
  );
}

function Steps({ done }: { done: ReturnType<typeof steps_done> }) {
  const may = useMay();
  return (
    <section className="panel steps" aria-label="First steps">
      <h2>From your CRM export to the first review</h2>
      <ol>
        <Step
          is_done={done.has_data}
          title="Import your CRM export"
          {...(may("import_data") && { link: "/imports", button: "Import files" })}
          is_next={!done.has_data}
        >
          Leads, opportunities, accounts and products, from the files as they are.
        </Step>
        <Step
          is_done={done.has_signed}
          title="Sign a funnel"
          {...(!done.has_data && { link: "/agreements", button: may("propose_agreements") ? "See the templates" : "See the agreements" })}
          is_next={done.has_data}
        >
          What each stage means, which side’s move it is there, and how long it may take. Sales and marketing both sign.
        </Step>
        {done.has_data && !done.has_proposed && <FunnelTemplates />}
        <Step is_done={false} title="See the gaps" is_next={false}>
          Where the facts leave what you agreed, what that costs, and whose move it is. They stand here, by money at stake.
        </Step>
      </ol>
    </section>
  );
}

/** Before anybody proposes: what each template would have found in the data that is there already. */
function FunnelTemplates() {
  const kinds = useData("/agreement-kinds");
  const funnel = kinds.data?.items.find((kind) => kind.name === "funnel");
  return funnel ? (
    <li className="steps-templates">
      <Templates kind={funnel} />
    </li>
  ) : null;
}

interface StepProps {
  title: string;
  is_done: boolean;
  is_next: boolean;
  link?: string;
  button?: string;
  children: string;
}

function Step({ title, is_done, is_next, link, button, children }: StepProps) {
  return (
    <li data-done={is_done}>
      <div>
        <strong>{title}</strong> {is_done && <span className="quiet">done</span>}
        <p>{children}</p>
      </div>
      {link && !is_done && (
        <Button component={Link} href={link} variant={is_next ? "filled" : "default"}>
          {button}
        </Button>
      )}
    </li>
  );
}

/** Where leads die between the sides, and beside it what there is to settle now. */
function Opening({ as_of, waiting }: { as_of: string; waiting: AgreementLine | null }) {
  const handoff = useData("/handoff", { query: { as_of } });
  if (handoff.isPending) return null;
  const has_handoff = handoff.data && handoff.data.why === "" && (handoff.data.items[0]?.count.number ?? 0) > 0;
  if (!has_handoff) return waiting && <ToSettle line={waiting} className="panel settle" />;
  return (
    <div className="panel opening">
      <HandoffBridge handoff={handoff.data} />
      <div>
        <p className="opening-sentence">
          <HandoffSentence handoff={handoff.data} />
        </p>
        {waiting && <ToSettle line={waiting} className="panel" shown_max={2} />}
      </div>
    </div>
  );
}

/** The bridge between the sides' numbers ends in its own clause; another agreement that waits stands below it. */
function BesideBridge({ waiting }: { waiting: AgreementLine | null }) {
  return waiting && waiting.kind !== "counting" && <ToSettle line={waiting} className="panel settle" />;
}

interface SettleProps {
  line: AgreementLine;
  className: string;
  shown_max?: number;
}

/** One agreement that lacks a signature, with what it would have found: what there is to settle now. */
function ToSettle({ line, className, shown_max = 3 }: SettleProps) {
  const version = useAddress<AgreementView>(line.link);
  const findings = useAddress<AgreementFindings>(`${line.link}/versions/${line.number}/findings`);
  return (
    <section className={className} aria-label="To settle now">
      <div>
        <p className="quiet">To settle now</p>
        <h2>
          {title_of(line)}, version {line.number}
        </h2>
        <p>{as_sentence(line.sentence)}</p>
        <div className="settle-buttons">
          {version.data && <SignButton view={version.data} />}
          <Button component={Link} href={line.link} variant="default">
            Read it
          </Button>
        </div>
      </div>
      {findings.data && <Worth findings={findings.data} shown_max={shown_max} />}
    </section>
  );
}

function Worth({ findings, shown_max }: { findings: AgreementFindings; shown_max: number }) {
  const reader = useReader();
  const shown = findings.items.filter((one) => one.count > 0).slice(0, shown_max);
  if (shown.length === 0) return null;
  return (
    <div>
      <p className="quiet">
        In force from {format_day(findings.from_day, reader)} to {format_day(findings.to_day, reader)}, it would have found
      </p>
      <ul className="findings">
        {shown.map((finding) => (
          <li key={finding.clause}>
            <FindingLine finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}
