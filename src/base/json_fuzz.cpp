// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "base/figure.hpp"
#include "base/json.hpp"

namespace accord {
namespace {

struct Leg {
  std::string name;
  Side side = Side::sales;
  std::optional<Money> price;
};
/// A field of every kind.
struct Trip {
  Id<Trip> id;
  std::string title;
  std::int64_t seats = 1;
  double share = 0;
  bool is_open = false;
  std::optional<Day> on;
  std::optional<Instant> at;
  std::vector<Leg> legs;
  Json extra;
};

}  // namespace
template <>
inline constexpr auto described<Leg> = record("leg", "A leg.",
                                              field(&Leg::name, "name", "Its name.", up_to(10)),
                                              field(&Leg::side, "side", "Its side."),
                                              field(&Leg::price, "price", "Its price."));
template <>
inline constexpr auto described<Trip> =
    record("trip", "A trip.", field(&Trip::id, "id", "Its number.", has_default),
           field(&Trip::title, "title", "Its title."), field(&Trip::seats, "seats", "Seats.", has_default),
           field(&Trip::share, "share", "Share.", has_default),
           field(&Trip::is_open, "is_open", "Open.", has_default), field(&Trip::on, "on", "The day."),
           field(&Trip::at, "at", "The moment."), field(&Trip::legs, "legs", "The legs.", has_default),
           field(&Trip::extra, "extra", "Anything.", has_default));

namespace {

/// What came in that field, if anything did, is what went out.
void must_be_kept(const json::value& came, const json::object& went, std::string_view field) {
  const auto* before = came.as_object().if_contains(field);
  if (before != nullptr && !before->is_null() && *before != went.at(field)) std::abort();
}

template <Described T>
std::optional<T> read(const json::value& value) {
  try {
    return from_json<T>(value);
  } catch (const ShapeError& error) {
    if (error.problems().empty()) std::abort();
    return std::nullopt;
  }
}

/// Either refused with the place, for the caller, or read into a record that is written and read back alike.
template <Described T>
void must_read_back(const json::value& value, std::initializer_list<std::string_view> kept) {
  const auto record = read<T>(value);
  if (!record) return;
  const auto once = to_json(*record);
  for (const auto field : kept) must_be_kept(value, once, field);
  const auto text = json::serialize(once);
  if (json::serialize(to_json(from_json<T>(parse_json(text)))) != text) std::abort();
}

}  // namespace
}  // namespace accord

/// Whatever comes in as a body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace accord;
  json::value value;
  try {
    value = parse_json({reinterpret_cast<const char*>(data), size});
  } catch (const ShapeError&) {
    return 0;
  }
  must_read_back<Figure>(value, {"name"});
  must_read_back<Trip>(value, {"title", "seats", "is_open", "on"});
  return 0;
}
