// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "fact/fact_log_store.hpp"

namespace accord::fact {
namespace {

/// Goes through what both logs hold, each by its opportunity.
template <class F>
void each(const StageLog& changes, const ActivityLog& log, F use) {
  for (const auto& part : {changes.older(), std::span<const StageLog::Change>(changes.newer)}) {
    for (const auto& one : part)
      use(one.opportunity, Occurrence{one.at, one.stage, one.precision, Side::none});
  }
  for (const auto& one : log.activities) use(one.opportunity, Occurrence{one.at, 0, one.precision, one.side});
}

}  // namespace

/// Counts each opportunity's, so that everything has its place; then orders each group by time.
Segment::Segment(const Read& read) {
  const auto changes = stage_log(read);
  const auto activities = activity_log(read);
  stages_ = changes->stages;
  std::size_t last = 0;
  each(*changes, *activities,
       [&](std::size_t opportunity, const Occurrence&) { last = std::max(last, opportunity); });
  begins_.assign(last + 2, 0);
  each(*changes, *activities,
       [&](std::size_t opportunity, const Occurrence&) { ++begins_[opportunity + 1]; });
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  occurrences_.resize(begins_.back());
  auto places = begins_;
  each(*changes, *activities,
       [&](std::size_t opportunity, const Occurrence& what) { occurrences_[places[opportunity]++] = what; });
  order_by_time();
}

void Segment::order_by_time() {
  for (std::size_t i = 0; i + 1 < begins_.size(); ++i) {
    const std::span group(occurrences_.data() + begins_[i], begins_[i + 1] - begins_[i]);
    if (!std::ranges::is_sorted(group, {}, &Occurrence::at)) {
      std::ranges::stable_sort(group, {}, &Occurrence::at);
    }
  }
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
  const auto make = [&] { return Segment(read); };
  return read.once<Shared>("fact segment",
                           [&] { return read.kept<Segment>("fact segment", make, Read::Sees::all); });
}

}  // namespace accord::fact
