// SPDX-License-Identifier: Apache-2.0
import "./agreement.css";
import type { AgreementFinding, AgreementFindings } from "../ui/api.gen";
import { Figure, is_known } from "../ui/figure";
import { format_day, type Reader } from "../ui/format";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";

/** What one clause would have found, with what that was worth. */
export function FindingLine({ finding }: { finding: AgreementFinding }) {
  return (
    <span className="finding">
      <span>{finding.sentence}</span>
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
  return (
    <>
      <p className="quiet">
        {period_in_words(findings, reader)}
        {is_provisional && ". Provisional: unsigned, so nobody’s move."}
      </p>
      {findings.items.length === 0 && <p>Nothing: in these days the facts kept to every clause.</p>}
      <ul className="findings">
        {findings.items.map((finding) => (
          <li key={finding.clause}>
            <FindingLine finding={finding} />
            {!is_provisional && <Side side={finding.mover} />}
          </li>
        ))}
      </ul>
    </>
  );
}
