// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "web/subject.hpp"

namespace accord::app {

/// A file that follows from the descriptions; it is committed, and a test refuses a stale one.
struct GeneratedFile {
  std::string path;  ///< from the root of the repository
  std::string text;
};

/// What the screens know of the server, the reference part of the manual, and the matrix of rights.
std::vector<GeneratedFile> generated_files(const Subjects&);

}  // namespace accord::app
