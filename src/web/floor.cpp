// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "db/list.hpp"
#include "web/act.hpp"
#include "web/site.hpp"

namespace accord::web {
namespace {

constexpr Right see_metrics{
    "see_metrics", "Read how the server does; programs on the server's own machine may without signing in.",
    roles(Role::administrator)};

HttpReply text_reply(std::string_view media_type, std::string body) {
  return {200, {{"Content-Type", std::string(media_type)}, {"Cache-Control", "no-store"}}, std::move(body)};
}

/// What the browser has seen: after a lost stream it says so in a header, at first in the address. What
/// cannot be read is taken for "nothing".
std::optional<std::int64_t> number_seen(const Input& input) {
  const auto last = input.request->header("last-event-id");
  const auto given = last.empty() ? input.query("after") : std::optional<std::string>(last);
  if (!given) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), number);
  return error == std::errc{} && end == given->data() + given->size() ? number : -1;
}

HttpReply follow(const Serving& serving) {
  HttpReply reply = text_reply("text/event-stream", {});
  // Proxies that gather a reply before they pass it on would gather this one for ever.
  reply.headers.push_back({"X-Accel-Buffering", "no"});
  reply.stream = serving.site.events().open(serving.actor.person, number_seen(serving.input));
  return reply;
}

HttpReply show_metrics(const Serving& serving) {
  return text_reply("text/plain; version=0.0.4; charset=utf-8", serving.site.metrics());
}

std::vector<Route> routes() {
  std::vector<Route> all{
      taking(get("/jump", signed_in,
                 "Find what the jump box leads to, by name or by the addresses of its pages.", jump),
             {{"q", "Words of a name, or the identifier that the record has in its system of record."},
              {"at", "Instead: the address of a page; may be repeated."}}),
      taking(serve("/events", signed_in,
                   "Follow what changes: topics and commit numbers, as server-sent events.",
                   "text/event-stream", follow, &info_of<ChangeNotice>),
             {{"after", "The commit number seen last; the header Last-Event-ID counts before it."}}),
      serve("/metrics", see_metrics, "How the server does, in the text that Prometheus reads.", "text/plain",
            show_metrics)};
  all.back().is_open_on_this_machine = true;
  return all;
}

}  // namespace

const Subject& floor_subject() {
  static const Subject subject{
      .name = "web",
      .schema = {.subject = "web",
                 .tables = {untold(plain_table<Act>({{"act_id", true}, {"at"}}))},
                 .migrations = {{"Acts are found by their age.",
                                 [](Dialect) -> std::vector<std::string> {
                                   return {"CREATE INDEX act_index_2 ON act (at)"};
                                 }}}},
      .routes = routes(),
      .rules = {&not_found, &not_signed_in, &not_allowed, &csrf_token_missing, &act_id_reused,
                &reply_was_erased, &wrong_method, &not_json, &strange_host, &unknown_filter,
                &malformed_filter, &writer_is_busy, &too_many_streams},
      .forget = &forget_replies};
  return subject;
}

}  // namespace accord::web
