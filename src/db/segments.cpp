// SPDX-License-Identifier: Apache-2.0
#include "db/segments.hpp"

#include <filesystem>
#include <iostream>

#include "base/check.hpp"

namespace accord {

std::string segments_folder_of(const std::string& database_path) { return database_path + "-segments"; }

Segments::Segments(std::string folder)
    : folder_(std::move(folder)), notice_([](const std::string& line) { std::cerr << line << "\n"; }) {}

Segment::Held Segments::renew(const std::string& name, std::string_view layout, const Renew& renew) {
  auto& file = file_of(name);
  const std::lock_guard lock(file.mutex);
  if (!file.held) file.held = open(name, layout);
  file.held = renew(file.held, [&](const SegmentWriter& writer) { return put(name, layout, writer); });
  return file.held;
}

/// They stay where they are as others come.
Segments::File& Segments::file_of(const std::string& name) {
  const std::lock_guard lock(mutex_);
  return files_[name];
}

void Segments::notice(const std::string& line) {
  const std::lock_guard lock(mutex_);
  notice_(line);
}

void Segments::on_notice(Notice notice) {
  const std::lock_guard lock(mutex_);
  notice_ = std::move(notice);
}

Segment::Held Segments::open(const std::string& name, std::string_view layout) {
  auto opened = Segment::open(path_of(name), layout);
  if (auto* segment = std::get_if<Segment::Held>(&opened)) return std::move(*segment);
  const auto& why = std::get<std::string>(opened);
  if (why != Segment::not_there)
    notice("The column file " + path_of(name) + " is made again from the facts: " + why + ".");
  return nullptr;
}

Segment::Held Segments::put(const std::string& name, std::string_view layout, const SegmentWriter& writer) {
  try {
    std::filesystem::create_directories(folder_);
    writer.write(path_of(name));
  } catch (const std::exception& error) {
    notice("Without the column file, every change is followed by reading all facts. " +
           std::string(error.what()));
    return nullptr;
  }
  return open(name, layout);
}

}  // namespace accord
