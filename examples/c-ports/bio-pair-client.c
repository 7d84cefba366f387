/* A client whose TLS never sees the socket: a BIO pair lies between, and the program carries the bytes.
   Usage: bio-pair-client HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int fd;
static BIO *network; /* our half of the pair; the SSL has the other */

static void fail(const char *what) {
    const char *reason = ERR_reason_error_string(ERR_get_error());
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    exit(1);
}

/* What the SSL wants to send goes to the socket. */
static void flush_out(void) {
    char bytes[4096];
    int length;
    while ((length = BIO_read(network, bytes, sizeof bytes)) > 0)
        if (send(fd, bytes, (size_t)length, 0) != length) fail("send");
}

/* What the socket has goes to the SSL, never more than there is room for. */
static void take_in(void) {
    char bytes[4096];
    size_t room = BIO_ctrl_get_write_guarantee(network);
    ssize_t length = recv(fd, bytes, room < sizeof bytes ? room : sizeof bytes, 0);
    if (length < 0) fail("recv");
    if (length == 0) (void)BIO_shutdown_wr(network);
    else if (BIO_write(network, bytes, (int)length) != length) fail("BIO_write");
}

/* Nonzero if the call is to be made again. First what is to be sent goes out, whatever the call said. */
static int go_on(SSL *ssl, int ret) {
    int error = SSL_get_error(ssl, ret);
    flush_out();
    if (error == SSL_ERROR_WANT_READ) take_in();
    return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

static int connect_to(const char *host, const char *port) {
    BIO_ADDRINFO *found = NULL;
    if (!BIO_lookup(host, port, BIO_LOOKUP_CLIENT, AF_UNSPEC, SOCK_STREAM, &found)) fail("BIO_lookup");
    int made = BIO_socket(BIO_ADDRINFO_family(found), SOCK_STREAM, 0, 0);
    if (made == -1 || !BIO_connect(made, BIO_ADDRINFO_address(found), BIO_SOCK_NODELAY)) fail("BIO_connect");
    BIO_ADDRINFO_free(found);
    return made;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    const char *host = argv[1], *port = argv[2], *ca = argv[3];
    const char *name = argc > 4 ? argv[4] : host;
    const char *request = "hello through a BIO pair\n";
    char answer[256];
    int ret, length = 0;
    BIO *internal;

    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL) fail("SSL_CTX_new");
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_load_verify_locations(ctx, ca, NULL) != 1) fail("SSL_CTX_load_verify_locations");

    fd = connect_to(host, port);
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL) fail("SSL_new");
    if (BIO_new_bio_pair(&internal, 0, &network, 0) != 1) fail("BIO_new_bio_pair");
    SSL_set_bio(ssl, internal, internal);
    SSL_set_tlsext_host_name(ssl, name);
    SSL_set1_host(ssl, name);

    while ((ret = SSL_connect(ssl)) != 1)
        if (!go_on(ssl, ret)) fail("SSL_connect");
    flush_out();
    printf("%s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl));
    printf("verify result: %ld\n", SSL_get_verify_result(ssl));

    while ((ret = SSL_write(ssl, request, (int)strlen(request))) <= 0)
        if (!go_on(ssl, ret)) fail("SSL_write");
    flush_out();
    while (length == 0 || answer[length - 1] != '\n') {
        ret = SSL_read(ssl, answer + length, (int)sizeof answer - length);
        if (ret > 0) length += ret;
        else if (!go_on(ssl, ret)) fail("SSL_read");
    }
    printf("answer: %.*s\n", length - 1, answer);

    printf("shutdown: %d\n", ret = SSL_shutdown(ssl));
    flush_out();
    while (ret != 1 && (ret = SSL_shutdown(ssl)) < 0)
        if (!go_on(ssl, ret)) break;
    printf("shutdown: %d, left in the pair: %d\n", ret, (int)BIO_ctrl_pending(network));

    SSL_free(ssl); /* frees its half */
    BIO_free(network);
    BIO_closesocket(fd);
    SSL_CTX_free(ctx);
    return 0;
}
