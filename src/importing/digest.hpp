// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <xxhash.h>

#include <array>
#include <compare>
#include <string_view>
#include <type_traits>
#include <vector>

#include "importing/temporary_file.hpp"

namespace accord::importing {

/// What stands for a text of which there may be millions: 128 bits, so that two texts with the same one are
/// not to be expected in any file.
struct Digest {
  std::uint64_t low = 0, high = 0;
  friend auto operator<=>(const Digest&, const Digest&) = default;
};

inline Digest digest_of(std::string_view bytes) {
  const auto digest = XXH3_128bits(bytes.data(), bytes.size());
  return {digest.low64, digest.high64};
}

/// Entries with a digest each, told apart by it into buckets that fit into memory one after the other, so
/// that finding equal ones among millions needs none that grows with them. What one bucket cannot hold yet
/// waits in a file.
template <class Entry>
requires std::is_trivially_copyable_v<Entry>
class Buckets {
 public:
  void add(const Digest& digest, const Entry& entry) {
    auto& bucket = buckets_[digest.high >> (64 - bucket_bits)];
    bucket.waiting.push_back(entry);
    ++bucket.size;
    if (bucket.waiting.size() < block) return;
    bucket.blocks.push_back(file_.append(
        {reinterpret_cast<const char*>(bucket.waiting.data()), bucket.waiting.size() * sizeof(Entry)}));
    bucket.waiting.clear();
  }

  /// The entries of one bucket in the order in which they were added.
  std::vector<Entry> take(std::size_t number) {
    auto& bucket = buckets_[number];
    std::vector<Entry> all(bucket.size);
    auto* next = all.data();
    for (const auto from : bucket.blocks) {
      file_.read(from, reinterpret_cast<char*>(next), block * sizeof(Entry));
      next += block;
    }
    std::copy(bucket.waiting.begin(), bucket.waiting.end(), next);
    bucket = {};
    return all;
  }

  static constexpr int bucket_bits = 6;
  static constexpr std::size_t count = std::size_t{1} << bucket_bits;

 private:
  static constexpr std::size_t block = 2'048;
  struct Bucket {
    std::vector<Entry> waiting;
    std::vector<std::int64_t> blocks;  ///< where in the file
    std::size_t size = 0;
  };

  TemporaryFile file_;
  std::array<Bucket, count> buckets_;
};

}  // namespace accord::importing
