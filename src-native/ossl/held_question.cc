#include "ossl/held_question.h"

#include "ossl/raw_keys.h"

namespace ossl {

HeldQuestion::HeldQuestion(const Api& api, const Question& question) : key_(holdKey(api, question.key)), question_(question) {
  bytes_.reserve(question.bytes.size()); // the views point at them
  for (View& view : question_.bytes) {
    if (view.data == nullptr) continue;
    bytes_.emplace_back(reinterpret_cast<const char*>(view.data), view.size);
    view.data = reinterpret_cast<const unsigned char*>(bytes_.back().data());
  }
  for (X509* certificate : question.certificates) {
    api.X509_up_ref(certificate);
    certificates_.emplace_back(certificate, X509Pointer::deleter_type{&api});
  }
}

} // namespace ossl
