// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { place_name, territories_of, title_of } from "./agreement_words";

const place = (territory: number | null, territory_name: string, depth: number) => ({ territory, territory_name, depth });
const places = [place(null, "", 0), place(1, "America", 1), place(2, "East", 2), place(4, "Northeast", 3), place(3, "West", 2), place(9, "Asia", 1)];

describe("the places an agreement can bind", () => {
  it("have a name each", () => {
    expect(place_name(places[0]!)).toBe("The whole company");
    expect(place_name(places[3]!)).toBe("Northeast");
  });

  it("hold what lies below them", () => {
    expect(territories_of(places, 1)).toEqual([1, 2, 4, 3]);
    expect(territories_of(places, 2)).toEqual([2, 4]);
    expect(territories_of(places, 9)).toEqual([9]);
    expect(territories_of(places, null)).toEqual([]);
    expect(territories_of(places, 77)).toEqual([]);
  });

  it("stand in the agreement's title", () => {
    expect(title_of({ title: "Funnel", territory_name: "" })).toBe("Funnel");
    expect(title_of({ title: "Funnel", territory_name: "West" })).toBe("Funnel of West");
  });
});
