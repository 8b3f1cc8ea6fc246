// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_stages.hpp"

#include <algorithm>

#include "agreement/agreement.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "territory/territory.hpp"

namespace accord::conversion {
namespace {

/// The step behind a name, or nothing where the version says nothing of it.
const funnel::FunnelStage* stage_of(const Version& version,
                                    const std::map<std::string, std::size_t, std::less<>>& places,
                                    std::string_view name) {
  const auto found = places.find(lower(name));
  return found == places.end() ? nullptr : &version.stages[found->second];
}

std::map<std::string, std::size_t, std::less<>> places_in(const Version& version) {
  funnel::Funnel funnel;
  funnel.stages = version.stages;
  return funnel::places_by_name(funnel);
}

/// Puts the steps of a version between those that are there, each behind the one that it follows.
void merge(std::vector<Step>& steps, const Version& version, bool is_usual) {
  auto at = steps.begin();
  for (const auto& stage : version.stages) {
    if (stage.outcome != funnel::Outcome::open) continue;
    const auto known =
        std::ranges::find_if(steps, [&](const Step& step) { return lower(step.name) == lower(stage.name); });
    if (known == steps.end())
      at = steps.insert(at, {stage.name, true, is_usual, stage.responsible, version.link});
    else
      at = known;
    ++at;
  }
}

}  // namespace

Stages::Stages(const std::vector<Version>& versions, Spans spans, int leading,
               const std::vector<SystemName>& names) {
  put_agreed(versions, leading);
  std::vector<std::map<std::string, std::size_t, std::less<>>> places;
  for (const auto& version : versions) places.push_back(places_in(version));
  std::set<std::size_t> unknown;
  for (const auto& [territory, all] : spans) {
    for (const auto& span : all) {
      is_anything_agreed_ = is_anything_agreed_ || span.version >= 0;
      for (std::size_t i = 1; i < names.size(); ++i) {
        const auto v = static_cast<std::size_t>(span.version);
        if (span.version < 0 || stage_of(versions[v], places[v], names[i].name) == nullptr) unknown.insert(i);
      }
    }
  }
  put_unagreed(names, unknown);
  for (std::size_t i = 0; i < steps_.size(); ++i) places_.emplace(lower(steps_[i].name), i);
  for (const auto& version : versions)
    codes_.push_back(std::make_unique<std::vector<Code>>(codes_of(&version, names)));
  codes_.push_back(std::make_unique<std::vector<Code>>(codes_of(nullptr, names)));
  for (const auto& [territory, all] : spans) {
    const auto i = static_cast<std::size_t>(territory);
    if (i >= meanings_.size()) meanings_.resize(i + 1);
    for (const auto& span : all) {
      const auto version = span.version < 0 ? versions.size() : static_cast<std::size_t>(span.version);
      meanings_[i].push_back({span.from, span.basis, codes_[version].get()});
    }
  }
  if (meanings_.empty()) meanings_.emplace_back();
  if (meanings_[0].empty()) meanings_[0].push_back({no_day, Basis::nothing, codes_.back().get()});
}

/// 1. The leading version's steps in their order. 2. Those of the others, each behind the one that it follows
/// there.
void Stages::put_agreed(const std::vector<Version>& versions, int leading) {
  if (leading >= 0) merge(steps_, versions[static_cast<std::size_t>(leading)], true);
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (static_cast<int>(i) != leading) merge(steps_, versions[i], leading < 0);
  }
}

/// What nobody agreed on ranks below all that was: by the first change to it, and what was only ever seen to
/// be there before what was seen to begin.
void Stages::put_unagreed(const std::vector<SystemName>& names, const std::set<std::size_t>& unknown) {
  std::vector<std::size_t> order;
  for (const auto i : unknown) {
    const bool is_step = std::ranges::any_of(
        steps_, [&](const Step& step) { return lower(step.name) == lower(names[i].name); });
    if (!is_step && !names[i].is_ending()) order.push_back(i);
  }
  // Of the same day by name, so that the order of the facts does not matter.
  std::ranges::sort(order, {},
                    [&](std::size_t i) { return std::pair(names[i].first_day, lower(names[i].name)); });
  std::vector<Step> own;
  for (const auto i : order) {
    const bool is_known =
        std::ranges::any_of(own, [&](const Step& step) { return lower(step.name) == lower(names[i].name); });
    if (!is_known) own.push_back({names[i].name, false, steps_.empty(), Side::none, ""});
  }
  steps_.insert(steps_.begin(), own.begin(), own.end());
  CHECK(steps_.size() < most_steps);
}

std::vector<Code> Stages::codes_of(const Version* version, const std::vector<SystemName>& names) const {
  std::vector<Code> codes(names.size(), no_step);
  const auto places =
      version == nullptr ? std::map<std::string, std::size_t, std::less<>>{} : places_in(*version);
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto* stage = version == nullptr ? nullptr : stage_of(*version, places, names[i].name);
    if (stage != nullptr && stage->outcome != funnel::Outcome::open) {
      codes[i] = an_ending;
      continue;
    }
    if (stage == nullptr && names[i].is_ending()) {
      codes[i] = may_end;
      continue;
    }
    const auto place = place_of(stage == nullptr ? names[i].name : stage->name);
    if (place) codes[i] = static_cast<Code>(*place);
  }
  return codes;
}

std::optional<std::size_t> Stages::place_of(std::string_view step) const {
  const auto found = places_.find(lower(step));
  if (found == places_.end()) return std::nullopt;
  return found->second;
}

namespace {

/// The versions that bind territories over time, as the kinds' terms say it.
class Finding {
 public:
  explicit Finding(const Read& read)
      : terms_(agreement::terms_of(read, "funnel")),
        provisional_(agreement::provisional_terms_of(read, "funnel")),
        lineages_(territory::all_lineages(read)) {}

  Stages all(const std::vector<SystemName>& names) {
    Stages::Spans spans;
    spans[0] = spans_of({});
    for (const auto& [territory, line] : lineages_) spans[territory] = spans_of(line);
    const auto& company = spans[0].back();
    return {versions_, std::move(spans), company.version, names};
  }

 private:
  using Line = std::vector<Id<territory::Territory>>;

  /// Only on the first day of a term and on the day after its last another version can begin to bind.
  std::vector<Stages::Span> spans_of(const Line& line) {
    std::set<std::int32_t> days;
    for (const auto& term : terms_) {
      days.insert(term.from.number);
      if (term.until) days.insert(term.until->number + 1);
    }
    std::vector<Stages::Span> spans{span_on(line, std::nullopt)};
    for (const auto day : days) {
      auto span = span_on(line, Day{day});
      if (span.version != spans.back().version || span.basis != spans.back().basis) spans.push_back(span);
    }
    return spans;
  }

  Stages::Span span_on(const Line& line, std::optional<Day> day) {
    const Day on = day.value_or(Day{});
    const auto from = day ? day->number : no_day;
    if (const auto* term = agreement::term_on(terms_, line, on))
      return {from, Basis::in_force, number_of(*term)};
    // As the review does: what was signed for other days, else what was proposed, judges provisionally.
    if (const auto* term = agreement::term_on(provisional_, line, on))
      return {from, Basis::provisional, number_of(*term)};
    return {from, Basis::nothing, -1};
  }

  int number_of(const agreement::Term& term) {
    const auto [found, is_new] =
        numbers_.try_emplace(term.version.id.number, static_cast<int>(versions_.size()));
    if (is_new)
      versions_.push_back({term.name, term.link, term.is_signed, term.from,
                           from_json<funnel::Funnel>(parse_json(term.version.body.text)).stages});
    return found->second;
  }

  std::vector<agreement::Term> terms_, provisional_;
  territory::Lineages lineages_;
  std::map<std::int64_t, int> numbers_;
  std::vector<Version> versions_;
};

}  // namespace

std::shared_ptr<const Stages> stages(const Read& read) {
  return read.kept<Stages>("steps of journeys", [&] {
    const auto all = columns(read);
    return Finding(read).all(all->names);
  });
}

}  // namespace accord::conversion
