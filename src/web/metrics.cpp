// SPDX-License-Identifier: Apache-2.0
#include "web/metrics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/instant.hpp"

namespace accord::web {
namespace {

/// When this process began, near enough: as the program was loaded.
const Instant started = SystemClock{}.now();

std::string labels_of(std::string_view method, std::string_view route, std::string_view more = "") {
  return fmt::format(R"({{method="{}",route="{}"{}}})", method, route, more);
}

double resident_bytes() {
  double pages_of_all = 0, pages_resident = 0;
  std::ifstream("/proc/self/statm") >> pages_of_all >> pages_resident;
  return pages_resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double bytes_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error ? 0 : static_cast<double>(size);
}

}  // namespace

void MetricsText::family(std::string_view name, std::string_view kind, std::string_view sentence) {
  family_ = name;
  text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, sentence, name, kind);
}

void MetricsText::sample(std::string_view labels, double value, std::string_view suffix) {
  text_ += fmt::format("{}{}{} {}\n", family_, suffix, labels, value);
}

void MetricsText::one(std::string_view name, std::string_view kind, std::string_view sentence, double value) {
  family(name, kind, sentence);
  sample("", value);
}

void Metrics::count(std::string_view method, std::string_view route, int status, double seconds) {
  const Call call{std::string(method), std::string(route)};
  const auto at = std::ranges::lower_bound(bounds, seconds) - bounds.begin();
  const std::lock_guard lock(mutex_);
  ++requests_[{call, status}];
  auto& times = times_[call];
  ++times.counts.at(static_cast<std::size_t>(at));
  times.seconds += seconds;
}

void Metrics::write(MetricsText& text) const {
  const std::lock_guard lock(mutex_);
  text.family("accord_http_requests_total", "counter", "Requests answered, by route and status.");
  for (const auto& [key, count] : requests_) {
    const auto& [call, status] = key;
    text.sample(labels_of(call.method, call.route, fmt::format(R"(,status="{}")", status)),
                static_cast<double>(count));
  }
  text.family("accord_http_request_seconds", "histogram", "Time from the whole request to its reply.");
  for (const auto& [call, times] : times_) {
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < times.counts.size(); ++i) {
      so_far += times.counts[i];
      const std::string bound = i < bounds.size() ? fmt::format("{}", bounds.at(i)) : "+Inf";
      text.sample(labels_of(call.method, call.route, fmt::format(R"(,le="{}")", bound)),
                  static_cast<double>(so_far), "_bucket");
    }
    text.sample(labels_of(call.method, call.route), times.seconds, "_sum");
    text.sample(labels_of(call.method, call.route), static_cast<double>(so_far), "_count");
  }
}

void write_process(MetricsText& text, std::string_view database_path) {
  const std::string path(database_path);
  text.family("accord_database_bytes", "gauge", "Size of the database and of its log of new pages.");
  text.sample(R"({file="database"})", bytes_of(path));
  text.sample(R"({file="log"})", bytes_of(path + "-wal"));
  text.one("process_resident_memory_bytes", "gauge", "Memory that the process holds now.", resident_bytes());
  text.one("process_start_time_seconds", "gauge", "When the process began, in seconds since 1970.",
           static_cast<double>(started.ms) / 1000);
}

}  // namespace accord::web
