// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ctime>
#include <string>
#include <string_view>

#include "base/rule.hpp"
#include "web/http.hpp"

namespace accord::web {

/// What the server refuses before any handler sees it.
namespace refused {
inline constexpr Rule request_is_not_http{
    "request_is_not_http", "This is not a well-formed HTTP/1.1 request.",
    "Send it with a browser or an HTTP client; a proxy in between may have broken it.", 400};
inline constexpr Rule host_is_missing{"host_is_missing", "An HTTP/1.1 request names exactly one host.",
                                      "Send one Host header.", 400};
inline constexpr Rule target_is_not_a_path{"target_is_not_a_path", "The target of a request is a path.",
                                           "Ask for a path that begins with a slash.", 400};
inline constexpr Rule request_is_too_slow{
    "request_is_too_slow", "The request did not arrive whole in the time it has.",
    "Send it again, over a faster connection or in smaller parts.", 408};
inline constexpr Rule body_is_too_large{"body_is_too_large", "The body is larger than this server takes.",
                                        "Split the file, or import it on the server with `accord import`.",
                                        413};
inline constexpr Rule expectation_is_unknown{"expectation_is_unknown",
                                             "The server meets no expectation but 100-continue.",
                                             "Leave out the Expect header.", 417};
inline constexpr Rule header_is_too_large{"header_is_too_large",
                                          "The header is larger than this server takes.",
                                          "Shorten the address, or clear this site's cookies.", 431};
inline constexpr Rule coding_is_unknown{"coding_is_unknown",
                                        "The server takes no transfer coding but chunked.",
                                        "Send the body as it is, with its length or chunked.", 501};
inline constexpr Rule server_is_full{"server_is_full", "The server has as much to do as it can hold.",
                                     "Try again in a few seconds.", 503};
}  // namespace refused

/// Problem details of a refusal, and of a mistake of ours, which tell no details.
HttpReply refusal_reply(const Rule&);
HttpReply failure_reply();

enum class Ending { keeps, keeps_as_old_client_asked, closes };

/// The status line and header of a reply, the empty line included. The length, the date and whether the
/// connection stays are the server's to say; a header that could be read as two is a bug of its author.
std::string head_of(const HttpReply&, Ending, std::time_t now);

/// What follows the head: the asset where there is one, else the body.
std::string_view body_of(const HttpReply&);

/// The path and query of `/path?query` or `http://host/path?query`; empty where it is neither.
std::string_view path_and_query_of(std::string_view target);

}  // namespace accord::web
