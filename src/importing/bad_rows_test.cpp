// SPDX-License-Identifier: Apache-2.0
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql count_opportunities{"SELECT COUNT(*) FROM opportunity"};

class BadRowsTest : public ImportFixture {
 protected:
  std::string kept(const std::string& name) {
    std::ifstream file(folder.file("out/" + name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  ImportOptions keeping() {
    auto options = in_dollars();
    options.bad_rows = folder.file("out");
    return options;
  }
};

TEST_F(BadRowsTest, AreWrittenAsTheyStoodWithWhatIsWrong) {
  const auto file = write_file("deals.csv",
                               "opportunity_id,opportunity name,stage,amount\n"
                               "1,Alpha,Proposal,100\n"
                               "2,\"Beta, twice\",Proposal,lots\n");
  EXPECT_EQ(run({file}, keeping()), 1) << said;
  EXPECT_NE(said.find("deals.bad.csv"), std::string::npos) << said;
  const auto text = kept("deals.bad.csv");
  EXPECT_TRUE(
      text.starts_with("opportunity_id,opportunity name,stage,amount,"
                       "accord_line,accord_column,accord_reason,accord_remedy\r\n"
                       "2,\"Beta, twice\",Proposal,lots,3,amount,"))
      << text;
  EXPECT_EQ(text.find("Alpha"), std::string::npos);
}

TEST_F(BadRowsTest, GoInOnceTheyAreCorrected) {
  const auto file = write_file("deals.csv",
                               "opportunity_id,opportunity name,stage,amount\n"
                               "1,Alpha,Proposal,100\n"
                               "2,Beta,Proposal,lots\n");
  ASSERT_EQ(run({file}, keeping()), 1) << said;
  auto text = kept("deals.bad.csv");
  text.replace(text.find("lots"), 4, "200");
  EXPECT_EQ(run({write_file("corrected.csv", text)}, keeping()), 0) << said;
  EXPECT_EQ(integer(count_opportunities), 2);
  EXPECT_FALSE(std::filesystem::exists(folder.file("out/corrected.bad.csv")));
}

TEST_F(BadRowsTest, AreToldByADryRunToo) {
  auto options = keeping();
  options.is_dry_run = true;
  const auto file =
      write_file("deals.csv", "opportunity_id,opportunity name,stage,amount\n2,Beta,Proposal,lots\n");
  run({file}, options);
  EXPECT_NE(kept("deals.bad.csv").find("lots"), std::string::npos);
  EXPECT_EQ(integer(count_opportunities), 0);
}

}  // namespace
}  // namespace accord::importing
