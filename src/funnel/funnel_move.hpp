// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel_judge.hpp"
#include "funnel/funnel_judgement.hpp"
#include "web/route.hpp"

/// Moving a lead or an opportunity that Accord keeps from one step to another.
namespace accord::funnel {

/// What a person gives to move it: where it stands, where it is to stand, and of the evidence that the step
/// demands what its record lacks.
struct MoveDraft {
  std::string from, stage;
  std::optional<Id<account::Account>> account;
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<product::Product>> product;
  std::optional<Id<people::Person>> owner;
  std::string source;
  std::optional<Money> value;
  std::optional<Day> close_on;
  std::string lost_reason;
};

/// What became of it; `change` is the fact that taking it back takes back.
struct Moved {
  Id<Opportunity> id;
  std::string stage;
  std::int64_t change = 0;
};

inline constexpr Rule stage_not_agreed{"stage_not_agreed", "Nobody has agreed on this step.",
                                       "Choose one of the steps of the funnel that binds its territory.",
                                       422};
inline constexpr Rule moved_meanwhile{"moved_meanwhile", "It stands somewhere else by now.",
                                      "Look at where it stands, and move it from there."};
inline constexpr Rule evidence_missing{"evidence_missing", "The step demands evidence that is not on record.",
                                       "Give it as well; what people do is logged first, in a step before.",
                                       422};
inline constexpr Rule lost_reason_not_agreed{"lost_reason_not_agreed",
                                             "Both sides have agreed on other reasons.",
                                             "Choose one of the agreed reasons.", 422};
inline constexpr Rule outcome_of_another_step{
    "outcome_of_another_step", "The outcome follows from the step, and this step has another.",
    "Choose the step that ends that way, or leave the outcome as it is.", 422};
inline constexpr Rule owner_has_left{"owner_has_left", "That person has left.",
                                     "Choose somebody who works here.", 422};
inline constexpr Rule begins_ahead{"begins_ahead", "That day lies ahead.",
                                   "Give the day on which the inquiry came, or on which it was closed.", 422};
inline constexpr Rule move_is_settled{"move_is_settled",
                                      "Only one's own last move of the last 24 hours can be taken back.",
                                      "Move it back; both moves stay readable."};

/// What a step demands that a journey has not, in the order of the agreement.
std::vector<Evidence> missing_evidence(const Opportunity&, bool has_activity, const FunnelStage&);

/// Puts a journey into a step:
/// 1. it stands where the mover saw it;
/// 2. the step is one of the funnel's, by its name or one that a system uses for it; without a funnel, any;
/// 3. it has what the step demands (what the draft gives is on the record already);
/// 4. where it is lost, the reason is an agreed one;
/// 5. what ends is closed today, what was closed and goes on is open again.
void move(Opportunity&, const MoveDraft&, const Funnel*, bool has_activity, Day today);

/// The funnel that binds a territory's journeys; nothing where none is signed, for a proposal binds nobody.
const Funnel* binding_funnel(const Judgement&, std::optional<Id<territory::Territory>>);
/// Refuses a step that is none of the funnel's, and an outcome that is not the step's.
void refuse_unfit_step(const Funnel&, const Opportunity&);
/// Where nobody says how it ended and its step ends it, it ended so: on the day that is told, else today.
void follow_step(const Funnel&, Opportunity&, Day today);
/// Refuses where a new journey would stand in a step to which it could not be moved: by what it has, and with
/// nothing done about it yet.
void refuse_unfit_beginning(const Funnel&, const Opportunity&);

std::vector<web::Route> move_routes();

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::MoveDraft> = record(
    "move_draft", "What a person gives to move a lead or an opportunity to another step.",
    field(&funnel::MoveDraft::from, "from", "The stage in which it stood when they looked.", up_to(100)),
    field(&funnel::MoveDraft::stage, "stage", "The step in which it is to stand.", up_to(100)),
    field(&funnel::MoveDraft::account, "account", "Who would buy, where the record lacks it."),
    field(&funnel::MoveDraft::contact, "contact", "Whom of the account, where the record lacks it."),
    field(&funnel::MoveDraft::product, "product", "What they would buy, where the record lacks it."),
    field(&funnel::MoveDraft::owner, "owner", "Who works on it, where the record lacks it."),
    field(&funnel::MoveDraft::source, "source", "Where the inquiry came from, where the record lacks it.",
          has_default, up_to(200)),
    field(&funnel::MoveDraft::value, "value", "What the customer would pay, where the record lacks it."),
    field(&funnel::MoveDraft::close_on, "close_on",
          "When it is expected to close, where the record lacks it."),
    field(&funnel::MoveDraft::lost_reason, "lost_reason", "Why it was lost.", has_default, up_to(300)));
template <>
inline constexpr auto described<funnel::Moved> = record(
    "moved", "A lead or an opportunity that was moved.",
    field(&funnel::Moved::id, "id", "The opportunity's number."),
    field(&funnel::Moved::stage, "stage", "The step in which it stands now."),
    field(&funnel::Moved::change, "change", "The stage change's number, by which the move is taken back."));
}  // namespace accord
