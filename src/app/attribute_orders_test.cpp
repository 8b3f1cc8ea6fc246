// SPDX-License-Identifier: Apache-2.0
// Intervals of rules of thumb over a log: its single orders are drawn, each with its times and its worth.
#include "tests/attribute_command.hpp"

namespace accord::app {
namespace {

class AttributeOrdersTest : public tests::AttributeCommand {
 protected:
  /// Forty accounts saw a fair and a mail, and every second one ordered: for 10 and for 1,000 in turn.
  AttributeOptions log() {
    std::string touches = "account,at,channel\n", orders = "account,at,value\n";
    for (int i = 0; i < 40; ++i) {
      const auto who = "A" + std::to_string(i);
      touches.append(who).append(",2026-02-01,Fair\n").append(who).append(",2026-02-09,Mail\n");
      if (i % 2 == 0) orders.append(who).append(i % 4 == 0 ? ",2026-02-10,10\n" : ",2026-02-10,1000\n");
    }
    AttributeOptions options;
    options.file = write_file("touches.csv", touches);
    options.conversions = write_file("orders.csv", orders);
    options.has_intervals = true;
    options.resamples = 200;
    return options;
  }
  static double width(const json::object& credit, std::string_view of) {
    const auto& interval = credit.at(of).as_array();
    return interval[1].to_number<double>() - interval[0].to_number<double>();
  }
};

TEST_F(AttributeOrdersTest, TimeDecayHasIntervalsOfALogAndTheyHoldTheCredit) {
  const auto all = run_to_json(log());
  EXPECT_EQ(run_to_json(log()), all);
  const auto& decay = model_in(all, "model", "time_decay");
  EXPECT_FALSE(decay.contains("reason_no_intervals"));
  for (const auto* channel : {"Fair", "Mail"}) {
    const auto& credit = credit_in(decay, channel);
    const auto conversions = credit.at("conversions").to_number<double>();
    const auto& interval = credit.at("conversions_interval").as_array();
    EXPECT_LT(interval[0].to_number<double>(), conversions) << channel;
    EXPECT_GT(interval[1].to_number<double>(), conversions) << channel;
  }
}

TEST_F(AttributeOrdersTest, IntervalsOfMoneyHoldHowFarOrdersOfOnePathDiffer) {
  const auto of_log = run_to_json(log());
  AttributeOptions grouped = log();
  grouped.conversions.clear();
  grouped.file = write_file("paths.csv", "path,conversions,value,null\nFair > Mail,20,10100,20\n");
  const auto of_paths = run_to_json(grouped);
  const auto& single = credit_in(model_in(of_log, "model", "linear"), "Mail");
  const auto& together = credit_in(model_in(of_paths, "model", "linear"), "Mail");
  EXPECT_EQ(single.at("minor"), together.at("minor"));
  EXPECT_NEAR(width(single, "conversions_interval"), width(together, "conversions_interval"), 3);
  EXPECT_GT(width(single, "minor_interval"), 1.2 * width(together, "minor_interval"));
}

TEST_F(AttributeOrdersTest, TheTableShowsThoseOfMoneyToo) {
  run(log(), 200);
  EXPECT_TRUE(says("\nConversions, within which 95% of resamples lie\n")) << said;
  EXPECT_TRUE(says("\nValue, within which 95% of resamples lie\n")) << said;
  EXPECT_FALSE(says("has no intervals")) << said;
}

TEST_F(AttributeOrdersTest, TooManyDrawsOfOrdersAreSaid) {
  auto options = log();
  options.resamples = 200'000'000;
  EXPECT_EQ(run(options), 0);
  EXPECT_TRUE(
      says("Time decay has no intervals: 200000000 resamples of 20 orders would take too long; ask for "
           "fewer: --resamples 5000000."))
      << said;
}

}  // namespace
}  // namespace accord::app
