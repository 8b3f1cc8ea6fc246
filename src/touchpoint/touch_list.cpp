// SPDX-License-Identifier: Apache-2.0
// The list of touchpoints from the columns: which rows a page shows, and how many there are.
#include <algorithm>

#include "db/page_rows.hpp"
#include "people/people.hpp"
#include "touchpoint/touchpoint_store.hpp"

namespace accord::touchpoint {
namespace {

/// A number that nothing has, and is not taken for none.
constexpr std::uint32_t nothing = UINT32_MAX;

template <class E>
std::uint32_t choice_in(const std::optional<SqlValue>& name) {
  const auto choice = name ? choice_named<E>(std::get<std::string>(*name)) : std::nullopt;
  return choice ? static_cast<std::uint32_t>(*choice) : nothing;
}

std::uint32_t id_in(const std::optional<SqlValue>& value) {
  if (!value) return 0;
  const auto id = std::get<std::int64_t>(*value);
  return id > 0 && id < nothing ? static_cast<std::uint32_t>(id) : nothing;
}

/// A field of the list that the columns hold, as a number.
struct Held {
  std::string_view field;
  std::uint32_t (*number)(const TouchColumns&, std::size_t);
  std::uint32_t (*asked)(const std::optional<SqlValue>&);
};
constexpr Held held[] = {
    {"side", [](const TouchColumns& all, std::size_t i) { return std::uint32_t(all.side(i)); },
     choice_in<Side>},
    {"kind", [](const TouchColumns& all, std::size_t i) { return std::uint32_t(all.kind(i)); },
     choice_in<TouchKind>},
    {"account", [](const TouchColumns& all, std::size_t i) { return all.account[i]; }, id_in},
    {"contact", [](const TouchColumns& all, std::size_t i) { return all.contact[i]; }, id_in},
    {"campaign", [](const TouchColumns& all, std::size_t i) { return all.campaign(i); }, id_in},
    {"channel", [](const TouchColumns& all, std::size_t i) { return all.channel(i); }, id_in},
    {"person", [](const TouchColumns& all, std::size_t i) { return all.person[i]; }, id_in}};

const Held* held_as(std::string_view field) {
  const auto* found = std::ranges::find(held, field, &Held::field);
  return found == std::end(held) ? nullptr : found;
}

/// Whether the columns hold everything that it asks by, or lead to it.
bool is_of_the_columns(const ListQuestion& question) {
  const auto is_held = [](const auto& choice) {
    return choice.field->name == "territory" || held_as(choice.field->name) != nullptr;
  };
  const auto is_moment = [](const auto& bound) { return bound.field->name == "at"; };
  return (question.order->name == "at" || question.order->name == "id") &&
         std::ranges::all_of(question.choices, is_held) && std::ranges::all_of(question.bounds, is_moment);
}

bool is_named(const NamedWith& word, const TouchColumns& all, std::size_t i) {
  return has(word.accounts, all.account[i]) || has(word.campaigns, all.campaign(i)) ||
         has(word.channels, all.channel(i)) || has(word.contacts, all.contact[i]) ||
         has(word.people, all.person[i]);
}

/// One pass over the columns, which keeps the rows of the page.
class Scan {
 public:
  Scan(const Read& read, const ListQuestion& question)
      : rows_(question), is_by_moment_(question.order->name == "at") {
    for (const auto& choice : question.choices) {
      if (choice.field->name == "territory") {
        territories_ = territories(read);
        for (const auto& value : choice.values) of_territories_.push_back(id_in(value));
        continue;
      }
      auto& chosen = choices_.emplace_back(held_as(choice.field->name), std::vector<std::uint32_t>());
      for (const auto& value : choice.values) chosen.second.push_back(chosen.first->asked(value));
    }
    for (const auto& word : question.words) words_.push_back(named_with(read, word));
    for (const auto& bound : question.bounds) {
      const auto ms = std::get<std::int64_t>(bound.value);
      auto& within = bound.is_day ? clock_ms_ : at_ms_;
      if (bound.is_lower)
        within.from = std::max(within.from, ms);
      else
        within.until = std::min(within.until, ms);
    }
  }

  void look_at(const TouchColumns& all, std::size_t i) {
    if (!clock_ms_.holds(all.clock_ms[i]) || !at_ms_.holds(all.at(i).ms)) return;
    for (const auto& [part, numbers] : choices_) {
      if (std::ranges::find(numbers, part->number(all, i)) == numbers.end()) return;
    }
    if (territories_ && std::ranges::find(of_territories_, territories_->of(all.row[i], all.account[i])) ==
                            of_territories_.end())
      return;
    for (const auto& word : words_) {
      if (!is_named(word, all, i)) return;
    }
    rows_.add({is_by_moment_ ? all.at(i).ms : all.row[i], all.row[i]});
  }

  std::int64_t total() const { return rows_.total(); }
  PageRows::Page page() { return rows_.page(); }

 private:
  PageRows rows_;
  bool is_by_moment_;
  struct Within {
    std::int64_t from = INT64_MIN, until = INT64_MAX;
    bool holds(std::int64_t ms) const { return from <= ms && ms <= until; }
  };
  Within at_ms_, clock_ms_;  ///< moments that are asked for, and days of the company
  std::vector<std::pair<const Held*, std::vector<std::uint32_t>>> choices_;
  std::shared_ptr<const Territories> territories_;  ///< where it asks for some
  std::vector<std::uint32_t> of_territories_;
  std::vector<NamedWith> words_;
};

}  // namespace

Listed<TouchpointRow> list_touchpoints(const Read& read, const ListRequest& request) {
  const auto question = read_question(read, info_of<TouchpointRow>(), request);
  if (!is_of_the_columns(question)) return list<TouchpointRow>(read, people::by_company_days(read, request));
  Scan scan(read, question);
  touches(read)->each([&](const TouchColumns& columns, std::size_t i) { scan.look_at(columns, i); });
  auto [rows, next] = scan.page();
  Listed<TouchpointRow> page{{}, std::move(next), scan.total()};
  for (const auto row : rows) {
    auto found = find_row(read, row);
    CHECK(found.has_value());
    page.items.push_back(std::move(*found));
  }
  return page;
}

}  // namespace accord::touchpoint
