// SPDX-License-Identifier: Apache-2.0
#include "tests/certificates.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>

#include "base/check.hpp"

namespace accord::tests {
namespace {

constexpr long seconds_per_day = 86'400;

void extend(X509* certificate, X509* issuer, int what, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  auto* extension = X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str());
  CHECK(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
  X509_EXTENSION_free(extension);
}

/// Of a key, by an issuer and its key; an authority issues its own.
X509* certificate_of(EVP_PKEY* key, const std::string& title, const Certified& of, X509* issuer,
                     EVP_PKEY* issuer_key) {
  static long serial = 0;
  auto* made = X509_new();
  CHECK(made != nullptr && X509_set_version(made, 2) == 1);
  ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(made), of.from_day * seconds_per_day);
  X509_gmtime_adj(X509_getm_notAfter(made), of.until_day * seconds_per_day);
  X509_set_pubkey(made, key);
  auto* name = X509_get_subject_name(made);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(title.c_str()),
                             -1, -1, 0);
  const bool is_authority = issuer == nullptr;
  X509_set_issuer_name(made, is_authority ? name : X509_get_subject_name(issuer));
  extend(made, is_authority ? made : issuer, NID_basic_constraints,
         is_authority ? "critical,CA:TRUE" : "CA:FALSE");
  if (!is_authority) extend(made, issuer, NID_subject_alt_name, of.name);
  CHECK(X509_sign(made, issuer_key, EVP_sha256()) > 0);
  return made;
}

}  // namespace

Authority::Authority() : key_(EVP_EC_gen("P-256")) {
  CHECK(key_ != nullptr);
  certificate_ = certificate_of(key_, "Test authority", {}, nullptr, key_);
  std::FILE* out = std::fopen(file().c_str(), "w");
  CHECK(out != nullptr && PEM_write_X509(out, certificate_) == 1);
  std::fclose(out);
}

Authority::~Authority() {
  X509_free(certificate_);
  EVP_PKEY_free(key_);
}

std::shared_ptr<SSL_CTX> Authority::server(const Certified& of) const {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(
      certificate_of(key.get(), "Test server", of, certificate_, key_), &X509_free);
  const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
  CHECK(context && SSL_CTX_use_certificate(context.get(), certificate.get()) == 1);
  CHECK(SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1);
  return context;
}

}  // namespace accord::tests
