// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel_move.hpp"

/// Moving many leads or opportunities in one act.
namespace accord::funnel {

/// One of them, and the stage in which it stood when they looked.
struct CardToMove {
  Id<Opportunity> opportunity;
  std::string from;
};

struct MovesDraft {
  std::vector<CardToMove> moves;
  std::string stage, lost_reason;
};

/// One of which that was not done, and the rule that says why.
struct MoveLeft {
  Id<Opportunity> opportunity;
  std::string code, message, detail;
};

/// What became of them. Names are not among it, for replies are kept.
struct MovedTogether {
  std::int64_t change = 0;
  std::vector<Moved> moved;
  std::vector<MoveLeft> refused;
};

struct MovesTakenBack {
  std::vector<Id<Opportunity>> taken_back;
  std::vector<MoveLeft> stayed;
};

inline constexpr Rule moves_nothing_chosen{"moves_nothing_chosen", "No lead and no opportunity is chosen.",
                                           "Choose what is to be moved.", 422};

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::CardToMove> = record(
    "card_to_move", "A lead or an opportunity that is moved with others.",
    field(&funnel::CardToMove::opportunity, "opportunity", "Which lead or opportunity."),
    field(&funnel::CardToMove::from, "from", "The stage in which it stood when they looked.", up_to(100)));
template <>
inline constexpr auto described<funnel::MovesDraft> =
    record("moves_draft", "What a person gives to move many leads or opportunities to another step at once.",
           field(&funnel::MovesDraft::moves, "moves", "Which of them, at most 200.", up_to(200)),
           field(&funnel::MovesDraft::stage, "stage", "The step in which they are to stand.", up_to(100)),
           field(&funnel::MovesDraft::lost_reason, "lost_reason", "Why they were lost, all of them.",
                 has_default, up_to(300)));
template <>
inline constexpr auto described<funnel::MoveLeft> =
    record("move_left", "A lead or an opportunity that was not moved, or not moved back, and why.",
           field(&funnel::MoveLeft::opportunity, "opportunity", "Which lead or opportunity."),
           field(&funnel::MoveLeft::code, "code", "The rule that says why."),
           field(&funnel::MoveLeft::message, "message", "What the rule forbids."),
           field(&funnel::MoveLeft::detail, "detail", "What it lacks, or what became of it meanwhile."));
template <>
inline constexpr auto described<funnel::MovedTogether> =
    record("moved_together", "What became of leads and opportunities that were moved at once.",
           field(&funnel::MovedTogether::change, "change",
                 "The stage change by which all of them are taken back; 0 where none was moved."),
           field(&funnel::MovedTogether::moved, "moved", "Those that were moved."),
           field(&funnel::MovedTogether::refused, "refused", "Those that were not, and why."));
template <>
inline constexpr auto described<funnel::MovesTakenBack> =
    record("moves_taken_back", "What became of moves that were taken back at once.",
           field(&funnel::MovesTakenBack::taken_back, "taken_back", "Those that stand where they stood."),
           field(&funnel::MovesTakenBack::stayed, "stayed", "Those that stay where they are, and why."));
}  // namespace accord
