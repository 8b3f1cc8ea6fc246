// SPDX-License-Identifier: Apache-2.0
// Several people at one upload: whoever comes second is told so, and nobody takes away what another reads.
#include "importing/upload.hpp"

#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

class UploadTest : public ImportFixture {
 protected:
  Intake taken(const std::string& path) {
    return database->read(actor, [&](const Read& read) {
      auto taken = take_in(read, file_at(path), {.answers = in_dollars().answers});
      return std::get<Intake>(std::move(taken));
    });
  }
  template <class F>
  static std::string refused(F act) {
    try {
      act();
    } catch (const Refusal& refusal) {
      return std::string(refusal.rule().code);
    }
    return "";
  }
};

TEST_F(UploadTest, AFileThatWasTakenAwayBetweenTwoPassesIsARefusal) {
  const auto path = write_file("spend.csv", "day,channel,amount\n2026-04-22,Web,659.76\n");
  const auto intake = taken(path);
  std::filesystem::remove(path);
  EXPECT_EQ(refused([&] { run_import(*database, actor, intake, std::nullopt, nullptr); }),
            "import_unreadable");
}

TEST_F(UploadTest, OnlyOneAtATimeHoldsAnUpload) {
  const Id<Import> one{1}, other{2};
  {
    const Running mark(*database, one);
    EXPECT_EQ(refused([&] { const Running again(*database, one); }), "import_has_run");
    EXPECT_EQ(refused([&] { const Running another(*database, other); }), "");
  }
  EXPECT_EQ(refused([&] { const Running again(*database, one); }), "");
}

TEST_F(UploadTest, WhatIsRunningIsNotForgottenForItsAge) {
  Import import;
  import.file_name = "spend.csv";
  import.state = State::waiting;
  database->write(actor, "Upload.", [&](Write& write) { write.insert(import); });
  clock.set(*parse_instant("2026-11-25T09:00:00Z"));
  const auto is_there = [&] {
    return database->read(actor, [&](const Read& read) { return read.find(import.id).has_value(); });
  };
  {
    const Running mark(*database, import.id);
    forget_old_uploads(*database, actor);
    EXPECT_TRUE(is_there());
  }
  forget_old_uploads(*database, actor);
  EXPECT_FALSE(is_there());
}

}  // namespace
}  // namespace accord::importing
