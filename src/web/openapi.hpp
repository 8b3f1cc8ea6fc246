// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/json.hpp"
#include "web/subject.hpp"

namespace accord::web {

/// An OpenAPI 3.1 document of all routes, made from their descriptions.
struct OpenApi {
  std::string openapi = "3.1.0";
  Json info, components, paths;
};

OpenApi openapi(const Subjects&);

}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::OpenApi> =
    record("open_api", "An OpenAPI 3.1 document of all routes.",
           field(&web::OpenApi::openapi, "openapi", "The version of the OpenAPI specification."),
           field(&web::OpenApi::info, "info", "What the API is called, and its version."),
           field(&web::OpenApi::components, "components", "The records that cross the wire."),
           field(&web::OpenApi::paths, "paths", "What each address takes and answers."));
}  // namespace accord
