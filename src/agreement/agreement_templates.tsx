// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { post, url_of } from "../ui/api";
import type { AgreementKind, AgreementTemplate } from "../ui/api.gen";
import { count_of } from "../ui/format";
import { useMay, useReader } from "../ui/session";
import "./agreement.css";
import { names_in } from "./agreement_clauses";
import { FindingLine, period_in_words } from "./agreement_findings";

/** The templates of a kind, each with what it would have found in the firm's own facts. */
export function Templates({ kind }: { kind: AgreementKind }) {
  return (
    <ul className="templates">
      {kind.templates.map((template) => (
        <Card key={template.name} kind={kind} template={template} />
      ))}
    </ul>
  );
}

interface Props {
  kind: AgreementKind;
  template: AgreementTemplate;
}

function Card({ kind, template }: Props) {
  const may_propose = useMay()("propose_agreements");
  const steps = names_in((template.body as Record<string, unknown>).stages);
  return (
    <li>
      <strong>{template.title}</strong>
      <span>{template.sentence}</span>
      {steps.length > 0 && (
        <span className="quiet">
          {count_of(steps.length, "stage")}: {steps.join(" → ")}
        </span>
      )}
      <Worth kind={kind} template={template} />
      {may_propose && (
        <Button component={Link} href={url_of("/agreements/{kind}/edit", { kind: kind.name }, { template: template.name })}>
          Start from this template
        </Button>
      )}
    </li>
  );
}

const shown_max = 2;

/** Value before signature: what its clauses would have found; nothing where there are no facts for it yet. */
function Worth({ kind, template }: Props) {
  const reader = useReader();
  const trial = useQuery({
    queryKey: ["trial", kind.name, template.name],
    queryFn: () => post("/agreement-kinds/{kind}/findings", { body: template.body }, { params: { kind: kind.name } }),
    staleTime: 60_000,
  });
  const found = trial.data?.items.filter((one) => one.count > 0) ?? [];
  if (!trial.data || found.length === 0) return null;
  return (
    <div className="template-worth">
      <p className="quiet">From {period_in_words(trial.data, reader)} it would have found</p>
      <ul className="findings">
        {found.slice(0, shown_max).map((finding) => (
          <li key={finding.clause}>
            <FindingLine finding={finding} />
          </li>
        ))}
      </ul>
      {found.length > shown_max && <p className="quiet">and {count_of(found.length - shown_max, "more clause", "more clauses")} would have found something.</p>}
    </div>
  );
}
