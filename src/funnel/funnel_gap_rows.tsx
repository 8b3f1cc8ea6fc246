// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Link, useSearch } from "wouter";
import { Problem, url_of } from "../ui/api";
import type { Gap } from "../ui/api.gen";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { Figure, is_known } from "../ui/figure";
import { count_of, format_day } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { JudgedOne, JudgedRows } from "./judged_rows";

/** What a gap is known by on a day, as its address says it. */
function useGapName({ params }: PageProps) {
  const asked = new URLSearchParams(useSearch());
  return { code: params.code ?? "", about: asked.get("about") ?? "", as_of: asked.get("as_of") ?? "" };
}
type GapName = ReturnType<typeof useGapName>;

const asked_of = ({ about, as_of }: GapName) => ({ about, ...(as_of && { as_of }) });

/** The opportunities that a gap counts, as they stood on its day: as many as it says, worth what it says. */
export function GapOpportunitiesPage(props: PageProps) {
  const name = useGapName(props);
  const gap = useData("/gaps/{code}", { params: { code: name.code }, query: asked_of(name) });
  if (gap.error instanceof Problem && gap.error.status === 404) return <NoSuchGap as_of={name.as_of} />;
  return (
    <Loaded query={gap}>
      {(found) => (
        <Page
          title={found.sentence}
          lead={<Lead gap={found} as_of={name.as_of} />}
          actions={
            <Button component={Link} href={url_of("/gaps/{code}", { code: name.code }, asked_of(name))} variant="default">
              The gap
            </Button>
          }
        >
          <JudgedRows
            path={`/gaps/${name.code}/opportunities`}
            held={asked_of(name)}
            is_about_work={name.code === "opportunity_unworked" || name.code === "step_wrong_side"}
          />
        </Page>
      )}
    </Loaded>
  );
}

function NoSuchGap({ as_of }: { as_of: string }) {
  const day = as_of ? format_day(as_of, useReader(), "long") : "this day";
  return (
    <Page title="No such gap">
      <Empty title={`This gap is not on the agenda of ${day}.`} action={<Link href={url_of("/review", {}, { as_of: as_of || undefined })}>See the review</Link>}>
        It may have been closed, or what you may see does not hold it.
      </Empty>
    </Page>
  );
}

function Lead({ gap, as_of }: { gap: Gap; as_of: string }) {
  const reader = useReader();
  return (
    <>
      {count_of(gap.count, "opportunity", "opportunities", reader)},{" "}
      {is_known(gap.stake) ? (
        <>
          <Figure figure={gap.stake} label="At stake" /> {gap.stake.name.toLowerCase()}
        </>
      ) : (
        "what is at stake not known"
      )}
      , as they stood at the end of {as_of ? format_day(as_of, reader, "long") : "the day"}.
    </>
  );
}

/** One of them, with the working of what it puts into the gap's stake. */
export function GapOpportunityPage(props: PageProps) {
  const name = useGapName(props);
  const id = props.params.id ?? "";
  const row = useData("/gaps/{code}/opportunities/{id}", { params: { code: name.code, id }, query: asked_of(name) });
  if (row.error instanceof Problem && row.error.status === 404) return <NoSuchGap as_of={name.as_of} />;
  const all = { href: url_of("/gaps/{code}/opportunities", { code: name.code }, asked_of(name)), label: "All of the gap" };
  return <Loaded query={row}>{(found) => <JudgedOne row={found} as_of={name.as_of} all={all} />}</Loaded>;
}
