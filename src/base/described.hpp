// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/actor.hpp"
#include "base/day.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"

/// Each record is described once: one line per field, beside the struct. Everything else (rows, JSON, CSV,
/// OpenAPI, TypeScript, history, import, tooltips) is a plain loop over `RecordInfo`.
namespace accord {

/// A JSON document kept as its exact text, such as the body of an agreement.
struct Json {
  std::string text = "null";
};

enum class Kind : std::uint8_t {
  text,
  integer,
  number,
  boolean,
  money,
  day,
  instant,
  choice,
  id,
  record,
  json
};
enum class Unit : std::uint8_t { none, hours, days, percent, count };

std::string_view name_of(Kind);
std::string_view name_of(Unit);

/// The names of an enumeration's values, in order; enumerations that are fields are `: std::uint8_t`.
template <class E>
inline constexpr std::array<std::string_view, 0> choices_of{};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<Side>{"sales", "marketing", "none"};
template <>
inline constexpr std::array<std::string_view, role_count> choices_of<Role>{
    "salesperson", "sales_manager", "marketer", "marketing_manager",
    "liaison",     "arbiter",       "finance",  "administrator"};

template <class E>
requires std::is_enum_v<E> std::string_view name_of(E value) {
  return choices_of<E>.at(static_cast<std::size_t>(value));
}

template <class E>
requires std::is_enum_v<E> std::optional<E> choice_named(std::string_view name) {
  for (std::size_t i = 0; i < choices_of<E>.size(); ++i) {
    if (choices_of<E>[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

struct RecordInfo;

/// How a value of some C++ type is reached through a pointer: optional<vector<X>> is not allowed, X,
/// optional<X> and vector<X> are.
struct TypeInfo {
  Kind kind;
  bool is_optional = false;
  bool is_list = false;
  std::span<const std::string_view> choices{};
  const RecordInfo& (*record)() = nullptr;      ///< of Kind::record
  const void* (*value)(const void*) = nullptr;  ///< of an optional: its value or nullptr
  void* (*emplace)(void*) = nullptr;            ///< of an optional: makes a value; of a list: appends one
  void (*clear)(void*) = nullptr;
  std::size_t (*size)(const void*) = nullptr;
  const void* (*at)(const void*, std::size_t) = nullptr;
};

struct FieldInfo {
  std::string_view name, sentence;
  Unit unit;
  TypeInfo type;
  std::vector<std::string_view> aliases;  ///< headers of exports that mean this field
  bool has_default;                       ///< may be absent in JSON; the member's initialiser then stands
  bool is_searched;                       ///< `?q=` looks here
  bool is_personal;                       ///< blanked by erasure
  bool is_secret;                         ///< never leaves the database
  std::size_t longest;                    ///< characters of a text, items of a list
  const void* (*in)(const void* record);
  void* at(void* record) const { return const_cast<void*>(in(record)); }
};

struct RecordInfo {
  std::string_view name, sentence;
  std::vector<FieldInfo> fields;
  const FieldInfo* field(std::string_view) const;
};

// What may follow a field's sentence.
struct Aliases {
  std::array<std::string_view, 24> names{};
  std::size_t count = 0;
};
template <class... S>
constexpr Aliases alias(S... names) {
  return {{std::string_view(names)...}, sizeof...(S)};
}
struct Longest {
  std::size_t size;
};
constexpr Longest up_to(std::size_t size) { return {size}; }
enum class Mark : std::uint8_t { has_default, searched, personal, secret };
constexpr Mark has_default = Mark::has_default, searched = Mark::searched, personal = Mark::personal,
               secret = Mark::secret;
namespace unit {
constexpr Unit hours = Unit::hours, days = Unit::days, percent = Unit::percent, count = Unit::count;
}

template <class Record, class Member>
struct Field {
  Member Record::*member;
  std::string_view name, sentence;
  Unit unit = Unit::none;
  Aliases aliases{};
  std::size_t longest = 2'000;
  bool has_default = false, is_searched = false, is_personal = false, is_secret = false;

  constexpr void set(Unit value) { unit = value; }
  constexpr void set(Aliases value) { aliases = value; }
  constexpr void set(Longest value) { longest = value.size; }
  constexpr void set(Mark mark) {
    has_default = has_default || mark == Mark::has_default;
    is_searched = is_searched || mark == Mark::searched;
    is_personal = is_personal || mark == Mark::personal;
    is_secret = is_secret || mark == Mark::secret;
  }
};

template <class Record, class Member, class... Options>
constexpr auto field(Member Record::*member, std::string_view name, std::string_view sentence,
                     Options... options) {
  Field<Record, Member> result{member, name, sentence};
  (result.set(options), ...);
  return result;
}

namespace detail {

struct Anything {
  template <class T>
  operator T() const;
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything{})...}; };
}

/// Whether an aggregate has exactly so many members: it takes that many initialisers and not one more.
template <class T, std::size_t N>
constexpr bool has_members() {
  return takes<T>(std::make_index_sequence<N>{}) && !takes<T>(std::make_index_sequence<N + 1>{});
}

}  // namespace detail

namespace detail {

// A flat tuple of aggregates. Every file that includes a subject's header makes those of all its records, and
// std::tuple, with its constraints on each element, took a quarter of the compiler's time.
template <std::size_t I, class F>
struct NumberedField {
  F field;
};
template <class Numbers, class... F>
struct FieldTuple;
template <std::size_t... I, class... F>
struct FieldTuple<std::index_sequence<I...>, F...> : NumberedField<I, F>... {};

template <std::size_t I, class F>
constexpr const F& numbered(const NumberedField<I, F>& numbered) {
  return numbered.field;
}

}  // namespace detail

template <class Record, class... Fields>
struct Description {
  std::string_view name, sentence;
  detail::FieldTuple<std::index_sequence_for<Fields...>, Fields...> fields;
  static constexpr std::size_t size = sizeof...(Fields);
};

/// A member that is not described does not compile: it would silently vanish from rows and replies.
template <class Record, class... Members>
constexpr auto record(std::string_view name, std::string_view sentence, Field<Record, Members>... fields) {
  static_assert(detail::has_members<Record, sizeof...(Members)>(),
                "every member of a described record needs its line in described<T>");
  return Description<Record, Field<Record, Members>...>{name, sentence, {{fields}...}};
}

template <class T>
inline constexpr auto described = nullptr;

template <class T>
concept Described = !std::is_same_v<std::remove_cvref_t<decltype(described<T>)>, std::nullptr_t>;

template <Described T>
const RecordInfo& info_of();

namespace detail {

template <class T>
inline constexpr bool is_id = false;
template <class T>
inline constexpr bool is_id<Id<T>> = true;

template <class T>
constexpr Kind kind_of() {
  if constexpr (std::same_as<T, std::string>)
    return Kind::text;
  else if constexpr (std::same_as<T, std::int64_t>)
    return Kind::integer;
  else if constexpr (std::same_as<T, double>)
    return Kind::number;
  else if constexpr (std::same_as<T, bool>)
    return Kind::boolean;
  else if constexpr (std::same_as<T, Money>)
    return Kind::money;
  else if constexpr (std::same_as<T, Day>)
    return Kind::day;
  else if constexpr (std::same_as<T, Instant>)
    return Kind::instant;
  else if constexpr (std::same_as<T, Json>)
    return Kind::json;
  else if constexpr (std::is_enum_v<T>)
    return Kind::choice;
  else if constexpr (is_id<T>)
    return Kind::id;
  else {
    static_assert(Described<T>,
                  "a field is a scalar, an Id, a described record, an optional or a vector of one");
    return Kind::record;
  }
}

template <class T>
TypeInfo type_info() {
  TypeInfo type{.kind = kind_of<T>()};
  if constexpr (std::is_enum_v<T>) {
    static_assert(sizeof(T) == 1 && !choices_of<T>.empty(), "give the enumeration its choices_of");
    type.choices = choices_of<T>;
  }
  if constexpr (kind_of<T>() == Kind::record) type.record = &info_of<T>;
  return type;
}

template <class T>
struct TypeOf {
  static TypeInfo make() { return type_info<T>(); }
};

template <class T>
struct TypeOf<std::optional<T>> {
  static TypeInfo make() {
    TypeInfo type = type_info<T>();
    type.is_optional = true;
    type.value = [](const void* p) -> const void* {
      const auto& optional = *static_cast<const std::optional<T>*>(p);
      return optional ? &*optional : nullptr;
    };
    type.emplace = [](void* p) -> void* { return &static_cast<std::optional<T>*>(p)->emplace(); };
    type.clear = [](void* p) { static_cast<std::optional<T>*>(p)->reset(); };
    return type;
  }
};

template <class T>
struct TypeOf<std::vector<T>> {
  static TypeInfo make() {
    TypeInfo type = type_info<T>();
    type.is_list = true;
    type.emplace = [](void* p) -> void* { return &static_cast<std::vector<T>*>(p)->emplace_back(); };
    type.clear = [](void* p) { static_cast<std::vector<T>*>(p)->clear(); };
    type.size = [](const void* p) { return static_cast<const std::vector<T>*>(p)->size(); };
    type.at = [](const void* p, std::size_t i) -> const void* {
      return &(*static_cast<const std::vector<T>*>(p))[i];
    };
    return type;
  }
};

template <class T, std::size_t I>
const void* member_of(const void* record) {
  return &(static_cast<const T*>(record)->*(numbered<I>(described<T>.fields).member));
}

template <class Record, class Member>
FieldInfo field_info(const Field<Record, Member>& field, const void* (*in)(const void*)) {
  return {field.name,
          field.sentence,
          field.unit,
          TypeOf<Member>::make(),
          {field.aliases.names.begin(), field.aliases.names.begin() + static_cast<long>(field.aliases.count)},
          field.has_default,
          field.is_searched,
          field.is_personal,
          field.is_secret,
          field.longest,
          in};
}

template <class T, std::size_t... I>
RecordInfo record_info(std::index_sequence<I...>) {
  return {described<T>.name,
          described<T>.sentence,
          {field_info(numbered<I>(described<T>.fields), &member_of<T, I>)...}};
}

}  // namespace detail

/// The run-time table of a described record; made once, lives for ever.
template <Described T>
const RecordInfo& info_of() {
  static const RecordInfo info =
      detail::record_info<T>(std::make_index_sequence<std::remove_cvref_t<decltype(described<T>)>::size>{});
  return info;
}

}  // namespace accord
