// Owns: who frees what. A name that ends in Pointer owns one reference and frees it once, a plain pointer borrows.
// Must not know: JavaScript.
#pragma once

#include "library/library.h"

#include <memory>

namespace ossl {

using library::Api;
using library::Library;

// The deleter carries the table, as two libraries may be loaded: memory goes back to the one that gave it.
template <typename T, auto Member>
struct Release {
  const Api* api = nullptr;
  void operator()(T* object) const { (api->*Member)(object); }
};

template <typename T, auto Member>
using Pointer = std::unique_ptr<T, Release<T, Member>>;

using X509Pointer = Pointer<X509, &Api::X509_free>;
using CrlPointer = Pointer<X509_CRL, &Api::X509_CRL_free>;
using KeyPointer = Pointer<EVP_PKEY, &Api::EVP_PKEY_free>;
using Pkcs12Pointer = Pointer<PKCS12, &Api::PKCS12_free>;
using GeneralNamesPointer = Pointer<GENERAL_NAMES, &Api::GENERAL_NAMES_free>;
using BignumPointer = Pointer<BIGNUM, &Api::BN_free>;
using ConfPointer = Pointer<SSL_CONF_CTX, &Api::SSL_CONF_CTX_free>;
using PlainBioPointer = Pointer<BIO, &Api::BIO_free>; // short-lived memory BIOs, not counted

using BioMethodPointer = Pointer<BIO_METHOD, &Api::BIO_meth_free>;

// What lives as long as a JavaScript object is counted too, so that "nothing is left" can be read instead of guessed.
struct FreeContext {
  const Library* library = nullptr;
  void operator()(SSL_CTX* context) const {
    library->api.SSL_CTX_free(context);
    --library->live.contexts;
  }
};
struct FreeSsl {
  const Library* library = nullptr;
  void operator()(SSL* ssl) const {
    library->api.SSL_free(ssl);
    --library->live.connections;
  }
};
struct FreeBio {
  const Library* library = nullptr;
  void operator()(BIO* bio) const {
    library->api.BIO_free(bio);
    --library->live.bios;
  }
};
struct FreeSession {
  const Library* library = nullptr;
  void operator()(SSL_SESSION* session) const {
    library->api.SSL_SESSION_free(session);
    --library->live.sessions;
  }
};
using SessionPointer = std::unique_ptr<SSL_SESSION, FreeSession>;
using ContextPointer = std::unique_ptr<SSL_CTX, FreeContext>;
using SslPointer = std::unique_ptr<SSL, FreeSsl>;
using BioPointer = std::unique_ptr<BIO, FreeBio>;

} // namespace ossl
