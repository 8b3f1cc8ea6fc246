// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/json.hpp"
#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// What each channel earns, and what nothing explains.
using Credits = std::map<Key, std::int64_t>;

Credits credits_under(const Read& read, const CreditRules& rules, Day from, Day until) {
  Question question;
  static_cast<CreditRules&>(question) = rules;
  question.from = from;
  question.until = until;
  const auto lines = lines_of(read, question);
  Credits credits{{unexplained, lines->unattributed.revenue}};
  for (const auto& [key, sums] : lines->by_key) credits[key] = sums.revenue;
  return credits;
}

std::string name_of_line(const Read& read, Key key) {
  return key == unexplained ? "orders that nothing explains" : name_of(read, Dimension::channel, key);
}

/// Credit that stands elsewhere when one set of rules takes another's place.
struct Move {
  std::int64_t minor = 0, lines = 0;  ///< what those that gain gain together
  Key gains = 0, loses = 0;           ///< most
  std::int64_t most_gained = 0, most_lost = 0;
};

Move move_between(const Credits& before, const Credits& after) {
  Credits differences = after;
  for (const auto& [key, minor] : before) differences[key] -= minor;
  Move move;
  for (const auto& [key, minor] : differences) {
    if (minor == 0) continue;
    ++move.lines;
    if (minor > 0) move.minor += minor;
    if (minor > move.most_gained) move.gains = key, move.most_gained = minor;
    if (-minor > move.most_lost) move.loses = key, move.most_lost = -minor;
  }
  return move;
}

/// What the clauses of one draft would move, each by itself.
class Trial {
 public:
  Trial(const Read& read, Day from, Day until)
      : read_(read),
        from_(from),
        until_(until),
        own_(funnel::currency_of(read)),
        now_(basis_on(read, until)),
        before_(credits_under(read, now_.rules, from, until)) {}

  const CreditRules& now() const { return now_.rules; }

  /// Which touchpoints rules look past, however they share; empty where they look past none.
  std::string cut_by(const CreditRules& rules) const {
    std::string words;
    for (const auto& sentence : cut_in_words(read_, question(rules)))
      words += (words.empty() ? "" : " ") + sentence;
    return words;
  }

  std::int64_t orders_cut_by(const CreditRules& rules) const {
    return cut_by_lookback(read_, question(rules))->cut;
  }

  agreement::Finding finding(std::string clause, const CreditRules& rules) const {
    const auto move = move_between(before_, credits_under(read_, rules, from_, until_));
    agreement::Finding found;
    found.clause = std::move(clause);
    found.count = move.lines;
    found.mover = gap::Mover::both;
    found.stake = stake(move);
    found.sentence = sentence(move);
    return found;
  }

 private:
  Question question(const CreditRules& rules) const {
    Question asked;
    static_cast<CreditRules&>(asked) = rules;
    asked.from = from_;
    asked.until = until_;
    return asked;
  }
  std::string whole(std::int64_t minor) const { return accord::in_words(gap::rounded(Money{minor, own_})); }

  std::string sentence(const Move& move) const {
    if (move.minor == 0) return "no credit would stand elsewhere";
    return whole(move.minor) + " of credit would stand elsewhere: most goes to " +
           name_of_line(read_, move.gains) + " (" + whole(move.most_gained) + "), most leaves " +
           name_of_line(read_, move.loses) + " (" + whole(move.most_lost) + ")";
  }

  Figure stake(const Move& move) const {
    Figure figure;
    figure.name = "Credit that moves";
    figure.unit = FigureUnit::money;
    figure.money = Money{move.minor, own_};
    figure.formula = "what channels gain by this clause alone, of the orders booked from " +
                     accord::in_words(from_) + " to " + accord::in_words(until_) + ", against " +
                     (now_.is_agreed ? now_.name : "the usual rules");
    figure.inputs = {
        {"channels that earn differently", static_cast<double>(move.lines), {}, FigureUnit::count, {}}};
    figure.as_of = read_.as_of();
    return figure;
  }

  const Read& read_;
  Day from_, until_;
  Currency own_;
  CreditBasis now_;
  Credits before_;
};

/// The rules with some clauses of the draft.
template <class... Members>
std::optional<CreditRules> with(const CreditRules& now, const CreditRules& draft, Members... members) {
  auto rules = now;
  ((rules.*members = draft.*members), ...);
  return rules == now ? std::nullopt : std::optional(rules);
}

/// A look-back is told of, changed or not, where it cuts journeys: it then finds the orders that it cuts.
void tell_of_the_lookback(const Trial& trial, const CreditRules& now, const CreditRules& draft,
                          std::vector<agreement::Finding>& findings) {
  auto rules = now;
  rules.lookback_days = draft.lookback_days;
  rules.lookbacks = draft.lookbacks;
  const auto cut = trial.cut_by(rules);
  if (cut.empty()) return;
  const auto is_of_lookback = [](const agreement::Finding& found) {
    return found.clause == "lookback_days" || found.clause == "lookbacks";
  };
  auto found = std::ranges::find_if(findings, is_of_lookback);
  if (found == findings.end()) {
    findings.push_back(trial.finding("lookback_days", now));
    found = std::prev(findings.end());
  }
  const auto words = cut.substr(0, cut.size() - 1);
  found->sentence = found->count == 0 ? words : found->sentence + ". " + words;
  found->count = std::max({found->count, trial.orders_cut_by(rules), std::int64_t{1}});
}

}  // namespace

std::vector<agreement::Finding> would_have_moved(const Read& read, const Json& body,
                                                 std::optional<Id<territory::Territory>>, Day from,
                                                 Day until) {
  const auto draft = from_json<CreditRules>(parse_json(body.text));
  const Trial trial(read, from, until);
  const auto& now = trial.now();
  const std::vector<std::pair<std::string, std::optional<CreditRules>>> clauses{
      {"model",
       with(now, draft, &CreditRules::model, &CreditRules::markov_order, &CreditRules::half_life_days)},
      {"lookback_days", with(now, draft, &CreditRules::lookback_days)},
      {"lookbacks", with(now, draft, &CreditRules::lookbacks)},
      {"journeys_end_at", with(now, draft, &CreditRules::journeys_end_at)},
      {"sales_touchpoints_share", with(now, draft, &CreditRules::sales_touchpoints_share)},
      {"direct", with(now, draft, &CreditRules::direct)},
      {"existing_customers", with(now, draft, &CreditRules::existing_customers)},
      {"currency_day", with(now, draft, &CreditRules::currency_day)}};
  std::vector<agreement::Finding> findings;
  for (const auto& [clause, rules] : clauses) {
    if (rules) findings.push_back(trial.finding(clause, *rules));
  }
  if (findings.empty()) {
    auto last_touch = draft;
    last_touch.model =
        draft.model == CreditModel::last_touch ? CreditModel::first_touch : CreditModel::last_touch;
    findings.push_back(trial.finding("model", last_touch));
    findings.back().sentence = "With " + in_words(last_touch.model) + " instead, " + findings.back().sentence;
  }
  tell_of_the_lookback(trial, now, draft, findings);
  return findings;
}

}  // namespace accord::roi
