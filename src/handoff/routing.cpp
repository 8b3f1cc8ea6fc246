// SPDX-License-Identifier: Apache-2.0
#include "handoff/routing.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace accord::handoff {
namespace {

bool fits(const RoutingRule& rule, const Lead& lead) {
  const bool is_there =
      !rule.territory || std::ranges::find(lead.territories, *rule.territory) != lead.territories.end();
  const bool is_product = !rule.product || (lead.product && *lead.product == *rule.product);
  const bool is_source =
      trimmed(rule.source).empty() || lower(trimmed(rule.source)) == lower(trimmed(lead.source));
  return is_there && is_product && is_source;
}

bool comes_first(const AtWork& one, const AtWork& other, RoutedBy by) {
  return by == RoutedBy::load ? one.waiting < other.waiting : one.last_assigned < other.last_assigned;
}

/// Nobody has left their place in the list, so the first of equals stays the first.
std::int64_t chosen(const RoutingRule& rule, const Staff& staff) {
  const std::pair<const std::int64_t, AtWork>* best = nullptr;
  for (const auto id : rule.people) {
    const auto found = staff.find(id.number);
    if (found == staff.end() || !found->second.why_not.empty()) continue;
    if (best == nullptr || comes_first(found->second, best->second, rule.by)) best = &*found;
  }
  return best == nullptr ? 0 : best->first;
}

std::string why_nobody(const RoutingRule& rule, const Staff& staff) {
  std::vector<std::string> names;
  for (const auto id : rule.people) {
    const auto found = staff.find(id.number);
    if (found != staff.end()) names.push_back(found->second.name + " is " + found->second.why_not);
  }
  return "“" + rule.name + "” fits, but " + (names.empty() ? "nobody of it is known" : listed(names)) + ". ";
}

std::string waiting_in_words(std::int64_t count) {
  if (count == 0) return "for whom nothing waits";
  return "with " + counted(count, "handoff that waits", "handoffs that wait") + ", the fewest";
}

std::string why_chosen(const RoutingRule& rule, const AtWork& person) {
  const std::string choice = rule.people.size() == 1     ? "the only one it names"
                             : rule.by == RoutedBy::load ? waiting_in_words(person.waiting)
                                                         : "whose turn it was";
  return "“" + rule.name + "” chose " + person.name + ", " + choice + ".";
}

}  // namespace

Routed route(const std::vector<RoutingRule>& rules, const Lead& lead, const Staff& staff) {
  std::string passed_over;
  for (const auto& rule : rules) {
    if (!fits(rule, lead)) continue;
    const auto person = chosen(rule, staff);
    if (person != 0) return {person, passed_over + why_chosen(rule, staff.at(person))};
    passed_over += why_nobody(rule, staff);
  }
  if (!passed_over.empty()) return {0, passed_over + "It waits for whoever takes it."};
  return {0, rules.empty() ? "No rule is agreed: it waits for whoever takes it."
                           : "No agreed rule fits: it waits for whoever takes it."};
}

}  // namespace accord::handoff
