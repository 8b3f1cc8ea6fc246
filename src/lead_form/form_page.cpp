// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_page.hpp"

#include <algorithm>

namespace accord::lead_form {
namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}"
    "main{max-width:34rem;margin:0 auto;padding:1.25rem}h1{font-size:1.35rem;line-height:1.3;margin:0 0 "
    ".5rem}"
    "p{margin:0 0 1rem;overflow-wrap:anywhere}label{display:block;font-weight:600}"
    "input:not([type=checkbox]),textarea{display:block;box-sizing:border-box;width:100%;margin-top:.25rem;"
    "padding:.5rem;"
    "font:inherit;color:inherit;background:Field;border:1px solid GrayText;border-radius:4px}"
    "textarea{min-height:6rem}.check{display:flex;gap:.5rem;align-items:flex-start;font-weight:400}"
    ".check "
    "input{margin-top:.35rem}.fault{color:#b3261e}@media(prefers-color-scheme:dark){.fault{color:#ff8a80}}"
    "button{font:inherit;font-weight:600;padding:.55rem 1.4rem;border-radius:4px;border:1px solid "
    "ButtonBorder;cursor:pointer}"
    ".trap{position:absolute;left:-6000px;height:1px;overflow:hidden}";

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string page(std::string_view title, const std::string& inner) {
  return "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><meta "
         "name=\"robots\" "
         "content=\"noindex\"><title>" +
         escaped(title) + "</title><style>" + std::string(style) + "</style></head>\n<body><main>\n" + inner +
         "</main></body>\n</html>\n";
}

std::string fault_at(const std::vector<Fault>& faults, std::string_view field) {
  const auto found = std::ranges::find(faults, field, &Fault::field);
  if (found == faults.end()) return "";
  return " <span class=\"fault\" id=\"" + std::string(field) + "-fault\">" + escaped(found->sentence) +
         "</span>";
}

/// What is wrong with none of the fields is said at once.
std::string alert(const std::vector<Fault>& faults) {
  const auto whole = std::ranges::find(faults, "", &Fault::field);
  const std::string sentence =
      whole == faults.end() ? "It is not sent yet: see below." : "It is not sent yet. " + whole->sentence;
  return "<p role=\"alert\" class=\"fault\">" + escaped(sentence) + "</p>\n";
}

/// One labelled input; the label says what is wrong with it.
std::string input(std::string_view field, std::string_view label, std::string_view type,
                  std::string_view fill, const std::string& value, const std::vector<Fault>& faults,
                  bool is_needed) {
  const auto fault = fault_at(faults, field);
  return "<p><label>" + std::string(label) + (is_needed ? "" : " (if you like)") + fault + "<input name=\"" +
         std::string(field) + "\" type=\"" + std::string(type) + "\" autocomplete=\"" + std::string(fill) +
         "\" maxlength=\"" + (field == "phone" ? "60" : "200") + "\" value=\"" + escaped(value) + "\"" +
         (is_needed ? " required" : "") + (fault.empty() ? "" : " aria-invalid=\"true\"") + "></label></p>\n";
}

std::string hidden(std::string_view name, std::string_view value) {
  return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escaped(value) + "\">";
}

std::string opening(const LeadForm& form) {
  return "<form method=\"post\" action=\"/forms/" + escaped(form.address) + "\" accept-charset=\"utf-8\">\n";
}

std::string head(const LeadForm& form) {
  const auto& heading = form.heading.empty() ? form.name : form.heading;
  std::string text = "<h1>" + escaped(heading) + "</h1>\n";
  if (!form.text.empty()) text += "<p>" + escaped(form.text) + "</p>\n";
  return text;
}

}  // namespace

std::string form_page(const LeadForm& form, const Submission& typed, const std::vector<Fault>& faults,
                      std::string_view token) {
  std::string text = head(form);
  if (!faults.empty()) text += alert(faults);
  text += opening(form) + hidden("token", token) + "\n";
  text +=
      "<p class=\"trap\" aria-hidden=\"true\"><label>Leave this empty<input name=\"homepage\" "
      "tabindex=\"-1\" "
      "autocomplete=\"off\"></label></p>\n";
  text += input("name", "Your name", "text", "name", typed.name, faults, true);
  text += input("email", "E-mail address", "email", "email", typed.email, faults, true);
  if (form.asks_company)
    text += input("company", "Your firm", "text", "organization", typed.company, faults, false);
  if (form.asks_phone) text += input("phone", "Telephone", "tel", "tel", typed.phone, faults, false);
  if (form.asks_message)
    text += "<p><label>What it is about (if you like)" + fault_at(faults, "message") +
            "<textarea name=\"message\" maxlength=\"500\">" + escaped(typed.message) +
            "</textarea></label></p>\n";
  if (!form.consent.empty())
    text += "<p><label class=\"check\"><input type=\"checkbox\" name=\"consent\" value=\"yes\"" +
            std::string(typed.consents ? " checked" : "") + "><span>" + escaped(form.consent) +
            "</span></label></p>\n";
  return page(form.heading.empty() ? form.name : form.heading,
              text + "<p><button>Send</button></p>\n</form>\n");
}

std::string confirm_page(const LeadForm& form, const Submission& typed, std::string_view token) {
  std::string text =
      "<h1>One more press</h1>\n<p>This makes sure that a person sends it. Nothing that you typed is "
      "lost.</p>\n";
  text += opening(form) + hidden("token", token) + hidden("name", typed.name) + hidden("email", typed.email) +
          hidden("company", typed.company) + hidden("phone", typed.phone) + hidden("message", typed.message) +
          (typed.consents ? hidden("consent", "yes") : "");
  text +=
      "\n<p><label class=\"check\"><input type=\"checkbox\" name=\"person\" value=\"yes\" "
      "required><span>I am a person</span></label></p>";
  return page("One more press", text + "\n<p><button>Send it</button></p>\n</form>\n");
}

std::string confirmation_page(const LeadForm& form, std::string_view consent, std::string_view secret) {
  const auto& heading = form.heading.empty() ? form.name : form.heading;
  std::string text = "<h1>Is it you?</h1>\n<p>This address was given in the form \u201C" + escaped(heading) +
                     "\u201D. Press the button if it was you who filled it in; else close this page.</p>\n";
  if (!consent.empty())
    text += "<p>It was agreed there: \u201C" + escaped(consent) + "\u201D. That counts once you press.</p>\n";
  text += "<form method=\"post\" action=\"/forms/" + escaped(form.address) +
          "/confirm\" accept-charset=\"utf-8\">" + hidden("token", secret) +
          "\n<p><button>Yes, it was me</button></p>\n</form>\n";
  return page("Is it you?", text);
}

std::string plain_page(std::string_view heading, std::string_view sentence) {
  return page(heading, "<h1>" + escaped(heading) + "</h1>\n<p>" + escaped(sentence) + "</p>\n");
}

}  // namespace accord::lead_form
