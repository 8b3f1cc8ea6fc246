// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Channel } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { format_number } from "../ui/format";
import { model_in_words } from "./roi_question";

interface Rules {
  model: string;
  markov_order: number;
  half_life_days: number;
  lookback_days: number;
  lookbacks: { channel: number; lookback_days: number }[];
  journeys_end_at: string;
  sales_touchpoints_share: boolean;
  direct: string;
  existing_customers: string;
  currency_day: string;
}

interface Props {
  body: unknown;
  found: (clause: string) => ReactNode;
  notes: (clause: string) => ReactNode;
  marked: string;
}

/** A signed body keeps its exact text, so what was left out is filled in here as the server does. */
const whole = (rules: Partial<Rules>): Rules => ({
  model: "linear",
  markov_order: 1,
  half_life_days: 7,
  lookback_days: 90,
  lookbacks: [],
  journeys_end_at: "each_order",
  sales_touchpoints_share: true,
  direct: "like_others",
  existing_customers: "like_new",
  currency_day: "own_day",
  ...rules,
});

/** The rules of credit as sentences, a clause each. */
export function CreditRulesBody({ body, found, notes, marked }: Props) {
  const rules = whole(body as Partial<Rules>);
  return (
    <dl className="clauses">
      {clauses_of(rules).map(([clause, label, words]) => (
        <div key={clause} className="clause" data-marked={marked.startsWith(clause)}>
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

const days = (count: number) => `${format_number(count)} ${count === 1 ? "day" : "days"}`;

function clauses_of(rules: Rules): [string, string, ReactNode][] {
  return [
    ["model", "The model that counts", `${words_of(rules.model)}: ${model_in_words(rules.model)}${of_model(rules)}.`],
    ["lookback_days", "Look-back", `A touchpoint may be ${days(rules.lookback_days)} old to have led to an order.`],
    ["lookbacks", "Look-back of single channels", <Lookbacks rules={rules} />],
    [
      "journeys_end_at",
      "What closes a journey",
      rules.journeys_end_at === "each_order"
        ? "Each order: a touchpoint leads to one order only."
        : "No order: a touchpoint leads to every order in its look-back.",
    ],
    [
      "sales_touchpoints_share",
      "Touchpoints of sales",
      rules.sales_touchpoints_share ? "Calls, visits and demos of sales share in the credit." : "They earn nothing; only those of marketing do.",
    ],
    [
      "direct",
      "Visits that nobody brought",
      rules.direct === "like_others" ? "They share like all others." : "They count only where nothing else led to the order.",
    ],
    [
      "existing_customers",
      "Existing customers",
      rules.existing_customers === "like_new"
        ? "Their orders are attributed like first ones."
        : "Orders of accounts that have ordered before stay unattributed.",
    ],
    [
      "currency_day",
      "Exchange rate",
      rules.currency_day === "own_day"
        ? "Spend and orders count at the rate of their own day."
        : "Spend and orders count at the rate of the first day of their month.",
    ],
  ];
}

function of_model({ model, markov_order, half_life_days }: Rules): string {
  if (model === "markov") return `, looking ${markov_order === 1 ? "one touchpoint" : `${markov_order} touchpoints`} back`;
  return model === "time_decay" ? `, half as much for each ${days(half_life_days)}` : "";
}

function Lookbacks({ rules }: { rules: Rules }) {
  const channels = useAddress<{ items: Channel[] }>(rules.lookbacks.length > 0 ? "/channels?limit=500" : null);
  if (rules.lookbacks.length === 0) return "None: all channels look back as far.";
  const name_of = (id: number) => channels.data?.items.find((channel) => channel.id === id)?.name ?? `Channel ${id}`;
  return (
    <ul className="ends">
      {rules.lookbacks.map(({ channel, lookback_days }) => (
        <li key={channel}>
          <Link href={`/channels/${channel}`}>{name_of(channel)}</Link>: {days(lookback_days)}
        </li>
      ))}
    </ul>
  );
}
