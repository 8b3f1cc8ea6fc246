// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lead_form/lead_form.hpp"

/// What visitors send, and whether a machine sent it: pure, for it reads what comes from anybody.
namespace accord::lead_form {

/// The largest body that is read.
constexpr std::size_t submission_bytes_max = 16'384;

/// What a visitor typed, without white space at either end.
struct Submission {
  std::string name, email, company, phone, message;
  bool consents = false;
  bool is_ticked = false;  ///< the box of a page that asks whether they are a person
  std::string trap;        ///< a field that people do not see; machines fill it in
  std::string token;       ///< what the page gave along
};

/// What keeps it from being taken: the field (empty: none of them), and a sentence for the visitor.
struct Fault {
  std::string field, sentence;
};

/// Nothing where the body is no form's, or too large.
std::optional<Submission> read_submission(std::string_view content_type, std::string_view body);
/// Without what the form does not ask.
Submission only_asked(const LeadForm&, Submission);
/// By what whoever sends it must be reached. A card that is typed at a stand may have a number alone.
enum class Reached : std::uint8_t { by_email, by_email_or_phone };
/// In the order of the form's fields; empty where it can be taken.
std::vector<Fault> faults_of(const LeadForm&, const Submission&, Reached = Reached::by_email);

/// `https://www.acme.example` and `http://localhost:8080`: a scheme, a name and perhaps a port.
bool is_site(std::string_view);
std::vector<std::string> sites_of(const LeadForm&);
/// Whether anything is said of where it comes from: browsers say the origin with what they send, a page in a
/// sandbox says `null`. Who says nothing is asked again.
bool has_origin(std::string_view origin);
/// Whether a page of this origin may send to the form: our own, or one of its sites.
bool may_send(const LeadForm&, std::string_view origin, std::string_view own_host);

}  // namespace accord::lead_form
