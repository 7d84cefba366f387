/* A client on a non-blocking socket: what a call wants, poll() waits for, and then the same call is made again.
   Usage: nonblocking-client HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line. */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static void fail(const char *what) {
    const char *reason = ERR_reason_error_string(ERR_get_error());
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    exit(1);
}

/* 1: make the call again; 0: the peer has ended the connection; anything else is the end of the program. */
static int wait_for(SSL *ssl, int ret, const char *what) {
    struct pollfd waiting = {.fd = SSL_get_fd(ssl), .events = 0, .revents = 0};
    switch (SSL_get_error(ssl, ret)) {
    case SSL_ERROR_WANT_READ:
        waiting.events = POLLIN;
        break;
    case SSL_ERROR_WANT_WRITE:
        waiting.events = POLLOUT;
        break;
    case SSL_ERROR_ZERO_RETURN:
        return 0;
    default:
        fail(what);
    }
    if (poll(&waiting, 1, 10000) != 1) fail("poll");
    return 1;
}

static int connect_to(const char *host, const char *port) {
    BIO_ADDRINFO *found = NULL;
    if (!BIO_lookup(host, port, BIO_LOOKUP_CLIENT, AF_UNSPEC, SOCK_STREAM, &found)) fail("BIO_lookup");
    int fd = BIO_socket(BIO_ADDRINFO_family(found), SOCK_STREAM, 0, 0);
    if (fd == -1) fail("BIO_socket");
    if (!BIO_connect(fd, BIO_ADDRINFO_address(found), BIO_SOCK_NODELAY)) fail("BIO_connect");
    BIO_ADDRINFO_free(found);
    if (!BIO_socket_nbio(fd, 1)) fail("BIO_socket_nbio");
    return fd;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    const char *host = argv[1], *port = argv[2], *ca = argv[3];
    const char *name = argc > 4 ? argv[4] : host;
    const char *request = "hello from a non-blocking client\n";
    char answer[256];
    int ret, length = 0, waits = 0;

    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx == NULL) fail("SSL_CTX_new");
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_load_verify_locations(ctx, ca, NULL) != 1) fail("SSL_CTX_load_verify_locations");
    SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);

    int fd = connect_to(host, port);
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL) fail("SSL_new");
    SSL_set_tlsext_host_name(ssl, name);
    SSL_set1_host(ssl, name);
    SSL_set_fd(ssl, fd);
    SSL_set_connect_state(ssl);

    while ((ret = SSL_do_handshake(ssl)) != 1) {
        waits++;
        if (!wait_for(ssl, ret, "SSL_do_handshake")) fail("SSL_do_handshake");
    }
    printf("had to wait: %s\n", waits > 0 ? "yes" : "no");
    printf("%s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl));
    printf("verify result: %ld\n", SSL_get_verify_result(ssl));

    while ((ret = SSL_write(ssl, request, (int)strlen(request))) <= 0)
        if (!wait_for(ssl, ret, "SSL_write")) fail("SSL_write");
    printf("written: %d\n", ret);

    while (length == 0 || answer[length - 1] != '\n') {
        ret = SSL_read(ssl, answer + length, (int)sizeof answer - length);
        if (ret > 0)
            length += ret;
        else if (!wait_for(ssl, ret, "SSL_read"))
            break;
    }
    printf("answer: %.*s\n", length > 0 ? length - 1 : 0, answer);

    /* 0: sent. Then until the peer's own has come. */
    ret = SSL_shutdown(ssl);
    printf("shutdown: %d\n", ret);
    while (ret != 1 && (ret = SSL_shutdown(ssl)) < 0)
        if (!wait_for(ssl, ret, "SSL_shutdown")) break;
    printf("shutdown: %d\n", ret);

    SSL_free(ssl);
    BIO_closesocket(fd);
    SSL_CTX_free(ctx);
    return 0;
}
