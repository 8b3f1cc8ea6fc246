// SPDX-License-Identifier: Apache-2.0
#include "action/action.hpp"
#include "db/history.hpp"

namespace accord::action {
namespace {

using web::Input;

Listed<ActionRow> list_actions(const Read& read, const Input& input) {
  return list<ActionRow>(read, input.list());
}

Action action_at(const Read& read, const Input& input) {
  const auto action = read.find(input.id_of<Action>());
  refuse_if(!action, web::not_found);
  return *action;
}

/// The person who promised, or a manager of that person's side.
void refuse_strangers(const Read& read, const Action& action) {
  const auto& actor = read.actor();
  const auto person = read.find(action.person);
  const bool is_manager = (actor.role == Role::sales_manager || actor.role == Role::marketing_manager) &&
                          person && person->side == actor.side;
  refuse_if(actor.person != action.person.number && !is_manager, action_of_another);
}

Action complete(Write& write, const Input& input, const Completion& completion) {
  Action action = action_at(write, input);
  refuse_strangers(write, action);
  refuse_if(action.done_on.has_value(), action_is_done);
  action.done_on = day_in(write.now(), people::company(write).time_zone);
  action.note = completion.note;
  write.update(action);
  return action;
}

Action take_back(Write& write, const Input& input) {
  Action action = action_at(write, input);
  refuse_strangers(write, action);
  refuse_if(!action.done_on, action_is_open);
  action.done_on.reset();
  write.update(action);
  return action;
}

}  // namespace

const Subject subject{
    .name = "action",
    .schema = schema(),
    .routes = {web::get_list("/actions", see_actions, "Who promised what by when.", list_actions),
               web::get("/actions/{id}", see_actions, "One action.", action_at),
               web::act(web::Method::post, "/actions/{id}/completion", do_actions,
                        "Report an action as done.", complete),
               web::act(web::Method::remove, "/actions/{id}/completion", do_actions,
                        "Take a completion back.", take_back)},
    .pages = {{"/actions", "Actions", "This week", see_actions, "ActionsPage"}},
    .rules = {&action_is_done, &action_is_open, &action_of_another},
};

}  // namespace accord::action
