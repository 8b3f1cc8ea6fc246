// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "account/account.hpp"
#include "product/product.hpp"

namespace accord::funnel {

/// What a person gives together with an act, of what the record of a journey lacks and the act demands.
struct EvidenceGiven {
  std::optional<Id<account::Account>> account;
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<product::Product>> product;
  std::optional<Id<people::Person>> owner;
  std::string source;
  std::optional<Money> value;
  std::optional<Day> close_on;
};

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::EvidenceGiven> = record(
    "evidence_given", "What a person gives with an act, of what the lead lacks and the act demands.",
    field(&funnel::EvidenceGiven::account, "account", "Who would buy."),
    field(&funnel::EvidenceGiven::contact, "contact", "Whom of the account."),
    field(&funnel::EvidenceGiven::product, "product", "What they would buy."),
    field(&funnel::EvidenceGiven::owner, "owner", "Who works on it."),
    field(&funnel::EvidenceGiven::source, "source", "Where the inquiry came from.", has_default, up_to(200)),
    field(&funnel::EvidenceGiven::value, "value", "What the customer would pay."),
    field(&funnel::EvidenceGiven::close_on, "close_on", "When it is expected to close."));
}  // namespace accord
