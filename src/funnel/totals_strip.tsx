// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get, type Query } from "../ui/api";
import { Figure, type FigureData } from "../ui/figure";
import { format_number } from "../ui/format";
import { Term } from "../ui/glossary";
import { ProblemNote } from "../ui/problem";
import { useReader } from "../ui/session";
import { Total, Totals, TotalUnder } from "../ui/totals";

/** What the list's opportunities come to; each number opens its working, each stage narrows the list. */
export function TotalsStrip({ asked }: { asked: Query }) {
  const query = useQuery({
    queryKey: ["totals", asked],
    queryFn: ({ signal }) => get("/opportunities/totals", { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  const totals = query.data;
  if (!totals) return <Totals is_busy />;
  if (totals.count.number === 0) return null;
  return (
    <Totals>
      <Total label="In this list">
        <Figure figure={totals.count} />
      </Total>
      <Total label="Won">
        <Figure figure={totals.won_count} />
        <Values figures={totals.won_values} />
      </Total>
      {totals.open_by_stage.map(({ stage, count, values }) => (
        <Total key={stage} label={<StageLink stage={stage} figure={count} />}>
          <Figure figure={count} />
          <Values figures={values} />
        </Total>
      ))}
    </Totals>
  );
}

function Values({ figures }: { figures: readonly FigureData[] }) {
  return figures.map((figure) => (
    <TotalUnder key={figure.name}>
      <Figure figure={figure} is_rounded />
      {figure.name?.includes(", all in ") && " in all"}
      <LeftOut figure={figure} />
    </TotalUnder>
  ));
}

/** How many values are in no sum of the company's currency. */
function LeftOut({ figure }: { figure: FigureData }) {
  const reader = useReader();
  const count = (figure.inputs ?? []).reduce((all, { name, number }) => all + (name.startsWith("left out: in ") ? (number ?? 0) : 0), 0);
  if (count === 0) return null;
  return (
    <>
      {", "}
      <Link href="/exchange-rates">{format_number(count, reader)} left out: no exchange rate</Link>
    </>
  );
}

function StageLink({ stage, figure }: { stage: string; figure: FigureData }) {
  const link = figure.inputs?.[0]?.link;
  return (
    <>
      {link ? <Link href={link}>Open in</Link> : "Open in"} <Term name={stage} />
    </>
  );
}
