// SPDX-License-Identifier: Apache-2.0
import type { MetTouch, RoiLine } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { format_known } from "../ui/format";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";
import { Back, useQuestion } from "./roi_asked";
import { SumsOfLine, told_over, useLine, type Sum } from "./roi_behind";
import { line_in, line_in_words } from "./roi_behind_title";

/** The touchpoints behind a number, where no filter of their own list chooses them: those of an industry, of a team. */
export function RoiTouchpointsPage(_: PageProps) {
  const [question] = useQuestion();
  const { query, name } = useLine(question);
  const reader = useReader();
  return (
    <Page
      title={line_in(question) === null ? "Touchpoints of these days" : `Touchpoints that count for ${line_in_words(question, name)}`}
      lead={<Back question={question} />}
    >
      <List<MetTouch>
        path="/roi/touchpoints"
        above={told_over(false, <SumsOfLine question={question} line={query.data} of_line={touchpoints_of_line} />)}
        record="met_touch"
        order="-at"
        held={question as Record<string, string>}
        words={["touchpoint", "touchpoints"]}
        link={(row) => (row.account ? `/accounts/${row.account}/timeline` : null)}
        columns={[
          { field: "at", label: "When", show: (row) => format_known(row.at, row.precision, reader) },
          { field: "account_name", label: "Account" },
          "kind",
          { field: "channel_name", label: "Channel", under: (row) => row.campaign_name },
          { field: "side", show: (row) => <Side side={row.side} /> },
        ]}
        filters={["at", "kind", "side"]}
        empty={<Empty title="None.">Nobody was met by it in these days.</Empty>}
      />
    </Page>
  );
}

const touchpoints_of_line = (line: RoiLine): Sum[] => [["Touchpoints", line.touchpoints]];
