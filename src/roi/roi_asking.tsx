// SPDX-License-Identifier: Apache-2.0
import { Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import type { RulesTold } from "../ui/api.gen";
import { DaysAsked } from "../ui/days_asked";
import { words_of } from "../ui/described";
import { count_of, format_day } from "../ui/format";
import { useReader } from "../ui/session";
import { models, question_in, without_only, type Question } from "./roi_question";

export type Asked = Record<string, string>;

/** The question that the address asks, with what this page asks besides; what it leaves out, the server chooses. */
export function useAsked(more: readonly string[] = []): [Asked, (changed: Changed) => void] {
  const search = useSearch();
  const given = new URLSearchParams(search);
  const { line: _line, ...question } = without_only(question_in(search));
  const asked: Asked = { ...question };
  for (const name of more) {
    const value = given.get(name);
    if (value) asked[name] = value;
  }
  const [path, go] = useLocation();
  return [asked, (changed) => go(url_of(path, {}, { ...asked, ...changed }))];
}

type Changed = Readonly<Record<string, string | undefined>>;

interface Answered {
  by: string;
  from_day: string;
  until_day: string;
  rules: RulesTold;
}

interface AskingProps {
  report: Answered;
  asked: Question;
  ask: (changed: Question) => void;
  /** What the page can be told by. */
  choices: readonly string[];
  /** Which models share the orders: the one that is asked, all of them, or none. */
  shared_by?: "one_model" | "every_model" | "no_model";
  /** What the page asks besides. */
  children?: ReactNode;
}

/** By what, under which rules of credit, and of which days. On a phone folded, or what was asked for would stand below the screen. */
export function Asking({ report, asked, ask, choices, shared_by = "one_model", children }: AskingProps) {
  const reader = useReader();
  const is_phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const choosing = (
    <form role="search" className="roi-asking no-print" onSubmit={(event) => event.preventDefault()}>
      <Choice label="By" choices={choices} value={report.by} on_change={(by) => ask({ by })} />
      {children}
      <Rules rules={report.rules} asked={asked} ask={ask} shared_by={shared_by} />
      <DaysAsked from={report.from_day} until={report.until_day} ask={ask} />
    </form>
  );
  if (!is_phone) return choosing;
  return (
    <details className="roi-choices no-print">
      <summary>
        By {words_of(report.by).toLowerCase()}, {format_day(report.from_day, reader)} to {format_day(report.until_day, reader)}: choose
      </summary>
      {choosing}
    </details>
  );
}

const days = ["7", "14", "30", "60", "90", "180", "365", "730"];
const half_lives = ["1", "3", "7", "14", "30", "90"];

/** The rules of credit: as agreed, unless the address asks for others. Of a model what it goes by. */
function Rules({ rules, asked, ask, shared_by }: { rules: RulesTold; asked: Question; ask: (changed: Question) => void; shared_by: string }) {
  const reader = useReader();
  const in_days = (value: string) => count_of(Number(value), "day", "days", reader);
  const goes_by = (model: string) => shared_by === "every_model" || (shared_by === "one_model" && rules.model === model);
  const choice = (name: RuleName, label: string, told: string, choices: readonly string[], words: (value: string) => string) => (
    <Rule
      label={label}
      usual={rules.version ? "As agreed" : "As usual"}
      told={told}
      asked={asked[name]}
      choices={choices}
      words={words}
      on_change={(value) => ask({ [name]: value })}
    />
  );
  return (
    <>
      {rules.model && choice("model", "Credit", rules.model, models, words_of)}
      {choice("lookback_days", "Look-back", String(rules.lookback_days), days, in_days)}
      {goes_by("time_decay") && choice("half_life_days", "Half-life", String(rules.half_life_days), half_lives, in_days)}
      {goes_by("markov") && choice("markov_order", "Markov order", String(rules.markov_order), ["1", "2", "3", "4"], String)}
    </>
  );
}

type RuleName = "model" | "lookback_days" | "half_life_days" | "markov_order";

interface RuleProps {
  label: string;
  /** What it is called to ask for nothing else. */
  usual: string;
  /** By which the page is told. */
  told: string;
  asked: string | undefined;
  choices: readonly string[];
  words: (value: string) => string;
  /** Nothing: as agreed. */
  on_change: (value: string) => void;
}

function Rule({ label, usual, told, asked, choices, words, on_change }: RuleProps) {
  const all = asked && !choices.includes(asked) ? [asked, ...choices] : choices;
  return (
    <Select
      className="roi-rule"
      label={label}
      allowDeselect={false}
      data={[
        { value: "usual", label: asked ? usual : `${usual}: ${words(told).toLowerCase()}` },
        ...all.map((choice) => ({ value: choice, label: words(choice) })),
      ]}
      value={asked ?? "usual"}
      onChange={(chosen) => chosen && on_change(chosen === "usual" ? "" : chosen)}
    />
  );
}

interface ChoiceProps {
  label: string;
  choices: readonly string[];
  value: string;
  words?: (value: string) => string;
  on_change: (value: string) => void;
}

export const Choice = ({ label, choices, value, words = words_of, on_change }: ChoiceProps) => (
  <Select
    label={label}
    allowDeselect={false}
    data={choices.map((choice) => ({ value: choice, label: words(choice) }))}
    value={value}
    onChange={(chosen) => chosen && on_change(chosen)}
  />
);
