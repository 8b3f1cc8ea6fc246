// SPDX-License-Identifier: Apache-2.0
// `accord attribute` from the file to the last printed figure: every model.
#include <benchmark/benchmark.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include "app/attribute.hpp"
#include "tests/temporary_folder.hpp"

namespace accord::bench {
namespace {

/// D. E. Knuth, "MMIX": the multiplier and increment of its generator.
class Dice {
 public:
  std::uint64_t below(std::uint64_t bound) {
    state_ = state_ * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
    return (state_ >> 33) % bound;
  }

 private:
  std::uint64_t state_ = 20260801;
};

std::string channel_called(std::uint64_t number) {
  constexpr std::array kinds{"Paid Search", "Trade Show", "Direct Mail", "Email",
                             "Webinar",     "Organic",    "Display",     "Visit"};
  return std::string(kinds[number % kinds.size()]) + ' ' + std::to_string(number);
}

/// Journeys of one to five touches, a row each; 15% convert. `is_skewed`: some channels come often, others
/// seldom.
std::string journeys_of(const tests::TemporaryFolder& folder, std::int64_t rows, std::uint64_t channels,
                        bool is_skewed) {
  Dice dice;
  const auto file = folder.file("journeys.csv");
  std::ofstream out(file, std::ios::binary);
  out << "path,total_conversions,total_conversion_value,total_null\n";
  for (std::int64_t row = 0; row < rows; ++row) {
    const auto touches = 1 + dice.below(5);
    for (std::uint64_t i = 0; i < touches; ++i) {
      const auto one = dice.below(channels), other = is_skewed ? dice.below(channels) : channels;
      out << (i == 0 ? "" : " > ") << channel_called(one * other / channels);
    }
    const bool has_converted = dice.below(100) < 15;
    const auto cents = has_converted ? dice.below(100'000) : 0;
    out << (has_converted ? ",1," : ",0,") << cents / 100 << '.' << cents / 10 % 10 << cents % 10
        << (has_converted ? ",0\n" : ",1\n");
  }
  return file;
}

/// Touches by time, of customers that come by ten times on average; one in seven touches is followed by an
/// order at once.
std::string log_of(const tests::TemporaryFolder& folder, std::int64_t touches) {
  Dice dice;
  const auto file = folder.file("touches.csv");
  std::ofstream out(file, std::ios::binary);
  out << "kind,customer_id,epoch_s,channel_or_value\n";
  for (std::int64_t i = 0; i < touches; ++i) {
    const auto customer = dice.below(static_cast<std::uint64_t>(touches) / 10);
    out << "T," << customer << ',' << 1'735'689'600 + 3 * i << ',' << channel_called(dice.below(12)) << '\n';
    if (dice.below(7) == 0)
      out << "C," << customer << ',' << 1'735'689'601 + 3 * i << ',' << dice.below(1'000) << ".50\n";
  }
  return file;
}

void run(benchmark::State& state, const std::string& file) {
  app::AttributeOptions options;
  options.file = file;
  options.answers.sales = {"Visit 7"};
  options.answers.is_direct = {"Organic 5"};
  options.format = app::AttributeFormat::json;
  for (auto _ : state) {
    std::ostringstream out, err;
    if (app::attribute(options, out, err, 100) != app::Exit::done) state.SkipWithError(err.str().c_str());
    benchmark::DoNotOptimize(out);
  }
}

/// range(0): channels; range(1): whether some come seldom.
void attribute_journeys(benchmark::State& state) {
  const tests::TemporaryFolder folder;
  run(state, journeys_of(folder, 5'000'000, static_cast<std::uint64_t>(state.range(0)), state.range(1) != 0));
}
BENCHMARK(attribute_journeys)
    ->ArgNames({"channels", "skewed"})
    ->Args({12, 0})
    ->Args({40, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void attribute_log(benchmark::State& state) {
  const tests::TemporaryFolder folder;
  run(state, log_of(folder, state.range(0)));
}
BENCHMARK(attribute_log)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
