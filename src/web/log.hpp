// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace accord {

/// Lines for whoever runs the server, on standard error. Never holds what people wrote.
void log_info(const std::string& line);
void log_error(const std::string& line);

}  // namespace accord
