// SPDX-License-Identifier: Apache-2.0
import { Problem, get, keep_csrf_token, post } from "../ui/api";
import type { EntryTaken } from "../ui/api.gen";

/** What is typed at a stand. */
export interface Typed {
  name: string;
  company: string;
  email: string;
  phone: string;
  message: string;
  /** The words that were agreed to; empty for nothing. */
  consent: string;
}

/** A lead that waits in this browser until the server has it. */
export interface Waiting extends Typed {
  once: string;
  met_at: string;
  /** Why the server will not take it as it is. */
  refused?: string | undefined;
}

/** Each lead has a key of its own: two tabs never write over each other's. */
const key_of = (form: string, once: string) => `accord-stand ${form} ${once}`;

function read(key: string): Waiting | null {
  try {
    const lead: unknown = JSON.parse(localStorage.getItem(key) ?? "");
    return typeof lead === "object" && lead !== null && "once" in lead ? (lead as Waiting) : null;
  } catch {
    return null;
  }
}

/** Everything that waits for a form, in the order in which it was typed. */
export function waiting_for(form: string): Waiting[] {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
  const leads = keys.filter((key) => key.startsWith(key_of(form, ""))).map(read);
  return leads.filter((lead) => lead !== null).sort((a, b) => a.met_at.localeCompare(b.met_at));
}

/** Throws where the browser keeps nothing more. */
export const keep = (form: string, lead: Waiting) => localStorage.setItem(key_of(form, lead.once), JSON.stringify(lead));
export const drop = (form: string, once: string) => localStorage.removeItem(key_of(form, once));

/** What is wrong field by field says enough; else what was refused, and what to do. */
const reason_of = ({ errors, detail, title, remedy }: Problem) =>
  (errors.length > 0 ? errors.map((one) => one.message) : [detail || title, remedy]).filter(Boolean).join(" ");

/** Whether the server has said no for good; else the lead goes on waiting: for a network, for a session, for less to do. */
export const is_refusal = ({ status, code }: Problem) => status >= 400 && status < 500 && ![401, 408, 421, 429].includes(status) && code !== "csrf_token_missing";

export type Sent = "sent" | "refused" | "waiting";

/** Sends one lead under its own `once`, so that a lost reply costs nothing: it is sent again and is the same lead. */
async function send(form: string, id: number, lead: Waiting): Promise<{ how: Sent; reply?: EntryTaken }> {
  const { refused: _, ...body } = lead;
  try {
    const reply = await post("/lead-forms/{id}/entries", { ...body, kind: "scan" }, { params: { id } });
    drop(form, lead.once);
    return { how: "sent", reply };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Somebody signed in anew in another tab.
    if (error.code === "csrf_token_missing") keep_csrf_token((await get("/session")).csrf_token);
    if (!is_refusal(error)) return { how: "waiting" };
    keep(form, { ...lead, refused: reason_of(error) });
    return { how: "refused" };
  }
}

const in_turn = new Set<string>();

/** Sends what waits, one after the other, until one has to go on waiting; also what is typed meanwhile. Of several tabs one sends. */
export async function send_all(form: string, id: number, told: (lead: Waiting, reply: EntryTaken) => void): Promise<void> {
  const go = async () => {
    for (;;) {
      const next = waiting_for(form).find((lead) => lead.refused === undefined);
      if (!next) return;
      const { how, reply } = await send(form, id, next);
      if (how === "waiting") return;
      if (reply) told(next, reply);
    }
  };
  if (in_turn.has(form)) return;
  in_turn.add(form);
  try {
    // Over plain HTTP there are none; `once` alone keeps two tabs from making two leads then.
    const locks = navigator.locks as LockManager | undefined | null;
    if (locks) await locks.request(`accord-stand ${form}`, { ifAvailable: true }, async (lock) => (lock ? go() : undefined));
    else await go();
  } finally {
    in_turn.delete(form);
  }
}
