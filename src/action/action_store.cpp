// SPDX-License-Identifier: Apache-2.0
#include "action/action.hpp"

namespace accord::action {
namespace {

const Sql promised{
    "SELECT id, review, code, about, what, person, due_on, done_on, note FROM action WHERE review = :review "
    "ORDER BY id"};

}  // namespace

std::vector<Action> promised_in(const Read& read, std::int64_t review) {
  return read.all<Action>(promised, {{"review", review}});
}

}  // namespace accord::action
