// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { ClaimCredit, ClaimRow, CreditTrial } from "../ui/api.gen";
import { useData } from "../ui/data";
import { Figure } from "../ui/figure";
import { as_sentence } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { useMay, useReader } from "../ui/session";

/** What a side says that its touchpoints brought, beside what the rules of credit say, and why the two differ. */
export function ToTheRules({ claim }: { claim: ClaimRow }) {
  const may = useMay();
  if (!may("see_roi")) return null;
  return <Compared claim={claim} />;
}

function Compared({ claim }: { claim: ClaimRow }) {
  const query = useData("/claims/{id}/credit", { params: { id: claim.id } });
  return <Loaded query={query}>{(credit) => <CreditPanel credit={credit} />}</Loaded>;
}

function CreditPanel({ credit }: { credit: ClaimCredit }) {
  return (
    <section className="panel" aria-label="By the rules of credit">
      <h2>By the rules of credit</h2>
      <p>{as_sentence(credit.sentence)}</p>
      <table className="claims-credit">
        <tbody>
          {[credit.stated, credit.agreed, credit.difference].map((figure) => (
            <tr key={figure.name}>
              <th scope="row">{figure.name}</th>
              <td className="number">
                <Figure figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {as_sentence(credit.rules_sentence)} <Link href={credit.rules_link}>{credit.is_agreed ? "The rules" : "Agree on rules"}</Link>
      </p>
      {credit.items.length > 0 && <Trials credit={credit} />}
    </section>
  );
}

/** Every single thing that the report may do otherwise, the nearest to the claim first. */
function Trials({ credit }: { credit: ClaimCredit }) {
  const { locale } = useReader();
  return (
    <table className="claims-credit">
      <caption className="quiet">
        One change at a time. What is within {format_money(credit.tolerance, { locale })} (0.5%) of the claim comes to it; what changes nothing is left
        out.
      </caption>
      <thead>
        <tr>
          <th scope="col">If its report…</th>
          <th scope="col" className="number">
            It would state
          </th>
          <th scope="col" className="number">
            Off the claim by
          </th>
        </tr>
      </thead>
      <tbody>
        {credit.items.map((trial) => (
          <Trial key={trial.words} trial={trial} />
        ))}
      </tbody>
    </table>
  );
}

function Trial({ trial }: { trial: CreditTrial }) {
  const { locale } = useReader();
  const words = trial.link ? <Link href={trial.link}>{trial.words}</Link> : trial.words;
  return (
    <tr>
      <th scope="row">
        {trial.is_reason ? (
          <>
            <strong>{words}</strong> <span className="quiet">{trial.off.minor === 0 ? "comes to its number" : "comes within 0.5% of its number"}</span>
          </>
        ) : (
          words
        )}
      </th>
      <td className="number">{format_money(trial.revenue, { locale })}</td>
      <td className="number">{format_money(trial.off, { locale })}</td>
    </tr>
  );
}
