// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "db/write.hpp"

namespace accord::web {

/// One act that a person did, kept so that a retry gets the same reply and nothing is done twice.
struct Act {
  Id<Act> id;
  std::string act_id;
  std::int64_t person = 0;
  std::string body_hash, reply;
  Instant at;
};

/// The act done under a client's id, or nothing.
std::optional<Act> find_act(const Read&, const std::string& act_id);

}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::Act> =
    record("act", "One act that a person did, with the reply it was given.",
           field(&web::Act::id, "id", "The act's number."),
           field(&web::Act::act_id, "act_id", "The client's id for it."),
           field(&web::Act::person, "person", "Who did it."),
           field(&web::Act::body_hash, "body_hash", "Of method, path and body."),
           field(&web::Act::reply, "reply", "What was answered."), field(&web::Act::at, "at", "When."));
}  // namespace accord
