// SPDX-License-Identifier: Apache-2.0
#include "roi/credit_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "db/counts_as.hpp"
#include "kernels/markov_chain.hpp"

namespace accord::roi {
namespace {

constexpr std::int64_t half_life_days_max = 3660;

void need_days(std::vector<ShapeProblem>& problems, const std::string& clause, std::int64_t days,
               std::int64_t most) {
  if (days < 1 || days > most)
    problems.push_back({clause, "Give days between 1 and " + std::to_string(most) + "."});
}

std::vector<ShapeProblem> check(const Read& read, const Json& body) {
  std::vector<ShapeProblem> problems;
  CreditRules rules;
  from_json(info_of<CreditRules>(), parse_json(body.text), &rules, problems);
  return problems.empty() ? problems_of(read, rules) : problems;
}

CreditRules rules_of(const agreement::Version& version) {
  return from_json<CreditRules>(parse_json(version.body.text));
}

agreement::Template drawn_up(std::string name, std::string title, std::string sentence,
                             const CreditRules& rules) {
  return {std::move(name), std::move(title), std::move(sentence), {json::serialize(to_json(rules))}};
}

std::vector<agreement::Template> templates(const Read&) {
  const CreditRules equal;
  CreditRules ends;
  ends.model = CreditModel::position_based;
  ends.direct = DirectTouchpoints::only_alone;
  CreditRules handoff = ends;
  handoff.model = CreditModel::w_shaped;
  return {
      drawn_up(
          "equal-parts", "Every touchpoint the same",
          "Credit in equal parts to all touchpoints of both sides in the 90 days before an order. The one to "
          "begin with: nobody can say that it favours them.",
          equal),
      drawn_up(
          "first-and-last", "First and last above all",
          "40% to what found the customer, 40% to what closed, 20% to the rest; visits that nobody brought "
          "count only where nothing else did. For firms that ask who opens doors and who closes.",
          ends),
      drawn_up(
          "with-handoff", "First, handoff and last",
          "30% each to what found the customer, to the first touchpoint of sales and to the last. For firms "
          "where marketing hands leads to sales.",
          handoff)};
}

}  // namespace

std::int64_t longest_lookback_days(const CreditRules& rules) {
  auto longest = rules.lookback_days;
  for (const auto& own : rules.lookbacks) longest = std::max(longest, own.lookback_days);
  return longest;
}

/// A channel's own look-back is that of what the channel counts as; where that has one as well, that one
/// holds.
CreditRules as_counted(const Read& read, CreditRules rules) {
  const auto channels = counts_as(read, "channel");
  if (channels->is_empty()) return rules;
  std::map<std::int64_t, ChannelLookback> by_channel;
  for (const auto& own : rules.lookbacks) {
    const auto stays = channels->of(own.channel.number);
    if (stays == own.channel.number)
      by_channel[stays] = own;
    else
      by_channel.try_emplace(stays, ChannelLookback{{stays}, own.lookback_days});
  }
  rules.lookbacks.clear();
  for (const auto& [channel, own] : by_channel) rules.lookbacks.push_back(own);
  return rules;
}

/// What was signed of a channel holds for another one by now, of which nothing of the kind was signed: since
/// AdWords counts as Paid search, say. Whoever reads by which rules they are told has to know.
std::string carried_over(const Read& read, const CreditRules& rules) {
  const auto channels = counts_as(read, "channel");
  std::string words;
  for (const auto& own : rules.lookbacks) {
    const Id<campaign::Channel> stays{channels->of(own.channel.number)};
    const bool has_own = std::ranges::any_of(
        rules.lookbacks, [&](const ChannelLookback& other) { return other.channel == stays; });
    if (has_own) continue;
    const auto before = read.find(own.channel), now = read.find(stays);
    if (!before || !now) continue;
    words += "; " + counted(own.lookback_days, "day", "days") + " were signed for " + before->name +
             " and hold for all of " + now->name + ", which it counts as";
  }
  return words;
}

CreditBasis basis_on(const Read& read, Day day) {
  CreditBasis basis;
  const auto terms = agreement::terms_of(read, credit_rules_kind.name);
  const auto* term = agreement::term_on(terms, {}, day);
  if (term == nullptr) {
    basis.link = "/agreements/" + std::string(credit_rules_kind.name);
    basis.sentence = "No rules of credit bind on " + accord::in_words(day) + ": the usual ones are shown.";
    return basis;
  }
  const auto signed_rules = rules_of(term->version);
  basis.rules = as_counted(read, signed_rules);
  basis.is_agreed = true;
  basis.name = term->name;
  basis.link = term->link;
  basis.sentence = term->is_imposed ? basis.name + ", imposed by the arbiter"
                                    : basis.name + ", signed by both sides and finance";
  basis.sentence += carried_over(read, signed_rules);
  return basis;
}

std::vector<ShapeProblem> problems_of(const Read& read, const CreditRules& rules) {
  std::vector<ShapeProblem> problems;
  constexpr auto highest = static_cast<std::int64_t>(kernels::highest_order);
  if (rules.markov_order < 1 || rules.markov_order > highest)
    problems.push_back({"markov_order", "Give an order between 1 and " + std::to_string(highest) + "."});
  need_days(problems, "half_life_days", rules.half_life_days, half_life_days_max);
  need_days(problems, "lookback_days", rules.lookback_days, lookback_days_max);
  std::set<std::int64_t> seen;
  for (std::size_t i = 0; i < rules.lookbacks.size(); ++i) {
    const auto clause = "lookbacks[" + std::to_string(i) + "]";
    const auto& own = rules.lookbacks[i];
    need_days(problems, clause + ".lookback_days", own.lookback_days, lookback_days_max);
    if (!read.find(own.channel)) problems.push_back({clause + ".channel", "There is no such channel."});
    if (counts_as(read, "channel")->of(own.channel.number) != own.channel.number)
      problems.push_back({clause + ".channel", "This channel counts as another one: name that."});
    if (!seen.insert(own.channel.number).second)
      problems.push_back({clause + ".channel", "This channel has a look-back of its own already."});
  }
  return problems;
}

const agreement::Kind credit_rules_kind{
    .name = "credit_rules",
    .title = "Rules of credit",
    .sentence = "Which touchpoints led to an order, and how its credit is shared: one return for both sides.",
    .body = &info_of<CreditRules>,
    .needs_finance = true,
    .is_for_company = true,
    .templates = templates,
    .check = check,
    .would_have_found = would_have_moved};

}  // namespace accord::roi
