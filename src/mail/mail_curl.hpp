// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <curl/curl.h>

#include "mail/mail_transport.hpp"

/// What sending and reading share of libcurl.
namespace accord::mail {

void begin_curl();
/// Address, times, encryption, who signs in: none is left open, none waits for ever.
void set_up(CURL*, const Login&, const std::atomic<bool>& is_stopping, const char* protocols);
std::string remedy_for(CURLcode, const Login&);
/// What a server says, as one line of plain letters.
std::string said(std::string_view);

}  // namespace accord::mail
