/* What the parts of the driver share: the two sides of a script, its operations, and how a result is told. The TypeScript executor
   (executor/) does the same with the C layer, operation for operation and character for character. */
#ifndef DRIVER_H
#define DRIVER_H

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stddef.h>

enum transport { NO_TRANSPORT, PAIR, MEMORY };

struct side {
    SSL_CTX *ctx;
    SSL *ssl;
    SSL_SESSION *session;
    enum transport transport;
    BIO *network;    /* PAIR: the half that is not the SSL's */
    BIO *in, *out;   /* MEMORY: a reference of our own to what the SSL reads and writes */
    struct side *other;
    int verify_answer, alpn_answer, name_answer, session_answer;
};

/* What must be there, so that the operation is defined in C. A second SSL_accept without a BIO runs into a null pointer before 4.0: what does
   input and output needs BIOs, or an SSL on which nothing was tried. */
enum needs { NOTHING, A_CTX, AN_SSL, AN_UNUSED_SSL, A_WIRED_SSL, A_FINISHED_SSL };

struct operation {
    const char *name;
    enum needs needs;
    void (*run)(struct side *side, char **args);
};

extern const struct operation context_operations[], callback_operations[], connection_operations[], fact_operations[], wire_operations[];
extern struct side client, server;

#define LARGEST 131072
extern unsigned char sent[LARGEST];     /* what is written, a pattern that never changes */
extern unsigned char received[LARGEST];

/* keys.c */
X509 *certificate_named(const char *name);
EVP_PKEY *key_named(const char *name);
void load_keys(const char *folder);

/* driver.c */
void say(const char *format, ...);                  /* adds to the trace line */
void note(const char *format, ...);                 /* adds to what callbacks told */
void say_io(struct side *side, int ret);            /* the result of an operation that SSL_get_error explains */
const char *text_or_null(const char *text);
long long number(const char *text);

/* wire.c */
void forget_transport(struct side *side);
size_t waiting_out(const struct side *side);
size_t waiting_in(const struct side *side);

#endif
