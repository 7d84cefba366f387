// Owns: an openssl.cnf, config(5), as libcrypto reads it: which modules it would open, and having them opened isolated before it is obeyed.
// Must not know: what else is in it.
#pragma once

#include "library/modules.h"

#include <memory>
#include <string>
#include <vector>

namespace library {

struct FreeConfiguration {
  const Api* api = nullptr;
  void operator()(CONF* configuration) const { api->NCONF_free(configuration); }
};

class Configuration {
public:
  // `context` null: the default one. `file` as NCONF_load takes it; what it includes is read too. Null where it cannot be read: the error
  // queue says why.
  [[nodiscard]] static std::unique_ptr<Configuration> read(const Library& library, OSSL_LIB_CTX* context, const std::string& file);
  [[nodiscard]] static std::unique_ptr<Configuration> parse(const Library& library, OSSL_LIB_CTX* context, const std::string& text);

  // Opens each provider and each engine that it names, and has libcrypto take the copy where one was made, and nothing where one must not
  // be opened. `providers` is the folder of those that are named without one. Answers why the first of these must not be, "" otherwise. A
  // file that is not there is libcrypto's to miss.
  std::string openModules(const std::string& providers);
  // Libcrypto must not read the file by itself.
  [[nodiscard]] bool isChanged() const { return changed_; }
  // The providers that are to be in use afterwards. libcrypto passes over one that cannot be: CONF_modules_load(3) succeeds all the same.
  // Those whose failure the file allows are not among them.
  [[nodiscard]] std::vector<std::string> demanded() const;
  // As CONF_modules_load_file_ex(3) does it.
  [[nodiscard]] bool obey(unsigned long flags) const;

private:
  struct Entry {
    std::string name;
    std::string value;
  };
  Configuration(const Library& library, OSSL_LIB_CTX* context, std::string text);
  void renew();
  [[nodiscard]] bool parseText();
  [[nodiscard]] std::vector<Entry> section(const std::string& name) const;
  [[nodiscard]] std::string valueOf(const std::string& section, const std::string& name) const;
  [[nodiscard]] bool add(const std::string& text);
  // How the two kinds of modules are written down, and where they are looked for.
  struct Kind {
    std::string name;
    std::string file;
    std::string folder;
  };
  void openListed(const Kind& kind, const std::string& list, std::string& refused);
  void openOne(const Kind& kind, const Entry& listed, std::string& refused);

  const Library& library_;
  OSSL_LIB_CTX* context_;
  std::string text_;
  std::unique_ptr<CONF, FreeConfiguration> configuration_;
  bool changed_ = false;
};

// A value as it is, whatever is in it: within quotes only the quote and the backslash mean something.
[[nodiscard]] std::string quotedValue(const std::string& value);

// What libcrypto would read by itself when it is initialised: its modules are opened first. Null where libcrypto may go on and read it;
// else it must be told not to, as a module had to be copied or must not be opened, and the configuration is to be obeyed in its place.
[[nodiscard]] std::unique_ptr<Configuration> takeOverDefault(const Library& library);

// What libcrypto itself passes over in its openssl.cnf, OPENSSL_init_crypto(3).
inline constexpr unsigned long kDefaultFlags =
    CONF_MFLAGS_DEFAULT_SECTION | CONF_MFLAGS_IGNORE_MISSING_FILE | CONF_MFLAGS_IGNORE_RETURN_CODES;

} // namespace library
