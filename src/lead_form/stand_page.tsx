// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useCallback, useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { Link } from "wouter";
import "./stand.css";
import type { StandForm } from "../ui/api.gen";
import { useData } from "../ui/data";
import { count_of } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useUndo } from "../ui/undo";
import { uuid_v7 } from "../ui/uuid";
import { drop, keep, send_all, waiting_for, type Typed, type Waiting } from "./stand_queue";

const nothing: Typed = { name: "", company: "", email: "", phone: "", message: "", consent: "" };
/** Where no event tells that the network is back. */
const try_again_ms = 15_000;
const sent_shown = 5;

/** For whoever stands at a trade show: a lead in seconds, with a network or without. */
export function StandPage({ params }: PageProps) {
  const address = (params.address ?? "").toLowerCase();
  const form = useData("/lead-forms/{address}/stand", { params: { address } });
  return (
    <Loaded query={form}>
      {(value) => (
        <Page
          title={value.name}
          lead={value.is_closed ? "This form is closed: it takes nothing more." : `At the stand · ${value.campaign_name}`}
          actions={<Link href={`/touchpoints/enter?way=scan&leads=1&form=${value.id}`}>Paste a list instead</Link>}
        >
          <Stand form={value} address={address} />
        </Page>
      )}
    </Loaded>
  );
}

interface Sent {
  once: string;
  name: string;
  sentence: string;
}

/** What waits in this browser and what was sent from here; looks for the network by itself. */
function useQueue(address: string, id: number) {
  const [waiting, set_waiting] = useState(() => waiting_for(address));
  const [sent, set_sent] = useState<Sent[]>([]);
  const [is_online, set_online] = useState(navigator.onLine);
  const look = useCallback(() => set_waiting(waiting_for(address)), [address]);
  const flush = useCallback(async () => {
    look();
    set_online(navigator.onLine);
    if (!navigator.onLine) return;
    await send_all(address, id, (lead, reply) => {
      const sentence = reply.is_waiting ? "a message to confirm it is on its way" : reply.is_new_lead ? "a new lead" : "with a lead that was open already";
      set_sent((before) => [{ once: lead.once, name: lead.name, sentence }, ...before.filter((one) => one.once !== lead.once)]);
      look();
    });
    look();
  }, [address, id, look]);
  useEffect(() => {
    const go = () => void flush();
    const timer = setInterval(go, try_again_ms);
    const events = ["online", "offline", "storage", "focus"] as const;
    for (const event of events) window.addEventListener(event, go);
    go();
    return () => {
      clearInterval(timer);
      for (const event of events) window.removeEventListener(event, go);
    };
  }, [flush]);
  return { waiting, sent, is_online, look, flush };
}

function Stand({ form, address }: { form: StandForm; address: string }) {
  const queue = useQueue(address, form.id);
  const [typed, set_typed] = useState<Typed>(nothing);
  const [mended, set_mended] = useState<Waiting | null>(null);
  const [said, say] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useOpensOffline(address);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lead: Waiting = { ...typed, once: mended?.once ?? uuid_v7(), met_at: mended?.met_at ?? new Date().toISOString() };
    try {
      keep(address, lead);
    } catch {
      return say("This browser keeps nothing more. Send what waits first, then press again; what you typed is still here.");
    }
    set_typed(nothing);
    set_mended(null);
    say(`${lead.name} is kept.`);
    first.current?.focus();
    void queue.flush();
  };
  const mend = (lead: Waiting) => {
    set_typed({ name: lead.name, company: lead.company, email: lead.email, phone: lead.phone, message: lead.message, consent: lead.consent });
    set_mended(lead);
    say("");
    first.current?.focus();
  };
  return (
    <div className="stand">
      <Entry form={form} typed={typed} set={set_typed} submit={submit} first={first} is_mended={mended !== null} />
      <p role="status" className="quiet stand-said">
        {said}
      </p>
      <Queue queue={queue} address={address} mend={mend} />
    </div>
  );
}

interface EntryProps {
  form: StandForm;
  typed: Typed;
  set: (typed: Typed) => void;
  submit: (event: FormEvent) => void;
  first: React.RefObject<HTMLInputElement | null>;
  is_mended: boolean;
}

function Entry({ form, typed, set, submit, first, is_mended }: EntryProps) {
  const input = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ ...typed, [name]: event.currentTarget.value }),
  });
  // Enter is for the next lead, in the note too; Shift and Enter make a new line there.
  const on_key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  // Who gave a card with a number alone is reached by that; an older copy of the form may not say whether it writes to everybody.
  const needs_email = form.asks_confirmation || typed.phone.trim() === "";
  // Words that have changed since are still what a mended lead agreed to.
  const words = typed.consent || form.consent;
  return (
    <form className="stand-form" onSubmit={submit} autoComplete="off">
      <TextInput ref={first} label="Name" required maxLength={200} autoFocus autoCapitalize="words" {...input("name")} />
      <TextInput label="Firm" maxLength={200} autoCapitalize="words" {...input("company")} />
      <TextInput label="E-mail" description={form.asks_confirmation ? undefined : "or a number to call"} type="email" inputMode="email" required={needs_email} maxLength={200} {...input("email")} />
      <TextInput label="Phone" type="tel" inputMode="tel" maxLength={60} {...input("phone")} />
      <Textarea label="Note" rows={3} maxLength={500} onKeyDown={on_key} {...input("message")} />
      {words && (
        <Checkbox
          label={words}
          checked={typed.consent !== ""}
          onChange={(event) => set({ ...typed, consent: event.currentTarget.checked ? words : "" })}
        />
      )}
      <Button type="submit" size="md">
        {is_mended ? "Send it again" : "Next"}
      </Button>
    </form>
  );
}

function Queue({ queue, address, mend }: { queue: ReturnType<typeof useQueue>; address: string; mend: (lead: Waiting) => void }) {
  const { waiting, sent, is_online } = queue;
  const act = useUndo();
  const refused = waiting.filter((lead) => lead.refused !== undefined);
  const ready = waiting.filter((lead) => lead.refused === undefined);
  const throw_away = (lead: Waiting) =>
    void act({
      say: `${lead.name} is thrown away.`,
      run: async () => (drop(address, lead.once), queue.look()),
      undo: async () => (keep(address, lead), queue.look()),
    });
  return (
    <section aria-labelledby="stand-queue">
      <h2 id="stand-queue">
        {ready.length === 0 ? "Nothing waits" : `${count_of(ready.length, "lead waits", "leads wait")} in this browser`}
      </h2>
      {!is_online && <p>There is no network. What you enter is kept here and sent as soon as there is one; leave this browser’s data alone until then.</p>}
      {ready.length > 0 && (
        <>
          <ul className="stand-list">
            {ready.map((lead) => (
              <li key={lead.once}>
                <span>
                  {lead.name} <span className="quiet">{lead.company || lead.email || lead.phone}</span>
                </span>
              </li>
            ))}
          </ul>
          <Button variant="default" onClick={() => void queue.flush()}>
            Send now
          </Button>
        </>
      )}
      {refused.length > 0 && <h2>{count_of(refused.length, "lead", "leads")} to mend</h2>}
      <ul className="stand-list">
        {refused.map((lead) => (
          <li key={lead.once}>
            <div>
              {lead.name} <span className="quiet">{lead.company || lead.email || lead.phone}</span>
              <div className="stand-why">{lead.refused}</div>
            </div>
            <span className="stand-buttons">
              <Button variant="default" onClick={() => mend(lead)} aria-label={`Mend ${lead.name}`}>
                Mend
              </Button>
              <Button variant="default" onClick={() => throw_away(lead)} aria-label={`Throw ${lead.name} away`}>
                Throw away
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {sent.length > 0 && (
        <>
          <h2>{count_of(sent.length, "lead", "leads")} sent since this page was opened</h2>
          <ul className="stand-list">
            {sent.slice(0, sent_shown).map((one) => (
              <li key={one.once}>
                <span>
                  {one.name} <span className="quiet">{one.sentence}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Has a worker keep this page and what it loaded, for when there is no network. Without one (an old browser, plain HTTP to another
 * machine) the page works on as long as it stays open. */
function useOpensOffline(address: string): void {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const tell = async () => {
      const registration = await navigator.serviceWorker.register("/stand_worker.js", { scope: `/lead-forms/${address}/stand` });
      const worker = registration.active ?? (await became_active(registration));
      const loaded = [...performance.getEntriesByType("resource").map((one) => one.name), ...linked()];
      const paths = loaded.filter((url) => url.startsWith(window.location.origin)).map((url) => new URL(url).pathname);
      worker?.postMessage([...new Set(paths.filter((path) => path.startsWith("/assets/")))]);
    };
    tell().catch(() => undefined);
  }, [address]);
}

const linked = () =>
  [...document.querySelectorAll<HTMLElement>("script[src], link[href]")].map((one) => new URL(one.getAttribute("src") ?? one.getAttribute("href") ?? "", window.location.href).href);

function became_active(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const coming = registration.installing ?? registration.waiting;
  return new Promise((done) => {
    if (!coming) return done(null);
    coming.addEventListener("statechange", () => coming.state === "activated" && done(coming));
  });
}
