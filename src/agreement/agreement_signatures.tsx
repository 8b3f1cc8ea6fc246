// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { AgreementNeed, AgreementView } from "../ui/api.gen";
import { format_day, list_in_words } from "../ui/format";
import { useReader, useSession } from "../ui/session";
import { Side } from "../ui/side";

/** The signatures that are needed, who gave them, and who may. */
export function Signatures({ view }: { view: AgreementView }) {
  const reader = useReader();
  const { today } = useSession();
  return (
    <section className="panel" aria-label="Signatures">
      <h2>Signatures</h2>
      <dl className="needs">
        {view.needs.map((need) => (
          <div key={need.side}>
            <dt>{need.side === "none" ? "Finance" : <Side side={need.side} />}</dt>
            <dd>{state_of(need)}</dd>
            {!need.signed_by && <dd className="quiet">{need.why_nobody ? "" : `${need.rule} signs.`}</dd>}
          </div>
        ))}
      </dl>
      {view.due_on && view.needs.some((need) => !need.signed_by) && (
        <p>
          {view.due_on < today ? "Was to be signed by" : "To be signed by"} {format_day(view.due_on, reader, "long")}.
        </p>
      )}
      {view.in_force_from && <p>Binding from {format_day(view.in_force_from, reader, "long")}.</p>}
      <p className="quiet needs-deputy">
        Away? <Link href="/agreements#deputies">Name a deputy</Link>
      </p>
    </section>
  );
}

function state_of(need: AgreementNeed): string {
  if (need.signed_by) return `signed by ${need.signed_by}`;
  if (need.why_nobody) return `nobody may sign yet. ${need.why_nobody}`;
  return `${list_in_words(need.may_sign).replace(/ and (?=[^,]*$)/, " or ")} may sign`;
}
