// SPDX-License-Identifier: Apache-2.0

/** The day some days after another, as calendars count. */
export function day_after(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
