// SPDX-License-Identifier: Apache-2.0
import type { ActionRow } from "../ui/api.gen";

interface Person {
  id: number;
  role: string;
  side: string;
}

/** Who promised it, or a manager of their side; the server decides again. */
export function may_report(row: Pick<ActionRow, "person" | "side">, reader: Person): boolean {
  const is_manager = reader.role === "sales_manager" || reader.role === "marketing_manager";
  return row.person === reader.id || (is_manager && row.side === reader.side);
}

/** Not done, and its day has passed. */
export const is_overdue = (row: Pick<ActionRow, "due_on" | "done_on">, today: string) => !row.done_on && row.due_on < today;

export function day_before(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
