// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace accord::people {

/// Argon2id with a fresh salt, at the cost that was set.
std::string password_hash(const std::string& password);
/// Takes as long for an empty hash (nobody has that address) as for a real one.
bool is_password(const std::string& hash, const std::string& password);

/// 256 random bits, fit for a cookie.
std::string random_token();
/// What is stored of a token, an address or an account, so that a stolen file does not tell them.
std::string token_hash(const std::string& token);
/// The token that changes must carry; it follows from the session's, so it needs no storing.
std::string csrf_token_of(const std::string& session_token);

}  // namespace accord::people
