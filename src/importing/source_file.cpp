// SPDX-License-Identifier: Apache-2.0
#include "importing/source_file.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "base/check.hpp"

namespace accord::importing {

SourceFile file_at(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw Fault(path + " is a folder. Name a file in it.");
  if (!std::filesystem::is_regular_file(path, error))
    throw Fault("There is no file " + path + ". Check its name and folder.");
  if (!std::ifstream(path, std::ios::binary))
    throw Fault("The file " + path + " cannot be opened. Check that you may read it.");
  SourceFile file{std::filesystem::path(path).filename().string(),
                  static_cast<std::int64_t>(std::filesystem::file_size(path)),
                  {}};
  file.open = [path]() -> ByteSource {
    auto stream = std::make_shared<std::ifstream>(path, std::ios::binary);
    return [stream](std::span<char> out) {
      stream->read(out.data(), static_cast<std::streamsize>(out.size()));
      return static_cast<std::size_t>(stream->gcount());
    };
  };
  return file;
}

SourceFile file_of(std::string name, std::string bytes) {
  auto kept = std::make_shared<std::string>(std::move(bytes));
  return {std::move(name), static_cast<std::int64_t>(kept->size()), [kept]() -> ByteSource {
            return [kept, inner = bytes_of(*kept)](std::span<char> out) { return inner(out); };
          }};
}

SourceFile piped(std::istream& stream, std::string name) {
  const std::shared_ptr<std::FILE> kept(std::tmpfile(), [](std::FILE* file) {
    if (file != nullptr) std::fclose(file);
  });
  const Fault full("What is piped in cannot be kept in a temporary file. Make room on the disk.");
  if (!kept) throw full;
  std::string piece(64 * 1024, '\0');
  std::int64_t size = 0;
  while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0) {
    const auto count = static_cast<std::size_t>(stream.gcount());
    if (std::fwrite(piece.data(), 1, count, kept.get()) != count) throw full;
    size += stream.gcount();
  }
  if (std::fflush(kept.get()) != 0) throw full;
  return {std::move(name), size, [kept]() -> ByteSource {
            return [kept, at = off_t{0}](std::span<char> out) mutable {
              const auto count = ::pread(::fileno(kept.get()), out.data(), out.size(), at);
              if (count <= 0) return std::size_t{0};
              at += count;
              return static_cast<std::size_t>(count);
            };
          }};
}

/// By OpenSSL, which uses what the processor has for it: of a large file libsodium's takes as long as reading
/// it all once.
std::string sha256_of(const SourceFile& file) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> state(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  CHECK(EVP_DigestInit_ex(state.get(), EVP_sha256(), nullptr) == 1);
  std::string piece(64 * 1024, '\0');
  const auto source = file.open();
  while (const std::size_t count = source(piece))
    CHECK(EVP_DigestUpdate(state.get(), piece.data(), count) == 1);
  std::array<unsigned char, 32> digest{};
  CHECK(EVP_DigestFinal_ex(state.get(), digest.data(), nullptr) == 1);
  std::array<char, 2 * 32 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

}  // namespace accord::importing
