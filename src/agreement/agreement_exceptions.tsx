// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { post } from "../ui/api";
import type { AgreementExceptionView, AgreementView } from "../ui/api.gen";
import { useAct } from "../ui/data";
import { format_day, list_in_words } from "../ui/format";
import { useReader, useSession } from "../ui/session";
import { ActInDialog } from "./agreement_acts";
import { all_clauses, clause_in_words } from "./agreement_clauses";

const binding = ["locked", "reopened"];

/** Named exceptions from what was signed; each has an end and takes both sides. */
export function Exceptions({ view }: { view: AgreementView }) {
  const { person } = useSession();
  const may_sign = view.needs.some((need) => need.side === person.side && need.may_sign.includes(person.name)) || view.can_reopen;
  if (!binding.includes(view.state)) return null;
  const clauses = all_clauses(view.body_record, view.body);
  const params = { agreement: view.slug, number: view.number };
  return (
    <section className="panel" aria-label="Exceptions">
      <h2>Exceptions</h2>
      {view.exceptions.length === 0 && <p className="quiet">None: every clause holds for everybody.</p>}
      <ul className="exceptions">
        {view.exceptions.map((one) => (
          <Line key={one.id} exception={one} view={view} may_sign={may_sign} />
        ))}
      </ul>
      {may_sign && (
        <ActInDialog
          button="Propose an exception"
          title="Propose an exception"
          record="agreement_exception_request"
          sources={{ clause: { values: clauses.map((value) => ({ value, label: clause_in_words(view.body_record, value) })) } }}
          send={(body) => post("/agreements/{agreement}/versions/{number}/exceptions", body as never, { params })}
        >
          It holds once both sides have accepted it, until the day you name.
        </ActInDialog>
      )}
    </section>
  );
}

interface Props {
  exception: AgreementExceptionView;
  view: AgreementView;
  may_sign: boolean;
}

function Line({ exception, view, may_sign }: Props) {
  const reader = useReader();
  const { person } = useSession();
  const accept = useAct(() =>
    post("/agreements/{agreement}/versions/{number}/exceptions/{exception}/signatures", undefined, {
      params: { agreement: view.slug, number: view.number, exception: exception.id },
    }),
  );
  const until = format_day(exception.until, reader);
  const stands = exception.is_in_force
    ? `In force until ${until}`
    : `Until ${until}; accepted by ${list_in_words(exception.signed_for) || "neither side"} so far`;
  return (
    <li>
      <strong>{exception.what}</strong>
      <span>
        from “{clause_in_words(view.body_record, exception.clause)}”: {exception.reason}
      </span>
      <span className="quiet">
        {stands}. Proposed by {exception.proposed_by}.
      </span>
      {may_sign && !exception.signed_for.includes(person.side) && (
        <Button
          {...(person.side === "none" ? {} : { color: person.side })}
          loading={accept.isPending}
          onClick={() => accept.mutate()}
        >
          Accept
        </Button>
      )}
    </li>
  );
}
