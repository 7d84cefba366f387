/* Operations that only ask. */
#include "driver.h"

static void op_state(struct side *side, char **args) {
    (void)args;
    SSL *ssl = side->ssl;
    say("%d %s (%s) init %d before %d finished %d server %d want %d %d", (int)SSL_get_state(ssl), SSL_state_string(ssl),
        SSL_state_string_long(ssl), SSL_in_init(ssl), SSL_in_before(ssl), SSL_is_init_finished(ssl), SSL_is_server(ssl),
        SSL_want_read(ssl), SSL_want_write(ssl));
}

static void op_names(struct side *side, char **args) {
    (void)args;
    SSL *ssl = side->ssl;
    const SSL_CIPHER *cipher = SSL_get_current_cipher(ssl), *pending = SSL_get_pending_cipher(ssl);
    int of = 0;
    int bits = SSL_CIPHER_get_bits(cipher, &of);
    say("%s %x %s %d of %d pending %s name %s", SSL_get_version(ssl), (unsigned)SSL_version(ssl), text_or_null(SSL_get_cipher_name(ssl)),
        bits, of, pending == NULL ? "null" : SSL_CIPHER_get_name(pending),
        text_or_null(SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name)));
}

static void op_pending(struct side *side, char **args) {
    (void)args;
    say("%d %d", SSL_pending(side->ssl), SSL_has_pending(side->ssl));
}

static void op_get_shutdown(struct side *side, char **args) {
    (void)args;
    say("%d", SSL_get_shutdown(side->ssl));
}

static void op_peer(struct side *side, char **args) {
    (void)args;
    X509 *peer = SSL_get_peer_certificate(side->ssl);
    STACK_OF(X509) *chain = SSL_get_peer_cert_chain(side->ssl);
    char name[256] = "none";
    if (peer != NULL) X509_NAME_oneline(X509_get_subject_name(peer), name, sizeof name);
    say("verify %ld certificate %s chain %d", SSL_get_verify_result(side->ssl), name, chain == NULL ? -1 : sk_X509_num(chain));
    X509_free(peer);
}

static void op_finished(struct side *side, char **args) {
    (void)args;
    say("%zu %zu", SSL_get_finished(side->ssl, received, 64), SSL_get_peer_finished(side->ssl, received, 64));
}

static void op_alpn_selected(struct side *side, char **args) {
    (void)args;
    const unsigned char *protocol = NULL;
    unsigned int length = 0;
    SSL_get0_alpn_selected(side->ssl, &protocol, &length);
    say("%.*s %u", (int)length, protocol == NULL ? "" : (const char *)protocol, length);
}

static void op_session(struct side *side, char **args) {
    (void)args;
    SSL_SESSION *session = side->session;
    unsigned int length = 0;
    if (session == NULL) {
        say("none");
        return;
    }
    SSL_SESSION_get_id(session, &length);
    const SSL_CIPHER *cipher = SSL_SESSION_get0_cipher(session);
    say("%x id %u ticket %d resumable %d cipher %s early %u timeout %ld", (unsigned)SSL_SESSION_get_protocol_version(session), length,
        SSL_SESSION_has_ticket(session), SSL_SESSION_is_resumable(session), cipher == NULL ? "null" : SSL_CIPHER_get_name(cipher),
        (unsigned)SSL_SESSION_get_max_early_data(session), (long)SSL_SESSION_get_timeout(session));
}

static void op_reused(struct side *side, char **args) {
    (void)args;
    say("%d early %d", SSL_session_reused(side->ssl), SSL_get_early_data_status(side->ssl));
}

static void op_export(struct side *side, char **args) {
    (void)args;
    say("%d", SSL_export_keying_material(side->ssl, received, 32, "EXPORTER-of-ours", 16, NULL, 0, 0));
}

static void op_settings(struct side *side, char **args) {
    (void)args;
    SSL *ssl = side->ssl;
    say("%ld %ld options %llu mode %ld verify %d quiet %d ahead %d tickets %zu", (long)SSL_get_min_proto_version(ssl),
        (long)SSL_get_max_proto_version(ssl), (unsigned long long)SSL_get_options(ssl), (long)SSL_get_mode(ssl), SSL_get_verify_mode(ssl),
        SSL_get_quiet_shutdown(ssl), SSL_get_read_ahead(ssl), SSL_get_num_tickets(ssl));
}

static void op_cipher_list(struct side *side, char **args) {
    say("%s", text_or_null(SSL_get_cipher_list(side->ssl, (int)number(args[0]))));
}

const struct operation fact_operations[] = {
    {"state", AN_SSL, op_state},
    {"names", AN_SSL, op_names},
    {"pending", AN_SSL, op_pending},
    {"get_shutdown", AN_SSL, op_get_shutdown},
    {"peer", AN_SSL, op_peer},
    {"finished", AN_SSL, op_finished},
    {"alpn_selected", AN_SSL, op_alpn_selected},
    {"session", NOTHING, op_session},
    {"reused", AN_SSL, op_reused},
    /* In the middle of a handshake there are no keys to derive from, and some releases do not look. */
    {"export", A_FINISHED_SSL, op_export},
    {"settings", AN_SSL, op_settings},
    {"cipher_list", AN_SSL, op_cipher_list},
    {NULL, NOTHING, NULL},
};
