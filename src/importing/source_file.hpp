// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
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
/// The file's SHA-256 as hexadecimal digits.
std::string sha256_of(const SourceFile&);

}  // namespace accord::importing
