// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"

namespace accord::funnel {

/// The day on which it was closed is none on which it is expected to be.
void complete(const Read& read, const EvidenceGiven& given, Opportunity& journey) {
  refuse_if(!journey.system.empty(), product::crm_owns_this,
            "Kept by " + journey.system + ": what it lacks is added there.");
  refuse_if(given.account && !account::find_visible(read, *given.account), account::account_unknown);
  refuse_if(given.contact && !account::find_visible(read, *given.contact), account::contact_unknown);
  refuse_if(given.product && !read.find(*given.product), product::product_unknown);
  account::check_place(read, std::nullopt, given.owner);
  refuse_if(given.value && given.value->minor < 0, product::amount_is_negative);
  exchange_rate::refuse_unknown_currency(given.value);
  if (!journey.account) journey.account = given.account;
  if (!journey.contact) journey.contact = given.contact;
  if (!journey.product) journey.product = given.product;
  if (!journey.owner) journey.owner = given.owner;
  if (!journey.value) journey.value = given.value;
  if (!journey.close_on || journey.outcome != Outcome::open) journey.close_on = given.close_on;
  if (journey.source.empty()) journey.source = trimmed(given.source);
}

}  // namespace accord::funnel
