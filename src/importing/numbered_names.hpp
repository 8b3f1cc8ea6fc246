// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <xxhash.h>

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace accord::importing {

/// Numbers names in the order in which they come: 0, 1, 2 … Millions of customers have one each.
class NumberedNames {
 public:
  std::uint32_t number_of(std::string_view name) {
    if (2 * names_.size() >= slots_.size()) grow();
    const auto hash = XXH3_64bits(name.data(), name.size());
    auto& slot = slots_[slot_of(name, hash)];
    if (slot == none) {
      slot = static_cast<std::uint32_t>(names_.size());
      names_.push_back(kept(name));
      hashes_.push_back(hash);
    }
    return slot;
  }
  std::size_t size() const { return names_.size(); }
  std::string_view name(std::size_t number) const { return names_[number]; }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::size_t block_bytes = 64 * 1024;

  /// Of the name, or the free one that is to be its own.
  std::size_t slot_of(std::string_view name, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != none && (hashes_[slots_[slot]] != hash || names_[slots_[slot]] != name)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 1024 : 2 * slots_.size(), none);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t number = 0; number < names_.size(); ++number) {
      std::size_t slot = hashes_[number] & mask;
      while (slots_[slot] != none) slot = (slot + 1) & mask;
      slots_[slot] = static_cast<std::uint32_t>(number);
    }
  }

  /// A copy that stays where it is.
  std::string_view kept(std::string_view name) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < name.size()) {
      blocks_.emplace_back();
      blocks_.back().reserve(name.size() > block_bytes ? name.size() : block_bytes);
    }
    auto& block = blocks_.back();
    block.append(name);
    return std::string_view(block).substr(block.size() - name.size());
  }

  std::deque<std::string> blocks_;
  std::vector<std::string_view> names_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace accord::importing
