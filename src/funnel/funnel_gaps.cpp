// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_gaps.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel_survey.hpp"
#include "web/percent.hpp"

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

/// `/opportunities?outcome=open&stage=Engaging`, with every name the systems use for the stage, and with the
/// territories where the version does not judge all of them.
std::string evidence_of(const Judgement& judgement, const Group& group, const std::string& more = "") {
  const FunnelStage& stage = *group.stage;
  std::string link = "/opportunities?outcome=open&stage=" + web::percent_encode(stage.name);
  for (const auto& name : stage.crm_stages) {
    if (name != stage.name) link += "&stage=" + web::percent_encode(name);
  }
  for (const auto territory : judgement.judged_by(group.basis))
    link += "&territory=" + (territory == 0 ? "" : std::to_string(territory));
  return link + more;
}

/// The first day on which the oldest one had stood longer than allowed.
Day overdue_since(const territory::WorkCalendar& calendar, Instant from, double allowed_hours, Day as_of) {
  Day low = day_of(from), high = as_of;
  while (low < high) {
    const Day middle{low.number + (high.number - low.number) / 2};
    const bool is_late = territory::business_hours(calendar, from, start_of(middle + 1)) > allowed_hours;
    (is_late ? high : low) = is_late ? middle : middle + 1;
  }
  return low;
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
void put_basis(gap::Found& found, const Group& group, const Groups& groups, const std::string& clause,
               Day as_of) {
  auto& gap = found.gap;
  gap.agreement = group.basis.link;
  gap.clause = clause;
  gap.term = group.stage->name;
  gap.why_provisional = group.basis.why_provisional;
  gap.is_provisional = !gap.why_provisional.empty();
  for (const auto& relief : *group.basis.reliefs) {
    if (relief.from > as_of || !agreement::is_within(clause, relief.exception.clause)) continue;
    const auto left_out = groups.left_out(gap.about, relief);
    gap.exceptions.push_back(exception_in_words(relief, left_out, as_of));
    if (left_out == 0) continue;
    const std::string name = "left out by the exception “" + relief.exception.what + "”";
    gap.stake.inputs.push_back(
        {name, static_cast<double>(left_out), {}, FigureUnit::count, group.basis.link});
  }
}

gap::Found start_gap(std::string_view code, const std::string& about, const Group& group,
                     std::string evidence, const Read& read) {
  gap::Found found;
  found.gap.code = code;
  found.gap.about = about;
  found.gap.mover = mover_of(group.stage->responsible);
  found.gap.evidence = std::move(evidence);
  group.stake.put_into(found, read);
  return found;
}

/// "12 opportunities in West stand"
std::string stand_in_words(const Group& group) {
  return opportunities(group.count) + (group.basis.place.empty() ? "" : " in " + group.basis.place) +
         (group.count == 1 ? " stands" : " stand");
}

std::vector<gap::Found> find_overdue(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : survey.overdue.all()) {
    const auto late_ones = "&stage_since_to=" + to_string(day_of(*group.newest)) + "&order=stage_since";
    auto found =
        start_gap(stage_overdue.code, about, group, evidence_of(survey.judgement, group, late_ones), read);
    put_basis(found, group, survey.overdue, time_clause(*group.stage), as_of);
    const auto allowed = allowed_in_words(group.stage->time_allowed_hours, group.basis.hours_per_day);
    found.gap.sentence = stand_in_words(group) + " in “" + group.stage->name + "” past the agreed " + allowed;
    if (group.at_least > 0) {
      found.gap.sentence +=
          " (" + std::to_string(group.at_least) + " of them at least since their first export)";
    }
    const auto where = group.basis.territory.value_or(Id<territory::Territory>{});
    found.gap.since = overdue_since(survey.judgement.calendar(where.number), *group.oldest,
                                    group.stage->time_allowed_hours, as_of);
    found.gap.remedy = side_name(group.stage->responsible) +
                       " moves each on or closes it with an agreed reason; if " + allowed +
                       " is too short, propose another time.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::string absent_filter(Evidence evidence) {
  switch (evidence) {
    case Evidence::account:
      return "&account=";
    case Evidence::contact:
      return "&contact=";
    case Evidence::product:
      return "&product=";
    case Evidence::owner:
      return "&owner=";
    case Evidence::close_date:
      return "&close_on=";
    case Evidence::source:
      return "&source=";
    case Evidence::value:
      return "&value_basis=list_price&value_basis=";
    case Evidence::activity:
      return "&last_activity_on=";
  }
  return "";
}

std::vector<gap::Found> find_without_evidence(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : survey.bare.all()) {
    const auto evidence = survey.evidence_by_about.at(about);
    if (!survey.records(evidence)) continue;
    auto found = start_gap(stage_without_evidence.code, about, group,
                           evidence_of(survey.judgement, group, absent_filter(evidence)), read);
    put_basis(found, group, survey.bare, evidence_clause(*group.stage), as_of);
    found.gap.sentence =
        stand_in_words(group) + " in “" + group.stage->name + "” without " + std::string(in_words(evidence));
    found.gap.since = day_of(*group.oldest);
    found.gap.remedy = side_name(group.stage->responsible) + " records " + std::string(in_words(evidence)) +
                       " in the system of record, or moves it back a step.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::vector<gap::Found> find_unworked(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  if (!survey.records(Evidence::activity)) return {};
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : survey.unworked.all()) {
    auto found = start_gap(opportunity_unworked.code, about, group,
                           evidence_of(survey.judgement, group, "&order=last_activity_on"), read);
    put_basis(found, group, survey.unworked, unworked_clause(*group.stage), as_of);
    const auto allowed =
        allowed_in_words(group.basis.judge->funnel().untouched_after_hours, group.basis.hours_per_day);
    const bool is_anybody = group.stage->responsible == Side::none;
    const std::string place = group.basis.place.empty() ? "" : "in " + group.basis.place + " ";
    found.gap.sentence = opportunities(group.count) + " in “" + group.stage->name + "” " + place +
                         (group.count == 1 ? "has" : "have") + " had no activity of " +
                         (is_anybody ? "either side" : side_name(group.stage->responsible)) +
                         " for more than " + allowed;
    found.gap.since = day_of(*group.oldest);
    found.gap.remedy = "Contact each and log it, hand it over, or close it with an agreed reason.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::string unmapped_blind(const Read& read, Day as_of) {
  std::vector<std::string> stages;
  std::int64_t count = 0;
  for (const auto& [stage, of_it] : survey(read, as_of).unmapped) {
    stages.push_back("“" + stage + "”");
    count += of_it;
  }
  if (stages.empty()) return "";
  return opportunities(count) + (count == 1 ? " stands" : " stand") + " in " + listed(stages) +
         ", which no agreed step takes in, so " + (count == 1 ? "it is" : "they are") + " not judged. Map " +
         (stages.size() == 1 ? "it" : "them") + " in the next version of the funnel.";
}

std::string unworked_blind(const Read& read, Day as_of) {
  if (survey(read, as_of).records(Evidence::activity)) return "";
  return "No activities are on record, so it cannot be told which opportunities nobody has worked. Import "
         "calls, "
         "e-mails and meetings, or log them.";
}

std::string evidence_blind(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  const auto judges = survey.judgement.judges();
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
                                find_overdue, unmapped_blind};
const gap::Finder stage_without_evidence{"stage_without_evidence",
                                         "Opportunities that claim a stage without the agreed evidence.",
                                         find_without_evidence, evidence_blind};
const gap::Finder opportunity_unworked{"opportunity_unworked",
                                       "Opportunities that nobody of the responsible side has worked.",
                                       find_unworked, unworked_blind};

}  // namespace accord::funnel
