// SPDX-License-Identifier: Apache-2.0
import { next_place, type Stops } from "./board_rules";

/** What arrows go through in a column; what else a card offers has a key of its own. */
const in_head = "header [role=button]";
const in_column = `${in_head}, [data-card], [data-rest]`;
const reached_by_tab = "a, button, input, [role=button]";

const all_in = (column: Element, which: string) => [...column.querySelectorAll<HTMLElement>(which)];
const columns_of = (board: Element) => all_in(board, "[data-column]");

/** The ref of a board: each column is one stop of the Tab key, the one where somebody was last, else its first card. What comes in
 * and goes is watched, for a column's cards are read after it is shown. */
export function one_stop_each(board: HTMLElement | null): (() => void) | undefined {
  if (!board) return undefined;
  const last = new WeakMap<HTMLElement, HTMLElement>();
  const settle = (column: HTMLElement) => {
    const before = last.get(column);
    const stop = before && column.contains(before) ? before : (column.querySelector("[data-card]") ?? column.querySelector(in_column));
    for (const one of all_in(column, reached_by_tab)) {
      const wanted = one === stop ? 0 : -1;
      if (one.tabIndex !== wanted) one.tabIndex = wanted;
    }
  };
  const settle_all = () => columns_of(board).forEach(settle);
  const note = ({ target }: FocusEvent) => {
    const column = target instanceof HTMLElement && target.matches(in_column) && target.closest<HTMLElement>("[data-column]");
    if (!column) return;
    last.set(column, target);
    settle(column);
  };
  settle_all();
  const watch = new MutationObserver(settle_all);
  watch.observe(board, { childList: true, subtree: true });
  board.addEventListener("focusin", note);
  return () => {
    watch.disconnect();
    board.removeEventListener("focusin", note);
  };
}

/** To the first column that has a card, where somebody was last in it. */
export function enter_board(): void {
  const board = document.getElementById("board");
  const column = board?.querySelector("[data-column]:has([data-card])");
  const stop = column && all_in(column, in_column).find((one) => one.tabIndex === 0);
  (stop ?? board)?.focus();
}

/** Where a key leads from an element of a board; nothing where it is no key of the board's. */
export function stop_after(board: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const columns = columns_of(board);
  const stops = columns.map((column) => all_in(column, in_column));
  const counts: Stops[] = columns.map((column, at) => ({ head: all_in(column, in_head).length, cards: all_in(column, "[data-card]").length, all: stops[at]?.length ?? 0 }));
  const column = Math.max(0, columns.findIndex((one) => one.contains(from)));
  const to = next_place(counts, [column, stops[column]?.indexOf(from) ?? -1], key);
  return to && stops[to[0]]?.[to[1]];
}
