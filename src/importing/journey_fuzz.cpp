// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "importing/journey_pass.hpp"

using namespace accord;
using namespace accord::importing;

/// Any bytes are read as journeys without a crash; what is read has no problem that is not told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto journeys = read_journeys(file_of("journeys.csv", bytes), std::nullopt, {});
  if (journeys.failure) return 0;
  if (journeys.refused > journeys.rows + 1) std::abort();  // and a file that breaks off
  if (journeys.is_log && kernels::problem_of(journeys.log.timelines())) std::abort();
  const auto& list = journeys.grouped;
  if (!journeys.is_log && !list.problem && kernels::problem_of(list.paths())) std::abort();
  return 0;
}
