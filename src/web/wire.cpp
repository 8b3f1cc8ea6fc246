// SPDX-License-Identifier: Apache-2.0
#include "web/wire.hpp"

#include <array>

#include "base/check.hpp"
#include "base/text.hpp"
#include "web/site.hpp"

namespace accord::web {
namespace {

std::string_view reason_of(int status) {
  struct Reason {
    int status;
    std::string_view text;
  };
  static constexpr std::array<Reason, 33> reasons{{{200, "OK"},
                                                   {201, "Created"},
                                                   {202, "Accepted"},
                                                   {204, "No Content"},
                                                   {206, "Partial Content"},
                                                   {301, "Moved Permanently"},
                                                   {302, "Found"},
                                                   {303, "See Other"},
                                                   {304, "Not Modified"},
                                                   {307, "Temporary Redirect"},
                                                   {308, "Permanent Redirect"},
                                                   {400, "Bad Request"},
                                                   {401, "Unauthorized"},
                                                   {403, "Forbidden"},
                                                   {404, "Not Found"},
                                                   {405, "Method Not Allowed"},
                                                   {406, "Not Acceptable"},
                                                   {408, "Request Timeout"},
                                                   {409, "Conflict"},
                                                   {410, "Gone"},
                                                   {411, "Length Required"},
                                                   {412, "Precondition Failed"},
                                                   {413, "Content Too Large"},
                                                   {415, "Unsupported Media Type"},
                                                   {416, "Range Not Satisfiable"},
                                                   {417, "Expectation Failed"},
                                                   {422, "Unprocessable Content"},
                                                   {429, "Too Many Requests"},
                                                   {431, "Request Header Fields Too Large"},
                                                   {500, "Internal Server Error"},
                                                   {501, "Not Implemented"},
                                                   {503, "Service Unavailable"},
                                                   {504, "Gateway Timeout"}}};
  for (const auto& reason : reasons) {
    if (reason.status == status) return reason.text;
  }
  return "Status";
}

/// As in `Sun, 06 Nov 1994 08:49:37 GMT`, whatever the locale.
std::string http_date(std::time_t moment) {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm parts{};
  gmtime_r(&moment, &parts);
  std::array<char, 32> clock{};
  std::strftime(clock.data(), clock.size(), " %Y %H:%M:%S GMT", &parts);
  const int day = parts.tm_mday;
  return std::string(days.at(static_cast<std::size_t>(parts.tm_wday))) + (day < 10 ? ", 0" : ", ") +
         std::to_string(day) + " " + months.at(static_cast<std::size_t>(parts.tm_mon)) + clock.data();
}

/// The date of the last reply of this thread, for most replies share their second with it.
const std::string& date_line(std::time_t now) {
  thread_local std::time_t written_for = -1;
  thread_local std::string line;
  if (now != written_for) line = "Date: " + http_date(now) + "\r\n";
  written_for = now;
  return line;
}

bool is_written_by_server(std::string_view name) {
  return name == "content-length" || name == "connection" || name == "transfer-encoding" || name == "date";
}

void write(const Header& header, std::string& text) {
  const std::string name = lower(header.name);
  CHECK(!name.empty() &&
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos);
  CHECK(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  if (is_written_by_server(name)) return;
  text.append(header.name).append(": ").append(header.value).append("\r\n");
}

/// These never have a body, so a length would make the peer wait for one.
bool is_bodiless(int status) { return status < 200 || status == 204 || status == 304; }

}  // namespace

HttpReply refusal_reply(const Rule& rule) {
  bool is_bug = false;
  return problem_reply(Refusal(rule), is_bug);
}

HttpReply failure_reply() {
  bool is_bug = true;
  return problem_reply(Bug("it escaped the handler"), is_bug);
}

std::string head_of(const HttpReply& reply, Ending ending, std::time_t now) {
  CHECK(reply.status >= 200 && reply.status <= 599);
  CHECK(!is_bodiless(reply.status) || body_of(reply).empty());
  std::string text;
  text.reserve(512);
  text.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
  text.append(reason_of(reply.status)).append("\r\n").append(date_line(now));
  for (const auto& header : reply.headers) write(header, text);
  const bool has_length = !is_bodiless(reply.status) && reply.stream == nullptr;
  if (has_length) text += "Content-Length: " + std::to_string(body_of(reply).size()) + "\r\n";
  if (ending == Ending::closes) text += "Connection: close\r\n";
  if (ending == Ending::keeps_as_old_client_asked) text += "Connection: keep-alive\r\n";
  return text + "\r\n";
}

std::string_view body_of(const HttpReply& reply) { return reply.asset.empty() ? reply.body : reply.asset; }

std::string_view path_and_query_of(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (lower(target.substr(0, scheme.size())) != scheme) continue;
    const auto slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  return target.starts_with('/') ? target : std::string_view{};
}

}  // namespace accord::web
