// SPDX-License-Identifier: Apache-2.0
// Every model over the same journeys, several at a time: each writes a place of its own, so that threads
// change nothing but the time.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <numeric>
#include <ostream>
#include <thread>
#include <utility>

#include "app/attribute.hpp"
#include "app/attribute_orders.hpp"
#include "kernels/path_credits.hpp"
#include "kernels/removal_effect.hpp"
#include "kernels/shapley.hpp"

namespace accord::app {
namespace {

using kernels::Credit, kernels::Heuristic, kernels::Paths;

constexpr std::size_t most_threads = 8;
/// Paths, or orders, times resamples: some minutes for all models.
constexpr std::size_t most_paths_drawn = 100'000'000;

struct HeuristicName {
  Heuristic heuristic;
  const char *name, *title;
};
constexpr std::array heuristics{
    HeuristicName{Heuristic::first_touch, "first", "First"},
    HeuristicName{Heuristic::last_touch, "last", "Last"},
    HeuristicName{Heuristic::last_non_direct, "last_non_direct", "Last non-direct"},
    HeuristicName{Heuristic::linear, "linear", "Linear"},
    HeuristicName{Heuristic::position_based, "position_based", "U"},
    HeuristicName{Heuristic::w_shaped, "w_shaped", "W"},
    HeuristicName{Heuristic::time_decay, "time_decay", "Time decay"},
};

/// Says every few seconds how much is done, for as long as it is there.
class Progress {
 public:
  Progress(std::ostream& err, std::size_t total) : err_(err), total_(total) {}
  void add() { ++done_; }

 private:
  void tell(const std::stop_token& stop) {
    constexpr auto patience = std::chrono::seconds(5);
    std::mutex mutex;
    std::unique_lock lock(mutex);
    while (!is_over_.wait_for(lock, stop, patience, [&] { return stop.stop_requested(); }))
      err_ << "Working: " << done_ << " of " << total_ << " done." << std::endl;
  }

  std::ostream& err_;
  std::size_t total_;
  std::atomic<std::size_t> done_ = 0;
  std::condition_variable_any is_over_;
  std::jthread teller_{[this](const std::stop_token& stop) { tell(stop); }};
};

using Work = std::vector<std::function<void()>>;

void run(const Work& work, std::size_t threads, Progress& progress) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < work.size(); i = next++) {
      work[i]();
      progress.add();
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(take);
  take();
}

std::size_t threads() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

/// Asks every model of the journeys, and then how far each could have come out otherwise.
class Models {
 public:
  Models(Attribution& result, const AttributeOptions& options)
      : result_(result), options_(options), paths_(result.paths.paths()) {}

  void work_out(std::ostream& err) {
    name_all();
    Work work{[this] { result_.order = kernels::markov_order(paths_); }};  // what takes longest begins
    for (std::size_t i = all().size(); i-- > 0;) {
      if (all()[i].reason || is_heuristic_of_log(i)) continue;
      work.push_back([this, i] { ask(all()[i], i); });
    }
    if (result_.journeys.is_log) work.push_back([this] { ask_log(); });
    Progress progress(err, work.size() + (options_.has_intervals ? all().size() : 0));
    run(work, threads(), progress);
    for (std::size_t i = 0; options_.has_intervals && i < all().size(); ++i) {
      add_intervals(all()[i], i);
      progress.add();
    }
  }

 private:
  std::vector<ModelCredits>& all() { return result_.models; }
  static bool is_heuristic(std::size_t i) { return i < heuristics.size(); }
  bool is_heuristic_of_log(std::size_t i) const { return is_heuristic(i) && result_.journeys.is_log; }
  std::size_t channels() const { return result_.journeys.channels.size(); }

  void name_all() {
    for (const auto& each : heuristics) {
      all().push_back({each.name, each.title});
      all().back().reason = reason_without(each.heuristic);
    }
    for (std::size_t order = 1; order <= kernels::highest_order; ++order) {
      if (options_.markov_order != 0 && options_.markov_order != order) continue;
      all().push_back({"markov_" + std::to_string(order), "Markov " + std::to_string(order)});
      orders_.push_back(order);
    }
    all().push_back({"shapley", "Shapley"});
    all().push_back({"shapley_by_rate", "Shapley by rate"});
  }

  /// What the files must say for a rule of thumb, and do not.
  std::optional<std::string> reason_without(Heuristic heuristic) const {
    const auto& journeys = result_.journeys;
    if (heuristic == Heuristic::last_non_direct && journeys.why_no_direct)
      return *journeys.why_no_direct + "; name it: --direct NAME";
    if (heuristic == Heuristic::w_shaped && journeys.why_no_sides)
      return *journeys.why_no_sides + "; name them: --sales NAME,NAME";
    if (heuristic == Heuristic::time_decay && !journeys.is_log)
      return "grouped journeys hold no times; give the log of touchpoints";
    return std::nullopt;
  }

  kernels::Model model_of(std::size_t i) const {
    return {heuristics[i].heuristic,
            static_cast<std::int64_t>(std::llround(options_.half_life_days * double{kernels::ms_of_a_day}))};
  }

  kernels::PathRule rule() const {
    return {std::llround(options_.lookback_days * double{kernels::ms_of_a_day})};
  }

  void ask(ModelCredits& model, std::size_t i) {
    const std::size_t markov = i - heuristics.size();
    if (is_heuristic(i))
      model.credits = kernels::path_credits(paths_, model_of(i), result_.journeys.marks);
    else if (markov < orders_.size())
      ask_markov(model, orders_[markov]);
    else if (model.name == "shapley")
      model.credits = kernels::shapley_over_journeys(paths_);
    else
      ask_shapley_by_rate(model);
  }

  /// All rules of thumb in one walk over the log: each order's credits sum to it.
  void ask_log() {
    std::vector<kernels::Model> models;
    for (std::size_t i = 0; i < heuristics.size(); ++i) models.push_back(model_of(i));
    const auto totals =
        kernels::credit_totals(result_.journeys.log.timelines(), {models, rule(), channels()});
    for (std::size_t i = 0; i < heuristics.size(); ++i) {
      for (std::size_t key = 0; key < channels() && !all()[i].reason; ++key)
        all()[i].credits.push_back(totals.of(i, key));
    }
  }

  void ask_markov(ModelCredits& model, std::size_t order) {
    const auto found = kernels::removal_effects(paths_, {.order = order});
    model.reason = found.reason;
    model.reason_no_value = found.reason_no_value;
    if (found.reason) return;
    MarkovDetail detail{{}, {}, found.conversion_probability, found.residual, found.states, found.sweeps};
    for (const auto& channel : found.channels) {
      model.credits.push_back(channel.credit);
      detail.effects.push_back(channel.effect);
      detail.value_effects.push_back(channel.value_effect);
    }
    model.markov = std::move(detail);
  }

  void ask_shapley_by_rate(ModelCredits& model) {
    auto found = kernels::shapley_by_rate(paths_);
    model.reason = std::move(found.reason);
    model.credits = std::move(found.credits);
    model.coalitions_seen = found.coalitions_seen;
    model.coalitions_unseen = found.coalitions_unseen;
  }

  /// Whether so many draws of so many things would take some minutes at most.
  bool can_be_drawn(std::size_t things) const {
    return things == 0 || options_.resamples <= most_paths_drawn / things;
  }
  std::string too_long(std::size_t things, const std::string& called) const {
    const auto most = most_paths_drawn / things;
    return std::to_string(options_.resamples) + " resamples of " + std::to_string(things) + " " + called +
           " would take too long" + (most > 0 ? "; ask for fewer: --resamples " + std::to_string(most) : "");
  }

  std::optional<std::string> reason_no_intervals(const ModelCredits& model, std::size_t i) const {
    if (model.reason) return model.reason;
    if (is_heuristic(i) && heuristics[i].heuristic == Heuristic::time_decay)
      return too_long(result_.attributed.conversions, "orders");
    if (!can_be_drawn(paths_.size())) return too_long(paths_.size(), "different paths");
    const bool needs_marks = model.name == "last_non_direct" || model.name == "w_shaped";
    if (needs_marks && result_.journeys.why_marks_differ) return result_.journeys.why_marks_differ;
    return std::nullopt;
  }

  /// Conversions of all channels, then what they brought; empty where the model has no answer.
  std::vector<double> measured(const Paths& drawn, std::size_t i) const {
    Attribution other;
    other.journeys.marks = result_.journeys.marks;
    other.models.push_back({result_.models[i].name, ""});
    Models models(other, options_);
    models.paths_ = drawn;
    models.orders_ = orders_;
    auto& model = other.models.front();
    models.ask(model, i);
    if (model.reason) return {};
    std::vector<double> figures;
    for (const auto& credit : model.credits) figures.push_back(credit.conversions);
    for (const auto& credit : model.credits) figures.push_back(credit.unrounded_minor);
    return figures;
  }

  /// Rules of thumb over a log draw its single orders, which alone have times, where there are not too many.
  bool draws_orders(std::size_t i) const {
    return is_heuristic_of_log(i) && !result_.models[i].reason &&
           can_be_drawn(result_.attributed.conversions);
  }

  void add_intervals(ModelCredits& model, std::size_t i) {
    if (!draws_orders(i)) model.reason_no_intervals = reason_no_intervals(model, i);
    if (model.reason_no_intervals) return;
    const kernels::BootstrapRequest request{.resamples = options_.resamples, .threads = threads()};
    const auto found = draws_orders(i)
                           ? OrdersOfLog(result_.journeys.log, rule(), model_of(i), channels())
                                 .intervals(result_.attributed.not_converted, request)
                           : kernels::bootstrap_intervals(
                                 paths_, [&](const Paths& drawn) { return measured(drawn, i); }, request);
    model.reason_no_intervals = found.reason;
    if (found.reason) return;
    const auto middle = found.intervals.begin() + static_cast<std::ptrdiff_t>(channels());
    model.conversions.assign(found.intervals.begin(), middle);
    model.minor.assign(middle, found.intervals.end());
  }

  Attribution& result_;
  const AttributeOptions& options_;
  Paths paths_;
  std::vector<std::size_t> orders_;  ///< of Markov, that are asked for
};

std::optional<double> spread_of(const std::vector<double>& credits) {
  if (credits.empty()) return std::nullopt;
  const auto [least, greatest] = std::ranges::minmax(credits);
  const double sum = std::accumulate(credits.begin(), credits.end(), 0.0);
  if (!(sum > 0)) return std::nullopt;
  return (greatest - least) / (sum / static_cast<double>(credits.size()));
}

}  // namespace

Spread spread_of(const Attribution& result, std::size_t channel) {
  std::vector<double> conversions, value;
  bool has_markov = false;
  for (const auto& model : result.models) {
    if (model.reason) continue;
    if (model.markov && std::exchange(has_markov, true)) continue;
    conversions.push_back(model.credits[channel].conversions);
    if (result.journeys.has_values && !model.reason_no_value)
      value.push_back(model.credits[channel].unrounded_minor);
  }
  return {spread_of(conversions), spread_of(value)};
}

void work_out(Attribution& result, const AttributeOptions& options, std::ostream& err) {
  Models(result, options).work_out(err);
}

}  // namespace accord::app
