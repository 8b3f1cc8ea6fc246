// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace accord {

/// The number of one record of type T; the server mints it, 0 is "not stored yet".
template <class T>
struct Id {
  std::int64_t number = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace accord

template <class T>
struct std::hash<accord::Id<T>> {
  std::size_t operator()(accord::Id<T> id) const noexcept { return std::hash<std::int64_t>{}(id.number); }
};
