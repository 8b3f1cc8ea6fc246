// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_spool.hpp"

#include <algorithm>
#include <cstring>

#include "base/check.hpp"
#include "importing/record_bytes.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;
/// Before the bytes of each.
struct Head {
  std::int64_t line = 0;
  std::uint64_t size = 0;
};
struct Spooled {
  std::int64_t line = 0;
  std::string_view bytes;
};

/// The next fact, taken from the front of what is at hand; nothing where it is not there whole.
std::optional<Spooled> next_fact(std::string_view& rest) {
  Head head;
  if (rest.size() < sizeof head) return std::nullopt;
  std::memcpy(&head, rest.data(), sizeof head);
  if (rest.size() < sizeof head + head.size) return std::nullopt;
  const auto bytes = rest.substr(sizeof head, head.size);
  rest.remove_prefix(sizeof head + head.size);
  return Spooled{head.line, bytes};
}

/// Calls with each fact of what is at hand until one is answered with false; returns whether none was.
template <class F>
bool each_in(std::string_view& rest, F use) {
  while (const auto fact = next_fact(rest)) {
    if (!use(*fact)) return false;
  }
  return true;
}

/// The same of a file, which is read block by block.
template <class F>
bool each_in(const TemporaryFile& file, F use) {
  std::string at_hand;
  for (std::int64_t from = 0; from < file.size();) {
    const auto begin = at_hand.size();
    const auto size = std::min(static_cast<std::int64_t>(block_size), file.size() - from);
    at_hand.resize(begin + static_cast<std::size_t>(size));
    file.read(from, at_hand.data() + begin, static_cast<std::size_t>(size));
    from += size;
    std::string_view rest = at_hand;
    if (!each_in(rest, use)) return false;
    at_hand.erase(0, at_hand.size() - rest.size());
  }
  return true;
}

}  // namespace

void FactSpool::add(const RecordType& type, const void* fact, std::int64_t line) {
  const auto begin = waiting_.size();
  waiting_.append(sizeof(Head), '\0');
  for (const auto& field : type.info().fields) put_bytes(field, fact, waiting_);
  const Head head{line, waiting_.size() - begin - sizeof(Head)};
  std::memcpy(waiting_.data() + begin, &head, sizeof head);
  ++size_;
  if (waiting_.size() < block_size) return;
  file_.append(waiting_);
  waiting_.clear();
}

void FactSpool::leave_out(std::vector<bool> those) {
  CHECK(left_out_.empty() && static_cast<std::int64_t>(those.size()) == size_);
  size_ -= std::ranges::count(those, true);
  left_out_ = std::move(those);
}

void FactSpool::each(const RecordType& type, const std::function<bool(void*, std::int64_t)>& use) const {
  const auto record = type.make();
  std::size_t i = 0;
  const auto use_one = [&](Spooled fact) {
    if (const auto place = i++; place < left_out_.size() && left_out_[place]) return true;
    for (const auto& field : type.info().fields) take_bytes(field, fact.bytes, record.get());
    return use(record.get(), fact.line);
  };
  std::string_view rest = waiting_;
  if (each_in(file_, use_one)) each_in(rest, use_one);
}

}  // namespace accord::importing
