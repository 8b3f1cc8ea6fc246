// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "db/read.hpp"

namespace accord {

/// A row by its name, with what tells it from others of that name.
struct NamedRow {
  std::int64_t id = 0;
  std::string name;
  std::vector<SqlValue> details;
};

/// How well a name fits what somebody typed; best first.
enum class Fit : std::uint8_t { whole, beginning, beginning_of_word, within, none };

/// Every word of the text must occur in the name. Case counts for letters beyond ASCII only.
Fit fit_of(std::string_view name, std::string_view text);

/// The rows of a table or view whose field `name` fits the text, or whose `key` is the text; best first,
/// short names before long ones. With a field `territory` or `territories`, those of the actor's
/// territories and of none.
std::vector<NamedRow> find_named(const Read&, const RecordInfo&, const std::vector<std::string_view>& details,
                                 std::string_view text, std::int64_t limit);

/// Those of these ids that the actor may see.
std::vector<NamedRow> find_named(const Read&, const RecordInfo&, const std::vector<std::string_view>& details,
                                 const std::vector<std::int64_t>& ids);

}  // namespace accord
