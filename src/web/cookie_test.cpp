// SPDX-License-Identifier: Apache-2.0
#include "web/cookie.hpp"

#include <gtest/gtest.h>

#include "base/check.hpp"

namespace accord::web {
namespace {

TEST(Cookie, IsFoundByItsWholeName) {
  EXPECT_EQ(cookie_named("a=1; session=x=y;b=2", "session"), "x=y");
  EXPECT_EQ(cookie_named("session=\"quoted\"", "session"), "quoted");
  EXPECT_EQ(cookie_named("session=1; session=2", "session"), "1");
  EXPECT_EQ(cookie_named("my_session=1; session_b=2; session", "session"), std::nullopt);
  EXPECT_EQ(cookie_named("", "session"), std::nullopt);
}

TEST(Cookie, WithForbiddenCharactersIsNotThere) {
  for (const auto* header :
       {"session=a b", "session=a,b", "session=a\"b", "session=a\\b", "session=\x01", "session=\xc3\xa9"}) {
    EXPECT_EQ(cookie_named(header, "session"), std::nullopt) << header;
  }
}

TEST(Cookie, IsWrittenForThisSiteAlone) {
  EXPECT_EQ(set_cookie({.name = "session", .value = "abc", .max_age = std::chrono::hours{1}}),
            "session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600; Secure");
  EXPECT_EQ(set_cookie({.name = "session", .value = "", .is_secure = false}),
            "session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  EXPECT_THROW(set_cookie({.name = "session", .value = "a; Domain=b"}), Bug);
  EXPECT_THROW(set_cookie({.name = "a b", .value = "c"}), Bug);
  EXPECT_THROW(set_cookie({.name = "", .value = "c"}), Bug);
}

}  // namespace
}  // namespace accord::web
