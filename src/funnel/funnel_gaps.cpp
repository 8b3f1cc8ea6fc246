// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_gaps.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel_survey.hpp"

namespace accord::funnel {
namespace {

gap::Mover mover_of(Side side) {
  return side == Side::sales       ? gap::Mover::sales
         : side == Side::marketing ? gap::Mover::marketing
                                   : gap::Mover::both;
}

std::string side_name(Side side) {
  return side == Side::sales ? "Sales" : side == Side::marketing ? "Marketing" : "Either side";
}

std::string opportunities(std::int64_t count) { return counted(count, "opportunity", "opportunities"); }

/// The gap that collects the opportunities of one stage (and clause), each judged by its own territory's
/// version.
struct Group {
  const FunnelStage* stage = nullptr;
  Judgement::Basis basis;
  std::optional<Evidence> lacks;
  StakeSum stake;
  std::int64_t count = 0, at_least = 0;
  /// Of the one that the clause has been counting for longest.
  std::optional<Instant> oldest{};
  double oldest_allowed_hours = 0;
  std::int64_t oldest_territory = 0;
};

/// What the survey of a day found, by gap.
class Findings {
 public:
  Findings(const Read& read, Day as_of) : survey_(read, as_of) {
    survey_.run([&](const Breach& breach) { add(breach); });
  }
  const Survey& survey() const { return survey_; }

  /// The groups of one code, by what they are about.
  const std::map<std::string, Group, std::less<>>& of(std::string_view code) const {
    static const std::map<std::string, Group, std::less<>> none;
    const auto found = groups_.find(code);
    return found == groups_.end() ? none : found->second;
  }

 private:
  void add(const Breach& breach) {
    const auto& judgement = survey_.judgement();
    auto& groups = groups_[breach.code];
    auto found = groups.find(breach.about);
    if (found == groups.end()) {
      StakeSum sum(judgement.currency(), breach.basis.judge->funnel().assumed_margin_percent);
      Group group{&breach.stage, breach.basis, breach.lacks, std::move(sum)};
      found = groups.emplace(breach.about, std::move(group)).first;
    }
    Group& group = found->second;
    const OpportunityAsOf& one = breach.one;
    ++group.count;
    if (one.since_precision == fact::Precision::at_least_since) ++group.at_least;
    if (!group.oldest || breach.from < *group.oldest) {
      group.oldest = breach.from;
      group.oldest_allowed_hours = breach.allowed_hours;
      group.oldest_territory = one.territory;
    }
    group.stake.add(one, judgement.win_rates().of(breach.stage.name), judgement.margin_ppm(one.product));
  }

  Survey survey_;
  std::map<std::string_view, std::map<std::string, Group, std::less<>>> groups_;
};

/// What it holds points into its survey, so it stays where it was made.
const Findings& findings(const Read& read, Day as_of) {
  return *read.once<std::unique_ptr<Findings>>("funnel findings " + to_string(as_of),
                                               [&] { return std::make_unique<Findings>(read, as_of); });
}

gap::Found start_gap(std::string_view code, const std::string& about, const Group& group, const Read& read,
                     Day as_of) {
  gap::Found found;
  found.gap.code = code;
  found.gap.about = about;
  found.gap.mover = mover_of(group.stage->responsible);
  found.gap.evidence = gap::page_of(code, about, as_of, "/opportunities");
  found.gap.agreement = group.basis.link;
  found.gap.is_provisional = group.basis.is_provisional;
  group.stake.put_into(found, read);
  return found;
}

/// The first day on which the oldest one had stood, or lain untouched, for longer than allowed.
Day late_since(const Judgement& judgement, const Group& group, Day as_of) {
  const auto& calendar = judgement.calendar(group.oldest_territory);
  Day low = day_of(*group.oldest), high = as_of;
  while (low < high) {
    const Day middle{low.number + (high.number - low.number) / 2};
    const double hours = territory::business_hours(calendar, *group.oldest, start_of(middle + 1));
    const bool is_late = hours > group.oldest_allowed_hours;
    (is_late ? high : low) = is_late ? middle : middle + 1;
  }
  return low;
}

std::vector<gap::Found> find_overdue(const Read& read, Day as_of) {
  const auto& judgement = findings(read, as_of).survey().judgement();
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : findings(read, as_of).of(stage_overdue.code)) {
    auto found = start_gap(stage_overdue.code, about, group, read, as_of);
    const auto allowed = allowed_in_words(group.stage->time_allowed_hours, group.basis.hours_per_day);
    found.gap.sentence = opportunities(group.count) + (group.count == 1 ? " stands" : " stand") + " in “" +
                         about + "” past the agreed " + allowed;
    if (group.at_least > 0) {
      found.gap.sentence +=
          " (" + std::to_string(group.at_least) + " of them at least since their first export)";
    }
    found.gap.since = late_since(judgement, group, as_of);
    found.gap.remedy = side_name(group.stage->responsible) +
                       " moves each on or closes it with an agreed reason; if " + allowed +
                       " is too short, propose another time.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::vector<gap::Found> find_without_evidence(const Read& read, Day as_of) {
  const auto& found_all = findings(read, as_of);
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : found_all.of(stage_without_evidence.code)) {
    if (!found_all.survey().can_see(stage_without_evidence.code, group.lacks)) continue;
    const std::string what(in_words(*group.lacks));
    auto found = start_gap(stage_without_evidence.code, about, group, read, as_of);
    found.gap.sentence = opportunities(group.count) + (group.count == 1 ? " stands" : " stand") + " in “" +
                         group.stage->name + "” without " + what;
    found.gap.since = day_of(*group.oldest);
    found.gap.remedy = side_name(group.stage->responsible) + " records " + what +
                       " in the system of record, or moves it back a step.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::vector<gap::Found> find_unworked(const Read& read, Day as_of) {
  const auto& survey = findings(read, as_of).survey();
  if (!survey.can_see(opportunity_unworked.code, {})) return {};
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : findings(read, as_of).of(opportunity_unworked.code)) {
    auto found = start_gap(opportunity_unworked.code, about, group, read, as_of);
    const auto allowed =
        allowed_in_words(group.basis.judge->funnel().untouched_after_hours, group.basis.hours_per_day);
    const bool is_anybody = group.stage->responsible == Side::none;
    found.gap.sentence = opportunities(group.count) + " in “" + about + "” " +
                         (group.count == 1 ? "has" : "have") + " had no activity of " +
                         (is_anybody ? "either side" : side_name(group.stage->responsible)) +
                         " for more than " + allowed;
    found.gap.since = late_since(survey.judgement(), group, as_of);
    found.gap.remedy = "Contact each and log it, hand it over, or close it with an agreed reason.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::string unworked_blind(const Read& read, Day as_of) {
  if (findings(read, as_of).survey().records(Evidence::activity)) return "";
  return "No activities are on record, so it cannot be told which opportunities nobody has worked. Import "
         "calls, "
         "e-mails and meetings, or log them.";
}

std::string evidence_blind(const Read& read, Day as_of) {
  const Survey& survey = findings(read, as_of).survey();
  const auto basis = survey.judgement().basis(0);
  if (basis.judge == nullptr)
    return "No funnel has been proposed yet, so nothing is judged by it. Start from a template.";
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < choices_of<Evidence>.size(); ++i) {
    const auto evidence = static_cast<Evidence>(i);
    const bool is_asked = std::ranges::any_of(basis.judge->funnel().stages, [&](const FunnelStage& stage) {
      return std::ranges::find(stage.entry_evidence, evidence) != stage.entry_evidence.end();
    });
    if (is_asked && !survey.records(evidence)) missing.emplace_back(in_words(evidence));
  }
  if (missing.empty()) return "";
  return "The funnel asks for " + listed(missing) +
         ", which no record holds yet; until one does, this is not judged.";
}

}  // namespace

const gap::Finder stage_overdue{"stage_overdue", "Opportunities past the agreed time in a stage.",
                                find_overdue};
const gap::Finder stage_without_evidence{"stage_without_evidence",
                                         "Opportunities that claim a stage without the agreed evidence.",
                                         find_without_evidence, evidence_blind};
const gap::Finder opportunity_unworked{"opportunity_unworked",
                                       "Opportunities that nobody of the responsible side has worked.",
                                       find_unworked, unworked_blind};

}  // namespace accord::funnel
