// SPDX-License-Identifier: Apache-2.0

/** The groups as a week runs: what needs both sides, what they agreed on, what they work on, and the rest. */
const groups = ["This week", "Agreements", "Demand", "Pipeline", "Company"];
const rank_of = (group: string) => (groups.includes(group) ? groups.indexOf(group) : groups.length - 1);

/** Pages by their group; the first screen before all others, else as their subjects name them. */
export function in_order<P extends { path: string; group: string }>(pages: readonly P[]): P[] {
  return pages.toSorted(
    (a, b) => rank_of(a.group) - rank_of(b.group) || Number(b.path === "/") - Number(a.path === "/"),
  );
}

/** A letter for each title: its first one that is still free, so that the first pages keep the obvious ones. */
export function letters_for(titles: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const letter = [...title.toLowerCase()].find((one) => /[a-z]/.test(one) && !taken.has(one)) ?? null;
    if (letter) taken.add(letter);
    return letter;
  });
}

/** "Maria Keller" becomes "MK". */
export function initials_of(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1]! : "";
  return ((words[0]?.[0] ?? "") + (last[0] ?? "")).toUpperCase();
}
