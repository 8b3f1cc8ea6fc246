// SPDX-License-Identifier: Apache-2.0
#include "app/generated.hpp"

#include <map>

#include "agreement/agreement.hpp"
#include "app/reference.hpp"
#include "web/typescript.hpp"

namespace accord::app {
namespace {

/// All that a form, a column or a tooltip may show: what crosses the wire, what is kept, what is signed.
web::Records shown_records(const Subjects& subjects) {
  const auto wire = web::wire_records(subjects);
  web::Records records;
  for (const auto* side : {&wire.replies, &wire.bodies}) {
    for (const auto& [name, info] : side->by_name()) records.add(*info);
  }
  for (const auto* subject : subjects) {
    for (const auto& table : subject->schema.tables) {
      if (table.kind != TableKind::plain) records.add(table.info());
    }
    for (const auto* kind : subject->agreements) records.add(kind->body());
  }
  return records;
}

}  // namespace

std::vector<GeneratedFile> generated_files(const Subjects& subjects) {
  const auto shown = shown_records(subjects);
  return {{"src/ui/api.gen.ts", web::api_typescript(subjects)},
          {"src/ui/described.gen.ts", web::described_typescript(shown)},
          {"src/ui/sentences.gen.ts", web::sentences_typescript(shown)},
          {"src/ui/pages.gen.ts", web::pages_typescript(subjects)},
          {"docs/api.md", api_reference(subjects)},
          {"docs/rights.md", rights_reference(subjects)},
          {"docs/refusals.md", refusals_reference(subjects)},
          {"tests/golden/rights.txt", rights_matrix(subjects)}};
}

}  // namespace accord::app
