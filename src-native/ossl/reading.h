// Owns: reading certificates, keys and their kin in one library context, with one property query: what is read there is used there.
// Must not know: what they are for.
#pragma once

#include "ossl/library_context.h"

namespace ossl {

// In which library context what a context of connections needs is made and read.
struct Home {
  std::shared_ptr<const LibraryContext> context; // null: the default one
  std::optional<std::string> query;              // which implementations are taken, property(7)
};

class Reading {
public:
  Reading(const Api& api, const Home& home) : api_(api), home_(home) {}

  // Of what is no query nothing would be said: it would count as none.
  [[nodiscard]] bool isQueryValid() const;
  [[nodiscard]] SSL_CTX* newContext(const SSL_METHOD* method) const;
  // Each null where there is none; the error queue says why.
  [[nodiscard]] X509Pointer certificate(BIO* bio) const;
  [[nodiscard]] CrlPointer revocationList(BIO* bio) const;
  [[nodiscard]] KeyPointer privateKey(BIO* bio, pem_password_cb* callback, void* data) const;
  [[nodiscard]] KeyPointer parameters(BIO* bio) const;
  [[nodiscard]] Pkcs12Pointer pkcs12(const std::string& der) const;
  [[nodiscard]] const char* pkcs12Reader() const { return isElsewhere() ? "d2i_PKCS12_bio" : "d2i_PKCS12"; }

private:
  // 1.1.1 has neither contexts nor queries.
  [[nodiscard]] bool isElsewhere() const { return home_.context != nullptr || home_.query.has_value(); }
  [[nodiscard]] OSSL_LIB_CTX* context() const { return home_.context != nullptr ? home_.context->get() : nullptr; }
  [[nodiscard]] const char* query() const { return home_.query ? home_.query->c_str() : nullptr; }

  const Api& api_;
  const Home& home_;
};

} // namespace ossl
