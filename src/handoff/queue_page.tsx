// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { memo, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Link, useLocation, useSearch } from "wouter";
import "./handoff.css";
import { LogActivity } from "../fact/log_activity";
import { Timeline } from "../funnel/timeline";
import { get, url_of } from "../ui/api";
import type { HandoffQueue, HandoffView, QueueItem } from "../ui/api.gen";
import { useAddress, useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { count_of, format_day, format_instant, format_number, type Reader } from "../ui/format";
import { useKeys } from "../ui/keys";
import { Loaded, useDelayed } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { useReader, useSession } from "../ui/session";
import { Acts, HandBack, HandOn, name_of, useSteps } from "./handoff_acts";
import { What, Who } from "./handoff_detail";
import { after_it, beside_it, fate_in_words, is_to_hand_back, is_to_hand_on, leaves_when_spoken_with, now_in_words, standing_in_queue, steps_for, why_in_words } from "./handoff_rules";

const page = "/handoffs/queue";
/** While keys run down the list, what is passed by is not asked for. */
const pause_ms = 120;

/** What waits for whoever is here, one thing after the other. */
export function QueuePage(_: PageProps) {
  const queue = useData("/handoffs/queue");
  const reader = useReader();
  return (
    <Page
      title="My queue"
      lead={queue.data && in_words(queue.data, reader)}
      actions={
        <>
          <Button component={Link} href="/handoffs" variant="default">
            All handoffs
          </Button>
          <Button component={Link} href="/absences" variant="default">
            I am away…
          </Button>
        </>
      }
    >
      <Loaded query={queue}>{(shown) => <Queue queue={shown} />}</Loaded>
    </Page>
  );
}

function in_words(queue: HandoffQueue, reader: Reader): string {
  const { away_until } = queue;
  const away = away_until ? ` You are away until ${format_day(away_until, reader)}: no rule chooses you.` : "";
  return what_waits(queue, reader) + away;
}

function what_waits({ total, late }: HandoffQueue, reader: Reader): string {
  if (total === 0) return "Nothing waits for you.";
  if (total === 1) return late > 0 ? "One thing waits for you, and it is late." : "One thing waits for you.";
  const which = late > 0 ? `, ${format_number(late, reader)} of them late` : "";
  return `${format_number(total, reader)} things wait for you${which}; the soonest due first.`;
}

function Queue({ queue }: { queue: HandoffQueue }) {
  const { items } = queue;
  const reader = useReader();
  const [, go] = useLocation();
  const asked = Number(new URLSearchParams(useSearch()).get("at")) || null;
  const [held, hold] = useState<number | null>(null);
  const id = asked ?? held ?? items[0]?.id ?? null;
  const ids = items.map((item) => item.id);
  const place = id === null ? -1 : ids.indexOf(id);
  const last_place = useRef(0);
  // Whoever reads about somebody must not find somebody else under their hands: what is shown stays until they go on.
  useEffect(() => hold(id), [id]);
  useEffect(() => {
    if (place >= 0) last_place.current = place;
  }, [place]);

  const list = useRef<HTMLOListElement>(null);
  useEffect(() => show_in(list.current, id), [id]);
  const show = (next: number | null) => {
    hold(next);
    go(next === null ? page : `${page}?at=${next}`, { replace: true });
  };
  const move = (by: 1 | -1) => show(beside_it(ids, id, by, last_place.current));
  const go_on = (from: number) => show(after_it(ids, from));
  // To take something is to begin with it.
  const steps = useSteps({ done: (one, kind) => (kind === "assigned" ? show(one) : go_on(one)), undone: show });
  const item = items[place];
  // The list is one stop of the Tab key, and its arrows lead through it: what is done about the chosen one comes next.
  const stop = item?.id ?? ids[0];
  const down = { label: "Next one", run: () => move(1) };
  const up = { label: "One before", run: () => move(-1) };
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up, Enter: { label: "Open the handoff", run: () => id !== null && go(`/handoffs/${id}`) } }, "My queue");

  if (items.length === 0 && asked === null)
    return (
      <Empty title="Nothing waits for you.">
        What others hand over to you comes here, and what they ask, and what is nobody’s yet. Hand a lead over from its page under{" "}
        <Link href="/opportunities">Opportunities</Link>; what became of others stands under <Link href="/handoffs">Handoffs</Link>.
      </Empty>
    );
  return (
    <div className="queue" data-open={asked !== null}>
      {steps.dialog}
      <div className="queue-side">
        <ol ref={list} className="queue-list" aria-label="What waits, the soonest due first">
          {items.map((one) => (
            <Line key={one.id} item={one} is_chosen={one.id === id} is_stop={one.id === stop} is_open={asked !== null} />
          ))}
        </ol>
        {queue.total > items.length && (
          <p className="quiet queue-more">{count_of(queue.total - items.length, "more waits", "more wait", reader)}, and come up as these are done.</p>
        )}
      </div>
      <div className="queue-detail">
        <Button className="queue-back" variant="default" onClick={() => go(page)}>
          Back to the list
        </Button>
        {item ? <Detail key={item.id} item={item} steps={steps} go_on={go_on} back={show} /> : id !== null && <Gone key={id} id={id} go_on={items.length > 0 ? () => move(1) : undefined} />}
      </div>
    </div>
  );
}

/** The chosen line in sight, and with the keyboard in it unless that is at work elsewhere. */
function show_in(list: HTMLElement | null, id: number | null): void {
  const link = list?.querySelector<HTMLElement>(`[data-at="${id}"]`);
  if (!link) return;
  const at = document.activeElement;
  if (at === null || at === document.body || at.id === "main" || at.closest(".queue")) link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "nearest" });
}

interface LineProps {
  item: QueueItem;
  is_chosen: boolean;
  is_stop: boolean;
  is_open: boolean;
}

const Line = memo(function Line({ item, is_chosen, is_stop, is_open }: LineProps) {
  const reader = useReader();
  const [, go] = useLocation();
  const row = item.handoff;
  // A press chooses; Enter opens, as in every list.
  const on_key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(`/handoffs/${item.id}`);
  };
  return (
    <li data-late={item.is_late || undefined}>
      <Link href={`${page}?at=${item.id}`} replace={is_open} data-at={item.id} tabIndex={is_stop ? 0 : -1} aria-current={is_chosen ? "true" : undefined} onKeyDown={on_key}>
        <span className="queue-line">
          <strong>{name_of(row)}</strong>
          {row.value && <span className="number">{format_money(row.value, { locale: reader.locale, with_cents: false })}</span>}
        </span>
        <span className="queue-under">
          {[row.contact_name, !row.opportunity_name.startsWith(row.account_name) && row.account_name].filter(Boolean).join(", ") || "no contact"}
        </span>
        <span className={item.is_late ? "queue-late" : "queue-under"}>
          {why_in_words(item)}. {now_in_words(item)}
        </span>
      </Link>
    </li>
  );
});

function Due({ item }: { item: QueueItem }) {
  const reader = useReader();
  return item.due_at ? <time dateTime={item.due_at}> (due {format_instant(item.due_at, reader)})</time> : null;
}

interface DetailProps {
  item: QueueItem;
  steps: ReturnType<typeof useSteps>;
  go_on: (from: number) => void;
  back: (to: number) => void;
}

/** One of them with what one needs to call: who, why now, what it is, what both sides did before. */
function Detail({ item, steps, go_on, back }: DetailProps) {
  const { person } = useSession();
  const row = item.handoff;
  const place = useRef<HTMLElement>(null);
  const [, go] = useLocation();
  const is_calm = useDelayed(true, pause_ms);
  // Reasons are there before they are asked for.
  useAddress<HandoffView>(is_calm ? `/handoffs/${row.id}` : null);
  const lead = `/opportunities/${row.opportunity}`;
  const standing = standing_in_queue(item, person.side);
  const may_hand_on = is_to_hand_on(row, standing);
  useKeys(
    {
      l: { label: "Log a call, an e-mail, a meeting", run: () => place.current?.querySelector<HTMLElement>(".log-activity input")?.focus() },
      o: { label: "Open the lead", run: () => go(lead) },
    },
    "This handoff",
  );
  return (
    <article ref={place} aria-label={name_of(row)}>
      <h2 className="queue-title">
        <Link href={lead}>{name_of(row)}</Link>
      </h2>
      <p className={item.is_late ? "queue-late" : "quiet"}>
        {why_in_words(item)}. {now_in_words(item)}
        <Due item={item} />.
      </p>
      <div className="handoff-acts">
        {may_hand_on && <HandOn row={row} done={go_on} undone={back} />}
        <Acts row={row} kinds={steps_for(row, standing)} steps={steps} is_second={may_hand_on} />
        {is_to_hand_back(row, person.side) && <HandBack row={row} />}
        {item.why === "again" && (
          <Button component={Link} href={url_of("/handoffs/new", {}, { opportunity: row.opportunity })}>
            Hand it over again
          </Button>
        )}
      </div>
      <Who row={row} why_not_called={item.why_not_called} why_not_written={item.why_not_written} />
      <What row={row} they_wrote={item.they_wrote} />
      <LogActivity about={{ opportunity: row.opportunity }} then={(kind) => leaves_when_spoken_with(item) && kind !== "note" && go_on(row.id)} />
      <h3>What both sides did before</h3>
      {is_calm && <Timeline path={lead} territory={row.territory} />}
    </article>
  );
}

/** Somebody did something about it meanwhile: that is said, instead of showing another in its place. */
function Gone({ id, go_on }: { id: number; go_on: (() => void) | undefined }) {
  // Read anew: what was read while it waited still says so.
  const view = useQuery({ queryKey: ["gone", id], queryFn: () => get("/handoffs/{id}", { params: { id } }), gcTime: 0 });
  return (
    <section className="panel" aria-live="polite">
      <Loaded query={view}>
        {({ handoff, contact_in_words }) => (
          <>
            <h2>{name_of(handoff)} does not wait for you</h2>
            <p>
              {fate_in_words(handoff)} {contact_in_words}
            </p>
            <div className="handoff-acts">
              {go_on && <Button onClick={go_on}>Go on</Button>}
              <Button component={Link} href={`/handoffs/${id}`} variant="default">
                Open the handoff
              </Button>
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}
