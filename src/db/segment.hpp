// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace accord {

/// A column file derived from committed rows: mapped, read only, never the truth. Whoever finds it missing or
/// damaged makes it again from the rows.
class Segment {
 public:
  using Held = std::shared_ptr<const Segment>;

  ~Segment();
  Segment(const Segment&) = delete;
  Segment& operator=(const Segment&) = delete;

  /// Maps a file and checks every byte of it; or says why it cannot be used.
  static std::variant<Held, std::string> open(const std::string& path, std::string_view layout);

  /// Why there is none before the first was written.
  static constexpr std::string_view not_there = "it is not there";

  /// A column by its place in the file; T must be what was written there.
  template <class T>
  std::span<const T> column(std::size_t place) const {
    const auto bytes = column_bytes(place, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::size_t size() const { return size_; }

 private:
  Segment(const unsigned char* data, std::size_t size) : data_(data), size_(size) {}
  std::span<const unsigned char> column_bytes(std::size_t place, std::size_t width) const;
  std::string fault(std::string_view layout) const;

  const unsigned char* data_;
  std::size_t size_;
};

/// Collects columns and puts the file in its place at once, so that nobody ever sees half of one.
class SegmentWriter {
 public:
  /// `layout` names the meaning and version of the columns; a file of another layout is not opened.
  explicit SegmentWriter(std::string_view layout) : layout_(layout) {}

  template <class T>
  void add(std::span<const T> column) {
    columns_.push_back(
        {reinterpret_cast<const unsigned char*>(column.data()), column.size_bytes(), sizeof(T)});
  }
  template <class T>
  void add(const std::vector<T>& column) {
    add(std::span<const T>(column));
  }
  /// Throws Fault where the disk does not take it; what was there before is then still there.
  void write(const std::string& path) const;

 private:
  struct Column {
    const unsigned char* data;
    std::size_t size, width;
  };
  std::string layout_;
  std::vector<Column> columns_;
};

}  // namespace accord
