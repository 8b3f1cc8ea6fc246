// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_intake.hpp"

#include "base/text.hpp"
#include "lead_form/form_entry.hpp"
#include "lead_form/form_waiting.hpp"
#include "lead_form/lead_form_store.hpp"

namespace accord::lead_form {
namespace {

constexpr std::int64_t longest_ago_ms = 365 * ms_per_day;
constexpr std::size_t once_min = 8;

bool is_closed(const Read& read, const LeadForm& form) {
  return form.closed_on && *form.closed_on <= people::today(read);
}

Submission submission_of(const LeadEntry& body) {
  Submission given;
  given.name = trimmed(body.name);
  given.email = trimmed(body.email);
  given.company = trimmed(body.company);
  given.phone = trimmed(body.phone);
  given.message = trimmed(body.message);
  return given;
}

/// What the form does not ask a visitor is taken all the same: whoever met them in person may have asked it.
void check_shape(LeadForm form, const LeadEntry& body, const Submission& given, Instant now) {
  form.asks_company = form.asks_phone = form.asks_message = true;
  std::vector<ShapeProblem> problems;
  for (auto& fault : faults_of(form, given, Reached::by_email_or_phone))
    problems.push_back({fault.field, fault.sentence});
  if (body.once.size() < once_min)
    problems.push_back({"once", "Give each lead an id of its own, as a UUID."});
  if (body.met_at && body.met_at->ms < now.ms - longest_ago_ms)
    problems.push_back({"met_at", "This is more than 365 days ago."});
  if (!problems.empty()) throw ShapeError(std::move(problems));
}

/// A clock that is ahead of ours tells a time to come.
std::optional<Instant> met_at(const LeadEntry& body, Instant now) {
  if (!body.met_at || body.met_at->ms > now.ms) return std::nullopt;
  return body.met_at;
}

EntryTaken taken(const Read& read, const FormEntry& entry) {
  EntryTaken reply;
  reply.id = entry.id;
  if (account::find_visible(read, entry.contact)) reply.contact = entry.contact;
  if (entry.account && account::find_visible(read, *entry.account)) reply.account = entry.account;
  if (funnel::find_visible(read, entry.opportunity)) reply.lead = entry.opportunity;
  reply.is_new_contact = entry.is_new_contact;
  reply.is_new_lead = entry.is_new_lead;
  return reply;
}

/// What arrived under this id before: an entry, or one that waits to be confirmed.
std::optional<EntryTaken> found_earlier(const Read& read, const std::string& once) {
  std::optional<EntryTaken> earlier;
  if (const auto entry = find_once(read, once)) {
    earlier = taken(read, *entry);
  } else if (is_waiting(read, once)) {
    earlier.emplace();
    earlier->is_waiting = true;
  }
  if (earlier) earlier->was_here = true;
  return earlier;
}

/// 1. A form that the caller may see. 2. What arrived before is answered as it was, also when the form is
/// closed by now. 3. An open form. 4. A shape that can be taken. 5. Words that the form asks, or asked.
EntryTaken take_lead(web::Work& work) {
  const auto body = from_json<LeadEntry>(work.input.body);
  const auto id = work.input.id_of<LeadForm>();
  const auto given = submission_of(body);
  const std::string once = "form " + std::to_string(id.number) + " " + body.once;
  std::optional<LeadForm> form;
  std::optional<EntryTaken> earlier;
  Arrival arrival{once, body.consent, body.kind.value_or(touchpoint::TouchKind::web_visit), std::nullopt};
  auto known = work.database.read(work.actor, [&](const Read& read) {
    form = find_visible(read, id);
    refuse_if(!form, web::not_found);
    earlier = found_earlier(read, once);
    if (earlier) return Recognised{};
    refuse_if(is_closed(read, *form), form_is_closed, form->name);
    check_shape(*form, body, given, read.now());
    refuse_if(form->asks_confirmation && !mail::is_set_up(read), mail::mail_not_set_up);
    refuse_if(!body.consent.empty() && !has_asked(read, id, body.consent), consent_unknown);
    arrival.met_at = met_at(body, read.now());
    return recognise(read, given);
  });
  if (earlier) return *earlier;
  find_scans(work.database, *form, given, arrival, known);
  EntryTaken reply;
  work.database.write(work.actor, "Send a lead to a form.", [&](Write& write) {
    if (auto meanwhile = found_earlier(write, once)) {
      reply = *meanwhile;
      return;
    }
    if (form->asks_confirmation) {
      ask_to_confirm(write, *form, given, arrival);
      reply.is_waiting = true;
      return;
    }
    reply = taken(write, take_entry(write, *form, given, known, arrival));
  });
  return reply;
}

/// By its address, which people can read and type.
StandForm show_stand(const Read& read, const web::Input& input) {
  const auto at = find_at(read, lower(input.path("address")));
  refuse_if(!at, web::not_found);
  const auto row = find_row(read, at->id);
  refuse_if(!row, web::not_found);
  return {row->id, row->name, row->campaign_name, row->consent, is_closed(read, *at), at->asks_confirmation};
}

}  // namespace

std::vector<web::Route> intake_routes() {
  return {web::work(web::Method::post, "/lead-forms/{id}/entries", take_leads,
                    "Send a lead to a form, once however often it arrives.", take_lead, &info_of<LeadEntry>),
          web::get("/lead-forms/{address}/stand", take_leads,
                   "Show what the page for a stand needs to know of a form.", show_stand)};
}

}  // namespace accord::lead_form
