// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_routes.hpp"

#include "lead_form/form_crowd.hpp"
#include "lead_form/form_entry.hpp"
#include "lead_form/form_page.hpp"
#include "lead_form/form_token.hpp"
#include "lead_form/lead_form_store.hpp"
#include "web/site.hpp"

namespace accord::lead_form {
namespace {

/// No script runs, nothing is loaded, and only its own sites show it in a frame.
std::string policy_of(const LeadForm* form) {
  std::string policy =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors "
      "'self'";
  if (form == nullptr) return policy;
  for (const auto& site : sites_of(*form)) policy += " " + site;
  return policy;
}

web::HttpReply page_reply(int status, const LeadForm* form, std::string page) {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"Content-Security-Policy", policy_of(form)}},
          std::move(page)};
}

/// Whoever sends a form is nobody of the firm, even where somebody of the firm is signed in.
Actor visitor() {
  Actor actor;
  actor.name = "A visitor of a form";
  return actor;
}

/// What a visitor meets at an address.
struct Met {
  std::optional<LeadForm> form;
  bool is_closed = false;
  Instant now;
};

Met meet(const web::Serving& serving) {
  return serving.site.database().read(visitor(), [&](const Read& read) {
    Met met{find_at(read, serving.input.path("address")), false, read.now()};
    met.is_closed = met.form && met.form->closed_on && *met.form->closed_on <= people::today(read);
    return met;
  });
}

/// The page for whoever finds no open form; nothing where there is one.
std::optional<web::HttpReply> turned_away(const Met& met) {
  if (!met.form)
    return page_reply(
        404, nullptr,
        plain_page("There is no form here", "Check the address, or ask whoever gave it to you."));
  if (met.is_closed)
    return page_reply(410, &*met.form,
                      plain_page("This form is closed", "It takes nothing more. Thank you for coming."));
  return std::nullopt;
}

web::HttpReply open_form(const web::Serving& serving) {
  const auto met = meet(serving);
  if (auto away = turned_away(met)) return std::move(*away);
  return page_reply(200, &*met.form, form_page(*met.form, {}, {}, new_token(met.form->address, met.now)));
}

web::HttpReply thanks(const LeadForm& form) {
  return page_reply(
      200, &form,
      plain_page("Thank you", form.thanks.empty() ? "We have it, and will be in touch." : form.thanks));
}

void take(const web::Serving& serving, const LeadForm& form, const Submission& given) {
  auto& database = serving.site.database();
  const auto once = once_of(given.token, form.address);
  bool is_taken = false;
  const auto known = database.read(visitor(), [&](const Read& read) {
    is_taken = find_once(read, once).has_value();
    return is_taken ? Recognised{} : recognise(read, given);
  });
  if (is_taken) return;
  database.write(visitor(), "Fill in a form.", [&](Write& write) {
    take_entry(write, form, given, known, {once, given.consents ? form.consent : ""});
  });
}

/// A person, as far as a form can tell: saw the page, took as long as people do, left alone what people do
/// not see.
bool is_person(const Submission& given, Pace pace, std::string_view origin) {
  if (pace == Pace::doubtful || !given.trap.empty()) return false;
  return pace == Pace::confirmed || has_origin(origin);
}

/// 1. An open form. 2. From a page that may send to it. 3. Not too often. 4. A form's body. 5. Without
/// faults.
/// 6. From a person, who is asked once more where that is in doubt.
web::HttpReply send_form(const web::Serving& serving) {
  static Crowd crowd;
  const auto& request = *serving.input.request;
  const auto met = meet(serving);
  if (auto away = turned_away(met)) return std::move(*away);
  const auto& form = *met.form;
  const auto origin = request.header("origin");
  if (!may_send(form, origin, request.header("host")))
    return page_reply(
        403, &form,
        plain_page("This was sent from another site", "Open the form itself, and send it from there."));
  if (!crowd.has_room(request.remote, form.id.number, met.now))
    return page_reply(429, &form, plain_page("Too much at once", "Wait a minute, and send it again."));
  const auto read = read_submission(request.header("content-type"), request.body);
  if (!read)
    return page_reply(400, &form,
                      plain_page("This cannot be read", "Open the form, and send it from there."));
  const auto given = only_asked(form, *read);
  const auto pace = pace_of(given.token, form.address, met.now);
  const auto faults = faults_of(form, given);
  // Whoever corrects one word is faster than who fills in all.
  const auto token = pace == Pace::doubtful ? new_token(form.address, met.now) : given.token;
  if (!faults.empty()) return page_reply(422, &form, form_page(form, given, faults, token));
  if (!is_person(given, pace, origin))
    return page_reply(200, &form, confirm_page(form, given, confirming_token(form.address, met.now)));
  take(serving, form, given);
  return thanks(form);
}

}  // namespace

std::vector<web::Route> public_routes() {
  auto shown = web::serve("/forms/{address}", web::anyone, "Open a form.", "text/html", open_form);
  auto sent = web::serve("/forms/{address}", web::anyone, "Send a form.", "text/html", send_form);
  sent.method = web::Method::post;
  return {std::move(shown), std::move(sent)};
}

}  // namespace accord::lead_form
