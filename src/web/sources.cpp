// SPDX-License-Identifier: Apache-2.0
#include "web/sources.hpp"

#include <algorithm>

namespace accord::web {
namespace {

constexpr std::string_view commit_header = "Accord-Commit", topics_header = "Accord-Topics";

std::string joined(const TableNames& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void note(const Input& input, std::int64_t commit, std::string topics) {
  input.reply_header(std::string(commit_header), std::to_string(commit));
  input.reply_header(std::string(topics_header), std::move(topics));
}

bool is_noted(const Input& input) {
  return std::ranges::any_of(input.reply_headers, [](const auto& one) { return one.name == topics_header; });
}

}  // namespace

void note_sources(const Input& input, const Database& database, const Read& read) {
  note(input, read.as_of(), joined(database.topics_among(read.touched().read)));
}

json::value with_sources(const Route& route, Work& work) {
  const auto commit = work.database.read(work.actor, [](const Read& read) { return read.as_of(); });
  json::value reply = route.work(work);
  if (!is_noted(work.input)) note(work.input, commit, "*");
  return reply;
}

}  // namespace accord::web
