// SPDX-License-Identifier: Apache-2.0
#include "importing/temporary_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "base/check.hpp"

namespace accord::importing {
namespace {

[[noreturn]] void fail(const char* what) {
  throw Fault(std::string("Cannot ") + what + " the file of planned rows in the temporary folder: " +
              std::strerror(errno) + ". Make room there, then import again; nothing has changed.");
}

}  // namespace

std::int64_t TemporaryFile::append(std::string_view bytes) {
  if (!file_) {
    auto* file = std::tmpfile();
    if (file == nullptr) fail("make");
    file_ = std::shared_ptr<std::FILE>(file, std::fclose);
  }
  const auto begin = size_;
  while (!bytes.empty()) {
    const auto written = ::pwrite(::fileno(file_.get()), bytes.data(), bytes.size(), size_);
    if (written <= 0) fail("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += written;
  }
  return begin;
}

void TemporaryFile::read(std::int64_t from, char* bytes, std::size_t size) const {
  while (size > 0) {
    const auto got = ::pread(::fileno(file_.get()), bytes, size, from);
    if (got <= 0) fail("read");
    bytes += got;
    from += got;
    size -= static_cast<std::size_t>(got);
  }
}

}  // namespace accord::importing
