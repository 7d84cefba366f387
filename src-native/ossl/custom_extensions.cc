#include "ossl/custom_extensions.h"

#include "ossl/deciders.h"

namespace ossl {
namespace {

constexpr long kAdding = 1;
constexpr long kParsing = 0;

const CustomExtension& extensionOf(void* argument) { return *static_cast<const CustomExtension*>(argument); }

// numbers: the extension's place among the context's, the message (SSL_EXT_…), the certificate's place in the chain, what is to be done.
Question questionOn(const CustomExtension& extension, unsigned int message, X509* certificate, size_t chainIndex, long doing) {
  Question question = questionOf(Ask::extension, *extension.context);
  question.numbers = {extension.index, static_cast<long>(message), static_cast<long>(chainIndex), doing};
  if (certificate != nullptr) question.certificates.push_back(certificate);
  return question;
}

// OpenSSL reads it after every refusal, and does not always set it before.
void setAlert(int* alert, const Answer& answer) { *alert = answer.number >= 0 ? answer.number : static_cast<int>(TLS1_AD_INTERNAL_ERROR); }

int add(SSL*, unsigned int, unsigned int message, const unsigned char** out, size_t* size, X509* certificate, size_t chainIndex, int* alert,
        void* argument) {
  constexpr int kAdded = 1;
  constexpr int kLeftOut = 0;
  constexpr int kFailed = -1;
  const Answer answer = askRunning(questionOn(extensionOf(argument), message, certificate, chainIndex, kAdding));
  if (answer.verdict == Answer::Verdict::leave) return kLeftOut;
  if (!answer.accepts() || answer.bytes.size() != 1) {
    setAlert(alert, answer);
    return kFailed;
  }
  const std::string& bytes = answer.bytes[0];
  auto copy = std::make_unique<unsigned char[]>(bytes.size());
  bytes.copy(reinterpret_cast<char*>(copy.get()), bytes.size());
  *size = bytes.size();
  *out = copy.release(); // until give back()
  return kAdded;
}

void giveBack(SSL*, unsigned int, unsigned int, const unsigned char* out, void*) {
  const std::unique_ptr<const unsigned char[]> bytes(out);
}

int parse(SSL*, unsigned int, unsigned int message, const unsigned char* in, size_t size, X509* certificate, size_t chainIndex, int* alert,
          void* argument) {
  constexpr int kTaken = 1;
  constexpr int kRefused = 0;
  static constexpr unsigned char kNothing = 0;
  Question question = questionOn(extensionOf(argument), message, certificate, chainIndex, kParsing);
  question.bytes.push_back({in != nullptr ? in : &kNothing, size});
  const Answer answer = askRunning(question);
  if (answer.accepts()) return kTaken;
  setAlert(alert, answer);
  return kRefused;
}

} // namespace

bool CustomExtensions::addTo(const Context& context, const std::vector<ExtensionSetting>& settings, SettingFailure& failure) {
  const Api& api = context.api();
  for (const ExtensionSetting& setting : settings) {
    auto extension = std::make_unique<CustomExtension>(CustomExtension{&context, static_cast<int>(extensions_.size())});
    CustomExtension* argument = extension.get();
    extensions_.push_back(std::move(extension));
    const bool known = api.SSL_extension_supported(setting.type) == 1;
    const char* detail = known ? "OpenSSL handles the extension itself, SSL_extension_supported(3)" : "";
    const auto added = [&] {
      return api.SSL_CTX_add_custom_ext(context.get(), setting.type, setting.where, setting.adds ? add : nullptr,
                                        setting.adds ? giveBack : nullptr, argument, setting.parses ? parse : nullptr, argument) == 1;
    };
    const std::string place = std::string("customExtensions[").append(std::to_string(argument->index)).append("]");
    if (!attempt(api, failure, place, "SSL_CTX_add_custom_ext", added, detail)) return false;
  }
  return true;
}

} // namespace ossl
