/* Two connections to one server: the second resumes the session of the first, which came by callback.
   Usage: session-resumption HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static SSL_SESSION *kept;

static void fail(const char *what) {
    const char *reason = ERR_reason_error_string(ERR_get_error());
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    exit(1);
}

/* 1: the reference is ours now. A TLS 1.3 server may give several: the newest stays. */
static int on_new_session(SSL *ssl, SSL_SESSION *session) {
    (void)ssl;
    SSL_SESSION_free(kept);
    kept = session;
    return 1;
}

static void talk(SSL_CTX *ctx, const char *host, const char *port, const char *name) {
    char answer[256];
    int length = 0;
    BIO *bio = BIO_new(BIO_s_connect());
    BIO_set_conn_hostname(bio, host);
    BIO_set_conn_port(bio, port);
    if (BIO_do_connect(bio) <= 0) fail("BIO_do_connect");

    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL) fail("SSL_new");
    SSL_set_bio(ssl, bio, bio);
    SSL_set_tlsext_host_name(ssl, name);
    SSL_set1_host(ssl, name);
    if (kept != NULL && SSL_set_session(ssl, kept) != 1) fail("SSL_set_session");
    if (SSL_connect(ssl) != 1) fail("SSL_connect");
    printf("%s, %s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl), SSL_session_reused(ssl) ? "resumed" : "new");

    /* In TLS 1.3 the tickets come after the handshake, and are read on the way to the answer. */
    if (SSL_write(ssl, "again\n", 6) != 6) fail("SSL_write");
    while (length == 0 || answer[length - 1] != '\n') {
        int got = SSL_read(ssl, answer + length, (int)sizeof answer - length);
        if (got <= 0) fail("SSL_read");
        length += got;
    }
    printf("answer: %.*s\n", length - 1, answer);
    SSL_shutdown(ssl);
    SSL_free(ssl);
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    const char *host = argv[1], *port = argv[2], *ca = argv[3];
    const char *name = argc > 4 ? argv[4] : host;

    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL) fail("SSL_CTX_new");
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_load_verify_locations(ctx, ca, NULL) != 1) fail("SSL_CTX_load_verify_locations");
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
    SSL_CTX_sess_set_new_cb(ctx, on_new_session);

    talk(ctx, host, port, name);
    if (kept == NULL) fail("waiting for a session");
    printf("resumable: %d, protocol %x, ticket: %s\n", SSL_SESSION_is_resumable(kept), SSL_SESSION_get_protocol_version(kept),
           SSL_SESSION_has_ticket(kept) ? "yes" : "no");

    /* As a program that keeps it in a file: written out, and read in again. */
    int size = i2d_SSL_SESSION(kept, NULL);
    unsigned char *der = malloc((size_t)size), *end = der;
    i2d_SSL_SESSION(kept, &end);
    SSL_SESSION_free(kept);
    const unsigned char *start = der;
    kept = d2i_SSL_SESSION(NULL, &start, size);
    if (kept == NULL) fail("d2i_SSL_SESSION");
    printf("all of it read: %s\n", start == der + size ? "yes" : "no");
    free(der);

    talk(ctx, host, port, name);
    SSL_SESSION_free(kept);
    SSL_CTX_free(ctx);
    return 0;
}
