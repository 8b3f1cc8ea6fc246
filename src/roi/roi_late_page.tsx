// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { LateSpend, Roi, RoiLine } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { as_sentence } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { Back, useQuestion } from "./roi_asked";
import { SumsOfLine, told_over, useLine, type Sum } from "./roi_behind";
import { line_in, line_in_words } from "./roi_behind_title";
import type { Question } from "./roi_question";

/** What of the spend came in when its month seemed over, with its list. */
export const BookedLate = ({ of: { late_sentence, late_link } }: { of: { late_sentence: string; late_link: string } }) =>
  late_sentence !== "" && (
    <p className="quiet">
      <Link href={late_link}>{as_sentence(late_sentence)}</Link>
    </p>
  );

/** Spend that restates its month: of the line and the days asked for. */
export function RoiLatePage(_: PageProps) {
  const [question] = useQuestion();
  const { query, name } = useLine(question);
  const spend = line_in(question) === null ? "Spend" : `Spend for ${line_in_words(question, name)}`;
  return (
    <Page title={`${spend} that was booked late`} lead={<Back question={question} />}>
      <LateEntries path="/roi/late" question={question} sums={<SumsOfLine question={question} line={query.data} of_line={late} of_all={late} />} />
    </Page>
  );
}

const late = (of: Roi | RoiLine): Sum[] => (of.late_sentence ? [["Booked late", of.late]] : []);

interface LateProps {
  path: "/roi/late" | "/roi/cohorts/late";
  question: Question;
  /** What they come to. */
  sums?: ReactNode;
}

export const LateEntries = ({ path, question, sums }: LateProps) => (
  <List<LateSpend>
    path={path}
    above={told_over(false, sums)}
    record="late_spend"
    order="-recorded_on"
    held={question as Record<string, string>}
    words={["entry", "entries"]}
    link={(entry) => `/spend/${entry.id}`}
    columns={[{ field: "name", label: "For", under: (entry) => entry.channel_name }, "day", "recorded_on", "side", "amount"]}
    filters={[]}
    empty={<Empty title="None of it was booked late." />}
  />
);
