// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "db/history.hpp"
#include "lead_form/form_intake.hpp"
#include "lead_form/form_mail.hpp"
#include "lead_form/form_routes.hpp"
#include "lead_form/form_submission.hpp"
#include "lead_form/form_typed.hpp"
#include "lead_form/form_waiting_store.hpp"
#include "lead_form/lead_form_store.hpp"

namespace accord::lead_form {
namespace {

constexpr std::size_t address_min = 3, address_max = 60;

Listed<LeadFormRow> forms(const Read& read, const web::Input& input) {
  return list_forms(read, input.list());
}

LeadFormRow form(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<LeadForm>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

Listed<Change> form_history(const Read& read, const web::Input& input) {
  auto all = history(read, info_of<LeadForm>(), form(read, input).id.number);
  const auto total = static_cast<std::int64_t>(all.size());
  return {std::move(all), std::nullopt, total};
}

Listed<FormEntryRow> entries(const Read& read, const web::Input& input) {
  return list<FormEntryRow>(read, input.list());
}

FormEntryRow entry(const Read& read, const web::Input& input) {
  const ListRequest request{{{"id", std::to_string(input.id())}}, std::nullopt};
  auto found = list<FormEntryRow>(read, request);
  refuse_if(found.items.empty(), web::not_found);
  return std::move(found.items.front());
}

bool is_fit(std::string_view address) {
  const bool is_long_enough = address.size() >= address_min && address.size() <= address_max;
  return is_long_enough && address.front() != '-' && address.back() != '-' &&
         std::ranges::all_of(
             address, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// Another form's address is taken, whoever may see that form.
void take_address(const Read& read, std::string_view address, LeadForm& form) {
  form.address = lower(trimmed(address));
  refuse_if(!is_fit(form.address), form_address_unfit, form.address);
  const auto other = find_at(read, form.address);
  refuse_if(other && other->id != form.id, form_address_taken, form.address);
}

void take_sites(std::string_view sites, LeadForm& form) {
  form.sites = trimmed(sites);
  for (const auto& site : sites_of(form)) refuse_if(!is_site(site), form_site_unfit, site);
}

/// Messages to one address are one form's. Who does not ask for a confirmation needs no mail for it.
void take_mail(const Read& read, const LeadFormDraft& draft, LeadForm& form) {
  form.asks_confirmation = draft.asks_confirmation;
  refuse_if(form.asks_confirmation && !mail::is_set_up(read), mail::mail_not_set_up);
  form.mail_address = lower(trimmed(draft.mail_address));
  if (form.mail_address.empty()) return;
  refuse_if(!mail::is_address(form.mail_address), mail::mail_address_unfit, form.mail_address);
  const auto other = find_at_mail(read, form.mail_address);
  refuse_if(other && other->id != form.id, form_mail_taken, form.mail_address);
}

void take(const Read& read, const LeadFormDraft& draft, LeadForm& form) {
  form.name = trimmed(draft.name);
  refuse_if(form.name.empty(), product::name_is_missing);
  take_address(read, draft.address, form);
  take_sites(draft.sites, form);
  take_mail(read, draft, form);
  const bool is_another = form.campaign != draft.campaign;
  refuse_if(is_another && !campaign::find_visible(read, draft.campaign), spend::campaign_unknown);
  refuse_if(draft.product && !read.find(*draft.product), product::product_unknown);
  account::check_place(read, draft.territory, draft.owner);
  form.campaign = draft.campaign;
  form.product = draft.product;
  form.territory = draft.territory;
  form.owner = draft.owner;
  form.heading = trimmed(draft.heading);
  form.text = trimmed(draft.text);
  form.thanks = trimmed(draft.thanks);
  form.consent = trimmed(draft.consent);
  form.permits = form.consent.empty() ? std::nullopt : draft.permits;
  form.asks_company = draft.asks_company;
  form.asks_phone = draft.asks_phone;
  form.asks_message = draft.asks_message;
  form.closed_on = draft.closed_on;
}

web::Made add_form(Write& write, const web::Input&, const LeadFormDraft& draft) {
  LeadForm form;
  take(write, draft, form);
  return {write.insert(form).number};
}

web::Made change_form(Write& write, const web::Input& input, const LeadFormDraft& draft) {
  auto changed = find_visible(write, input.id_of<LeadForm>());
  refuse_if(!changed, web::not_found);
  take(write, draft, *changed);
  write.update(*changed);
  return {changed->id.number};
}

/// Who waits to be confirmed, who wrote by mail, and what was typed.
void forget_senders(Write& write, const Erasure& erasure) {
  forget_waiting(write, erasure);
  forget_received(write, erasure);
  forget_typed(write, erasure);
}

std::vector<web::Route> routes() {
  std::vector<web::Route> all{
      web::get_list<LeadFormRow>("/lead-forms", see_lead_forms, "List forms for leads.", forms),
      web::get("/lead-forms/{id}", see_lead_forms, "Show a form for leads.", form),
      web::get_list<Change>("/lead-forms/{id}/history", see_lead_forms, "Show how a form changed.",
                            form_history),
      web::act(web::Method::post, "/lead-forms", edit_lead_forms, "Add a form for leads.", add_form),
      web::act(web::Method::put, "/lead-forms/{id}", edit_lead_forms, "Change or close a form for leads.",
               change_form),
      web::get_list<FormEntryRow>("/form-entries", see_lead_forms,
                                  "List who filled in forms, and what came of it.", entries),
      web::get("/form-entries/{id}", see_lead_forms, "Show who filled in a form, and what came of it.",
               entry)};
  std::ranges::move(intake_routes(), std::back_inserter(all));
  std::ranges::move(public_routes(), std::back_inserter(all));
  std::ranges::move(mail_routes(), std::back_inserter(all));
  return all;
}

}  // namespace

const Subject subject{
    .name = "lead_form",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/lead-forms", "Forms", "Demand", see_lead_forms, "LeadFormsPage"},
              {"/lead-forms/{id}", "Form", "", see_lead_forms, "LeadFormPage"},
              {"/lead-forms/{address}/stand", "At the stand", "", take_leads, "StandPage"},
              {"/form-entries", "Filled in forms", "", see_lead_forms, "FormEntriesPage"},
              {"/form-entries/{id}", "A filled in form", "", see_lead_forms, "FormEntryPage"},
              {"/received-messages", "Messages", "Demand", sort_mail, "ReceivedMessagesPage"},
              {"/received-messages/{id}", "Message", "", sort_mail, "ReceivedMessagePage"}},
    .rules = {&form_address_unfit, &form_address_taken, &form_site_unfit, &form_is_closed, &consent_unknown,
              &form_mail_taken, &form_unknown, &message_is_sorted, &drop_reason_missing},
    .checks = {{"form_entries_refer_to_what_is_there", "Each entry's form, contact and lead are there.",
                stray_entries},
               {"confirmed_entries_are_kept",
                "Each entry that was confirmed is there, and nothing personal is left beside it.",
                confirmed_astray}},
    .forget = &forget_senders,
    .jumps = {{"Form", see_lead_forms, "/lead-forms", &info_of<LeadFormRow>, {"campaign_name", "address"}}}};

}  // namespace accord::lead_form
