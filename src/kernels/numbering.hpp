// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace accord::kernels {

/// Numbers codes in the order in which they come: 0, 1, 2 …
class Numbering {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t number_of(std::uint64_t code) {
    if (2 * codes_.size() >= slots_.size()) grow();
    auto& slot = slots_[slot_of(code)];
    if (slot == none) {
      slot = static_cast<std::uint32_t>(codes_.size());
      codes_.push_back(code);
    }
    return slot;
  }
  /// `none` where the code has not come.
  std::uint32_t find(std::uint64_t code) const { return slots_.empty() ? none : slots_[slot_of(code)]; }
  const std::vector<std::uint64_t>& codes() const { return codes_; }

 private:
  /// Of the code, or the free one that is to be its own. The finalizer of MurmurHash3 spreads the codes.
  std::size_t slot_of(std::uint64_t code) const {
    const std::size_t mask = slots_.size() - 1;
    std::uint64_t hash = (code ^ (code >> 33)) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    std::size_t slot = (hash ^ (hash >> 33)) & mask;
    while (slots_[slot] != none && codes_[slots_[slot]] != code) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), none);
    for (std::size_t i = 0; i < codes_.size(); ++i)
      slots_[slot_of(codes_[i])] = static_cast<std::uint32_t>(i);
  }

  std::vector<std::uint64_t> codes_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace accord::kernels
