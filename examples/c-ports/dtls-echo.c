/* DTLS over UDP, both ends. The server answers nobody who has not proved an address: DTLSv1_listen with cookies.
   Usage: dtls-echo server HOST PORT CERTIFICATE-FILE KEY-FILE: one client, echoed until it ends
          dtls-echo client HOST PORT CA-FILE [NAME-IN-CERTIFICATE] */
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char cookie_text[] = "a server of the world would put a keyed hash of the address here";

static void fail(const char *what) {
    const char *reason = ERR_reason_error_string(ERR_get_error());
    printf("%s failed: %s\n", what, reason != NULL ? reason : "no reason given");
    exit(1);
}

static int make_cookie(SSL *ssl, unsigned char *cookie, unsigned int *length) {
    (void)ssl;
    *length = 32;
    memcpy(cookie, cookie_text, 32);
    return 1;
}

static int check_cookie(SSL *ssl, const unsigned char *cookie, unsigned int length) {
    (void)ssl;
    return length == 32 && memcmp(cookie, cookie_text, 32) == 0;
}

/* A socket that is bound to the address, or connected to it. */
static BIO *udp(const char *host, const char *port, int server) {
    BIO_ADDRINFO *found = NULL;
    if (!BIO_lookup(host, port, server ? BIO_LOOKUP_SERVER : BIO_LOOKUP_CLIENT, AF_INET, SOCK_DGRAM, &found)) fail("BIO_lookup");
    const BIO_ADDR *address = BIO_ADDRINFO_address(found);
    int fd = BIO_socket(AF_INET, SOCK_DGRAM, 0, 0);
    if (fd == -1) fail("BIO_socket");
    if (!(server ? BIO_bind(fd, address, 0) : BIO_connect(fd, address, 0))) fail(server ? "BIO_bind" : "BIO_connect");
    BIO *bio = BIO_new_dgram(fd, BIO_CLOSE);
    if (!server) (void)BIO_ctrl_set_connected(bio, address);
    BIO_ADDRINFO_free(found);
    return bio;
}

static void server(char **argv) {
    char bytes[1024];
    int length, ret;
    SSL_CTX *ctx = SSL_CTX_new(DTLS_server_method());
    if (SSL_CTX_use_certificate_chain_file(ctx, argv[4]) != 1) fail("SSL_CTX_use_certificate_chain_file");
    if (SSL_CTX_use_PrivateKey_file(ctx, argv[5], SSL_FILETYPE_PEM) != 1) fail("SSL_CTX_use_PrivateKey_file");
    SSL_CTX_set_cookie_generate_cb(ctx, make_cookie);
    SSL_CTX_set_cookie_verify_cb(ctx, check_cookie);

    BIO *bio = udp(argv[2], argv[3], 1);
    union BIO_sock_info_u bound = {BIO_ADDR_new()};
    if (!BIO_sock_info((int)BIO_get_fd(bio, NULL), BIO_SOCK_INFO_ADDRESS, &bound)) fail("BIO_sock_info");
    char *service = BIO_ADDR_service_string(bound.addr, 1);
    printf("listening on port %s\n", service);
    OPENSSL_free(service);
    BIO_ADDR_free(bound.addr);
    SSL *ssl = SSL_new(ctx);
    BIO_ADDR *peer = BIO_ADDR_new();
    SSL_set_bio(ssl, bio, bio);
    SSL_set_options(ssl, SSL_OP_COOKIE_EXCHANGE);

    while ((ret = DTLSv1_listen(ssl, peer)) == 0);
    if (ret < 0) fail("DTLSv1_listen");
    if (!BIO_connect(SSL_get_fd(ssl), peer, 0)) fail("BIO_connect");
    (void)BIO_ctrl_set_connected(bio, peer);
    if (SSL_accept(ssl) != 1) fail("SSL_accept");
    printf("%s, %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl));

    while ((length = SSL_read(ssl, bytes, sizeof bytes)) > 0) SSL_write(ssl, bytes, length);
    printf("SSL_get_error: %d\n", SSL_get_error(ssl, length));
    SSL_shutdown(ssl);
    BIO_ADDR_free(peer);
    SSL_free(ssl); /* and the BIO, and its socket */
    SSL_CTX_free(ctx);
}

static void client(int argc, char **argv) {
    char bytes[1024];
    const char *name = argc > 5 ? argv[5] : argv[2];
    SSL_CTX *ctx = SSL_CTX_new(DTLS_client_method());
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    if (SSL_CTX_load_verify_locations(ctx, argv[4], NULL) != 1) fail("SSL_CTX_load_verify_locations");

    BIO *bio = udp(argv[2], argv[3], 0);
    SSL *ssl = SSL_new(ctx);
    SSL_set_bio(ssl, bio, bio);
    SSL_set1_host(ssl, name);
    if (SSL_connect(ssl) != 1) fail("SSL_connect");
    printf("%s, %s, verify result: %ld\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl), SSL_get_verify_result(ssl));

    for (int count = 1; count <= 3; count++) {
        int length = snprintf(bytes, sizeof bytes, "datagram %d", count);
        if (SSL_write(ssl, bytes, length) != length) fail("SSL_write");
        length = SSL_read(ssl, bytes, sizeof bytes);
        printf("answer: %.*s\n", length > 0 ? length : 0, bytes);
    }
    printf("shutdown: %d\n", SSL_shutdown(ssl));
    SSL_free(ssl); /* and the BIO, and its socket */
    SSL_CTX_free(ctx);
}

int main(int argc, char **argv) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc >= 6 && strcmp(argv[1], "server") == 0) server(argv);
    else if (argc >= 5 && strcmp(argv[1], "client") == 0) client(argc, argv);
    else return 2;
    return 0;
}
