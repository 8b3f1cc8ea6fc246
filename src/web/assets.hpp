// SPDX-License-Identifier: Apache-2.0
// The built screens, compressed when the program was built and carried inside it.
#pragma once

#include <span>
#include <string_view>

namespace accord::web {

/// One file of the screens in the three forms a browser may ask for; `gzip` and `brotli` are empty where they
/// would not be smaller.
struct Asset {
  std::string_view path;  ///< As a browser asks for it: "/index.html", "/assets/index-4f9a.js".
  std::string_view content_type;
  std::string_view etag;  ///< Quoted, made from the content.
  bool is_immutable;      ///< Its name holds its hash, so a browser may keep it for ever.
  std::string_view plain;
  std::string_view gzip;
  std::string_view brotli;
};

/// Every embedded file, ordered by path.
std::span<const Asset> assets();

/// The file at a path, or nullptr; the application's page is "/index.html".
const Asset* find_asset(std::string_view path);

}  // namespace accord::web
