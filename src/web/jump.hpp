// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "db/read.hpp"

namespace accord::web {

/// Something that the jump box leads to.
struct JumpItem {
  std::string kind;  ///< "Account"
  std::string name;
  std::string detail;  ///< what tells it from others of that name
  std::string link;    ///< its page
};
struct JumpItems {
  std::vector<JumpItem> items;
};

/// A kind of thing that the jump box finds. Its subject names it in one line: rows of a described table or
/// view with a field `name`, or, where they are few and worked out, a function that gives all of them.
struct Jump {
  std::string_view kind;  ///< "Account", as the box says it
  Right right;
  std::string_view path{};                  ///< of rows: their list's; a row's page is `path/id`
  const RecordInfo& (*row)() = nullptr;     ///< of rows
  std::vector<std::string_view> details{};  ///< of rows: fields that tell one from another
  std::vector<JumpItem> (*all)(const Read&) = nullptr;
};

class Input;
/// The route: by `?q=` what the actor may see and open, best first; by `?at=` what is at those addresses.
JumpItems jump(const Read&, const Input&);

}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::JumpItem> = record("jump_item", "Something that the jump box leads to.",
                                                        field(&web::JumpItem::kind, "kind", "What it is."),
                                                        field(&web::JumpItem::name, "name", "Its name."),
                                                        field(&web::JumpItem::detail, "detail",
                                                              "What tells it from others of that name."),
                                                        field(&web::JumpItem::link, "link", "Its page."));
template <>
inline constexpr auto described<web::JumpItems> = record("jump_items", "What the jump box found, best first.",
                                                         field(&web::JumpItems::items, "items",
                                                               "What was found."));
}  // namespace accord
