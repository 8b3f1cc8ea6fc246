// SPDX-License-Identifier: Apache-2.0
#include "people/people.hpp"

namespace accord::people {
namespace {

/// People have lower numbers; the team of a manager has the manager's number above this.
constexpr std::int64_t teams_from = 1'000'000'000'000, other_teams = teams_from;
constexpr std::int64_t team_min = 3;

}  // namespace

Salespeople::Salespeople(const Read& read) {
  std::vector<Person> all;
  std::map<std::int64_t, std::int64_t> reports;
  for (const auto& [id, name] : names(read)) {
    auto person = read.find(Id<Person>{id});
    if (!person) continue;
    if (person->manager) ++reports[person->manager->number];
    all.push_back(std::move(*person));
  }
  for (const auto& person : all) {
    const bool is_in_team = person.manager && reports[person.manager->number] >= team_min;
    const std::int64_t team = is_in_team ? teams_from + person.manager->number : other_teams;
    shown_[person.id.number] = may_see(read, person) ? person.id.number : team;
  }
}

std::int64_t Salespeople::shown(std::int64_t person) const {
  if (person == 0) return 0;
  const auto found = shown_.find(person);
  return found == shown_.end() ? other_teams : found->second;
}

/// Whoever is above the person, directly or through others; where nobody is on record, the managers of sales.
bool Salespeople::may_see(const Read& read, const Person& person) const {
  const auto& actor = read.actor();
  if (actor.person == 0 || actor.person == person.id.number) return true;
  if (!person.manager) return actor.role == Role::sales_manager;
  for (auto above = person.manager; above;) {
    if (above->number == actor.person) return true;
    const auto manager = read.find(*above);
    above = manager ? manager->manager : std::nullopt;
  }
  return false;
}

std::string name_of_salesperson(const Read& read, std::int64_t key) {
  if (key == 0) return "No salesperson";
  if (key == other_teams) return "Other salespeople";
  const auto found = read.find(Id<Person>{key > teams_from ? key - teams_from : key});
  const std::string name = found ? found->name : "somebody";
  return key > teams_from ? "Team of " + name : name;
}

std::int64_t person_behind(std::int64_t key) { return key < teams_from ? key : 0; }

}  // namespace accord::people
