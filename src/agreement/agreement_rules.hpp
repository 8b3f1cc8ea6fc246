// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"

/// What may be done to a version and when: pure, over everything that was done to it already.
namespace accord::agreement {

enum class State : std::uint8_t {
  draft,
  half_signed,
  declined,
  locked,
  ended,
  reopened,
  superseded,
  imposed
};

/// One version with all that was done to it: what the rules decide on.
struct Dossier {
  Agreement agreement;
  Version version;
  bool is_newest = true;
  std::vector<Term> later{};  ///< the days on which later versions bind instead
  std::vector<Signature> signatures{};
  std::optional<Lock> lock{};
  std::vector<Statement> statements{};
  std::optional<Imposition> imposition{};
};

State state_of(const Dossier&, Day today);
/// Signed by all, not reopened by both sides since, and no trial that is over.
bool is_locked(const Dossier&, Day today);
/// A trial whose last day has passed: it binds no more, and the sides are to decide.
bool has_ended(const Dossier&, Day today);
/// The later version that binds instead on a day, or nullptr.
const Term* successor_on(const Dossier&, Day);
bool is_declined(const Dossier&);
bool is_reopened(const Dossier&);

/// For whom a person may sign: themselves, or somebody whose deputy they are.
struct Entitlement {
  Side side = Side::none;  ///< `none` is finance
  std::string for_person;
};

/// Who asks: a person, and for whom they may sign this.
struct Asker {
  Id<people::Person> person;
  std::optional<Entitlement> entitlement{};
  bool is_in_reach = true;  ///< the agreement binds their territory or one below it
};

/// Whoever proposed it, and whoever may sign for the same side, withdraws it rather than declines it.
bool is_own(const Dossier&, const Asker&);

// Why somebody may not do something today; nullptr where they may. Each names the first rule that refuses it,
// in the order of the README. What a page offers and what the verbs below accept both follow from these.
const Rule* why_not_sign(const Dossier&, const Asker&, Day today);
const Rule* why_not_decline(const Dossier&, const Asker&);
const Rule* why_not_reopen(const Dossier&, const Asker&, Day today);
const Rule* why_not_impose(const Dossier&, Day today);
/// `newest` is the newest version, or nullptr before the first.
const Rule* why_not_propose(const Dossier* newest, const Asker&, Day today);
const Rule* why_not_except(const Dossier&, const Asker&, Day today);
const Rule* why_not_accept(const Dossier&, const Exception&, const std::vector<ExceptionSignature>&,
                           const Asker&, Day today);

// The verbs. Each refuses by its rules or returns what is to be recorded.
/// A retry of one's own signature returns the one that is there, with its id.
Signature sign(const Dossier&, const Asker&, Instant now, Day today);
Statement decline(const Dossier&, const Asker&, std::string reason, Instant now);
Statement reopen(const Dossier&, const Asker&, std::string reason, Instant now, Day today);
Imposition impose(const Dossier&, Id<people::Person> by, Day until, std::string reason, Instant now,
                  Day today);
/// Takes what the exception says and adds whose and when it is.
Exception except(const Dossier&, const RecordInfo& body, const Asker&, Exception, Instant now, Day today);
/// A retry of one's own signature returns the one that is there, with its id.
ExceptionSignature accept(const Dossier&, const Exception&, const std::vector<ExceptionSignature>&,
                          const Asker&, Instant now, Day today);

/// The sides whose signatures a kind needs.
std::vector<Side> sides_needed(bool needs_finance);
/// The lock that the last signature brings, or nothing while one is missing.
std::optional<Lock> lock_after(const Dossier&, bool needs_finance, Instant now, Day today);
/// The days on which an exception holds, once every side has accepted it; nothing before.
std::optional<Relief> relief_of(const Exception&, const std::vector<ExceptionSignature>&, bool needs_finance,
                                const std::string& time_zone);

}  // namespace accord::agreement

namespace accord {
template <>
inline constexpr std::array<std::string_view, 8> choices_of<agreement::State>{
    "draft", "half_signed", "declined", "locked", "ended", "reopened", "superseded", "imposed"};
}  // namespace accord
