// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import "./roi_models.css";
import { question_in, without_only } from "./roi_question";

/** What a page can be told by; what it cannot, its own usual takes the place of. */
const touched = ["channel", "campaign", "side"];

const tabs: { path: string; label: string; by?: readonly string[] }[] = [
  { path: "/roi", label: "Return" },
  { path: "/roi/models", label: "Models", by: touched },
  { path: "/roi/journeys", label: "Journeys", by: touched },
  { path: "/roi/cohorts", label: "Cohorts", by: [...touched, "product", "territory", "segment", "salesperson"] },
];

/** The pages that answer the same question, which goes along from one to the other. */
export function RoiTabs() {
  const [path] = useLocation();
  const { line: _line, columns: _columns, by, ...asked } = question_in(useSearch());
  const of_all = without_only(asked);
  return (
    <nav className="roi-tabs no-print" aria-label="Marketing ROI">
      {tabs.map((tab) => {
        const goes_along = by && (tab.by?.includes(by) ?? true) ? { by } : {};
        return (
          <Link key={tab.path} href={url_of(tab.path, {}, { ...(tab.path === "/roi" ? asked : of_all), ...goes_along })} aria-current={path === tab.path ? "page" : undefined}>
            {tab.label}
          </Link>
        );
      })}
    </nav>
  );
}
