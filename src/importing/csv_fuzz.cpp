// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "importing/table_file.hpp"

using namespace accord::importing;

/// Everything the rows hold, in one string, so that two readings can be compared.
static std::string reading_of(std::string_view bytes, std::size_t piece) {
  TableOptions options;
  options.limits = {.record_bytes = 4096, .cell_bytes = 256, .columns = 50};
  auto opened = TableFile::open(
      [bytes, piece, at = std::size_t{0}](std::span<char> out) mutable {
        std::size_t count = bytes.substr(at).copy(out.data(), std::min(out.size(), piece));
        at += count;
        return count;
      },
      options);
  if (auto* problem = std::get_if<Problem>(&opened)) return problem->reason;
  auto& table = std::get<TableFile>(opened);
  std::string all;
  std::int64_t last_line = table.header_line();
  for (Row row; table.next(row);) {
    if (row.line <= last_line) std::abort();
    if (!row.problem && row.cells.size() != table.columns().size()) std::abort();
    last_line = row.line;
    all += std::to_string(row.line) + (row.problem ? row.problem->reason : "") + '\n';
    for (auto cell : row.cells) all.append(cell) += '\x1f';
  }
  if (table.failure()) all += table.failure()->reason;
  return all + std::string(name_of(table.encoding()));
}

/// Any bytes are read without a crash, in order of their lines, and the same in pieces as at once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (reading_of(bytes, SIZE_MAX) != reading_of(bytes, 7)) std::abort();
  return 0;
}
