// SPDX-License-Identifier: Apache-2.0
import { Link } from "wouter";
import type { MergeRow } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { homes_of, TakeBack } from "./merge_note";

/** Every record that counts as another one. */
export function MergesPage(_: PageProps) {
  return (
    <Page
      title="Merged"
      lead="Accounts, campaigns and channels that turned out to be others. Nothing was changed: what names either is counted as one, in all days."
    >
      <List<MergeRow>
        path="/merges"
        record="merge_row"
        order="-at"
        link={null}
        words={["merge", "merges"]}
        columns={[
          { field: "record", label: "What" },
          { field: "name", show: (row) => <Link href={`${homes_of[row.record]}/${row.number}`}>{row.name}</Link> },
          {
            field: "into_name",
            label: "Counts as",
            show: (row) => <Link href={`${homes_of[row.record]}/${row.into_number}`}>{row.into_name}</Link>,
          },
          "why",
          { field: "at", label: "Since", under: (row) => row.person_name },
          { field: "id", label: "Take back", can_sort: false, show: (row) => <TakeBack merge={row} /> },
        ]}
        filters={["record", "at"]}
        empty={
          <Empty title="Nothing is merged.">
            Open an account, a campaign or a channel and say what it counts as, where two of them are one.
          </Empty>
        }
      />
    </Page>
  );
}
