// Owns: compressed certificates and custom extensions, given, used, damaged and refused, without Node.
#include "memory.h"

namespace memory {
namespace {

// Adds a few bytes, or none, and takes or refuses what comes.
class Extender : public Asker {
public:
  bool empty = false;
  bool refuses = false;
  int asked = 0;

  Answer ask(const Engine& engine, const Question& question) override {
    ++asked;
    ErrorScope inside(engine.api());
    for (X509* certificate : question.certificates) static_cast<void>(readCertificate(engine.api(), certificate));
    Answer answer;
    const bool adding = question.numbers.at(3) == 1;
    if (refuses && !adding) {
      answer.number = static_cast<int>(SSL3_AD_ILLEGAL_PARAMETER);
      return answer;
    }
    answer.verdict = Answer::Verdict::accept;
    if (adding) answer.bytes = {empty ? std::string() : std::string(3000, 'x')};
    return answer;
  }
};

unsigned int everywhere() {
  return static_cast<unsigned int>(SSL_EXT_CLIENT_HELLO | SSL_EXT_TLS1_2_SERVER_HELLO | SSL_EXT_TLS1_3_ENCRYPTED_EXTENSIONS |
                                   SSL_EXT_TLS1_3_CERTIFICATE | SSL_EXT_TLS1_3_NEW_SESSION_TICKET);
}

void extensionsOver(const std::shared_ptr<Context>& client, const std::shared_ptr<Context>& server,
                    const std::shared_ptr<Extender>& extender) {
  Pair plain(client, server, "localhost", 0, nullptr, extender);
  completes(plain);
  expect(extender->asked > 3, "both sides are asked");
  extender->empty = true;
  Pair nothing(client, server, "localhost", 0, nullptr, extender);
  completes(nothing);
  extender->refuses = true;
  Pair refused(client, server, "localhost", 0, nullptr, extender);
  static_cast<void>(refused.shakeHands());
  expect(refused.server->alertSent().has_value(), "what is refused is an alert");
  Pair unanswered(client, server, "localhost", 0);
  expect(unanswered.client->connect().code == SSL_ERROR_SSL, "where nobody answers it is a no");
}

void compressionOver(const std::shared_ptr<const Library>& library, const Files& files) {
  const Api& api = library->api;
  SettingFailure failure;
  const std::vector<int> algorithms = compressionsOf(*library);
  const auto client = context(library, clientSettings(files, TLS1_3_VERSION));
  for (const int algorithm : algorithms) {
    ContextSettings settings = serverSettings(files);
    settings.compression.algorithms = {algorithm};
    const auto server = context(library, settings);
    Pair pair(client, server, "localhost", 0);
    completes(pair);
    const auto made = compressCertificate(api, server->get(), algorithm);
    expect(made.has_value(), "a certificate is compressed");
    if (pair.client->compressionReceived())
      expect(pair.client->compressionReceived()->size == made->bytes.size(), "it says how much it is");

    settings.compression = {std::nullopt, {*made, *made}};
    Pair given(client, context(library, settings), "localhost", 0);
    completes(given);
    settings.compression.compressed = {{algorithm, "no such thing", 1000}};
    Pair damaged(client, context(library, settings), "localhost", 0);
    static_cast<void>(damaged.shakeHands());
    expect(damaged.client->alertSent().has_value(), "what does not unpack is an alert");
  }
  if (algorithms.empty()) return;
  ContextSettings nobody;
  nobody.server = true;
  nobody.compression = {algorithms, {}};
  expect(!compressCertificate(api, context(library, nobody)->get(), algorithms.front()), "without a certificate there is none");
  nobody.compression.compressed = {{algorithms.front(), "x", 1}};
  expect(Context::create(library, nobody, failure) == nullptr, "nor one that was compressed elsewhere");
}

} // namespace

void roundOfExtensions(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  constexpr unsigned int kPrivate = 0xffa5;
  SettingFailure failure;
  ContextSettings clientOnes = clientSettings(files, protocol);
  ContextSettings serverOnes = serverSettings(files);
  clientOnes.asked = serverOnes.asked = bitOf(Ask::extension);
  clientOnes.extensions = {{kPrivate, everywhere(), true, true}, {kPrivate + 1, everywhere(), false, false}};
  serverOnes.extensions = {{kPrivate, everywhere(), true, true}, {kPrivate + 1, everywhere(), false, true}};
  extensionsOver(context(library, clientOnes), context(library, serverOnes), std::make_shared<Extender>());

  clientOnes.extensions.push_back(clientOnes.extensions.front());
  expect(Context::create(library, clientOnes, failure) == nullptr, "an extension twice is refused");
  if (protocol == TLS1_3_VERSION) compressionOver(library, files);
}

} // namespace memory
