// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import type { RoiLeftOut, RulesTold } from "../ui/api.gen";
import { Figure, type FigureData } from "../ui/figure";
import { as_sentence, format_number } from "../ui/format";
import { format_money, type Money } from "../ui/money";
import { useReader } from "../ui/session";
import { help_on_model } from "./roi_help";
import { without_rules } from "./roi_question";

interface WhoseRulesProps {
  /** Nothing where a record comes from a list. */
  rules: RulesTold | null;
  /** Whether the page shows what is agreed beside what is asked. */
  is_beside?: boolean;
}

/** By whose rules of credit a page is told, what these are, and where the same stands as agreed. */
export function WhoseRules({ rules, is_beside = false }: WhoseRulesProps) {
  const [path] = useLocation();
  const asked = without_rules(useSearch());
  if (!rules) return null;
  const is_other_than_agreed = rules.is_other && rules.version !== "";
  return (
    <p className="quiet roi-whose">
      {is_other_than_agreed && "Told by other rules than "}
      <Link href={rules.link}>{is_other_than_agreed ? rules.sentence : as_sentence(rules.sentence)}</Link>
      {is_other_than_agreed && (is_beside ? "; what is agreed stands beside it." : ".")} {as_sentence(rules.told)}
      {rules.model && (
        <>
          {" "}
          <Link href={help_on_model(rules.model)}>What this model does</Link>
        </>
      )}
      {(rules.model === "markov" || rules.model === "shapley") && (
        <>
          {" "}
          <Link href={url_of("/roi/models", {}, models_question(rules))}>Its population total</Link>
        </>
      )}
      {rules.is_other && (
        <>
          {" "}
          <Link href={url_of(path, {}, asked)}>{rules.version ? "Show as agreed" : "Show as usual"}</Link>
        </>
      )}
    </p>
  );
}

/** Whether rules are agreed and others are asked for, so that what is agreed has to stand beside. */
export const is_beside_agreed = (rules: RulesTold | null) => rules !== null && rules.is_other && rules.version !== "";

export const AsAgreed = ({ figure }: { figure: FigureData }) => (
  <>
    <Figure figure={figure} label={figure.name} is_rounded /> <span className="quiet">agreed</span>
  </>
);

/** Beneath a part that is told by other rules, the same as agreed; nothing where it is told as agreed. */
export const part_as_agreed = { under: (row: { agreed_share_percent: number | null }) => <ShareAsAgreed percent={row.agreed_share_percent} /> };

export function ShareAsAgreed({ percent }: { percent: number | null }) {
  const reader = useReader();
  return percent === null ? null : <span className="quiet">{format_number(percent, reader, 1)}% agreed</span>;
}

export function MoneyAsAgreed({ money }: { money: Money | null }) {
  const { locale } = useReader();
  return money ? <span className="quiet">{format_money(money, { locale, with_cents: true })} agreed</span> : null;
}

/** The same days and rules, of all models side by side. */
const models_question = ({ from_day, until_day, lookback_days, half_life_days, markov_order }: RulesTold) => ({
  ...(from_day && { from: from_day }),
  until: until_day,
  lookback_days: String(lookback_days),
  half_life_days: String(half_life_days),
  markov_order: String(markov_order),
});

/** What to know before one judges. Several are folded, so that the numbers are on the first screen too; the first stays open where it may say why there are none. */
export function Notes({ notes, first_is_open = false }: { notes: readonly string[]; first_is_open?: boolean }) {
  const shown = notes.map((note) => <Note key={note} note={note} />);
  if (notes.length < 2) return shown;
  const open = first_is_open ? 1 : 0;
  return (
    <>
      {shown.slice(0, open)}
      <details className="roi-notes">
        <summary>
          {notes.length - open} {open === 0 ? "things" : notes.length === 2 ? "more thing" : "more things"} to know before one judges
        </summary>
        {shown.slice(open)}
      </details>
    </>
  );
}

/** Where it speaks of what counts as another record, with the list of that. */
function Note({ note }: { note: string }) {
  const [before, after] = note.split(merged_list);
  return (
    <p className="quiet roi-note">
      {before}
      {after !== undefined && (
        <>
          <Link href="/merges">{merged_list}</Link>
          {after}
        </>
      )}
    </p>
  );
}

const merged_list = "“Merged”";

/** What no figure of the page holds, with the list of it and what to do. */
export const LeftOut = ({ rows }: { rows: readonly RoiLeftOut[] }) =>
  rows.map(({ sentence, remedy, link }) => (
    <p key={link} className="quiet">
      <Link href={link}>{sentence}</Link> <Link href="/exchange-rates">{remedy}</Link>
    </p>
  ));
