// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "importing/encoding.hpp"

namespace accord::importing {

/// A file that can be read from its start as often as needed, in flat memory.
struct SourceFile {
  std::string name;  ///< without its folder
  std::int64_t size = 0;
  std::function<ByteSource()> open;
};

/// A file on disk; throws Fault where it cannot be read.
SourceFile file_at(const std::string& path);
/// Bytes that are already here.
SourceFile file_of(std::string name, std::string bytes);
/// What a pipe brings, kept in a temporary file without a name so that it can be read again; throws Fault
/// where that cannot be written.
SourceFile piped(std::istream&, std::string name);
/// The file's SHA-256 as hexadecimal digits.
std::string sha256_of(const SourceFile&);

}  // namespace accord::importing
