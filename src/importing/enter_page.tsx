// SPDX-License-Identifier: Apache-2.0
import "./importing.css";
import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { put, request, url_of } from "../ui/api";
import type { CampaignRow } from "../ui/api.gen";
import { useAct, useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { Files } from "../ui/files";
import { format_day, list_in_words } from "../ui/format";
import { Page, type PageProps } from "../ui/page";
import { Pick } from "../ui/pick";
import { useReader, useSession } from "../ui/session";
import { tell } from "../ui/undo";
import type { Answers, Constant, View } from "./import_view";
import { beside_columns, constants_of, likely_day, name_of_list, needs_campaign, way_on, ways, type Way } from "./touch_ways";

/** Lists of a trade show, a mailing, calls or visits become touchpoints, as every file does: seen before they go in. */
export function EnterTouchpointsPage(_: PageProps) {
  const search = new URLSearchParams(useSearch());
  const id = search.get("campaign");
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
      <Enter way={way} id={id} campaign={campaign} />
    </Page>
  );
}

interface Props {
  way: Way;
  /** The campaign's number, from the address. */
  id: string | null;
  /** What it is, once that is known. */
  campaign: CampaignRow | null;
}

/** What the user gave instead of what the campaign suggests. */
interface Given {
  day?: string;
  kind?: string;
  side?: string;
}

function Enter({ way, id, campaign }: Props) {
  const [, go] = useLocation();
  const { today } = useSession();
  const [given, give] = useState<Given>({});
  const [text, set_text] = useState("");
  const [file, set_file] = useState<File | null>(null);
  const [is_tried, set_tried] = useState(false);
  const day = given.day || likely_day(needs_campaign(way) ? campaign?.starts_on : null, today);
  const kind = given.kind ?? (campaign?.channel_kind === "email" ? "email" : "mail");
  const side = given.side ?? (way === "visit" ? "sales" : (campaign?.side ?? "marketing"));
  const lacks_campaign = needs_campaign(way) && !id;
  const lacks_list = !file && text.trim() === "";

  const send = useAct(async () => {
    const said = constants_of({ way, campaign: campaign?.name ?? "", day, is_electronic: kind === "email", side });
    const list = file ?? new File([text], name_of_list(way, campaign?.name ?? "", day));
    go(`/imports/${await upload(list, way, said)}`);
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
async function upload(list: File, way: Way, constants: Constant[]): Promise<number> {
  const bytes = new Blob([list], { type: "application/octet-stream" });
  const view = await request<View>("POST", url_of("/imports", {}, { name: list.name, target: "touchpoint" }), bytes);
  const { id } = view.import;
  const { said, told } = beside_columns(constants, view.preview?.columns ?? []);
  const answers = view.import.answers as Answers;
  const system = answers.system === unknown_system ? ways[way].system : answers.system;
  await put("/imports/{id}", { target: null, columns: [], answers: { ...answers, system, constants: said } }, { params: { id } });
  const names = list_in_words(told.map((one) => words_of(one.slot)));
  if (told.length > 0) tell(`The list has a column for ${names}: that holds, not what was chosen here.`);
  return id;
}

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
  const open = needs_campaign(way) ? "Its channel and side are the touchpoints’." : "Where they were made for one.";
  const days = [campaign?.starts_on, campaign?.ends_on].flatMap((day) => (day ? [format_day(day, reader)] : []));
  return (
    <Pick
      label="Campaign"
      description={campaign ? [campaign.channel_name, [...new Set(days)].join(" to ")].filter(Boolean).join(", ") : open}
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
