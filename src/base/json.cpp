// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include <cmath>

#include "base/check.hpp"
#include "base/text.hpp"

namespace accord {
namespace {

json::value value_to_json(const TypeInfo& type, const void* value) {
  if (type.is_list) {
    json::array items;
    for (std::size_t i = 0; i < type.size(value); ++i)
      items.push_back(scalar_to_json(type, type.at(value, i)));
    return items;
  }
  if (type.is_optional) value = type.value(value);
  return value == nullptr ? json::value(nullptr) : scalar_to_json(type, value);
}

/// A whole number is written as one: people read signed bodies, and `8E1` is not how they write 80.
json::value number_to_json(double number) {
  constexpr double exact = 9'007'199'254'740'992.0;
  if (number == std::floor(number) && std::abs(number) < exact) return static_cast<std::int64_t>(number);
  return number;
}

json::object money_to_json(const Money& money) {
  return {{"minor", money.minor}, {"currency", money.currency.text()}};
}

/// Reads one JSON document into described fields, noting each problem with its path.
class Reader {
 public:
  explicit Reader(std::vector<ShapeProblem>& problems) : problems_(problems) {}

  void record(const RecordInfo& info, const json::value& value, void* record, const std::string& path) {
    const auto* object = value.if_object();
    if (object == nullptr) return problem(path, "Give an object.");
    for (const auto& [key, ignored] : *object) {
      if (info.field({key.data(), key.size()}) == nullptr) {
        problem(join(path, key), "There is no such field; the fields are " + fields_of(info) + ".");
      }
    }
    for (const auto& field : info.fields) this->field(field, object->if_contains(field.name), record, path);
  }

 private:
  void field(const FieldInfo& field, const json::value* value, void* record, const std::string& path) {
    const std::string here = join(path, field.name);
    if (value == nullptr || (value->is_null() && (field.type.is_optional || field.has_default))) {
      if (field.type.is_optional)
        field.type.clear(field.at(record));
      else if (!field.has_default)
        problem(here, "Is missing: " + std::string(field.sentence));
      return;
    }
    if (field.type.is_list) return list(field, *value, field.at(record), here);
    void* target = field.type.is_optional ? field.type.emplace(field.at(record)) : field.at(record);
    scalar(field, *value, target, here);
  }

  void list(const FieldInfo& field, const json::value& value, void* target, const std::string& path) {
    const auto* items = value.if_array();
    if (items == nullptr) return problem(path, "Give a list.");
    if (items->size() > 1'000) return problem(path, "Has more than 1,000 items.");
    field.type.clear(target);
    for (std::size_t i = 0; i < items->size(); ++i) {
      scalar(field, (*items)[i], field.type.emplace(target), path + "[" + std::to_string(i) + "]");
    }
  }

  void scalar(const FieldInfo& field, const json::value& value, void* target, const std::string& path) {
    switch (field.type.kind) {
      case Kind::text:
        return text(field, value, *static_cast<std::string*>(target), path);
      case Kind::integer:
      case Kind::id:
        return integer(value, *static_cast<std::int64_t*>(target), path);
      case Kind::number:
        return number(value, *static_cast<double*>(target), path);
      case Kind::boolean:
        return boolean(value, *static_cast<bool*>(target), path);
      case Kind::money:
        return money(value, *static_cast<Money*>(target), path);
      case Kind::day:
        return day(value, *static_cast<Day*>(target), path);
      case Kind::instant:
        return instant(value, *static_cast<Instant*>(target), path);
      case Kind::choice:
        return choice(field, value, *static_cast<std::uint8_t*>(target), path);
      case Kind::record:
        return record(field.type.record(), value, target, path);
      case Kind::json:
        static_cast<Json*>(target)->text = json::serialize(value);
    }
  }

  void text(const FieldInfo& field, const json::value& value, std::string& target, const std::string& path) {
    const auto* text = value.if_string();
    if (text == nullptr) return problem(path, "Give a text.");
    if (text->size() > field.longest) {
      return problem(path, "Is longer than " + std::to_string(field.longest) + " characters.");
    }
    if (!is_clean_text({text->data(), text->size()})) {
      return problem(path, "Has characters that are not text (control characters or broken UTF-8).");
    }
    target.assign(text->data(), text->size());
  }

  void integer(const json::value& value, std::int64_t& target, const std::string& path) {
    if (value.is_int64())
      target = value.get_int64();
    else
      problem(path, "Give a whole number.");
  }

  void number(const json::value& value, double& target, const std::string& path) {
    if (value.is_number())
      target = value.to_number<double>();
    else
      return problem(path, "Give a number.");
    if (!std::isfinite(target)) problem(path, "Give a finite number.");
  }

  void boolean(const json::value& value, bool& target, const std::string& path) {
    if (value.is_bool())
      target = value.get_bool();
    else
      problem(path, "Give true or false.");
  }

  void money(const json::value& value, Money& target, const std::string& path) {
    const auto* object = value.if_object();
    const auto* minor = object == nullptr ? nullptr : object->if_contains("minor");
    const auto* code = object == nullptr ? nullptr : object->if_contains("currency");
    const auto currency = code != nullptr && code->is_string()
                              ? parse_currency(std::string_view(code->get_string()))
                              : std::nullopt;
    if (minor == nullptr || !minor->is_int64() || !currency || object->size() != 2) {
      return problem(path, R"(Give money as {"minor":1234,"currency":"USD"}, in the smallest unit.)");
    }
    target = {minor->get_int64(), *currency};
  }

  void day(const json::value& value, Day& target, const std::string& path) {
    const auto parsed = value.is_string() ? parse_day(std::string_view(value.get_string())) : std::nullopt;
    if (parsed)
      target = *parsed;
    else
      problem(path, "Give a day as 2026-11-23, in the years 1900 to 2199.");
  }

  void instant(const json::value& value, Instant& target, const std::string& path) {
    const auto parsed =
        value.is_string() ? parse_instant(std::string_view(value.get_string())) : std::nullopt;
    if (parsed)
      target = *parsed;
    else
      problem(path, "Give a moment as 2026-11-23T12:00:00Z.");
  }

  void choice(const FieldInfo& field, const json::value& value, std::uint8_t& target,
              const std::string& path) {
    const auto& choices = field.type.choices;
    std::string known;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (value.is_string() && std::string_view(value.get_string()) == choices[i]) {
        target = static_cast<std::uint8_t>(i);
        return;
      }
      known += (i == 0 ? "" : ", ") + std::string(choices[i]);
    }
    problem(path, "Give one of " + known + ".");
  }

  void problem(const std::string& path, std::string message) {
    if (problems_.size() < 100) problems_.push_back({path, std::move(message)});
  }

  static std::string join(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
  }

  static std::string fields_of(const RecordInfo& info) {
    std::string names;
    for (const auto& field : info.fields) names += (names.empty() ? "" : ", ") + std::string(field.name);
    return names;
  }

  std::vector<ShapeProblem>& problems_;
};

}  // namespace

json::value scalar_to_json(const TypeInfo& type, const void* value) {
  switch (type.kind) {
    case Kind::text:
      return json::string(*static_cast<const std::string*>(value));
    case Kind::integer:
    case Kind::id:
      return *static_cast<const std::int64_t*>(value);
    case Kind::number:
      return number_to_json(*static_cast<const double*>(value));
    case Kind::boolean:
      return *static_cast<const bool*>(value);
    case Kind::money:
      return money_to_json(*static_cast<const Money*>(value));
    case Kind::day:
      return json::string(to_string(*static_cast<const Day*>(value)));
    case Kind::instant:
      return json::string(to_string(*static_cast<const Instant*>(value)));
    case Kind::choice: {
      const auto index = *static_cast<const std::uint8_t*>(value);
      CHECK(index < type.choices.size());
      return json::string(type.choices[index]);
    }
    case Kind::record:
      return to_json(type.record(), value);
    case Kind::json:
      return parse_json(static_cast<const Json*>(value)->text);
  }
  return nullptr;
}

json::object to_json(const RecordInfo& info, const void* record) {
  json::object object;
  object.reserve(info.fields.size());
  for (const auto& field : info.fields) {
    if (!field.is_secret) object.emplace(field.name, value_to_json(field.type, field.in(record)));
  }
  return object;
}

void from_json(const RecordInfo& info, const json::value& value, void* record,
               std::vector<ShapeProblem>& problems) {
  Reader(problems).record(info, value, record, "");
}

}  // namespace accord
