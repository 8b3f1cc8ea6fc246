// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

namespace fs = std::filesystem;

const Sql count_opportunities{"SELECT COUNT(*) FROM opportunity"};
const Sql count_products{"SELECT COUNT(*) FROM product"};
const Sql count_people{"SELECT COUNT(*) FROM person"};
const Sql count_spend{"SELECT COUNT(*) FROM spend_standing"};
const Sql count_touchpoints{"SELECT COUNT(*) FROM touchpoint_standing"};
const Sql count_lines{"SELECT COUNT(*) FROM order_line_standing"};
const Sql count_named{"SELECT COUNT(*) FROM opportunity WHERE name = :text"};
const Sql count_sourced{"SELECT COUNT(*) FROM opportunity WHERE source = :text"};

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator("tests/bad")) {
    if (entry.path().extension() == ".expected") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class BadInputTest : public ImportFixture, public testing::WithParamInterface<fs::path> {
 protected:
  std::int64_t counted_by(const Sql& sql, const std::string& text) {
    return database->read(actor, [&](const Read& read) {
      return read.integer(sql, {{"text", text}}).value_or(0);
    });
  }

  void expect(const std::string& line, int code) {
    const auto space = line.find(' ');
    const std::string what = line.substr(0, space), value = line.substr(space + 1);
    const std::map<std::string, std::function<std::string()>> counted{
        {"exit", [&] { return std::to_string(code); }},
        {"opportunities", [&] { return std::to_string(integer(count_opportunities)); }},
        {"products", [&] { return std::to_string(integer(count_products)); }},
        {"people", [&] { return std::to_string(integer(count_people)); }},
        {"spend", [&] { return std::to_string(integer(count_spend)); }},
        {"touchpoints", [&] { return std::to_string(integer(count_touchpoints)); }},
        {"lines", [&] { return std::to_string(integer(count_lines)); }}};
    if (counted.contains(what)) {
      EXPECT_EQ(counted.at(what)(), value) << what << "\n" << said;
    } else if (what == "says") {
      EXPECT_NE(said.find(value), std::string::npos) << value << "\n" << said;
    } else if (what == "names" || what == "sources") {
      EXPECT_EQ(counted_by(what == "names" ? count_named : count_sourced, value), 1) << value;
    } else {
      EXPECT_EQ(line, "without currency");
    }
  }
};

TEST_P(BadInputTest, SaysWhatIsWrongAndLosesNothing) {
  std::vector<std::string> lines;
  std::ifstream expected(GetParam());
  for (std::string line; std::getline(expected, line);) lines.push_back(line);
  ASSERT_FALSE(lines.empty());
  const bool is_told = lines.front() != "without currency";
  auto file = GetParam();
  const int code = run({file.replace_extension(".csv").string()}, is_told ? in_dollars() : ImportOptions{});
  for (const auto& line : lines) expect(line, code);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Files, BadInputTest, testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.stem().string(); });

/// A line of a gigabyte, made while it is read: it must be refused after a bounded part of it.
SourceFile line_of_a_gigabyte(std::int64_t& bytes_read, const std::string& before) {
  constexpr std::int64_t size = std::int64_t{1} << 30;
  return {"gigabyte.csv", size, [&bytes_read, before]() -> ByteSource {
            return [&bytes_read, before, at = std::size_t{0}](std::span<char> out) mutable -> std::size_t {
              if (bytes_read >= size) return 0;
              std::size_t count = before.copy(out.data(), out.size(), std::min(at, before.size()));
              std::fill(out.begin() + static_cast<long>(count), out.end(), 'x');
              at += out.size();
              bytes_read += static_cast<std::int64_t>(out.size());
              return out.size();
            };
          }};
}

class GigabyteTest : public ImportFixture {};

TEST_F(GigabyteTest, AFirstLineOfAGigabyteIsRefusedEarly) {
  std::int64_t bytes_read = 0;
  database->read(actor, [&](const Read& read) {
    const auto taken = take_in(read, line_of_a_gigabyte(bytes_read, ""), {});
    ASSERT_TRUE(std::holds_alternative<Problem>(taken));
    EXPECT_EQ(std::get<Problem>(taken).kind, ProblemKind::line_too_long);
  });
  EXPECT_LT(bytes_read, 8 << 20);
}

TEST_F(GigabyteTest, ALaterLineOfAGigabyteKeepsTheRowsBeforeIt) {
  std::int64_t bytes_read = 0;
  const auto file = line_of_a_gigabyte(bytes_read, "opportunity_id,stage\nA1,Proposal\nA2,");
  auto table = table_of(file);
  std::vector<std::int64_t> lines;
  for (Row row; table.next(row);) lines.push_back(row.line);
  EXPECT_EQ(lines, std::vector<std::int64_t>{2});
  ASSERT_TRUE(table.failure().has_value());
  EXPECT_EQ(table.failure()->kind, ProblemKind::line_too_long);
  EXPECT_EQ(table.failure()->line, 3);
  EXPECT_LT(bytes_read, 8 << 20);
}

}  // namespace
}  // namespace accord::importing
