// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace accord::web {

/// Text that Prometheus reads: each family with what it means and its samples.
class MetricsText {
 public:
  void family(std::string_view name, std::string_view kind, std::string_view sentence);
  /// A sample of the family begun last; `labels` as `{route="/people"}`, or empty.
  void sample(std::string_view labels, double value, std::string_view suffix = "");
  /// A family of one sample.
  void one(std::string_view name, std::string_view kind, std::string_view sentence, double value);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::string family_;
};

/// Counts requests by route and status, and how long each route took.
class Metrics {
 public:
  void count(std::string_view method, std::string_view route, int status, double seconds);
  void write(MetricsText&) const;

 private:
  /// Bounds of the histogram, in seconds: around the budgets of 20 ms for a reply and 50 ms under load.
  static constexpr std::array bounds{0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0, 5.0};

  struct Times {
    std::array<std::uint64_t, bounds.size() + 1> counts{};
    double seconds = 0;
  };
  struct Call {
    std::string method, route;
    auto operator<=>(const Call&) const = default;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<Call, int>, std::uint64_t> requests_;
  std::map<Call, Times> times_;
};

/// What the process and its file take of the machine now.
void write_process(MetricsText&, std::string_view database_path);

}  // namespace accord::web
