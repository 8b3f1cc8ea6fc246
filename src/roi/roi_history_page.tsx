// SPDX-License-Identifier: Apache-2.0
import { Link, useSearch } from "wouter";
import "./roi_history.css";
import { url_of } from "../ui/api";
import type { AccountHistory, HistoryItem, HistoryMark } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { as_sentence, count_of, format_day, format_known } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader } from "../ui/session";
import { brackets_of, place_of, ticks_of } from "./roi_history_line";
import { MoneyAsAgreed, Notes, part_as_agreed, WhoseRules } from "./roi_told";

const names = ["model", "lookback_days", "half_life_days", "markov_order", "year"] as const;
type Asked = Partial<Record<(typeof names)[number], string>>;

function asked_in(search: string): Asked {
  const given = new URLSearchParams(search);
  return Object.fromEntries(names.flatMap((name) => (given.get(name) ? [[name, given.get(name)!]] : [])));
}

/** Everything that happened with one account: both sides' touchpoints, orders, opportunities and activities on one line of time. */
export function AccountTimelinePage({ params }: PageProps) {
  const asked = asked_in(useSearch());
  const path = `/accounts/${params.id}/timeline`;
  const query = useAddress<AccountHistory>(url_of(path, {}, asked));
  return (
    <Loaded query={query}>
      {(history) => (
        <Page title={`${history.name}: its history`} lead={history.why || as_sentence(history.sentence)} actions={<Link href={`/accounts/${params.id}`}>The account</Link>}>
          <WhoseRules rules={history.rules} is_beside />
          <Notes notes={history.notes} />
          <Years history={history} path={path} asked={asked} />
          {!history.why && <Line history={history} asked={asked} />}
          <Items path={`${path}/items`} asked={asked} />
        </Page>
      )}
    </Loaded>
  );
}

function Years({ history, path, asked }: { history: AccountHistory; path: string; asked: Asked }) {
  if (history.years.length < 2 && history.year === null) return null;
  return (
    <nav aria-label="Years">
      <ul className="history-years">
        {[null, ...history.years].map((year) => (
          <li key={year}>
            <Link href={url_of(path, {}, { ...asked, year: year ?? "" })} aria-current={history.year === year ? "page" : undefined}>
              {year ?? "All years"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const lanes: { words: string; holds: (mark: HistoryMark) => boolean }[] = [
  { words: "● Marketing’s touchpoints", holds: ({ kind, side }) => kind === "touchpoint" && side === "marketing" },
  { words: "■ Sales’ touchpoints", holds: ({ kind, side }) => kind === "touchpoint" && side === "sales" },
  { words: "○ Other touchpoints", holds: ({ kind, side }) => kind === "touchpoint" && side === "none" },
  { words: "▮ Other activities", holds: ({ kind }) => kind === "activity" },
  { words: "+ made, ✓ won, ✕ lost", holds: ({ kind }) => kind.startsWith("opportunity") },
  { words: "◆ Orders", holds: ({ kind }) => kind === "order" },
];
const glyphs: Partial<Record<HistoryMark["kind"], string>> = { opportunity_made: "+", opportunity_won: "✓", opportunity_lost: "✕" };

/** A lane for each kind, the journeys that led to orders as brackets beneath. The list says each item. */
function Line({ history, asked }: { history: AccountHistory; asked: Asked }) {
  const reader = useReader();
  const [from, until] = [history.from!, history.until!];
  return (
    <section aria-label="Line of time">
      <div className="history-line">
        {lanes.map(({ words, holds }) => {
          const marks = history.marks.filter(holds);
          return (
            marks.length > 0 && (
              <div key={words} className="history-lane">
                <span>{words}</span>
                <div className="history-track" role="img" aria-label={`${words}: ${count_of(marks.reduce((sum, mark) => sum + mark.count, 0), "item", "items", reader)}, listed below`}>
                  {marks.map((mark) => (
                    <Mark key={`${mark.kind}${mark.side}${mark.at}`} mark={mark} left={place_of(mark.at, from, until)} />
                  ))}
                </div>
              </div>
            )
          );
        })}
        {history.journeys.length > 0 && <Journeys history={history} asked={asked} />}
        <Axis from={from} until={until} />
      </div>
      {history.drawn_sentence && <p className="quiet">{as_sentence(history.drawn_sentence)}</p>}
    </section>
  );
}

/** The line's first and last day in words; between them round ones. A line of one day has no ticks. */
function Axis({ from, until }: { from: string; until: string }) {
  const reader = useReader();
  const ticks = ticks_of(from, until);
  const [first, last] = [from, until].map((day) => format_day(day, { ...reader, today: "" }));
  return (
    <div className="history-lane">
      <span className="quiet">{first === last ? first : `${first} – ${last}`}</span>
      <div className="history-axis" aria-hidden="true">
        {ticks.map(({ day, words, left }) => (
          <span key={day} className="history-tick" style={{ left: `${left}%` }} data-edge={left < 5 ? "first" : left > 95 ? "last" : undefined}>
            {words}
          </span>
        ))}
      </div>
    </div>
  );
}

function Mark({ mark, left }: { mark: HistoryMark; left: number }) {
  const reader = useReader();
  const words = `${format_day(mark.at, reader)}: ${mark.count === 1 ? words_of(mark.kind) : `${mark.count} from then on`}`;
  return (
    <span className="history-mark" data-kind={mark.kind} data-side={mark.side} data-many={mark.count > 1} title={words} style={{ left: `${left}%` }}>
      {glyphs[mark.kind]}
    </span>
  );
}

/** From the first touchpoint to the order that it led to; who may see returns opens how the order came about. */
function Journeys({ history, asked }: { history: AccountHistory; asked: Asked }) {
  const may = useMay();
  const reader = useReader();
  const brackets = brackets_of(history.journeys, history.from!, history.until!);
  const rows = Math.max(...brackets.map(({ row }) => row)) + 1;
  const { year: _, ...question } = asked;
  return (
    <div className="history-lane">
      <span>Journeys to orders</span>
      <div className="history-brackets" style={{ height: rows * 12 }}>
        {brackets.map(({ journey, left, width, row }) => {
          const words = `${journey.name}: ${count_of(journey.touchpoints, "touchpoint", "touchpoints", reader)} led to ${format_money(journey.revenue, { locale: reader.locale, with_cents: false })} on ${format_day(journey.until, reader)}`;
          const shape = { className: "history-bracket", title: words, style: { left: `${left}%`, width: `${width}%`, top: row * 12 } };
          return may("see_roi") ? (
            <Link key={journey.id} href={url_of(`/roi/orders/${journey.id}`, {}, { ...question, from: "2000-01-01" })} aria-label={words} {...shape} />
          ) : (
            <span key={journey.id} {...shape} />
          );
        })}
      </div>
    </div>
  );
}

function Items({ path, asked }: { path: string; asked: Asked }) {
  const may = useMay();
  const reader = useReader();
  const { year: _, ...question } = asked;
  return (
    <List<HistoryItem>
      path={path}
      record="history_item"
      order="-at"
      held={asked as Record<string, string>}
      words={["item", "items"]}
      link={(item) => item.link}
      columns={[
        { field: "name", label: "What", under: (item) => item.detail !== item.name && item.detail },
        { field: "at", label: "When", show: (item) => format_known(item.at, item.precision, reader) },
        "kind",
        "side",
        { field: "person_name", label: "Who" },
        { field: "amount", label: "Amount" },
        {
          field: "order_name",
          label: "Led to",
          show: (item) =>
            item.order && may("see_roi") ? (
              <Link href={url_of(`/roi/orders/${item.order}`, {}, { ...question, from: "2000-01-01" })}>{item.order_name}</Link>
            ) : (
              item.order_name || "—"
            ),
        },
        { field: "share_percent", label: "Share", ...part_as_agreed },
        { field: "credit", label: "Credit", under: (item: HistoryItem) => <MoneyAsAgreed money={item.agreed_credit} /> },
      ]}
      filters={["kind", "side", "at"]}
      empty={<Empty title="Nothing is on record." />}
    />
  );
}
