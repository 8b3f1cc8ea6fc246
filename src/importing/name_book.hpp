// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "importing/known.hpp"
#include "importing/near_match.hpp"

namespace accord::importing {

/// Finds records of one type by key or name: those stored and those the plan makes (with negative ids).
class NameBook {
 public:
  /// `fold` says which names are the same; without it, upper and lower case and the width of spaces do not
  /// matter.
  explicit NameBook(std::string (*fold)(std::string_view) = nullptr) : fold_(fold) {}

  void add(const KnownName&);
  /// A name of the file that the user said is this record's.
  void add_other_name(const std::string& name, std::int64_t id);
  /// What is found as one record is the other from now on.
  void redirect(std::int64_t gone, std::int64_t kept) { gone_[gone] = kept; }

  std::optional<std::int64_t> by_key(const std::string& system, const std::string& key) const;
  std::optional<std::int64_t> by_second_key(const std::string& key) const;
  /// Another record with the same key than the one that is found by it.
  std::optional<std::int64_t> twin(const std::string& system, const std::string& key) const;
  /// Another system than that one which gave somebody this key.
  std::optional<std::string> other_system_of(const std::string& system, const std::string& key) const;
  std::optional<std::int64_t> by_name(std::string_view name, std::int64_t scope = 0) const;
  /// Whether several records have this name, so that it does not say which one is meant.
  bool is_shared(std::string_view name) const { return shared_.contains(folded(name, 0)); }
  /// Whether the system that gave another key is the one that keeps the record, so that the names coincide
  /// only.
  bool has_key(std::int64_t id) const { return keyed_.contains(id); }
  /// Known names that nearly match, the likeliest first.
  const std::vector<NameMatch>& near(const std::string& name);
  const std::string& name_at(std::size_t index) const { return names_[index].first; }
  std::int64_t id_at(std::size_t index) const { return kept(names_[index].second); }

 private:
  std::string folded(std::string_view name, std::int64_t scope) const;

  std::string (*fold_)(std::string_view);
  using IdByText = boost::unordered_flat_map<std::string, std::int64_t>;

  std::optional<std::int64_t> in(const IdByText&, const std::string& key) const;
  std::int64_t kept(std::int64_t id) const;

  IdByText by_key_, by_second_key_, by_name_;
  IdByText twins_;
  std::unordered_map<std::int64_t, std::int64_t> gone_;
  std::unordered_set<std::string> systems_;
  std::unordered_map<std::int64_t, bool> keyed_;
  std::unordered_set<std::string> shared_;
  std::vector<std::pair<std::string, std::int64_t>> names_;
  NameIndex index_;
  std::unordered_map<std::string, std::vector<NameMatch>> near_;
  std::size_t near_of_ = 0;  ///< how many names the kept matches were looked up in
};

}  // namespace accord::importing
