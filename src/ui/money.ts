// SPDX-License-Identifier: Apache-2.0

/** An amount in a currency's minor units: never a float until it is shown or typed. */
export interface Money {
  minor: number;
  currency: string;
}

export const is_money = (value: unknown): value is Money =>
  typeof value === "object" && value !== null && "minor" in value && "currency" in value;

/** How many decimals a currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function exponent_of(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2; // a code that Intl refuses is still shown, with its name in front
  }
}

export const major_of = (money: Money): number => money.minor / 10 ** exponent_of(money.currency);

export const money_of = (major: number, currency: string): Money => ({
  minor: Math.round(major * 10 ** exponent_of(currency)),
  currency,
});

/** Whether an amount has cents; a column shows them for all of its rows or for none. */
export const has_cents = (money: Money): boolean => money.minor % 10 ** exponent_of(money.currency) !== 0;

export interface MoneyStyle {
  locale?: string | undefined;
  /** Absent: cents are shown where there are any. */
  with_cents?: boolean | undefined;
}

export function format_money(money: Money, style: MoneyStyle = {}): string {
  const digits = style.with_cents ?? has_cents(money) ? exponent_of(money.currency) : 0;
  const numbers = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return new Intl.NumberFormat(style.locale, {
      style: "currency",
      currency: money.currency,
      currencyDisplay: "narrowSymbol",
      ...numbers,
    })
      .format(major_of(money))
      .replace("-", "−");
  } catch {
    return `${money.currency} ${new Intl.NumberFormat(style.locale, numbers).format(major_of(money))}`;
  }
}
