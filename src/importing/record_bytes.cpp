// SPDX-License-Identifier: Apache-2.0
#include "importing/record_bytes.hpp"

#include <cstring>

#include "base/check.hpp"

namespace accord::importing {
namespace {

template <class T>
void put(const T& value, std::string& bytes) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
T take(std::string_view& bytes) {
  CHECK(bytes.size() >= sizeof(T));
  T value;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return value;
}

void put_text(std::string_view text, std::string& bytes) {
  put(static_cast<std::uint32_t>(text.size()), bytes);
  bytes.append(text);
}

std::string_view take_text(std::string_view& bytes) {
  const auto size = take<std::uint32_t>(bytes);
  CHECK(bytes.size() >= size);
  const auto text = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return text;
}

/// Money has room between its parts that holds anything.
void put_money(const Money& money, std::string& bytes) {
  put(money.minor, bytes);
  put_text(money.currency.text(), bytes);
}

Money take_money(std::string_view& bytes) {
  const auto minor = take<std::int64_t>(bytes);
  return {minor, parse_currency(take_text(bytes)).value_or(Currency{})};
}

/// Calls with the type that a field's value has in memory.
template <class F>
void with_type(Kind kind, F use) {
  switch (kind) {
    case Kind::integer:
    case Kind::id:
      return use(std::int64_t{});
    case Kind::instant:
      return use(Instant{});
    case Kind::day:
      return use(Day{});
    case Kind::number:
      return use(double{});
    case Kind::choice:
      return use(std::uint8_t{});
    case Kind::boolean:
      return use(bool{});
    default:
      throw Bug("facts hold no lists, records or JSON");
  }
}

}  // namespace

void put_bytes(const FieldInfo& field, const void* record, std::string& bytes) {
  const auto& type = field.type;
  CHECK(!type.is_list);
  const void* value = field.in(record);
  if (type.is_optional) {
    value = type.value(value);
    put(value != nullptr, bytes);
    if (value == nullptr) return;
  }
  if (type.kind == Kind::text) return put_text(*static_cast<const std::string*>(value), bytes);
  if (type.kind == Kind::money) return put_money(*static_cast<const Money*>(value), bytes);
  with_type(type.kind, [&](auto like) { put(*static_cast<const decltype(like)*>(value), bytes); });
}

void take_bytes(const FieldInfo& field, std::string_view& bytes, void* record) {
  const auto& type = field.type;
  void* place = field.at(record);
  if (type.is_optional) {
    if (!take<bool>(bytes)) return type.clear(place);
    place = type.emplace(place);
  }
  if (type.kind == Kind::text) return static_cast<void>(*static_cast<std::string*>(place) = take_text(bytes));
  if (type.kind == Kind::money) return static_cast<void>(*static_cast<Money*>(place) = take_money(bytes));
  with_type(type.kind,
            [&](auto like) { *static_cast<decltype(like)*>(place) = take<decltype(like)>(bytes); });
}

}  // namespace accord::importing
