// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { post } from "../ui/api";
import type { AgreementExceptionView, AgreementView } from "../ui/api.gen";
import { useAct } from "../ui/data";
import { as_sentence } from "../ui/format";
import { useSession } from "../ui/session";
import { tell } from "../ui/undo";
import { ActInDialog } from "./agreement_acts";
import { all_clauses, clause_in_words } from "./agreement_clauses";

/** Named exceptions from what was signed; each has an end and takes both sides. Those that ended stay to be read. */
export function Exceptions({ view }: { view: AgreementView }) {
  if (!view.can_except && view.exceptions.length === 0 && !binding.includes(view.state)) return null;
  const clauses = all_clauses(view.body_record, view.body);
  const params = { agreement: view.slug, number: view.number };
  return (
    <section className="panel" aria-label="Exceptions">
      <h2>Exceptions</h2>
      {view.exceptions.length === 0 && <p className="quiet">None: every clause holds for everybody.</p>}
      <ul className="exceptions">
        {view.exceptions.map((one) => (
          <Line key={one.id} exception={one} view={view} />
        ))}
      </ul>
      {view.can_except && (
        <ActInDialog
          button="Propose an exception"
          title="Propose an exception"
          record="agreement_exception_request"
          sources={{ clause: { values: clauses.map((value) => ({ value, label: clause_in_words(view.body_record, value) })) } }}
          send={(body) => post("/agreements/{agreement}/versions/{number}/exceptions", body as never, { params })}
        >
          It holds once both sides have accepted it, until the day you name. Where it names a territory, an account or a product, the
          review does not count what is of these against the clause; otherwise it stands in words only.
        </ActInDialog>
      )}
    </section>
  );
}

const binding = ["locked", "reopened"];
const over = ["ended", "lapsed"];

function Line({ exception, view }: { exception: AgreementExceptionView; view: AgreementView }) {
  const { person } = useSession();
  const accept = useAct(
    () =>
      post("/agreements/{agreement}/versions/{number}/exceptions/{exception}/signatures", undefined, {
        params: { agreement: view.slug, number: view.number, exception: exception.id },
      }),
    { then: () => tell(`Accepted: ${exception.what}.`) },
  );
  return (
    <li data-standing={exception.standing}>
      <strong>{exception.what}</strong>
      <span>
        from “{clause_in_words(view.body_record, exception.clause)}”: {exception.reason}
      </span>
      {!over.includes(exception.standing) && (
        <span>{exception.reach ? `Not counted: what is of ${exception.reach}.` : "In words only: the review counts everything."}</span>
      )}
      <span className="quiet">
        {as_sentence(exception.sentence)} Proposed by {exception.proposed_by}.
      </span>
      {exception.can_accept && (
        <Button
          {...(person.side === "none" ? {} : { color: person.side })}
          loading={accept.isPending}
          onClick={() => accept.mutate()}
          aria-label={`Accept the exception: ${exception.what}`}
        >
          Accept
        </Button>
      )}
    </li>
  );
}
