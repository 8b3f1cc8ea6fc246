// SPDX-License-Identifier: Apache-2.0
#include "web/act.hpp"

namespace accord::web {
namespace {

const Sql by_act_id{"SELECT id, act_id, person, body_hash, reply, at FROM act WHERE act_id = :act_id"};
const Sql any_old{"SELECT 1 FROM act WHERE at < :before LIMIT 1"};
const Sql delete_old{"DELETE FROM act WHERE at < :before"};
const Sql blank_replies{"UPDATE act SET reply = '' WHERE reply <> ''"};

Instant oldest(const Read& read) { return {read.now().ms - act_life_ms}; }

}  // namespace

std::optional<Act> find_act(const Read& read, const std::string& act_id) {
  auto act = read.one<Act>(by_act_id, {{"act_id", act_id}});
  return act && act->at < oldest(read) ? std::nullopt : act;
}

bool has_old_acts(const Read& read) { return read.integer(any_old, {{"before", oldest(read)}}).has_value(); }

void forget_old_acts(Write& write) { write.run(delete_old, {{"before", oldest(write)}}); }

/// All of them, whoever they may name: nobody repeats an act for long, and none is done twice for it.
void forget_replies(Write& write, const Erasure&) { write.run(blank_replies); }

}  // namespace accord::web
