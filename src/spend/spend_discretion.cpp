// SPDX-License-Identifier: Apache-2.0
#include "spend/spend_discretion.hpp"

#include <algorithm>
#include <array>

namespace accord::spend {
namespace {

constexpr std::array<std::string_view, 4> told_of_somebody{"person", "person_name", "note", "key"};

bool is_somebodys_own(SpendKind kind) { return kind == SpendKind::pay || kind == SpendKind::travel; }

}  // namespace

bool says_whose(std::string_view field) {
  return std::ranges::find(told_of_somebody, field) != told_of_somebody.end();
}

Discretion::Discretion(const Read& read) : read_(read) {
  const auto role = read.actor().role;
  if (read.actor().person != 0 && role != Role::finance && role != Role::administrator)
    salespeople_.emplace(read);
}

bool Discretion::withholds(SpendKind kind, std::optional<Id<people::Person>> person) const {
  if (!salespeople_ || !person || !is_somebodys_own(kind)) return false;
  return salespeople_->shown(person->number) != person->number;
}

void Discretion::apply(SpendRow& row) const {
  if (!withholds(row.kind, row.person)) return;
  row.person_name = people::name_of_salesperson(read_, salespeople_->shown(row.person->number));
  row.person.reset();
  row.note.clear();
  row.key.clear();
}

bool Discretion::allows(const ListQuestion& question) const {
  if (withholds_nothing()) return true;
  const auto asks_about = [&](std::string_view name) {
    const auto is_it = [&](const auto& condition) { return condition.field->name == name; };
    return question.order->name == name || std::ranges::any_of(question.choices, is_it) ||
           std::ranges::any_of(question.bounds, is_it);
  };
  return question.words.empty() && std::ranges::none_of(told_of_somebody, asks_about);
}

}  // namespace accord::spend
