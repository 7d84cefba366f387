/* A client that is nothing but a chain of BIOs: BIO_new_ssl_connect resolves, connects, shakes hands.
   Usage: bio-connect-client HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *what) {
    const char *reason = ERR_reason_error_string(ERR_get_error());
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    exit(1);
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    const char *host = argv[1], *port = argv[2], *ca = argv[3];
    const char *name = argc > 4 ? argv[4] : host;
    char answer[256];
    int length = 0;
    SSL *ssl = NULL;

    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL) fail("SSL_CTX_new");
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_load_verify_locations(ctx, ca, NULL) != 1) fail("SSL_CTX_load_verify_locations");

    BIO *bio = BIO_new_ssl_connect(ctx);
    if (bio == NULL) fail("BIO_new_ssl_connect");
    BIO_get_ssl(bio, &ssl);
    if (ssl == NULL) fail("BIO_get_ssl");
    SSL_set_mode(ssl, SSL_MODE_AUTO_RETRY);
    SSL_set_tlsext_host_name(ssl, name);
    SSL_set1_host(ssl, name);
    BIO_set_conn_hostname(bio, host);
    BIO_set_conn_port(bio, port);

    if (BIO_do_connect(bio) <= 0) {
        printf("verify result: %ld\n", SSL_get_verify_result(ssl));
        fail("BIO_do_connect");
    }
    if (BIO_do_handshake(bio) <= 0) fail("BIO_do_handshake");
    printf("%s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl));
    printf("verify result: %ld\n", SSL_get_verify_result(ssl));
    printf("port: %s\n", strcmp(BIO_get_conn_port(bio), port) == 0 ? "as asked" : BIO_get_conn_port(bio));

    if (BIO_puts(bio, "hello through a chain of BIOs\n") <= 0) fail("BIO_puts");
    if (BIO_flush(bio) <= 0) fail("BIO_flush");
    while (length == 0 || answer[length - 1] != '\n') {
        int got = BIO_read(bio, answer + length, (int)sizeof answer - length);
        if (got > 0) length += got;
        else if (!BIO_should_retry(bio)) fail("BIO_read");
    }
    printf("answer: %.*s\n", length - 1, answer);

    BIO_ssl_shutdown(bio);
    printf("shutdown: %s\n", SSL_get_shutdown(ssl) & SSL_SENT_SHUTDOWN ? "sent" : "not sent");
    BIO_free_all(bio); /* the SSL with it */
    SSL_CTX_free(ctx);
    return 0;
}
