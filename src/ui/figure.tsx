// SPDX-License-Identifier: Apache-2.0
import { Drawer, Popover, UnstyledButton } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useId, type ReactNode } from "react";
import { Link } from "wouter";
import "./figure.css";
import { useAddress } from "./data";
import { format_number, format_unit, not_known, type Reader } from "./format";
import { Waiting } from "./loaded";
import { format_money, is_money, type Money } from "./money";
import { ProblemNote } from "./problem";
import { useReader } from "./session";

export interface FigureInput {
  name: string;
  value: number | string | Money | null;
  unit: string;
  link?: string | null | undefined;
}

/** A number that can say where it comes from; null where the data lacks, and then `why`. */
export interface FigureData {
  value: number | Money | null;
  unit: string;
  formula: string;
  inputs?: readonly FigureInput[] | null | undefined;
  as_of: number | null;
  why?: string | null | undefined;
  link?: string | null | undefined;
}

export const is_figure = (value: unknown): value is FigureData =>
  typeof value === "object" && value !== null && "formula" in value && "value" in value;

export function format_quantity(value: FigureInput["value"], unit: string, reader: Reader): string {
  if (value === null) return not_known;
  if (is_money(value)) return format_money(value, { locale: reader.locale });
  return typeof value === "number" ? format_unit(value, unit, reader) : value;
}

interface Props {
  figure: FigureData;
  /** What the number is, for those who hear it: "At stake". */
  label?: string | undefined;
  /** Another wording of the value, where a sentence needs one. */
  children?: ReactNode;
}

/** A number that opens its working: formula, inputs with their sources, as of which commit. */
export function Figure({ figure, label, children }: Props) {
  const [is_open, { close, toggle }] = useDisclosure(false);
  const reader = useReader();
  const is_phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const id = useId();
  const shown = format_quantity(figure.value, figure.unit, reader);
  const title = label ? `${label}: how it is worked out` : "How it is worked out";
  const button = (
    <UnstyledButton
      component="span"
      role="button"
      tabIndex={0}
      className="figure dotted"
      data-figure={figure.link ?? figure.formula}
      data-known={figure.value !== null}
      aria-haspopup="dialog"
      aria-expanded={is_open}
      aria-label={`${label ? `${label} ` : ""}${figure.value === null ? "not known" : shown}, show working`}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        toggle();
      }}
    >
      {children ?? shown}
    </UnstyledButton>
  );
  if (is_phone) {
    return (
      <>
        {button}
        <Drawer opened={is_open} onClose={close} position="bottom" title={title} size="auto" className="working-drawer">
          <Working figure={figure} />
        </Drawer>
      </>
    );
  }
  return (
    <Popover opened={is_open} onChange={(open) => !open && close()} width={380} shadow="md" trapFocus returnFocus id={id} transitionProps={{ duration: 80 }}>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown aria-label={title} className="working-popover" onClick={(event) => event.stopPropagation()}>
        {is_open && <Working figure={figure} title={title} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The working itself: of the figure at hand, or fetched where a list left the inputs out. */
function Working({ figure, title }: { figure: FigureData; title?: string }) {
  const is_whole = (figure.inputs?.length ?? 0) > 0 || !figure.link;
  const query = useAddress<unknown>(is_whole ? null : (figure.link ?? null));
  const whole = is_whole ? figure : working_in(query.data, figure);
  return (
    <div className="working" tabIndex={-1} data-autofocus>
      {title && <h2>{title}</h2>}
      {figure.value === null && <p>Not known: {figure.why ?? "the data for it is missing"}.</p>}
      <p className="working-formula">{figure.formula}</p>
      {query.error ? <ProblemNote error={query.error} /> : !whole ? <Waiting lines={3} /> : <Inputs figure={whole} />}
      <p className="working-foot">
        {figure.as_of !== null && <span>As of commit {figure.as_of}</span>}
        {figure.link && <Link href={figure.link}>Open its page</Link>}
      </p>
    </div>
  );
}

/** A page's reply holds the same figure with its inputs, at its top or in one of its fields. */
export function working_in(reply: unknown, figure: FigureData): FigureData | null {
  if (typeof reply !== "object" || reply === null) return null;
  if (is_figure(reply)) return reply;
  const figures = Object.values(reply).filter(is_figure);
  return figures.find((one) => one.formula === figure.formula) ?? figures[0] ?? { ...figure, inputs: [] };
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
            <td className="number">
              {input.unit === "count" && typeof input.value === "number"
                ? format_number(input.value, reader)
                : format_quantity(input.value, input.unit, reader)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
