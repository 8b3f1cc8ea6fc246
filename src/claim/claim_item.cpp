// SPDX-License-Identifier: Apache-2.0
// What is kept of a row of a list.
#include <sodium.h>

#include <array>

#include "base/text.hpp"
#include "claim/claim_lists.hpp"
#include "claim/claim_store.hpp"

namespace accord::claim {
namespace {

/// What tells two rows of a list apart where no record is meant: kept as a hash, for it may name a person.
std::string identity_of(const ItemDraft& item) {
  std::string text = lower(item.email);
  if (text.empty()) text = lower(trimmed(item.key));
  if (text.empty()) text = lower(trimmed(item.name)) + '\x1f' + lower(trimmed(item.company));
  std::array<unsigned char, 16> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

/// An address may stand where an identifier is asked for: it finds whom it means, and is not kept.
ItemDraft without_address_as_key(ItemDraft item) {
  if (item.key.find('@') == std::string::npos) return item;
  if (item.email.empty()) item.email = trimmed(item.key);
  item.key.clear();
  return item;
}

}  // namespace

/// A name may be a person's, also in a list of money, so that of what means no record only the account is
/// kept.
std::vector<ClaimItem> items_meant(const Read& read, const std::vector<ItemDraft>& given) {
  std::vector<ClaimItem> items;
  std::vector<ItemDraft> drafts;
  drafts.reserve(given.size());
  for (const auto& draft : given) drafts.push_back(without_address_as_key(draft));
  const auto meant = find_meant(read, drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto& draft = drafts[i];
    ClaimItem item;
    item.key = trimmed(draft.key);
    item.opportunity = meant[i].opportunity;
    item.territory = meant[i].territory;
    if (!item.opportunity) {
      item.label = trimmed(draft.company);
      item.identity = identity_of(draft);
    }
    item.on = draft.on;
    item.amount = draft.amount;
    items.push_back(std::move(item));
  }
  return items;
}

std::string said(Side side, Metric metric, const std::optional<std::int64_t>& count,
                 const std::optional<Money>& amount) {
  const auto number = amount ? accord::in_words(*amount) : std::to_string(count.value_or(0));
  std::string what(in_words(metric));
  if (!amount && count == 1) what.replace(0, std::string_view("leads").size(), "lead");
  return label_of(name_of(side)) + ": " + number + " " + what;
}

std::string in_words(const Claim& claim) { return said(claim.side, claim.metric, claim.count, claim.amount); }

}  // namespace accord::claim
