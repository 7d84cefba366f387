/* Operations that set callbacks. What a callback is told goes into the trace line of the operation that it was called in. */
#include "driver.h"

static struct side *side_of(const SSL *ssl) {
    return ssl == server.ssl ? &server : &client;
}

static int on_verify(int ok, X509_STORE_CTX *store) {
    const SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
    int answer = side_of(ssl)->verify_answer;
    note("v%d.%d.%d,", ok, X509_STORE_CTX_get_error(store), X509_STORE_CTX_get_error_depth(store));
    return answer == 2 ? ok : answer;
}

static void op_on_verify(struct side *side, char **args) {
    side->verify_answer = (int)number(args[1]);
    SSL_CTX_set_verify(side->ctx, (int)number(args[0]), on_verify);
    say("-");
}

static int on_alpn(SSL *ssl, const unsigned char **out, unsigned char *outlen, const unsigned char *in, unsigned int inlen, void *arg) {
    (void)arg;
    static const unsigned char protocols[] = "\10http/1.1\3foo";
    struct side *side = side_of(ssl);
    note("a%u,", inlen);
    if (side->alpn_answer != SSL_TLSEXT_ERR_OK) return side->alpn_answer;
    unsigned char *chosen;
    if (SSL_select_next_proto(&chosen, outlen, protocols, 13, in, inlen) != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

static void op_on_alpn(struct side *side, char **args) {
    side->alpn_answer = (int)number(args[0]);
    SSL_CTX_set_alpn_select_cb(side->ctx, on_alpn, NULL);
    say("-");
}

static int on_name(SSL *ssl, int *alert, void *arg) {
    (void)arg;
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    note("n%s,", text_or_null(name));
    *alert = SSL_AD_UNRECOGNIZED_NAME;
    return side_of(ssl)->name_answer;
}

static void op_on_name(struct side *side, char **args) {
    side->name_answer = (int)number(args[0]);
    say("%ld", (long)SSL_CTX_set_tlsext_servername_callback(side->ctx, on_name));
}

static void on_info(const SSL *ssl, int where, int ret) {
    (void)ssl;
    note("i%x.%d,", (unsigned)where, ret);
}

static void op_on_info(struct side *side, char **args) {
    SSL_CTX_set_info_callback(side->ctx, number(args[0]) != 0 ? on_info : NULL);
    say("-");
}

static void on_message(int out, int version, int type, const void *bytes, size_t length, SSL *ssl, void *arg) {
    (void)bytes, (void)ssl, (void)arg;
    note("m%d.%x.%d.%zu,", out, (unsigned)version, type, length);
}

static void op_on_message(struct side *side, char **args) {
    SSL_CTX_set_msg_callback(side->ctx, number(args[0]) != 0 ? on_message : NULL);
    say("-");
}

static int on_session(SSL *ssl, SSL_SESSION *session) {
    struct side *side = side_of(ssl);
    note("s%x,", (unsigned)SSL_SESSION_get_protocol_version(session));
    if (!side->session_answer) return 0;
    SSL_SESSION_free(side->session);
    side->session = session;
    return 1;
}

/* 1 keeps the newest session, and so the reference that comes with it. */
static void op_on_session(struct side *side, char **args) {
    side->session_answer = number(args[0]) != 0;
    SSL_CTX_sess_set_new_cb(side->ctx, on_session);
    say("-");
}

static void on_key(const SSL *ssl, const char *line) {
    (void)ssl;
    size_t length = 0;
    while (line[length] != 0 && line[length] != ' ') length++;
    note("k%.*s,", (int)length, line);
}

static void op_on_key(struct side *side, char **args) {
    SSL_CTX_set_keylog_callback(side->ctx, number(args[0]) != 0 ? on_key : NULL);
    say("-");
}

const struct operation callback_operations[] = {
    {"on_verify", A_CTX, op_on_verify}, {"on_alpn", A_CTX, op_on_alpn},       {"on_name", A_CTX, op_on_name},
    {"on_info", A_CTX, op_on_info},     {"on_message", A_CTX, op_on_message}, {"on_session", A_CTX, op_on_session},
    {"on_key", A_CTX, op_on_key},       {NULL, NOTHING, NULL},
};
