// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "importing/importing.hpp"
#include "kernels/attribution.hpp"
#include "kernels/bootstrap.hpp"

/// How far the credits of a rule of thumb could have come out otherwise, by drawing the single orders of a
/// log anew, as the program's own pages do: each keeps its times and what it brought.
namespace accord::app {

/// The orders of a log that touches explain, each with what its channels have of it.
class OrdersOfLog {
 public:
  OrdersOfLog(const importing::TouchLog&, kernels::PathRule, const kernels::Model&, std::size_t channels);

  std::size_t size() const { return from_.size() - 1; }
  /// Of the conversions of each channel, then of what they brought. Journeys without an order are drawn among
  /// them.
  kernels::BootstrapIntervals intervals(std::uint64_t not_converted, const kernels::BootstrapRequest&) const;

 private:
  struct Part {
    std::uint32_t channel;
    double conversions, minor;
  };
  std::vector<double> sums(const kernels::Paths& drawn) const;

  std::size_t channels_;
  std::vector<Part> parts_;           ///< of one order after the other
  std::vector<std::size_t> from_{0};  ///< where those of each order begin
};

}  // namespace accord::app
