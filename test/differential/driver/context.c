/* Operations on contexts. */
#include "driver.h"
#include <string.h>

/* An operation that is one call with a number as its result. */
#define CALL(operation, call)                                          \
    static void op_##operation(struct side *side, char **args) {       \
        (void)args;                                                    \
        say("%lld", (long long)(call));                                \
    }
/* One whose result is void. */
#define EFFECT(operation, call)                                        \
    static void op_##operation(struct side *side, char **args) {       \
        (void)args;                                                    \
        call;                                                          \
        say("-");                                                      \
    }

static void op_ctx(struct side *side, char **args) {
    const SSL_METHOD *method = strcmp(args[0], "client") == 0   ? TLS_client_method()
                               : strcmp(args[0], "server") == 0 ? TLS_server_method()
                                                                : TLS_method();
    SSL_CTX_free(side->ctx);
    side->ctx = SSL_CTX_new(method);
    /* A ticket of TLS 1.3 holds a random number, whose DER has no fixed length: what the server keeps itself has. */
    SSL_CTX_set_options(side->ctx, SSL_OP_NO_TICKET);
    say("%d", side->ctx != NULL);
}

static void op_ctx_free(struct side *side, char **args) {
    (void)args;
    SSL_CTX_free(side->ctx);
    side->ctx = NULL;
    say("-");
}

/* One more reference, given back at once. */
static void op_ctx_up_ref(struct side *side, char **args) {
    (void)args;
    say("%d", SSL_CTX_up_ref(side->ctx));
    SSL_CTX_free(side->ctx);
}

/* Tickets of TLS 1.2 have one length: allowed where 1.3 is not. */
static void op_tickets12(struct side *side, char **args) {
    (void)args;
    SSL_CTX_set_max_proto_version(side->ctx, TLS1_2_VERSION);
    say("%llu", (unsigned long long)SSL_CTX_clear_options(side->ctx, SSL_OP_NO_TICKET));
}

static void op_alpn(struct side *side, char **args) {
    /* A first length of zero is no list: it is turned down. */
    static const unsigned char good[] = "\2h2\10http/1.1", other[] = "\3foo", bad[] = "\0h2";
    const unsigned char *list = args[0][0] == 'g' ? good : args[0][0] == 'o' ? other : bad;
    unsigned int length = args[0][0] == 'g' ? 12 : args[0][0] == 'o' ? 4 : 3;
    say("%d", SSL_CTX_set_alpn_protos(side->ctx, list, length));
}

CALL(min, SSL_CTX_set_min_proto_version(side->ctx, (int)number(args[0])))
CALL(max, SSL_CTX_set_max_proto_version(side->ctx, (int)number(args[0])))
CALL(get_min, SSL_CTX_get_min_proto_version(side->ctx))
CALL(get_max, SSL_CTX_get_max_proto_version(side->ctx))
CALL(ciphers, SSL_CTX_set_cipher_list(side->ctx, args[0]))
CALL(suites, SSL_CTX_set_ciphersuites(side->ctx, args[0]))
CALL(groups, SSL_CTX_set1_groups_list(side->ctx, args[0]))
CALL(sigalgs, SSL_CTX_set1_sigalgs_list(side->ctx, args[0]))
CALL(mode, SSL_CTX_set_mode(side->ctx, (long)number(args[0])))
CALL(clear_mode, SSL_CTX_clear_mode(side->ctx, (long)number(args[0])))
CALL(get_mode, SSL_CTX_get_mode(side->ctx))
CALL(options, SSL_CTX_set_options(side->ctx, (unsigned long)number(args[0])))
CALL(get_options, SSL_CTX_get_options(side->ctx))
EFFECT(verify, SSL_CTX_set_verify(side->ctx, (int)number(args[0]), NULL))
CALL(get_verify, SSL_CTX_get_verify_mode(side->ctx))
EFFECT(depth, SSL_CTX_set_verify_depth(side->ctx, (int)number(args[0])))
CALL(trust, X509_STORE_add_cert(SSL_CTX_get_cert_store(side->ctx), certificate_named(args[0])))
CALL(client_ca, SSL_CTX_add_client_CA(side->ctx, certificate_named(args[0])))
CALL(cert, SSL_CTX_use_certificate(side->ctx, certificate_named(args[0])))
CALL(key, SSL_CTX_use_PrivateKey(side->ctx, key_named(args[0])))
CALL(check_key, SSL_CTX_check_private_key(side->ctx))
CALL(session_id_context, SSL_CTX_set_session_id_context(side->ctx, sent, (unsigned int)number(args[0])))
CALL(num_tickets, SSL_CTX_set_num_tickets(side->ctx, (size_t)number(args[0])))
CALL(get_num_tickets, SSL_CTX_get_num_tickets(side->ctx))
CALL(read_ahead, (SSL_CTX_set_read_ahead(side->ctx, (int)number(args[0])), SSL_CTX_get_read_ahead(side->ctx)))
EFFECT(quiet, SSL_CTX_set_quiet_shutdown(side->ctx, (int)number(args[0])))
CALL(cache, SSL_CTX_set_session_cache_mode(side->ctx, (long)number(args[0])))
CALL(cache_size, SSL_CTX_sess_set_cache_size(side->ctx, (long)number(args[0])))
CALL(max_send_fragment, SSL_CTX_set_max_send_fragment(side->ctx, (long)number(args[0])))
CALL(split_send_fragment, SSL_CTX_set_split_send_fragment(side->ctx, (long)number(args[0])))
CALL(fragment_length, SSL_CTX_set_tlsext_max_fragment_length(side->ctx, (unsigned char)number(args[0])))
CALL(padding, SSL_CTX_set_block_padding(side->ctx, (size_t)number(args[0])))
CALL(max_cert_list, SSL_CTX_set_max_cert_list(side->ctx, (long)number(args[0])))
EFFECT(level, SSL_CTX_set_security_level(side->ctx, (int)number(args[0])))
CALL(get_level, SSL_CTX_get_security_level(side->ctx))
EFFECT(allow_post_handshake, SSL_CTX_set_post_handshake_auth(side->ctx, (int)number(args[0])))
CALL(max_early, SSL_CTX_set_max_early_data(side->ctx, (unsigned int)number(args[0])))

static void op_counts(struct side *side, char **args) {
    (void)args;
    SSL_CTX *ctx = side->ctx;
    say("%ld connect %ld %ld accept %ld %ld hits %ld misses %ld full %ld", SSL_CTX_sess_number(ctx), SSL_CTX_sess_connect(ctx),
        SSL_CTX_sess_connect_good(ctx), SSL_CTX_sess_accept(ctx), SSL_CTX_sess_accept_good(ctx), SSL_CTX_sess_hits(ctx),
        SSL_CTX_sess_misses(ctx), SSL_CTX_sess_cache_full(ctx));
}

const struct operation context_operations[] = {
    {"ctx", NOTHING, op_ctx},
    {"ctx_free", NOTHING, op_ctx_free},
    {"ctx_up_ref", A_CTX, op_ctx_up_ref},
    {"tickets12", A_CTX, op_tickets12},
    {"alpn", A_CTX, op_alpn},
    {"min", A_CTX, op_min},
    {"max", A_CTX, op_max},
    {"get_min", A_CTX, op_get_min},
    {"get_max", A_CTX, op_get_max},
    {"ciphers", A_CTX, op_ciphers},
    {"suites", A_CTX, op_suites},
    {"groups", A_CTX, op_groups},
    {"sigalgs", A_CTX, op_sigalgs},
    {"mode", A_CTX, op_mode},
    {"clear_mode", A_CTX, op_clear_mode},
    {"get_mode", A_CTX, op_get_mode},
    {"options", A_CTX, op_options},
    {"get_options", A_CTX, op_get_options},
    {"verify", A_CTX, op_verify},
    {"get_verify", A_CTX, op_get_verify},
    {"depth", A_CTX, op_depth},
    {"trust", A_CTX, op_trust},
    {"client_ca", A_CTX, op_client_ca},
    {"cert", A_CTX, op_cert},
    {"key", A_CTX, op_key},
    {"check_key", A_CTX, op_check_key},
    {"session_id_context", A_CTX, op_session_id_context},
    {"num_tickets", A_CTX, op_num_tickets},
    {"get_num_tickets", A_CTX, op_get_num_tickets},
    {"read_ahead", A_CTX, op_read_ahead},
    {"quiet", A_CTX, op_quiet},
    {"cache", A_CTX, op_cache},
    {"cache_size", A_CTX, op_cache_size},
    {"max_send_fragment", A_CTX, op_max_send_fragment},
    {"split_send_fragment", A_CTX, op_split_send_fragment},
    {"fragment_length", A_CTX, op_fragment_length},
    {"padding", A_CTX, op_padding},
    {"max_cert_list", A_CTX, op_max_cert_list},
    {"level", A_CTX, op_level},
    {"get_level", A_CTX, op_get_level},
    {"allow_post_handshake", A_CTX, op_allow_post_handshake},
    {"max_early", A_CTX, op_max_early},
    {"counts", A_CTX, op_counts},
    {NULL, NOTHING, NULL},
};
