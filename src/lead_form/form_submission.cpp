// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_submission.hpp"

#include <algorithm>

#include "base/phone.hpp"
#include "base/text.hpp"
#include "web/percent.hpp"

namespace accord::lead_form {
namespace {

constexpr std::size_t line_max = 200, phone_max = 60;
constexpr std::ptrdiff_t message_max = 500;  // what a note holds

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos)
    return false;
  const auto domain = text.substr(at + 1);
  const auto point = domain.find('.');
  return text.find_first_of(" \t,;<>()\"") == std::string_view::npos && point != std::string_view::npos &&
         point > 0 && domain.back() != '.' && domain.front() != '-';
}

bool is_in_one_line(std::string_view text) { return text.find_first_of("\r\n") == std::string_view::npos; }

std::ptrdiff_t characters_of(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

void look_at(std::vector<Fault>& faults, const char* field, std::string_view text, std::size_t longest) {
  if (text.size() > longest || !is_in_one_line(text))
    faults.push_back(
        {field, "This is too long: one line of at most " + std::to_string(longest) + " characters."});
}

/// Whom nobody could reach is no lead. Who has to confirm needs an address, to which the message goes.
void look_at_reach(std::vector<Fault>& faults, const LeadForm& form, const Submission& given,
                   Reached reached) {
  if (!given.email.empty()) return;
  const bool may_be_phone = reached == Reached::by_email_or_phone && !form.asks_confirmation;
  if (!may_be_phone)
    faults.push_back({"email", "Please give your e-mail address."});
  else if (given.phone.empty())
    faults.push_back({"email", "Give an e-mail address or a telephone number."});
  else if (plain_phone(given.phone).empty())
    faults.push_back({"phone", "This is no telephone number: it has at least seven digits."});
}

}  // namespace

std::optional<Submission> read_submission(std::string_view content_type, std::string_view body) {
  if (!content_type.starts_with("application/x-www-form-urlencoded") || body.size() > submission_bytes_max)
    return std::nullopt;
  const auto read = web::parse_query(body);
  if (!read) return std::nullopt;
  const auto text = [&](std::string_view name) {
    const auto* found = read->find(name);
    return found == nullptr ? std::string() : std::string(trimmed(*found));
  };
  return Submission{.name = text("name"),
                    .email = text("email"),
                    .company = text("company"),
                    .phone = text("phone"),
                    .message = text("message"),
                    .consents = !text("consent").empty(),
                    .is_ticked = !text("person").empty(),
                    .trap = text("homepage"),
                    .token = text("token")};
}

std::vector<Fault> faults_of(const LeadForm& form, const Submission& given, Reached reached) {
  std::vector<Fault> faults;
  if (given.name.empty()) faults.push_back({"name", "Please give your name."});
  look_at(faults, "name", given.name, line_max);
  look_at_reach(faults, form, given, reached);
  look_at(faults, "email", given.email, line_max);
  if (!given.email.empty() && !is_address(given.email))
    faults.push_back({"email", "This is no e-mail address."});
  else if (!given.email.empty() && form.asks_confirmation && !mail::is_address(given.email))
    faults.push_back({"email", "We cannot write to this address: take one of plain letters."});
  if (form.asks_company) look_at(faults, "company", given.company, line_max);
  if (form.asks_phone) look_at(faults, "phone", given.phone, phone_max);
  if (form.asks_message && characters_of(given.message) > message_max)
    faults.push_back({"message", "This is too long: at most 500 characters."});
  return faults;
}

Submission only_asked(const LeadForm& form, Submission given) {
  if (!form.asks_company) given.company.clear();
  if (!form.asks_phone) given.phone.clear();
  if (!form.asks_message) given.message.clear();
  given.consents = given.consents && !form.consent.empty();
  return given;
}

bool is_site(std::string_view text) {
  const auto end = text.find("://");
  if (end == std::string_view::npos || (text.substr(0, end) != "https" && text.substr(0, end) != "http"))
    return false;
  const auto rest = text.substr(end + 3);
  const auto colon = rest.find(':');
  const auto name = rest.substr(0, colon);
  const bool is_name =
      !name.empty() && name.front() != '.' && name.front() != '-' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
      });
  if (!is_name || colon == std::string_view::npos) return is_name;
  const auto port = rest.substr(colon + 1);
  return !port.empty() && port.size() <= 5 &&
         std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> sites_of(const LeadForm& form) {
  std::vector<std::string> sites;
  for (const auto site : split(form.sites, ',')) {
    if (!trimmed(site).empty()) sites.push_back(lower(trimmed(site)));
  }
  return sites;
}

bool has_origin(std::string_view origin) { return !origin.empty() && origin != "null"; }

bool may_send(const LeadForm& form, std::string_view origin, std::string_view own_host) {
  if (!has_origin(origin)) return true;
  const auto name = lower(origin);
  const auto scheme = name.find("://");
  if (scheme != std::string::npos && name.substr(scheme + 3) == lower(own_host)) return true;
  const auto sites = sites_of(form);
  return std::ranges::find(sites, name) != sites.end();
}

}  // namespace accord::lead_form
