// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { useSearch } from "wouter";
import { Problem, url_of } from "../ui/api";
import type { Roi, RoiLine, RulesTold } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { Figure, is_known, type FigureData } from "../ui/figure";
import { read_list_query } from "../ui/list_query";
import { useItem } from "../ui/named";
import { Total, Totals, TotalUnder } from "../ui/totals";
import { home_of_line, line_in } from "./roi_behind_title";
import { AsAgreed, is_beside_agreed, WhoseRules } from "./roi_told";
import type { Question } from "./roi_question";

/** The line that a list is of: what it is called, and its figures where there is something of it in these days. */
export function useLine(question: Question) {
  const line = line_in(question);
  const { columns: _columns, ...asked } = question;
  const query = useAddress<RoiLine>(line === null ? null : url_of("/roi/line", {}, asked));
  const is_none = query.error instanceof Problem && query.error.status === 404;
  const home = is_none && line !== "0" ? home_of_line(question) : null;
  const record = useItem(home ?? "", home && line).data;
  return { query, is_none, name: query.data?.name ?? String(record?.["name"] ?? "") };
}

/** What a list comes to: its label, the figure, the same as agreed. */
export type Sum = readonly [label: string, figure: FigureData, agreed?: FigureData];

/** By which rules a list is told, and whatever else its reply leads to. */
export const told_over = (is_beside: boolean, more?: ReactNode) => (reply: unknown) => (
  <>
    <WhoseRules rules={(reply as { rules?: RulesTold }).rules ?? null} is_beside={is_beside} />
    {more}
  </>
);

/** The sums of the whole list; none where it is searched or filtered, for they are not what is then shown. */
export function SumsOver({ sums, rules, held }: { sums: readonly Sum[]; rules: RulesTold | null; held: object }) {
  const { q, filters } = read_list_query(useSearch(), "", Object.keys(held));
  if (sums.length === 0 || q !== "" || Object.keys(filters).length > 0) return null;
  return (
    <Totals>
      {sums.map(([label, figure, agreed]) => (
        <Total key={label} label={label}>
          <Figure figure={figure} label={label} is_rounded />
          {agreed && rules && is_beside_agreed(rules) && is_known(agreed) && (
            <TotalUnder>
              <AsAgreed figure={agreed} />
            </TotalUnder>
          )}
        </Total>
      ))}
    </Totals>
  );
}

interface SumsProps {
  question: Question;
  line: RoiLine | undefined;
  of_line: (line: RoiLine) => readonly Sum[];
  of_all?: (report: Roi) => readonly Sum[];
}

/** What the line comes to, else all lines together. */
export function SumsOfLine({ question, line, of_line, of_all }: SumsProps) {
  const { line: _line, columns: _columns, ...asked } = question;
  const report = useAddress<Roi>(of_all && line_in(question) === null ? url_of("/roi", {}, asked) : null).data;
  const sums = line ? of_line(line) : report && of_all ? of_all(report) : [];
  return <SumsOver sums={sums} rules={(line ?? report)?.rules ?? null} held={question} />;
}
