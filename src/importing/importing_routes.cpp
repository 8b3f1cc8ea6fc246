// SPDX-License-Identifier: Apache-2.0
#include "importing/importing_store.hpp"

namespace accord::importing {

const Subject subject{.name = "importing",
                      .schema = schema(),
                      .rules = {&import_already_undone, &import_not_landed, &import_has_run,
                                &import_is_running, &import_has_questions, &import_file_gone,
                                &import_unreadable, &import_mapping_wrong, &upload_too_large},
                      .checks = {{"imports_count_their_problems",
                                  "Each import keeps every row that it says it refused.", miscounted}}};

}  // namespace accord::importing
