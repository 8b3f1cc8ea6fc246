// SPDX-License-Identifier: Apache-2.0
import type { OpportunityTotals } from "../ui/api.gen";

/** A stage's name as a system of record uses it, with how many open opportunities stand there. */
export interface StageInData {
  name: string;
  count: number;
}

export const stages_in_data = (totals: Pick<OpportunityTotals, "open_by_stage"> | undefined): StageInData[] =>
  (totals?.open_by_stage ?? []).filter((one) => one.stage).map((one) => ({ name: one.stage, count: one.count.number ?? 0 }));

interface Stage {
  name?: string;
  crm_stages?: readonly string[];
}

/** Those that no step of a body takes, by its own name or by one mapped to it; names are compared without case. */
export function unmapped(names: readonly StageInData[], body: Record<string, unknown>): StageInData[] {
  const stages = (Array.isArray(body.stages) ? body.stages : []) as Stage[];
  const taken = new Set(stages.flatMap((one) => [one.name ?? "", ...(one.crm_stages ?? [])]).map((name) => name.toLowerCase()));
  return names.filter(({ name }) => !taken.has(name.toLowerCase()));
}
