// SPDX-License-Identifier: Apache-2.0
#include "app/subjects.hpp"

#include "account/account.hpp"
#include "action/action.hpp"
#include "agreement/agreement.hpp"
#include "app/app.hpp"
#include "audience/audience.hpp"
#include "call_list/call_list.hpp"
#include "campaign/campaign.hpp"
#include "campaign_plan/campaign_plan.hpp"
#include "claim/claim.hpp"
#include "conversion/conversion.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "fact/fact.hpp"
#include "funnel/funnel.hpp"
#include "gap/gap.hpp"
#include "general_ledger/general_ledger.hpp"
#include "handoff/handoff.hpp"
#include "importing/importing.hpp"
#include "lead_form/lead_form.hpp"
#include "mail/mail.hpp"
#include "mailing_list/mailing_list.hpp"
#include "merge/merge.hpp"
#include "order/order.hpp"
#include "people/people.hpp"
#include "period/period.hpp"
#include "product/product.hpp"
#include "review/review.hpp"
#include "roi/roi.hpp"
#include "spend/spend.hpp"
#include "territory/territory.hpp"
#include "touchpoint/touchpoint.hpp"
#include "web/site.hpp"
#include "wish/wish.hpp"

namespace accord::app {

const Subjects& subjects() {
  static const bool is_installed = [] {
    install({
        &web::floor_subject(),   &territory::subject,      &people::subject,    &period::subject,
        &exchange_rate::subject, &product::subject,        &account::subject,   &campaign::subject,
        &fact::subject,          &wish::subject,           &gap::subject,       &agreement::subject,
        &funnel::subject,        &conversion::subject,     &spend::subject,     &touchpoint::subject,
        &campaign_plan::subject, &handoff::subject,        &merge::subject,     &mail::subject,
        &lead_form::subject,     &audience::subject,       &call_list::subject, &mailing_list::subject,
        &order::subject,         &general_ledger::subject, &roi::subject,       &claim::subject,
        &importing::subject,     &action::subject,         &review::subject,    &subject,
    });
    gap::install_by_clock(handoff::gaps_by_clock());
    return true;
  }();
  CHECK(is_installed);
  return installed_subjects();
}

std::vector<Schema> schemas() {
  std::vector<Schema> all;
  for (const auto* subject : subjects()) all.push_back(subject->schema);
  return all;
}

}  // namespace accord::app
