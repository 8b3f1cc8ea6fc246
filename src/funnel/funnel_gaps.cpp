// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_gaps.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.hpp"
#include "funnel/funnel_judgement.hpp"

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
  StakeSum stake;
  std::int64_t at_least = 0;
  std::optional<Instant> oldest{}, newest{};
};

class Groups {
 public:
  void add(const Judgement& judgement, const FunnelStage& stage, const Judgement::Basis& basis,
           const OpportunityAsOf& one) {
    Group& group = of(judgement, stage, basis);
    if (one.since_precision == fact::Precision::at_least_since) ++group.at_least;
    if (!group.oldest || one.since < *group.oldest) group.oldest = one.since;
    if (!group.newest || one.since > *group.newest) group.newest = one.since;
    group.stake.add(one, judgement.margin_ppm(one.product));
  }

  const std::map<std::string, Group>& all() const { return groups_; }

 private:
  /// Versions of several territories may each have a stage of this name.
  Group& of(const Judgement& judgement, const FunnelStage& stage, const Judgement::Basis& basis) {
    auto& known = by_stage_[&stage];
    if (known == nullptr) {
      StakeSum sum(judgement.currency(), basis.judge->funnel().assumed_margin_percent);
      known = &groups_.try_emplace(stage.name, Group{&stage, basis, std::move(sum)}).first->second;
    }
    return *known;
  }

  std::map<std::string, Group> groups_;  ///< by the stage's name
  std::unordered_map<const FunnelStage*, Group*> by_stage_;
};

/// `/opportunities?outcome=open&stage=Engaging`, with every name the systems use for the stage.
std::string evidence_of(const FunnelStage& stage, const std::string& more = "") {
  const auto encoded = [](const std::string& text) {
    std::string result;
    for (const char c : text) {
      const bool is_plain =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
      static constexpr char hex[] = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      result += is_plain ? std::string(1, c) : std::string{'%', hex[byte >> 4U], hex[byte & 15U]};
    }
    return result;
  };
  std::string link = "/opportunities?outcome=open&stage=" + encoded(stage.name);
  for (const auto& name : stage.crm_stages) {
    if (name != stage.name) link += "&stage=" + encoded(name);
  }
  return link + more;
}

gap::Found start_gap(std::string_view code, const std::string& about, const Group& group,
                     std::string evidence) {
  gap::Found found;
  found.gap.code = code;
  found.gap.about = about;
  found.gap.mover = mover_of(group.stage->responsible);
  found.gap.evidence = std::move(evidence);
  found.gap.agreement = group.basis.link;
  found.gap.is_provisional = group.basis.is_provisional;
  return found;
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

std::optional<Instant> last_work(const OpportunityAsOf& one, Side side) {
  if (side == Side::sales) return one.last_sales_activity;
  if (side == Side::marketing) return one.last_marketing_activity;
  return std::max(one.last_sales_activity, one.last_marketing_activity);
}

constexpr std::size_t evidence_count = choices_of<Evidence>.size();

/// One pass over all opportunities on a day, judged by every clause at once.
class Survey {
 public:
  Survey(const Read& read, Day as_of) : judgement(read, as_of), win_rates(judgement.basis(0).judge) {
    each_as_of(read, as_of, [&](const OpportunityAsOf& one) {
      for (std::size_t i = 0; i < evidence_count; ++i) {
        recorded_[i] = recorded_[i] || has_evidence(one, static_cast<Evidence>(i));
      }
      win_rates.add(one);
      if (one.outcome != Outcome::open) return;
      const auto& basis = judgement.basis(one.territory);
      const auto* stage = basis.judge == nullptr ? nullptr : basis.judge->stage(one.stage);
      if (stage != nullptr) judge(one, basis, *stage);
    });
  }
  /// A system that never records contacts (or activities) cannot be blamed for each one it lacks.
  bool records(Evidence evidence) const { return recorded_[static_cast<std::size_t>(evidence)]; }
  /// The stake is put in last, for only then is it known how often journeys are won.
  void put_stake(gap::Found& found, const Group& group, const Read& read) const {
    group.stake.put_into(found, read, win_rates.of(group.stage->name));
  }

  Judgement judgement;
  WinRates win_rates;
  Groups overdue, unworked;
  std::array<Groups, evidence_count> without;

 private:
  void judge(const OpportunityAsOf& one, const Judgement::Basis& basis, const FunnelStage& stage) {
    for (const auto evidence : stage.entry_evidence) {
      if (has_evidence(one, evidence)) continue;
      without[static_cast<std::size_t>(evidence)].add(judgement, stage, basis, one);
    }
    if (stage.outcome != Outcome::open) return;
    const double allowed = stage.time_allowed_hours;
    if (allowed > 0 && judgement.has_passed(one.territory, one.since, allowed)) {
      overdue.add(judgement, stage, basis, one);
    }
    const double idle = basis.judge->funnel().untouched_after_hours;
    const Instant from = std::max(last_work(one, stage.responsible).value_or(one.since), one.since);
    if (idle > 0 && judgement.has_passed(one.territory, from, idle)) {
      unworked.add(judgement, stage, basis, one);
    }
  }

  std::array<bool, evidence_count> recorded_{};
};

const Survey& survey(const Read& read, Day as_of) {
  return read.once<Survey>("funnel survey " + to_string(as_of), [&] { return Survey(read, as_of); });
}

std::vector<gap::Found> find_overdue(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : survey.overdue.all()) {
    const auto late_ones = "&stage_since_to=" + to_string(day_of(*group.newest)) + "&order=stage_since";
    auto found = start_gap(stage_overdue.code, about, group, evidence_of(*group.stage, late_ones));
    survey.put_stake(found, group, read);
    const auto allowed = allowed_in_words(group.stage->time_allowed_hours, group.basis.hours_per_day);
    found.gap.sentence = opportunities(found.gap.count) + (found.gap.count == 1 ? " stands" : " stand") +
                         " in “" + about + "” past the agreed " + allowed;
    if (group.at_least > 0) {
      found.gap.sentence +=
          " (" + std::to_string(group.at_least) + " of them at least since their first export)";
    }
    found.gap.since =
        overdue_since(survey.judgement.calendar(0), *group.oldest, group.stage->time_allowed_hours, as_of);
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

gap::Found gap_without(Evidence evidence, const Group& group, const Survey& survey, const Read& read) {
  const std::string about = group.stage->name + "/" + std::string(name_of(evidence));
  auto found = start_gap(stage_without_evidence.code, about, group,
                         evidence_of(*group.stage, absent_filter(evidence)));
  survey.put_stake(found, group, read);
  found.gap.sentence = opportunities(found.gap.count) + (found.gap.count == 1 ? " stands" : " stand") +
                       " in “" + group.stage->name + "” without " + std::string(in_words(evidence));
  found.gap.since = day_of(*group.oldest);
  found.gap.remedy = side_name(group.stage->responsible) + " records " + std::string(in_words(evidence)) +
                     " in the system of record, or moves it back a step.";
  return found;
}

std::vector<gap::Found> find_without_evidence(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  std::vector<gap::Found> gaps;
  for (std::size_t i = 0; i < evidence_count; ++i) {
    const auto evidence = static_cast<Evidence>(i);
    if (!survey.records(evidence)) continue;
    for (const auto& [name, group] : survey.without[i].all()) {
      gaps.push_back(gap_without(evidence, group, survey, read));
    }
  }
  return gaps;
}

std::vector<gap::Found> find_unworked(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  if (!survey.records(Evidence::activity)) return {};
  std::vector<gap::Found> gaps;
  for (const auto& [about, group] : survey.unworked.all()) {
    auto found = start_gap(opportunity_unworked.code, about, group,
                           evidence_of(*group.stage, "&order=last_activity_on"));
    survey.put_stake(found, group, read);
    const auto allowed =
        allowed_in_words(group.basis.judge->funnel().untouched_after_hours, group.basis.hours_per_day);
    const bool is_anybody = group.stage->responsible == Side::none;
    found.gap.sentence = opportunities(found.gap.count) + " in “" + about + "” " +
                         (found.gap.count == 1 ? "has" : "have") + " had no activity of " +
                         (is_anybody ? "either side" : side_name(group.stage->responsible)) +
                         " for more than " + allowed;
    found.gap.since = day_of(*group.oldest);
    found.gap.remedy = "Contact each and log it, hand it over, or close it with an agreed reason.";
    gaps.push_back(std::move(found));
  }
  return gaps;
}

std::string unworked_blind(const Read& read, Day as_of) {
  if (survey(read, as_of).records(Evidence::activity)) return "";
  return "No activities are on record, so it cannot be told which opportunities nobody has worked. Import "
         "calls, "
         "e-mails and meetings, or log them.";
}

std::string evidence_blind(const Read& read, Day as_of) {
  const Survey& survey = funnel::survey(read, as_of);
  const auto basis = survey.judgement.basis(0);
  if (basis.judge == nullptr)
    return "No funnel has been proposed yet, so nothing is judged by it. Start from a template.";
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < evidence_count; ++i) {
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
