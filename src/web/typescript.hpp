// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "web/records.hpp"

/// What the screens know of the server, written from the descriptions so that the two cannot drift apart.
namespace accord::web {

/// `api.gen.ts`: an interface for each record on the wire, and `Routes` by method and path.
std::string api_typescript(const Subjects&);
/// `described.gen.ts`: kind, unit and choices of each field, for forms and columns.
std::string described_typescript(const Records&);
/// `sentences.gen.ts`: what each field means, for tooltips and hints; apart, so that the first screen need
/// not wait for it.
std::string sentences_typescript(const Records&);
/// `pages.gen.ts`: path, title and component of each screen, loaded when it is first opened.
std::string pages_typescript(const Subjects&);

}  // namespace accord::web
