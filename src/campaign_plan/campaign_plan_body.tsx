// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import "./campaign_plan_body.css";
import type { Money } from "../ui/money";
import { words_of } from "../ui/described";
import { count_of, format_day, format_number } from "../ui/format";
import { format_money } from "../ui/money";
import { Named } from "../ui/named";
import { useReader } from "../ui/session";

interface Task {
  name: string;
  person?: number | null;
  due_on: string;
  kind?: string | null;
  at_least?: number;
}

interface Planned {
  name: string;
  campaign: number;
  planned: Money;
  starts_on?: string | null;
  ends_on?: string | null;
  months?: { month: string; planned: Money }[];
  products?: number[];
  tasks?: Task[];
  expected_leads?: number | null;
}

interface Plan {
  starts_on: string;
  ends_on: string;
  budget: Money;
  tolerance_percent?: number;
  campaigns?: Planned[];
}

interface Props {
  body: unknown;
  found: (clause: string) => ReactNode;
  notes: (clause: string) => ReactNode;
  marked: string;
}

/** A campaign plan as both sides read it: what it all costs, then each campaign with what sales does for it. */
export function CampaignPlanBody({ body, found, notes, marked }: Props) {
  const reader = useReader();
  const plan = body as Plan;
  const money = (amount: Money) => format_money(amount, { locale: reader.locale });
  const rules: [string, string, string][] = [
    ["budget", "Budget", `${money(plan.budget)} from ${format_day(plan.starts_on, reader)} to ${format_day(plan.ends_on, reader)}, without what people are paid.`],
    ["tolerance_percent", "Tolerance", `A campaign may cost ${format_number(plan.tolerance_percent ?? 10, reader)}% more before it is a gap.`],
    ["campaigns", "What it does not name", "Money that goes out on any other campaign here goes out without a signature."],
  ];
  return (
    <>
      <h2>Campaigns</h2>
      <ol className="plan-campaigns">
        {(plan.campaigns ?? []).map((one) => (
          <Clause key={one.name} one={one} plan={plan} money={money} found={found} notes={notes} marked={marked} />
        ))}
      </ol>
      <dl className="clauses">
        {rules.map(([clause, label, words]) => (
          <div key={clause} className="clause" data-marked={marked === clause}>
            <dt>{label}</dt>
            <dd>
              <div>{words}</div>
              {clause === "campaigns" ? null : found(clause)}
              {clause === "campaigns" ? null : notes(clause)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Clause({ one, plan, money, found, notes, marked }: Omit<Props, "body"> & { one: Planned; plan: Plan; money: (amount: Money) => string }) {
  const reader = useReader();
  const clause = `campaigns[${one.name}]`;
  const month = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { month: "long", timeZone: "UTC" });
  return (
    <li data-marked={marked.startsWith(clause)}>
      <h3>
        <Link href={`/campaigns/${one.campaign}/plan`}>{one.name}</Link>
        <span className="plan-money">{money(one.planned)}</span>
      </h3>
      <p>
        {format_day(one.starts_on ?? plan.starts_on, reader)} to {format_day(one.ends_on ?? plan.ends_on, reader)}
        {one.expected_leads != null && `, for ${count_of(one.expected_leads, "lead", "leads", reader)}`}
        {(one.months ?? []).length > 0 && `: ${(one.months ?? []).map(({ month: day, planned }) => `${month(day)} ${money(planned)}`).join(", ")}`}.
        {(one.products ?? []).length > 0 && (
          <span className="quiet">
            {" "}
            For{" "}
            {(one.products ?? []).map((id, at) => (
              <span key={id}>
                {at > 0 && ", "}
                <Named path="/products" id={String(id)} />
              </span>
            ))}
            .
          </span>
        )}
      </p>
      {(one.tasks ?? []).length > 0 && (
        <ul>
          {(one.tasks ?? []).map((task) => (
            <li key={task.name}>
              Sales: {task.name} by {format_day(task.due_on, reader)}
              {task.person != null && (
                <>
                  : <Named path="/people" id={String(task.person)} />
                </>
              )}{" "}
              <span className="quiet">
                (shown by {count_of(task.at_least ?? 1, task.kind ? words_of(task.kind).toLowerCase() : "touchpoint", undefined, reader)})
              </span>
            </li>
          ))}
        </ul>
      )}
      {found(clause)}
      {notes(clause)}
    </li>
  );
}
