// SPDX-License-Identifier: Apache-2.0
// `accord attribute`: against answers that were worked out without Accord, and what it says of files that are
// wrong.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <iostream>

#include "tests/attribute_command.hpp"
#include "tests/closed_loop_log.hpp"

namespace accord::app {
namespace {

using tests::data_file, tests::data_rows_by, tests::DataRow;

struct ExpectedModel {
  const char *column, *model;
};
/// As the independent program calls them, and as the command does.
constexpr std::array expected_models{
    ExpectedModel{"first", "first"},
    ExpectedModel{"last", "last"},
    ExpectedModel{"linear", "linear"},
    ExpectedModel{"position_40_20_40", "position_based"},
    ExpectedModel{"time_decay_half_life_7d", "time_decay"},
    ExpectedModel{"w_shaped_30_30_30_10", "w_shaped"},
    ExpectedModel{"shapley_unique", "shapley"},
    ExpectedModel{"markov1", "markov_1"},
};

class AttributeTest : public tests::AttributeCommand {
 protected:
  AttributeOptions closed_loop() const {
    AttributeOptions options;
    options.file = data_file("closed_loop_touchlog/events.csv");
    options.conversions = data_file("closed_loop_touchlog/conversions.csv");
    options.answers.sales = {"rep_call", "rep_visit", "demo"};
    return options;
  }
  static bool has_closed_loop() {
    return !tests::data_rows("closed_loop_touchlog/expected/totals.csv").empty();
  }

  static double number(const DataRow& row, const std::string& column) { return std::stod(row.at(column)); }
  static void expect_relative(double found, double expected, const std::string& what) {
    EXPECT_NEAR(found, expected, 1e-9 * std::abs(expected)) << what;
  }
  static std::int64_t sum_of_minor(const json::object& model) {
    std::int64_t sum = 0;
    for (const auto& credit : model.at("credits").as_array()) sum += credit.at("minor").as_int64();
    return sum;
  }
  static double conversions(const json::object& all, std::string_view model, std::string_view channel) {
    return credit_in(model_in(all, "model", model), channel).at("conversions").to_number<double>();
  }
  static std::int64_t minor(const json::object& all, std::string_view model, std::string_view channel) {
    return credit_in(model_in(all, "model", model), channel).at("minor").as_int64();
  }
};

// ---- Oracles ------------------------------------------------------------------------------------------

/// The file has ten digits, which is 5e-10 of the figure at worst.
TEST_F(AttributeTest, TheLogAsItIsEarnsWhatAnIndependentProgramFound) {
  if (!has_closed_loop())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  const auto all = run_to_json(closed_loop());
  EXPECT_EQ(code, 0) << complained;
  for (const auto& [channel, row] :
       data_rows_by("channel", "closed_loop_touchlog/expected/attribution.csv")) {
    for (const auto& each : expected_models) {
      const auto& credit = credit_in(model_in(all, "model", each.model), channel);
      const std::string column = each.column;
      expect_relative(credit.at("conversions").to_number<double>(), number(row, column + "_conversions"),
                      column + " " + channel);
      expect_relative(credit.at("unrounded_minor").to_number<double>() / 100, number(row, column + "_value"),
                      column + " " + channel);
    }
    const auto& markov = credit_in(model_in(all, "model", "markov_1"), channel);
    expect_relative(markov.at("removal_effect").to_number<double>(), number(row, "markov1_removal_effect"),
                    channel);
    expect_relative(markov.at("removal_effect_by_value").to_number<double>(),
                    number(row, "markov1_removal_effect_value"), channel);
  }
}

TEST_F(AttributeTest, EachModelSumsToTheCent) {
  if (!has_closed_loop())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  auto options = closed_loop();
  options.answers.is_direct = {"organic"};
  const auto all = run_to_json(options);
  EXPECT_EQ(all.at("models").as_array().size(), 13U);
  for (const auto& model : all.at("models").as_array()) {
    EXPECT_TRUE(model.at("reason").is_null()) << model.at("model");
    EXPECT_EQ(sum_of_minor(model.as_object()), 807'358'739) << model.at("model");
  }
  EXPECT_EQ(all.at("attributed").at("conversions").to_number<int>(), 2'995);
  EXPECT_EQ(all.at("unattributed").at("conversions").to_number<int>(), 0);
  EXPECT_EQ(all.at("journeys_not_converted").to_number<int>(), 17'171);
  EXPECT_EQ(all.at("markov_order").at("order").to_number<int>(), 1);
}

TEST_F(AttributeTest, TheTextbooksJourneysHaveItsRemovalEffects) {
  const auto expected = data_rows_by("channel", "formula_golden/expected/markov_textbook.csv");
  if (expected.empty()) GTEST_SKIP() << "there is no " << data_file("formula_golden") << " (ACCORD_DATA)";
  const auto all = run_on("path,total_conversions,total_null\nC1 > C2 > C3,1,0\nC1,0,1\nC2 > C3,0,1\n");
  const auto& markov = model_in(all, "model", "markov_1");
  for (const std::string channel : {"C1", "C2", "C3"}) {
    const auto& credit = credit_in(markov, channel);
    expect_relative(credit.at("removal_effect").to_number<double>(),
                    number(expected.at(channel), "removal_effect"), channel);
    expect_relative(credit.at("conversions").to_number<double>(), number(expected.at(channel), "weight"),
                    channel);
    EXPECT_TRUE(credit.at("minor").is_null()) << "the file has no values";
  }
  expect_relative(markov.at("conversion_probability").to_number<double>(),
                  number(expected.at("(p_conversion)"), "removal_effect"), "probability");
}

/// The log's journeys, written as peers read them and read again: all models that need no times are the same.
TEST_F(AttributeTest, WhatItWritesForPeersItReadsAgain) {
  if (!has_closed_loop())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  auto options = closed_loop();
  options.paths = folder.file("paths.csv");
  const auto log = run_to_json(options);
  options.file = options.paths;
  options.conversions = options.paths = "";
  const auto again = run_to_json(options);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(again.at("shape").as_string(), "grouped journeys");
  for (const auto* model : {"markov_1", "markov_2", "markov_3", "markov_4", "shapley", "shapley_by_rate"}) {
    EXPECT_EQ(model_in(log, "model", model), model_in(again, "model", model)) << "bit for bit";
  }
  for (const auto* model : {"first", "last", "linear", "position_based", "w_shaped"}) {
    EXPECT_EQ(sum_of_minor(model_in(again, "model", model)), 807'358'739) << model;
    for (const auto channel : tests::closed_loop_channels)
      EXPECT_NEAR(conversions(log, model, channel), conversions(again, model, channel), 1e-9) << model;
  }
  EXPECT_EQ(log.at("markov_order"), again.at("markov_order"));
}

// ---- How files may be written -----------------------------------------------------------------------------

constexpr const char* plain =
    "path,total_conversions,total_conversion_value,total_null\n"
    "Fair > Mail,2,1000.50,3\nMail,1,99.50,4\nFair > Mail,1,0,1\n";

/// What is piped in is read as often as a file is: a log whose decimals only show at its end is read twice.
TEST_F(AttributeTest, APipeIsReadAsAFileIs) {
  const std::string log =
      "customer_id,timestamp,channel\nA,2026-03-01,Mail\nA,2026-03-02,Fair\nB,2026-03-01,Fair\n";
  AttributeOptions options;
  options.file = write_file("log.csv", log);
  options.conversions =
      write_file("orders.csv", "customer_id,timestamp,value\nA,2026-03-05,10\nB,2026-03-06,0.125\n");
  const auto by_file = json::serialize(run_to_json(options).at("models"));
  EXPECT_EQ(code, 0) << complained;
  for (auto* piped : {&options.file, &options.conversions}) {
    auto as_piped = options;
    (piped == &options.file ? as_piped.file : as_piped.conversions) = "-";
    std::stringstream pipe;
    pipe << std::ifstream(*piped, std::ios::binary).rdbuf();
    auto* before = std::cin.rdbuf(pipe.rdbuf());
    const auto all = run_to_json(as_piped);
    std::cin.rdbuf(before);
    EXPECT_EQ(code, 0) << complained;
    EXPECT_EQ(json::serialize(all.at("models")), by_file);
  }
  options.file = "-";
  options.conversions.clear();
  std::istringstream pipe("name,city\nMail,Bonn\n");
  auto* before = std::cin.rdbuf(pipe.rdbuf());
  run(options);
  std::cin.rdbuf(before);
  EXPECT_TRUE(complains("standard input")) << complained;
}

TEST_F(AttributeTest, RowsMayStandInAnyOrder) {
  auto all = run_on(plain);
  auto again = run_on(
      "path,total_conversions,total_conversion_value,total_null\n"
      "Mail,1,99.50,4\nFair > Mail,1,0,1\nFair > Mail,2,1000.50,3\n");
  EXPECT_EQ(all, again);
  EXPECT_EQ(all.at("whole").at("minor").as_int64(), 110'000);
}

/// Of the conversions of Fair the models say 3, 0, 1.5 …: (3 − 0) ÷ their mean.
TEST_F(AttributeTest, HowFarTheModelsDisagreeIsAFigure) {
  AttributeOptions options;
  options.markov_order = 1;
  const auto all = run_on(plain, options);
  double greatest = 0, sum = 0;
  std::size_t count = 0;
  for (const auto& model : all.at("models").as_array()) {
    if (!model.at("reason").is_null()) continue;
    const auto found = credit_in(model.as_object(), "Fair").at("conversions").to_number<double>();
    greatest = std::max(greatest, found);
    sum += found;
    ++count;
  }
  const auto& fair = all.at("spread").as_array()[0];
  EXPECT_EQ(fair.at("channel").as_string(), "Fair");
  EXPECT_NEAR(fair.at("conversions").to_number<double>(), greatest / (sum / static_cast<double>(count)),
              1e-12);
  EXPECT_EQ(greatest, 3);
}

/// However many orders are shown, Markov has one voice, as on the screen: that of the lowest.
TEST_F(AttributeTest, MarkovCountsOnceInTheSpread) {
  AttributeOptions only;
  only.markov_order = 1;
  const auto one = run_on(plain, only), all = run_on(plain);
  EXPECT_EQ(one.at("spread"), all.at("spread"));
  EXPECT_EQ(all.at("models").as_array().size(), one.at("models").as_array().size() + 3);
  AttributeOptions options;
  options.file = write_file("journeys.csv", plain);
  run(options);
  EXPECT_TRUE(says("by the mean of the models; Markov counts once, by the lowest order shown.")) << said;
}

/// All that A did was to come before B in journeys that led to nothing: Markov's chain would go on by B.
TEST_F(AttributeTest, AChannelOfWhichNoJourneyConvertedEarnsNothingAndThatIsSaid) {
  const std::string text = "path,conversions,value,null\nA > B,0,0,5\nB,5,500,5\n";
  const auto all = run_on(text);
  for (const auto& model : all.at("models").as_array()) {
    if (!model.at("reason").is_null()) continue;
    const auto& credit = credit_in(model.as_object(), "A");
    EXPECT_EQ(credit.at("conversions").to_number<double>(), 0) << model.at("model");
    EXPECT_EQ(credit.at("minor").as_int64(), 0) << model.at("model");
    EXPECT_EQ(sum_of_minor(model.as_object()), 50'000) << model.at("model");
  }
  const auto& effect = credit_in(model_in(all, "model", "markov_1"), "A").at("removal_effect");
  EXPECT_NEAR(effect.to_number<double>(), 1.0 / 3, 1e-12)
      << "5 of 15 come to B by A; the effect is the model's";
  EXPECT_EQ(json::serialize(all.at("channels_never_converting")), R"(["A"])");
  EXPECT_TRUE(all.at("spread").as_array()[0].at("value").is_null());
  AttributeOptions options;
  options.file = write_file("journeys.csv", text);
  run(options);
  EXPECT_TRUE(
      says("No journey that came by A converted, so that no model gives it credit; a removal effect "
           "above 0 only says that journeys went on from there to channels that convert."))
      << said;
  EXPECT_TRUE(run_on(plain).at("channels_never_converting").as_array().empty());
}

TEST_F(AttributeTest, TheOddCentGoesToTheEarlierOfEqualShares) {
  AttributeOptions options;
  options.answers.sales = {"B"};
  const auto all = run_on("path,conversions,value,null\nA > B > C,1,0.01,0\n", options);
  for (const auto* model : {"position_based", "w_shaped", "linear"})
    EXPECT_EQ(minor(all, model, "A"), 1) << model;
}

TEST_F(AttributeTest, EveryDialectOfPeersIsTheSame) {
  const auto models = run_on(plain).at("models");
  const std::vector<std::string> dialects{
      // fractribution
      "transformed_path,conversions,non_conversions,revenue\nFair>Mail,3,4,1000.5\nMail,1,4,99.5\n",
      // a spreadsheet in German, with a byte order mark
      "\xEF\xBB\xBFPath;Conversions;Conversion Value;Null\r\nFair > "
      "Mail;3;\"1.000,50\";4\r\nMail;1;99,5;4\r\n",
      "PATH\tTotal Conversions\tValue\tTotal Null\nFair > "
      "Mail\t3\t1000.5\t4.0\nMail\t1\t99.50\t4\nTotal\t4\t1100\t8\n",
      // floating point, as scripts print it
      "path,total_conversions,total_conversion_value,total_null\n\"Fair > Mail\",3,1000.4999999999999,4\n"
      "Mail,1,99.5,4\n",
  };
  for (const auto& text : dialects) {
    EXPECT_EQ(run_on(text).at("models"), models) << text << complained;
    EXPECT_EQ(code, 0) << text;
  }
}

TEST_F(AttributeTest, ColumnsAndSeparatorCanBeTold) {
  const auto models = run_on(plain).at("models");
  AttributeOptions options;
  options.answers.columns = {{"way", "path"}, {"won", "conversions"}, {"lost", "null"}, {"eur", "value"}};
  options.answers.separator = "/";
  EXPECT_EQ(run_on("way,won,lost,eur\nFair/Mail,3,4,1000.50\nMail,1,4,99.50\n", options).at("models"),
            models);
  options.answers.columns.push_back({"wo", "path"});
  run_on("way,won,lost,eur\nFair/Mail,3,4,1000.50\n", options);
  EXPECT_EQ(code, 2);
  EXPECT_TRUE(complains("No column is called \"wo\". Its columns are way, won, lost and eur.")) << complained;
}

TEST_F(AttributeTest, AmountsKeepTheirDecimals) {
  const auto all = run_on("path,conversions,value\nA > B,1,0.244\nB,1,3.1\n");
  EXPECT_EQ(all.at("minor_digits").to_number<int>(), 3);
  EXPECT_EQ(all.at("whole").at("minor").as_int64(), 3'344);
  AttributeOptions options;
  options.answers.currency = parse_currency("JPY");
  const auto yen = run_on("path,conversions,value\nA > B,1,100.5\nB,1,3\n", options);
  EXPECT_EQ(yen.at("minor_digits").to_number<int>(), 0);
  EXPECT_EQ(yen.at("whole").at("minor").as_int64(), 104);
  EXPECT_EQ(yen.at("notes").as_array()[0].as_string(),
            "journeys.csv: 1 amount finer than 1 was rounded to it.");
}

TEST_F(AttributeTest, ALogInOneFileSaysOfEachRowWhatItIs) {
  AttributeOptions options;
  options.file =
      write_file("log.csv",
                 "kind,customer_id,epoch_s,channel_or_value\nT,1,1735689600,Mail\nT,1,1735693200,Call\n"
                 "C,1,1735696800,120.50\nT,2,1735689600,Mail\n");
  const auto by_kind = run_to_json(options);
  EXPECT_EQ(minor(by_kind, "linear", "Mail"), 6'025) << complained;
  EXPECT_EQ(by_kind.at("journeys_not_converted").to_number<int>(), 1);
  options.file = write_file("flags.csv",
                            "cookie,time,conversion,conversion_value,channel\n"
                            "a,2025-01-01 00:00:00,0,,Mail\na,2025-01-01 01:00,1,120.50,Call\n"
                            "b,2025-01-01,0,,Mail\n");
  const auto by_flag = run_to_json(options);
  EXPECT_EQ(by_flag.at("models"), by_kind.at("models")) << complained;
}

TEST_F(AttributeTest, ALogMaySayItselfWhatIsOfSalesAndWhatIsDirect) {
  AttributeOptions options;
  options.file = write_file("touches.csv",
                            "account,at,channel_name,side,is_direct,campaign\n"
                            "N,2026-03-02,Mail,marketing,no,Spring\nN,2026-03-09,Call,sales,no,Spring\n"
                            "N,2026-03-10,Mail,,no,Spring\nN,2026-03-16,Web,marketing,yes,\n");
  options.conversions = write_file("orders.csv", "account,happened_at,value\nN,2026-03-16,1000\n");
  const auto all = run_to_json(options);
  EXPECT_EQ(minor(all, "w_shaped", "Call"), 30'000) << complained;
  EXPECT_EQ(minor(all, "last_non_direct", "Mail"), 100'000);
  options.answers.columns = {{"campaign", "channel"}};
  run_to_json(options);
  EXPECT_EQ(code, 1);
  EXPECT_TRUE(complains("touches.csv, line 5, campaign: The cell is empty. Name the channel of the touch."))
      << complained;
}

TEST_F(AttributeTest, ALookBackThatLeavesNothingIsSaid) {
  AttributeOptions options;
  options.file = write_file("touches.csv", "account,at,channel\nN,2026-02-01,Mail\n");
  options.conversions = write_file("orders.csv", "account,at,value\nN,2026-02-20,400.00\n");
  options.lookback_days = 0;
  EXPECT_EQ(run(options), 2);
  EXPECT_TRUE(complains("of all touches none lies in the look-back of 0 days before a conversion"))
      << complained;
}

TEST_F(AttributeTest, LookBackAndHalfLifeAreThoseThatAreTold) {
  AttributeOptions options;
  options.file = write_file("touches.csv",
                            "customer_id,timestamp,channel\nN,2026-01-01,Fair\nN,2026-03-02,Mail\n"
                            "N,2026-03-16,Call\nM,2026-01-01,Fair\n");
  options.conversions = write_file(
      "orders.csv", "customer_id,timestamp,value\nN,2026-03-16,300\nM,2026-12-01,50\nX,2026-12-01,7\n");
  options.half_life_days = 14;
  options.lookback_days = 30;
  const auto all = run_to_json(options);
  EXPECT_EQ(minor(all, "time_decay", "Mail"), 10'000) << complained;
  EXPECT_EQ(minor(all, "time_decay", "Fair"), 0);
  EXPECT_EQ(all.at("unattributed").at("minor").as_int64(), 5'700);
  EXPECT_EQ(all.at("touches_before_lookback").to_number<int>(), 2);
  options.lookback_days = 400;
  EXPECT_EQ(run_to_json(options).at("unattributed").at("minor").as_int64(), 700);
}

/// As the server counts them: a conversion of a day came at its end, and 2 April is in the 90 days of 1 July.
TEST_F(AttributeTest, WhatIsKnownByItsDayCountsByWholeDays) {
  AttributeOptions options;
  options.file = write_file("touches.csv",
                            "customer_id,timestamp,channel\nA,2026-04-01,Fair\nA,2026-04-02,Mail\n"
                            "B,2026-07-01 10:00,Call\nB,2026-07-02 00:30,Fair\n"
                            "C,2026-04-02 09:00,Fair\nC,2026-04-02 10:00,Call\n");
  options.conversions = write_file("orders.csv",
                                   "customer_id,timestamp,value\nA,2026-07-01,100\nB,2026-07-01,40\n"
                                   "C,2026-07-01 10:00,3\n");
  const auto all = run_to_json(options);
  EXPECT_EQ(minor(all, "linear", "Mail"), 10'000) << complained;
  EXPECT_EQ(minor(all, "linear", "Call"), 4'300) << complained;
  EXPECT_EQ(minor(all, "linear", "Fair"), 0) << complained;
  options.answers.time_zone = "Asia/Tokyo";
  EXPECT_EQ(minor(run_to_json(options), "linear", "Call"), 4'300)
      << "days are those of the zone that is told";
  options.file = write_file("touches.csv",
                            "customer_id,timestamp,channel\nB,2026-07-01T14:59:00Z,Call\n"
                            "B,2026-07-01T15:00:00Z,Fair\n");
  EXPECT_EQ(minor(run_to_json(options), "last", "Call"), 4'000) << "what names its zone as well";
}

TEST_F(AttributeTest, AJourneyOfTenThousandTouchesAndAThousandChannelsWork) {
  std::string path, rows = "path,conversions,value,null\n";
  for (int i = 0; i < 10'000; ++i) path += (i == 0 ? "c" : " > c") + std::to_string(i % 1'000);
  AttributeOptions options;
  options.markov_order = 1;
  const auto all = run_on(rows + path + ",1,100,3\nc1,0,0,5\n", options);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(minor(all, "linear", "c500"), 10);
  EXPECT_FALSE(model_in(all, "model", "shapley_by_rate").at("reason").is_null());
}

// ---- What it says --------------------------------------------------------------------------------------

TEST_F(AttributeTest, WithoutJourneysThatDidNotConvertItSaysWhatThatMeans) {
  run_on("path,conversions,value\nFair > Mail,2,100\n");
  EXPECT_TRUE(
      says("The file does not count journeys that did not convert: the probability of conversion is 1"))
      << said;
  EXPECT_EQ(code, 0);
}

TEST_F(AttributeTest, WhatAModelLacksIsSaidAndHowToGiveIt) {
  AttributeOptions options;
  options.file = write_file("journeys.csv", plain);
  EXPECT_EQ(run(options), 0);
  EXPECT_TRUE(says("W is not shown: the file does not say which channels are of sales; name them: --sales"))
      << said;
  EXPECT_TRUE(says("Last non-direct is not shown: the file does not say which channel is direct")) << said;
  EXPECT_TRUE(says("Time decay is not shown: grouped journeys hold no times")) << said;
  EXPECT_TRUE(says("whole          4.00")) << said;
  options.answers.sales = {"Cal"};
  EXPECT_EQ(run(options), 2);
  EXPECT_EQ(complained, "journeys.csv: No channel is called \"Cal\". The channels are Fair and Mail.\n");
}

TEST_F(AttributeTest, DirectIsKnownByItsUsualName) {
  const auto all = run_on("path,conversions,null\nMail > (direct),2,1\n");
  EXPECT_EQ(conversions(all, "last_non_direct", "Mail"), 2);
  EXPECT_EQ(all.at("notes").as_array()[0].as_string(), "Direct is (direct), by its name.");
}

TEST_F(AttributeTest, TheTableFitsItsWidthAndCsvHasARowForEachChannel) {
  AttributeOptions options;
  options.file = write_file("journeys.csv", plain);
  run(options, 80);
  std::istringstream lines(said.substr(said.find("\n\n"), said.find("is not shown") - said.find("\n\n")));
  for (std::string line; std::getline(lines, line) && line.find("is not") == std::string::npos;)
    EXPECT_LE(line.size(), 80U) << line;
  options.format = AttributeFormat::csv;
  run(options);
  EXPECT_TRUE(said.starts_with("channel,first_conversions,first_value,last_conversions,")) << said;
  EXPECT_TRUE(says("\r\nFair,3.000000,1000.50,0.000000,0.00,,,1.500000,500.25,")) << said;
  EXPECT_TRUE(says("\r\n(unattributed),0,0.00,0,0.00,,,0,0.00,")) << said;
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 4) << "with it each column sums to the whole";
  EXPECT_TRUE(complains("W is blank: the file does not say which channels are of sales")) << complained;
  const auto commas = [&](std::size_t from) {
    return std::count(said.begin() + static_cast<long>(from),
                      said.begin() + static_cast<long>(said.find('\n', from)), ',');
  };
  EXPECT_EQ(commas(0), commas(said.find("\nFair") + 1));
  EXPECT_EQ(commas(0), commas(said.find("(unattributed)")));
}

/// Where Markov has no answer its columns are blank, and there all the same.
TEST_F(AttributeTest, WhichColumnsACsvHasDoesNotDependOnTheData) {
  AttributeOptions options;
  options.format = AttributeFormat::csv;
  const auto header = [&](const std::string& text) {
    options.file = write_file("journeys.csv", text);
    EXPECT_EQ(run(options), 0);
    return said.substr(0, said.find('\r'));
  };
  const auto usual = header(plain);
  EXPECT_NE(usual.find("markov_2_removal_effect"), std::string::npos) << usual;
  EXPECT_EQ(header("path,conversions,value,null\nMail,0,0,5\n"), usual);
  EXPECT_TRUE(complains("Markov 1 is blank: no journey converted")) << complained;
  const auto row = said.substr(said.find("\nMail") + 1);
  EXPECT_EQ(std::count(row.begin(), row.begin() + static_cast<long>(row.find('\r')), ','),
            std::count(usual.begin(), usual.end(), ','));
}

/// A name is text from anywhere; what a terminal would take for a command is written out.
TEST_F(AttributeTest, ANameCannotCommandTheTerminal) {
  AttributeOptions options;
  std::string plain_rows;  // a file that is full of control bytes is no text, and refused as a whole
  for (int i = 0; i < 40; ++i) plain_rows += "A mailing of spring,1,2\n";
  options.file = write_file("journeys.csv",
                            "path,conversions,null\nMa\x1B[2Jil > \xC2\x9B"
                            "31mFair > Küche,1,2\n" +
                                plain_rows + "Ma\x1B[2Jil,\x1B[2J,1\n");
  run(options);
  for (const auto& text : {said, complained}) {
    EXPECT_EQ(text.find('\x1B'), std::string::npos) << text;
    EXPECT_EQ(text.find('\x9B'), std::string::npos) << text;
  }
  EXPECT_TRUE(says("Ma\\x1B[2Jil") && says("\\x9B31mFair") && says("Küche")) << said;
  EXPECT_TRUE(complains("\"\\x1B[2J\" is not a number.")) << complained;
}

TEST_F(AttributeTest, OneOfAThingIsCalledOne) {
  AttributeOptions options;
  options.file = write_file("journeys.csv", "path,conversions,null\nMail,1,1\n");
  run(options);
  EXPECT_TRUE(
      says("journeys.csv: 1 row of grouped journeys, 1 channel.\n1 conversion; 1 journey did not convert; "
           "1 path.\n"))
      << said;
}

TEST_F(AttributeTest, IntervalsHoldTheCreditAndAreTheSameEachTime) {
  AttributeOptions options;
  options.has_intervals = true;
  options.resamples = 50;
  const std::string text =
      "path,conversions,value,null\nFair > Mail,40,1000,100\nMail,30,300,200\nCall,30,900,90\n";
  const auto all = run_on(text, options);
  EXPECT_EQ(run_on(text, options), all);
  for (const auto* model : {"linear", "markov_2", "shapley_by_rate"}) {
    const auto& credit = credit_in(model_in(all, "model", model), "Mail");
    const auto& interval = credit.at("conversions_interval").as_array();
    EXPECT_LT(interval[0].to_number<double>(), credit.at("conversions").to_number<double>()) << model;
    EXPECT_GT(interval[1].to_number<double>(), credit.at("conversions").to_number<double>()) << model;
  }
}

TEST_F(AttributeTest, TooManyResamplesAreSaidAndHowManyAreNot) {
  AttributeOptions options;
  options.has_intervals = true;
  options.resamples = 60'000'000;
  options.file = write_file("journeys.csv", plain);
  EXPECT_EQ(run(options), 0);
  EXPECT_TRUE(
      says("Linear has no intervals: 60000000 resamples of 2 different paths would take too long; ask for "
           "fewer: --resamples 50000000."))
      << said;
}

// ---- Whatever the file holds -----------------------------------------------------------------------------

/// Words of files of journeys in any order: the command ends with a code, and what it counts adds up.
class AttributeProperty : public AttributeTest {
 public:
  void TestBody() override {}
  void check() {
    static const std::vector<std::string> words{
        "path",      "conversions", "null",  "value",      "customer_id", "timestamp",
        "channel",   "kind",        "\n",    "\n",         "\n",          ",",
        ",",         ",",           ",",     ";",          "\"",          "\xff",
        " > ",       ">",           "-",     "0",          "1",           "2",
        "1.5",       "1,5",         "1.234", "2026-03-02", "03/04/2026",  "€9",
        "9e9",       "Mail",        "Fair",  "touch",      "order",       "999999999999999999",
        "1735689600"};
    const auto word = [&] { return words[*rc::gen::inRange<std::size_t>(0, words.size())]; };
    const auto header = *rc::gen::element<std::string>("path,conversions,value,null", "path,conversions",
                                                       "customer_id,timestamp,channel,kind,value", "Mail,2");
    std::string text = header + "\n";
    for (auto rows = *rc::gen::inRange(0, 8); rows > 0; --rows) {
      auto cells = std::count(header.begin(), header.end(), ',') + *rc::gen::element(0, 0, 0, 0, 0, -1, 1);
      for (text += word(); cells > 0; --cells) text += "," + word();
      text += *rc::gen::element<std::string>("\n", "\r\n", "\r", "");
    }
    const auto all = run_on(text);
    RC_ASSERT(code >= 0 && code <= 2);
    RC_CLASSIFY(code == 0, "all counted");
    RC_CLASSIFY(code == 1, "some counted");
    RC_ASSERT((code == 2) == all.empty());
    RC_ASSERT((code == 0) == complained.empty());
    if (all.empty()) return;
    const auto attributed = all.at("attributed").at("minor"), whole = all.at("whole").at("minor");
    for (const auto& model : all.at("models").as_array()) {
      if (!model.at("reason").is_null() || whole.is_null()) continue;
      if (!model.at("reason_no_value").is_null()) continue;
      RC_ASSERT(sum_of_minor(model.as_object()) == attributed.as_int64());
    }
  }
};

RC_GTEST_PROP(AttributeWhatever, TheFileHoldsItEndsWithACodeAndAddsUp, ()) { AttributeProperty().check(); }

// ---- Codes it ends with --------------------------------------------------------------------------------

TEST_F(AttributeTest, ItEndsWithWhatHappened) {
  run_on(plain);
  EXPECT_EQ(code, 0);
  run_on("path,conversions\nMail,1\nMail,x\n");
  EXPECT_EQ(code, 1);
  run_on("path,conversions\nMail,x\n");
  EXPECT_EQ(code, 2);
  run_on("name,city\nMail,Bonn\n");
  EXPECT_EQ(code, 2);
  AttributeOptions options;
  options.file = folder.file("nowhere.csv");
  EXPECT_THROW(run(options), Fault) << "which the program answers with 3";
  options.file = folder.file("");
  try {
    run(options);
    FAIL() << "a folder was read";
  } catch (const Fault& fault) {
    EXPECT_EQ(std::string(fault.what()), options.file + " is a folder. Name a file in it.");
  }
  run_on("path,conversions\nMail,x\nMail,x\n");
  EXPECT_TRUE(complains("2 rows stay out of 2 rows.\n")) << complained;
}

}  // namespace
}  // namespace accord::app
