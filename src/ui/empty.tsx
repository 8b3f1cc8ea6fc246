// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";

/** Nothing here yet: what it would be, and what to do first. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
