// SPDX-License-Identifier: Apache-2.0

const names = new Intl.DisplayNames(["en"], { type: "currency" });
const codes = Intl.supportedValuesOf("currency");

/** Every currency, to be found by its code or its name: "BRL: Brazilian Real"; those that are likely come first. */
export const currency_choices = (...likely: readonly string[]) =>
  [...new Set([...likely, ...codes])].filter(Boolean).map((code) => ({ value: code, label: currency_label(code) }));

function currency_label(code: string): string {
  try {
    return `${code}: ${names.of(code) ?? code}`;
  } catch {
    return code; // what is no code is shown as it was written
  }
}
