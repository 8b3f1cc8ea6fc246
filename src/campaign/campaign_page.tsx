// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import { RejectionsOf } from "../handoff/rejection_reasons";
import { MailingsOf } from "../mailing_list/mailings_of";
import { MergeButton, MergeNote } from "../merge/merge_note";
import type { CampaignRow, Channel } from "../ui/api.gen";
import { del, post, put } from "../ui/api";
import type { Field } from "../ui/described";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { format_day } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";
import { days_in_words, phase_of, phase_words } from "./campaign_days";

const running_on: Field = {
  name: "running_on",
  sentence: "A day between its first and its last.",
  kind: "day",
  unit: "none",
  choices: [],
  record: "",
  is_list: false,
  is_optional: true,
  is_one_day: true,
};

/** What either side undertakes to win customers: when, where, for what. */
export function CampaignsPage(_: PageProps) {
  const { today } = useSession();
  return (
    <Page
      title="Campaigns"
      lead={
        <>
          What either side undertakes to win customers, when, where and for what:{" "}
          <Link href={`/campaigns?running_on=${today}`}>those running today</Link>, <Link href="/campaigns/calendar">the calendar</Link>.
        </>
      }
      actions={<AddCampaign letter="n" />}
    >
      <Campaigns
        empty={
          <Empty title="No campaigns yet." action={<AddCampaign />}>
            <Link href="/imports">Import</Link> those of your CRM or from a spreadsheet, or add what runs now.
          </Empty>
        }
      />
    </Page>
  );
}

function Campaigns({ fixed, empty }: { fixed?: { channel: number }; empty: React.ReactNode }) {
  const reader = useReader();
  return (
    <List<CampaignRow>
      path="/campaigns"
      record="campaign_row"
      order="-starts_on"
      fixed={fixed}
      is_in_url={!fixed}
      words={["campaign", "campaigns"]}
      columns={[
        { field: "name", under: (row) => row.product_names.join(", ") },
        ...(fixed ? [] : ["channel_name", "side"]),
        {
          field: "starts_on",
          label: "When",
          show: (row) => days_in_words(row, reader),
          under: (row) => phase_words[phase_of(row, reader.today)],
        },
        { field: "territory_names", label: "Where", can_sort: false, show: (row) => row.territory_names.join(", ") || "Everywhere" },
        "owner_name",
        "budget",
      ]}
      filters={[...(fixed ? [] : ["channel", "side"]), "territories", "products", "industry", "owner", "starts_on", "budget"]}
      asks={[running_on]}
      empty={empty}
    />
  );
}

function AddCampaign({ letter }: { letter?: string }) {
  const may = useMay();
  const [, go] = useLocation();
  if (!may("edit_campaigns")) return null;
  return (
    <Dialog button="Add a campaign" letter={letter}>
      {(close) => (
        <Form
          record="campaign_draft"
          button="Add it"
          send={(body) => post("/campaigns", body)}
          then={({ id }) => go(`/campaigns/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One campaign, with everything that was ever changed about it. */
export function CampaignPage({ params }: PageProps) {
  const reader = useReader();
  const may = useMay();
  return (
    <RecordPage<CampaignRow>
      path={`/campaigns/${params.id}`}
      record="campaign_row"
      title={(campaign) => campaign.name}
      lead={(campaign) => (
        <>
          {`${days_in_words(campaign, reader)}: ${phase_words[phase_of(campaign, reader.today)].toLowerCase()}. `}
          <Link href={`/campaigns/${campaign.id}/plan`}>Planned against actual</Link>
          {may("see_roi") && (
            <>
              {", "}
              <Link href={`/roi/line?by=campaign&line=${campaign.id}`}>its return</Link>
            </>
          )}
          {campaign.system && campaign.is_changed_here && `. Its name and what it cost come from ${campaign.system}; the rest is kept here.`}
        </>
      )}
      kept_by={(campaign) => (!campaign.is_changed_here ? { name: campaign.system, link: campaign.link } : null)}
      skip={["name", "key", "channel_kind", "product_names", "territory_names", "is_changed_here"]}
      show={{
        products: (_: never, campaign: CampaignRow) => <Products campaign={campaign} />,
        ends_on: (_: never, { starts_on, ends_on }: CampaignRow) =>
          ends_on ? format_day(ends_on, reader) : <span className="quiet">{starts_on ? "open" : "—"}</span>,
        territories: (_: never, campaign: CampaignRow) => campaign.territory_names.join(", ") || "Everywhere",
      }}
      actions={(campaign) => (
        <>
          {may("enter_touchpoints") && (
            <Button component={Link} href={`/touchpoints/enter?campaign=${campaign.id}`} variant="default">
              Add touchpoints
            </Button>
          )}
          <ChangeCampaign campaign={campaign} />
          <MergeButton record="campaign" id={campaign.id} name={campaign.name} />
        </>
      )}
    >
      {(campaign) => (
        <>
          <MergeNote record="campaign" id={campaign.id} />
          <RejectionsOf campaign={campaign.id} />
          <MailingsOf campaign={campaign.id} />
        </>
      )}
    </RecordPage>
  );
}

function Products({ campaign }: { campaign: CampaignRow }) {
  if (campaign.products.length === 0) return "All that the firm sells";
  return campaign.products.map((id, at) => (
    <span key={id}>
      {at > 0 && ", "}
      <Link href={`/products/${id}`}>{campaign.product_names[at]}</Link>
    </span>
  ));
}

function ChangeCampaign({ campaign }: { campaign: CampaignRow }) {
  const may = useMay();
  if (!campaign.is_changed_here || !may("edit_campaigns")) return null;
  return (
    <Dialog button="Change">
      {(close) => (
        <Form
          record="campaign_draft"
          value={campaign}
          send={(body) => put("/campaigns/{id}", body, { params: { id: campaign.id } })}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** The ways on which customers are reached. */
export function ChannelsPage(_: PageProps) {
  const may = useMay();
  const reader = useReader();
  return (
    <Page
      title="Channels"
      lead="The ways on which customers are reached, by either side. Spend, contacts and return are told by them."
      actions={may("edit_channels") && <AddChannel />}
    >
      <List<Channel>
        path="/channels"
        record="channel"
        order="name"
        words={["channel", "channels"]}
        columns={[
          { field: "name", under: (row) => row.retired_on && `retired on ${format_day(row.retired_on, reader)}` },
          { field: "other_names", label: "Called in files" },
          { field: "kind", under: (row) => row.is_direct && "direct: nobody brought them" },
          "side",
        ]}
        filters={["kind", "side", "is_direct", "retired_on"]}
        empty={<Empty title="No channels.">Campaigns need one: add the first.</Empty>}
      />
    </Page>
  );
}

function AddChannel() {
  const [, go] = useLocation();
  return (
    <Dialog button="Add a channel" letter="n">
      {(close) => (
        <Form
          record="channel_draft"
          button="Add it"
          send={(body) => post("/channels", body)}
          then={({ id }) => go(`/channels/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One channel and its campaigns. */
export function ChannelPage({ params }: PageProps) {
  const may = useMay();
  return (
    <RecordPage<Channel>
      path={`/channels/${params.id}`}
      record="channel"
      title={(channel) => channel.name}
      lead={(channel) => (
        <>
          {channel.system && `Its name comes from ${channel.system}; the rest is kept here. `}
          {may("see_roi") && <Link href={`/roi/line?by=channel&line=${channel.id}`}>Its return</Link>}
        </>
      )}
      kept_by={() => null}
      skip={["name"]}
      actions={(channel) => <ChannelActs channel={channel} />}
    >
      {(channel) => (
        <>
          <MergeNote record="channel" id={channel.id} />
          <h2>Campaigns</h2>
          <Campaigns fixed={{ channel: channel.id }} empty={<Empty title="No campaign has used it." />} />
        </>
      )}
    </RecordPage>
  );
}

function ChannelActs({ channel }: { channel: Channel }) {
  const may = useMay();
  const act = useUndo();
  const { today } = useSession();
  const [, go] = useLocation();
  if (!may("edit_channels")) return null;
  const { id, system: _, ...draft } = channel;
  const retire = (on: string | null) => put("/channels/{id}", { ...draft, retired_on: on }, { params: { id } });
  const is_retired = channel.retired_on !== null;
  const toggle = {
    say: is_retired ? `${channel.name} is offered again.` : `${channel.name} is offered to no new campaign.`,
    run: () => retire(is_retired ? null : today),
    undo: () => retire(channel.retired_on),
  };
  const remove = {
    say: `${channel.name} is gone.`,
    run: async () => {
      await del("/channels/{id}", undefined, { params: { id } });
      go("/channels");
    },
    undo: () => post("/channels", draft),
  };
  return (
    <>
      <Dialog button="Change">
        {(close) => (
          <Form
            record="channel_draft"
            value={channel}
            send={(body) => put("/channels/{id}", body, { params: { id } })}
            then={close}
            on_cancel={close}
          />
        )}
      </Dialog>
      <MergeButton record="channel" id={channel.id} name={channel.name} />
      <Button variant="default" onClick={() => void act(toggle)}>
        {is_retired ? "Use again" : "Retire"}
      </Button>
      <Button variant="default" onClick={() => void act(remove)}>
        Delete
      </Button>
    </>
  );
}
