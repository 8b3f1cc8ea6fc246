// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "funnel/funnel_agreement.hpp"
#include "funnel/funnel_judgement.hpp"

namespace accord::funnel {
namespace {

/// Newer than every version there is, so that it binds in their place.
constexpr std::int64_t next_number = std::int64_t{1} << 40;

gap::Mover mover_of(Side side) {
  return side == Side::sales       ? gap::Mover::sales
         : side == Side::marketing ? gap::Mover::marketing
                                   : gap::Mover::both;
}

/// Which territories a version would judge: those that would have none nearer than its own on the day.
class Reach {
 public:
  Reach(const Read& read, std::optional<Id<territory::Territory>> territory, Day on)
      : terms_(agreement::terms_of(read, "funnel")), lineages_(territory::all_lineages(read)), on_(on) {
    agreement::Term term;
    term.version.number = next_number;
    term.territory = territory;
    terms_.push_back(std::move(term));
  }

  bool holds(std::int64_t territory) {
    const auto [known, is_new] = holds_.try_emplace(territory, false);
    if (is_new) {
      const auto line = lineages_.find(territory);
      const auto* term = agreement::term_on(
          terms_, line == lineages_.end() ? std::vector<Id<territory::Territory>>{} : line->second, on_);
      known->second = term == &terms_.back();
    }
    return known->second;
  }

 private:
  std::vector<agreement::Term> terms_;
  territory::Lineages lineages_;
  Day on_;
  std::map<std::int64_t, bool> holds_;
};

/// Counts what each clause of one body would have found in a period.
class Trial {
 public:
  Trial(const Read& read, const Funnel& funnel, std::optional<Id<territory::Territory>> territory, Day from,
        Day to)
      : read_(read),
        judge_(funnel),
        judgement_(read, to),
        reach_(read, territory, to),
        from_(start_of(from)) {
    for (const auto& stage : judge_.funnel().stages) add_clauses(stage);
    const double allowed = judge_.funnel().untouched_after_hours;
    const std::string too_long = "went without an activity of the responsible side for more than ";
    if (allowed > 0) add("untouched_after_hours", too_long + in_words(allowed), Side::none);
  }

  std::vector<agreement::Finding> run(Day to) {
    each_as_of(read_, to, [&](const OpportunityAsOf& one) {
      for (std::size_t i = 0; i < recorded_.size(); ++i) {
        recorded_[i] = recorded_[i] || has_evidence(one, static_cast<Evidence>(i));
      }
      win_rates_.add(one, judgement_.basis(one.territory).judge);
      if (!reach_.holds(one.territory)) return;
      for (const auto& stay : one.stays) judge_stay(stay, one);
      if (one.outcome == Outcome::open) keep(one);
    });
    win_rates_.name_pages(to);
    // What no record ever holds is known only now.
    for (const auto& one : open_) judge_end(one);
    return findings();
  }

 private:
  struct Clause {
    std::string sentence_end;
    gap::Mover mover;
    StakeSum stake;
  };

  std::string in_words(double hours) const {
    return allowed_in_words(hours, judgement_.calendar(0).hours_per_day());
  }

  void add(const std::string& path, const std::string& sentence_end, Side side) {
    StakeSum sum(judgement_.currency(), judge_.funnel().assumed_margin_percent);
    clauses_.emplace(path, Clause{sentence_end, mover_of(side), std::move(sum)});
    order_.push_back(path);
  }

  void add_clauses(const FunnelStage& stage) {
    const std::string here = "stages[" + stage.name + "].", stood = "stood in “" + stage.name + "” ";
    if (stage.outcome == Outcome::open && stage.time_allowed_hours > 0) {
      add(here + "time_allowed_hours", stood + "longer than " + in_words(stage.time_allowed_hours),
          stage.responsible);
    }
    if (!stage.entry_evidence.empty()) {
      add(here + "entry_evidence", stood + "without all the evidence agreed", stage.responsible);
    }
  }

  void count(const std::string& path, const OpportunityAsOf& one, const std::string& stage) {
    clauses_.at(path).stake.add(priced(one), stage, judgement_.margin_ppm(one.product));
  }

  /// What is open at the period's end, without its past.
  void keep(const OpportunityAsOf& one) {
    if (judge_.stage(one.stage) == nullptr) return;
    open_.push_back(one);
    open_.back().stays.clear();
  }

  /// Stood longer than allowed, and was still there in the period.
  void judge_stay(const Stay& stay, const OpportunityAsOf& one) {
    const auto* stage = judge_.stage(stay.stage);
    if (stage == nullptr || stage->outcome != Outcome::open) return;
    const double allowed = stage->time_allowed_hours;
    if (allowed <= 0 || (stay.until && *stay.until < from_)) return;
    const bool is_late = stay.until ? territory::business_hours(judgement_.calendar(one.territory), stay.from,
                                                                *stay.until) > allowed
                                    : judgement_.has_passed(one.territory, stay.from, allowed);
    if (is_late) count("stages[" + stage->name + "].time_allowed_hours", one, stage->name);
  }

  /// What was open at the period's end: its evidence, and whether somebody works on it.
  void judge_end(const OpportunityAsOf& one) {
    const auto* stage = judge_.stage(one.stage);
    const auto lacks = [&](Evidence evidence) { return records(evidence) && !has_evidence(one, evidence); };
    if (std::ranges::any_of(stage->entry_evidence, lacks))
      count("stages[" + stage->name + "].entry_evidence", one, stage->name);
    const double allowed = judge_.funnel().untouched_after_hours;
    if (allowed > 0 && stage->outcome == Outcome::open && records(Evidence::activity) &&
        judgement_.has_passed(one.territory, idle_since(one, stage->responsible), allowed))
      count("untouched_after_hours", one, stage->name);
  }

  bool records(Evidence evidence) const { return recorded_[static_cast<std::size_t>(evidence)]; }

  /// What a clause asks for and no record of the firm holds, so that it is not judged; empty where it is.
  std::string blind_because(const std::string& path) const {
    std::vector<std::string> missing;
    if (path == "untouched_after_hours" && !records(Evidence::activity)) missing = {"an activity"};
    for (const auto& stage : judge_.funnel().stages) {
      if (path != "stages[" + stage.name + "].entry_evidence") continue;
      for (const auto evidence : stage.entry_evidence) {
        if (records(evidence)) return "";
        missing.emplace_back(funnel::in_words(evidence));
      }
    }
    return missing.empty() ? "" : "not judged: no record holds " + listed(missing) + " yet";
  }

  agreement::Finding finding(const std::string& path, const Clause& clause) const {
    gap::Found found;
    clause.stake.put_into(found, read_, win_rates_);
    const auto count = clause.stake.count();
    std::string sentence = blind_because(path);
    const bool is_judged = sentence.empty();
    if (is_judged) {
      sentence = (count == 0 ? "no opportunity" : counted(count, "opportunity", "opportunities")) + " " +
                 clause.sentence_end;
    }
    return {path, std::move(sentence), count, found.gap.stake, clause.mover, is_judged};
  }

  std::vector<agreement::Finding> findings() const {
    std::vector<agreement::Finding> all;
    for (const auto& path : order_) all.push_back(finding(path, clauses_.at(path)));
    std::ranges::stable_sort(all, std::greater{}, &agreement::Finding::count);
    return all;
  }

  const Read& read_;
  Judge judge_;
  Judgement judgement_;
  Reach reach_;
  Instant from_;
  std::map<std::string, Clause> clauses_;
  std::vector<std::string> order_;
  std::array<bool, choices_of<Evidence>.size()> recorded_{};
  WinRates win_rates_;
  std::vector<OpportunityAsOf> open_;
};

}  // namespace

std::vector<agreement::Finding> would_have_found(const Read& read, const Json& body,
                                                 std::optional<Id<territory::Territory>> territory, Day from,
                                                 Day to) {
  return Trial(read, from_json<Funnel>(parse_json(body.text)), territory, from, to).run(to);
}

}  // namespace accord::funnel
