#include "wrap/passphrase.h"

#include <algorithm>

namespace wrap {
namespace {

using ossl::Secret;

// Straight from V8's heap into memory that is wiped: no copy of it in between.
Secret secretOf(const library::Api& api, const Napi::String& text) {
  size_t size = 0;
  napi_get_value_string_utf8(text.Env(), text, nullptr, 0, &size);
  Secret secret(api, size);
  napi_get_value_string_utf8(text.Env(), text, secret.data(), size + 1, &size);
  return secret;
}

class Asked : public ossl::PassphraseSource {
public:
  explicit Asked(const Napi::Function& function) : function_(Napi::Persistent(function)) {}

  std::optional<Secret> give(const library::Api& api, const ossl::PassphraseRequest& request) override {
    const Napi::Env env = function_.Env();
    const Napi::HandleScope scope(env);
    try {
      const Napi::Value answer = function_.Call({Napi::String::New(env, request.of), Napi::String::New(env, request.prompt),
                                                 Napi::Number::New(env, request.attempt), Napi::Boolean::New(env, request.confirm)});
      if (answer.IsNull()) return std::nullopt;
      auto bytes = answer.As<Napi::Uint8Array>();
      Secret secret(api, bytes.ByteLength());
      std::copy_n(bytes.Data(), bytes.ByteLength(), secret.data());
      api.OPENSSL_cleanse(bytes.Data(), bytes.ByteLength());
      return secret;
    } catch (const Napi::Error&) { // a worker that is being terminated runs nothing any more
      return std::nullopt;
    }
  }

private:
  Napi::FunctionReference function_;
};

} // namespace

ossl::PassphrasePointer passphraseOf(const library::Api& api, const Napi::Value& value) {
  if (value.IsString()) return ossl::knownPassphrase(secretOf(api, value.As<Napi::String>()));
  if (value.IsFunction()) return std::make_shared<Asked>(value.As<Napi::Function>());
  return nullptr;
}

} // namespace wrap
