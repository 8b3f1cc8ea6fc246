// SPDX-License-Identifier: Apache-2.0
// Every refusal with what to do then, for people and programs that meet one: what its `type` leads to.
#include "app/reference.hpp"
#include "web/refusal_reply.hpp"

namespace accord::app {
namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;background:Canvas;color:CanvasText}"
    "main{max-width:46rem;margin:0 auto;padding:1.25rem}h1{font-size:1.35rem;margin:0 0 .25rem}"
    "section{padding:.75rem 0;border-top:1px solid GrayText;scroll-margin-top:1rem}"
    "section:target{outline:2px solid Highlight;outline-offset:.4rem}"
    "h2{font:600 1rem/1.5 ui-monospace,monospace;margin:0;overflow-wrap:anywhere}h2 a{color:inherit;"
    "text-decoration:none}p{margin:.25rem 0 0}small{opacity:.75}";

/// No script runs, and nothing else is loaded.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string section(const Rule& rule) {
  const std::string code = escaped(rule.code);
  return "<section id=\"" + code + "\"><h2><a href=\"#" + code + "\">" + code + "</a></h2><p>" +
         escaped(rule.message) + "</p><p>" + escaped(rule.remedy) + " <small>Status " +
         std::to_string(rule.status) + ".</small></p></section>\n";
}

}  // namespace

std::string refusals_page(const Subjects& subjects) {
  std::string page =
      "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">"
      "<title>Refusals · Accord</title><style>" +
      std::string(style) +
      "</style></head>\n<body><main>\n<h1>Refusals</h1>\n<p>What the rules forbid, and what to do instead. "
      "A refusal names its rule as <code>code</code>, and its <code>type</code> leads here.</p>\n";
  for (const auto& [code, rule] : every_refusal(subjects)) page += section(*rule);
  return page + "</main></body>\n</html>\n";
}

web::HttpReply show_refusals(const web::Serving&) {
  static const std::string page = refusals_page(installed_subjects());
  return {200,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Cache-Control", "no-cache"},
           {"Content-Security-Policy", std::string(policy)}},
          page};
}

}  // namespace accord::app
