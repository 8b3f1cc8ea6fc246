// SPDX-License-Identifier: Apache-2.0
import { Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import { words_of } from "../ui/described";
import { question_in } from "./roi_question";

export type Asked = Record<string, string>;

/** The question that the address asks, with what this page asks besides; what it leaves out, the server chooses. */
export function useAsked(more: readonly string[] = []): [Asked, (changed: Asked) => void] {
  const search = useSearch();
  const given = new URLSearchParams(search);
  const { line: _line, ...question } = question_in(search);
  const asked: Asked = { ...question };
  for (const name of more) {
    const value = given.get(name);
    if (value) asked[name] = value;
  }
  const [path, go] = useLocation();
  return [asked, (changed) => go(url_of(path, {}, { ...asked, ...changed }))];
}

interface Answered {
  by: string;
  from_day: string;
  until_day: string;
}

/** By what, and of which days. */
export function Asking({ report, ask, children }: { report: Answered; ask: (changed: Asked) => void; children?: ReactNode }) {
  const day = (name: "from" | "until", label: string, value: string) => (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={(event) => event.currentTarget.value && ask({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form role="search" className="roi-asking no-print" onSubmit={(event) => event.preventDefault()}>
      <Choice label="By" choices={["channel", "campaign", "side"]} value={report.by} on_change={(by) => ask({ by })} />
      {children}
      {day("from", "From", report.from_day)}
      {day("until", "To", report.until_day)}
    </form>
  );
}

interface ChoiceProps {
  label: string;
  choices: readonly string[];
  value: string;
  on_change: (value: string) => void;
}

export const Choice = ({ label, choices, value, on_change }: ChoiceProps) => (
  <Select
    label={label}
    allowDeselect={false}
    data={choices.map((choice) => ({ value: choice, label: words_of(choice) }))}
    value={value}
    onChange={(chosen) => chosen && on_change(chosen)}
  />
);
