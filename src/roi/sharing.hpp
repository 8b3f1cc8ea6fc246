// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "kernels/attribution.hpp"
#include "kernels/journey.hpp"
#include "kernels/removal_effect.hpp"
#include "roi/roi.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::roi {

/// When an order was booked, or a lead came in, on the company's clock: look-backs reach back from it.
struct ClosedAt {
  std::int64_t ms = 0;
  bool is_of_a_day = false;  ///< only the day is known, and this is its end
};
inline ClosedAt closed_at(const order::Order& order) { return {order.at.ms, order.is_of_a_day}; }
/// Whether a touchpoint is no older than that, as the kernels' path rule counts it.
bool is_within(std::int64_t lookback_ms, const touchpoint::TouchColumns&, std::size_t, ClosedAt);

/// What rules of credit say of a journey before any of it is shared: how far back it reaches, and which of
/// its touchpoints take part.
class Participation {
 public:
  explicit Participation(const CreditRules&);

  kernels::PathRule path_rule() const;
  /// The touchpoints that take part, by time: those given, where all do, else the ones picked out, which live
  /// until the next call. Without an order no look-back is asked.
  struct Picked {
    touchpoint::TouchColumns touches;
    std::span<const std::uint8_t> marks;
    bool are_all = true;  ///< those given, as they stand
  };
  Picked pick(const touchpoint::TouchColumns&, std::span<const std::uint8_t> marks, std::optional<ClosedAt>);
  /// The same of those that stand at these places, which go up and of which each may share.
  Picked pick(const touchpoint::TouchColumns&, std::span<const std::uint8_t> marks,
              const std::vector<std::size_t>& places);
  /// The last moment at which an order would have the touchpoint in its look-back; nothing where it may not
  /// share.
  std::optional<std::int64_t> over_ms(const touchpoint::TouchColumns&, std::size_t, std::uint8_t marks) const;
  /// Whether it takes part where the path rule has it in a journey.
  bool is_let_in(const touchpoint::TouchColumns&, std::size_t, std::uint8_t marks,
                 std::optional<ClosedAt>) const;

 private:
  std::int64_t lookback_ms(std::uint32_t channel) const {
    return channel < lookback_ms_.size() ? lookback_ms_[channel] : usual_ms_;
  }
  /// Those of `is_in_`, without direct ones where these share only alone.
  Picked picked(const touchpoint::TouchColumns&, std::span<const std::uint8_t> marks);
  void pick_out(const touchpoint::TouchColumns&, std::span<const std::uint8_t> marks);

  std::vector<std::int64_t> lookback_ms_;  ///< by channel; those beyond have the usual one
  std::int64_t usual_ms_, longest_ms_;
  kernels::Closing closing_;
  bool is_everyone_in_;  ///< unless direct ones only where they are alone
  bool is_sales_in_, is_direct_only_alone_;
  std::vector<bool> is_in_;
  touchpoint::TouchTable picked_;
  std::vector<std::uint8_t> picked_marks_;
};

/// Touchpoints that take part in a journey, as far as shares depend on them.
struct Taken {
  std::span<const std::int64_t> clock_ms;
  std::span<const std::uint8_t> marks;
  const touchpoint::TouchColumns* columns = nullptr;  ///< in which they stand
  std::size_t from = 0;                               ///< the place of the first
  std::size_t size() const { return clock_ms.size(); }
};

/// How the credit of single orders is shared among the touchpoints that take part.
class Sharing {
 public:
  /// `effects` of the channels, under the Markov model; else nothing.
  Sharing(const CreditRules&, std::shared_ptr<const kernels::RemovalEffects> effects);
  /// One share for each touchpoint, together 1; valid until the next call.
  std::span<const double> of(const Taken&);
  std::span<const double> of(const Participation::Picked& picked) {
    return of(Taken{picked.touches.clock_ms, picked.marks, &picked.touches, 0});
  }
  /// The touchpoint that has all of it, where the model says so at once.
  std::optional<std::size_t> earns_all(const Taken&) const;

 private:
  bool is_markov() const { return model_ == CreditModel::markov && effects_ && !effects_->reason; }
  bool is_heuristic() const { return !is_markov() && model_ != CreditModel::shapley; }

  CreditModel model_;
  kernels::Model heuristic_;
  std::shared_ptr<const kernels::RemovalEffects> effects_;
  std::vector<double> shares_;
  std::vector<std::uint32_t> channels_;
};

}  // namespace accord::roi
