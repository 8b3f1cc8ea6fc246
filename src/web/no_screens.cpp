// SPDX-License-Identifier: Apache-2.0
// Stands in for the built screens where a build leaves them out, so that no C++ build needs Node.
#include "web/assets.hpp"

namespace accord::web {

namespace {

constexpr Asset kPage{
    .path = "/index.html",
    .content_type = "text/html; charset=utf-8",
    .etag = "\"no-screens\"",
    .is_immutable = false,
    .plain =
        "<!doctype html><html lang=\"en\"><title>Accord</title>"
        "<p>This build of Accord has no screens. Its data is at the same addresses with .json or .csv; "
        "./do run builds it with screens.</p></html>\n",
    .gzip = {},
    .brotli = {},
};

}  // namespace

std::span<const Asset> assets() { return {&kPage, 1}; }

}  // namespace accord::web
