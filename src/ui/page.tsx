// SPDX-License-Identifier: Apache-2.0
import { Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";

/** What each page component gets: the parts of its path. */
export interface PageProps {
  params: Record<string, string>;
}

interface Props {
  title: string;
  /** A sentence under the title: what is here, of when. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page's head and body; names the browser's tab. */
export function Page({ title, lead, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Accord`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <div>
          <Title order={1}>{title}</Title>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
