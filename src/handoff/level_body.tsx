// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from "react";
import { Link } from "wouter";
import "./handoff.css";
import { evidence_in_words, hours_in_words } from "../funnel/funnel_body";
import { format_number } from "../ui/format";
import { Named } from "../ui/named";
import { Side } from "../ui/side";

interface Rule {
  name: string;
  territory: number | null;
  product: number | null;
  source: string;
  people: number[];
  by: "load" | "turn";
}

interface ServiceLevel {
  demands: string[];
  answer_within_hours: number;
  contact_within_hours: number;
  ask_within_hours: number;
  incoming: "qualify" | "hand_over";
  qualify_within_hours: number;
  share_percent: number;
  reasons: string[];
  again_after_days: number;
  manager_after_hours: number;
  review_after_hours: number;
  routing: Rule[];
}

interface Props {
  body: unknown;
  found: (clause: string) => ReactNode;
  notes: (clause: string) => ReactNode;
  marked: string;
}

const rule_defaults: Rule = { name: "", territory: null, product: null, source: "", people: [], by: "load" };

/** A signed body keeps its exact text, so what was left out is filled in here as the server does. */
const whole = (level: Partial<ServiceLevel>): ServiceLevel => ({
  demands: [],
  answer_within_hours: 8,
  contact_within_hours: 8,
  ask_within_hours: 16,
  incoming: "qualify",
  qualify_within_hours: 8,
  share_percent: 90,
  reasons: [],
  again_after_days: 90,
  manager_after_hours: 4,
  review_after_hours: 16,
  ...level,
  routing: (level.routing ?? []).map((rule) => ({ ...rule_defaults, ...rule })),
});

/** What each side owes the other, a clause each; then where leads go, rule by rule. */
export function ServiceLevelBody({ body, ...clause }: Props) {
  const level = whole(body as Partial<ServiceLevel>);
  return (
    <>
      <dl className="clauses">
        {clauses_of(level).map(([name, label, words]) => (
          <div key={name} className="clause" data-marked={clause.marked === name}>
            <dt>{label}</dt>
            <dd>
              <div>{words}</div>
              {clause.found(name)}
              {clause.notes(name)}
            </dd>
          </div>
        ))}
      </dl>
      <Routing rules={level.routing} {...clause} />
    </>
  );
}

function clauses_of(level: ServiceLevel): [string, ReactNode, ReactNode][] {
  const past = (hours: number) => (hours > 0 ? `${hours_in_words(hours)} past its time` : "As soon as its time is over");
  return [
    ["demands", <Owes side="marketing" what="What a lead must have" />, `To be handed to sales: ${evidence_in_words(level.demands).toLowerCase()}.`],
    ["answer_within_hours", <Owes side="sales" what="Time to answer" />, `${within(level.answer_within_hours)} of having it, sales accepts or rejects.`],
    [
      "contact_within_hours",
      <Owes side="sales" what="Time to speak with them" />,
      `${within(level.contact_within_hours)} of having it. Only a logged call, e-mail, meeting, visit or demo counts.`,
    ],
    ["ask_within_hours", <Owes side="marketing" what="Time to answer sales" />, `${within(level.ask_within_hours)} marketing answers what sales hands back or asks.`],
    [
      "incoming",
      "What comes in",
      level.incoming === "hand_over"
        ? "A lead that comes in by a form, by mail, at a stand, in a call or in a list goes to sales at once; what lacks something that it must have, marketing qualifies first."
        : "A lead that comes in by a form, by mail, at a stand, in a call or in a list waits for marketing, who qualifies it and hands it over, unless the form or the list names who gets it.",
    ],
    ["qualify_within_hours", <Owes side="marketing" what="Time to qualify" />, `${within(level.qualify_within_hours)} of having it, marketing hands it over or turns it down.`],
    ["share_percent", "How many keep to that", `${format_number(level.share_percent)}% of each side’s handoffs.`],
    ["reasons", <Owes side="sales" what="Reasons to reject" />, level.reasons.join(" · ") || "None agreed: any words do."],
    ["again_after_days", "When recycled ones come back", `After ${format_number(level.again_after_days)} days, where nobody names a day.`],
    ["manager_after_hours", "The manager’s move too", `${past(level.manager_after_hours)}.`],
    ["review_after_hours", "On the review’s agenda", `${past(level.review_after_hours)}.`],
  ];
}

const within = (hours: number) => `Within ${hours_in_words(hours)}`;

const Owes = ({ side, what }: { side: string; what: string }) => (
  <>
    {what} <span className="handoff-owes"><Side side={side} /></span>
  </>
);

/** Where leads go: the first rule that fits and has somebody at work. */
function Routing({ rules, found, notes, marked }: Omit<Props, "body"> & { rules: readonly Rule[] }) {
  return (
    <section aria-label="Where leads go">
      <h2>Where leads go</h2>
      <p className="quiet">
        {rules.length > 0
          ? "The first rule of the side that is to get it that fits and has somebody at work gets the lead. What no rule takes waits for whoever of that side takes it."
          : "No rule is agreed: each lead waits for whoever of the side that is to get it takes it."}
      </p>
      {found("routing")}
      <ol className="handoff-rules">
        {rules.map((rule) => (
          <li key={rule.name} data-marked={marked.startsWith(`routing[${rule.name}]`)}>
            <strong>{rule.name}:</strong> <RuleSentence rule={rule} />
            {found(`routing[${rule.name}]`)}
            {notes(`routing[${rule.name}]`)}
          </li>
        ))}
      </ol>
      {notes("routing")}
    </section>
  );
}

/** "leads of North for PX-100 from “Trade show” go to Karl Weber or Mei Chen, whoever has the fewest that wait." */
function RuleSentence({ rule }: { rule: Rule }) {
  const is_any = rule.territory === null && rule.product === null && rule.source === "";
  return (
    <>
      {is_any ? "all leads" : "leads"}
      {rule.territory !== null && (
        <>
          {" of "}
          <Link href={`/territories/${rule.territory}`}>
            <Named path="/territories" id={String(rule.territory)} />
          </Link>
        </>
      )}
      {rule.product !== null && (
        <>
          {" for "}
          <Link href={`/products/${rule.product}`}>
            <Named path="/products" id={String(rule.product)} />
          </Link>
        </>
      )}
      {rule.source && ` from “${rule.source}”`} go to <People ids={rule.people} />
      {rule.people.length > 1 && (rule.by === "turn" ? ", whose turn it is" : ", whoever has the fewest that wait")}.
    </>
  );
}

function People({ ids }: { ids: readonly number[] }) {
  if (ids.length === 0) return <>nobody</>;
  return (
    <>
      {ids.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && (at === ids.length - 1 ? " or " : ", ")}
          <Link href={`/people/${id}`}>
            <Named path="/people" id={String(id)} />
          </Link>
        </Fragment>
      ))}
    </>
  );
}
