// SPDX-License-Identifier: Apache-2.0
import { Tooltip, UnstyledButton } from "@mantine/core";
import { useMemo, useRef, useState, type MouseEvent, type ReactNode, type RefObject } from "react";
import { Link, useLocation } from "wouter";
import { ChoiceBox, type Choice } from "./choose";
import { is_numeric, label_of, type Field } from "./described";
import { is_figure } from "./figure";
import { useKeys } from "./keys";
import { has_cents, is_money } from "./money";
import { next_order, type ListQuery } from "./list_query";
import { page_of_name } from "./references";
import { Value } from "./value";

/** A column by its field; `show` for another way to write it. */
export interface Column<T> {
  field: string;
  label?: string | undefined;
  /** With cents where any row of the column has them. */
  show?: ((row: T, with_cents: boolean) => ReactNode) | undefined;
  /** A quiet line under the value. */
  under?: ((row: T) => ReactNode) | undefined;
  /** False where the server cannot order by it, as by a count that depends on who reads. */
  can_sort?: boolean | undefined;
  /** What is read second: on a phone a card shows it once it is unfolded. */
  is_second?: boolean | undefined;
}

interface Props<T> {
  fields: readonly Field[];
  columns: readonly (string | Column<T>)[];
  items: readonly T[];
  link: ((row: T) => string | null) | null;
  query: ListQuery;
  order: string;
  on_change: (query: ListQuery) => void;
  is_stale: boolean;
  choice?: Choice<T> | undefined;
}

type Known<T> = Column<T> & { described: Field; with_cents: boolean; page_of: (row: T) => string | null };

/** The rows themselves: a table on a desk, cards on a phone. */
export function ListTable<T extends object>(props: Props<T>) {
  const { items, link, query, order, on_change, choice } = props;
  const columns = useKnown(props);
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  useKeys(choice ? { x: { label: "Choose the row, or not", run: () => box_in_focus(table.current)?.click() } } : {});
  return (
    <div className="scrolls rows-scroll">
      <table ref={table} className="rows" role="table" data-stale={props.is_stale}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column, at) => (
              <Head
                key={column.field}
                column={column}
                before={choice && at === 0 && <ChoiceBox label="Choose all that are shown" is_on={items.every(choice.has)} on_change={(is_on) => choice.set(items, is_on)} />}
                order={query.order}
                on_press={() => on_change({ ...query, order: next_order(query.order, column.described, order) })}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((row, at) => (
            <Row key={"id" in row ? String(row.id) : at} row={row} columns={columns} items={items} href={link?.(row) ?? null} choice={choice} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useKnown<T extends object>({ fields, columns, items }: Props<T>): Known<T>[] {
  return useMemo(
    () =>
      columns.map((given) => {
        const column = typeof given === "string" ? { field: given } : given;
        const described = fields.find((field) => field.name === column.field);
        if (!described) throw new Error(`This list's rows have no field “${column.field}”.`);
        const with_cents = items.some((row) => {
          const value = (row as Record<string, unknown>)[column.field];
          const amount = is_figure(value) ? value.money : value;
          return is_money(amount) && has_cents(amount);
        });
        const page_of = (row: T) => page_of_name(described, fields, row as Record<string, unknown>);
        return { ...column, described, with_cents, page_of };
      }),
    [columns, fields, items],
  );
}

const box_in_focus = (table: HTMLElement | null) => (table?.contains(document.activeElement) ? document.activeElement?.closest("tr")?.querySelector<HTMLElement>("tbody .row-choice") : null);

function Head<T>({ column, order, on_press, before }: { column: Known<T>; order: string; on_press: () => void; before?: ReactNode }) {
  const { described } = column;
  const is_up = order === described.name;
  const is_down = order === `-${described.name}`;
  const has_order = !described.is_list && (described.kind !== "record" || described.record === "figure");
  const can_sort = (column.can_sort ?? true) && has_order;
  const label = column.label ?? label_of(described);
  return (
    <th
      role="columnheader"
      scope="col"
      className={is_numeric(described) ? "number" : undefined}
      aria-sort={is_up ? "ascending" : is_down ? "descending" : undefined}
    >
      {before}
      <Tooltip label={described.sentence}>
        {can_sort ? (
          <UnstyledButton className="head" onClick={on_press}>
            {label}
            <span className="head-arrow" aria-hidden="true">
              {is_up ? "↑" : is_down ? "↓" : ""}
            </span>
          </UnstyledButton>
        ) : (
          <span className="head">{label}</span>
        )}
      </Tooltip>
    </th>
  );
}

interface RowProps<T> {
  row: T;
  items: readonly T[];
  columns: readonly Known<T>[];
  href: string | null;
  choice: Choice<T> | undefined;
}

function Row<T extends object>({ row, items, columns, href, choice }: RowProps<T>) {
  const [, go] = useLocation();
  const [is_unfolded, unfold] = useState(false);
  const open = (event: MouseEvent) => {
    const is_on_control = (event.target as HTMLElement).closest("a, button, [role=button], input, label");
    if (!href || is_on_control || window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank");
    else go(href);
  };
  return (
    <tr role="row" onClick={open} data-opens={href !== null} data-unfolded={is_unfolded || undefined}>
      {columns.map((column, at) => (
        <td
          key={column.field}
          role="cell"
          className={is_numeric(column.described) ? "number" : undefined}
          data-label={column.label ?? label_of(column.described)}
          data-second={column.is_second || undefined}
        >
          {choice && at === 0 && <ChoiceBox label="Choose it" is_on={choice.has(row)} on_change={(is_on, is_through) => choice.pick(row, is_on, items, is_through)} />}
          <Cell row={row} column={column} href={at === 0 ? href : null} />
        </td>
      ))}
      {columns.some((column) => column.is_second) && (
        <td role="cell" className="row-fold">
          <UnstyledButton aria-expanded={is_unfolded} onClick={() => unfold(!is_unfolded)}>
            {is_unfolded ? "Less" : "More"}
          </UnstyledButton>
        </td>
      )}
    </tr>
  );
}

function Cell<T extends object>({ row, column, href }: { row: T; column: Known<T>; href: string | null }) {
  const value = (row as Record<string, unknown>)[column.field];
  const shown = column.show?.(row, column.with_cents) ?? (
    <Value
      value={value}
      field={column.described}
      with_cents={column.with_cents}
      link={href ? null : column.page_of(row)}
    />
  );
  return (
    <>
      {href ? (
        <Link href={href} className="row-link">
          {shown}
        </Link>
      ) : (
        shown
      )}
      {column.under && <div className="under">{column.under(row)}</div>}
    </>
  );
}

/** j and k, or the arrows, move from row to row; Enter then opens, as it does on any link. */
export function useRowKeys(table: RefObject<HTMLTableElement | null>) {
  const move = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>(".row-link") ?? [])];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  const down = { label: "Next row", run: () => move(1) };
  const up = { label: "Row before", run: () => move(-1) };
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up });
}
