// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { label_of, record_named } from "../ui/described";
import { Waiting } from "../ui/loaded";
import { Value } from "../ui/value";

/** What shows the body of an agreement of some kind. */
export interface BodyProps {
  body: unknown;
  /** What a clause would have found, to stand beside it. */
  found: (clause: string) => ReactNode;
  /** What was remarked about a clause, to stand under it. */
  notes: (clause: string) => ReactNode;
  /** The clause that the address points at. */
  marked: string;
}

/** Kinds with a way of their own to be read; all others are read by their description. */
const bodies: Record<string, ComponentType<BodyProps>> = {
  credit_rules: lazy(async () => ({ default: (await import("../roi/credit_rules_body")).CreditRulesBody })),
  campaign_plan: lazy(async () => ({ default: (await import("../campaign_plan/campaign_plan_body")).CampaignPlanBody })),
  service_level: lazy(async () => ({ default: (await import("../handoff/level_body")).ServiceLevelBody })),
  funnel: lazy(async () => ({ default: (await import("../funnel/funnel_body")).FunnelBody })),
};

export function Body({ kind, record, ...props }: BodyProps & { kind: string; record: string }) {
  const Own = bodies[kind];
  if (!Own) return <DescribedBody record={record} {...props} />;
  return (
    <Suspense fallback={<Waiting lines={10} />}>
      <Own {...props} />
    </Suspense>
  );
}

function DescribedBody({ record, body, found, notes, marked }: BodyProps & { record: string }) {
  const values = body as Record<string, unknown>;
  return (
    <dl className="clauses">
      {record_named(record).fields.map((field) => (
        <div key={field.name} className="clause" data-marked={field.name === marked}>
          <dt>
            {label_of(field)} <span className="quiet">{field.sentence}</span>
          </dt>
          <dd>
            <Value value={values[field.name]} field={field} />
            {found(field.name)}
            {notes(field.name)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
