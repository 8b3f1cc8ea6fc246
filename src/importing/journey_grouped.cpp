// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/text.hpp"
#include "importing/cell_text.hpp"
#include "importing/digest.hpp"
#include "importing/journey_pass.hpp"
#include "importing/target.hpp"

namespace accord::importing {
namespace {

using kernels::PathOutcome;

/// Paths by their text, so that the same one, written the same way, is taken apart once.
class PathTexts {
 public:
  static constexpr std::uint64_t none = ~std::uint64_t{0};

  /// The place of that path, `none` while it has none; it may be given one until the next call.
  std::uint64_t& place_of(std::string_view text) {
    if (2 * used_ >= slots_.size()) grow();
    auto& slot = slot_of(slots_, digest_of(text));
    if (slot.place == none) slot.digest = digest_of(text);
    return slot.place;
  }
  void was_given() { ++used_; }

 private:
  struct Slot {
    Digest digest;
    std::uint64_t place = none;
  };

  static Slot& slot_of(std::vector<Slot>& slots, const Digest& digest) {
    const std::size_t mask = slots.size() - 1;
    std::size_t at = digest.low & mask;
    while (slots[at].place != none && slots[at].digest != digest) at = (at + 1) & mask;
    return slots[at];
  }

  void grow() {
    std::vector<Slot> larger(slots_.empty() ? 1024 : 2 * slots_.size());
    for (const auto& slot : slots_) {
      if (slot.place != none) slot_of(larger, slot.digest) = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Rows of paths with what became of their journeys.
class GroupedRows final : public JourneyRows {
 public:
  GroupedRows(const JourneySource& source, const JourneyAnswers& answers, Journeys& result)
      : JourneyRows(source, result),
        separator_(answers.separator),
        is_of_one_journey_(is_flag(source.columns.name(JourneyRole::conversions))),
        is_of_analytics_(is_header_of_analytics(source.columns.name(JourneyRole::path))) {}

  void take(const Row& row) override {
    const auto outcome = outcome_of(row);
    if (!outcome || begins_anew()) return;
    if (totals_) add(list_.unattributed, std::exchange(totals_, std::nullopt)->outcome);
    const auto text = trimmed_cell(cell(row, JourneyRole::path));
    if (text.empty()) return take_without_path(row, *outcome);
    auto& place = texts_.place_of(text);
    if (place == PathTexts::none) {
      if (!take_apart(row, text)) return;
      place = list_.outcome.size();
      texts_.was_given();
      list_.touches_from.push_back(list_.touch_key.size());
      list_.outcome.emplace_back();
    }
    add(list_.outcome[place], *outcome);
  }

  void end() override {
    const auto become = channels_.sort_into(result_);
    for (auto& key : list_.touch_key) key = become[key];
    list_.keys = result_.channels.size();
    list_.problem = extent_.problem();
    result_.counts_not_converted = result_.counts_not_converted || is_of_one_journey_;
    tell_of_totals();
    if (!repeated_.empty())
      result_.notes.push_back(
          "\"" + repeated_ +
          "\" is read as that many touches one after the other, and so are others like it.");
    result_.grouped = std::move(list_);
  }

 private:
  /// `converted_agg`, as DP6's frames have it: each row is one journey, and says whether it converted.
  static bool is_flag(const std::string& header) {
    const auto name = squeezed(header);
    return name == "convertedagg" || name == "converted";
  }

  /// Google Analytics ends each table of paths with a row of totals.
  static bool is_header_of_analytics(const std::string& header) {
    const auto name = squeezed(header);
    return name == "mcfchannelgroupingpath" || name == "defaultchannelgrouppath" ||
           name == "source/mediumpath" || name == "topconversionpaths";
  }

  /// Yes or no in place of a number says it of one journey, whatever the column is called.
  std::optional<bool> told_of_one(std::string_view cell) {
    const auto text = trimmed_cell(cell);
    if (text.empty()) return std::nullopt;
    if (text == "1" || text == "0") return is_of_one_journey_ ? std::optional(text == "1") : std::nullopt;
    const bool is_yes = equals_ignoring_case(text, "true") || equals_ignoring_case(text, "yes");
    if (!is_yes && !equals_ignoring_case(text, "false") && !equals_ignoring_case(text, "no"))
      return std::nullopt;
    is_of_one_journey_ = true;
    return is_yes;
  }

  std::optional<PathOutcome> outcome_of(const Row& row) {
    const auto one = told_of_one(cell(row, JourneyRole::conversions));
    const auto conversions =
        one ? std::optional<std::uint64_t>(*one ? 1 : 0)
            : value(row, JourneyRole::conversions, cells_.count(cell(row, JourneyRole::conversions)), "");
    if (!conversions) return std::nullopt;
    auto nulls =
        value(row, JourneyRole::not_converted, cells_.count(cell(row, JourneyRole::not_converted)), "");
    if (!nulls) return std::nullopt;
    if (one == false && !source_.columns.place(JourneyRole::not_converted)) nulls = 1;
    auto read = cells_.amount(cell(row, JourneyRole::value));
    if (read.is_absent()) read.value = 0;
    const auto minor = value(row, JourneyRole::value, read, "");
    if (!minor) return std::nullopt;
    if (*minor < 0) {
      refuse(row, JourneyRole::value, "The value is below zero.",
             "Take refunds off what the path's orders brought: what remains of it is its value.");
      return std::nullopt;
    }
    if (*conversions == 0 && *minor != 0) {
      refuse(row, JourneyRole::value, "There is a value, but no conversion that brought it.",
             "Write how many journeys brought it, or take the value away.");
      return std::nullopt;
    }
    return PathOutcome{*conversions, *minor, *nulls};
  }

  /// Conversions that no touch explains; journeys that did not convert without a touch are none. What may be
  /// the totals of the rows above is kept apart until another row shows that it is not.
  void take_without_path(const Row& row, const PathOutcome& outcome) {
    if (outcome.conversions == 0)
      return refuse(row, JourneyRole::path, "The path is empty, and nothing converted.",
                    "Write the path as first > second > third, or take the row away.");
    const PathOutcome without{outcome.conversions, outcome.minor, 0};
    if (are_totals(outcome))
      totals_ = Totals{without, row.line};
    else
      add(list_.unattributed, without);
  }

  /// The sums of two rows or more above it, but for what rounding each of them makes of an amount; where each
  /// row is one journey, they are none.
  bool are_totals(const PathOutcome& outcome) const {
    if (is_of_analytics_) return rows_ > 0;
    return rows_ > 1 && !is_of_one_journey_ && outcome.conversions == sum_.conversions &&
           outcome.not_converted == sum_.not_converted && std::abs(outcome.minor - sum_.minor) <= rows_;
  }

  void tell_of_totals() {
    if (!totals_) return;
    result_.notes.push_back(source_.file.name + ", line " + std::to_string(totals_->line) +
                            ", is left out: it names no path and holds the totals of the rows above. Where "
                            "it is conversions that no touch explains, put it above the others.");
  }

  /// The steps of a path that has not come yet; nothing is kept where one is empty.
  bool take_apart(const Row& row, std::string_view text) {
    const std::size_t before = list_.touch_key.size();
    for (;;) {
      const auto at = std::min(text.find(separator_), text.size());
      const auto step = trimmed_cell(text.substr(0, at));
      if (step.empty()) {
        refuse(row, JourneyRole::path,
               "Step " + std::to_string(list_.touch_key.size() - before + 1) + " of the path is empty.",
               "Name every step, as in first > second > third.");
        list_.touch_key.resize(before);
        return false;
      }
      const auto [name, times] = times_in(step);
      list_.touch_key.insert(list_.touch_key.end(), times, channels_.key_of(name));
      if (times > 1 && repeated_.empty()) repeated_ = step;
      if (at == text.size()) return true;
      text.remove_prefix(at + separator_.size());
    }
  }

  struct Times {
    std::string_view name;
    std::size_t times = 1;
  };

  /// `Direct x 3`, as Google Analytics writes what came several times in a row.
  static Times times_in(std::string_view step) {
    const auto digits = step.size() - std::min(step.size(), step.find_last_not_of("0123456789") + 1);
    if (digits == 0 || digits > 3) return {step};
    for (const std::string_view by : {" x ", " \u00d7 "}) {
      const auto head = step.substr(0, step.size() - digits);
      const auto name = head.ends_with(by) ? trimmed_cell(head.substr(0, head.size() - by.size())) : "";
      const auto times = std::stoul(std::string(step.substr(head.size())));
      if (!name.empty() && times > 1) return {name, times};
    }
    return {step};
  }

  /// What is too much together is the problem of the list.
  void add(PathOutcome& sum, const PathOutcome& outcome) {
    extent_.add(outcome);
    if (extent_.problem()) return;
    sum.conversions += outcome.conversions;
    sum.minor += outcome.minor;
    sum.not_converted += outcome.not_converted;
    ++rows_;
    sum_.conversions += outcome.conversions;
    sum_.minor += outcome.minor;
    sum_.not_converted += outcome.not_converted;
  }

  struct Totals {
    PathOutcome outcome;
    std::int64_t line = 0;
  };

  std::string separator_;
  bool is_of_one_journey_ = false;  ///< each row is, and says whether it converted
  bool is_of_analytics_ = false;
  std::int64_t rows_ = 0;         ///< that count so far
  PathOutcome sum_;               ///< of them
  std::optional<Totals> totals_;  ///< of them, as the row before says
  std::string repeated_;          ///< a step that stands for several
  PathTexts texts_;
  ChannelNames channels_;
  kernels::PathList list_;
  kernels::PathExtent extent_;
};

}  // namespace

void read_grouped(JourneySource& source, const JourneyAnswers& answers, Journeys& result) {
  result.has_values = source.columns.place(JourneyRole::value).has_value();
  result.why_no_sides = "the file does not say which channels are of sales";
  result.why_no_direct = "the file does not say which channel is direct";
  result.counts_not_converted = source.columns.place(JourneyRole::not_converted).has_value();
  const auto problem = read_rows(source, answers, result, [&](Journeys& into) {
    return std::make_unique<GroupedRows>(source, answers, into);
  });
  if (problem) result.failure = FileProblem{source.file.name, *problem};
}

}  // namespace accord::importing
