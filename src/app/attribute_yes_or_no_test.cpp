// SPDX-License-Identifier: Apache-2.0
// Files that say of each journey whether it converted, in place of counts.
#include <gtest/gtest.h>

#include "tests/attribute_command.hpp"

namespace accord::app {
namespace {

using AttributeYesOrNoTest = tests::AttributeCommand;

/// DP6's frames have a row for each journey, which says whether it converted. The same journeys with counts
/// give the same figures.
TEST_F(AttributeYesOrNoTest, JourneysThatSayYesOrNoAreCountedOneByOne) {
  const auto counted = run_on(
      "path,total_conversions,total_conversion_value,total_null\n"
      "Fair > Mail,2,30,1\nMail,1,5,0\nCall,0,0,2\n");
  for (const std::string words : {"True;False", "true;false", "yes;no", "1;0", "TRUE;FALSE"}) {
    const auto yes = words.substr(0, words.find(';')), no = words.substr(words.find(';') + 1);
    const auto told = run_on(
        "journey_id;channels_agg;converted_agg;conversion_value\n"
        "1;Fair > Mail;" +
        yes + ";10\n2;Fair > Mail;" + yes + ";20\n" + "3;Fair > Mail;" + no + ";0\n4;Mail;" + yes +
        ";5\n5;Call;" + no + ";\n6;Call;" + no + ";0\n");
    EXPECT_EQ(code, 0) << words << complained;
    EXPECT_EQ(told.at("journeys_not_converted"), counted.at("journeys_not_converted")) << words;
    EXPECT_EQ(told.at("models"), counted.at("models")) << words;
  }
}

/// Under another name as well, where it is said which column it is; beside counts of those that did not,
/// these hold.
TEST_F(AttributeYesOrNoTest, YesIsOneWhateverTheColumnIsCalled) {
  AttributeOptions options;
  options.answers.columns = {{"Closed", "conversions"}};
  const auto told = run_on("path,closed\nFair,yes\nFair,no\n", options);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(told.at("attributed").at("conversions").to_number<int>(), 1);
  EXPECT_EQ(told.at("journeys_not_converted").to_number<int>(), 1);
  const auto beside = run_on("path,conversions,null\nFair,true,4\nFair,false,3\n");
  EXPECT_EQ(beside.at("journeys_not_converted").to_number<int>(), 7);
  run_on("path,conversions\nFair,maybe\nMail,1\n");
  EXPECT_TRUE(complains("\"maybe\" is not a number.")) << complained;
}

TEST_F(AttributeYesOrNoTest, NoConversionsAreNoCredit) {
  const auto all = run_on("path,conversions,value,null\nMail > mail,0,0,5\n");
  EXPECT_EQ(code, 0);
  EXPECT_EQ(all.at("attributed").at("conversions").to_number<int>(), 0);
  EXPECT_FALSE(model_in(all, "model", "markov_1").at("reason").is_null());
  EXPECT_TRUE(says("differ only in capitals")) << said;
}

/// Of a log whose conversions stand in rows of their own, without a channel.
TEST_F(AttributeYesOrNoTest, AConversionWithoutAChannelIsNoTouch) {
  const auto told = run_on(
      "Customer ID,Date,Channel,Conversion,Value\n"
      "a,2026-03-01,Mail,,\na,2026-03-05,Fair,,\na,2026-03-20,,1,1000\nb,2026-03-02,Mail,0,\n");
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(told.at("attributed").at("conversions").to_number<int>(), 1);
  EXPECT_EQ(told.at("journeys_not_converted").to_number<int>(), 1);
  run_on("Customer ID,Date,Channel,Conversion,Value\na,2026-03-01,Mail,,\na,2026-03-20,,0,\n");
  EXPECT_TRUE(complains("Name the channel of the touch.")) << complained;
}

}  // namespace
}  // namespace accord::app
