// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/story.hpp"

namespace accord::tests {
namespace {

/// Every story of the subjects and of the tests, by path; tests run from the root of the repository.
std::vector<std::string> story_files() {
  std::vector<std::string> files;
  for (const auto* root : {"src", "tests"}) {
    if (!std::filesystem::exists(root)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".story") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string name_of_story(const testing::TestParamInfo<std::string>& info) {
  return std::filesystem::path(info.param).stem().string();
}

class StoryTest : public testing::TestWithParam<std::string> {};

TEST_P(StoryTest, Happens) { run_story(read_story(GetParam())); }

INSTANTIATE_TEST_SUITE_P(All, StoryTest, testing::ValuesIn(story_files()), name_of_story);

TEST(StoryJson, SubsetsHoldInOrderAndNameWhatIsMissing) {
  const auto actual = json::parse(R"({"items": [{"id": 1, "a": "x"}, {"id": 2, "a": "y"}], "total": 2})");
  EXPECT_FALSE(difference(json::parse(R"({"items": [{"a": "y"}]})"), actual));
  EXPECT_FALSE(difference(json::parse(R"({"total": 2.0})"), actual));
  EXPECT_TRUE(difference(json::parse(R"({"items": [{"a": "y"}, {"a": "x"}]})"), actual));
  EXPECT_TRUE(difference(json::parse(R"({"items": []})"), actual));
  EXPECT_EQ(difference(json::parse(R"({"total": 3})"), actual), ".total is 2, not 3");
}

TEST(StoryJson, GoldensBlankWhatDiffersFromRunToRun) {
  EXPECT_EQ(golden_text(json::parse(R"({"as_of": 17, "n": [1, {}], "of": {"as_of": "2026-03-02"}})")),
            "{\n  \"as_of\": null,\n  \"n\": [\n    1,\n    {}\n  ],\n  \"of\": {\n    \"as_of\": "
            "\"2026-03-02\"\n  }\n}\n");
}

}  // namespace
}  // namespace accord::tests
