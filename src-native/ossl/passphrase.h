// Owns: how OpenSSL gets a passphrase or a PIN while it reads something: by a PEM callback (pem_password_cb(3)) or by a user interface
// (UI_create_method(3)), from whoever knows it. It never asks on the terminal.
// Must not know: who that is, what is read.
#pragma once

#include "ossl/secret.h"
#include "ossl/setting_call.h"

#include <optional>
#include <string>

namespace ossl {

struct PassphraseRequest {
  std::string of;     // the setting or the URI that it is for
  std::string prompt; // in OpenSSL's words, "" where it has none
  int attempt = 1;    // how often it was asked for in this call
  bool confirm = false;
};

// Who knows passphrases. None: nobody does, or it is refused. To be asked on the thread that it was given on.
class PassphraseSource {
public:
  PassphraseSource() = default;
  PassphraseSource(const PassphraseSource&) = delete;
  PassphraseSource& operator=(const PassphraseSource&) = delete;
  virtual ~PassphraseSource() = default;
  [[nodiscard]] virtual std::optional<Secret> give(const Api& api, const PassphraseRequest& request) = 0;
};

using PassphrasePointer = std::shared_ptr<PassphraseSource>; // null: none is known

// A passphrase that is known beforehand.
[[nodiscard]] PassphrasePointer knownPassphrase(Secret secret);

// What asks, for one operation.
class PassphraseAsker {
public:
  PassphraseAsker(const Api& api, PassphrasePointer source, std::string of) : api_(api), source_(std::move(source)), of_(std::move(of)) {}

  [[nodiscard]] std::optional<Secret> ask(const std::string& prompt, bool confirm);
  [[nodiscard]] PassphraseOutcome outcome() const { return outcome_; }
  [[nodiscard]] const Api& api() const { return api_; }

  // For a function that takes a pem_password_cb and its userdata: the latter is a PassphraseAsker, or null.
  static int givePem(char* buffer, int size, int writing, void* asker);

private:
  const Api& api_;
  PassphrasePointer source_;
  std::string of_;
  int attempt_ = 0;
  PassphraseOutcome outcome_ = PassphraseOutcome::unasked;
};

// Who answers on this thread what a user interface asks, for as long as this lives. Outside of it the answer is no: a module may keep the
// user interface, and ask much later.
class AnsweringUi {
public:
  explicit AnsweringUi(PassphraseAsker& asker);
  ~AnsweringUi();
  AnsweringUi(const AnsweringUi&) = delete;
  AnsweringUi& operator=(const AnsweringUi&) = delete;

private:
  PassphraseAsker* before_;
};

using UiMethodPointer = Pointer<UI_METHOD, &Api::UI_destroy_method>;
// Null if there is no memory for one.
[[nodiscard]] UiMethodPointer makeUiMethod(const Api& api);

} // namespace ossl
