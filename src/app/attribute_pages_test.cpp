// SPDX-License-Identifier: Apache-2.0
// The pages of docs/attribution: their tables of journeys are fed to the command that stands there, and what
// comes out is compared with their tables of results.
#include <filesystem>

#include "base/text.hpp"
#include "tests/attribute_command.hpp"

namespace accord::app {
namespace {

using Cells = std::vector<std::string>;
using MarkdownTable = std::vector<Cells>;

/// What an example is made of.
struct Page {
  Cells command;  ///< the words of `accord attribute …`
  std::vector<MarkdownTable> tables;
};

Cells cells_of(std::string_view line) {
  Cells cells;
  for (const auto cell : split(line.substr(1, line.size() - 2), '|')) cells.emplace_back(trimmed(cell));
  return cells;
}

bool is_rule(const std::string& line) { return line.starts_with("|--"); }

Page page_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  Page page;
  bool is_in_table = false;
  for (std::string line; std::getline(in, line);) {
    if (page.command.empty() && line.starts_with("accord attribute ")) {
      for (const auto word : split(line, ' ')) page.command.emplace_back(word);
    }
    const bool is_of_table = line.starts_with("|");
    if (is_of_table && !is_in_table) page.tables.emplace_back();
    if (is_of_table && !is_rule(line)) page.tables.back().push_back(cells_of(line));
    is_in_table = is_of_table;
  }
  return page;
}

/// The file that a table of a page is; nothing where it is none.
std::string file_of(const MarkdownTable& table) {
  const auto& header = table.front();
  if (header.front() == "path") return "journeys.csv";
  if (header.front() != "customer_id") return "";
  return header.back() == "channel" ? "touches.csv" : "orders.csv";
}

std::string csv_of(const MarkdownTable& table) {
  std::string text;
  for (const auto& row : table) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + row[i];
    text += "\n";
  }
  return text;
}

std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names;
  for (const auto name : split(list, ',')) names.emplace_back(name);
  return names;
}

/// Which model a page is of.
const std::map<std::string, std::string> model_of_page{{"first-touch", "first"},
                                                       {"last-touch", "last"},
                                                       {"last-non-direct", "last_non_direct"},
                                                       {"linear", "linear"},
                                                       {"position-based", "position_based"},
                                                       {"w-shaped", "w_shaped"},
                                                       {"time-decay", "time_decay"},
                                                       {"markov", "markov_1"},
                                                       {"shapley", "shapley"},
                                                       {"shapley-by-rate", "shapley_by_rate"}};

class AttributePage : public tests::AttributeCommand,
                      public testing::WithParamInterface<std::filesystem::path> {
 protected:
  json::object run_page(const Page& page) {
    for (const auto& table : page.tables) {
      if (const auto name = file_of(table); !name.empty()) write_file(name, csv_of(table));
    }
    AttributeOptions options;
    options.file = folder.file(page.command.at(2));
    for (std::size_t i = 3; i + 1 < page.command.size(); i += 2)
      take_option(options, page.command[i], page.command[i + 1]);
    return run_to_json(options);
  }

  void take_option(AttributeOptions& options, const std::string& name, const std::string& value) {
    if (name == "--conversions")
      options.conversions = folder.file(value);
    else if (name == "--sales")
      options.answers.sales = names_in(value);
    else if (name == "--direct")
      options.answers.is_direct = names_in(value);
    else if (name == "--order")
      options.markov_order = std::stoul(value);
    else if (name == "--half-life-days")
      options.half_life_days = std::stod(value);
    else
      ADD_FAILURE() << "the test does not know the option " << name;
  }

  static std::string value_of(const json::object& credit) {
    return importing::plain_amount(credit.at("minor").as_int64(), 2);
  }

  /// A row for each channel: its conversions, and its value.
  static void expect_channels(const MarkdownTable& table, const json::object& model) {
    EXPECT_EQ(table.front(), (Cells{"channel", "conversions", "value"}));
    EXPECT_EQ(table.size() - 1, model.at("credits").as_array().size());
    for (std::size_t row = 1; row < table.size(); ++row) {
      const auto& credit = credit_in(model, table[row][0]);
      EXPECT_NEAR(credit.at("conversions").to_number<double>(), std::stod(table[row][1]), 0.0050001)
          << table[row][0];
      EXPECT_EQ(value_of(credit), table[row][2]) << table[row][0];
    }
  }

  /// A row for each model, a column for each channel: its value.
  static void expect_models(const MarkdownTable& table, const json::object& all) {
    EXPECT_EQ(table.size() - 1, all.at("models").as_array().size());
    for (std::size_t row = 1; row < table.size(); ++row) {
      const auto& model = model_in(all, "title", table[row][0]);
      for (std::size_t i = 1; i < table[row].size(); ++i)
        EXPECT_EQ(value_of(credit_in(model, table.front()[i])), table[row][i]) << table[row][0];
    }
  }
};

TEST_P(AttributePage, ShowsWhatTheCommandFinds) {
  const auto page = page_of(GetParam());
  ASSERT_GE(page.tables.size(), 2U);
  const auto all = run_page(page);
  ASSERT_EQ(code, 0) << complained;
  const auto& results = page.tables.back();
  if (GetParam().stem() == "README")
    expect_models(results, all);
  else
    expect_channels(results, model_in(all, "model", model_of_page.at(GetParam().stem().string())));
}

std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator("docs/attribution"))
    found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

INSTANTIATE_TEST_SUITE_P(Docs, AttributePage, testing::ValuesIn(pages()), [](const auto& info) {
  auto name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(AttributePages, OneForEachModelAndOneThatComparesThem) {
  std::size_t models = 0;
  for (const auto& page : pages()) models += model_of_page.contains(page.stem().string());
  EXPECT_EQ(models, model_of_page.size());
  EXPECT_EQ(pages().size(), models + 1);
}

}  // namespace
}  // namespace accord::app
