// SPDX-License-Identifier: Apache-2.0
#include "web/wire.hpp"

#include <gtest/gtest.h>

#include "base/check.hpp"

namespace accord::web {
namespace {

TEST(Wire, WritesTheHeadOfAReply) {
  const HttpReply reply{404, {{"Content-Type", "text/plain"}, {"Connection", "upgrade"}}, "gone"};
  EXPECT_EQ(head_of(reply, Ending::closes, 784111777),
            "HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\n"
            "Content-Length: 4\r\nConnection: close\r\n\r\n");
}

TEST(Wire, ARepliesLengthIsThatOfItsAsset) {
  const HttpReply reply{200, {}, "body", "the asset"};
  EXPECT_EQ(body_of(reply), "the asset");
  EXPECT_NE(head_of(reply, Ending::keeps, 0).find("Content-Length: 9\r\n"), std::string::npos);
}

TEST(Wire, RepliesThatWouldConfuseAPeerAreBugs) {
  const auto head = [](const HttpReply& reply) { return head_of(reply, Ending::keeps, 0); };
  EXPECT_THROW(head({200, {{"X", "a\nb"}}}), Bug);
  EXPECT_THROW(head({200, {{"X", std::string("a\0b", 3)}}}), Bug);
  EXPECT_THROW(head({200, {{"X: a\r\nY", "b"}}}), Bug);
  EXPECT_THROW(head({200, {{"", "b"}}}), Bug);
  EXPECT_THROW(head({304, {}, "body"}), Bug);
  EXPECT_THROW(head({100}), Bug);
  EXPECT_THROW(head({999}), Bug);
}

TEST(Wire, FindsThePathInATarget) {
  EXPECT_EQ(path_and_query_of("/a?b"), "/a?b");
  EXPECT_EQ(path_and_query_of("HTTP://host:1/a?b"), "/a?b");
  EXPECT_EQ(path_and_query_of("https://host"), "/");
  EXPECT_EQ(path_and_query_of("*"), "");
  EXPECT_EQ(path_and_query_of("a/b"), "");
  EXPECT_EQ(path_and_query_of(""), "");
}

}  // namespace
}  // namespace accord::web
