// SPDX-License-Identifier: Apache-2.0
#include "db/segment.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/check.hpp"

namespace accord {
namespace {

/// A file is a head, a table with a place for each column, and the columns, each beginning at a multiple of
/// eight bytes. The digest covers everything but itself.
struct Head {
  std::array<char, 8> magic{'a', 'c', 'c', 'o', 'r', 'd', 's', '1'};
  std::array<char, 48> layout{};
  std::uint64_t column_count = 0;
  std::array<unsigned char, 16> digest{};
};
struct Place {
  std::uint64_t offset = 0, size = 0, width = 0;
};

constexpr std::uint64_t column_count_max = 64;

std::uint64_t padded(std::uint64_t size) { return (size + 7) / 8 * 8; }

/// A file that is closed, and removed unless it was kept.
class Draft {
 public:
  explicit Draft(std::string path) : path_(std::move(path)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file_ < 0) fail();
  }
  ~Draft() {
    if (file_ >= 0) ::close(file_);
    if (!is_kept_) ::unlink(path_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void put(const void* data, std::size_t size) {
    const auto* at = static_cast<const char*>(data);
    while (size > 0) {
      const auto written = ::write(file_, at, size);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail();
      at += written;
      size -= static_cast<std::size_t>(written);
    }
  }
  void keep_as(const std::string& path) {
    if (::fsync(file_) != 0 || ::rename(path_.c_str(), path.c_str()) != 0) fail();
    is_kept_ = true;
  }

 private:
  [[noreturn]] void fail() const { throw Fault("Cannot write " + path_ + ": " + std::strerror(errno) + "."); }

  std::string path_;
  int file_ = -1;
  bool is_kept_ = false;
};

/// XXH3, 128 bits: it is against damage, not against malice, and reads a gigabyte in a tenth of a second.
class Digest {
 public:
  explicit Digest(const Head& head) : state_(XXH3_createState()) {
    CHECK(state_ != nullptr);
    XXH3_128bits_reset(state_.get());
    add(head.layout.data(), head.layout.size());
    add(&head.column_count, sizeof head.column_count);
  }
  void add(const void* data, std::size_t size) { XXH3_128bits_update(state_.get(), data, size); }
  std::array<unsigned char, 16> value() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_.get()));
    std::array<unsigned char, 16> digest{};
    std::memcpy(digest.data(), canonical.digest, digest.size());
    return digest;
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

Head head_of(const unsigned char* data) {
  Head head;
  std::memcpy(&head, data, sizeof head);
  return head;
}

Place place_in(const unsigned char* data, std::size_t column) {
  Place place;
  std::memcpy(&place, data + sizeof(Head) + column * sizeof(Place), sizeof place);
  return place;
}

std::array<char, 48> layout_as_stored(std::string_view layout) {
  std::array<char, 48> stored{};
  CHECK(layout.size() < stored.size());
  std::memcpy(stored.data(), layout.data(), layout.size());
  return stored;
}

}  // namespace

std::variant<Segment::Held, std::string> Segment::open(const std::string& path, std::string_view layout) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::string(not_there);
  struct stat status {};
  const bool is_known = ::fstat(file, &status) == 0;
  const auto size = is_known ? static_cast<std::size_t>(status.st_size) : 0;
  void* mapped = size < sizeof(Head) ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) return std::string("it is too short or cannot be read");
  // All of it is about to be read, and the disk is quickest when it is told so at once.
  ::madvise(mapped, size, MADV_WILLNEED);
  const Held segment(new Segment(static_cast<const unsigned char*>(mapped), size));
  if (auto fault = segment->fault(layout); !fault.empty()) return fault;
  return segment;
}

Segment::~Segment() { ::munmap(const_cast<unsigned char*>(data_), size_); }

std::string Segment::fault(std::string_view layout) const {
  const Head head = head_of(data_);
  if (head.magic != Head{}.magic || head.layout != layout_as_stored(layout))
    return "it is of another version";
  const std::uint64_t table = sizeof(Head) + head.column_count * sizeof(Place);
  if (head.column_count > column_count_max || table > size_) return "its table is damaged";
  Digest digest(head);
  digest.add(data_ + sizeof(Head), size_ - sizeof(Head));
  if (digest.value() != head.digest) return "it is damaged";
  for (std::size_t i = 0; i < head.column_count; ++i) {
    const Place place = place_in(data_, i);
    if (place.offset > size_ || place.size > size_ - place.offset) return "its table is damaged";
  }
  return {};
}

std::span<const unsigned char> Segment::column_bytes(std::size_t column, std::size_t width) const {
  CHECK(column < head_of(data_).column_count);
  const Place place = place_in(data_, column);
  CHECK(place.width == width);
  return {data_ + place.offset, place.size};
}

void SegmentWriter::write(const std::string& path) const {
  CHECK(columns_.size() <= column_count_max);
  std::vector<Place> places;
  std::uint64_t offset = sizeof(Head) + columns_.size() * sizeof(Place);
  for (const auto& column : columns_) {
    places.push_back({offset, column.size, column.width});
    offset += padded(column.size);
  }
  const std::array<char, 8> padding{};
  const auto each_part = [&](const auto& use) {
    use(places.data(), places.size() * sizeof(Place));
    for (const auto& column : columns_) {
      use(column.data, column.size);
      use(padding.data(), padded(column.size) - column.size);
    }
  };
  Head head;
  head.layout = layout_as_stored(layout_);
  head.column_count = columns_.size();
  Digest digest(head);
  each_part([&](const void* data, std::size_t size) { digest.add(data, size); });
  head.digest = digest.value();
  Draft draft(path + "." + std::to_string(::getpid()) + ".new");
  draft.put(&head, sizeof head);
  each_part([&](const void* data, std::size_t size) { draft.put(data, size); });
  draft.keep_as(path);
}

}  // namespace accord
