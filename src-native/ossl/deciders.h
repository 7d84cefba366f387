// Owns: OpenSSL's callbacks that decide: each turns what OpenSSL asks into a Question, and the Answer into what OpenSSL expects.
// Must not know: who answers.
#pragma once

#include "ossl/engine.h"

namespace ossl {

// Sets the callbacks for what `context.asked()` says. The SSL_CTX points to `context` from then on: it must not outlive it.
void decideContext(const Context& context);
// A verify callback for every connection: it keeps what was turned down, for the error that follows, and asks where that is wanted.
int decideVerification(int accepted, X509_STORE_CTX* store);
// For contexts that ask, and for servers' connections that are to stop there: `argument` is the context.
int decideCertificate(SSL* ssl, void* argument);
// For connections of DTLS: how long to wait for the peer's next flight, in microseconds, after it was `last` (0: the first time).
unsigned int decideTimer(SSL* ssl, unsigned int last);

// The parts of decideContext(), by what they are about.
void decideTrust(const Context& context);
void decideHello(const Context& context);
void decideResumption(const Context& context);
void decidePsk(const Context& context);

// Puts a question in the name of the engine whose operation runs; refused where there is none.
Answer askRunning(const Question& question);
inline Question questionOf(Ask what, const Context& context) { return {what, context.number(), {}, {}, {}}; }
// For callbacks that get no argument of ours: the context is the one that the connection was made from.
inline Question questionOfRunning(Ask what) {
  const Engine* engine = Engine::current();
  return engine != nullptr ? engine->question(what) : Question{what, 0, {}, {}, {}};
}
// The argument of those that get one.
inline const Context& contextOf(void* argument) { return *static_cast<const Context*>(argument); }

} // namespace ossl
