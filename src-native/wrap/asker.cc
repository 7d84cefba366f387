#include "wrap/asker.h"

#include "napi/values.h"
#include "ossl/certificate.h"
#include "ossl/engine.h"
#include "wrap/certificate_record.h"
#include "wrap/environment.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"
#include "wrap/raw_keys.h"

namespace wrap {
namespace {

using ossl::Answer;
using ossl::Question;

Napi::Value bytesOrNull(Napi::Env env, const ossl::View& view) {
  if (view.data == nullptr) return env.Null();
  return napi::copyOf(env, std::vector<unsigned char>(view.data, view.data + view.size));
}

Answer::Verdict verdictOf(const std::string& name) {
  if (name == "accept") return Answer::Verdict::accept;
  if (name == "leave") return Answer::Verdict::leave;
  if (name == "suspend") return Answer::Verdict::suspend;
  return Answer::Verdict::refuse;
}

Answer answerOf(Napi::Env env, const Napi::Object& record) {
  Answer answer;
  answer.verdict = verdictOf(record.Get("verdict").As<Napi::String>());
  answer.number = napi::optionalInt(record, "number").value_or(-1);
  if (!record.Get("bytes").IsUndefined()) {
    const auto list = record.Get("bytes").As<Napi::Array>();
    for (uint32_t i = 0; i < list.Length(); ++i) {
      const auto bytes = list.Get(i).As<Napi::Uint8Array>();
      answer.bytes.emplace_back(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
    }
  }
  if (!record.Get("context").IsUndefined()) answer.context = napi::handleOf<ossl::Context>(env, record.Get("context"), "context");
  if (!record.Get("session").IsUndefined()) answer.session = napi::handleOf<ossl::Session>(env, record.Get("session"), "session");
  return answer;
}

class FunctionAsker : public ossl::Asker {
public:
  explicit FunctionAsker(const Napi::Function& function) : function_(Napi::Persistent(function)) {}

  Answer ask(const ossl::Engine& engine, const Question& question) override {
    const Napi::Env env = function_.Env();
    const Napi::HandleScope scope(env);
    try {
      const auto certificate = [&engine](Napi::Env inner, X509* x509) {
        return certificateRecord(inner, ossl::readCertificate(engine.api(), x509));
      };
      const auto number = [](Napi::Env inner, long value) { return Napi::Number::New(inner, static_cast<double>(value)); };
      const Napi::Value answer =
          function_.Call({Napi::Number::New(env, static_cast<unsigned>(question.what)), Napi::Number::New(env, question.context),
                          napi::toArray(env, question.numbers, number), napi::toArray(env, question.bytes, bytesOrNull),
                          napi::toArray(env, question.certificates, certificate), publicKeyRecord(env, engine.api(), question.key)});
      return answerOf(env, answer.As<Napi::Object>());
    } catch (const Napi::Error&) {
      return {};
    }
  }

private:
  Napi::FunctionReference function_;
};

// setAnswerer(function): for this environment, once
Napi::Value setAnswerer(const Napi::CallbackInfo& info) {
  environmentOf(info.Env()).asker = askerWith(info[0].As<Napi::Function>());
  return info.Env().Undefined();
}

} // namespace

std::shared_ptr<ossl::Asker> askerWith(const Napi::Function& function) { return std::make_shared<FunctionAsker>(function); }

void exportAsker(Napi::Object exports) { exportFunction(exports, "setAnswerer", setAnswerer); }

} // namespace wrap
