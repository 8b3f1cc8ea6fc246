// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_history_view.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "people/people.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_history_store.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_merged.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_words.hpp"
#include "web/route.hpp"

namespace accord::roi {
namespace {

/// What lies nearer to each other than this part of the line is drawn as one mark.
constexpr std::int64_t places_drawn = 240;
constexpr std::size_t journeys_drawn_max = 100;
constexpr std::int64_t kinds = static_cast<std::int64_t>(choices_of<HistoryKind>.size());

/// Names that many items share, each looked up once.
class Names {
 public:
  explicit Names(const Read& read) : read_(read) {}
  const std::string& channel(std::int64_t id) {
    return known(channels_, id, [&] { return name_of_channel(read_, id); });
  }
  const std::string& campaign(std::int64_t id) {
    return known(campaigns_, id, [&] { return id == 0 ? "" : name_of_campaign(read_, id); });
  }
  const std::string& person(std::int64_t id) {
    return known(people_, id, [&] {
      const auto found = id == 0 ? std::nullopt : read_.find(Id<people::Person>{id});
      return found ? found->name : std::string();
    });
  }

 private:
  template <class Make>
  static const std::string& known(std::map<std::int64_t, std::string>& names, std::int64_t id, Make make) {
    const auto found = names.find(id);
    return found != names.end() ? found->second : names.emplace(id, make()).first->second;
  }

  const Read& read_;
  std::map<std::int64_t, std::string> channels_, campaigns_, people_;
};

/// Orders of all days: an account's history has no first one.
Question of_all_days(Question question) {
  question.from = day_from({1900, 1, 1}).value_or(Day{});
  question.until = day_from({2199, 12, 31}).value_or(Day{});
  return question;
}

/// Goes through the account's own journeys only, however many accounts there are.
void each_journey(const Read& read, const Question& question, std::uint32_t account,
                  const std::function<void(const Journey&)>& use) {
  const auto all = ledger(read, question.currency_day);
  auto part = all->touches().is_changed(account) ? all->newer()
                                                 : older_part(read, all->touches(), question.currency_day);
  part.places = part.accounts->places_of({account});
  all->each(part, of_all_days(question), use);
}

/// The order that a touchpoint led to, and what it earned of it.
struct LedTo {
  std::int64_t order = 0;
  std::string name;
  double share = 0;
  Money credit;
};

class Gathering {
 public:
  Gathering(const Read& read, const Question& question, Id<account::Account> account)
      : read_(read), question_(question), account_(account), names_(read) {}

  std::vector<HistoryItem> all() {
    add_orders();
    add_touches();
    add_opportunities();
    add_activities();
    std::ranges::sort(items_, {}, [](const HistoryItem& item) { return std::pair(item.at, item.id.number); });
    return std::move(items_);
  }

 private:
  HistoryItem& add(HistoryKind kind, std::int64_t row, Instant at, fact::Precision precision, Side side) {
    auto& item = items_.emplace_back();
    item.id = {row * kinds + static_cast<std::int64_t>(kind)};
    item.at = at;
    item.precision = precision;
    item.kind = kind;
    item.side = side;
    return item;
  }

  void add_orders() {
    each_journey(read_, question_, number(), [&](const Journey& journey) {
      const auto& order = *journey.order;
      auto& item = add(HistoryKind::order, order.row, order.at, fact::Precision::day, Side::none);
      item.name = name_of(order);
      item.amount = order.revenue;
      item.link = "/orders/" + std::to_string(order.row);
      item.detail = journey.is_left_alone     ? "unattributed, for it had ordered before"
                    : journey.touches.empty() ? "no touchpoint explains it"
                                              : counted(static_cast<std::int64_t>(journey.touches.size()),
                                                        "touchpoint", "touchpoints") +
                                                    " led to it";
      if (order.is_taken_back) item.detail = "wholly taken back since: it is no order, and ended no journey";
      if (journey.takes_back != nullptr) item.detail = "takes back " + name_of(*journey.takes_back);
      add_shares(journey, led_to_);
    });
    const auto agreed = as_agreed(read_, question_);
    if (!agreed) return;
    is_beside_ = true;
    each_journey(read_, *agreed, number(),
                 [&](const Journey& journey) { add_shares(journey, led_to_as_agreed_); });
  }

  using LedToByTouch = std::map<std::int64_t, LedTo>;  ///< by the touchpoint's row
  static void add_shares(const Journey& journey, LedToByTouch& led_to) {
    const auto& order = *journey.order;
    if (!order.is_order()) return;
    kernels::ExactShares shares;
    shares.take(journey.shares);
    const auto amounts = shares.split(order.revenue.minor);
    for (std::size_t i = 0; i < journey.touches.size(); ++i)
      led_to[journey.touches.row[i]] = {order.row, name_of(order), journey.shares[i],
                                        Money{amounts[i], order.revenue.currency}};
  }

  /// Beside the order that it led to by the rules that are asked; where these say none, the one as agreed.
  void put_agreed(std::int64_t touch, HistoryItem& item) const {
    const auto found = led_to_as_agreed_.find(touch);
    if (found == led_to_as_agreed_.end()) {
      if (!item.order) return;
      item.agreed_share_percent = 0;
      item.agreed_credit = Money{0, item.credit->currency};
      return;
    }
    const auto& led = found->second;
    if (!item.order) {
      item.order = Id<CreditedOrder>{led.order};
      item.order_name = led.name;
    }
    item.agreed_share_percent = 100 * led.share;
    item.agreed_credit = led.credit;
  }

  void add_touches() {
    const auto all = ledger(read_);
    const auto columns = touches_of(*all, number());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto touch = columns[i];
      if (touch.row % 2 == 1) touched_activities_.insert(touch.row / 2);
      auto& item = add(HistoryKind::touchpoint, touch.row, touch.at, touch.precision, touch.side);
      const auto kind = label_of(accord::name_of(touch.kind));
      item.name = touch.channel == 0 ? kind : names_.channel(touch.channel);
      item.detail = touch.campaign == 0 ? kind : names_.campaign(touch.campaign);
      item.person_name = names_.person(touch.person);
      item.link = "/touchpoints?id=" + std::to_string(touch.row);
      if (const auto led = led_to_.find(touch.row); led != led_to_.end()) {
        item.order = Id<CreditedOrder>{led->second.order};
        item.order_name = led->second.name;
        item.share_percent = 100 * led->second.share;
        item.credit = led->second.credit;
      }
      if (is_beside_) put_agreed(touch.row, item);
    }
  }

  void add_opportunities() {
    for (const auto& one : opportunities_of(read_, account_.number)) {
      opportunities_.insert(one.id);
      if (one.created_on) add(HistoryKind::opportunity_made, one, *one.created_on);
      const bool is_closed = one.outcome != funnel::Outcome::open && one.close_on;
      if (is_closed)
        add(one.outcome == funnel::Outcome::won ? HistoryKind::opportunity_won
                                                : HistoryKind::opportunity_lost,
            one, *one.close_on);
    }
  }

  void add(HistoryKind kind, const AccountOpportunity& one, Day day) {
    auto& item = add(kind, one.id, start_of(day), fact::Precision::day, Side::none);
    item.name = one.name;
    item.amount = one.value;
    item.link = "/opportunities/" + std::to_string(one.id);
  }

  /// Those that are touchpoints stand among these.
  void add_activities() {
    const auto log = fact::activity_log(read_);
    for (const auto& one : log->activities) {
      const bool is_of_account =
          one.opportunity != 0 ? opportunities_.contains(one.opportunity) : one.account == number();
      if (!is_of_account || touched_activities_.contains(one.id)) continue;
      auto& item = add(HistoryKind::activity, one.id, one.at, one.precision, one.side);
      item.name = label_of(accord::name_of(one.kind));
      const auto whole = read_.find(Id<fact::Activity>{one.id});
      if (whole) item.detail = whole->subject_line;
      item.person_name = names_.person(one.person);
      item.link = one.opportunity != 0 ? "/opportunities/" + std::to_string(one.opportunity)
                                       : "/activities?id=" + std::to_string(one.id);
    }
  }

  std::uint32_t number() const { return static_cast<std::uint32_t>(account_.number); }

  const Read& read_;
  Question question_;
  Id<account::Account> account_;
  Names names_;
  std::vector<HistoryItem> items_;
  LedToByTouch led_to_, led_to_as_agreed_;
  bool is_beside_ = false;  ///< what is agreed stands beside what is asked
  std::set<std::int64_t> opportunities_, touched_activities_;
};

std::int64_t year_of(Day day) { return parts_of(day).year; }

/// In which year of the company items lie.
class Years {
 public:
  explicit Years(const Read& read) : clock_(people::company_time_zone(read)) {}
  Day day(Instant at, fact::Precision precision) {
    return precision == fact::Precision::moment ? clock_.day(at) : day_of(at);
  }
  std::int64_t of(const HistoryItem& item) { return year_of(day(item.at, item.precision)); }

 private:
  LocalClock clock_;
};

void put_marks(const std::vector<HistoryItem>& items, AccountHistory& history) {
  if (items.empty()) return;
  history.from = items.front().at;
  history.until = items.back().at;
  const auto length = std::max<std::int64_t>(1, history.until->ms - history.from->ms + 1);
  std::map<std::tuple<HistoryKind, Side, std::int64_t>, std::size_t> places;
  for (const auto& item : items) {
    const auto place = (item.at.ms - history.from->ms) * places_drawn / length;
    const auto [found, is_new] = places.try_emplace({item.kind, item.side, place}, history.marks.size());
    if (is_new) history.marks.push_back({item.kind, item.side, item.at, 0});
    ++history.marks[found->second].count;
  }
}

std::string sentence_of(const std::vector<HistoryItem>& items) {
  std::array<std::int64_t, choices_of<HistoryKind>.size()> counts{};
  std::int64_t of_sales = 0, of_marketing = 0, led = 0;
  for (const auto& item : items) {
    ++counts[static_cast<std::size_t>(item.kind)];
    if (item.kind != HistoryKind::touchpoint) continue;
    of_sales += item.side == Side::sales ? 1 : 0;
    of_marketing += item.side == Side::marketing ? 1 : 0;
    led += item.share_percent ? 1 : 0;
  }
  const auto count = [&](HistoryKind kind) { return counts[static_cast<std::size_t>(kind)]; };
  const auto two_sides = " (" + std::to_string(of_marketing) + " of marketing, " + std::to_string(of_sales) +
                         " of sales), of which " + std::to_string(led) + " led to an order; ";
  return counted(count(HistoryKind::touchpoint), "touchpoint", "touchpoints") + two_sides +
         counted(count(HistoryKind::order), "order", "orders") + "; " +
         counted(count(HistoryKind::opportunity_made), "opportunity", "opportunities") + " made, " +
         std::to_string(count(HistoryKind::opportunity_won)) + " won, " +
         std::to_string(count(HistoryKind::opportunity_lost)) + " lost; " +
         counted(count(HistoryKind::activity), "other activity", "other activities");
}

std::string drawn_sentence(const AccountHistory& history, std::size_t items, std::size_t journeys) {
  std::string words;
  if (history.marks.size() < items)
    words = counted(static_cast<std::int64_t>(items), "item is", "items are") + " drawn as " +
            counted(static_cast<std::int64_t>(history.marks.size()), "mark", "marks") +
            ", for they lie too near to each other; one with a ring stands for several, the list has each";
  if (journeys > history.journeys.size())
    words += (words.empty() ? "" : ". ") + std::string("Of ") +
             counted(static_cast<std::int64_t>(journeys), "journey", "journeys") + " the newest " +
             std::to_string(history.journeys.size()) + " are drawn";
  return words;
}

std::vector<HistoryJourney> journeys_of(const Read& read, const Question& question,
                                        Id<account::Account> account, std::optional<std::int64_t> year) {
  std::vector<HistoryJourney> found;
  each_journey(read, question, static_cast<std::uint32_t>(account.number), [&](const Journey& journey) {
    const auto& order = *journey.order;
    if (journey.touches.empty() || (year && year_of(day_of(order.at)) != *year)) return;
    found.push_back({{order.row},
                     name_of(order),
                     journey.touches.at(0),
                     order.at,
                     static_cast<std::int64_t>(journey.touches.size()),
                     order.revenue});
  });
  std::ranges::reverse(found);
  return found;
}

/// Of the account alone: which others count as it, and whether an order may have had touchpoints that are not
/// known.
std::vector<std::string> notes_of(const Read& read, const Question& question, const AccountHistory& history) {
  std::vector<std::string> notes;
  if (auto merged = merged_account_in_words(read, history.id.number); !merged.empty())
    notes.push_back(std::move(merged));
  const auto oldest = ledger(read, question.currency_day)->oldest_touch();
  const auto reached = oldest ? day_of(*oldest) + static_cast<int>(longest_lookback_days(question)) : Day{};
  const bool has_older = oldest && history.from && day_of(*history.from) < reached;
  if (has_older)
    notes.push_back("Touchpoints are on record from " + accord::in_words(day_of(*oldest)) +
                    " on. Of orders booked before " + accord::in_words(reached) +
                    " the look-back reaches further, so that some of what led to them is not known.");
  return notes;
}

}  // namespace

std::vector<HistoryItem> history_items(const Read& read, const Question& question,
                                       Id<account::Account> account, std::optional<std::int64_t> year) {
  refuse_if(!account::find_visible(read, account), web::not_found);
  auto items = Gathering(read, question, account).all();
  Years of_items(read);
  if (year) std::erase_if(items, [&](const HistoryItem& item) { return of_items.of(item) != *year; });
  return items;
}

AccountHistory history_of(const Read& read, const Question& question, Id<account::Account> account,
                          std::optional<std::int64_t> year) {
  AccountHistory history;
  auto items = history_items(read, question, account, std::nullopt);
  std::set<std::int64_t> years;
  Years of_items(read);
  for (const auto& item : items) years.insert(of_items.of(item));
  if (year) std::erase_if(items, [&](const HistoryItem& item) { return of_items.of(item) != *year; });
  history.id = account;
  history.name = name_of_account(read, account);
  history.model = question.model;
  history.lookback_days = question.lookback_days;
  history.half_life_days = question.half_life_days;
  history.rules = rules_told(read, question, SharedBy::one_model, ToldDays::all);
  history.year = year;
  history.years.assign(years.begin(), years.end());
  if (items.empty())
    history.why = years.empty() ? "No touchpoint, order, opportunity or activity of it is on record."
                                : "Nothing of that year is on record.";
  put_marks(items, history);
  history.journeys = journeys_of(read, question, account, year);
  const auto journeys = history.journeys.size();
  history.journeys.resize(std::min(journeys, journeys_drawn_max));
  history.sentence = sentence_of(items);
  history.notes = notes_of(read, question, history);
  history.drawn_sentence = drawn_sentence(history, items.size(), journeys);
  return history;
}

}  // namespace accord::roi
