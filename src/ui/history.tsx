// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { Fragment, useState, type ReactNode } from "react";
import { useAddress } from "./data";
import { label_of, record_named, words_of } from "./described";
import { count_of, format_instant } from "./format";
import { Loaded } from "./loaded";
import { Named } from "./named";
import { home_of } from "./references";
import { useReader } from "./session";

interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

interface Change {
  commit: number;
  at: string;
  actor: string;
  what?: string;
  changes: FieldChange[];
}

const at_first = 8;

/** Every change of a record, newest first: who, when, from what to what. */
export function History({ path, record, tells_acts = false }: { path: string; record: string; tells_acts?: boolean }) {
  const [is_whole, set_whole] = useState(false);
  const query = useAddress<{ items: Change[] }>(`${path}/history`);
  return (
    <aside className="history" aria-label="History">
      <h2>History</h2>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ol>
              {(is_whole ? items : items.slice(0, at_first)).map((change) => (
                <Entry key={change.commit} change={change} record={record} is_creation={change === items.at(-1)} tells_act={tells_acts} />
              ))}
            </ol>
            {items.length === 0 && <p className="quiet">Nothing has happened to it yet.</p>}
            {items.length > at_first && !is_whole && (
              <UnstyledButton className="link" onClick={() => set_whole(true)}>
                Show {count_of(items.length - at_first, "earlier change")}
              </UnstyledButton>
            )}
          </>
        )}
      </Loaded>
    </aside>
  );
}

interface EntryProps {
  change: Change;
  record: string;
  is_creation: boolean;
  tells_act: boolean;
}

function Entry({ change, record, is_creation, tells_act }: EntryProps) {
  const reader = useReader();
  return (
    <li>
      <div>
        <strong>{change.actor}</strong>{" "}
        <time dateTime={change.at} className="quiet" title={`Commit ${change.commit}`}>
          {format_instant(change.at, reader)}
        </time>
      </div>
      {tells_act && change.what && <div className="quiet">{change.what}</div>}
      {is_creation ? (
        <div>Added with {count_of(change.changes.length, "field")}</div>
      ) : (
        change.changes.map((one) => (
          <Changed key={one.field} record={record} change={one} />
        ))
      )}
    </li>
  );
}

function Changed({ record, change }: { record: string; change: FieldChange }) {
  const field = record_named(record).fields.find((one) => one.name === change.field);
  const home = field ? home_of(field) : null;
  const words = (text: string) => (home ? <Names path={home} ids={text.split(", ")} /> : text);
  return (
    <div>
      {/* Fields of an older description are no longer there; their names still are. */}
      {field ? label_of(field) : words_of(change.field)}: {change.before && <Became>{words(change.before)}</Became>}
      <ins>{change.after ? words(change.after) : "emptied"}</ins>
    </div>
  );
}

/** What a record referred to stands in its history by number. */
function Names({ path, ids }: { path: string; ids: readonly string[] }) {
  return ids.map((id, at) => (
    <Fragment key={id}>
      {at > 0 && ", "}
      <Named path={path} id={id} />
    </Fragment>
  ));
}

function Became({ children }: { children: ReactNode }) {
  return (
    <>
      <del>{children}</del> <span aria-hidden="true">→</span>
      <VisuallyHidden> became </VisuallyHidden>{" "}
    </>
  );
}
