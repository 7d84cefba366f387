/* Operations that make and drive a connection. */
#include "driver.h"
#include <string.h>

#define IO(operation, call)                                            \
    static void op_##operation(struct side *side, char **args) {       \
        (void)args;                                                    \
        say_io(side, call);                                            \
    }
/* As the functions that tell how much in a size_t: said whatever the result. */
#define IO_EX(operation, call)                                         \
    static void op_##operation(struct side *side, char **args) {       \
        size_t done = 0;                                               \
        say_io(side, call);                                            \
        say(" done %zu", done);                                        \
    }
#define CALL(operation, call)                                          \
    static void op_##operation(struct side *side, char **args) {       \
        (void)args;                                                    \
        say("%lld", (long long)(call));                                \
    }
#define EFFECT(operation, call)                                        \
    static void op_##operation(struct side *side, char **args) {       \
        (void)args;                                                    \
        call;                                                          \
        say("-");                                                      \
    }

static void op_new(struct side *side, char **args) {
    (void)args;
    SSL_free(side->ssl);
    forget_transport(side);
    side->ssl = SSL_new(side->ctx);
    say("%d", side->ssl != NULL);
}

static void op_free(struct side *side, char **args) {
    (void)args;
    SSL_free(side->ssl);
    side->ssl = NULL;
    say("-");
}

/* One more reference, given back at once. */
static void op_up_ref(struct side *side, char **args) {
    (void)args;
    say("%d", SSL_up_ref(side->ssl));
    SSL_free(side->ssl);
}

/* Where the bytes stand matters: OpenSSL tells a moved buffer from the same one. */
IO(write, SSL_write(side->ssl, sent + number(args[1]), (int)number(args[0])))
IO_EX(write_ex, SSL_write_ex(side->ssl, sent + number(args[1]), (size_t)number(args[0]), &done))
IO(read, SSL_read(side->ssl, received, (int)number(args[0])))
IO(peek, SSL_peek(side->ssl, received, (int)number(args[0])))
IO_EX(read_ex, SSL_read_ex(side->ssl, received, (size_t)number(args[0]), &done))
IO_EX(peek_ex, SSL_peek_ex(side->ssl, received, (size_t)number(args[0]), &done))
IO_EX(write_early, SSL_write_early_data(side->ssl, sent + number(args[1]), (size_t)number(args[0]), &done))
IO_EX(read_early, SSL_read_early_data(side->ssl, received, (size_t)number(args[0]), &done))
IO(connect, SSL_connect(side->ssl))
IO(accept, SSL_accept(side->ssl))
IO(handshake, SSL_do_handshake(side->ssl))
IO(shutdown, SSL_shutdown(side->ssl))
EFFECT(connect_state, SSL_set_connect_state(side->ssl))
EFFECT(accept_state, SSL_set_accept_state(side->ssl))
CALL(clear, SSL_clear(side->ssl))
CALL(fd, SSL_set_fd(side->ssl, (int)number(args[0])))
CALL(get_fd, SSL_get_fd(side->ssl))
EFFECT(set_shutdown, SSL_set_shutdown(side->ssl, (int)number(args[0])))
CALL(get_error, SSL_get_error(side->ssl, (int)number(args[0])))
CALL(key_update, SSL_key_update(side->ssl, (int)number(args[0])))
CALL(key_update_type, SSL_get_key_update_type(side->ssl))
CALL(renegotiate, SSL_renegotiate(side->ssl))
CALL(renegotiate_abbreviated, SSL_renegotiate_abbreviated(side->ssl))
CALL(renegotiate_pending, SSL_renegotiate_pending(side->ssl))
CALL(verify_client, SSL_verify_client_post_handshake(side->ssl))
CALL(ssl_min, SSL_set_min_proto_version(side->ssl, (int)number(args[0])))
CALL(ssl_max, SSL_set_max_proto_version(side->ssl, (int)number(args[0])))
CALL(ssl_ciphers, SSL_set_cipher_list(side->ssl, args[0]))
CALL(ssl_suites, SSL_set_ciphersuites(side->ssl, args[0]))
CALL(ssl_groups, SSL_set1_groups_list(side->ssl, args[0]))
CALL(ssl_mode, SSL_set_mode(side->ssl, (long)number(args[0])))
CALL(ssl_options, SSL_set_options(side->ssl, (unsigned long)number(args[0])))
EFFECT(ssl_verify, SSL_set_verify(side->ssl, (int)number(args[0]), NULL))
EFFECT(ssl_quiet, SSL_set_quiet_shutdown(side->ssl, (int)number(args[0])))
EFFECT(ssl_read_ahead, SSL_set_read_ahead(side->ssl, (int)number(args[0])))
CALL(ssl_num_tickets, SSL_set_num_tickets(side->ssl, (size_t)number(args[0])))
CALL(ssl_cert, SSL_use_certificate(side->ssl, certificate_named(args[0])))
CALL(ssl_key, SSL_use_PrivateKey(side->ssl, key_named(args[0])))
CALL(ssl_check_key, SSL_check_private_key(side->ssl))
CALL(host, SSL_set1_host(side->ssl, args[0]))

/* A name of n letters: more than 255 are too many. */
static void op_name(struct side *side, char **args) {
    char name[301];
    size_t length = (size_t)number(args[0]);
    memset(name, 'a', sizeof name);
    name[length < sizeof name ? length : sizeof name - 1] = 0;
    say("%ld", (long)SSL_set_tlsext_host_name(side->ssl, name));
}

static void op_get_session(struct side *side, char **args) {
    (void)args;
    SSL_SESSION_free(side->session);
    side->session = SSL_get1_session(side->ssl);
    say("%d", side->session != NULL);
}

CALL(set_session, SSL_set_session(side->ssl, side->session))

const struct operation connection_operations[] = {
    {"new", A_CTX, op_new},
    {"free", AN_SSL, op_free},
    {"up_ref", AN_SSL, op_up_ref},
    {"write", A_WIRED_SSL, op_write},
    {"write_ex", A_WIRED_SSL, op_write_ex},
    {"read", A_WIRED_SSL, op_read},
    {"peek", A_WIRED_SSL, op_peek},
    {"read_ex", A_WIRED_SSL, op_read_ex},
    {"peek_ex", A_WIRED_SSL, op_peek_ex},
    {"write_early", A_WIRED_SSL, op_write_early},
    {"read_early", A_WIRED_SSL, op_read_early},
    {"connect", A_WIRED_SSL, op_connect},
    {"accept", A_WIRED_SSL, op_accept},
    {"handshake", A_WIRED_SSL, op_handshake},
    {"shutdown", A_WIRED_SSL, op_shutdown},
    {"connect_state", AN_UNUSED_SSL, op_connect_state},
    {"accept_state", AN_UNUSED_SSL, op_accept_state},
    {"clear", AN_SSL, op_clear},
    {"fd", AN_UNUSED_SSL, op_fd},
    {"get_fd", AN_SSL, op_get_fd},
    {"set_shutdown", AN_SSL, op_set_shutdown},
    {"get_error", A_WIRED_SSL, op_get_error},
    {"key_update", AN_SSL, op_key_update},
    {"key_update_type", AN_SSL, op_key_update_type},
    {"renegotiate", AN_SSL, op_renegotiate},
    {"renegotiate_abbreviated", AN_SSL, op_renegotiate_abbreviated},
    {"renegotiate_pending", AN_SSL, op_renegotiate_pending},
    {"verify_client", AN_SSL, op_verify_client},
    {"ssl_min", AN_UNUSED_SSL, op_ssl_min},
    {"ssl_max", AN_UNUSED_SSL, op_ssl_max},
    {"ssl_ciphers", AN_UNUSED_SSL, op_ssl_ciphers},
    {"ssl_suites", AN_UNUSED_SSL, op_ssl_suites},
    {"ssl_groups", AN_UNUSED_SSL, op_ssl_groups},
    {"ssl_mode", AN_SSL, op_ssl_mode},
    {"ssl_options", AN_SSL, op_ssl_options},
    {"ssl_verify", AN_SSL, op_ssl_verify},
    {"ssl_quiet", AN_SSL, op_ssl_quiet},
    {"ssl_read_ahead", AN_SSL, op_ssl_read_ahead},
    {"ssl_num_tickets", AN_SSL, op_ssl_num_tickets},
    {"ssl_cert", AN_UNUSED_SSL, op_ssl_cert},
    {"ssl_key", AN_UNUSED_SSL, op_ssl_key},
    {"ssl_check_key", AN_SSL, op_ssl_check_key},
    {"host", AN_UNUSED_SSL, op_host},
    {"name", AN_UNUSED_SSL, op_name},
    {"get_session", AN_SSL, op_get_session},
    {"set_session", AN_UNUSED_SSL, op_set_session},
    {NULL, NOTHING, NULL},
};
