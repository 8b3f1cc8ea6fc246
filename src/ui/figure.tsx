// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAddress } from "./data";
import { format_number, format_unit, not_known, type Reader } from "./format";
import { Waiting } from "./loaded";
import { format_money, type Money } from "./money";
import { Opener } from "./opener";
import { ProblemNote } from "./problem";
import { useReader } from "./session";

/** A quantity in its unit; neither number nor money where it is not known. */
export interface Quantity {
  unit: string;
  number?: number | null | undefined;
  money?: Money | null | undefined;
}

export interface FigureInput extends Quantity {
  name: string;
  link?: string | null | undefined;
}

/** A number that can say where it comes from; where the data lacks it is not known, and `why` says why. */
export interface FigureData extends Quantity {
  name?: string | undefined;
  formula: string;
  inputs?: readonly FigureInput[] | null | undefined;
  as_of: number | null;
  why?: string | null | undefined;
  link?: string | null | undefined;
}

export const is_figure = (value: unknown): value is FigureData =>
  typeof value === "object" && value !== null && "formula" in value && "as_of" in value && "unit" in value;

export const is_known = (quantity: Quantity) => (quantity.money ?? quantity.number ?? null) !== null;

/** As a working says it: a percentage so finely that the sum comes out. */
const format_input = (input: FigureInput, reader: Reader) =>
  input.unit === "percent" && typeof input.number === "number"
    ? `${format_number(input.number, reader, 4)}%`
    : format_quantity(input, reader);

export function format_quantity({ unit, number, money }: Quantity, reader: Reader, with_cents?: boolean): string {
  if (money) return format_money(money, { locale: reader.locale, with_cents });
  return number === null || number === undefined ? not_known : format_unit(number, unit, reader);
}

interface Props {
  figure: FigureData;
  /** What the number is, for those who hear it, where the figure's own name does not say it: "At stake". */
  label?: string | undefined;
  /** Another wording of the value, where a sentence needs one. */
  children?: ReactNode;
  /** Money without its cents, as in an agenda; the working says them. */
  is_rounded?: boolean;
  /** In a column: cents for every row or for none. */
  with_cents?: boolean | undefined;
}

/** A number that opens its working: formula, inputs with their sources, as of which commit. */
export function Figure({ figure, label = figure.name ?? "", children, is_rounded = false, with_cents }: Props) {
  const shown = format_quantity(figure, useReader(), is_rounded ? false : with_cents);
  const spoken = is_known(figure) ? shown : typeof children === "string" ? children : "not known";
  return (
    <Opener
      kind="figure"
      title={label ? `${label}: how it is worked out` : "How it is worked out"}
      label={`${label ? `${label} ` : ""}${spoken}, show working`}
      words={children ?? shown}
      content={() => <Working figure={figure} />}
      data_figure={figure.link || figure.formula}
    />
  );
}

/** The working itself: of the figure at hand, or fetched where a list left the inputs out; on the figure's own page without its value. */
export function Working({ figure, is_on_page = false }: { figure: FigureData; is_on_page?: boolean }) {
  const reader = useReader();
  const is_whole = !figure.link || (figure.inputs?.length ?? 0) > 0;
  const query = useAddress<unknown>(is_whole ? null : (figure.link ?? null));
  const whole = is_whole ? figure : working_in(query.data, figure);
  return (
    <>
      {!is_known(figure) && <p>Not known: {(figure.why || "the data for it is missing").replace(/\.$/, "")}.</p>}
      {figure.formula && (
        <p className="working-formula">
          {is_known(figure) && !is_on_page && (
            <>
              <strong>{format_quantity(figure, reader)}</strong> ={" "}
            </>
          )}
          {figure.formula}
        </p>
      )}
      {query.error ? <ProblemNote error={query.error} /> : !whole ? <Waiting lines={3} /> : <Inputs figure={whole} />}
      <p className="opened-foot">
        {figure.as_of !== null && <span>As of commit {figure.as_of}</span>}
        {!is_on_page && figure.link && <Link href={figure.link}>Open its page</Link>}
      </p>
    </>
  );
}

/** A page's reply holds the same figure with its inputs, at its top or in one of its fields. */
export function working_in(reply: unknown, figure: FigureData): FigureData | null {
  if (typeof reply !== "object" || reply === null) return null;
  if (is_figure(reply)) return reply;
  const figures = Object.values(reply).filter(is_figure);
  return figures.find((one) => one.formula === figure.formula) ?? { ...figure, inputs: [] };
}

function Inputs({ figure }: { figure: FigureData }) {
  const reader = useReader();
  if (!figure.inputs?.length) return null;
  return (
    <table className="working-inputs">
      <caption className="quiet">From</caption>
      <tbody>
        {figure.inputs.map((input) => (
          <tr key={input.name}>
            <th scope="row">{input.link ? <Link href={input.link}>{input.name}</Link> : input.name}</th>
            <td className="number">{format_input(input, reader)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
