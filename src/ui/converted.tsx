// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import { count_of, format_day } from "./format";
import { format_money, type Money } from "./money";
import { useReader, useSession } from "./session";
import { Total, TotalUnder } from "./totals";

interface Converted {
  currency: string;
  value: Money | null;
  rate: string;
  rate_day: string | null;
}

/** Under an amount in another currency: what it is worth in the company's, or that nobody knows. */
export function Worth({ of: { currency, value, rate, rate_day } }: { of: Converted }) {
  const reader = useReader();
  const { company } = useSession();
  if (currency === company.currency) return null;
  if (!value) return <Link href="/exchange-rates">no exchange rate</Link>;
  return (
    <span title={rate_day ? `${rate}, of ${format_day(rate_day, reader)}` : rate}>{format_money(value, { locale: reader.locale })}</span>
  );
}

interface Valued {
  value: Money | null;
  worth: Money | null;
  rate?: string;
  rate_day?: string | null;
}

/** Of a row whose value may be in another currency: what `Worth` and `AtRate` show; nothing of one without a value. */
export const in_own = ({ value, worth, rate = "", rate_day = null }: Valued): Converted | null =>
  value && { currency: value.currency, value: worth, rate, rate_day };

/** Under a value: that it is the list price, and in another currency what it is worth in the company's; nothing under others. */
export function under_value(of: Valued & { value_basis?: string | null }): ReactNode {
  const parts: ReactNode[] = [];
  if (of.value_basis === "list_price") parts.push("list price");
  const converted = in_own(of);
  if (converted && of.worth?.currency !== converted.currency) parts.push(<Worth of={converted} />);
  if (parts.length < 2) return parts[0] ?? null;
  return (
    <>
      {parts[0]} · {parts[1]}
    </>
  );
}

/** The fields of a record that `AtRate` says in words. */
export const conversion = ["currency", "value", "rate", "rate_day"] as const;

/** Of an amount in another currency: what it is in the company's, by which rate, and of which day that is. */
export function AtRate({ of: { currency, value, rate, rate_day } }: { of: Converted }) {
  const reader = useReader();
  const { company } = useSession();
  if (currency === company.currency) return null;
  if (!value || !rate_day) {
    return (
      <>
        {" "}
        Figures in {company.currency} leave it out: no <Link href="/exchange-rates">exchange rate</Link> of its day or the week before is known.
      </>
    );
  }
  return (
    <>
      {" "}
      In {company.currency} it is {format_money(value, { locale: reader.locale, with_cents: true })}, at{" "}
      <Link href={`/exchange-rates?day_from=${rate_day}&day_to=${rate_day}`}>{rate}</Link> of {format_day(rate_day, reader)}.
    </>
  );
}

interface Sum {
  currency: string;
  value: Money | null;
  without_rate: number;
}

/** What sums in several currencies come to in the company's, and how many of their facts are not in it. */
export function AllInOne({ sums, words, label }: { sums: readonly Sum[]; words: readonly [string, string]; label: string }) {
  const reader = useReader();
  const { company } = useSession();
  const is_one = sums.length === 1 && sums[0]?.currency === company.currency;
  if (sums.length === 0 || is_one) return null;
  const known = sums.flatMap(({ value }) => (value ? [value.minor] : []));
  const left_out = sums.reduce((all, one) => all + one.without_rate, 0);
  const total: ReactNode = known.length
    ? format_money({ minor: known.reduce((all, one) => all + one, 0), currency: company.currency }, { locale: reader.locale, with_cents: false })
    : "—";
  return (
    <Total label={sums.length > 1 ? `${label} in ${company.currency}` : `In ${company.currency}`}>
      {total}
      <TotalUnder>
        {left_out > 0 ? (
          <Link href="/exchange-rates">{count_of(left_out, words[0], words[1], reader)} left out: no exchange rate</Link>
        ) : (
          "at the exchange rates of their days"
        )}
      </TotalUnder>
    </Total>
  );
}
