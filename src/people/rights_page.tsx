// SPDX-License-Identifier: Apache-2.0
import "./rights.css";
import type { Reply } from "../ui/api";
import { useData } from "../ui/data";
import { words_of } from "../ui/described";
import { count_of } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useSession } from "../ui/session";
import { Side } from "../ui/side";

type RightRow = Reply<"GET", "/rights">["items"][number];

const roles = [
  ["salesperson", "sales"],
  ["sales_manager", "sales"],
  ["marketer", "marketing"],
  ["marketing_manager", "marketing"],
  ["liaison", "marketing"],
  ["arbiter", "none"],
  ["finance", "none"],
  ["administrator", "none"],
] as const;

/** Which roles hold which rights: the whole matrix, as the server enforces it. */
export function RightsPage(_: PageProps) {
  const rights = useData("/rights");
  return (
    <Page
      title="Rights"
      lead="What each role may do. A territory limits besides what somebody sees: nothing of another one is shown, listed, exported or found."
    >
      <Loaded query={rights}>{({ items }) => <Matrix rows={items} />}</Loaded>
    </Page>
  );
}

function Matrix({ rows }: { rows: readonly RightRow[] }) {
  return (
    <div className="rights-scroll" tabIndex={0} role="region" aria-label="Rights by role">
      <table className="rights">
        <thead>
          <tr>
            <th scope="col">Right</th>
            {roles.map(([role, side]) => (
              <th key={role} scope="col">
                <span className="side-square" data-side={side} aria-hidden="true" />
                {words_of(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.right}>
              <th scope="row">
                {row.sentence}
                <div className="under">{row.right}</div>
              </th>
              {roles.map(([role]) => (
                <td key={role} data-held={row[role]}>
                  {row[role] ? <span aria-label="yes">✓</span> : <span aria-label="no">·</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What one person may do, what not, and where. */
export function PersonRightsPage({ params }: PageProps) {
  const id = params.id ?? "me";
  const person = useData("/people/{id}", { params: { id } });
  const rights = useData("/people/{id}/rights", { params: { id } });
  const { today } = useSession();
  return (
    <Loaded query={person}>
      {(who) => (
        <Page
          title={id === "me" ? "What may I do?" : `What may ${who.name} do?`}
          lead={
            <>
              {words_of(who.role)} · <Side side={who.side} /> ·{" "}
              {who.territory_name ? `sees ${who.territory_name} and what lies below it` : "sees every territory"}
              {who.left_on && who.left_on <= today && " · has left, so holds no right"}
            </>
          }
        >
          <Loaded query={rights}>
            {({ items }) => (
              <>
                <RightList title="May" rights={items.filter((one) => one.is_held)} />
                <RightList title="May not" rights={items.filter((one) => !one.is_held)} is_quiet />
              </>
            )}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}

type PersonRight = Reply<"GET", "/people/{id}/rights">["items"][number];

function RightList(props: { title: string; rights: readonly PersonRight[]; is_quiet?: boolean }) {
  const { title, rights, is_quiet = false } = props;
  if (rights.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>
        {title} <span className="quiet">({count_of(rights.length, "right")})</span>
      </h2>
      <ul className="right-list">
        {rights.map((one) => (
          <li key={one.right} className={is_quiet ? "quiet" : undefined}>
            {one.sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
