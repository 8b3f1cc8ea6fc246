// SPDX-License-Identifier: Apache-2.0
#include "importing/name_book.hpp"

#include "importing/identity.hpp"

namespace accord::importing {

void NameBook::add(const KnownName& known) {
  if (!known.key.empty()) {
    const auto [place, is_first] = by_key_.emplace(known.system + '\x1f' + known.key, known.id);
    if (!is_first && place->second != known.id) twins_.insert_or_assign(place->first, known.id);
    keyed_.emplace(known.id, true);
    if (!systems_.contains(known.system)) systems_.insert(known.system);
  }
  if (!known.second_key.empty()) by_second_key_.emplace(known.second_key, known.id);
  if (known.name.empty()) return;
  const auto [place, is_new] = by_name_.emplace(folded(known.name, known.scope), known.id);
  if (is_new) names_.emplace_back(known.name, known.id);
  if (place->second != known.id) shared_.insert(place->first);
}

std::optional<std::int64_t> NameBook::in(const IdByText& map, const std::string& key) const {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(kept(found->second));
}

std::int64_t NameBook::kept(std::int64_t id) const {
  if (gone_.empty()) return id;
  for (auto found = gone_.find(id); found != gone_.end(); found = gone_.find(id)) id = found->second;
  return id;
}

std::optional<std::int64_t> NameBook::twin(const std::string& system, const std::string& key) const {
  const auto found = by_key(system, key), other = in(twins_, system + '\x1f' + key);
  return found == other ? std::nullopt : other;
}

std::optional<std::string> NameBook::other_system_of(const std::string& system,
                                                     const std::string& key) const {
  for (const auto& other : systems_) {
    if (other != system && by_key(other, plain_key(key, other))) return other;
  }
  return std::nullopt;
}

void NameBook::add_other_name(const std::string& name, std::int64_t id) {
  by_name_.emplace(folded(name, 0), id);
}

std::optional<std::int64_t> NameBook::by_key(const std::string& system, const std::string& key) const {
  return in(by_key_, system + '\x1f' + key);
}

std::optional<std::int64_t> NameBook::by_second_key(const std::string& key) const {
  return in(by_second_key_, key);
}

std::optional<std::int64_t> NameBook::by_name(std::string_view name, std::int64_t scope) const {
  return in(by_name_, folded(name, scope));
}

/// The index of comparable names is made only when a name is not found as it stands.
const std::vector<NameMatch>& NameBook::near(const std::string& name) {
  while (index_.size() < names_.size()) index_.add(names_[index_.size()].first);
  if (near_of_ != names_.size()) near_.clear();
  near_of_ = names_.size();
  const auto [place, is_new] = near_.try_emplace(name);
  if (is_new) place->second = index_.find(name);
  return place->second;
}

std::string NameBook::folded(std::string_view name, std::int64_t scope) const {
  if (fold_ != nullptr) return fold_(name);
  std::string text;
  bool is_after_space = true;
  for (const char c : name) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && is_after_space) continue;
    is_after_space = is_space;
    text += is_space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  if (scope != 0) text += '\x1f' + std::to_string(scope);
  return text;
}

}  // namespace accord::importing
