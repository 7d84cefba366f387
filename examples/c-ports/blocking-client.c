/* A blocking client: a socket, SSL_set_fd, and calls that return when they are done.
   Usage: blocking-client HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static void fail(const char *what) {
    unsigned long code = ERR_get_error();
    const char *reason = ERR_reason_error_string(code);
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    exit(1);
}

static int connect_to(const char *host, const char *port) {
    BIO_ADDRINFO *found = NULL;
    int fd = -1;
    if (!BIO_lookup(host, port, BIO_LOOKUP_CLIENT, AF_UNSPEC, SOCK_STREAM, &found)) fail("BIO_lookup");
    for (const BIO_ADDRINFO *each = found; each != NULL && fd == -1; each = BIO_ADDRINFO_next(each)) {
        fd = BIO_socket(BIO_ADDRINFO_family(each), SOCK_STREAM, 0, 0);
        if (fd != -1 && !BIO_connect(fd, BIO_ADDRINFO_address(each), BIO_SOCK_NODELAY)) {
            BIO_closesocket(fd);
            fd = -1;
        }
    }
    BIO_ADDRINFO_free(found);
    if (fd == -1) fail("BIO_connect");
    return fd;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    const char *host = argv[1], *port = argv[2], *ca = argv[3];
    const char *name = argc > 4 ? argv[4] : host;
    const char *request = "hello from a blocking client\n";
    char text[256], answer[256];

    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL) fail("SSL_CTX_new");
    SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_load_verify_locations(ctx, ca, NULL) != 1) fail("SSL_CTX_load_verify_locations");

    int fd = connect_to(host, port);
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL) fail("SSL_new");
    SSL_set_tlsext_host_name(ssl, name);
    SSL_set1_host(ssl, name);
    SSL_set_fd(ssl, fd);

    int ret = SSL_connect(ssl);
    if (ret != 1) {
        printf("verify result: %s\n", X509_verify_cert_error_string(SSL_get_verify_result(ssl)));
        printf("SSL_get_error: %d\n", SSL_get_error(ssl, ret));
        fail("SSL_connect");
    }
    printf("%s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl));
    printf("verify result: %s\n", X509_verify_cert_error_string(SSL_get_verify_result(ssl)));

    X509 *peer = SSL_get_peer_certificate(ssl);
    if (peer != NULL) {
        X509_NAME_oneline(X509_get_subject_name(peer), text, sizeof text);
        printf("subject: %s\n", text);
        X509_NAME_oneline(X509_get_issuer_name(peer), text, sizeof text);
        printf("issuer: %s\n", text);
        X509_free(peer);
    }

    if (SSL_write(ssl, request, (int)strlen(request)) <= 0) fail("SSL_write");
    int length = 0;
    while (length == 0 || answer[length - 1] != '\n') {
        int got = SSL_read(ssl, answer + length, (int)sizeof answer - length);
        if (got <= 0) fail("SSL_read");
        length += got;
    }
    printf("answer: %.*s\n", length - 1, answer);

    /* Our close_notify, and then the peer's. */
    ret = SSL_shutdown(ssl);
    if (ret == 0) ret = SSL_shutdown(ssl);
    printf("shutdown: %d\n", ret);

    SSL_free(ssl);
    BIO_closesocket(fd);
    SSL_CTX_free(ctx);
    return 0;
}
