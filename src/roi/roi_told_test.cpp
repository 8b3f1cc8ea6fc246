// SPDX-License-Identifier: Apache-2.0
// Whatever is told by rules of credit says by which, so that no figure is quoted without its rules.
#include <gtest/gtest.h>

#include "roi/roi.hpp"

namespace accord::roi {
namespace {

TEST(RulesTold, StandInEveryReplyOfReturns) {
  for (const auto& route : subject.routes) {
    const auto* field = route.reply().field("rules");
    const bool is_said =
        route.is_list ? route.said_as == "rules" && route.said != nullptr && route.said == &info_of<RulesTold>
                      : field != nullptr && field->type.kind == Kind::record &&
                            field->type.record == &info_of<RulesTold>;
    EXPECT_TRUE(is_said) << route.path;
  }
}

}  // namespace
}  // namespace accord::roi
