// SPDX-License-Identifier: Apache-2.0
// What every subject promises by being in the list of subjects.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "agreement/agreement.hpp"
#include "app/generated.hpp"
#include "app/subjects.hpp"
#include "tests/house.hpp"

namespace accord::tests {
namespace {

std::string folder_of(const Subject& subject) { return "src/" + std::string(subject.name) + "/"; }

std::string call_of(const web::Route& route) {
  return std::string(web::name_of(route.method)) + " " + std::string(route.path);
}

std::string all_stories() {
  std::string text;
  for (const auto& file : source_files()) {
    if (file.is(".story")) text += file.text;
  }
  return text;
}

TEST(Subjects, EachRuleHasItsLineAndItsStory) {
  const std::string stories = all_stories();
  for (const auto* subject : app::subjects()) {
    const std::string readme = folder_of(*subject) + "README.md", text = text_of_file(readme);
    for (const auto* rule : subject->rules) {
      const std::string code(rule->code);
      if (text.find(code) == std::string::npos)
        ADD_FAILURE() << readme << ": say what " << code << " forbids";
      if (stories.find(code) == std::string::npos)
        ADD_FAILURE() << "write a story in which " << code << " refuses";
    }
  }
}

TEST(Subjects, RulesAreDefinedOnceAndSpeakInSentences) {
  std::map<std::string_view, const Rule*> known;
  for (const auto* subject : app::subjects()) {
    for (const auto* rule : subject->rules) {
      const auto [first, is_new] = known.emplace(rule->code, rule);
      EXPECT_TRUE(is_new || first->second->message == rule->message) << rule->code << " means two things";
      EXPECT_TRUE(rule->message.ends_with(".")) << rule->code << ": its message is a sentence";
      EXPECT_TRUE(rule->remedy.ends_with(".")) << rule->code << ": its remedy is a sentence";
      EXPECT_GE(rule->status, 400) << rule->code;
    }
  }
}

TEST(Subjects, RoutesAreUniqueAndSayWhatTheyDoAndWhoMay) {
  std::set<std::string> calls;
  for (const auto* subject : app::subjects()) {
    for (const auto& route : subject->routes) {
      EXPECT_TRUE(calls.insert(call_of(route)).second) << call_of(route) << " is there twice";
      EXPECT_FALSE(route.right.code.empty()) << call_of(route) << " names no right";
      EXPECT_TRUE(route.sentence.ends_with(".")) << call_of(route) << ": its sentence ends with a full stop";
      const int handlers =
          (route.read ? 1 : 0) + (route.write ? 1 : 0) + (route.work ? 1 : 0) + (route.serve ? 1 : 0);
      EXPECT_EQ(handlers, 1) << call_of(route);
    }
  }
}

TEST(Subjects, ARightMeansTheSameEverywhere) {
  std::map<std::string_view, Right> known;
  const auto meet = [&](const Right& right) {
    const auto [first, is_new] = known.emplace(right.code, right);
    EXPECT_TRUE(is_new || first->second.held_by.bits == right.held_by.bits)
        << right.code << " is held by different roles in two places";
    EXPECT_TRUE(is_new || first->second.is_company_wide == right.is_company_wide)
        << right.code << " is company-wide in one of two places";
  };
  for (const auto* subject : app::subjects()) {
    for (const auto& route : subject->routes) meet(route.right);
    for (const auto& page : subject->pages) meet(page.right);
  }
}

TEST(Subjects, EachPageIsExportedByItsSubjectsScreens) {
  for (const auto* subject : app::subjects()) {
    const std::string file = folder_of(*subject) + std::string(subject->name) + "_page.tsx";
    const std::string text = text_of_file(file);
    for (const auto& page : subject->pages) {
      const std::string component(page.component);
      if (text.find(component) == std::string::npos) {
        ADD_FAILURE() << file << ": export " << component << " for " << page.path;
      }
    }
  }
}

TEST(Subjects, EachHasItsReadme) {
  for (const auto* subject : app::subjects()) {
    const std::string readme = folder_of(*subject) + "README.md";
    if (!std::filesystem::exists(readme)) ADD_FAILURE() << readme << " is missing";
  }
}

TEST(Subjects, WhatIsGeneratedIsUpToDate) {
  for (const auto& file : app::generated_files(app::subjects())) {
    if (text_of_file(file.path) != file.text) {
      ADD_FAILURE() << file.path << " is stale: run ./do golden and review the difference";
    }
  }
}

}  // namespace
}  // namespace accord::tests
