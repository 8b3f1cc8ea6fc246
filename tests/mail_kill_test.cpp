// SPDX-License-Identifier: Apache-2.0
// Kill -9 while the outbox is sent: nothing is lost, what was marked as sent is sent no more, and a kill
// repeats one message at most, under the same name.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <set>

#include "app/subjects.hpp"
#include "mail/mail_store.hpp"
#include "tests/child.hpp"
#include "tests/mail_servers.hpp"
#include "tests/world.hpp"

namespace accord::tests {
namespace {

constexpr int letters = 240, kills = 30;
constexpr unsigned seed = 20261127;

const Sql sent_ones{"SELECT m.message_id FROM mail_message m WHERE m.sent_at IS NOT NULL"};
const Sql names{"SELECT m.message_id FROM mail_message m ORDER BY m.id"};

std::string name_in(const std::string& text) {
  const std::string before = "Message-ID: <";
  const auto at = text.find(before);
  if (at == std::string::npos) return {};
  const auto begin = at + before.size();
  return text.substr(begin, text.find('>', begin) - begin);
}

class MailKill : public testing::Test {
 protected:
  void SetUp() override {
    world.database().write(Actor{}, "Post.", [&](Write& write) {
      mail::MailSetting setting;
      setting.server = "smtp://127.0.0.1:" + server.port();
      setting.sender = "crm@kestrel.example";
      setting.links_at = "https://accord.kestrel.example";
      write.insert(setting);
      for (int i = 0; i < letters; ++i)
        CHECK(mail::post(write, {"test", "person" + std::to_string(i) + "@acme.example", "Hello", "Text\n"}));
    });
    world.stop();
  }

  /// A program that sends what is due and says how much of it there is left, until there is none.
  Child sender() {
    return Child([&](int) {
      const SystemClock clock;
      Database database(world.file(), app::schemas(), clock);
      const std::atomic<bool> is_stopping = false;
      while (database.read(Actor{}, [](const Read& read) { return mail::count_waiting(read) > 0; }))
        mail::send_due(database, mail::Passwords{}, is_stopping);
    });
  }
  std::multiset<std::string> taken() {
    std::multiset<std::string> found;
    for (const auto& one : server.taken()) found.insert(name_in(one.text));
    return found;
  }
  std::vector<std::string> named(const Sql& sql) {
    const SystemClock clock;
    Database database(world.file(), app::schemas(), clock);
    std::vector<std::string> found;
    database.read(Actor{}, [&](const Read& read) {
      read.each(sql, {}, [&](const Row& row) { found.emplace_back(row.text(0)); });
      return 0;
    });
    return found;
  }
  /// Waits until the server has so many more, or all.
  void wait_for(std::size_t more) {
    const auto wanted = server.taken().size() + more;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (server.taken().size() < wanted && std::chrono::steady_clock::now() < end)
      std::this_thread::yield();
  }

  /// What was marked as sent when a program was killed, and how often the server had each then.
  struct Then {
    std::vector<std::string> sent;
    std::multiset<std::string> taken;
  };

  World world{Start::small};
  SmtpServer server;
  std::vector<Then> acknowledged;
};

TEST_F(MailKill, LosesNothingAndRepeatsOneMessageAtMost) {
  std::mt19937 dice(seed);
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(dice);
  };
  int killed = 0;
  for (; killed < kills; ++killed) {
    auto child = sender();
    wait_for(1 + below(8));
    std::this_thread::sleep_for(std::chrono::microseconds(below(4'000)));
    if (!child.kill_now()) break;
    const auto sent = named(sent_ones);
    const auto now = taken();
    for (const auto& name : sent)
      EXPECT_GE(now.count(name), 1U) << name << " is marked as sent, and nobody has it";
    if (HasFailure()) return;
    acknowledged.push_back({sent, now});
  }
  EXPECT_GT(killed, kills / 2) << "most had ended before they were killed";
  EXPECT_EQ(sender().wait(), 0);
  const auto all = taken();
  for (const auto& name : named(names)) EXPECT_GE(all.count(name), 1U) << name << " is lost";
  EXPECT_GE(all.size(), static_cast<std::size_t>(letters));
  EXPECT_LE(all.size(), static_cast<std::size_t>(letters + killed)) << "more repeats than kills";
  for (const auto& [sent, then] : acknowledged) {
    for (const auto& name : sent) EXPECT_EQ(all.count(name), then.count(name)) << name << " was sent again";
  }
}

}  // namespace
}  // namespace accord::tests
