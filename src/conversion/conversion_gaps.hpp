// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <utility>
#include <vector>

#include "gap/gap.hpp"

namespace accord::conversion {

/// Those that left a step between two days: they went on from it, or were lost there.
struct Exits {
  std::int64_t left = 0, lost = 0;
  friend bool operator==(const Exits&, const Exits&) = default;
};

/// What leaves a step in one territory, in the same days.
struct LeakThere {
  std::uint32_t territory = 0;  ///< 0 is none
  Exits now, before;
  std::int64_t worth_lost = 0;
  /// That it rose so much more there than elsewhere by chance, for as many territories as were compared.
  std::optional<double> p;
};

/// What leaves a step in the quarter up to a day, and what left it in the year before that.
struct Leak {
  std::size_t place = 0;  ///< the step's, among all of them
  Exits now, before;
  std::optional<double> p;  ///< that so large a difference is chance, for as many steps as were compared
  std::int64_t worth_lost = 0, without_worth = 0;  ///< of those that were lost now
  std::vector<gap::StakePart> parts;               ///< what each of these was worth
  std::vector<LeakThere> territories;              ///< in the order of their numbers

  bool grows() const;
  /// What of it is elsewhere than in a territory.
  std::pair<Exits, Exits> elsewhere(const LeakThere&) const;
  /// Whether it rose there by more than elsewhere, beyond chance.
  bool is_concentrated(const LeakThere&) const;
};

/// Of every agreed step that anything left in either of these.
std::vector<Leak> leaks_of(const Read&, Day as_of);

extern const gap::Finder value_leaks;

}  // namespace accord::conversion
