/* What lies between the two sides: BIO pairs or memory, bytes that are passed on, lost, changed or made up. */
#include "driver.h"
#include <string.h>

static unsigned char passing[LARGEST];

void forget_transport(struct side *side) {
    BIO_free(side->network);
    BIO_free(side->in);
    BIO_free(side->out);
    side->network = side->in = side->out = NULL;
    side->transport = NO_TRANSPORT;
}

size_t waiting_out(const struct side *side) {
    if (side->transport == PAIR) return BIO_ctrl_pending(side->network);
    return side->transport == MEMORY ? BIO_ctrl_pending(side->out) : 0;
}

size_t waiting_in(const struct side *side) {
    if (side->transport == PAIR) return BIO_ctrl_wpending(side->network);
    return side->transport == MEMORY ? BIO_ctrl_pending(side->in) : 0;
}

static size_t room_in(const struct side *side) {
    if (side->transport == PAIR) return BIO_ctrl_get_write_guarantee(side->network);
    return side->transport == MEMORY ? LARGEST - waiting_in(side) : 0;
}

static int take_out(const struct side *side, size_t length) {
    return BIO_read(side->transport == PAIR ? side->network : side->out, passing, (int)length);
}

static int put_in(const struct side *side, const unsigned char *bytes, size_t length) {
    return BIO_write(side->transport == PAIR ? side->network : side->in, bytes, (int)length);
}

static size_t smaller(size_t one, size_t two) {
    return one < two ? one : two;
}

/* pair ROOM-FOR-WHAT-IT-SENDS ROOM-FOR-WHAT-IT-RECEIVES; 0 is OpenSSL's own size. */
static void op_pair(struct side *side, char **args) {
    BIO *internal = NULL;
    forget_transport(side);
    int ret = BIO_new_bio_pair(&internal, (size_t)number(args[0]), &side->network, (size_t)number(args[1]));
    if (ret == 1) {
        SSL_set_bio(side->ssl, internal, internal);
        side->transport = PAIR;
    }
    say("%d", ret);
}

static void op_memory(struct side *side, char **args) {
    (void)args;
    forget_transport(side);
    side->in = BIO_new(BIO_s_mem());
    side->out = BIO_new(BIO_s_mem());
    BIO_up_ref(side->in);
    BIO_up_ref(side->out);
    SSL_set_bio(side->ssl, side->in, side->out);
    side->transport = MEMORY;
    say("%d %d", SSL_get_rbio(side->ssl) == side->in, SSL_get_wbio(side->ssl) == side->out);
}

static void op_no_bio(struct side *side, char **args) {
    (void)args;
    forget_transport(side);
    SSL_set_bio(side->ssl, NULL, NULL);
    say("-");
}

/* feed LENGTH [change AT MASK]: what this side has to send goes to the other, no more than it has room for. */
static void op_feed(struct side *side, char **args) {
    size_t length = smaller(smaller((size_t)number(args[0]), waiting_out(side)), room_in(side->other));
    if (length == 0) {
        say("0");
        return;
    }
    int taken = take_out(side, length);
    if (taken > 0 && number(args[2]) != 0) passing[(size_t)number(args[1]) % (size_t)taken] ^= (unsigned char)number(args[2]);
    say("%d %d", taken, put_in(side->other, passing, (size_t)taken));
}

static void op_drop(struct side *side, char **args) {
    size_t length = smaller((size_t)number(args[0]), waiting_out(side));
    say("%d", length == 0 ? 0 : take_out(side, length));
}

/* Bytes that nobody sent, into what this side reads. */
static void op_inject(struct side *side, char **args) {
    static const struct {
        const char *name;
        size_t length;
        const char *bytes;
    } kinds[] = {
        {"text", 18, "GET / HTTP/1.0\r\n\r\n"},
        {"zeros", 16, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"},
        {"fatal", 7, "\x15\3\3\0\2\2\x28"},
        {"warning", 7, "\x15\3\3\0\2\1\x5a"},
        {"close", 7, "\x15\3\3\0\2\1\0"},
        {"short_alert", 6, "\x15\3\3\0\1\2"},
        {"change", 6, "\x14\3\3\0\1\1"},
        {"bad_change", 6, "\x14\3\3\0\1\2"},
        {"empty", 5, "\x17\3\3\0\0"},
        {"data", 9, "\x17\3\3\0\4data"},
        {"long", 5, "\x16\3\3\xff\xff"},
        {"version", 8, "\x16\2\0\0\3\1\0\0"},
        {"request", 9, "\x16\3\3\0\4\0\0\0\0"},
        {"unknown", 9, "\x63\3\3\0\4\1\2\3\4"},
        {"hello", 11, "\x80\x2e\1\0\2\0\x15\0\0\0\x10"},
    };
    for (size_t at = 0; at < sizeof kinds / sizeof *kinds; at++) {
        if (strcmp(kinds[at].name, args[0]) != 0) continue;
        size_t length = smaller(kinds[at].length, room_in(side));
        say("%d", length == 0 ? 0 : put_in(side, (const unsigned char *)kinds[at].bytes, length));
        return;
    }
    say("no such bytes");
}

/* Nothing more will come. */
static void op_eof(struct side *side, char **args) {
    (void)args;
    if (side->transport == PAIR) say("%d", (int)BIO_shutdown_wr(side->network));
    else if (side->transport == MEMORY) say("%ld", (long)BIO_set_mem_eof_return(side->in, 0));
    else say("no transport");
}

static void op_flow(struct side *side, char **args) {
    (void)args;
    if (side->transport != PAIR) {
        say("no pair");
        return;
    }
    BIO *network = side->network;
    say("room %zu wants %zu pending %zu %zu size %lu eof %d", BIO_ctrl_get_write_guarantee(network), BIO_ctrl_get_read_request(network),
        BIO_ctrl_pending(network), BIO_ctrl_wpending(network), (unsigned long)BIO_get_write_buf_size(network, 0), (int)BIO_eof(network));
}

const struct operation wire_operations[] = {
    {"pair", AN_UNUSED_SSL, op_pair}, {"memory", AN_UNUSED_SSL, op_memory}, {"no_bio", AN_UNUSED_SSL, op_no_bio},
    {"feed", NOTHING, op_feed},       {"drop", NOTHING, op_drop},           {"inject", NOTHING, op_inject},
    {"eof", NOTHING, op_eof},         {"flow", NOTHING, op_flow},           {NULL, NOTHING, NULL},
};
