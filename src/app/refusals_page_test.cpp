// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "app/reference.hpp"
#include "app/subjects.hpp"
#include "web/site.hpp"

namespace accord::app {
namespace {

std::string type_of(const std::exception& error) {
  bool is_bug = false;
  const auto said = json::parse(web::problem_reply(error, is_bug).body);
  return std::string(said.at("type").as_string());
}

/// Each `type` that a reply can have is an anchor of the page at its address, once.
TEST(RefusalsPage, HasAnAnchorForWhateverAReplyNames) {
  const auto page = refusals_page(subjects());
  std::vector<std::string> types{type_of(ShapeError("name", "It is missing.")),
                                 type_of(std::runtime_error("broken"))};
  for (const auto* subject : subjects()) {
    for (const auto* rule : subject->rules) types.push_back(type_of(Refusal(*rule)));
  }
  EXPECT_GT(types.size(), 150U);
  const std::string address = "/docs/refusals#";
  for (const auto& type : types) {
    ASSERT_TRUE(type.starts_with(address)) << type;
    const auto anchor = "id=\"" + type.substr(address.size()) + "\"";
    const auto found = page.find(anchor);
    ASSERT_NE(found, std::string::npos) << type;
    EXPECT_EQ(page.find(anchor, found + 1), std::string::npos) << type << " stands twice";
  }
}

TEST(RefusalsPage, TellsMessageRemedyAndStatusWithoutMarkupOfTheirs) {
  static constexpr Rule odd{"odd_rule", "No <b> & no >.", "Leave them.", 418};
  Subject subject;
  subject.rules = {&odd};
  const auto page = refusals_page({&subject});
  EXPECT_NE(page.find("<p>No &lt;b&gt; &amp; no &gt;.</p><p>Leave them. <small>Status 418.</small></p>"),
            std::string::npos)
      << page;
}

}  // namespace
}  // namespace accord::app
