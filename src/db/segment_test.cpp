// SPDX-License-Identifier: Apache-2.0
#include "db/segment.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/check.hpp"

namespace accord {
namespace {

class SegmentTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove_all(folder); }

  void write() {
    SegmentWriter writer("test 1");
    writer.add(numbers);
    writer.add(bytes);
    writer.add(std::vector<std::int64_t>{});
    writer.write(path);
  }
  std::shared_ptr<const Segment> segment() {
    auto opened = Segment::open(path, "test 1");
    if (const auto* why = std::get_if<std::string>(&opened)) throw Fault(*why);
    return std::get<0>(opened);
  }
  std::string refusal(std::string_view layout = "test 1") {
    const auto opened = Segment::open(path, layout);
    return std::holds_alternative<std::string>(opened) ? std::get<1>(opened) : "";
  }

  std::filesystem::path folder = [] {
    std::string name = (std::filesystem::temp_directory_path() / "accord-segment-XXXXXX").string();
    CHECK(mkdtemp(name.data()) != nullptr);
    return name;
  }();
  std::string path = (folder / "touchpoints").string();
  std::vector<std::int64_t> numbers{5, -7, std::int64_t{1} << 62};
  std::vector<std::uint8_t> bytes{1, 2, 3};
};

TEST_F(SegmentTest, ColumnsComeBackAsTheyWere) {
  write();
  const auto stored = segment();
  EXPECT_EQ(std::vector(stored->column<std::int64_t>(0).begin(), stored->column<std::int64_t>(0).end()),
            numbers);
  EXPECT_EQ(std::vector(stored->column<std::uint8_t>(1).begin(), stored->column<std::uint8_t>(1).end()),
            bytes);
  EXPECT_TRUE(stored->column<std::int64_t>(2).empty());
  EXPECT_THROW(stored->column<std::int32_t>(0), Bug) << "a column is read as what it was written as";
  EXPECT_THROW(stored->column<std::int64_t>(3), Bug);
}

TEST_F(SegmentTest, AnyDamagedByteIsNoticed) {
  write();
  const auto size = std::filesystem::file_size(path);
  for (std::uintmax_t at = 0; at < size; ++at) {
    write();
    {
      std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
      file.seekg(static_cast<std::streamoff>(at));
      const char was = static_cast<char>(file.get());
      file.seekp(static_cast<std::streamoff>(at));
      file.put(static_cast<char>(was ^ 0x20));
    }
    EXPECT_NE(refusal(), "") << "byte " << at;
  }
}

TEST_F(SegmentTest, ATruncatedFileIsNoticed) {
  write();
  for (auto size = std::filesystem::file_size(path); size-- > 0;) {
    std::filesystem::resize_file(path, size);
    EXPECT_NE(refusal(), "") << size << " bytes";
  }
}

TEST_F(SegmentTest, AMissingFileAndAnotherLayoutAreNoticed) {
  EXPECT_EQ(refusal(), "it is not there");
  write();
  EXPECT_EQ(refusal("test 2"), "it is of another version");
}

TEST_F(SegmentTest, WhoReadsTheOldOneKeepsItWhileANewOneIsPut) {
  write();
  const auto old = segment();
  numbers = {1};
  write();
  EXPECT_EQ(old->column<std::int64_t>(0).size(), 3U);
  EXPECT_EQ(segment()->column<std::int64_t>(0).size(), 1U);
}

TEST_F(SegmentTest, WhereTheDiskTakesNothingTheOldOneStays) {
  write();
  SegmentWriter writer("test 1");
  writer.add(numbers);
  EXPECT_THROW(writer.write((folder / "missing" / "file").string()), Fault);
  EXPECT_EQ(segment()->column<std::int64_t>(0).size(), 3U);
}

}  // namespace
}  // namespace accord
