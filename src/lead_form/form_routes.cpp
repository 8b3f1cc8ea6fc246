// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_routes.hpp"

#include "lead_form/form_crowd.hpp"
#include "lead_form/form_entry.hpp"
#include "lead_form/form_page.hpp"
#include "lead_form/form_token.hpp"
#include "lead_form/form_waiting.hpp"
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
  bool can_confirm = true;  ///< whether mail is set up where the form needs it
  bool is_demo = false;
};

Met meet(const web::Serving& serving) {
  return serving.site.database().read(visitor(), [&](const Read& read) {
    Met met{find_at(read, serving.input.path("address")), false, read.now()};
    const auto company = people::find_company(read);
    met.is_demo = company && company->is_demo;
    met.can_confirm = !met.form || !met.form->asks_confirmation || mail::is_set_up(read);
    met.is_closed = met.form && met.form->closed_on && *met.form->closed_on <= people::today(read);
    return met;
  });
}

constexpr std::string_view cannot_write =
    "We write to everybody who fills it in, and cannot write yet. Please come again.";

/// The page for whoever finds no open form; nothing where there is one.
std::optional<web::HttpReply> turned_away(const Met& met) {
  if (!met.form)
    return page_reply(
        404, nullptr,
        plain_page("There is no form here", "Check the address, or ask whoever gave it to you."));
  if (met.is_closed)
    return page_reply(410, &*met.form,
                      plain_page("This form is closed", "It takes nothing more. Thank you for coming."));
  if (!met.can_confirm)
    return page_reply(503, &*met.form, plain_page("This form cannot be sent just now", cannot_write));
  return std::nullopt;
}

web::HttpReply open_form(const web::Serving& serving) {
  const auto met = meet(serving);
  if (auto away = turned_away(met)) return std::move(*away);
  return page_reply(200, &*met.form,
                    form_page(*met.form, {}, {}, new_token(Sent::form, met.form->address, met.now)));
}

web::HttpReply thanks(const LeadForm& form) {
  return page_reply(
      200, &form,
      plain_page("Thank you", form.thanks.empty() ? "We have it, and will be in touch." : form.thanks));
}

void take(const web::Serving& serving, const LeadForm& form, const Submission& given) {
  auto& database = serving.site.database();
  const Arrival arrival{once_of(given.token, form.address), given.consents ? form.consent : ""};
  bool is_taken = false;
  const auto known = database.read(visitor(), [&](const Read& read) {
    is_taken = find_once(read, arrival.once).has_value() || is_waiting(read, arrival.once);
    return is_taken || form.asks_confirmation ? Recognised{} : recognise(read, given);
  });
  if (is_taken) return;
  database.write(visitor(), "Fill in a form.", [&](Write& write) {
    if (form.asks_confirmation)
      ask_to_confirm(write, form, given, arrival);
    else
      take_entry(write, form, given, known, arrival);
  });
}

/// The same whoever it is and however often they were written to.
web::HttpReply almost_done(const Met& met, const Submission& given) {
  const auto sentence =
      met.is_demo
          ? "We would have written to " + given.email +
                ", but this is a demo, which sends no mail. The message waits in its outbox."
          : "We have written to " + given.email +
                ". Open the link in that message and press the button there; until then we do nothing. The "
                "link works for 7 days.";
  return page_reply(200, &*met.form, plain_page("One thing is left", sentence));
}

/// A person, as far as a form can tell: saw the page, took as long as people do, left alone what people do
/// not see. Else, asked once more, ticked the box, and was in no hurry who had been trapped.
bool is_person(const Submission& given, Pace pace, std::string_view origin) {
  if (pace.page == Sent::none || !given.trap.empty()) return false;
  if (pace.page == Sent::once_more) return given.is_ticked;
  if (pace.page == Sent::trapped) return given.is_ticked && pace.is_human;
  return pace.is_human && has_origin(origin);
}

/// What comes again too soon counts from when the page was first shown.
web::HttpReply ask_again(const Met& met, const Submission& given, Pace pace) {
  const auto& form = *met.form;
  const auto page = !given.trap.empty() || pace.page == Sent::trapped ? Sent::trapped : Sent::once_more;
  const auto token = pace.page == page ? given.token : new_token(page, form.address, met.now);
  return page_reply(200, &form, confirm_page(form, given, token));
}

/// Nothing that was typed is lost where it cannot be taken now: it stands in the form again.
web::HttpReply not_now(int status, const LeadForm& form, const web::HttpRequest& request,
                       const std::string& sentence) {
  const auto read = read_submission(request.header("content-type"), request.body);
  if (!read) return page_reply(status, &form, plain_page("It is not sent yet", sentence));
  return page_reply(status, &form, form_page(form, only_asked(form, *read), {{"", sentence}}, read->token));
}

/// 1. An open form. 2. From a page that may send to it. 3. Not too often. 4. A form's body. 5. Without
/// faults.
/// 6. From a person, who is asked once more where that is in doubt.
web::HttpReply send_form(const web::Serving& serving) {
  static Crowd crowd;
  const auto& request = *serving.input.request;
  const auto met = meet(serving);
  if (met.form && !met.is_closed && !met.can_confirm)
    return not_now(503, *met.form, request, std::string(cannot_write));
  if (auto away = turned_away(met)) return std::move(*away);
  const auto& form = *met.form;
  const auto origin = request.header("origin");
  if (!may_send(form, origin, request.header("host")))
    return page_reply(
        403, &form,
        plain_page("This was sent from another site", "Open the form itself, and send it from there."));
  if (!crowd.has_room(request.remote, form.id.number, met.now))
    return not_now(429, form, request, "Too much came at once: wait a minute, and send it again.");
  const auto read = read_submission(request.header("content-type"), request.body);
  if (!read)
    return page_reply(400, &form,
                      plain_page("This cannot be read", "Open the form, and send it from there."));
  const auto given = only_asked(form, *read);
  const auto pace = pace_of(given.token, form.address, met.now);
  const auto faults = faults_of(form, given);
  // Whoever corrects one word is faster than who fills in all.
  const auto token = pace.is_human ? given.token : new_token(Sent::form, form.address, met.now);
  if (!faults.empty()) return page_reply(422, &form, form_page(form, given, faults, token));
  if (!is_person(given, pace, origin)) return ask_again(met, given, pace);
  take(serving, form, given);
  return form.asks_confirmation ? almost_done(met, given) : thanks(form);
}

/// What is answered besides the button.
web::HttpReply no_button(const Confirmation& found) {
  const auto* form = found.form ? &*found.form : nullptr;
  if (found.standing == Confirmation::Standing::confirmed) return thanks(*found.form);
  if (found.standing == Confirmation::Standing::expired)
    return page_reply(410, form,
                      plain_page("This link is too old",
                                 "It worked for 7 days. Fill the form in again, and we send you a new one."));
  return page_reply(404, form,
                    plain_page("This link leads nowhere",
                               "Check that it is whole, as it stands in the message. What was not confirmed "
                               "within 30 days is erased; then fill the form in again."));
}

/// Shows a button: programs that look at the links in a message open them, and press nothing. The link counts
/// also where the form has another address by now.
web::HttpReply show_confirmation(const web::Serving& serving) {
  const auto secret = serving.input.query("token").value_or("");
  const auto found = serving.site.database().read(
      visitor(), [&](const Read& read) { return find_confirmation(read, secret); });
  if (found.standing != Confirmation::Standing::open) return no_button(found);
  return page_reply(200, &*found.form, confirmation_page(*found.form, found.consent, secret));
}

/// Also when the form was closed meanwhile: they filled it in while it was open.
web::HttpReply take_confirmation(const web::Serving& serving) {
  const auto& request = *serving.input.request;
  const auto read = read_submission(request.header("content-type"), request.body);
  if (!read)
    return page_reply(400, nullptr,
                      plain_page("This cannot be read", "Open the link, and press the button there."));
  return no_button(confirm(serving.site.database(), visitor(), read->token));
}

}  // namespace

std::vector<web::Route> public_routes() {
  auto shown = web::serve("/forms/{address}", web::anyone, "Open a form.", "text/html", open_form);
  auto sent = web::serve("/forms/{address}", web::anyone, "Send a form.", "text/html", send_form);
  sent.method = web::Method::post;
  auto asked = web::serve("/forms/{address}/confirm", web::anyone,
                          "Open the link of a message that asks to confirm.", "text/html", show_confirmation);
  asked.parameters = {{"token", "What stands in the link."}};
  auto confirmed = web::serve("/forms/{address}/confirm", web::anyone, "Confirm that one filled in a form.",
                              "text/html", take_confirmation);
  confirmed.method = web::Method::post;
  return {std::move(shown), std::move(sent), std::move(asked), std::move(confirmed)};
}

}  // namespace accord::lead_form
