// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { days_in_words, phase_of } from "./campaign_days";

const reader = { locale: "en-US", today: "2026-03-11" };
const days = (starts_on: string | null, ends_on: string | null) => ({ starts_on, ends_on });

describe("a campaign", () => {
  it("is planned, running or over, its first and last day included", () => {
    const phase = (starts: string | null, ends: string | null) => phase_of(days(starts, ends), reader.today);
    expect(phase("2026-03-12", "2026-03-14")).toBe("planned");
    expect(phase("2026-03-11", "2026-03-14")).toBe("running");
    expect(phase("2026-03-01", "2026-03-11")).toBe("running");
    expect(phase("2026-03-01", "2026-03-10")).toBe("over");
    expect(phase("2025-03-01", null)).toBe("running");
    expect(phase(null, "2026-03-14")).toBe("undated");
  });
  it("says its days as they are known", () => {
    const words = (starts: string | null, ends: string | null) => days_in_words(days(starts, ends), reader);
    expect(words("2026-03-10", "2026-03-12")).toBe("10 Mar to 12 Mar");
    expect(words("2026-03-10", "2026-03-10")).toBe("10 Mar");
    expect(words("2025-02-19", "2025-06-18")).toBe("19 Feb to 18 Jun 2025");
    expect(words("2025-12-19", "2026-01-18")).toBe("19 Dec 2025 to 18 Jan");
    expect(words("2025-12-01", null)).toBe("Since 1 Dec 2025");
    expect(words("2026-04-01", null)).toBe("From 1 Apr");
    expect(words(null, "2026-04-01")).toBe("Until 1 Apr");
    expect(words(null, null)).toBe("No days given");
  });
});
