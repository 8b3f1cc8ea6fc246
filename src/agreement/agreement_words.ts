// SPDX-License-Identifier: Apache-2.0
import type { AgreementBinding } from "../ui/api.gen";

/** "Funnel", "Funnel of West" */
export const title_of = (one: { title: string; territory_name: string }) =>
  one.territory_name ? `${one.title} of ${one.territory_name}` : one.title;

type Place = Pick<AgreementBinding, "territory" | "territory_name" | "depth">;

/** "The whole company", "West" */
export const place_name = ({ territory_name }: Pick<Place, "territory_name">) => territory_name || "The whole company";

/** A territory and those below it, of places in the order of their tree; none for the company. */
export function territories_of<P extends Place>(places: readonly P[], territory: number | null): number[] {
  const at = places.findIndex((place) => place.territory === territory);
  const top = places[at];
  if (territory === null || !top) return [];
  const end = places.findIndex((place, i) => i > at && place.depth <= top.depth);
  return places.slice(at, end < 0 ? undefined : end).flatMap((place) => place.territory ?? []);
}
