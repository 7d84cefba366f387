#include "clayer/invalidated.h"

#include <cstring>

namespace clayer {
namespace {

// After it, borrowed handles of the kind that belong to its first argument point at what has been freed.
struct Replacement {
  const char* function;
  KindId kind;
};

constexpr Replacement kReplacements[] = {
    {"X509_set_subject_name", KindId::X509_NAME},
    {"X509_set_issuer_name", KindId::X509_NAME},
    {"X509_set_pubkey", KindId::X509_PUBKEY},
    {"X509_set_pubkey", KindId::EVP_PKEY},
    {"X509_set1_notBefore", KindId::ASN1_STRING},
    {"X509_set1_notAfter", KindId::ASN1_STRING},
    {"X509_STORE_CTX_cleanup", KindId::X509_VERIFY_PARAM},
    {"X509_STORE_CTX_init", KindId::X509_VERIFY_PARAM},
    {"X509_STORE_CTX_set0_param", KindId::X509_VERIFY_PARAM},
};

} // namespace

void killInvalidated(Call& call) {
  for (const auto& [function, kind] : kReplacements) {
    if (std::strcmp(function, call.row().name) != 0) continue;
    for (auto& [key, place] : call.environment().untracked) {
      const auto body = place.lock();
      if (key.first == kind && body != nullptr && body->owned == 0 && body->parent == call.owner()) body->pointer = nullptr;
    }
  }
}

} // namespace clayer
