// SPDX-License-Identifier: Apache-2.0
import { Button, Select, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import "./campaign_plan.css";
import { days_in_words, phase_of, phase_words } from "../campaign/campaign_days";
import { data_url, url_of } from "../ui/api";
import type { CalendarRow, CampaignTask, PlanAgainstActual } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { as_sentence, count_of, format_day } from "../ui/format";
import { List } from "../ui/list";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { Pick } from "../ui/pick";
import { useReader, useSession } from "../ui/session";
import { Side } from "../ui/side";
import { Total, Totals } from "../ui/totals";
import { bar_of, beside, grouping_named, groupings, groups_of, is_in, place_of, quarter_of, span_in_words, span_named, ticks_of, weeks_of, type Group, type Span } from "./calendar_days";

const asked_names = ["in", "by", "side", "channel", "territories", "products"] as const;
type Asked = Partial<Record<(typeof asked_names)[number], string>>;

/** What the address asks of the calendar: which days, which campaigns, grouped by what. */
function useAsked(): [Asked, (changed: Asked) => void] {
  const given = new URLSearchParams(useSearch());
  const [path, go] = useLocation();
  const asked: Asked = {};
  for (const name of asked_names) {
    const value = given.get(name);
    if (value) asked[name] = value;
  }
  const ask = (changed: Asked) => {
    const kept = Object.entries({ ...asked, ...changed }).filter(([, value]) => value);
    go(url_of(path, {}, Object.fromEntries(kept)));
  };
  return [asked, ask];
}

/** All campaigns of a quarter at once: what is planned, what was spent, what sales does and when. */
export function CalendarPage(_: PageProps) {
  const [asked, ask] = useAsked();
  const { today } = useSession();
  const span = span_named(asked.in ?? null, today);
  const { by: _by, ...filters } = asked;
  const address = url_of("/campaigns/calendar", {}, { ...filters, in: span.name, limit: 500 });
  const query = useAddress<{ items: CalendarRow[] }>(address);
  return (
    <Page
      title="Campaign calendar"
      lead="What both sides undertake and what it costs, planned and as invoiced; what sales does for it, and by when."
      actions={
        <Button component="a" variant="default" href={data_url(address, "csv")} download>
          CSV
        </Button>
      }
    >
      <Asking asked={asked} ask={ask} span={span} />
      <Loaded query={query}>{({ items }) => <Shown rows={items} span={span} asked={asked} />}</Loaded>
    </Page>
  );
}

interface AskingProps {
  asked: Asked;
  ask: (changed: Asked) => void;
  span: Span;
}

function Asking({ asked, ask, span }: AskingProps) {
  const { today } = useSession();
  const is_quarter = span.name.includes("Q");
  const pick = (name: "channel" | "territories" | "products", label: string, path: string) => (
    <Pick label={label} path={path} placeholder="All" value={asked[name] ?? null} onChange={(id) => ask({ [name]: String(id) })} />
  );
  return (
    <>
      <nav className="calendar-days no-print" aria-label="Days shown">
        <Button variant="default" size="compact-sm" onClick={() => ask({ in: beside(span, -1) })}>
          ← Before
        </Button>
        <h2>{span_in_words(span)}</h2>
        <Button variant="default" size="compact-sm" onClick={() => ask({ in: beside(span, 1) })}>
          After →
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => ask({ in: is_quarter ? span.name.slice(0, 4) : quarter_of(today) })}>
          {is_quarter ? "The whole year" : "This quarter"}
        </Button>
      </nav>
      <form role="search" className="calendar-asking no-print" onSubmit={(event) => event.preventDefault()}>
        <Select
          label="Grouped by"
          allowDeselect={false}
          data={groupings.map((value) => ({ value, label: value === "none" ? "Nothing: by first day" : words_of(value) }))}
          value={grouping_named(asked.by ?? null)}
          onChange={(by) => by && ask({ by: by === "none" ? "" : by })}
        />
        <Select
          label="Side"
          placeholder="Both"
          clearable
          data={["sales", "marketing"].map((value) => ({ value, label: words_of(value) }))}
          value={asked.side ?? null}
          onChange={(side) => ask({ side: side ?? "" })}
        />
        {pick("channel", "Channel", "/channels")}
        {pick("territories", "Territory", "/territories")}
        {pick("products", "Product", "/products")}
      </form>
    </>
  );
}

function Shown({ rows, span, asked }: { rows: readonly CalendarRow[]; span: Span; asked: Asked }) {
  const is_phone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  if (rows.length === 0) return <Nothing asked={asked} span={span} />;
  if (is_phone) return <Weeks rows={rows} span={span} />;
  return <Bars groups={groups_of(rows, grouping_named(asked.by ?? null))} span={span} />;
}

function Nothing({ asked, span }: { asked: Asked; span: Span }) {
  const is_filtered = Boolean(asked.side || asked.channel || asked.territories || asked.products);
  if (is_filtered)
    return (
      <Empty title="No campaign of these days is such a one.">
        <Link href={url_of("/campaigns/calendar", {}, { in: span.name })}>Show all of them</Link>.
      </Empty>
    );
  return (
    <Empty title="No campaign runs in these days.">
      <Link href="/campaigns">Add what runs now</Link> or <Link href="/imports">import</Link> the campaigns of your CRM; then propose{" "}
      <Link href="/agreements">a campaign plan</Link>, which the territory’s people sign before money goes out.
    </Empty>
  );
}

/** A table whose second column is a line of time. */
function Bars({ groups, span }: { groups: readonly Group[]; span: Span }) {
  return (
    <div className="calendar-scroll" tabIndex={0} role="region" aria-label="Campaigns on a line of time">
      <table className="calendar">
        <thead>
          <tr>
            <th scope="col">Campaign</th>
            <th scope="col" className="calendar-time">
              <VisuallyHidden>Days, and what sales does</VisuallyHidden>
              <Scale span={span} />
            </th>
            <th scope="col" className="number">Planned</th>
            <th scope="col" className="number">Spent</th>
            <th scope="col" className="number">Difference</th>
            <th scope="col">Signed</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            {group.name && (
              <tr>
                <th scope="rowgroup" colSpan={6} className="calendar-group">
                  {group.name}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <CampaignLine key={row.id} row={row} span={span} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Scale({ span }: { span: Span }) {
  const { today } = useSession();
  return (
    <div className="calendar-scale" aria-hidden="true">
      {ticks_of(span).map((tick) => (
        <span key={tick.day} data-month={tick.is_month} style={{ left: `${place_of(span, tick.day)}%` }}>
          {tick.label}
        </span>
      ))}
      {is_in(span, today) && (
        <span className="calendar-today-word" style={{ left: `${place_of(span, today)}%` }}>
          today
        </span>
      )}
    </div>
  );
}

function CampaignLine({ row, span }: { row: CalendarRow; span: Span }) {
  return (
    <tr data-campaign={row.id}>
      <th scope="row">
        <Link href={`/campaigns/${row.id}`}>{row.name}</Link>
        <span className="calendar-under">
          <Side side={row.side} /> {row.channel_name}
        </span>
        <span className="calendar-under quiet">{row.territory_names.join(", ") || "Everywhere"}</span>
      </th>
      <td className="calendar-time">
        <Track row={row} span={span} />
        <Tasks tasks={row.tasks} />
      </td>
      <td className="number">
        <Figure figure={row.planned} is_rounded />
      </td>
      <td className="number">
        <Figure figure={row.actual} is_rounded />
      </td>
      <td className="number">
        <Figure figure={row.difference} is_rounded />
      </td>
      <td className="calendar-signed">
        <Signing row={row} />
      </td>
    </tr>
  );
}

const Signing = ({ row }: { row: CalendarRow }) =>
  row.plan ? (
    <span data-signing={row.signing}>
      <Link href={row.plan}>{row.signing_words}</Link>
    </span>
  ) : (
    <span className="quiet">{row.signing_words}</span>
  );

function Track({ row, span }: { row: CalendarRow; span: Span }) {
  const reader = useReader();
  const { today } = useSession();
  const bar = bar_of(span, row);
  return (
    <>
      <div className="calendar-track" aria-hidden="true">
        {ticks_of(span).filter((tick) => tick.is_month).map((tick) => (
          <span key={tick.day} className="calendar-month" style={{ left: `${place_of(span, tick.day)}%` }} />
        ))}
        <span
          className="calendar-bar"
          data-side={row.side}
          data-before={bar.is_from_before}
          data-goes-on={bar.goes_on}
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
        {row.tasks.filter((task) => is_in(span, task.due_on)).map((task) => (
          <span key={task.id} className="calendar-mark" data-state={state_of(task)} style={{ left: `${place_of(span, task.due_on)}%` }} />
        ))}
        {is_in(span, today) && <span className="calendar-today" style={{ left: `${place_of(span, today)}%` }} />}
      </div>
      <span className="calendar-status">
        {days_in_words(row, reader)} · {phase_words[phase_of(row, today)].toLowerCase()} <span className="quiet">· {row.basis}</span>
      </span>
    </>
  );
}

const state_of = (task: CampaignTask) => (task.done_on ? "done" : task.is_overdue ? "overdue" : "open");

/** What sales does, each by its day and its person, with how far it is. */
function Tasks({ tasks }: { tasks: readonly CampaignTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <ul className="calendar-tasks">
      {tasks.map((task) => (
        <li key={task.id} data-state={state_of(task)}>
          {task.sentence}
          {!task.is_signed && <span className="quiet"> (draft)</span>}
        </li>
      ))}
    </ul>
  );
}

/** On a phone: week by week what starts, what ends and what sales has to do; then each campaign with its money. */
function Weeks({ rows, span }: { rows: readonly CalendarRow[]; span: Span }) {
  const reader = useReader();
  const { today } = useSession();
  const [is_all, set_all] = useState(false);
  const weeks = weeks_of(span, rows);
  // What is overdue is to be done this week as well.
  const coming = weeks.filter((week) => week.monday > today || is_this_week(week.monday, today) || week.due.some((task) => state_of(task) === "overdue"));
  const shown = is_all || coming.length === 0 ? weeks : coming;
  return (
    <>
      <ol className="calendar-weeks">
        {shown.map((week) => (
          <li key={week.monday} data-now={is_this_week(week.monday, today)}>
            <h3>
              Week of {format_day(week.monday, reader)}
              {is_this_week(week.monday, today) && " · this week"}
            </h3>
            <ul>
              {week.due.map((task) => (
                <li key={`due${task.id}`} data-state={state_of(task)}>
                  {task.sentence} <span className="quiet">{task.campaign_name + (task.is_signed ? "" : " (draft)")}</span>
                </li>
              ))}
              {week.starts.map((row) => (
                <li key={`starts${row.id}`}>
                  <Link href={`/campaigns/${row.id}/plan`}>{row.name}</Link> starts on {format_day(row.starts_on ?? "", reader)}.
                </li>
              ))}
              {week.ends.map((row) => (
                <li key={`ends${row.id}`}>
                  <Link href={`/campaigns/${row.id}/plan`}>{row.name}</Link> ends on {format_day(row.ends_on ?? "", reader)}.
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {shown.length < weeks.length && (
        <Button variant="default" onClick={() => set_all(true)}>
          Show {count_of(weeks.length - shown.length, "earlier week", "earlier weeks", reader)}
        </Button>
      )}
      <h2>{count_of(rows.length, "campaign", "campaigns", reader)}</h2>
      <ul className="calendar-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={`/campaigns/${row.id}/plan?in=${span.name}`}>{row.name}</Link>
            <span className="calendar-under">
              <Side side={row.side} /> {row.channel_name} · {as_sentence(row.status)}
            </span>
            <span className="calendar-under">
              Planned <Figure figure={row.planned} is_rounded />, spent <Figure figure={row.actual} is_rounded />
            </span>
            <span className="calendar-under">
              <Signing row={row} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const is_this_week = (monday: string, today: string) => monday <= today && today < new Date(Date.parse(monday) + 7 * 86_400_000).toISOString().slice(0, 10);

/** One campaign: planned against actual, by month, with the plans that name it and what sales promised. */
export function PlanAgainstActualPage({ params }: PageProps) {
  const [asked] = useAsked();
  const query = useAddress<PlanAgainstActual>(url_of("/campaigns/{id}/plan", { id: params.id ?? "" }, asked.in ? { in: asked.in } : {}));
  return (
    <Loaded query={query}>
      {(plan) => (
        <Page
          title={plan.name}
          lead={
            <>
              {as_sentence(plan.status)} {as_sentence(plan.signing_words)} <Link href={`/campaigns/${plan.id}`}>The campaign</Link>,{" "}
              <Link href="/campaigns/calendar">the calendar</Link>.
            </>
          }
        >
          <Totals>
            <Total label="Planned">
              <Figure figure={plan.planned} />
            </Total>
            <Total label="Spent, as invoiced">
              <Figure figure={plan.actual} />
            </Total>
            <Total label="Difference">
              <Figure figure={plan.difference} />
            </Total>
          </Totals>
          <p className="quiet">{as_sentence(plan.basis)} What people are paid is in neither.</p>
          <Months plan={plan} />
          <Plans plan={plan} />
          {plan.tasks.length > 0 && (
            <>
              <h2>What sales does</h2>
              <Tasks tasks={plan.tasks} />
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

function Months({ plan }: { plan: PlanAgainstActual }) {
  const month = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
  return (
    <div className="calendar-scroll" tabIndex={0} role="region" aria-label="By month">
      <table className="calendar">
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="number">Planned</th>
            <th scope="col" className="number">Spent</th>
            <th scope="col" className="number">Difference</th>
          </tr>
        </thead>
        <tbody>
          {plan.months.map((one) => (
            <tr key={one.month}>
              <th scope="row">{month(one.month)}</th>
              {[one.planned, one.actual, one.difference].map((figure) => (
                <td key={figure.name} className="number">
                  <Figure figure={figure} label={`${figure.name}, ${month(one.month)}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Plans({ plan }: { plan: PlanAgainstActual }) {
  const reader = useReader();
  if (plan.plans.length === 0)
    return (
      <Empty title="No plan names it.">
        Propose <Link href="/agreements">a campaign plan</Link> with it, and let the territory’s people sign before money goes out.
      </Empty>
    );
  return (
    <>
      <h2>The plans that name it</h2>
      <ul className="calendar-plans">
        {plan.plans.map((one) => (
          <li key={one.link}>
            <Link href={one.link}>{one.name}</Link>: {format_money(one.planned, { locale: reader.locale })} from {format_day(one.starts_on, reader)} to{" "}
            {format_day(one.ends_on, reader)}
            {one.expected_leads !== null && `, for ${count_of(one.expected_leads, "lead", "leads", reader)}`}.{" "}
            <span className="quiet">{as_sentence(one.signing_words)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What sales promised for campaigns, who and by when. */
export function CampaignTasksPage(_: PageProps) {
  const as_of = new URLSearchParams(useSearch()).get("as_of");
  return (
    <Page
      title="What sales does for campaigns"
      lead={
        <>
          Promised in the campaign plans of territories, and how far it is. A promise is kept once touchpoints by sales are on record, with the campaign
          or with accounts that it had reached. <Link href="/campaigns/calendar">The calendar</Link>.
        </>
      }
    >
      <List<CampaignTask>
        path="/campaigns/tasks"
        record="campaign_task"
        order="due_on"
        held={as_of ? { as_of } : {}}
        words={["task", "tasks"]}
        link={(task) => task.plan}
        columns={[
          { field: "name", under: (task) => task.campaign_name },
          "person_name",
          "due_on",
          { field: "seen", label: "On record" },
          { field: "at_least", label: "Of" },
          { field: "done_on", show: (task) => <State task={task} /> },
          { field: "territory_name", label: "Where", show: (task) => task.territory_name || "The whole company" },
        ]}
        filters={["campaign", "territory", "person", "due_on", "is_overdue", "is_signed"]}
        empty={
          <Empty title="Nothing has been promised yet.">
            Propose <Link href="/agreements">a campaign plan</Link>: it says what sales does for each campaign, who and by when.
          </Empty>
        }
      />
    </Page>
  );
}

function State({ task }: { task: CampaignTask }) {
  const reader = useReader();
  if (task.done_on) return <>{format_day(task.done_on, reader)}</>;
  return <span className={task.is_overdue ? "calendar-overdue" : "quiet"}>{task.is_overdue ? "Overdue" : task.is_signed ? "Open" : "A draft’s"}</span>;
}
