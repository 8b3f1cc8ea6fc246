// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_models.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <thread>
#include <utility>

#include "base/text.hpp"
#include "kernels/removal_effect.hpp"
#include "kernels/shapley.hpp"
#include "roi/roi_paths.hpp"

namespace accord::roi {
namespace {

constexpr std::array rules_of_thumb{
    CreditModel::first_touch,    CreditModel::last_touch, CreditModel::last_non_direct, CreditModel::linear,
    CreditModel::position_based, CreditModel::w_shaped,   CreditModel::time_decay};
constexpr std::array all_models{
    CreditModel::first_touch, CreditModel::last_touch,     CreditModel::last_non_direct,
    CreditModel::linear,      CreditModel::position_based, CreditModel::w_shaped,
    CreditModel::time_decay,  CreditModel::markov,         CreditModel::shapley};

/// A reason as a kernel gives it, as a sentence.
std::string sentence_of(std::string reason) {
  if (reason.empty()) return reason;
  if (reason.front() >= 'a' && reason.front() <= 'z') reason.front() = static_cast<char>(reason.front() - 32);
  return reason.back() == '.' ? reason : reason + ".";
}

Question under(Question question, CreditModel model) {
  question.model = model;
  return question;
}

ModelColumn begun(ComparedModel model, const Lines& lines) {
  ModelColumn column;
  column.model = model;
  column.orders_unattributed = lines.unattributed.orders();
  column.minor_unattributed = lines.unattributed.revenue;
  if (lines.attributed.credited == 0)
    column.why = "No order of these days has a touchpoint in its look-back.";
  return column;
}

ModelColumn of_rule(const Read& read, const Question& question, CreditModel rule) {
  const auto lines = booked_of(read, under(question, rule));
  auto column = begun(static_cast<ComparedModel>(rule), *lines);
  for (const auto& [key, sums] : lines->by_key)
    column.credits[key] = {sums.orders(), sums.revenue, sums.unrounded()};
  return column;
}

/// What is not on these paths, such as a refund of an order of other days, is nobody's credit here.
void leave_the_rest(const JourneyPaths& paths, const Lines& lines, ModelColumn& column) {
  column.orders_unattributed = lines.booked.orders();
  column.minor_unattributed = lines.booked.revenue;
  for (std::size_t path = 0; path < paths.list.outcome.size(); ++path) {
    column.orders_unattributed -= static_cast<double>(paths.list.outcome[path].conversions);
    column.minor_unattributed -= paths.list.outcome[path].minor;
  }
}

ModelColumn of_markov(const JourneyPaths& paths, const Lines& lines, std::size_t order, Comparison& all) {
  auto column = begun(ComparedModel::markov, lines);
  if (!column.why.empty()) return column;
  leave_the_rest(paths, lines, column);
  if (paths.list.problem) {
    column.why = sentence_of(*paths.list.problem);
    return column;
  }
  const auto found = kernels::removal_effects(
      paths.list.paths(), {.order = order, .threads = std::max(1U, std::thread::hardware_concurrency())});
  column.why = sentence_of(found.reason.value_or(""));
  column.why_no_revenue = sentence_of(found.reason_no_value.value_or(""));
  for (std::size_t place = 0; place < found.channels.size(); ++place) {
    const auto& channel = found.channels[place];
    column.credits[paths.keys[place]] = channel.credit;
    all.effects[paths.keys[place]] = channel.effect;
    all.value_effects[paths.keys[place]] = channel.value_effect;
  }
  return column;
}

ModelColumn of_shapley(const JourneyPaths& paths, const Lines& lines) {
  auto column = begun(ComparedModel::shapley, lines);
  if (!column.why.empty()) return column;
  leave_the_rest(paths, lines, column);
  if (paths.list.problem) {
    column.why = sentence_of(*paths.list.problem);
    return column;
  }
  const auto credits = kernels::shapley_over_journeys(paths.list.paths());
  for (std::size_t place = 0; place < credits.size(); ++place)
    column.credits[paths.keys[place]] = credits[place];
  return column;
}

ModelColumn of_shapley_by_rate(const JourneyPaths& paths, const Lines& lines, Comparison& all) {
  auto column = begun(ComparedModel::shapley_by_rate, lines);
  if (!column.why.empty()) return column;
  leave_the_rest(paths, lines, column);
  if (paths.list.problem) {
    column.why = sentence_of(*paths.list.problem);
    return column;
  }
  const auto found = kernels::shapley_by_rate(paths.list.paths());
  column.why = sentence_of(found.reason.value_or(""));
  for (std::size_t place = 0; place < found.credits.size(); ++place)
    column.credits[paths.keys[place]] = found.credits[place];
  all.sets = {found.coalitions_seen, found.coalitions_unseen};
  return column;
}

std::map<Key, Touched> touched_by(const JourneyPaths& journeys) {
  std::vector<Touched> found(journeys.keys.size());
  std::vector<std::size_t> seen(
      journeys.keys.size());  // the number, from 1, of the last path that came by it
  const auto paths = journeys.list.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    for (const auto place : paths.keys_of(path)) {
      if (std::exchange(seen[place], path + 1) == path + 1) continue;
      found[place].conversions += paths.outcome[path].conversions;
      found[place].minor += paths.outcome[path].minor;
    }
  }
  std::map<Key, Touched> by_key;
  for (std::size_t place = 0; place < found.size(); ++place) by_key[journeys.keys[place]] = found[place];
  return by_key;
}

bool has_direct_channel(const Read& read) {
  return std::ranges::any_of(campaign::every_channel(read), &campaign::Channel::is_direct);
}

/// What methods over whole populations say, which reads nothing.
Comparison of_populations(const JourneyPaths& paths, const Lines& lines, std::size_t markov_order) {
  Comparison some;
  some.columns.push_back(of_markov(paths, lines, markov_order, some));
  some.columns.push_back(of_shapley(paths, lines));
  some.columns.push_back(of_shapley_by_rate(paths, lines, some));
  some.touched = touched_by(paths);
  return some;
}

Comparison compared(const Read& read, const ModelsQuestion& asked) {
  const auto paths = paths_of(read, asked.question);
  const auto lines = lines_of(read, under(asked.question, CreditModel::linear));
  auto populations = std::async(std::launch::async, of_populations, std::cref(*paths), std::cref(*lines),
                                asked.markov_order);
  std::vector<ModelColumn> rules;
  for (const auto rule : rules_of_thumb) rules.push_back(of_rule(read, asked.question, rule));
  auto all = populations.get();
  all.columns.insert(all.columns.begin(), std::make_move_iterator(rules.begin()),
                     std::make_move_iterator(rules.end()));
  all.has_direct = has_direct_channel(read);
  for (const auto& [key, sums] : lines->by_key) all.lines.push_back(key);
  std::ranges::copy_if(paths->keys, std::back_inserter(all.lines),
                       [&](Key key) { return !lines->by_key.contains(key); });
  std::ranges::sort(all.lines);
  all.ways = paths->list.outcome.size();
  for (const auto& outcome : paths->list.outcome) {
    all.journeys += outcome.conversions + outcome.not_converted;
    all.conversions += outcome.conversions;
    all.minor += outcome.minor;
  }
  return all;
}

std::string margin_unknown(const Sums& sums) {
  if (sums.without_cost == 0) return "";
  return "The cost of goods of " + counted(sums.without_cost, "order", "orders") + " of " +
         std::to_string(sums.credited) + " is not known.";
}

/// Why no model can share any of it; empty where one can.
std::string why_no_single(const Read& read, const Lines& lines, Compared of) {
  if (of == Compared::gross_margin || of == Compared::new_accounts) {
    if (shared_in(lines.attributed, of) > 0) return "";
    return of == Compared::gross_margin ? "No order of these days has a touchpoint in its look-back."
                                        : "No new account of these days has a touchpoint in its look-back.";
  }
  if (inquiries(read)->all.empty()) return "No lead is on record with the day on which the inquiry came.";
  if (shared_in(lines.attributed, of) > 0) return "";
  return of == Compared::leads ? "No lead of these days has a touchpoint in its look-back."
                               : "No opportunity of these days has a touchpoint in its look-back.";
}

ModelColumn of_singles(const Read& read, const ModelsQuestion& asked, CreditModel model) {
  const auto lines = lines_of(read, under(asked.question, model));
  ModelColumn column;
  column.model = static_cast<ComparedModel>(model);
  column.why = why_no_single(read, *lines, asked.of);
  column.orders_unattributed = count_in(lines->unattributed, asked.of);
  column.minor_unattributed = lines->unattributed.margin;
  for (const auto& [key, sums] : lines->by_key) {
    column.credits[key] = {count_in(sums, asked.of), sums.margin, static_cast<double>(sums.margin)};
    if (asked.of != Compared::gross_margin) continue;
    if (auto unknown = margin_unknown(sums); !unknown.empty()) column.unknown[key] = std::move(unknown);
  }
  if (asked.of == Compared::gross_margin) column.attributed_unknown = margin_unknown(lines->attributed);
  return column;
}

Comparison compared_one_by_one(const Read& read, const ModelsQuestion& asked) {
  Comparison all;
  all.has_direct = has_direct_channel(read);
  for (const auto model : all_models) all.columns.push_back(of_singles(read, asked, model));
  auto& rate = all.columns.emplace_back();
  rate.model = ComparedModel::shapley_by_rate;
  rate.why = "It is worked out of whole journeys, and shares orders and their revenue alone.";
  const auto lines = lines_of(read, under(asked.question, CreditModel::linear));
  for (const auto& [key, sums] : lines->by_key) all.lines.push_back(key);
  all.journeys = static_cast<std::uint64_t>(shared_in(lines->booked, asked.of));
  all.conversions = static_cast<std::uint64_t>(shared_in(lines->attributed, asked.of));
  return all;
}

}  // namespace

double count_in(const Sums& sums, Compared of) {
  if (of == Compared::leads) return Sums::in_ones(sums.lead_parts);
  if (of == Compared::opportunities) return Sums::in_ones(sums.opportunity_parts);
  return of == Compared::new_accounts ? Sums::in_ones(sums.new_account_parts) : sums.orders();
}

std::int64_t shared_in(const Sums& sums, Compared of) {
  if (of == Compared::leads) return sums.leads;
  if (of == Compared::opportunities) return sums.opportunities;
  if (of == Compared::new_accounts) return sums.new_accounts;
  return of == Compared::orders ? sums.orders_credited() : sums.credited;
}

bool never_converted(const Comparison& comparison, Key key) {
  const auto found = comparison.touched.find(key);
  return found != comparison.touched.end() && found->second.conversions == 0;
}

const std::string& ModelColumn::why_not(Compared of) const {
  return why.empty() && of == Compared::revenue ? why_no_revenue : why;
}

const std::string& ModelColumn::why_not(Compared of, Key key) const {
  const auto found = unknown.find(key);
  return found == unknown.end() ? why_not(of) : found->second;
}

std::shared_ptr<const Comparison> comparison_of(const Read& read, const ModelsQuestion& asked) {
  const auto key = "roi models" + journeys_key(asked.question) + " " +
                   std::to_string(asked.question.half_life_days) + " " + std::to_string(asked.markov_order);
  if (!is_of_populations(asked.of))
    return read.kept<Comparison>(key + " " + std::string(accord::name_of(asked.of)),
                                 [&] { return compared_one_by_one(read, asked); });
  return read.kept<Comparison>(key, [&] { return compared(read, asked); });
}

std::shared_ptr<const kernels::MarkovOrder> best_order(const Read& read, const Question& question) {
  return read.kept<kernels::MarkovOrder>("roi markov order" + journeys_key(question), [&] {
    const auto paths = paths_of(read, question);
    kernels::MarkovOrder found;
    if (!paths->list.problem)
      found = kernels::markov_order(paths->list.paths(), std::max(1U, std::thread::hardware_concurrency()));
    found.why = sentence_of(paths->list.problem.value_or(found.why));
    return found;
  });
}

}  // namespace accord::roi
