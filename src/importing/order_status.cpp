// SPDX-License-Identifier: Apache-2.0
#include "importing/order_status.hpp"

#include <map>
#include <string>

#include "base/text.hpp"
#include "importing/target.hpp"

namespace accord::importing {
namespace {

/// What means one thing in one system and another in the next is left out, and asked: "closed" is done here
/// and given up there, "new" may be a cart, "returned" and "refunded" do not say how much.
using enum OrderStatus;
const std::map<std::string, OrderStatus, std::less<>> known_words{
    {"booked", booked},
    {"ordered", booked},
    {"salesorder", booked},
    {"placed", booked},
    {"open", booked},
    {"confirmed", booked},
    {"accepted", booked},
    {"approved", booked},
    {"active", booked},
    {"activated", booked},
    {"released", booked},
    {"processing", booked},
    {"inprocess", booked},
    {"inprogress", booked},
    {"paid", booked},
    {"invoiced", booked},
    {"billed", booked},
    {"partiallyinvoiced", booked},
    {"partiallybilled", booked},
    {"shipped", booked},
    {"partiallyshipped", booked},
    {"delivered", booked},
    {"partiallydelivered", booked},
    {"fulfilled", booked},
    {"partiallyfulfilled", booked},
    {"complete", booked},
    {"completed", booked},
    {"gebucht", booked},
    {"bestellt", booked},
    {"bestätigt", booked},
    {"offen", booked},
    {"geliefert", booked},
    {"fakturiert", booked},
    {"cancelled", cancelled},
    {"canceled", cancelled},
    {"cancelledbycustomer", cancelled},
    {"canceledbycustomer", cancelled},
    {"void", cancelled},
    {"voided", cancelled},
    {"annulled", cancelled},
    {"revoked", cancelled},
    {"withdrawn", cancelled},
    {"rejected", cancelled},
    {"declined", cancelled},
    {"deleted", cancelled},
    {"storniert", cancelled},
    {"storno", cancelled},
    {"annulliert", cancelled},
    {"abgelehnt", cancelled},
    {"annulé", cancelled},
    {"annulée", cancelled},
    {"annullato", cancelled},
    {"cancelado", cancelled},
    {"cancelada", cancelled},
    {"anulado", cancelled},
    {"geannuleerd", cancelled},
    {"draft", not_yet},
    {"quote", not_yet},
    {"quoted", not_yet},
    {"quotation", not_yet},
    {"quotationsent", not_yet},
    {"offer", not_yet},
    {"proposal", not_yet},
    {"pending", not_yet},
    {"pendingapproval", not_yet},
    {"awaitingapproval", not_yet},
    {"unconfirmed", not_yet},
    {"entwurf", not_yet},
    {"angebot", not_yet},
};

}  // namespace

std::string plain_status(std::string_view status) {
  auto plain = squeezed(trimmed(status));
  std::erase(plain, '-');
  return plain;
}

std::optional<OrderStatus> order_status_of(std::string_view status, const Answers& answers) {
  const auto plain = plain_status(status);
  if (plain.empty()) return OrderStatus::booked;
  for (const auto& said : answers.statuses) {
    if (plain_status(said.word) == plain) return said.means;
  }
  const auto found = known_words.find(plain);
  return found == known_words.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace accord::importing
