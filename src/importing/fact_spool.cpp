// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_spool.hpp"

#include <cerrno>
#include <cstring>

#include "base/check.hpp"
#include "importing/record_bytes.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;

[[noreturn]] void fail(const char* what) {
  throw Fault(std::string("Cannot ") + what + " the file of planned rows in the temporary folder: " +
              std::strerror(errno) + ". Make room there, then import again; nothing has changed.");
}

std::shared_ptr<std::FILE> temporary_file() {
  auto* file = std::tmpfile();
  if (file == nullptr) fail("make");
  return {file, std::fclose};
}

/// Reads a file block by block, each fact whole.
class Reader {
 public:
  explicit Reader(std::FILE* file) : file_(file) {}

  /// The next fact's bytes; nothing at the end.
  std::string_view next() {
    std::uint32_t size = 0;
    if (std::fread(&size, sizeof size, 1, file_) != 1) return {};
    fact_.resize(size);
    if (std::fread(fact_.data(), 1, size, file_) != size) fail("read");
    return fact_;
  }

 private:
  std::FILE* file_;
  std::string fact_;
};

}  // namespace

void FactSpool::add(const RecordType& type, const void* fact) {
  const auto begin = waiting_.size();
  waiting_.append(sizeof(std::uint32_t), '\0');
  for (const auto& field : type.info().fields) put_bytes(field, fact, waiting_);
  const auto size = static_cast<std::uint32_t>(waiting_.size() - begin - sizeof(std::uint32_t));
  std::memcpy(waiting_.data() + begin, &size, sizeof size);
  ++size_;
  if (waiting_.size() >= block_size) write_out();
}

void FactSpool::write_out() {
  if (!file_) file_ = temporary_file();
  if (std::fwrite(waiting_.data(), 1, waiting_.size(), file_.get()) != waiting_.size()) fail("write");
  waiting_.clear();
}

void FactSpool::each(const RecordType& type, const std::function<void(void*)>& use) const {
  const auto record = type.make();
  const auto use_bytes = [&](std::string_view bytes) {
    for (const auto& field : type.info().fields) take_bytes(field, bytes, record.get());
    use(record.get());
  };
  if (file_) {
    if (std::fflush(file_.get()) != 0) fail("write");
    std::rewind(file_.get());
    Reader reader(file_.get());
    for (auto bytes = reader.next(); !bytes.empty(); bytes = reader.next()) use_bytes(bytes);
  }
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    std::uint32_t size = 0;
    std::memcpy(&size, rest.data(), sizeof size);
    use_bytes(rest.substr(sizeof size, size));
    rest.remove_prefix(sizeof size + size);
  }
}

}  // namespace accord::importing
