// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { GlossaryTerm } from "./api.gen";
import { useData } from "./data";
import { Opener } from "./opener";
import { Side } from "./side";

interface Props {
  name: string;
  /** Where it is used: a territory may have agreed on a sense of its own. */
  territory?: number | null | undefined;
  /** The version whose sense is meant, where one judges by it. */
  agreement?: string;
  children?: ReactNode;
}

/** A word with the stage's agreed definition behind it; plain text where nobody agreed on one. */
export function Term({ name, territory, agreement, children }: Props) {
  const glossary = useData("/glossary");
  const entry = entry_for(glossary.data?.items ?? [], name, territory ?? null, agreement);
  if (!entry) return <>{children ?? name}</>;
  return (
    <Opener
      kind="term"
      title={entry.term}
      label={children ? undefined : `${name}, show the agreed definition`}
      words={children ?? name}
      content={() => (
        <>
          <p>{entry.definition}</p>
          {entry.is_provisional && <p className="quiet">Provisional: {entry.why_provisional}.</p>}
          <p className="opened-foot">
            <Side side={entry.responsible} />
            <Link href={entry.link}>{entry.agreement}</Link>
          </p>
        </>
      )}
    />
  );
}

/** The sense a word has in a version, in a territory, or where nothing else is agreed. */
export function entry_for(items: readonly GlossaryTerm[], name: string, territory: number | null, agreement?: string): GlossaryTerm | undefined {
  const same = items.filter((one) => one.term.toLowerCase() === name.toLowerCase());
  const judged_by = same.find((one) => one.link === agreement);
  if (judged_by || territory === null) return judged_by ?? same.find((one) => one.territories.length === 0);
  // Where a territory has its own words, a word that is not among them has no agreed sense there.
  const has_own = items.some((one) => one.territories.includes(territory));
  return same.find((one) => (has_own ? one.territories.includes(territory) : one.territories.length === 0));
}
