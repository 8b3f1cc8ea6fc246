// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import "./totals.css";

/** What a page comes to: a few named numbers side by side. */
export const Totals = ({ children, is_busy = false }: { children?: ReactNode; is_busy?: boolean }) => (
  <dl className="totals" aria-busy={is_busy}>
    {children}
  </dl>
);

export const Total = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** What stands under a total, in small. */
export const TotalUnder = ({ children }: { children: ReactNode }) => <div className="totals-value">{children}</div>;
