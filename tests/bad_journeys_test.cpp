// SPDX-License-Identifier: Apache-2.0
// Each file of tests/bad/journeys is given to `accord attribute`; what must come of it stands beside it.
#include <filesystem>

#include "tests/attribute_command.hpp"

namespace accord::tests {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator("tests/bad/journeys")) {
    if (entry.path().extension() == ".expected") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class BadJourneysTest : public AttributeCommand, public testing::WithParamInterface<fs::path> {
 protected:
  static void take(app::AttributeOptions& options, const std::string& told) {
    if (told == "--dates dmy")
      options.answers.dates = importing::DayOrder::day_first;
    else if (told == "--decimals comma")
      options.answers.decimals = importing::DecimalMark::comma;
    else
      ADD_FAILURE() << "the test does not know " << told;
  }

  void expect(const std::string& what, const std::string& value, const app::AttributeOptions& options) {
    if (what == "exit") {
      EXPECT_EQ(std::to_string(code), value) << said << complained;
    } else if (what == "says") {
      EXPECT_TRUE(says(value) || complains(value)) << value << "\n" << said << complained;
    } else if (what == "conversions") {
      const auto all = run_to_json(options);
      EXPECT_EQ(std::to_string(all.at("whole").at("conversions").to_number<std::int64_t>()), value)
          << complained;
    } else {
      EXPECT_EQ(what, "with");
    }
  }
};

TEST_P(BadJourneysTest, SaysWhatIsWrongAndCountsTheRest) {
  std::vector<std::pair<std::string, std::string>> lines;
  std::ifstream expected(GetParam());
  for (std::string what, value; expected >> what && std::getline(expected >> std::ws, value);)
    lines.emplace_back(what, value);
  ASSERT_FALSE(lines.empty());
  auto file = GetParam();
  app::AttributeOptions options;
  options.file = file.replace_extension(".csv").string();
  for (const auto& [what, value] : lines) {
    if (what == "with") take(options, value);
  }
  code = run(options);
  for (const auto& [what, value] : lines) {
    if (what != "conversions") expect(what, value, options);
  }
  for (const auto& [what, value] : lines) {
    if (what == "conversions") expect(what, value, options);
  }
}

INSTANTIATE_TEST_SUITE_P(Files, BadJourneysTest, testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.stem().string(); });

}  // namespace
}  // namespace accord::tests
