// SPDX-License-Identifier: Apache-2.0
import type { UseQueryResult } from "@tanstack/react-query";
import "./audience.css";
import { Figure, type FigureData } from "../ui/figure";
import { ProblemNote } from "../ui/problem";
import { Total, Totals } from "../ui/totals";

/** What a list comes to; each number opens the rows that it counts. */
export function ListFigures<T extends object>({ query, shown }: { query: UseQueryResult<T>; shown: readonly (keyof T)[] }) {
  const { data } = query;
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  return (
    <div className="audience-figures">
      <Totals is_busy={!data}>
        {data &&
          shown.map((name) => {
            const figure = data[name] as FigureData;
            return (
              <Total key={String(name)} label={figure.name}>
                <Figure figure={figure} />
              </Total>
            );
          })}
      </Totals>
    </div>
  );
}
