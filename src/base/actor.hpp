// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord {

/// The article's "function": whose move something is. `none` for arbiter, finance and administrator.
enum class Side : std::uint8_t { sales, marketing, none };

enum class Role : std::uint8_t {
  salesperson,
  sales_manager,
  marketer,
  marketing_manager,
  liaison,
  arbiter,
  finance,
  administrator
};
constexpr int role_count = 8;

Side side_of(Role);

/// Which roles hold a right, as a set.
struct Roles {
  std::uint16_t bits = 0;
  constexpr bool has(Role role) const { return (bits >> static_cast<int>(role)) & 1; }
};

template <class... R>
constexpr Roles roles(R... role) {
  return {static_cast<std::uint16_t>(((1u << static_cast<int>(role)) | ... | 0u))};
}
constexpr Roles every_role{(1u << role_count) - 1};

/// What somebody may do. Each route names one; the matrix of routes and roles follows from it.
struct Right {
  std::string_view code;      ///< `sign_agreement`
  std::string_view sentence;  ///< "Sign an agreement for one's own side."
  Roles held_by;
  bool is_company_wide = false;  ///< shows rows of every territory, so nobody limited to one holds it
};

/// Whether somebody of this role, limited to a territory or not, holds the right.
constexpr bool holds(const Right& right, Role role, bool is_limited) {
  return right.held_by.has(role) && !(right.is_company_wide && is_limited);
}

/// Who acts: a person with the rights and the territory that limit what they see, or the program itself.
struct Actor {
  std::int64_t person = 0;  ///< 0 is the program: imports by command, time passing
  std::string name = "Accord";
  Role role = Role::administrator;
  Side side = Side::none;
  std::optional<std::int64_t> territory;  ///< sees this one and those below it; nothing: all of them

  bool may(const Right& right) const { return holds(right, role, territory.has_value()); }
};

}  // namespace accord
