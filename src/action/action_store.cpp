// SPDX-License-Identifier: Apache-2.0
#include "action/action.hpp"

namespace accord::action {
namespace {

const Sql promised{
    "SELECT id, review, code, about, what, person, due_on, done_on, note FROM action WHERE review = :review "
    "ORDER BY id"};

}  // namespace

Schema schema() {
  return {.subject = "action",
          .tables = {record_table<Action>({{"review"}, {"person, due_on"}})},
          .views = {"CREATE VIEW action_row AS SELECT a.id, a.review, a.code, a.about, a.what, a.person, "
                    "p.name AS person_name, p.side, a.due_on, a.done_on, a.note FROM action a "
                    "JOIN person p ON p.id = a.person"}};
}

std::vector<Action> promised_in(const Read& read, std::int64_t review) {
  return read.all<Action>(promised, {{"review", review}});
}

}  // namespace accord::action
