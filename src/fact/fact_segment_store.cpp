// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "fact/fact.hpp"

namespace accord::fact {
namespace {

const Sql row_count{
    "SELECT COALESCE((SELECT MAX(id) FROM stage_change), 0) + COALESCE((SELECT MAX(id) FROM activity), 0)"};
const Sql stage_changes{"SELECT opportunity, at, precision, stage FROM stage_change_standing ORDER BY id"};
const Sql activities{"SELECT opportunity, at, precision, side FROM activity_standing ORDER BY id"};

Precision precision_of(std::string_view name) {
  return name == "day" ? Precision::day : name == "moment" ? Precision::moment : Precision::at_least_since;
}

Side side_named(std::string_view name) {
  return name == "sales" ? Side::sales : name == "marketing" ? Side::marketing : Side::none;
}

}  // namespace

struct Segment::Placed {
  std::size_t opportunity = 0;
  Occurrence what;
};

/// One pass over each table in the order in which it lies on disk: at a million opportunities that is several
/// times quicker than to read them by opportunity.
Segment::Segment(const Read& read) {
  std::vector<Placed> found;
  found.reserve(static_cast<std::size_t>(read.integer(row_count).value_or(0)));
  read.each(stage_changes, {}, [&](const Row& row) {
    const auto opportunity = static_cast<std::size_t>(row.integer(0));
    found.push_back(
        {opportunity, {{row.integer(1)}, number_of(row.text(3)), precision_of(row.text(2)), Side::none}});
  });
  read.each(activities, {}, [&](const Row& row) {
    const auto opportunity = static_cast<std::size_t>(row.integer(0));
    found.push_back({opportunity, {{row.integer(1)}, 0, precision_of(row.text(2)), side_named(row.text(3))}});
  });
  group(found);
}

/// Counts each opportunity's, so that everything has its place; then orders each group by time.
void Segment::group(const std::vector<Placed>& found) {
  std::size_t last = 0;
  for (const auto& one : found) last = std::max(last, one.opportunity);
  begins_.assign(last + 2, 0);
  for (const auto& one : found) ++begins_[one.opportunity + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  occurrences_.resize(found.size());
  auto places = begins_;
  for (const auto& one : found) occurrences_[places[one.opportunity]++] = one.what;
  for (std::size_t i = 0; i <= last; ++i) {
    const std::span group(occurrences_.data() + begins_[i], begins_[i + 1] - begins_[i]);
    if (!std::ranges::is_sorted(group, {}, &Occurrence::at)) {
      std::ranges::stable_sort(group, {}, &Occurrence::at);
    }
  }
}

/// A firm has few stages, so a walk is quicker than a hash.
std::uint16_t Segment::number_of(std::string_view stage) {
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    if (stages_[i] == stage) return static_cast<std::uint16_t>(i + 1);
  }
  CHECK(stages_.size() < UINT16_MAX);
  stages_.emplace_back(stage);
  return static_cast<std::uint16_t>(stages_.size());
}

std::span<const Occurrence> Segment::of(std::int64_t opportunity) const {
  const auto i = static_cast<std::size_t>(opportunity);
  if (i + 1 >= begins_.size()) return {};
  return {occurrences_.data() + begins_[i], begins_[i + 1] - begins_[i]};
}

Segment::Newest Segment::newest(Instant until) const {
  Newest newest;
  for (const auto& one : occurrences_) {
    auto& latest = one.precision == Precision::moment ? newest.moment : newest.day;
    if (one.at <= until && (!latest || *latest < one.at)) latest = one.at;
  }
  return newest;
}

std::shared_ptr<const Segment> segment(const Read& read) {
  using Shared = std::shared_ptr<const Segment>;
  return read.once<Shared>("fact segment",
                           [&] { return read.kept<Segment>("fact segment", [&] { return Segment(read); }); });
}

}  // namespace accord::fact
