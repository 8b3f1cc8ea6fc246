// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "tests/temporary_folder.hpp"

namespace accord::tests {

/// Whom a certificate is of, and when it holds.
struct Certified {
  std::string name = "IP:127.0.0.1";   ///< as OpenSSL names what a certificate is of: `DNS:mail.acme.example`
  long from_day = -1, until_day = 30;  ///< counted from now
};

/// Somebody who certifies servers, and is trusted by whoever is given the file.
class Authority {
 public:
  Authority();
  ~Authority();
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  std::string file() const { return folder_.file("authority.pem"); }
  /// What a server with such a certificate speaks TLS by.
  std::shared_ptr<SSL_CTX> server(const Certified&) const;

 private:
  TemporaryFolder folder_;
  EVP_PKEY* key_ = nullptr;
  X509* certificate_ = nullptr;
};

}  // namespace accord::tests
