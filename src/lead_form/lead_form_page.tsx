// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import "./lead_form.css";
import type { LeadFormRow } from "../ui/api.gen";
import { post, put } from "../ui/api";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Form } from "../ui/form";
import { count_of, format_day, format_percent } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { RecordPage } from "../ui/record";
import { useMay, useReader } from "../ui/session";
import { Entries } from "./entries_page";

export { FormEntriesPage, FormEntryPage } from "./entries_page";
export { ReceivedMessagePage, ReceivedMessagesPage } from "./received_page";
export { StandPage } from "./stand_page";

/** Forms on the web: whoever fills one in becomes a lead of its campaign. */
export function LeadFormsPage(_: PageProps) {
  return (
    <Page
      title="Forms"
      lead="Forms to put on your site, or to link to. Whoever fills one in becomes a lead, and a touchpoint of the form’s campaign."
      actions={
        <>
          <Button component={Link} href="/form-entries" variant="default">
            All that came in
          </Button>
          <AddForm letter="n" />
        </>
      }
    >
      <List<LeadFormRow>
        path="/lead-forms"
        record="lead_form_row"
        order="name"
        words={["form", "forms"]}
        columns={[
          { field: "name", under: (row) => `/forms/${row.address}` },
          "campaign_name",
          "owner_name",
          "territory_name",
          { field: "closed_on", label: "Closed from" },
          { field: "entry_count", label: "Filled in", can_sort: false },
          { field: "lead_count", label: "New leads", can_sort: false },
        ]}
        filters={["campaign", "product", "territory", "owner", "closed_on"]}
        empty={
          <Empty title="No forms yet." action={<AddForm />}>
            Add one for a campaign; its page has the two lines that put it on your site.
          </Empty>
        }
      />
    </Page>
  );
}

function AddForm({ letter }: { letter?: string }) {
  const may = useMay();
  const [, go] = useLocation();
  if (!may("edit_lead_forms")) return null;
  return (
    <Dialog button="Add a form" letter={letter}>
      {(close) => (
        <Form
          record="lead_form_draft"
          value={{ asks_company: true, asks_message: true }}
          button="Add it"
          send={(body) => post("/lead-forms", body)}
          then={({ id }) => go(`/lead-forms/${id}`)}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** One form: what it asks, where it stands, how it is put on a site, and who filled it in. */
export function LeadFormPage({ params }: PageProps) {
  const reader = useReader();
  return (
    <RecordPage<LeadFormRow>
      path={`/lead-forms/${params.id}`}
      record="lead_form_row"
      title={(form) => form.name}
      lead={(form) =>
        form.closed_on && form.closed_on <= (reader.today ?? "")
          ? `Closed since ${format_day(form.closed_on, reader)}: it takes nothing more.`
          : `Whoever fills it in becomes a lead of ${form.campaign_name}.`
      }
      kept_by={() => null}
      skip={["name", "address", "waiting_count", "asked_count", "confirmed_count"]}
      actions={(form) => (
        <>
          <AtTheStand form={form} />
          <ChangeForm form={form} />
        </>
      )}
    >
      {(form) => (
        <>
          <OnYourSite form={form} />
          <Confirmations form={form} />
          <h2>Filled in</h2>
          <p>
            <Link href={`/form-entries?form=${form.id}`}>As a page of its own</Link>, to search and to send on. What a machine sent, and what nobody confirmed in time, is not kept.
          </p>
          <Entries fixed={{ form: form.id }} is_in_url={false} empty={<Empty title="Nobody has filled it in yet.">Open it once and send it yourself to see what arrives.</Empty>} />
        </>
      )}
    </RecordPage>
  );
}

function AtTheStand({ form }: { form: LeadFormRow }) {
  const may = useMay();
  const [, go] = useLocation();
  if (!may("take_leads")) return null;
  return (
    <Button variant="default" onClick={() => go(`/lead-forms/${form.address}/stand`)}>
      At the stand
    </Button>
  );
}

function ChangeForm({ form }: { form: LeadFormRow }) {
  const may = useMay();
  if (!may("edit_lead_forms")) return null;
  return (
    <Dialog button="Change">
      {(close) => (
        <Form
          record="lead_form_draft"
          value={form}
          send={(body) => put("/lead-forms/{id}", body, { params: { id: form.id } })}
          then={close}
          on_cancel={close}
        />
      )}
    </Dialog>
  );
}

/** How many confirm what they filled in: of those who had the time to. */
function Confirmations({ form }: { form: LeadFormRow }) {
  const reader = useReader();
  if (!form.asks_confirmation && form.asked_count === 0) return null;
  const { asked_count: asked, confirmed_count: confirmed, waiting_count: waiting } = form;
  const did = confirmed > 0 ? `${confirmed} confirmed (${format_percent((100 * confirmed) / asked, reader)})` : "nobody confirmed yet";
  return (
    <section aria-labelledby="confirmations">
      <h2 id="confirmations">Confirmed by mail</h2>
      <p>
        {form.asks_confirmation ? "Whoever fills it in gets a link, and is a lead once they press the button behind it." : "It asks for no confirmation any more."}{" "}
        {asked === 0
          ? "Nobody was asked yet."
          : `Of ${count_of(asked, "person who was asked", "people who were asked", reader)}, ${did}; ${waiting} can still confirm.`}
      </p>
    </section>
  );
}

const in_attribute = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The address to open, and what to paste into a page. */
function OnYourSite({ form }: { form: LeadFormRow }) {
  const address = `${window.location.origin}/forms/${form.address}`;
  const name = in_attribute(form.heading || form.name);
  const sites = form.sites ? `Of other sites, ${form.sites} may show it in a frame.` : "No other site may show it in a frame until it stands under Sites.";
  return (
    <section aria-labelledby="on-your-site">
      <h2 id="on-your-site">On your site</h2>
      <p>
        It stands at{" "}
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
        . {sites}
      </p>
      <Snippet title="A link to it" text={`<a href="${address}">${name}</a>`} />
      <Snippet title="In a frame of your page" text={`<iframe src="${address}" title="${name}" width="100%" height="640" style="border:0"></iframe>`} />
    </section>
  );
}

const Snippet = ({ title, text }: { title: string; text: string }) => (
  <figure className="form-snippet">
    <figcaption>{title}</figcaption>
    <pre tabIndex={0} aria-label={title}>
      {text}
    </pre>
  </figure>
);
