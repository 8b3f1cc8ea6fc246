// SPDX-License-Identifier: Apache-2.0

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
