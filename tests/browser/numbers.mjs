// SPDX-License-Identifier: Apache-2.0
// Numbers as a page shows them, and lists of them added up.

/** "$45,714.26" as 4571426, "−$12" as -1200. */
export const minor_of = (text) => Math.round(number_of(text) * 100);
export const number_of = (text) => Number(text.replace(/[−–]/g, "-").replace(/[^\d.-]/g, ""));

/** All of them together. */
export const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
/** A column of amounts together, in minor units. */
export const minors = (rows, field) => sum(rows.map((row) => row[field]?.minor ?? 0));

/** The exact product by a fraction, rounded to the smallest unit, a half away from zero. */
export function scaled(minor, numerator, denominator) {
  const product = BigInt(minor) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const half = divisor / 2n;
  return Number((product >= 0n ? product + half : product - half) / divisor);
}
