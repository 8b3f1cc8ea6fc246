// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "agreement/agreement.hpp"
#include "funnel/funnel.hpp"
#include "territory/territory.hpp"

/// The agreement on how both sides count leads: one definition, so that one number.
namespace accord::claim {

enum class SameLead : std::uint8_t { record, contact, account };

/// The body of the agreement "counting".
struct Counting {
  std::string lead_definition;
  double first_contact_hours = 8;  ///< business time from the handover to the first contact; 0: not agreed
  bool rejection_needs_reason = true;
  SameLead same_lead = SameLead::record;
  std::string forecast_definition;  ///< empty where none is agreed
};

/// What the template proposes.
Counting usual_counting();
/// "8 business hours", "0.5 business hours"
std::string hours_in_words(double hours);

/// What binds a territory on a day; where nothing does, the newest signed or proposed, or nothing.
struct CountingBasis {
  std::optional<Counting> counting;
  std::string link;             ///< of the version
  std::string why_provisional;  ///< empty where it binds
  std::string place;            ///< whose agreement it is; empty for the company's
  std::vector<agreement::Relief> reliefs;
};

/// How each territory counts on a day, and how long leads waited for their first contact by that.
class CountingBook {
 public:
  CountingBook(const Read&, Day as_of);
  /// Worked out once for each territory; 0 is what has none.
  const CountingBasis& of(std::int64_t territory) const;
  /// The exception that takes a lead out of a clause on the day, or nullptr.
  const agreement::Relief* relief(const CountingBasis&, std::string_view clause,
                                  const funnel::Handover&) const;
  /// Business time of its territory up to the first contact, or to the end of the day. No time is taken finer
  /// than its source: of a handover known by the day, the clock starts with the next one.
  double hours_waited(const funnel::Handover&) const;
  /// The first day at whose end a lead had waited for longer than so many hours.
  Day late_since(const funnel::Handover&, double hours) const;

 private:
  CountingBasis work_out(std::int64_t territory) const;
  const territory::WorkCalendar& calendar(std::int64_t territory) const;
  const std::vector<Id<territory::Territory>>& lineage(std::int64_t territory) const;

  const Read& read_;
  Day as_of_;
  std::vector<agreement::Term> terms_, provisional_terms_;
  territory::Lineages lineages_;
  std::map<std::int64_t, territory::WorkCalendar> calendars_;
  Instant end_;
  mutable std::map<std::int64_t, CountingBasis> bases_;
};

extern const agreement::Kind counting_kind;

}  // namespace accord::claim

namespace accord {
template <>
inline constexpr std::array<std::string_view, 3> choices_of<claim::SameLead>{"record", "contact", "account"};
template <>
inline constexpr auto described<claim::Counting> = record(
    "counting", "How both sides count leads.",
    field(&claim::Counting::lead_definition, "lead_definition",
          "What counts as a lead that marketing passed on and sales received.", up_to(1000)),
    field(&claim::Counting::first_contact_hours, "first_contact_hours",
          "Business time within which sales makes the first contact; 0 where none is agreed.", unit::hours),
    field(&claim::Counting::rejection_needs_reason, "rejection_needs_reason",
          "Whether a lead may only be rejected with a reason."),
    field(&claim::Counting::same_lead, "same_lead",
          "What makes two of them one: the same record, the same contact or the same account."),
    field(&claim::Counting::forecast_definition, "forecast_definition",
          "Which opportunities belong into a forecast, and at which amount; empty where none is agreed.",
          has_default, up_to(1000)));
}  // namespace accord
