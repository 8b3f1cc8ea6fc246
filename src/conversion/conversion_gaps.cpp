// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_gaps.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "conversion/conversion_compare.hpp"
#include "conversion/conversion_telling.hpp"
#include "conversion/conversion_trace.hpp"
#include "kernels/proportion.hpp"
#include "territory/territory.hpp"

namespace accord::conversion {
namespace {

constexpr int days_now = quarter_days, days_before = 4 * days_now;
constexpr std::int64_t left_min = 30;  ///< of each period: fewer say nothing

/// Every journey that has begun by the day, whenever that was.
Question everything(Day as_of) {
  Question question;
  question.as_of = as_of;
  question.begun = {parse_day("1970-01-01").value_or(Day{}), as_of};
  return question;
}

/// Adds up what left each step.
class Collector {
 public:
  Collector(const Asked& asked, Day as_of)
      : asked_(asked), leaks_(asked.stages().steps().size()), last_(as_of.number) {
    for (std::size_t i = 0; i < leaks_.size(); ++i) leaks_[i].place = i;
  }

  void take(std::size_t place, const Trace& trace) {
    for (const auto& visit : trace.visits) {
      const auto day = exit_of(trace, visit);
      if (day == no_day || day > last_ || day <= last_ - days_now - days_before) continue;
      auto& leak = leaks_[visit.step];
      auto& there = there_of(leak, trace.territory);
      const bool is_now = day > last_ - days_now, is_lost = fate_of(trace, visit) == Fate::lost;
      for (auto* exits : {is_now ? &leak.now : &leak.before, is_now ? &there.now : &there.before}) {
        ++exits->left;
        if (is_lost) ++exits->lost;
      }
      if (is_lost && is_now) there.worth_lost += add_worth(leak, place, trace);
    }
  }

  std::vector<Leak> result() {
    // What nobody agreed on is no step of either side's, and is judged by nothing.
    std::erase_if(leaks_, [&](const Leak& leak) {
      return leak.now.left + leak.before.left == 0 || !asked_.stages().steps()[leak.place].is_agreed;
    });
    std::vector<double> p;
    for (const auto& leak : leaks_) p.push_back(p_of(leak));
    const auto corrected = kernels::holm(p);
    for (std::size_t i = 0; i < leaks_.size(); ++i) {
      if (!std::isnan(corrected[i])) leaks_[i].p = corrected[i];
      if (leaks_[i].grows()) compare_territories(leaks_[i]);
    }
    return std::move(leaks_);
  }

 private:
  static LeakThere& there_of(Leak& leak, std::uint32_t territory) {
    const auto at = std::ranges::lower_bound(leak.territories, territory, {}, &LeakThere::territory);
    if (at != leak.territories.end() && at->territory == territory) return *at;
    LeakThere there;
    there.territory = territory;
    return *leak.territories.insert(at, there);
  }

  std::int64_t add_worth(Leak& leak, std::size_t place, const Trace& trace) {
    const auto worth = asked_.valued(place, trace).worth;
    if (!worth) ++leak.without_worth;
    if (!worth) return 0;
    leak.worth_lost += *worth;
    leak.parts.push_back({"opportunity", asked_.columns().records[place].id, *worth});
    return *worth;
  }

  static kernels::Proportion lost_of(const Exits& exits) {
    return {static_cast<std::uint64_t>(exits.lost), static_cast<std::uint64_t>(exits.left)};
  }

  /// Each territory against all the others together.
  static void compare_territories(Leak& leak) {
    std::vector<double> p;
    for (const auto& there : leak.territories) {
      const auto [now, before] = leak.elsewhere(there);
      const bool is_told = std::min({there.now.left, there.before.left, now.left, before.left}) >= left_min;
      const auto found = is_told ? kernels::rise_difference({lost_of(there.before), lost_of(there.now)},
                                                            {lost_of(before), lost_of(now)})
                                 : std::nullopt;
      p.push_back(found ? found->p : std::nan(""));
    }
    const auto corrected = kernels::holm(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (!std::isnan(corrected[i])) leak.territories[i].p = corrected[i];
    }
  }

  static double p_of(const Leak& leak) {
    if (leak.now.left < left_min || leak.before.left < left_min) return std::nan("");
    const auto difference = kernels::proportion_difference(lost_of(leak.now), lost_of(leak.before));
    return difference ? difference->p : std::nan("");
  }

  const Asked& asked_;
  std::vector<Leak> leaks_;
  std::int32_t last_;
};

struct Found {
  std::vector<Leak> leaks;
};

std::shared_ptr<const Found> found_of(const Read& read, Day as_of) {
  return read.kept<Found>("value leaks of " + to_string(as_of), [&] {
    const auto question = everything(as_of);
    const Asked asked(read, question);
    Collector collector(asked, as_of);
    each_of(asked, question.begun, 0, asked.columns().size(),
            [&](std::size_t place, const Trace& trace) { collector.take(place, trace); });
    return Found{collector.result()};
  });
}

double percent(const Exits& exits) {
  return exits.left == 0 ? 0 : 100.0 * static_cast<double>(exits.lost) / static_cast<double>(exits.left);
}

/// Of each lost one the part by which more are lost than would be at the rate of before.
Money excess_of(const Leak& leak, Money worth) {
  const auto usual = leak.now.left * leak.before.lost, seen = leak.now.lost * leak.before.left;
  return scaled(worth, seen - usual, seen);
}

class Teller {
 public:
  Teller(const Read& read, Day as_of)
      : read_(read),
        asked_(read, everything(as_of)),
        telling_(read, asked_.question(), asked_.currency()),
        as_of_(as_of),
        is_in_force_(is_in_force()) {}

  gap::Found told(const Leak& leak) const {
    const auto& step = asked_.stages().steps()[leak.place];
    gap::Found found;
    auto& gap = found.gap;
    gap.code = value_leaks.code;
    gap.about = step.name;
    gap.term = step.name;
    gap.count = leak.now.lost;
    gap.since = quarter_until(as_of_);
    gap.mover = step.responsible == Side::sales       ? gap::Mover::sales
                : step.responsible == Side::marketing ? gap::Mover::marketing
                                                      : gap::Mover::both;
    gap.evidence = lost_in(leak, now());
    gap.sentence = fmt::format(
        "Value leaks at “{}”: {} of the {} that left it in the quarter were lost there ({:.0f}%), where it "
        "was {:.0f}% the year before",
        step.name, leak.now.lost, leak.now.left, percent(leak.now), percent(leak.before));
    for (const auto& there : leak.territories) {
      if (leak.is_concentrated(there)) gap.sentence += where_in_words(leak, there);
    }
    gap.remedy =
        "Read why they were lost, together, and agree what this step needs: another offer, other evidence, "
        "or fewer journeys that come so far.";
    gap.agreement = step.link;
    gap.clause = "stages[" + step.name + "]";
    gap.is_provisional = !is_in_force_;
    if (gap.is_provisional) gap.why_provisional = "no funnel of the company was in force on that day";
    put_stake(found, leak);
    return found;
  }

 private:
  std::pair<Day, Day> now() const { return {quarter_until(as_of_), as_of_}; }
  std::pair<Day, Day> before() const { return {as_of_ - (days_now + days_before - 1), as_of_ - days_now}; }
  const std::string& name(const Leak& leak) const { return asked_.stages().steps()[leak.place].name; }

  std::string name_of(const LeakThere& there) const {
    const auto found = read_.find(Id<territory::Territory>{there.territory});
    return found ? found->name : "no territory";
  }

  std::string where_in_words(const Leak& leak, const LeakThere& there) const {
    const auto [now, before] = leak.elsewhere(there);
    return fmt::format(
        "; more than elsewhere in {}: {:.0f}% there after {:.0f}%, elsewhere {:.0f}% after {:.0f}%",
        name_of(there), percent(there.now), percent(there.before), percent(now), percent(before));
  }

  /// What was lost in a territory where the leak is, and against what.
  void put_where(Figure& stake, const Leak& leak, const LeakThere& there) const {
    const auto in = " in " + name_of(there);
    const auto only = "&territory=" + (there.territory == 0 ? "" : std::to_string(there.territory));
    const auto input = [&](const std::string& said, std::int64_t count, const std::string& list) {
      stake.inputs.push_back(count_input(said, count, list + only));
    };
    input("left the step" + in + " in the quarter", there.now.left, left_in(leak, now()));
    input("of these, lost there", there.now.lost, lost_in(leak, now()));
    input("left it" + in + " in the year before", there.before.left, left_in(leak, before()));
    input("of these, lost there then", there.before.lost, lost_in(leak, before()));
    stake.inputs.push_back(money_input("worth of those lost" + in + " in the quarter",
                                       Money{there.worth_lost, asked_.currency()},
                                       lost_in(leak, now()) + only));
    stake.inputs.push_back(
        percent_input("so much larger a rise" + in + " than elsewhere by chance alone", 100 * *there.p, ""));
  }

  std::string left_in(const Leak& leak, std::pair<Day, Day> days) const {
    return telling_.list(name(leak),
                         "&exit_on_from=" + to_string(days.first) + "&exit_on_to=" + to_string(days.second));
  }
  std::string lost_in(const Leak& leak, std::pair<Day, Day> days) const {
    return left_in(leak, days) + "&came_to=lost";
  }

  void put_stake(gap::Found& found, const Leak& leak) const {
    auto& gap = found.gap;
    const auto own = asked_.currency();
    for (const auto& part : leak.parts)
      found.parts.push_back({part.kind, part.id, excess_of(leak, Money{part.minor, own}).minor});
    std::int64_t sum = 0;
    for (const auto& part : found.parts) sum += part.minor;
    gap.stake = telling_.money_of(
        "Lost beyond the usual",
        "of each that was lost here in the quarter: worth × (lost − left × usual part lost) ÷ lost, rounded; "
        "added up. The usual part is that of the year before",
        sum,
        {count_input("left the step in the quarter", leak.now.left, left_in(leak, now())),
         count_input("of these, lost there", leak.now.lost, lost_in(leak, now())),
         count_input("left it in the year before", leak.before.left, left_in(leak, before())),
         count_input("of these, lost there then", leak.before.lost, lost_in(leak, before())),
         money_input("worth of those lost in the quarter", Money{leak.worth_lost, own}, lost_in(leak, now())),
         percent_input("so large a difference by chance alone", 100 * *leak.p, "")});
    for (const auto& there : leak.territories) {
      if (leak.is_concentrated(there)) put_where(gap.stake, leak, there);
    }
    gap.stake_kind = gap::StakeKind::expected_revenue;
    if (leak.without_worth > 0)
      gap.stake.inputs.push_back(count_input("left out: without a value, or a rate", leak.without_worth, ""));
    if (!leak.parts.empty()) return;
    gap.stake_kind = gap::StakeKind::unknown;
    gap.stake.money.reset();
    gap.stake.why = "None of them has a value, and their products have no list price.";
  }

  /// Whether a version that both sides signed binds the company on the day.
  bool is_in_force() const {
    const auto& meanings = asked_.stages().of(0);
    for (auto meaning = meanings.rbegin(); meaning != meanings.rend(); ++meaning) {
      if (meaning->from <= as_of_.number) return meaning->basis == Basis::in_force;
    }
    return false;
  }

  const Read& read_;
  Asked asked_;
  Telling telling_;
  Day as_of_;
  bool is_in_force_;
};

std::vector<gap::Found> find_leaks(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const auto known = found_of(read, as_of);
  std::optional<Teller> teller;
  for (const auto& leak : known->leaks) {
    if (!leak.grows()) continue;
    if (!teller) teller.emplace(read, as_of);
    found.push_back(teller->told(leak));
  }
  return found;
}

std::string why_leaks_are_not_seen(const Read& read, Day as_of) {
  const auto known = found_of(read, as_of);
  if (known->leaks.empty()) return "";
  for (const auto& leak : known->leaks) {
    if (leak.p) return "";
  }
  return "Fewer than 30 journeys left any step in the quarter, or in the year before it, so that it cannot "
         "be "
         "told whether more value leaks at one.";
}

}  // namespace

bool Leak::grows() const { return p && *p < chance_max && now.lost * before.left > before.lost * now.left; }

std::pair<Exits, Exits> Leak::elsewhere(const LeakThere& there) const {
  return {{now.left - there.now.left, now.lost - there.now.lost},
          {before.left - there.before.left, before.lost - there.before.lost}};
}

bool Leak::is_concentrated(const LeakThere& there) const {
  if (!there.p || *there.p >= chance_max) return false;
  const auto part = [](const Exits& exits) {
    return static_cast<double>(exits.lost) / static_cast<double>(exits.left);
  };
  const auto [others_now, others_before] = elsewhere(there);
  return part(there.now) - part(there.before) > part(others_now) - part(others_before);
}

std::vector<Leak> leaks_of(const Read& read, Day as_of) { return found_of(read, as_of)->leaks; }

const gap::Finder value_leaks{
    "value_leaks", "Steps at which a greater part is lost than in the year before, by more than chance.",
    find_leaks, why_leaks_are_not_seen};

}  // namespace accord::conversion
