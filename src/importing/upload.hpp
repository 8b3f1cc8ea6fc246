// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>

#include "importing/preview.hpp"

namespace accord::importing {

/// Where the bytes of an upload wait, beside the company's file.
std::filesystem::path place_of_upload(const Database&, Id<Import>);

/// How far the run of an import is; nothing while it does not run.
std::shared_ptr<Progress> running(const Database&, Id<Import>);

/// Marks an import as running while it lives; refuses a second run at the same time. Whoever takes an
/// upload's file away holds one, from before looking at the import until the file is gone.
class Running {
 public:
  Running(const Database&, Id<Import>);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  Progress& progress() const { return *progress_; }

 private:
  std::pair<std::string, std::int64_t> key_;
  std::shared_ptr<Progress> progress_;
};

/// The upload with what was said about it so far.
Intake intake_of(const Database&, const Read&, const Import&);

}  // namespace accord::importing
