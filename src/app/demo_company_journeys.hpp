// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "app/demo_company_accounts.hpp"
#include "funnel/funnel.hpp"

namespace accord::app::demo {

/// The steps of the funnel, as the CRM knows them.
enum class Step : std::uint8_t {
  inquiry,
  handed_over,
  accepted,
  qualified,
  proposal,
  negotiation,
  won,
  lost
};
constexpr std::array<std::string_view, 8> crm_stages{"Inquiry",  "MQL",         "SAL",        "Qualified",
                                                     "Proposal", "Negotiation", "Closed Won", "Closed Lost"};

/// The journey came to a step.
struct Move {
  Step step = Step::inquiry;
  Instant at;
  std::size_t person = 0;
};

/// Somebody did something about it.
struct Touch {
  Instant at;
  std::size_t person = 0;
  fact::ActivityKind kind = fact::ActivityKind::note;
  std::string subject_line;
};

/// One inquiry and all that came of it.
struct Journey {
  std::size_t patch = 0, customer = 0, item = 0, owner = 0, marketer = 0;
  std::optional<std::size_t> contact;
  std::string_view source, lost_reason;
  std::int64_t quantity = 1;
  Money list, estimate, offer;  ///< the list price of all of it, what a lead is thought worth, the proposal
  Money price;                  ///< at which it is sold
  bool is_product_known = true, has_estimate = false;  ///< while it is a lead
  bool lacks_value = false, lacks_close_date = false;  ///< from the proposal on
  bool is_found_later = false;       ///< somebody enters the close date when the CRM asks for it
  int days_to_close = 30;            ///< expected, from the proposal
  std::optional<Instant> invoiced;   ///< once it is delivered
  std::optional<Instant> sent_back;  ///< when one piece of it was taken back
  std::vector<Move> moves;
  std::vector<Touch> touches;
};

/// The moments on which the story hangs.
struct Calendar {
  Instant begin, end;       ///< of what the CRM's exports hold
  Instant karl_left;        ///< on leave since
  Day trade_show;           ///< in the South, whose leads died
  Instant reviews[2];       ///< two weeks and one week ago
  Instant dates_asked_for;  ///< from then on the CRM asks for a close date
};

/// What a journey is drawn from.
struct Market {
  const Staff& staff;
  const std::vector<Item>& items;
  const Customers& customers;
  const Calendar& calendar;
};

/// All journeys, by when they began.
std::vector<Journey> make_journeys(const Market&, Dice&);
/// What the article that we are for tells of, and how sales and marketing came to it: salespeople do market
/// research, a competitor undercuts what is proposed, one sells far below list at the end of each quarter,
/// two customers pay in francs, and three send a piece back. It also says when each order is invoiced. It
/// throws dice of its own, so that the rest of the company does not depend on it.
void add_troubles(const Market&, std::vector<Journey>&, Dice);
/// What somebody did at a step, by a person of that side.
Touch touch_at(Step, Side, Instant, std::size_t person, const Item&, Dice&);

}  // namespace accord::app::demo
