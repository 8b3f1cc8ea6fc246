// SPDX-License-Identifier: Apache-2.0
import "./agreement.css";
import type { AgreementFinding, AgreementFindings } from "../ui/api.gen";
import { Figure, is_known } from "../ui/figure";
import { as_sentence, count_of, format_day, with_capital, type Reader } from "../ui/format";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";

/** What one clause would have found, with what that was worth. */
export function FindingLine({ finding }: { finding: AgreementFinding }) {
  if (finding.count === 0) return <span className="quiet">{with_capital(finding.sentence)}</span>;
  return (
    <span className="finding">
      <span>{with_capital(finding.sentence)}</span>
      <span className="finding-stake">
        <Figure figure={finding.stake} is_rounded />
        {is_known(finding.stake) && <span className="quiet">{finding.stake.name.toLowerCase()}</span>}
      </span>
    </span>
  );
}

export const period_in_words = (findings: AgreementFindings, reader: Reader) =>
  `${format_day(findings.from_day, reader)} to ${format_day(findings.to_day, reader)}`;

/** What a whole body would have found; while nobody has signed it, it is nobody's move. */
export function Findings({ findings, is_provisional }: { findings: AgreementFindings; is_provisional: boolean }) {
  const reader = useReader();
  const found = findings.items.filter((one) => one.count > 0);
  return (
    <>
      <p className="quiet">
        {period_in_words(findings, reader)}
        {is_provisional && ". Provisional: unsigned, so nobody’s move."}
      </p>
      {found.length === 0 && <p>Nothing: in these days the facts kept to every clause.</p>}
      <ul className="findings">
        {found.map((finding) => (
          <li key={finding.clause}>
            <FindingLine finding={finding} />
            {!is_provisional && <Side side={finding.mover} />}
          </li>
        ))}
      </ul>
      <Kept findings={findings.items.filter((one) => one.count === 0)} />
    </>
  );
}

/** The clauses that would have found nothing, and those that nothing on record can be judged by. */
function Kept({ findings }: { findings: readonly AgreementFinding[] }) {
  const reader = useReader();
  if (findings.length === 0) return null;
  return (
    <details className="quiet">
      <summary>{count_of(findings.length, "clause", "clauses", reader)} would have found nothing</summary>
      <ul>
        {findings.map((one) => (
          <li key={one.clause}>{as_sentence(with_capital(one.sentence))}</li>
        ))}
      </ul>
    </details>
  );
}
