// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "db/database.hpp"
#include "tests/temporary_folder.hpp"

namespace accord::tests {

/// What facts of money and contact are kept in and stand on, in the order of the subjects. Without the
/// agreements, imports and reviews above them, so that such a test is built where those are not.
std::vector<Schema> schemas_of_facts();

/// A company for tests of facts: the territories North and South, and nobody who signs in.
class Facts {
 public:
  Facts();
  Database& database() { return database_; }

 private:
  TemporaryFolder folder_;
  SetClock clock_;
  Database database_;
};

}  // namespace accord::tests
