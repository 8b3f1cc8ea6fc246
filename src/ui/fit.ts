// SPDX-License-Identifier: Apache-2.0

/** How well a name fits what was typed, as the server ranks it: the whole, its beginning, words' beginnings, within. */
export function fit_of(name: string, text: string): number | null {
  const [low, wanted] = [name.toLowerCase(), text.trim().toLowerCase()];
  if (low === wanted) return 0;
  if (low.startsWith(wanted)) return 1;
  const words = wanted.split(/\s+/).filter(Boolean);
  if (!words.every((word) => low.includes(word))) return null;
  return words.every((word) => ` ${low}`.includes(` ${word}`)) ? 2 : 3;
}

/** The best first; what fits alike keeps its order. */
export function best_first<T extends { name: string }>(items: readonly T[], text: string): T[] {
  return items
    .map((item) => ({ item, fit: fit_of(item.name, text) }))
    .filter((one): one is { item: T; fit: number } => one.fit !== null)
    .sort((a, b) => a.fit - b.fit)
    .map((one) => one.item);
}
