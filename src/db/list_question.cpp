// SPDX-License-Identifier: Apache-2.0
#include "db/list_question.hpp"

#include <algorithm>
#include <charconv>

#include "base/figure.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "db/id_list.hpp"

namespace accord {
namespace {

constexpr std::int64_t limit_max = 500;
constexpr std::size_t filters_max = 60;

template <class T>
std::optional<T> number_in(std::string_view text) {
  T value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_real(const FieldInfo& field) { return field.type.kind == Kind::number || is_figure(field); }

/// A filter's text as the value its field holds.
SqlValue filter_value(const FieldInfo& field, const std::string& text) {
  if (is_text(field)) return text;
  if (field.type.kind == Kind::boolean) return std::int64_t{text == "true" || text == "1"};
  if (field.type.kind == Kind::day) {
    if (const auto day = parse_day(text)) return std::int64_t{day->number};
  } else if (field.type.kind == Kind::instant) {
    if (const auto day = parse_day(text)) return start_of(*day).ms;
    if (const auto at = parse_instant(text)) return at->ms;
  } else if (is_real(field)) {
    if (const auto number = number_in<double>(text)) return *number;
  } else if (const auto number = number_in<std::int64_t>(text)) {
    return *number;
  }
  throw Refusal(malformed_filter, std::string(field.name) + "=" + text);
}

/// Takes a request apart, name by name.
class Reader {
 public:
  Reader(const RecordInfo& info, const ListRequest& request) : info_(info) {
    refuse_if(request.filters.size() > filters_max, malformed_filter, "more than 60 filters");
    question_.order = info.field("id");
    for (const auto& [name, text] : request.filters) add(name, text);
    question_.limit = std::min(question_.limit, request.limit_max.value_or(limit_max));
    question_.time_zone = request.time_zone;
    if (after_) set_place(*after_);
  }
  ListQuestion take() { return std::move(question_); }

 private:
  void add(const std::string& name, const std::string& text) {
    if (name == "order") return set_order(text);
    if (name == "after") return static_cast<void>(after_ = text);
    if (name == "limit") return set_limit(text);
    if (name == "q") return add_words(text);
    if (const auto* field = info_.field(name)) return add_choice(*field, text);
    if (name.ends_with("_from")) return add_bound(name.substr(0, name.size() - 5), true, name, text);
    if (name.ends_with("_to")) return add_bound(name.substr(0, name.size() - 3), false, name, text);
    throw Refusal(unknown_filter, name);
  }

  void set_order(const std::string& text) {
    question_.is_descending = text.starts_with("-");
    question_.order = info_.field(question_.is_descending ? std::string_view(text).substr(1) : text);
    refuse_if(question_.order == nullptr || is_id_list(*question_.order), unknown_filter, "order=" + text);
  }

  void set_limit(const std::string& text) {
    const auto limit = number_in<std::int64_t>(text);
    refuse_if(!limit || *limit < 1, malformed_filter, "limit=" + text);
    question_.limit = *limit;
  }

  void add_words(const std::string& text) {
    for (const auto word : split(text, ' ')) {
      if (!word.empty()) question_.words.push_back(lower(word));
    }
    const bool is_searched = std::ranges::any_of(info_.fields, &FieldInfo::is_searched);
    refuse_if(!is_searched && !question_.words.empty(), unknown_filter, "q");
  }

  /// `?stage=Won&stage=Lost` means either; an empty text means "not given".
  void add_choice(const FieldInfo& field, const std::string& text) {
    auto& choices = question_.choices;
    auto known = std::ranges::find(choices, &field, &ListQuestion::Choice::field);
    if (known == choices.end()) known = choices.insert(choices.end(), {&field, {}});
    known->values.push_back(text.empty() ? std::nullopt : std::optional(filter_value(field, text)));
  }

  void add_bound(const std::string& name, bool is_lower, const std::string& given, const std::string& text) {
    const auto* field = info_.field(name);
    refuse_if(field == nullptr || is_text(*field) || is_id_list(*field), unknown_filter, given);
    SqlValue value = filter_value(*field, text);
    const bool is_day = field->type.kind == Kind::instant && parse_day(text);
    if (is_day && !is_lower) value = std::get<std::int64_t>(value) + ms_per_day - 1;
    question_.bounds.push_back({field, is_lower, is_day, std::move(value)});
  }

  void set_place(const std::string& text) {
    const auto cut = text.rfind('~');
    const auto id = cut == std::string::npos ? std::nullopt : number_in<std::int64_t>(text.substr(cut + 1));
    refuse_if(!id, malformed_filter, "after=" + text);
    question_.after = ListQuestion::Place{key_in(text.substr(0, cut)), *id};
  }

  SqlValue key_in(const std::string& text) const {
    if (is_text(*question_.order)) return text;
    if (is_real(*question_.order)) {
      if (const auto number = number_in<double>(text)) return *number;
    } else if (const auto number = number_in<std::int64_t>(text)) {
      return *number;
    }
    throw Refusal(malformed_filter, "after=" + text);
  }

  const RecordInfo& info_;
  ListQuestion question_;
  std::optional<std::string> after_;
};

}  // namespace

ListQuestion read_question(const RecordInfo& info, const ListRequest& request) {
  return Reader(info, request).take();
}

ListQuestion read_question(const Read& read, const RecordInfo& info, const ListRequest& request) {
  auto question = read_question(info, request);
  for (auto& [field, values] : question.choices) {
    if (field->type.kind != Kind::id || field->type.is_list || field->name == "id") continue;
    const auto same = counts_as(read, field->name);
    if (same->is_empty()) continue;
    std::vector<std::optional<SqlValue>> all;
    for (const auto& value : values) {
      if (!value) all.push_back(value);
      if (!value) continue;
      for (const auto number : same->same_as(std::get<std::int64_t>(*value))) all.emplace_back(number);
    }
    values = std::move(all);
  }
  return question;
}

bool is_text(const FieldInfo& field) {
  return field.type.kind == Kind::text || field.type.kind == Kind::choice || field.type.kind == Kind::json;
}

bool is_figure(const FieldInfo& field) {
  return field.type.kind == Kind::record && !field.type.is_list && field.type.record == &info_of<Figure>;
}

SqlValue missing_key(const FieldInfo& field) {
  if (is_text(field)) return std::string();
  return is_real(field) ? SqlValue(-9e18) : SqlValue(std::int64_t{-9223372036854775807});
}

std::string_view missing_sql(const FieldInfo& field) {
  if (is_text(field)) return "''";
  return is_real(field) ? "-9e18" : "-9223372036854775807";
}

std::string cursor_of(const SqlValue& key, std::int64_t id) {
  std::string text;
  if (const auto* whole = std::get_if<std::int64_t>(&key)) text = std::to_string(*whole);
  if (const auto* written = std::get_if<std::string>(&key)) text = *written;
  if (const auto* real = std::get_if<double>(&key)) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr;
    text.assign(digits.data(), end);
  }
  return text + "~" + std::to_string(id);
}

}  // namespace accord
