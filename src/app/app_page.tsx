// SPDX-License-Identifier: Apache-2.0
import { TextInput } from "@mantine/core";
import { useMemo, useRef, useState, type ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { useData } from "../ui/data";
import { words_of } from "../ui/described";
import { Empty } from "../ui/empty";
import { count_of, list_in_words } from "../ui/format";
import { Stroke, useKeys } from "../ui/keys";
import { Loaded } from "../ui/loaded";
import { in_order } from "../ui/navigation";
import { Page, type PageProps } from "../ui/page";
import { pages } from "../ui/pages.gen";
import { curl_of, fields_of, matches, record_in, records_in, routes_of, subjects_in_order, type Document, type Route } from "./api_document";
import "./api.css";

/** Everything a program can ask and do, made from what the server says of itself. */
export function ApiPage(_: PageProps) {
  const api = useData("/openapi");
  return (
    <Page
      title="API"
      lead="Everything the screens show and do, a program can ask and do: the same addresses, the same rights, the same refusals."
      actions={<a href="/openapi.json">As OpenAPI 3.1</a>}
    >
      <FirstCall />
      <Loaded query={api}>{(document) => <Routes document={document as unknown as Document} />}</Loaded>
    </Page>
  );
}

function FirstCall() {
  const { origin } = window.location;
  return (
    <details className="panel api-first">
      <summary>How to make the first call</summary>
      <p>
        A program of its own sends a token: make one under <Link href="/people/me/account">My account</Link>. It does what you may, and nothing else
        has to be sent along.
      </p>
      <Code>{`curl -H "Authorization: Bearer $TOKEN" '${origin}/opportunities.json?outcome=open&order=-value&limit=10'`}</Code>
      <p>
        Or sign in with a person’s address and password. The cookie is the session; the token proves that a change comes from you and not from another
        site that a browser has open. Reading needs the cookie alone.
      </p>
      <Code>{`CSRF=$(curl -s -c accord.cookies ${origin}/session \\
  -H 'Content-Type: application/json' -d '{"email":"you@example.com","password":"…"}' |
  sed 's/.*"csrf_token":"\\([^"]*\\)".*/\\1/')
curl -b accord.cookies '${origin}/opportunities.json?outcome=open&order=-value&limit=10'`}</Code>
      <p>
        A change carries that token (not with <code>Authorization</code>), and an <code>Act-Id</code> of your own making: repeat a call under the same id after a lost connection, and it is
        done once and answered alike.
      </p>
      <Code>{`curl -b accord.cookies ${origin}/actions \\
  -H "X-CSRF-Token: $CSRF" -H "Act-Id: $(uuidgen)" \\
  -H 'Content-Type: application/json' -d '{"what":"Call Northwind","person":1,"due_on":"2026-03-09"}'`}</Code>
      <p>
        Lists are filtered by any of their fields, by <code>field_from</code> and <code>field_to</code> for numbers and days, and by <code>q</code>;
        give <code>next</code> back as <code>after</code> to go on. What is refused is answered as problem details (RFC 9457) with a <code>code</code>{" "}
        and a <code>remedy</code>. Each reply says in its headers as of which commit it is and from which tables it was read: <code>Accord-Commit</code>,{" "}
        <code>Accord-Topics</code>. <code>/events</code> tells when those change.
      </p>
    </details>
  );
}

const Code = ({ children }: { children: string }) => (
  <pre className="api-code" tabIndex={0}>
    {children}
  </pre>
);

function Routes({ document }: { document: Document }) {
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const text = search.get("q") ?? "";
  const opened = search.get("route");
  const input = useRef<HTMLInputElement>(null);
  useKeys({ "/": { label: "Search the API", run: () => input.current?.focus() } });
  const routes = useMemo(() => routes_of(document), [document]);
  const found = routes.filter((route) => matches(route, text, document));
  const subjects = subjects_in_order(found, in_order(pages));
  return (
    <>
      <div className="api-search">
        <TextInput
          ref={input}
          type="search"
          aria-label="Search the API"
          placeholder="Address, words, right or field"
          rightSection={text ? null : <Stroke stroke="/" />}
          value={text}
          onChange={({ currentTarget: { value } }) => go(value ? `/api?q=${encodeURIComponent(value)}` : "/api", { replace: true })}
        />
        <span role="status" className="quiet">
          {count_of(found.length, "route")}
        </span>
      </div>
      {found.length === 0 && <Empty title="No route has these words.">Search for part of an address, such as “reviews”, or for a field, such as “due_on”.</Empty>}
      {subjects.map((subject) => (
        <section key={subject} aria-label={words_of(subject)}>
          <h2>{words_of(subject)}</h2>
          {found
            .filter((route) => route.subject === subject)
            .map((route) => (
              <RouteEntry key={name_of(route)} route={route} document={document} is_open={name_of(route) === opened} />
            ))}
        </section>
      ))}
    </>
  );
}

const name_of = (route: Route) => `${route.method} ${route.path}`;

function RouteEntry({ route, document, is_open }: { route: Route; document: Document; is_open: boolean }) {
  const [is_shown, show] = useState(is_open);
  return (
    <details className="api-route" open={is_open} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>
        <span className="api-method" data-method={route.method}>
          {route.method}
        </span>
        <code>{route.path}</code>
        <span className="quiet">{route.sentence}</span>
      </summary>
      {is_shown && <RouteBody route={route} document={document} />}
    </details>
  );
}

function RouteBody({ route, document }: { route: Route; document: Document }) {
  const path = route.parameters.filter((one) => one.in === "path");
  const query = route.parameters.filter((one) => one.in === "query");
  return (
    <div className="api-body">
      <p>
        <RightLine route={route} />
        {forms_in_words(route.forms)}{" "}
        <Link href={`/api?route=${encodeURIComponent(name_of(route))}`} className="no-print">
          Link to this
        </Link>
      </p>
      <Code>{curl_of(route, window.location.origin, document)}</Code>
      {path.length + query.length > 0 && (
        <Table title="In the address" head={["Name", "Holds"]} rows={[...path, ...query].map((one) => [<code key="n">{one.name}</code>, one.description])} />
      )}
      {route.body && <Records title="Takes" schema={route.body} document={document} />}
      {route.reply && <Records title="Answers" schema={route.reply} document={document} is_list={is_list(route)} />}
    </div>
  );
}

const is_list = ({ reply }: Route) => reply?.properties?.["items"] !== undefined;

function RightLine({ route }: { route: Route }) {
  if (route.right === "anyone") return <>Needs no session. </>;
  const holders = route.held_by.length === 8 ? "every role" : list_in_words(route.held_by.map((role) => words_of(role).toLowerCase()));
  return (
    <>
      Needs the right <code>{route.right}</code>: {route.right_sentence} Held by {holders}.{" "}
    </>
  );
}

function forms_in_words(forms: readonly string[]): string {
  const suffixed = forms.filter((form) => form === "json" || form === "csv").map((form) => `.${form}`);
  if (suffixed.length > 0) return `Asked for with ${suffixed.join(" or ")} behind the address.`;
  return forms.length > 0 ? `Answers ${forms.join(", ")}.` : "";
}

interface RecordsProps {
  title: string;
  schema: NonNullable<Route["body"]>;
  document: Document;
  is_list?: boolean;
}

/** A record's fields, and those of the records it holds. */
function Records({ title, schema, document, is_list = false }: RecordsProps) {
  const rows = is_list ? schema.properties!["items"]! : schema;
  const main = record_in(rows);
  if (!main) return null;
  const beside = Object.keys(schema.properties ?? {}).filter((name) => name !== "items");
  const words = is_list ? `${title} a list: items of ${main}, ${beside.join(", ")}` : `${title} ${main}`;
  return records_in(rows, document).map((name) => {
    const record = document.components.schemas[name] ?? {};
    const fields = fields_of(record);
    return (
      <Table
        key={name}
        title={name === main ? words : name}
        head={["Field", "Type", "Holds"]}
        rows={fields.map((field) => [
          <code key="f">{field.name}</code>,
          field.type + (title === "Takes" && !field.is_required ? "; may be absent" : ""),
          field.sentence,
        ])}
      />
    );
  });
}

function Table({ title, head, rows }: { title: string; head: readonly string[]; rows: readonly ReactNode[][] }) {
  return (
    <div className="api-scroll" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
