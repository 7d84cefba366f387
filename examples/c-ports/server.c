/* A server: an accept BIO takes connections, one at a time, and each is echoed until the client ends it.
   Usage: server HOST PORT CERTIFICATE-FILE KEY-FILE COUNT; port 0 takes any, and the first line says which. Ends after COUNT connections. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void report(const char *what) {
    const char *reason = ERR_reason_error_string(ERR_peek_error());
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    ERR_clear_error();
}

static void fail(const char *what) {
    report(what);
    exit(1);
}

static void serve(SSL *ssl) {
    char bytes[1024];
    int length, total = 0;

    int ret = SSL_accept(ssl);
    if (ret != 1) {
        printf("SSL_get_error: %d\n", SSL_get_error(ssl, ret));
        report("SSL_accept");
        return;
    }
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    printf("%s, %s, for %s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl), name != NULL ? name : "no name",
           SSL_session_reused(ssl) ? "resumed" : "new");

    while ((length = SSL_read(ssl, bytes, sizeof bytes)) > 0) {
        if (SSL_write(ssl, bytes, length) != length) {
            report("SSL_write");
            return;
        }
        total += length;
    }
    int error = SSL_get_error(ssl, length);
    printf("echoed %d bytes, then SSL_get_error: %d\n", total, error);
    if (error == SSL_ERROR_ZERO_RETURN) printf("shutdown: %d\n", SSL_shutdown(ssl));
    ERR_clear_error();
}

int main(int argc, char **argv) {
    if (argc < 6) return 2;
    char address[256];
    setvbuf(stdout, NULL, _IOLBF, 0);

    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    if (ctx == NULL) fail("SSL_CTX_new");
    SSL_CTX_set_session_id_context(ctx, (const unsigned char *)"c-ports", 7);
    if (SSL_CTX_use_certificate_chain_file(ctx, argv[3]) != 1) fail("SSL_CTX_use_certificate_chain_file");
    if (SSL_CTX_use_PrivateKey_file(ctx, argv[4], SSL_FILETYPE_PEM) != 1) fail("SSL_CTX_use_PrivateKey_file");
    if (SSL_CTX_check_private_key(ctx) != 1) fail("SSL_CTX_check_private_key");

    snprintf(address, sizeof address, "%s:%s", argv[1], argv[2]);
    BIO *listener = BIO_new_accept(address);
    if (listener == NULL) fail("BIO_new_accept");
    BIO_set_bind_mode(listener, BIO_BIND_REUSEADDR);
    /* The first call listens, each further one accepts. */
    if (BIO_do_accept(listener) <= 0) fail("BIO_do_accept");
    printf("listening on port %s\n", BIO_get_accept_port(listener));

    for (int count = atoi(argv[5]); count > 0; count--) {
        if (BIO_do_accept(listener) <= 0) fail("BIO_do_accept");
        BIO *client = BIO_pop(listener);
        SSL *ssl = SSL_new(ctx);
        if (ssl == NULL) fail("SSL_new");
        SSL_set_bio(ssl, client, client);
        serve(ssl);
        SSL_free(ssl);
    }
    BIO_free(listener);
    SSL_CTX_free(ctx);
    return 0;
}
