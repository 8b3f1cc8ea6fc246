// SPDX-License-Identifier: Apache-2.0
#include "web/jump.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "db/named.hpp"
#include "web/site.hpp"

namespace accord::web {
namespace {

constexpr std::int64_t items_of_kind_max = 8;
constexpr std::size_t items_max = 20;

/// A row's page: `/accounts/17`.
std::string link_of(const Jump& jump, std::int64_t id) {
  return std::string(jump.path) + "/" + std::to_string(id);
}

/// Whether an address is that page, or one below it such as an agreement's version.
bool leads_to(std::string_view link, std::string_view page) {
  return link.starts_with(page) && (link.size() == page.size() || link[page.size()] == '/');
}

std::optional<std::int64_t> id_at(const Jump& jump, std::string_view link) {
  const std::string start = std::string(jump.path) + "/";
  if (!link.starts_with(start)) return std::nullopt;
  link.remove_prefix(start.size());
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(link.data(), link.data() + link.size(), id);
  const bool is_whole = end == link.data() + link.size() || *end == '/';
  return error == std::errc{} && is_whole ? std::optional(id) : std::nullopt;
}

/// "Acme · Engaging": what the fields hold that tell a row from another of its name.
std::string detail_of(const Jump& jump, const NamedRow& row) {
  std::string text;
  for (std::size_t i = 0; i < row.details.size(); ++i) {
    const auto* value = std::get_if<std::string>(&row.details[i]);
    if (value == nullptr || value->empty()) continue;
    const bool is_choice = jump.row().field(jump.details[i])->type.kind == Kind::choice;
    text += (text.empty() ? "" : " · ") + (is_choice ? label_of(*value) : *value);
  }
  return text;
}

JumpItem item_of(const Jump& jump, const NamedRow& row) {
  return {std::string(jump.kind), row.name, detail_of(jump, row), link_of(jump, row.id)};
}

/// An item with what orders it.
struct Ranked {
  Fit fit;
  JumpItem item;
};

std::vector<Ranked> found_by(const Read& read, const Jump& jump, const std::string& text) {
  std::vector<Ranked> found;
  if (jump.all != nullptr) {
    for (auto& item : jump.all(read)) {
      const Fit fit = fit_of(item.name, text);
      if (fit != Fit::none) found.push_back({fit, std::move(item)});
    }
    return found;
  }
  for (const auto& row : find_named(read, jump.row(), jump.details, text, items_of_kind_max)) {
    const Fit fit = fit_of(row.name, text);
    // What does not fit by its name was found by its key, which names it alone.
    found.push_back({fit == Fit::none ? Fit::whole : fit, item_of(jump, row)});
  }
  return found;
}

/// Where in the list the first address stands that leads there; past its end where none does.
std::size_t place_of(std::string_view page, const std::vector<std::string>& links) {
  const auto at = std::ranges::find_if(links, [&](const auto& link) { return leads_to(link, page); });
  return static_cast<std::size_t>(at - links.begin());
}

void add_at(const Read& read, const Jump& jump, const std::vector<std::string>& links,
            std::vector<JumpItem>& items) {
  if (jump.all != nullptr) {
    for (auto& item : jump.all(read)) {
      if (place_of(item.link, links) < links.size()) items.push_back(std::move(item));
    }
    return;
  }
  std::vector<std::int64_t> ids;
  for (const auto& link : links) {
    if (const auto id = id_at(jump, link)) ids.push_back(*id);
  }
  for (const auto& row : find_named(read, jump.row(), jump.details, ids)) items.push_back(item_of(jump, row));
}

std::vector<const Jump*> jumps_of(const Actor& actor) {
  std::vector<const Jump*> jumps;
  for (const auto* subject : installed_subjects()) {
    for (const auto& jump : subject->jumps) {
      if (actor.may(jump.right)) jumps.push_back(&jump);
    }
  }
  return jumps;
}

/// What is at the addresses asked for, in their order; what is gone or may not be seen is left out.
JumpItems items_at(const Read& read, const std::vector<std::string>& links) {
  JumpItems result;
  for (const auto* jump : jumps_of(read.actor())) add_at(read, *jump, links, result.items);
  const auto place = [&](const JumpItem& item) { return place_of(item.link, links); };
  std::ranges::stable_sort(result.items, {}, place);
  return result;
}

JumpItems items_named(const Read& read, const std::string& text) {
  std::vector<Ranked> found;
  for (const auto* jump : jumps_of(read.actor()))
    std::ranges::move(found_by(read, *jump, text), std::back_inserter(found));
  std::ranges::stable_sort(found, {}, &Ranked::fit);
  JumpItems result;
  for (auto& one : found) {
    if (result.items.size() < items_max) result.items.push_back(std::move(one.item));
  }
  return result;
}

}  // namespace

JumpItems jump(const Read& read, const Input& input) {
  std::vector<std::string> links;
  for (const auto& [name, value] : input.queries) {
    if (name == "at" && links.size() < items_max) links.push_back(value);
  }
  if (!links.empty()) return items_at(read, links);
  const auto text = input.query("q").value_or("");
  return trimmed(text).empty() ? JumpItems{} : items_named(read, text);
}

}  // namespace accord::web
