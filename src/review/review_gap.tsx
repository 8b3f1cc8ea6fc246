// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useSearch } from "wouter";
import { Problem, url_of } from "../ui/api";
import type { Gap } from "../ui/api.gen";
import { useData } from "../ui/data";
import { Empty } from "../ui/empty";
import { format_quantity, is_known, Working } from "../ui/figure";
import { as_sentence, format_day } from "../ui/format";
import { Term } from "../ui/glossary";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Move } from "./review_agenda";
import { clause_in_words, clause_path, evidence_in_words } from "./review_words";
import "./review.css";

/** One gap: what is at stake and how that was worked out, its evidence, the clause, and what would close it. */
export function GapPage({ params }: PageProps) {
  const asked = new URLSearchParams(useSearch());
  const about = asked.get("about");
  const as_of = asked.get("as_of");
  const gap = useData("/gaps/{code}", { params: { code: params.code ?? "" }, query: { about, as_of } });
  if (gap.error instanceof Problem && gap.error.status === 404) return <Closed as_of={as_of} />;
  return (
    <Loaded query={gap}>
      {(found) => (
        <GapView
          gap={found}
          judged={as_of ? <JudgedBy day={as_of} /> : null}
          back={{ href: url_of("/review", {}, { as_of }), label: "The review" }}
        />
      )}
    </Loaded>
  );
}

/** A gap as it was frozen when its review was closed. */
export function FrozenGapPage({ params }: PageProps) {
  const about = new URLSearchParams(useSearch()).get("about");
  const id = params.id ?? "";
  const gap = useData("/reviews/{id}/gaps/{code}", { params: { id, code: params.code ?? "" }, query: { about } });
  const review = useData("/reviews/{id}", { params: { id } });
  if (gap.error instanceof Problem && gap.error.status === 404) return <NotFrozen id={id} />;
  return (
    <Loaded query={gap}>
      {(found) => (
        <GapView
          gap={found}
          judged={
            review.data && (
              <>
                As it stood when the review was closed. {review.data.sentence}. <JudgedBy day={review.data.as_of} /> The lists behind it show
                what has become known since.
              </>
            )
          }
          back={{ href: `/reviews/${id}`, label: "The minutes" }}
        />
      )}
    </Loaded>
  );
}

function JudgedBy({ day }: { day: string }) {
  return <>Judged by the facts up to the end of {format_day(day, useReader(), "long")}.</>;
}

function NotFrozen({ id }: { id: string }) {
  return (
    <Page title="No such gap">
      <Empty title="This gap was not on that review’s agenda." action={<Link href={`/reviews/${id}`}>See its minutes</Link>}>
        The minutes list every gap that was frozen when the review was closed.
      </Empty>
    </Page>
  );
}

function Closed({ as_of }: { as_of: string | null }) {
  const reader = useReader();
  const day = as_of ? format_day(as_of, reader, "long") : "this day";
  return (
    <Page title="No such gap">
      <Empty title={`This gap is not on the agenda of ${day}.`} action={<Link href={url_of("/review", {}, { as_of })}>See the review</Link>}>
        It may have been closed, or what you may see does not hold it.
      </Empty>
    </Page>
  );
}

interface ViewProps {
  gap: Gap;
  /** By which day's facts it was judged, as a sentence. */
  judged: ReactNode;
  back: { href: string; label: string };
}

function GapView({ gap, judged, back }: ViewProps) {
  const reader = useReader();
  const lead = gap.since ? `Since ${format_day(gap.since, reader, "long")}.` : "Since when is not known.";
  return (
    <Page
      title={gap.sentence}
      lead={
        <>
          {lead} {judged}
        </>
      }
      actions={
        <Button component={Link} href={back.href} variant="default">
          {back.label}
        </Button>
      }
    >
      <div className="gap-page">
        <section className="panel" aria-label="At stake">
          <h2>At stake</h2>
          <p className="gap-stake">
            {is_known(gap.stake) ? format_quantity(gap.stake, reader) : "Not known"}{" "}
            {is_known(gap.stake) && <span className="quiet">{gap.stake.name.toLowerCase()}</span>}
          </p>
          <Working figure={gap.stake} is_on_page />
        </section>
        <div>
          <section className="panel" aria-label="Whose move">
            <h2>Whose move</h2>
            <p>
              <Move gap={gap} />
            </p>
            <h3>What would close it</h3>
            <p>{gap.remedy}</p>
          </section>
          <section className="panel" aria-label="Evidence">
            <h2>Evidence</h2>
            <p>
              {gap.evidence ? (
                <Link href={gap.evidence}>{evidence_in_words(gap, reader)}</Link>
              ) : (
                "It is its own evidence."
              )}
            </p>
            {gap.agreement && (
              <p>
                Judged {gap.is_provisional && "provisionally "}by <Link href={clause_path(gap)}>{clause_in_words(gap)}</Link>
                {gap.is_provisional && `: ${gap.why_provisional || "an unsigned draft"}, so it is nobody’s move`}.
              </p>
            )}
            {gap.term && (
              <p>
                <Term name={gap.term} agreement={gap.agreement} words={`What “${gap.term}” means`} />
              </p>
            )}
          </section>
          {gap.exceptions.length > 0 && (
            <section className="panel" aria-label="Exceptions">
              <h2>Exceptions from the clause</h2>
              <ul>
                {gap.exceptions.map((words) => (
                  <li key={words}>{as_sentence(words)}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}
