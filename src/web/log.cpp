// SPDX-License-Identifier: Apache-2.0
#include "web/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace accord {
namespace {

spdlog::logger& logger() {
  static const auto instance = spdlog::stderr_logger_mt("accord");
  return *instance;
}

}  // namespace

void log_info(const std::string& line) { logger().info(line); }
void log_error(const std::string& line) { logger().error(line); }

}  // namespace accord
