// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "app/demo_company_journeys.hpp"
#include "campaign/campaign.hpp"
#include "touchpoint/touchpoint.hpp"
#include "web/route.hpp"

namespace accord::app::demo {

/// What happens at which moment; told in order, with the clock standing at each.
class Timeline {
 public:
  void at(Instant moment, std::function<void()> happens) { moments_.push_back({moment, std::move(happens)}); }
  void pass(SetClock&);

 private:
  struct Moment {
    Instant at;
    std::function<void()> happens;
  };
  std::vector<Moment> moments_;
};

/// A patch's territory and those around it.
using Places = std::vector<Id<territory::Territory>>;
/// Of each patch.
std::vector<Places> places_around(const Read&, const Staff&);
bool runs_around(const campaign::Campaign&, const Places&);

/// Brings the journeys into the database as the CRM's exports would: once a month, and each working morning
/// of the last weeks, each with the orders and invoices of the same days. Every export holds what was known
/// at its moment, so that records have a history.
class Exports {
 public:
  Exports(Database&, const Market&, std::vector<Journey>);
  void plan(Timeline&);

 private:
  enum class Kind : std::uint8_t { move, touch, invoice, sent_back };
  struct Event {
    Instant at;
    std::size_t journey, place;  ///< in its moves or touches; what is no move is of the last one
    Kind kind;
  };
  struct Known {
    funnel::Opportunity record;
    bool is_changed = false;
    std::string order{};  ///< its number, once it is won
  };

  void export_until(Instant);
  void learn(const Journey&, std::size_t number, const Move&);
  void learn(const Journey&, std::size_t number, const Touch&);
  void store_changed(Write&, const std::vector<Event>&);
  void store_facts(Write&, const std::vector<Event>&);
  /// The campaigns of sales that there are by now.
  void look_around(const Read&);
  /// Whether what sales did was for a campaign of its own, as people say in the CRM: one on the channel of
  /// such deeds, which ran there by then.
  std::optional<Id<campaign::Campaign>> campaign_of(const Journey&, const Touch&, Side) const;
  /// What the order book tells of the same days: a line for each opportunity that was won, one for each
  /// invoice, and of what was sent back a refund under a number of its own, with its credit note.
  void store_orders(const std::vector<Event>&);

  Database& database_;
  const Market& market_;
  std::vector<Journey> journeys_;
  std::vector<Event> events_;
  std::vector<Known> known_;
  /// By the kind of what one logs for them.
  std::vector<std::pair<touchpoint::TouchKind, campaign::Campaign>> campaigns_;
  std::vector<Places> around_;
  std::size_t done_ = 0, touches_ = 0;
  int next_order_ = 20'001, next_invoice_ = 70'001, next_return_ = 5'001;
};

/// Does what people of the company do, by the routes that their screens would use.
class Acts {
 public:
  explicit Acts(Database& database) : database_(database) {}
  /// `POST /reviews`; the person by the first part of their address.
  json::value act(std::string_view person, std::string_view method_and_path,
                  json::value body = json::object{});
  std::int64_t id_of(std::string_view person);
  Actor actor(std::string_view person);

 private:
  Database& database_;
};

/// A list of calls that the liaison imported, of which some rows stayed out.
void plan_imports(Timeline&, Acts&, Database&, const Market&, Day today, Dice&);
/// What both sides undertook in those years, on the usual channels and on their own. It throws dice of its
/// own, so that the rest of the company does not depend on it.
void plan_campaigns(Timeline&, Acts&, Database&, const Calendar&, Day today, Dice);
/// What both sides spent, month by month as the ledger closes, and what people entered themselves.
void plan_spend(Timeline&, Acts&, Database&, const Market&, Day today, Dice);
/// How marketing reached the accounts that these journeys are with, month by month.
void plan_touchpoints(Timeline&, Database&, const Market&, const std::vector<Journey>&, Dice);
/// How the funnel was agreed on, tried in the West, and is disputed now.
void plan_agreements(Timeline&, Acts&, Database&, const Staff&, Day today);
/// The campaigns that the South's people signed, late, and those of the whole company that nobody has yet.
void plan_campaign_plans(Timeline&, Acts&, Database&, const Staff&, const Calendar&, Day today);
/// The agreement that only the West has.
std::string trial_slug(const Staff&);
/// Inquiries of the last days that no CRM holds.
void plan_inquiries(Timeline&, Acts&, Database&, const Market&, Day today);
/// Where people write who want the year-end bundle: its form's address.
constexpr std::string_view bundle_address = "bundle@kestrel.example";
/// Leads that marketing handed over to the South, and what became of them.
void plan_handoffs(Timeline&, Acts&, Database&, const Market&, Day today);
/// A call list of the newest campaign, some calls that reached nobody, and what people said about being
/// called.
void plan_calls(Timeline&, Acts&, Database&, const Market&, Day today);
/// A letter that went out some days ago, an e-mail that is planned, and people who want neither.
void plan_mailings(Timeline&, Acts&, Database&, const Market&, Day today);
/// What each side said of the last quarter, what both expect of one territory in this one, and the way to
/// count that the liaison proposed since.
void plan_claims(Timeline&, Acts&, Database&, const Staff&, Day today);
/// The two reviews that were held, and what came of their promises.
void plan_reviews(Timeline&, Acts&, const Calendar&, const Staff&, Day today);

}  // namespace accord::app::demo
