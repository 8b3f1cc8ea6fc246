// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { get, type Query } from "../ui/api";
import { Figure, type FigureData } from "../ui/figure";
import { Term } from "../ui/glossary";
import { ProblemNote } from "../ui/problem";

/** What the list's opportunities come to; each number opens its working, each stage narrows the list. */
export function TotalsStrip({ asked }: { asked: Query }) {
  const query = useQuery({
    queryKey: ["totals", asked],
    queryFn: ({ signal }) => get("/opportunities/totals", { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  const totals = query.data;
  if (!totals) return <div className="totals" aria-busy="true" />;
  if (totals.count.number === 0) return null;
  return (
    <dl className="totals">
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
    </dl>
  );
}

function Total({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Values({ figures }: { figures: readonly FigureData[] }) {
  return figures.map((figure) => (
    <div key={figure.name} className="totals-value">
      <Figure figure={figure} />
    </div>
  ));
}

function StageLink({ stage, figure }: { stage: string; figure: FigureData }) {
  const link = figure.inputs?.[0]?.link;
  return (
    <>
      {link ? <Link href={link}>Open in</Link> : "Open in"} <Term name={stage} />
    </>
  );
}
