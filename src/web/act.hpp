// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "db/write.hpp"
#include "web/subject.hpp"

namespace accord::web {

/// One act that a person did, kept so that a retry gets the same reply and nothing is done twice.
struct Act {
  Id<Act> id;
  std::string act_id;
  std::int64_t person = 0;
  std::string body_hash, reply;
  Instant at;
};

/// For how long an act is safe to repeat.
constexpr std::int64_t act_life_ms = 7 * ms_per_day;

/// The act done under a client's id, or nothing where there was none, or it is too long ago.
std::optional<Act> find_act(const Read&, const std::string& act_id);
bool has_old_acts(const Read&);
/// Deletes acts that are too long ago to be repeated.
void forget_old_acts(Write&);
/// Deletes what acts were answered; that they were done stays known.
void forget_replies(Write&, const Erasure&);

}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::Act> =
    record("act", "One act that a person did, with the reply it was given.",
           field(&web::Act::id, "id", "The act's number."),
           field(&web::Act::act_id, "act_id", "The client's id for it."),
           field(&web::Act::person, "person", "Who did it."),
           field(&web::Act::body_hash, "body_hash", "Of method, path and body."),
           field(&web::Act::reply, "reply", "What was answered; empty once somebody was erased."),
           field(&web::Act::at, "at", "When."));
}  // namespace accord
