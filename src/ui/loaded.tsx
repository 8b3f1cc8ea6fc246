// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { ProblemNote } from "./problem";

/** True only once something has lasted: what is done within 100 ms shows no sign of waiting. */
export function useDelayed(is_waiting: boolean, delay_ms = 100): boolean {
  const [is_late, set_late] = useState(false);
  useEffect(() => {
    if (!is_waiting) return set_late(false);
    const timer = setTimeout(() => set_late(true), delay_ms);
    return () => clearTimeout(timer);
  }, [is_waiting, delay_ms]);
  return is_waiting && is_late;
}

/** Grey lines where text will stand. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  if (!useDelayed(true)) return <div aria-busy="true" />;
  return (
    <div aria-busy="true" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} mt={14} width={`${94 - ((line * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** A query's data once it is there; until then nothing, then grey lines; or its problem and its remedy. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  return <Waiting />;
}
