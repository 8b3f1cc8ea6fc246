// SPDX-License-Identifier: Apache-2.0
import { url_of } from "../ui/api";
import type { CreditedLead, NewAccount, Roi, RoiLine } from "../ui/api.gen";
import { Empty } from "../ui/empty";
import { List } from "../ui/list";
import { Page, type PageProps } from "../ui/page";
import { Back, useQuestion } from "./roi_asked";
import { SumsOfLine, told_over, useLine, type Sum } from "./roi_behind";
import { title_behind } from "./roi_behind_title";
import { alone_in, without_only, type Question } from "./roi_question";
import { part_as_agreed } from "./roi_told";

/** Whether less than the whole may count: that of a line, or of what a channel, a campaign or a side earned. */
const has_part = (question: Question) => {
  const { line } = question;
  const is_earned = alone_in(question).some((name) => ["only_channel", "only_campaign", "only_side"].includes(name));
  return line !== "unexplained" && (is_earned || (line !== undefined && line !== "all"));
};
const part = { field: "share_percent", label: "Its part", ...part_as_agreed };

const leads_of_line = (line: RoiLine): Sum[] => [["Its part of the leads", line.leads, line.agreed_leads]];
const all_leads = (report: Roi): Sum[] => [["Leads", report.leads]];
const unexplained_leads = (report: Roi): Sum[] => [["Unattributed", report.unattributed_leads]];

/** The leads behind a number, each with the part of it that the line has earned. */
export function RoiLeadsPage(_: PageProps) {
  const [question] = useQuestion();
  const { query, name } = useLine(question);
  return (
    <Page title={title_behind("Leads", question, name)} lead={<Back question={question} />}>
      <List<CreditedLead>
        path="/roi/leads"
        above={told_over(has_part(question), <SumsOfLine question={question} line={query.data} of_line={leads_of_line} of_all={question.line === "unexplained" ? unexplained_leads : all_leads} />)}
        record="credited_lead"
        order="-created_on"
        held={question as Record<string, string>}
        words={["lead", "leads"]}
        link={(lead) => `/opportunities/${lead.id}`}
        columns={[
          { field: "name", label: "Lead", under: (lead) => lead.account_name },
          "created_on",
          "phase",
          "touchpoints",
          ...(has_part(question) ? [part] : []),
        ]}
        filters={["created_on", "phase"]}
        empty={<Empty title="None.">No lead of these days is among them.</Empty>}
      />
    </Page>
  );
}

const new_accounts_of_line = (line: RoiLine): Sum[] => [["Its part of the new accounts", line.new_accounts, line.agreed_new_accounts]];
const all_new_accounts = (report: Roi): Sum[] => [["New accounts", report.new_accounts]];
const unexplained_new_accounts = (report: Roi): Sum[] => [["Unattributed", report.unattributed_new_accounts]];

/** The accounts that ordered for the first time, each with the order that made it a customer. */
export function RoiNewAccountsPage(_: PageProps) {
  const [question] = useQuestion();
  const { query, name } = useLine(question);
  const { line: _line, columns: _columns, ...asked } = question;
  return (
    <Page title={title_behind("New accounts", question, name)} lead={<Back question={question} />}>
      <List<NewAccount>
        path="/roi/new-accounts"
        above={told_over(has_part(question), <SumsOfLine question={question} line={query.data} of_line={new_accounts_of_line} of_all={question.line === "unexplained" ? unexplained_new_accounts : all_new_accounts} />)}
        record="new_account"
        order="-first_order_on"
        held={question as Record<string, string>}
        words={["new account", "new accounts"]}
        link={(account) => url_of(`/roi/orders/${account.order}`, {}, without_only(asked))}
        columns={[
          { field: "name", label: "Account", under: (account) => account.order_name },
          "first_order_on",
          "days",
          "touchpoints",
          "margin",
          ...(has_part(question) ? [part] : []),
        ]}
        filters={["first_order_on"]}
        empty={<Empty title="None.">No account ordered for the first time in these days.</Empty>}
      />
    </Page>
  );
}
