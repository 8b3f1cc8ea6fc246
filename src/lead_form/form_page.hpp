// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "lead_form/form_submission.hpp"

/// The pages that visitors see: plain HTML, which works without a script, in a frame and on a phone.
namespace accord::lead_form {

/// The form, with what was typed and what is wrong with it.
std::string form_page(const LeadForm&, const Submission&, const std::vector<Fault>&, std::string_view token);
/// Asks to tick a box and press once more, with everything that was typed.
std::string confirm_page(const LeadForm&, const Submission&, std::string_view token);
/// One button, behind the link of a message.
std::string confirmation_page(const LeadForm&, std::string_view consent, std::string_view secret);
/// A heading and a sentence.
std::string plain_page(std::string_view heading, std::string_view sentence);

}  // namespace accord::lead_form
