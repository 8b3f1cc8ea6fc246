// SPDX-License-Identifier: Apache-2.0
#include "importing/target.hpp"

#include "campaign/campaign.hpp"
#include "claim/claim.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"
#include "general_ledger/general_ledger.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"
#include "wish/wish.hpp"

namespace accord::importing {
namespace {

template <Described T>
RecordType record_type(What what, std::string_view one, std::string_view many,
                       TableKind kind = TableKind::record) {
  return {.what = what,
          .one = one,
          .many = many,
          .kind = kind,
          .info = &info_of<T>,
          .make = []() -> std::shared_ptr<void> { return std::make_shared<T>(); },
          .copy = [](const void* from) -> std::shared_ptr<void> {
            return std::make_shared<T>(*static_cast<const T*>(from));
          },
          .load = [](const Read& read, std::int64_t id) -> std::shared_ptr<void> {
            auto found = read.find(Id<T>{id});
            return found ? std::make_shared<T>(std::move(*found)) : nullptr;
          },
          .store = [](Write& write, void* record) { return write.insert(*static_cast<T*>(record)).number; },
          .change = [](Write& write, void* record) { write.update(*static_cast<T*>(record)); }};
}

template <Described T>
RecordType fact_type(What what, std::string_view one, std::string_view many) {
  auto type = record_type<T>(what, one, many, TableKind::fact);
  type.store = [](Write& write, void* record) { return write.append(*static_cast<T*>(record)).number; };
  return type;
}

/// What is read and never stored as it stands.
template <Described T>
RecordType line_type(What what, std::string_view one, std::string_view many) {
  return {.what = what,
          .one = one,
          .many = many,
          .kind = TableKind::plain,
          .info = &info_of<T>,
          .make = []() -> std::shared_ptr<void> { return std::make_shared<T>(); },
          .copy = nullptr,
          .load = nullptr,
          .store = nullptr,
          .change = nullptr};
}

/// Territories and people have more to keep true than their own row.
std::vector<RecordType> make_types() {
  std::vector<RecordType> types{
      record_type<territory::Territory>(What::territory, "territory", "territories"),
      record_type<people::Person>(What::person, "person", "people"),
      record_type<product::Product>(What::product, "product", "products"),
      record_type<campaign::Channel>(What::channel, "channel", "channels"),
      record_type<account::Account>(What::account, "account", "accounts"),
      record_type<account::Contact>(What::contact, "contact", "contacts"),
      record_type<campaign::Campaign>(What::campaign, "campaign", "campaigns"),
      record_type<funnel::Opportunity>(What::opportunity, "opportunity", "opportunities"),
      fact_type<fact::Activity>(What::activity, "activity", "activities"),
      fact_type<fact::StageChange>(What::stage_change, "stage change", "stage changes"),
      fact_type<spend::Spend>(What::spend, "entry of spend", "entries of spend"),
      fact_type<touchpoint::Touchpoint>(What::touchpoint, "touchpoint", "touchpoints"),
      fact_type<order::OrderLine>(What::order_line, "order line", "order lines"),
      fact_type<exchange_rate::ExchangeRate>(What::exchange_rate, "exchange rate", "exchange rates"),
      fact_type<general_ledger::LedgerTotal>(What::ledger_total, "ledger total", "ledger totals"),
      record_type<wish::Wish>(What::wish, "opt-out", "opt-outs"),
      record_type<claim::Claim>(What::claim, "claim", "claims"),
      fact_type<claim::ClaimItem>(What::claim_item, "listed row", "listed rows"),
      line_type<claim::ClaimLine>(What::claim_line, "row of claims", "rows of claims")};
  types[0].store = [](Write& write, void* record) {
    return territory::add(write, *static_cast<territory::Territory*>(record)).number;
  };
  types[1].store = [](Write& write, void* record) {
    return people::add(write, *static_cast<people::Person*>(record)).number;
  };
  types[0].change = [](Write& write, void* record) {
    territory::change(write, *static_cast<territory::Territory*>(record));
  };
  types[1].change = [](Write& write, void* record) {
    people::change(write, *static_cast<people::Person*>(record));
  };
  return types;
}

}  // namespace

const RecordType& type_of(What what) {
  static const std::vector<RecordType> types = make_types();
  return types.at(static_cast<std::size_t>(what));
}

const Slot* Target::slot(std::string_view wanted) const {
  for (const auto& slot : slots) {
    if (slot.name == wanted) return &slot;
  }
  return nullptr;
}

const Target* target_named(std::string_view name) {
  for (const auto& target : targets()) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

std::string squeezed(std::string_view header) {
  std::string text;
  for (const char c : header) {
    if (c == ' ' || c == '_' || c == '\t') continue;
    text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

}  // namespace accord::importing
