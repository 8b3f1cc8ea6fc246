// SPDX-License-Identifier: Apache-2.0
#include "web/act.hpp"

namespace accord::web {
namespace {

const Sql by_act_id{"SELECT id, act_id, person, body_hash, reply, at FROM act WHERE act_id = :act_id"};

}  // namespace

std::optional<Act> find_act(const Read& read, const std::string& act_id) {
  return read.one<Act>(by_act_id, {{"act_id", act_id}});
}

}  // namespace accord::web
