// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useData } from "./data";
import { Opener } from "./opener";
import { Side } from "./side";

/** A word with the stage's agreed definition behind it; plain text where nobody agreed on one. */
export function Term({ name, children }: { name: string; children?: ReactNode }) {
  const glossary = useData("/glossary");
  const entry = glossary.data?.items.find((one) => one.term.toLowerCase() === name.toLowerCase());
  if (!entry) return <>{children ?? name}</>;
  return (
    <Opener
      kind="term"
      title={entry.term}
      label={`${name}, show the agreed definition`}
      words={children ?? name}
      content={() => (
        <>
          <p>{entry.definition}</p>
          {entry.is_provisional && <p className="quiet">From a draft: not signed by both sides yet.</p>}
          <p className="opened-foot">
            <Side side={entry.responsible} />
            <Link href={entry.link}>{entry.agreement}</Link>
          </p>
        </>
      )}
    />
  );
}
