// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { del, put } from "../ui/api";
import type { TurnedDown as Told } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { Loaded } from "../ui/loaded";
import { useMay, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";
import { Reasons } from "./handoff_acts";

interface Lead {
  opportunity: number;
  name: string;
  /** Of what was handed over here, the handoff has the reason. */
  handoff: number | null;
  state: string;
  reason: string;
}

/** Why a lead was turned down; where the CRM that keeps it does not say, whoever is of sales can say it here. */
export function WhyTurnedDown({ lead }: { lead: Lead }) {
  const may = useMay();
  const { person } = useSession();
  const [is_asked, ask] = useState(false);
  if (lead.reason || lead.handoff !== null || lead.state !== "rejected") return lead.reason || null;
  if (person.side !== "sales" || !may("hand_over")) return "without a reason";
  return (
    <>
      <Button variant="transparent" size="compact-xs" p={0} onClick={() => ask(true)} aria-label={`Say why: ${lead.name}`}>
        Say why
      </Button>
      <Modal opened={is_asked} onClose={() => ask(false)} title={`Why was it turned down: ${lead.name}`} size="md">
        {is_asked && <Ask lead={lead} close={() => ask(false)} />}
      </Modal>
    </>
  );
}

function Ask({ lead, close }: { lead: Lead; close: () => void }) {
  const act = useUndo();
  const address = { params: { id: lead.opportunity } };
  const told = useAddress<Told>(`/handoffs/turned-down/${lead.opportunity}`);
  const say = (reason: string) => {
    close();
    void act({
      say: `${lead.name} was turned down: ${reason}.`,
      run: () => put("/handoffs/turned-down/{id}", { reason }, address),
      undo: () => del("/handoffs/turned-down/{id}", undefined, address),
    });
  };
  return (
    <Loaded query={told}>
      {({ reasons, system }) => (
        <>
          <p className="quiet">
            {system ? `${system} does not say. What you say here counts until it does.` : "Nobody has said yet."}
            {reasons.length > 0 && " A number chooses."}
          </p>
          {reasons.length > 0 ? <Reasons reasons={reasons} choose={say} /> : <OwnWords say={say} />}
        </>
      )}
    </Loaded>
  );
}

/** Where no reasons are agreed. */
function OwnWords({ say }: { say: (reason: string) => void }) {
  const [reason, set_reason] = useState("");
  const on_submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) say(reason.trim());
  };
  return (
    <form onSubmit={on_submit} className="handoff-words">
      <TextInput label="Why" required maxLength={300} data-autofocus value={reason} onChange={(event) => set_reason(event.currentTarget.value)} />
      <Button type="submit">Say it</Button>
    </form>
  );
}
