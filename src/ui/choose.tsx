// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useRef, useState, type ReactNode } from "react";
import "./list.css";
import { count_of } from "./format";
import { useReader } from "./session";

/** Rows or cards that somebody chooses, to do something with all of them at once. */
export interface Choice<T> {
  has: (row: T) => boolean;
  set: (rows: readonly T[], is_chosen: boolean) => void;
  /** One of those that are shown; with `is_through` all from the one chosen before up to it, as the Shift key means. */
  pick: (row: T, is_chosen: boolean, shown: readonly T[], is_through: boolean) => void;
}

export interface Chosen<T> {
  rows: readonly T[];
  choice: Choice<T>;
  clear: () => void;
}

/** By the number of a row, for rows are read anew; what was chosen stays so while something else is searched for. */
export function useChosen<T extends object>(): Chosen<T> {
  const [rows, set_rows] = useState<readonly T[]>([]);
  const last = useRef<unknown>(null);
  const key = (row: T) => ("id" in row ? row.id : row);
  const keys = new Set(rows.map(key));
  const set = (changed: readonly T[], is_chosen: boolean) => {
    const those = new Set(changed.map(key));
    set_rows([...rows.filter((row) => !those.has(key(row))), ...(is_chosen ? changed : [])]);
  };
  const pick = (row: T, is_chosen: boolean, shown: readonly T[], is_through: boolean) => {
    const from = is_through ? shown.findIndex((one) => key(one) === last.current) : -1;
    const to = shown.findIndex((one) => key(one) === key(row));
    last.current = key(row);
    set(from < 0 || to < 0 ? [row] : shown.slice(Math.min(from, to), Math.max(from, to) + 1), is_chosen);
  };
  return { rows, choice: { has: (row) => keys.has(key(row)), set, pick }, clear: () => set_rows([]) };
}

interface BoxProps {
  label: string;
  is_on: boolean;
  on_change: (is_on: boolean, is_through: boolean) => void;
}

/** The box before a row or a card; with Shift it speaks for all from the one before. */
export const ChoiceBox = ({ label, is_on, on_change }: BoxProps) => (
  <input
    type="checkbox"
    className="row-choice"
    aria-label={label}
    checked={is_on}
    onChange={(event) => on_change(event.currentTarget.checked, "shiftKey" in event.nativeEvent && event.nativeEvent.shiftKey === true)}
  />
);

interface BarProps<T> {
  chosen: Chosen<T>;
  words: readonly [string, string];
  children: ReactNode;
}

/** How many are chosen, and what can be done with them. */
export function ChosenBar<T>({ chosen, words, children }: BarProps<T>) {
  const reader = useReader();
  if (chosen.rows.length === 0) return null;
  return (
    <div className="list-chosen" role="status">
      {count_of(chosen.rows.length, words[0], words[1], reader)} chosen
      {children}
      <Button variant="subtle" onClick={chosen.clear}>
        Choose none
      </Button>
    </div>
  );
}
