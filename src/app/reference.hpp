// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "web/route.hpp"
#include "web/subject.hpp"

/// The generated part of the manual.
namespace accord::app {

/// Each route with its right, what it takes and what it answers.
std::string api_reference(const Subjects&);
/// Each right, who holds it and what it opens.
std::string rights_reference(const Subjects&);
/// Each rule that refuses, and what to do then.
std::string refusals_reference(const Subjects&);
/// The same by code, with what is answered where no subject's rule refuses.
std::map<std::string_view, const Rule*> every_refusal(const Subjects&);
/// The same as a page that needs no session and no script, each at the anchor of its code.
std::string refusals_page(const Subjects&);
web::HttpReply show_refusals(const web::Serving&);
/// Routes × roles as plain text: a change of who may do what shows as a difference of this file.
std::string rights_matrix(const Subjects&);

}  // namespace accord::app
