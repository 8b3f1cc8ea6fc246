// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import type { RoiLeftOut, RulesTold } from "../ui/api.gen";
import { as_sentence } from "../ui/format";
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
      {rules.is_other && (
        <>
          {" "}
          <Link href={url_of(path, {}, asked)}>{rules.version ? "Show as agreed" : "Show as usual"}</Link>
        </>
      )}
    </p>
  );
}

/** What no figure of the page holds, with the list of it and what to do. */
export const LeftOut = ({ rows }: { rows: readonly RoiLeftOut[] }) =>
  rows.map(({ sentence, remedy, link }) => (
    <p key={link} className="quiet">
      <Link href={link}>{sentence}</Link> <Link href="/exchange-rates">{remedy}</Link>
    </p>
  ));
