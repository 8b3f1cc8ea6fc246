// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { post, url_of } from "../ui/api";
import type { AgreementView } from "../ui/api.gen";
import { useAct } from "../ui/data";
import { Form, type Source } from "../ui/form";
import { as_sentence } from "../ui/format";
import { useKeys } from "../ui/keys";
import { useSession } from "../ui/session";
import { tell } from "../ui/undo";

const sides: Record<string, string> = { sales: "Sales", marketing: "Marketing", none: "finance" };

const place_of = (view: AgreementView) => ({ agreement: view.slug, number: view.number });

/** Signs for the reader's side, in that side's colour; nothing where it is not theirs to sign. */
export function SignButton({ view }: { view: AgreementView }) {
  const { person } = useSession();
  const sign = useAct(
    () => post("/agreements/{agreement}/versions/{number}/signatures", undefined, { params: place_of(view) }),
    { then: (signed) => tell(as_sentence(signed.sentence)) },
  );
  if (!view.can_sign) return null;
  const color = person.side === "none" ? {} : { color: person.side };
  return (
    <Button {...color} loading={sign.isPending} onClick={() => sign.mutate()}>
      {person.side === "none" ? "Countersign for finance" : `Sign for ${sides[person.side]}`}
    </Button>
  );
}

/** What the reader may do about a version now: sign, counter, decline, reopen, impose. */
export function VersionActs({ view }: { view: AgreementView }) {
  const is_own = view.is_own;
  const params = place_of(view);
  const edit = url_of("/agreements/{agreement}/edit", { agreement: view.slug }, { from: view.number });
  return (
    <>
      <SignButton view={view} />
      {view.can_propose && (
        <Button component={Link} href={edit} variant="default">
          {propose_verb(view)}
        </Button>
      )}
      {view.can_decline && (
        <ActInDialog
          button={is_own ? "Withdraw" : "Decline"}
          title={is_own ? "Withdraw this version" : "Decline this version"}
          record="agreement_reason"
          send={(body) => post("/agreements/{agreement}/versions/{number}/declines", body as never, { params })}
          stroke="x"
        >
          The reason is kept with the version, for the other side to answer by the next one.
        </ActInDialog>
      )}
      {view.can_reopen && (
        <ActInDialog
          button="Reopen"
          title="Ask to reopen this agreement"
          record="agreement_reason"
          send={(body) => post("/agreements/{agreement}/versions/{number}/reopenings", body as never, { params })}
        >
          It takes both sides, each with a reason. Until the next version is signed, this one goes on binding.
        </ActInDialog>
      )}
      {view.can_impose && (
        <ActInDialog
          button="Impose for a while"
          title="Impose this version for a while"
          record="agreement_imposition_request"
          send={(body) => post("/agreements/{agreement}/versions/{number}/impositions", body as never, { params })}
        >
          The date to sign by has passed. An interim version binds at once, is shown as imposed, and ends within 92 days.
        </ActInDialog>
      )}
    </>
  );
}

/** An open version is countered; one that both signed is followed; an older one can be taken up again. */
function propose_verb(view: AgreementView): string {
  if (view.number !== view.versions[0]?.number) return "Propose it again";
  return ["reopened", "ended"].includes(view.state) ? "Propose the next version" : "Counter";
}

interface DialogProps {
  button: string;
  title: string;
  /** The description of what is written. */
  record: string;
  send: (body: object) => Promise<unknown>;
  sources?: Record<string, Source>;
  stroke?: string;
  children: ReactNode;
}

/** An act that needs words: a button that opens its form. */
export function ActInDialog({ button, title, record, send, sources, stroke, children }: DialogProps) {
  const [is_open, { open, close }] = useDisclosure(false);
  useKeys(stroke ? { [stroke]: { label: button, run: open } } : {});
  return (
    <>
      <Button variant="default" onClick={open}>
        {button}
      </Button>
      <Modal opened={is_open} onClose={close} title={title}>
        <p>{children}</p>
        <Form record={record} send={send} then={close} button={button} on_cancel={close} {...(sources && { sources })} />
      </Modal>
    </>
  );
}
