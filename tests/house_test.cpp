// SPDX-License-Identifier: Apache-2.0
// What we ask of the source, asked by a test. Each refusal says what to write instead.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>

#include "base/text.hpp"
#include "tests/house.hpp"

namespace accord::tests {
namespace {

/// Text that must not occur, where it must not, and what to do instead.
struct Ban {
  const char* pattern;
  bool (*applies)(const SourceFile&);
  const char* instead;
};

bool is_product_cpp(const SourceFile& file) {
  return file.is_cpp() && file.path.starts_with("src/") && !file.is_test();
}

// The words are split so that this file does not hold them.
const std::array bans{
    Ban{R"re("[^"\n]*\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) )re",
        [](const SourceFile& file) {
          return is_product_cpp(file) && !file.path.ends_with("_store.cpp") &&
                 !file.path.starts_with("src/db/");
        },
        "keep SQL in the subject's *_store.cpp, as a named constant Sql"},
    Ban{"OR REPL"
        "ACE",
        [](const SourceFile& file) { return file.is_cpp(); },
        "OR REPLACE deletes rows behind history's back; use insert, update or ON CONFLICT … DO UPDATE"},
    Ban{"system_clock::now|CURRENT_TIMESTAMP|std::time\\(",
        [](const SourceFile& file) {
          return is_product_cpp(file) && file.path != "src/base/instant.cpp" &&
                 !file.path.starts_with("src/app/");
        },
        "take the time from read.now() or write.now(), which a story can set"},
    Ban{"\\bthrow\\b|#include <([io]?f?stream|filesystem|chrono|cstdio)>|#include \"base/(described|instant)",
        [](const SourceFile& file) { return is_product_cpp(file) && file.path.starts_with("src/kernels/"); },
        "a kernel is a pure function over numbers: take spans, return the result with what it lacks"},
    Ban{R"re(#include "(?!base/|kernels/|db/|web/|tests/temporary_folder|tests/peer))re",
        [](const SourceFile& file) {
          return file.path.starts_with("src/base/") || file.path.starts_with("src/db/") ||
                 file.path.starts_with("src/web/");
        },
        "the floors, and their tests, build without the subjects; put a test of the whole into tests/"},
    Ban{"co_await [^;]*\\{", [](const SourceFile& file) { return file.is_cpp() && !file.is_test(); },
        "no braces inside a co_await expression: g++ 12 frees twice; name the value in a line before"},
    Ban{"[^_a-zA-Z.]fetch\\(",
        [](const SourceFile& file) {
          // A service worker hands on what its page asked for by that.
          return file.is_screen() && !file.is_test() && file.path != "src/ui/api.ts" &&
                 file.path != "src/lead_form/stand_worker.ts";
        },
        "call the server through src/ui/api.ts, which adds the token and the Act-Id"},
    Ban{"TO"
        "DO|FIX"
        "ME|\\bXX"
        "X\\b|coming s"
        "oon",
        [](const SourceFile& file) { return !file.is("openapi.cpp"); },
        "do it now, or leave it out and open an issue"},
    Ban{"/ro"
        "ot/|/ho"
        "me/[a-z]|/Us"
        "ers/",
        [](const SourceFile&) { return true; }, "name no path of one machine"},
    Ban{R"re(for \([^;:\n]* : (\*[a-z_:]+\(|[a-z_:]+\([^)\n]*\)->)|& [a-z_]+ = [a-z_:]+\(read_?[^;\n]*\)->)re",
        [](const SourceFile& file) { return file.is_cpp(); },
        "what a call returns as a shared pointer may be gone before the next line: name the pointer first"},
    Ban{"using namespace std;", [](const SourceFile& file) { return file.is_cpp(); },
        "write std:: where it is used"},
};

TEST(House, HoldsNothingBanned) {
  for (const auto& ban : bans) {
    const std::regex pattern(ban.pattern);
    for (const auto& file : source_files()) {
      if (!ban.applies(file) || file.path == "tests/house_test.cpp") continue;
      for (std::sregex_iterator at(file.text.begin(), file.text.end(), pattern), end; at != end; ++at) {
        ADD_FAILURE() << place_of(file, static_cast<std::size_t>(at->position())) << ": \"" << at->str()
                      << "\": " << ban.instead;
      }
    }
  }
}

TEST(House, FilesHaveAtMost600Lines) {
  for (const auto& file : source_files()) {
    const bool is_written =
        (file.is_cpp() || file.is_screen() || file.is(".css") || file.is(".mjs")) && !file.is_generated();
    const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
    if (is_written && lines > 600)
      ADD_FAILURE() << file.path << " has " << lines << " lines; part it by what it is about";
  }
}

TEST(House, FunctionsHaveAtMost60Lines) {
  for (const auto& file : source_files()) {
    if (!file.is_cpp()) continue;
    for (const auto& function : function_lengths(file.text)) {
      if (function.lines > 60) {
        ADD_FAILURE() << file.path << ":" << function.line << " has " << function.lines
                      << " lines; name its steps as functions";
      }
    }
  }
}

TEST(House, FunctionLengthsAreMeasured) {
  const auto lengths = function_lengths(
      "namespace a {\nstruct S {\n  int f() const {\n    if (x) {\n    }\n    return '{';\n  }\n};\n"
      "const T t{g({})};\nS::S(int a)\n    : a_{a}, b_(a) {\n}\nauto l = [](int i) {\n  return i;\n};\n}\n");
  ASSERT_EQ(lengths.size(), 2U);
  EXPECT_EQ(lengths[0].lines, 5);
  EXPECT_EQ(lengths[1].line, 11);
}

TEST(House, SourcesNameTheirLicence) {
  for (const auto& file : source_files()) {
    const bool is_code = file.is_cpp() || file.is_screen() || file.is(".css") || file.is(".mjs") ||
                         file.path == "do" || file.path == "CMakeLists.txt";
    const std::string head = file.text.substr(0, 200);
    if (is_code && head.find("SPDX-License-Identifier: Apache-2.0") == std::string::npos) {
      ADD_FAILURE() << file.path << ": begin with \"SPDX-License-Identifier: Apache-2.0\" in a comment";
    }
  }
}

/// Lower floors first; each may include those before it.
const std::vector<std::string> order{
    "base",           "kernels", "db",         "web",       "territory",  "people",        "period",
    "exchange_rate",  "product", "account",    "campaign",  "fact",       "wish",          "gap",
    "agreement",      "funnel",  "conversion", "spend",     "touchpoint", "campaign_plan", "handoff",
    "merge",          "mail",    "lead_form",  "audience",  "call_list",  "mailing_list",  "order",
    "general_ledger", "roi",     "claim",      "importing", "action",     "review",        "app"};

std::size_t rank_of(const std::string& folder) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), folder) - order.begin());
}

bool is_floor(const std::string& folder) { return rank_of(folder) <= rank_of("web"); }

TEST(House, IncludesGoOneWay) {
  static const std::regex include{R"re(#include "([a-z_]+)/([a-z_]+)\.hpp")re"};
  for (const auto& file : source_files()) {
    if (!is_product_cpp(file)) continue;
    const std::string own = file.path.substr(4, file.path.find('/', 4) - 4);
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), include), end; at != end; ++at) {
      const std::string other = (*at)[1], header = (*at)[2];
      const auto place = place_of(file, static_cast<std::size_t>(at->position()));
      ASSERT_LT(rank_of(other), order.size())
          << place << ": give " << other << " its place in the order of this test";
      if (rank_of(other) > rank_of(own)) {
        ADD_FAILURE() << place << ": " << own << " comes before " << other
                      << "; move what both need down, or let app hand it over";
      }
      if (other != own && !is_floor(other) && other != "app" && header != other) {
        ADD_FAILURE() << place << ": include only " << other << "/" << other << ".hpp of another subject";
      }
    }
  }
}

TEST(House, FoldersAreNamedForSubjects) {
  const std::regex drawer{"(^|/|_)(utils?|common|helpers?|services|managers?|misc)(/|_|\\.|$)"};
  for (const auto& file : source_files()) {
    EXPECT_FALSE(std::regex_search(file.path, drawer)) << file.path << ": name it for what it is about";
  }
}

TEST(House, FuzzTargetsBeginFromSeeds) {
  for (const auto& file : source_files()) {
    if (!file.path.ends_with("_fuzz.cpp")) continue;
    const auto seeds = "tests/fuzz/seeds/" + std::filesystem::path(file.path).stem().string();
    EXPECT_TRUE(std::filesystem::is_directory(seeds) && !std::filesystem::is_empty(seeds))
        << file.path << ": put inputs that lead into its depths into " << seeds;
  }
}

}  // namespace
}  // namespace accord::tests
