#include "ossl/passphrase.h"

#include <cstring>
#include <mutex>
#include <set>

namespace ossl {
namespace {

// enum UI_string_types of ui.h
constexpr int kPrompt = 1;
constexpr int kVerify = 2;

// Of a thread: OpenSSL gives a user interface no word of whose call it is in.
thread_local PassphraseAsker* answering = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

class Known : public PassphraseSource {
public:
  explicit Known(Secret secret) : secret_(std::move(secret)) {}

  std::optional<Secret> give(const Api& api, const PassphraseRequest&) override {
    Secret copy(api, secret_.size());
    std::memcpy(copy.data(), secret_.data(), secret_.size());
    return copy;
  }

private:
  Secret secret_;
};

// UI_method_set_reader(3): 1 read, 0 a failure, -1 the user said no.
int readString(UI* ui, UI_STRING* string) {
  constexpr int kRead = 1;
  constexpr int kRefused = -1;
  if (answering == nullptr) return kRefused;
  const Api& api = answering->api();
  const int type = api.UI_get_string_type(string);
  if (type != kPrompt && type != kVerify) return kRead;
  const char* prompt = api.UI_get0_output_string(string);
  const std::optional<Secret> given = answering->ask(prompt != nullptr ? prompt : "", type == kVerify);
  if (!given) return kRefused;
  return api.UI_set_result_ex(ui, string, given->c_str(), static_cast<int>(given->size())) == 0 ? kRead : 0;
}

} // namespace

PassphrasePointer knownPassphrase(Secret secret) { return std::make_shared<Known>(std::move(secret)); }

std::optional<Secret> PassphraseAsker::ask(const std::string& prompt, bool confirm) {
  std::optional<Secret> given;
  if (source_ != nullptr && outcome_ != PassphraseOutcome::refused) { // no is no: a provider asks once more by itself
    const KeptErrors kept(api_);                                      // whoever answers may use this OpenSSL
    given = source_->give(api_, {of_, prompt, ++attempt_, confirm});
  }
  outcome_ = given ? PassphraseOutcome::given : PassphraseOutcome::refused;
  return given;
}

int PassphraseAsker::givePem(char* buffer, int size, int writing, void* asker) {
  if (asker == nullptr) return -1;
  auto& self = *static_cast<PassphraseAsker*>(asker);
  const std::optional<Secret> given = self.ask("", writing != 0);
  if (!given) return -1;
  if (given->size() > static_cast<size_t>(size)) {
    self.outcome_ = PassphraseOutcome::tooLong;
    return -1;
  }
  // NOLINTNEXTLINE(bugprone-not-null-terminated-result) -- counted, not terminated: pem_password_cb(3)
  std::memcpy(buffer, given->data(), given->size());
  return static_cast<int>(given->size());
}

AnsweringUi::AnsweringUi(PassphraseAsker& asker) : before_(std::exchange(answering, &asker)) {}
AnsweringUi::~AnsweringUi() { answering = before_; }

void keepOffTheTerminal(const Api& api) {
  if (api.queueIsShared) return;
  static std::mutex mutex;
  static std::set<decltype(Api::UI_set_default_method)> done;
  const std::scoped_lock lock(mutex);
  if (done.contains(api.UI_set_default_method)) return;
  UiMethodPointer method = makeUiMethod(api);
  if (method == nullptr) return;
  api.UI_set_default_method(method.release()); // the library keeps it as long as the process
  done.insert(api.UI_set_default_method);
}

UiMethodPointer makeUiMethod(const Api& api) {
  UiMethodPointer method(api.UI_create_method("passphrases of a program"), {&api});
  if (method != nullptr && api.UI_method_set_reader(method.get(), readString) != 0) method.reset();
  return method;
}

} // namespace ossl
