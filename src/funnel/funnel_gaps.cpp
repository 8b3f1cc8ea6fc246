// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_gaps.hpp"

#include <algorithm>
#include <memory>

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

/// The opportunities of one stage (and clause) that one version judges: they make one gap.
struct Group {
  const FunnelStage* stage = nullptr;
  Judgement::Basis basis;
  std::optional<Evidence> lacks;
  std::string about;
  StakeSum stake;
  std::int64_t at_least = 0;
  /// Of the one that the clause has been counting for longest.
  std::optional<Instant> oldest{};
  double oldest_allowed_hours = 0;
  std::int64_t oldest_territory = 0;
  std::map<const agreement::Relief*, std::int64_t> left_out{};

  std::int64_t count() const { return stake.count(); }
};

/// What the survey of a day found, by gap.
class Findings {
 public:
  Findings(const Read& read, Day as_of) : survey_(read, as_of) {
    survey_.run([&](const Breach& breach) { add(breach); });
    for (auto& [key, group] : groups_) {
      if (group.count() > 0) by_code_[key.code].emplace(group.about, &group);
    }
  }
  const Survey& survey() const { return survey_; }

  /// The groups of one code, by what they are about.
  const std::map<std::string, const Group*>& of(std::string_view code) const {
    static const std::map<std::string, const Group*> none;
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? none : found->second;
  }

 private:
  struct Key {
    std::string_view code;
    const FunnelStage* stage;
    std::optional<Evidence> lacks;
    auto operator<=>(const Key&) const = default;
  };

  void add(const Breach& breach) {
    Group& group = group_of(breach);
    if (breach.relief != nullptr) return static_cast<void>(++group.left_out[breach.relief]);
    const OpportunityAsOf& one = breach.one;
    if (one.since_precision == fact::Precision::at_least_since) ++group.at_least;
    if (!group.oldest || breach.from < *group.oldest) {
      group.oldest = breach.from;
      group.oldest_allowed_hours = breach.allowed_hours;
      group.oldest_territory = one.territory;
    }
    group.stake.add(priced(one), breach.stage.name, survey_.judgement().margin_ppm(one.product));
  }

  Group& group_of(const Breach& breach) {
    const Key key{breach.code, &breach.stage, breach.lacks};
    const auto found = groups_.find(key);
    if (found != groups_.end()) return found->second;
    StakeSum sum(survey_.judgement().currency(), breach.basis.judge->funnel().assumed_margin_percent,
                 breach.basis.link);
    Group group{&breach.stage, breach.basis, breach.lacks, breach.about(), std::move(sum)};
    return groups_.emplace(key, std::move(group)).first->second;
  }

  Survey survey_;
  std::map<Key, Group> groups_;
  std::map<std::string_view, std::map<std::string, const Group*>> by_code_;
};

/// What it holds points into its survey, so it stays where it was made.
const Findings& findings(const Read& read, Day as_of) {
  return *read.once<std::unique_ptr<Findings>>("funnel findings " + to_string(as_of),
                                               [&] { return std::make_unique<Findings>(read, as_of); });
}

/// "“Leads of the spring fair” until 20 April 2026: 3 opportunities left out"
std::string exception_in_words(const agreement::Relief& relief, std::int64_t left_out, Day as_of) {
  const std::string name = "“" + relief.exception.what + "” ";
  if (relief.until < as_of)
    return name + "ended on " + in_words(relief.until) + " and leaves nothing out any more";
  return name + "until " + in_words(relief.until) + ": " +
         (!agreement::names_what_for(relief.exception) ? "in words only, so nothing is left out for it"
          : left_out == 0                              ? "nothing left out"
                                                       : opportunities(left_out) + " left out");
}

/// What it is judged by: the version, the clause, why that binds nobody yet, and the exceptions from it.
void put_basis(gap::Found& found, const Group& group, const std::string& clause, Day as_of) {
  auto& gap = found.gap;
  gap.agreement = group.basis.link;
  gap.clause = clause;
  gap.term = group.stage->name;
  gap.why_provisional = group.basis.why_provisional;
  gap.is_provisional = !gap.why_provisional.empty();
  for (const auto& relief : *group.basis.reliefs) {
    if (relief.from > as_of || !agreement::is_within(clause, relief.exception.clause)) continue;
    const auto known = group.left_out.find(&relief);
    const auto left_out = known == group.left_out.end() ? 0 : known->second;
    gap.exceptions.push_back(exception_in_words(relief, left_out, as_of));
    if (left_out == 0) continue;
    const std::string name = "left out by the exception “" + relief.exception.what + "”";
    gap.stake.inputs.push_back(
        {name, static_cast<double>(left_out), {}, FigureUnit::count, group.basis.link});
  }
}

gap::Found start_gap(std::string_view code, const Group& group, const std::string& clause, const Read& read,
                     Day as_of) {
  gap::Found found;
  found.gap.code = code;
  found.gap.about = group.about;
  found.gap.mover = mover_of(group.stage->responsible);
  found.gap.evidence = gap::page_of(code, group.about, as_of, "/opportunities");
  group.stake.put_into(found, read, findings(read, as_of).survey().win_rates());
  put_basis(found, group, clause, as_of);
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

/// "12 opportunities in West stand"
std::string stand_in_words(const Group& group) {
  return opportunities(group.count()) + (group.basis.place.empty() ? "" : " in " + group.basis.place) +
         (group.count() == 1 ? " stands" : " stand");
}

std::vector<gap::Found> find_overdue(const Read& read, Day as_of) {
  const auto& judgement = findings(read, as_of).survey().judgement();
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : findings(read, as_of).of(stage_overdue.code)) {
    auto found = start_gap(stage_overdue.code, *group, time_clause(*group->stage), read, as_of);
    const auto allowed = allowed_in_words(group->stage->time_allowed_hours, group->basis.hours_per_day);
    found.gap.sentence =
        stand_in_words(*group) + " in “" + group->stage->name + "” past the agreed " + allowed;
    if (group->at_least > 0) {
      found.gap.sentence +=
          " (" + std::to_string(group->at_least) + " of them at least since their first export)";
    }
    found.gap.since = late_since(judgement, *group, as_of);
    found.gap.remedy = side_name(group->stage->responsible) +
                       " moves each on or closes it with an agreed reason; if " + allowed +
                       " is too short, propose another time.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::vector<gap::Found> find_without_evidence(const Read& read, Day as_of) {
  const auto& all = findings(read, as_of);
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : all.of(stage_without_evidence.code)) {
    if (!all.survey().can_see(stage_without_evidence.code, group->lacks)) continue;
    const std::string what(in_words(*group->lacks));
    auto found = start_gap(stage_without_evidence.code, *group, evidence_clause(*group->stage), read, as_of);
    found.gap.sentence = stand_in_words(*group) + " in “" + group->stage->name + "” without " + what;
    found.gap.since = day_of(*group->oldest);
    found.gap.remedy = side_name(group->stage->responsible) + " records " + what +
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
    auto found = start_gap(opportunity_unworked.code, *group, unworked_clause(*group->stage), read, as_of);
    const auto allowed =
        allowed_in_words(group->basis.judge->funnel().untouched_after_hours, group->basis.hours_per_day);
    const std::string place = group->basis.place.empty() ? "" : "in " + group->basis.place + " ";
    found.gap.sentence = opportunities(group->count()) + " in “" + group->stage->name + "” " + place +
                         (group->count() == 1 ? "has" : "have") + " had no activity of " +
                         lower(side_name(group->stage->responsible)) + " for more than " + allowed;
    found.gap.since = late_since(survey.judgement(), *group, as_of);
    found.gap.remedy = "Contact each and log it, hand it over, or close it with an agreed reason.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

/// A step is worked by nobody where neither side has done anything about most of what stands there.
bool is_worked_by_nobody(const Survey& survey, const Group& group) {
  constexpr std::int64_t standing_min = 10;
  const auto standing = survey.standing_in(*group.stage);
  return standing >= standing_min && 2 * group.count() > standing;
}

std::vector<gap::Found> find_stage_unworked(const Read& read, Day as_of) {
  const auto& survey = findings(read, as_of).survey();
  if (!survey.can_see(stage_unworked.code, {})) return {};
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : findings(read, as_of).of(stage_unworked.code)) {
    if (!is_worked_by_nobody(survey, *group)) continue;
    auto found = start_gap(stage_unworked.code, *group, unworked_clause(*group->stage), read, as_of);
    const auto allowed =
        allowed_in_words(group->basis.judge->funnel().untouched_after_hours, group->basis.hours_per_day);
    const std::string place = group->basis.place.empty() ? "" : " in " + group->basis.place;
    found.gap.mover = gap::Mover::both;
    found.gap.sentence =
        "Neither side works “" + group->stage->name + "”" + place + ": " + std::to_string(group->count()) +
        " of the " + std::to_string(survey.standing_in(*group->stage)) +
        " that stand there have had no activity of sales or of marketing for more than " + allowed;
    found.gap.since = late_since(survey.judgement(), *group, as_of);
    found.gap.remedy =
        "Agree who does this step, and what; or take it out of the funnel: a step that nobody works is none.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::vector<gap::Found> find_step_wrong_side(const Read& read, Day as_of) {
  const auto& survey = findings(read, as_of).survey();
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : findings(read, as_of).of(step_wrong_side.code)) {
    auto found = start_gap(step_wrong_side.code, *group, unworked_clause(*group->stage), read, as_of);
    const auto allowed =
        allowed_in_words(group->basis.judge->funnel().untouched_after_hours, group->basis.hours_per_day);
    const Side own = group->stage->responsible;
    const std::string other = side_name(own == Side::sales ? Side::marketing : Side::sales);
    found.gap.sentence =
        other + " speaks with " + opportunities(group->count()) + " in “" + group->stage->name + "”" +
        (group->basis.place.empty() ? "" : " in " + group->basis.place) + ", about which " +
        lower(side_name(own)) + ", whose step it is, has done nothing for more than " + allowed;
    found.gap.since = late_since(survey.judgement(), *group, as_of);
    found.gap.remedy = "Make it official: move them to a step of " + lower(other) +
                       (own == Side::sales ? "’s" : "’") + ", or hand them over; else " +
                       lower(side_name(own)) + " goes on with them.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::string unmapped_blind(const Read& read, Day as_of) {
  std::vector<std::string> stages;
  std::int64_t count = 0;
  for (const auto& [stage, of_it] : findings(read, as_of).survey().unmapped()) {
    stages.push_back("“" + stage + "”");
    count += of_it;
  }
  if (stages.empty()) return "";
  return opportunities(count) + (count == 1 ? " stands" : " stand") + " in " + listed(stages) +
         ", which no agreed step takes in, so " + (count == 1 ? "it is" : "they are") + " not judged. Map " +
         (stages.size() == 1 ? "it" : "them") + " in the next version of the funnel.";
}

/// "2 opportunities in CHF have no exchange rate of 18 May 2026 or the week before, so no stake holds them."
std::string rates_blind(const Read& read, Day as_of) {
  std::string sentences;
  for (const auto& [currency, count] : findings(read, as_of).survey().without_rate()) {
    const std::string code(currency.text());
    sentences += (sentences.empty() ? "" : " ") + opportunities(count) + " in " + code +
                 (count == 1 ? " has" : " have") + " no exchange rate of " + in_words(as_of) +
                 " or the week before, so no stake holds " + (count == 1 ? "it" : "them") +
                 ". Import or enter the rates of " + code + ".";
  }
  return sentences;
}

std::string stages_blind(const Read& read, Day as_of) {
  const auto unmapped = unmapped_blind(read, as_of), rates = rates_blind(read, as_of);
  return unmapped + (unmapped.empty() || rates.empty() ? "" : " ") + rates;
}

std::string unworked_blind(const Read& read, Day as_of) {
  if (findings(read, as_of).survey().records(Evidence::activity)) return "";
  return "No activities are on record, so it cannot be told which opportunities nobody has worked. Import "
         "calls, "
         "e-mails and meetings, or log them.";
}

std::string evidence_blind(const Read& read, Day as_of) {
  const Survey& survey = findings(read, as_of).survey();
  const auto judges = survey.judgement().judges();
  if (judges.empty())
    return "No funnel has been proposed yet, so nothing is judged by it. Start from a template.";
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < choices_of<Evidence>.size(); ++i) {
    const auto evidence = static_cast<Evidence>(i);
    const auto asks = [&](const FunnelStage& stage) {
      return std::ranges::find(stage.entry_evidence, evidence) != stage.entry_evidence.end();
    };
    const bool is_asked = std::ranges::any_of(
        judges, [&](const Judge* judge) { return std::ranges::any_of(judge->funnel().stages, asks); });
    if (is_asked && !survey.records(evidence)) missing.emplace_back(in_words(evidence));
  }
  if (missing.empty()) return "";
  return "The funnel asks for " + listed(missing) +
         ", which no record holds yet; until one does, this is not judged.";
}

}  // namespace

const gap::Finder stage_overdue{"stage_overdue", "Opportunities past the agreed time in a stage.",
                                find_overdue, stages_blind};
const gap::Finder stage_without_evidence{"stage_without_evidence",
                                         "Opportunities that claim a stage without the agreed evidence.",
                                         find_without_evidence, evidence_blind};
const gap::Finder opportunity_unworked{"opportunity_unworked",
                                       "Opportunities that nobody of the responsible side has worked.",
                                       find_unworked, unworked_blind};
const gap::Finder stage_unworked{"stage_unworked",
                                 "Steps in which neither side does anything about most of what stands there.",
                                 find_stage_unworked};
const gap::Finder step_wrong_side{
    "step_wrong_side",
    "Opportunities in a step of one side that the other side speaks with, because the first does nothing.",
    find_step_wrong_side};

}  // namespace accord::funnel
