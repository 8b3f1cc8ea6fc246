// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { AgreementBinding, AgreementKind, AgreementLine } from "../ui/api.gen";
import { useData } from "../ui/data";
import { as_sentence } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useMay } from "../ui/session";
import { Deputies } from "./agreement_deputies";
import { WhatBindsWhere } from "./agreement_places";
import { Templates } from "./agreement_templates";
import { title_of } from "./agreement_words";
import "./agreement.css";

/** Every agreement with where it stands, which of them binds where, and what could be agreed on besides. */
export function AgreementsPage(_: PageProps) {
  const agreements = useData("/agreements");
  const kinds = useData("/agreement-kinds");
  const bindings = useData("/agreement-bindings");
  return (
    <Page title="Agreements" lead="What both sides sign. Everything the review finds is judged by these.">
      <Loaded query={agreements}>
        {({ items }) => (
          <Loaded query={kinds}>
            {(all) => (
              <>
                {all.items.map((kind) => (
                  <OfKind key={kind.name} kind={kind} lines={items.filter((line) => line.kind === kind.name)} places={bindings.data?.items ?? []} />
                ))}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
      <Deputies />
    </Page>
  );
}

interface Props {
  kind: AgreementKind;
  lines: readonly AgreementLine[];
  places: readonly AgreementBinding[];
}

function OfKind({ kind, lines, places }: Props) {
  const here = places.filter((place) => place.kind === kind.name);
  return (
    <>
      {!lines.some((line) => line.territory === null) && <Start kind={kind} />}
      {lines.map((line) => (
        <Line key={line.slug} line={line} />
      ))}
      {here.length > 1 && <WhatBindsWhere kind={kind} lines={lines} places={here} />}
    </>
  );
}

function Line({ line }: { line: AgreementLine }) {
  return (
    <section className="panel agreement-line" aria-label={title_of(line)}>
      <div>
        <h2>
          <Link href={line.link}>{title_of(line)}</Link> <span className="quiet">version {line.number}</span>
        </h2>
        <p>{as_sentence(line.sentence)}</p>
      </div>
      <Button component={Link} href={line.link} variant="default">
        Read it
      </Button>
    </section>
  );
}

function Start({ kind }: { kind: AgreementKind }) {
  const may = useMay()("propose_agreements");
  return (
    <section className="panel" aria-label={kind.title}>
      <h2>
        {kind.title} <span className="quiet">nobody has proposed one for the whole company yet</span>
      </h2>
      <p>{kind.sentence}</p>
      <Templates kind={kind} />
      <p className="quiet">
        {may
          ? "Before anybody signs, a draft shows what each of its clauses would have found last quarter."
          : "A sales manager, a marketing manager or the liaison proposes it."}
      </p>
    </section>
  );
}
