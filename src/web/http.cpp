// SPDX-License-Identifier: Apache-2.0
#include "web/http.hpp"

namespace accord::web {

std::string_view HttpRequest::header(std::string_view name) const {
  for (const auto& header : headers) {
    if (header.name == name) return header.value;
  }
  return {};
}

}  // namespace accord::web
