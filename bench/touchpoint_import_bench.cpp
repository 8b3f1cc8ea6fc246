// SPDX-License-Identifier: Apache-2.0
// A log of touchpoints at volume: how fast it goes in, whether the last fifth does as fast as the first, and
// what memory it takes meanwhile.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "app/subjects.hpp"
#include "bench/million.hpp"
#include "importing/intake.hpp"

namespace accord::bench {
namespace {

using Clocked = std::chrono::steady_clock;

constexpr std::array channels{"Advertising", "E-mail", "Web", "Trade show", "Direct mail", "Telemarketing"};

/// Ten touchpoints of each account; every account has its first among the first fifth of the rows. A log of
/// the second shape names the account, the side, and an identifier of each touchpoint as well.
std::string write_log(const Folder& folder, std::int64_t rows, bool has_identifiers) {
  const auto path = folder.path() / "log.csv";
  std::ofstream file(path);
  file << (has_identifiers ? "touchpoint id,account id,account name,timestamp,channel,side\n"
                           : "account id,timestamp,channel\n");
  const Day first = *parse_day("2024-01-01");
  for (std::int64_t i = 0; i < rows; ++i) {
    const auto account = i * 7919 % (rows / 10);
    const auto day = first + static_cast<int>(i % 700);
    const auto moment = fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(day), i / 700 % 24, i / 16'800 % 60,
                                    i / 1'008'000 % 60);
    const auto* channel = channels[static_cast<std::size_t>(i) % channels.size()];
    file << (has_identifiers ? fmt::format("T{:09},A{:07},Account House {},{},{},{}\n", i, account, account,
                                           moment, channel, i % 3 == 0 ? "sales" : "marketing")
                             : fmt::format("A{:07},{},{}\n", account, moment, channel));
  }
  return path.string();
}

double memory_mb() {
  std::int64_t size = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// When each fifth of a count was reached, and what memory was held then.
class Fifths {
 public:
  explicit Fifths(std::int64_t total) : total_(total) {}
  void look(std::int64_t reached, double memory) {
    for (; next_ <= fifths && reached * fifths >= total_ * static_cast<std::int64_t>(next_); ++next_) {
      at_[next_] = Clocked::now();
      memory_[next_] = memory;
    }
  }
  double rows_per_s(std::size_t fifth) const {
    const std::chrono::duration<double> took = at_[fifth + 1] - at_[fifth];
    return static_cast<double>(total_) / fifths / took.count();
  }
  double memory(std::size_t fifth) const { return memory_[fifth]; }
  static constexpr int fifths = 5;

 private:
  std::int64_t total_;
  std::size_t next_ = 0;
  std::array<Clocked::time_point, fifths + 1> at_{};
  std::array<double, fifths + 1> memory_{};
};

/// Looks on from a thread of its own.
class Onlooker {
 public:
  Onlooker(const importing::Progress& progress, std::int64_t rows)
      : read_(rows), thread_([this, &progress] { look(progress); }) {}
  ~Onlooker() { stop(); }
  Onlooker(const Onlooker&) = delete;
  Onlooker& operator=(const Onlooker&) = delete;

  void stop() {
    is_over_ = true;
    if (thread_.joinable()) thread_.join();
  }
  const Fifths& read() const { return read_; }
  const Fifths& stored() const { return *stored_; }

 private:
  void look(const importing::Progress& progress) {
    while (!is_over_) {
      const double memory = memory_mb();
      if (progress.rows > 0) read_.look(progress.rows, memory);
      if (progress.stored_total > 0 && !stored_) stored_.emplace(progress.stored_total);
      if (stored_) stored_->look(progress.stored, memory);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    if (stored_) stored_->look(progress.stored, memory_mb());
  }

  std::atomic<bool> is_over_ = false;
  Fifths read_;
  std::optional<Fifths> stored_;
  std::thread thread_;
};

void import_of_touchpoints(benchmark::State& state) {
  const SetClock clock(*parse_instant("2026-11-23T12:00:00Z"));
  const auto rows = state.range(0);
  for (auto _ : state) {
    state.PauseTiming();
    const Folder folder;
    const auto path = write_log(folder, rows, state.range(1) == 1);
    Database database((folder.path() / "t.db").string(), app::schemas(), clock);
    importing::Progress progress;
    importing::Told told;
    told.target = "touchpoint";
    told.answers.makes_near_names_new = told.answers.makes_unknown_keys_new = true;
    state.ResumeTiming();
    auto taken = database.read(
        Actor{}, [&](const Read& read) { return importing::take_in(read, importing::file_at(path), told); });
    auto* intake = std::get_if<importing::Intake>(&taken);
    if (intake == nullptr) return state.SkipWithError("The log was not read.");
    Onlooker onlooker(progress, rows);
    const auto outcome = importing::run_import(database, Actor{}, *intake, {}, &progress);
    onlooker.stop();
    state.PauseTiming();
    if (outcome.import.facts != rows) state.SkipWithError(outcome.import.sentence.c_str());
    constexpr auto last = static_cast<std::size_t>(Fifths::fifths);
    state.counters["read_first_fifth/s"] = onlooker.read().rows_per_s(0);
    state.counters["read_last_fifth/s"] = onlooker.read().rows_per_s(last - 1);
    state.counters["stored_first_fifth/s"] = onlooker.stored().rows_per_s(0);
    state.counters["stored_last_fifth/s"] = onlooker.stored().rows_per_s(last - 1);
    state.counters["MB_after_first_fifth"] = onlooker.read().memory(1);
    state.counters["MB_after_last_fifth"] = onlooker.read().memory(last);
    state.counters["MB_stored"] = onlooker.stored().memory(last);
    state.ResumeTiming();
  }
  state.counters["rows/s"] =
      benchmark::Counter(static_cast<double>(rows), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(import_of_touchpoints)
    ->ArgsProduct({{1'000'000, 10'000'000}, {0, 1}})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
