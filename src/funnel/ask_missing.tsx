// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { AlikeNote } from "../account/alike_note";
import { LogActivity } from "../fact/log_activity";
import { post } from "../ui/api";
import { Form, type Source } from "../ui/form";
import { useMay } from "../ui/session";
import { missing_of, with_more, type Missing } from "./missing";

interface Props<Result> {
  /** What holds the fields that are asked for: `move_draft`, `evidence_given`. */
  record: string;
  missing: Missing;
  /** The lead or opportunity that lacks it, and the account that it has. */
  lead: number;
  account?: number | null;
  sources?: Record<string, Source> | undefined;
  /** What the button does, as a verb. */
  button: string;
  send: (given: object) => Promise<Result>;
  then: (result: Result) => void;
  close: () => void;
}

/** Asks on the spot for what an act demands and the record lacks; then the act is done with that. What is refused once more is asked
 * for as well, and nothing typed is lost. */
export function AskMissing<Result>({ record, missing, lead, account = null, sources, button, send, then, close }: Props<Result>) {
  const [asked, ask] = useState(missing);
  const [typed, set_typed] = useState<Record<string, unknown>>({});
  const [adding, add] = useState<New | null>(null);
  const try_it = async (given: object) => {
    try {
      return await send(given);
    } catch (error) {
      const more = missing_of(error);
      if (more) {
        set_typed({ ...given });
        ask(with_more(asked, more));
      }
      throw error;
    }
  };
  // Once somebody did something about it, the act may go through, or says what else it lacks.
  const again = () => {
    ask({ ...asked, needs_activity: false });
    if (asked.fields.length === 0) void try_it({}).then(then, () => undefined);
  };
  if (asked.needs_activity) return <FirstLog why={asked.why} lead={lead} then={again} />;
  if (adding) return <AddNew what={adding} account={Number(typed["account"]) || account} then={(id) => (set_typed({ ...typed, [adding]: id }), add(null))} close={() => add(null)} />;
  const of_account = Number(typed["account"]) || account;
  const contacts: Record<string, Source> = of_account ? { contact: { path: "/contacts", label: "name", query: { account: String(of_account) } } } : {};
  return (
    <>
      <p className="quiet">{asked.why}</p>
      <Form<Result>
        key={asked.fields.join()}
        record={record}
        only={asked.fields}
        needed={asked.fields}
        value={typed}
        button={button}
        sources={{ ...contacts, ...sources }}
        on_change={set_typed}
        send={(body: object) => try_it(body)}
        then={then}
        on_cancel={close}
      />
      <NotOnRecord fields={asked.fields} add={add} />
    </>
  );
}

type New = "account" | "contact";

/** Whom nobody has on record yet is added here, without leaving what one was about to do. */
function NotOnRecord({ fields, add }: { fields: readonly string[]; add: (what: New) => void }) {
  const may = useMay();
  const offered = (["account", "contact"] as const).filter((one) => fields.includes(one));
  if (offered.length === 0 || !may("edit_accounts")) return null;
  return (
    <p className="quiet ask-new">
      Not on record yet?
      {offered.map((one) => (
        <Button key={one} variant="subtle" size="compact-sm" onClick={() => add(one)}>
          Add {one === "account" ? "an account" : "a contact"}
        </Button>
      ))}
    </p>
  );
}

interface AddNewProps {
  what: New;
  account: number | null;
  then: (id: number) => void;
  close: () => void;
}

function AddNew({ what, account, then, close }: AddNewProps) {
  const [typed, set_typed] = useState<Record<string, unknown>>({});
  const path = what === "account" ? "/accounts" : "/contacts";
  return (
    <Form
      record={`${what}_draft`}
      only={what === "account" ? ["name", "website", "territory"] : ["name", "email", "phone", "account"]}
      value={what === "contact" ? { account } : undefined}
      button={what === "account" ? "Add the account" : "Add the contact"}
      send={(body) => post(path, body)}
      then={({ id }) => then(id)}
      on_change={set_typed}
      on_cancel={close}
    >
      <AlikeNote path={path} typed={typed} choose={then} />
    </Form>
  );
}

/** What people do is logged, not typed: that comes first. */
function FirstLog({ why, lead, then }: { why: string; lead: number; then: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("input")?.focus(), []);
  return (
    <div ref={place}>
      <p className="quiet">{why} Log what was done about it, and it goes on from here.</p>
      <LogActivity about={{ opportunity: lead }} then={then} label="Log it first" />
    </div>
  );
}
