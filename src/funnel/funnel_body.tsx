// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import "./funnel_body.css";
import { words_of } from "../ui/described";
import { format_number, list_in_words } from "../ui/format";
import { Side } from "../ui/side";

interface Stage {
  name: string;
  definition: string;
  responsible: string;
  outcome: string;
  time_allowed_hours: number;
  entry_evidence: string[];
  exit_evidence: string;
  crm_stages: string[];
}

interface Funnel {
  stages: Stage[];
  lost_reasons: string[];
  untouched_after_hours: number;
  assumed_margin_percent: number | null;
}

interface Props {
  body: unknown;
  found: (clause: string) => ReactNode;
  notes: (clause: string) => ReactNode;
  marked: string;
}

/** The funnel as both sides read it: the steps with their side, their time and their evidence, then the ways to end. */
export function FunnelBody({ body, ...clause }: Props) {
  const funnel = whole(body as Partial<Funnel>);
  const on_the_way = funnel.stages.filter((stage) => stage.outcome === "open");
  const ends = funnel.stages.filter((stage) => stage.outcome !== "open");
  return (
    <>
      <table className="funnel" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Step</th>
            <th role="columnheader" scope="col">Whose move, how long</th>
            <th role="columnheader" scope="col">On record to stand here</th>
            <th role="columnheader" scope="col">It would have found</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {on_the_way.map((stage, at) => (
            <StageRow key={stage.name} stage={stage} number={at + 1} {...clause} />
          ))}
        </tbody>
      </table>
      <h2>Ways to end</h2>
      <ul className="ends">
        {ends.map((stage) => (
          <li key={stage.name}>
            <strong>{stage.name}</strong> {stage.definition} <InTheCrm stage={stage} />
          </li>
        ))}
      </ul>
      <Rules funnel={funnel} {...clause} />
    </>
  );
}

/** A signed body keeps its exact text, so what was left out is filled in here as the server does. */
const whole = (funnel: Partial<Funnel>): Funnel => ({
  lost_reasons: [],
  untouched_after_hours: 40,
  assumed_margin_percent: null,
  ...funnel,
  stages: (funnel.stages ?? []).map((stage) => ({ ...stage_defaults, ...stage })),
});

const stage_defaults = { outcome: "open", time_allowed_hours: 0, entry_evidence: [], exit_evidence: "", crm_stages: [] };

function StageRow({ stage, number, found, notes, marked }: Omit<Props, "body"> & { stage: Stage; number: number }) {
  const clause = `stages[${stage.name}]`;
  return (
    <tr role="row" data-marked={marked.startsWith(clause)} data-side={stage.responsible}>
      <td role="cell">
        <div className="step-name">
          <span className="step-number">{number}</span> {stage.name}
        </div>
        <p>{stage.definition}</p>
        {stage.exit_evidence && <p className="quiet">Moves on when: {stage.exit_evidence}</p>}
        {notes(clause)}
      </td>
      <td role="cell" data-label="Whose move, how long">
        <Side side={stage.responsible} />
        <p>{hours_in_words(stage.time_allowed_hours)}</p>
      </td>
      <td role="cell" data-label="On record to stand here">
        <p>{evidence_in_words(stage.entry_evidence)}</p>
        <InTheCrm stage={stage} />
      </td>
      <td role="cell" data-label="It would have found" className="step-found">
        {found(clause)}
      </td>
    </tr>
  );
}

function InTheCrm({ stage }: { stage: Stage }) {
  const names = stage.crm_stages.filter((name) => name !== stage.name);
  if (names.length === 0) return null;
  return <span className="quiet in-the-crm">In the CRM also: {names.join(", ")}</span>;
}

function Rules({ funnel, found, notes, marked }: Omit<Props, "body"> & { funnel: Funnel }) {
  const margin = funnel.assumed_margin_percent;
  const rules: [string, string, string][] = [
    ["untouched_after_hours", "Unworked", funnel.untouched_after_hours > 0 ? `After ${hours_in_words(funnel.untouched_after_hours)} without an activity of the responsible side, an opportunity counts as unworked.` : "An opportunity never counts as unworked."],
    ["lost_reasons", "Reasons for leaving", funnel.lost_reasons.join(" · ") || "None agreed."],
    ["assumed_margin_percent", "Assumed margin", margin === null ? "None: where a product’s cost is not known, revenue is at stake instead of margin." : `${format_number(margin)}% where a product’s cost is not known.`],
  ];
  return (
    <dl className="clauses">
      {rules.map(([clause, label, words]) => (
        <div key={clause} className="clause" data-marked={marked === clause}>
          <dt>{label}</dt>
          <dd>
            {words}
            {found(clause)}
            {notes(clause)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const hours_per_day = 8;

/** Business time as people say it: "8 business hours", "5 business days (40 h)"; 0 is no limit. */
export function hours_in_words(hours: number): string {
  if (hours <= 0) return "no limit";
  const days = hours / hours_per_day;
  if (days <= 1 || !Number.isInteger(days)) return `${format_number(hours)} business ${hours === 1 ? "hour" : "hours"}`;
  return `${days} business days (${format_number(hours)} h)`;
}

export const evidence_in_words = (evidence: readonly string[]) =>
  evidence.length === 0 ? "nothing in particular" : words_of(list_in_words(evidence.map((one) => words_of(one).toLowerCase())));
