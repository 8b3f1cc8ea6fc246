// SPDX-License-Identifier: Apache-2.0
import "./importing.css";
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { put, request, url_of } from "../ui/api";
import type { CampaignRow, LeadFormRow } from "../ui/api.gen";
import { useAct, useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Files } from "../ui/files";
import { format_day, list_in_words } from "../ui/format";
import { Page, type PageProps } from "../ui/page";
import { Pick } from "../ui/pick";
import { useMay, useReader, useSession } from "../ui/session";
import { tell } from "../ui/undo";
import type { Answers, Constant, View } from "./import_view";
import { beside_columns, constants_of, constants_of_leads, likely_day, name_of_list, needs_campaign, way_on, ways, type Way } from "./touch_ways";

/** Lists of a trade show, a mailing, calls or visits become touchpoints, as every file does: seen before they go in. */
export function EnterTouchpointsPage(_: PageProps) {
  const search = new URLSearchParams(useSearch());
  // Whoever comes from a form's stand has the list of its campaign, and of leads.
  const form = search.get("form");
  const of_form = useAddress<LeadFormRow>(form ? `/lead-forms/${form}` : null).data?.campaign;
  const id = search.get("campaign") ?? (of_form ? String(of_form) : null);
  const campaign = useAddress<CampaignRow>(id ? `/campaigns/${id}` : null).data ?? null;
  const asked = search.get("way") ?? way_on[campaign?.channel_kind ?? ""] ?? "scan";
  const way: Way = asked in ways ? (asked as Way) : "scan";
  return (
    <Page
      title="Add touchpoints"
      lead="Trade shows, mail, calls and visits count like clicks. Paste or drop the list as it was written; you see what it would add before anything goes in, and it can be undone whole."
    >
      <nav className="enter-ways" aria-label="What the list is of">
        {(Object.keys(ways) as Way[]).map((one) => (
          <Button
            key={one}
            component={Link}
            href={url_of("/touchpoints/enter", {}, { way: one, campaign: id })}
            variant={one === way ? "filled" : "default"}
            aria-current={one === way ? "page" : undefined}
          >
            {ways[one].title}
          </Button>
        ))}
      </nav>
      <Enter way={way} id={id} campaign={campaign} are_leads={search.get("leads") === "1"} />
    </Page>
  );
}

interface Props {
  way: Way;
  /** The campaign's number, from the address. */
  id: string | null;
  /** What it is, once that is known. */
  campaign: CampaignRow | null;
  /** Whether whoever is on the list is a lead as well, as at a stand. */
  are_leads?: boolean;
}

/** What the user gave instead of what the campaign suggests. */
interface Given {
  day?: string;
  kind?: string;
  side?: string;
  are_leads?: boolean;
}

function Enter({ way, id, campaign, are_leads }: Props) {
  const [, go] = useLocation();
  const { today } = useSession();
  const may_make_leads = useMay()("import_data");
  const [given, give] = useState<Given>({});
  const [text, set_text] = useState("");
  const [file, set_file] = useState<File | null>(null);
  const [is_tried, set_tried] = useState(false);
  const day = given.day || likely_day(needs_campaign(way) ? campaign?.starts_on : null, today);
  const kind = given.kind ?? (campaign?.channel_kind === "email" ? "email" : "mail");
  const side = given.side ?? (way === "visit" ? "sales" : (campaign?.side ?? "marketing"));
  const is_of_leads = way === "scan" && may_make_leads && (given.are_leads ?? are_leads ?? false);
  const lacks_campaign = needs_campaign(way) && !id;
  const lacks_list = !file && text.trim() === "";

  const send = useAct(async () => {
    const name = campaign?.name ?? "";
    const said = is_of_leads ? constants_of_leads(name, day) : constants_of({ way, campaign: name, day, is_electronic: kind === "email", side });
    const list = file ?? new File([text], name_of_list(way, name, day));
    go(`/imports/${await upload(list, said, is_of_leads ? of_leads : { target: "touchpoint", system: ways[way].system })}`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set_tried(true);
    const is_known = !id || campaign !== null;
    if (is_known && !lacks_campaign && !lacks_list && day <= today) return send.mutate();
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".enter [aria-invalid=true]")?.focus());
  };
  const on_key = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="enter" noValidate onKeyDown={on_key} onSubmit={submit}>
      {side === "sales" && !needs_campaign(way) && <LoggedAlready />}
      <div className="import-constants">
        <OfCampaign way={way} id={id} campaign={campaign} error={is_tried && lacks_campaign} />
        <OfDay way={way} day={day} set_day={(chosen) => give({ ...given, day: chosen })} />
        {way === "scan" && may_make_leads && (
          <Checkbox
            className="enter-leads"
            label="Each is a lead"
            description="As at the stand: whoever is new becomes one, who has an open one keeps it, and all are touchpoints."
            checked={is_of_leads}
            onChange={(event) => give({ ...given, are_leads: event.currentTarget.checked })}
          />
        )}
        {way === "mail" && (
          <NativeSelect
            label="Sent by"
            description="Mail and e-mail are told apart."
            value={kind}
            data={kinds}
            onChange={(event) => give({ ...given, kind: event.currentTarget.value })}
          />
        )}
        {way === "call" && (
          <NativeSelect
            label="Called by"
            description="Whose touchpoints they are."
            value={side}
            data={sides}
            onChange={(event) => give({ ...given, side: event.currentTarget.value })}
          />
        )}
      </div>
      <TheList way={way} text={text} set_text={set_text} file={file} set_file={set_file} error={is_tried && lacks_list} />
      <div>
        <Button type="submit" loading={send.isPending}>
          Show what it would add
        </Button>
      </div>
    </form>
  );
}

const kinds = [
  { value: "mail", label: "post" },
  { value: "email", label: "e-mail" },
];
const sides = [
  { value: "marketing", label: "telemarketing, for marketing" },
  { value: "sales", label: "salespeople" },
];

/** Uploads the list as any file, and says what holds in each of its rows; what it says in a column of its own holds there. */
async function upload(list: File, constants: Constant[], of: { target: string; system: string }): Promise<number> {
  const bytes = new Blob([list], { type: "application/octet-stream" });
  const view = await request<View>("POST", url_of("/imports", {}, { name: list.name, target: of.target }), bytes);
  const { id } = view.import;
  const { said, told } = beside_columns(constants, view.preview?.columns ?? []);
  const answers = view.import.answers as Answers;
  const system = answers.system === unknown_system || of === of_leads ? of.system : answers.system;
  await put("/imports/{id}", { target: null, columns: [], answers: { ...answers, system, constants: said } }, { params: { id } });
  const names = list_in_words(told.map((one) => words_of(one.slot)));
  if (told.length > 0) tell(`The list has a column for ${names}: that holds, not what was chosen here.`);
  return id;
}

/** What a stand's list makes is Accord's own, whatever identifiers the scanner gave. */
const of_leads = { target: "lead", system: "Accord" };

/** What a file is of whose columns do not tell. */
const unknown_system = "CRM";

function LoggedAlready() {
  return (
    <p>
      Whoever logs a visit, a call or a demo on its <Link href="/opportunities">opportunity</Link> or{" "}
      <Link href="/accounts">account</Link> has entered it. This is for lists from elsewhere.
    </p>
  );
}

function OfCampaign({ way, id, campaign, error }: Props & { error: boolean }) {
  const [, go] = useLocation();
  const reader = useReader();
  const may = useMay();
  const open = needs_campaign(way) ? "Its channel and side are the touchpoints’." : "Where they were made for one.";
  const days = [campaign?.starts_on, campaign?.ends_on].flatMap((day) => (day ? [format_day(day, reader)] : []));
  return (
    <Pick
      label="Campaign"
      description={
        campaign ? (
          [campaign.channel_name, [...new Set(days)].join(" to ")].filter(Boolean).join(", ")
        ) : (
          <>
            {open}
            {may("edit_campaigns") && (
              <>
                {" "}
                Not there yet? <Link href="/campaigns">Add it under Campaigns</Link>.
              </>
            )}
          </>
        )
      }
      path="/campaigns"
      value={id}
      required={needs_campaign(way)}
      error={error && "Choose the campaign that the list is of."}
      onChange={(chosen) => go(url_of("/touchpoints/enter", {}, { way, campaign: chosen || null }), { replace: true })}
    />
  );
}

function OfDay({ way, day, set_day }: { way: Way; day: string; set_day: (day: string) => void }) {
  const { today } = useSession();
  const reader = useReader();
  return (
    <TextInput
      type="date"
      label={ways[way].day}
      description={ways[way].of_day}
      value={day}
      max={today}
      required
      error={day > today && `Only what has happened is entered: until ${format_day(today, reader)}.`}
      onChange={(event) => set_day(event.currentTarget.value)}
    />
  );
}

interface ListProps {
  way: Way;
  text: string;
  set_text: (text: string) => void;
  file: File | null;
  set_file: (file: File | null) => void;
  error: boolean;
}

function TheList({ way, text, set_text, file, set_file, error }: ListProps) {
  return (
    <>
      <Textarea
        label="The list, headings included"
        description={ways[way].read}
        placeholder={ways[way].columns}
        autosize
        minRows={7}
        maxRows={18}
        value={text}
        disabled={file !== null}
        error={error && "Paste the list, or drop it below."}
        onChange={(event) => set_text(event.currentTarget.value)}
      />
      {file ? (
        <p>
          {file.name}{" "}
          <Button variant="subtle" size="compact-sm" onClick={() => set_file(null)}>
            Take out
          </Button>
        </p>
      ) : (
        <Files
          label="Or drop the list here"
          hint="or press to choose it: CSV or TSV, 64 MB at most; of a workbook copy the rows, or save the sheet as CSV"
          on_files={(files) => set_file(files[0] ?? null)}
        />
      )}
    </>
  );
}
