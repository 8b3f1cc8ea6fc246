// SPDX-License-Identifier: Apache-2.0
#include "app/reference.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "web/csv.hpp"
#include "web/refusal_reply.hpp"

namespace accord::app {
namespace {

const std::string heading =
    "<!-- SPDX-License-Identifier: Apache-2.0 -->\n<!-- Written by `accord generate`. -->\n";

std::string call_of(const web::Route& route) {
  return std::string(web::name_of(route.method)) + " " + std::string(route.path);
}

/// A table's cell may not end its row.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '|' ? std::string("\\|") : std::string(1, c);
  return result;
}

std::string type_of(const TypeInfo& type) {
  std::string text(name_of(type.kind));
  if (type.kind == Kind::record) text = std::string(type.record().name);
  if (type.kind == Kind::choice) {
    text.clear();
    for (const auto choice : type.choices) text += (text.empty() ? "" : ", ") + std::string(choice);
  }
  return type.is_list ? "list of " + text : text;
}

std::string fields_table(const RecordInfo& info) {
  std::string text = "\n| field | holds | |\n|---|---|---|\n";
  for (const auto& field : info.fields) {
    if (field.is_secret) continue;
    const bool is_free = field.type.is_optional || field.has_default;
    text += "| `" + std::string(field.name) + "` | " + type_of(field.type) +
            (is_free ? ", may be absent" : "") + " | " + cell(field.sentence) + " |\n";
  }
  return text;
}

std::string route_entry(const web::Route& route) {
  std::string text = "\n### `" + call_of(route) + "`\n\n" + std::string(route.sentence) + "\n\nRight: `" +
                     std::string(route.right.code) + "`.";
  if (route.serve)
    text += " As `" + std::string(route.media_type) + "`.";
  else if (route.method == web::Method::get)
    text += web::has_csv(route) ? " As `.json` or `.csv`." : " As `.json`.";
  if (route.body != nullptr) text += " Takes `" + std::string(route.body().name) + "`.";
  if (route.reply != nullptr)
    text += std::string(" Answers ") + (route.is_list ? "a list of " : "") + "`" +
            std::string(route.reply().name) + "`" +
            (route.said != nullptr
                 ? ", with `" + std::string(route.said_as) + "`: `" + std::string(route.said().name) + "`."
                 : ".");
  text += "\n";
  return text + (route.body != nullptr ? fields_table(route.body()) : "");
}

std::string cross(const Right& right, std::size_t width) {
  std::string line;
  for (int i = 0; i < role_count; ++i) {
    line += right.held_by.has(static_cast<Role>(i)) ? "x" : ".";
    line += std::string(width - 1, ' ');
  }
  return std::string(line.substr(0, line.find_last_not_of(' ') + 1));
}

std::string holders(const Right& right) {
  if (right.code == web::anyone.code) return "everybody, without signing in";
  if (right.held_by.bits == every_role.bits) return "every role";
  std::vector<std::string> names;
  for (int i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    if (right.held_by.has(role)) names.push_back(lower(label_of(name_of(role))));
  }
  return listed(names) + (right.is_company_wide ? ", where they see every territory" : "");
}

}  // namespace

std::string api_reference(const Subjects& subjects) {
  std::string text =
      heading +
      "# The API\n\nEach page's path answers its data with `.json` or `.csv` behind it. Lists take "
      "filters by field name, `q`, `order`, `after` and `limit`. The same as OpenAPI 3.1: "
      "`/openapi.json`, or `accord openapi`.\n";
  for (const auto* subject : subjects) {
    if (subject->routes.empty()) continue;
    text += "\n## " + label_of(subject->name) + "\n";
    for (const auto& route : subject->routes) text += route_entry(route);
  }
  return text;
}

std::string rights_reference(const Subjects& subjects) {
  std::map<std::string_view, std::pair<const Right*, std::vector<std::string>>> rights;
  const auto note = [&](const Right& right, const std::string& what) {
    auto& entry = rights[right.code];
    entry.first = &right;
    entry.second.push_back("`" + what + "`");
  };
  for (const auto* subject : subjects) {
    for (const auto& route : subject->routes) note(route.right, call_of(route));
    for (const auto& page : subject->pages) note(page.right, "page " + std::string(page.path));
  }
  std::string text =
      heading +
      "# Rights\n\nWhat each role may do. Whoever has a territory sees the rows of that territory, of "
      "those below it, and of none; what lies outside answers as if it did not exist.\n";
  for (const auto& [code, entry] : rights) {
    const auto& [right, opens] = entry;
    text += "\n## `" + std::string(code) + "`\n\n" + std::string(right->sentence) + "\n\nHeld by " +
            holders(*right) + ". Opens " + listed(opens) + ".\n";
  }
  return text;
}

std::map<std::string_view, const Rule*> every_refusal(const Subjects& subjects) {
  std::map<std::string_view, const Rule*> rules;
  for (const auto* rule : web::other_refusals) rules.emplace(rule->code, rule);
  for (const auto* subject : subjects) {
    for (const auto* rule : subject->rules) rules.emplace(rule->code, rule);
  }
  return rules;
}

std::string refusals_reference(const Subjects& subjects) {
  std::string text = heading +
                     "# Refusals\n\nWhat the rules forbid, and what to do instead. A server tells them under "
                     "`/docs/refusals`.\n";
  for (const auto& [code, rule] : every_refusal(subjects)) {
    text += "\n## " + std::string(code) + "\n\n" + std::string(rule->message) + " " +
            std::string(rule->remedy) + " (Status " + std::to_string(rule->status) + ".)\n";
  }
  return text;
}

std::string rights_matrix(const Subjects& subjects) {
  constexpr std::size_t column = 5;
  std::vector<std::pair<std::string, const Right*>> lines;
  for (const auto* subject : subjects) {
    for (const auto& route : subject->routes) lines.emplace_back(call_of(route), &route.right);
  }
  std::sort(lines.begin(), lines.end());
  std::size_t longest = 0, longest_right = 0;
  for (const auto& [call, right] : lines) {
    longest = std::max(longest, call.size());
    longest_right = std::max(longest_right, right->code.size());
  }
  const auto padded = [](std::string_view text, std::size_t width) {
    return std::string(text) + std::string(width + 2 - text.size(), ' ');
  };
  std::string text =
      "# SPDX-License-Identifier: Apache-2.0\n# Who may call what; written by `accord generate`. Columns:";
  for (int i = 0; i < role_count; ++i) text += " " + std::string(name_of(static_cast<Role>(i)));
  text += "\n";
  for (const auto& [call, right] : lines) {
    const bool is_open = right->code == web::anyone.code;
    text += padded(call, longest) + padded(right->code, longest_right) +
            (is_open ? "everybody, without signing in" : cross(*right, column)) + "\n";
  }
  return text;
}

}  // namespace accord::app
