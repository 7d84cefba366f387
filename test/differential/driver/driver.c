/* The C side of the differential test: reads scripts, one operation a line, and prints one trace line for each. `end` or an empty line ends
   a script and frees everything.
   Usage: driver FOLDER-OF-KEYS < scripts > traces */
#include "driver.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lets the builder ask whether these are the headers of the library that it loads. */
#if defined EXPECTED && EXPECTED != OPENSSL_VERSION_NUMBER
#error the headers are of another release
#endif

#define LONGEST_LINE 1024
#define MOST_ARGUMENTS 6

struct side client, server;
unsigned char sent[LARGEST], received[LARGEST];

static char notes[32768];
static size_t notes_length;
static int keep_errors;

void say(const char *format, ...) {
    va_list values;
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
}

void note(const char *format, ...) {
    size_t room = sizeof notes - notes_length;
    va_list values;
    va_start(values, format);
    int length = vsnprintf(notes + notes_length, room, format, values);
    va_end(values);
    if (length > 0) notes_length += (size_t)length < room ? (size_t)length : room - 1;
}

const char *text_or_null(const char *text) {
    return text == NULL ? "null" : text;
}

long long number(const char *text) {
    return strtoll(text, NULL, 0);
}

/* The error first: nothing may come between an operation and SSL_get_error. */
void say_io(struct side *side, int ret) {
    int error = SSL_get_error(side->ssl, ret);
    say("%d error %d want %d state %d %s shutdown %d", ret, error, SSL_want(side->ssl), (int)SSL_get_state(side->ssl),
        SSL_state_string(side->ssl), SSL_get_shutdown(side->ssl));
}

/* Only numbers: the texts are other functions' business. */
static void say_queue(void) {
    unsigned long code;
    say(" queue");
    if (keep_errors) {
        code = ERR_peek_last_error();
        say(" kept %d.%d", ERR_GET_LIB(code), ERR_GET_REASON(code));
        return;
    }
    while ((code = ERR_get_error()) != 0) say(" %d.%d", ERR_GET_LIB(code), ERR_GET_REASON(code));
}

static void say_notes(void) {
    if (notes_length > 0) say(" told %s", notes);
    notes_length = 0;
    notes[0] = 0;
}

static void free_side(struct side *side) {
    SSL_free(side->ssl);
    SSL_CTX_free(side->ctx);
    SSL_SESSION_free(side->session);
    forget_transport(side);
    memset(side, 0, sizeof *side);
}

static void end_script(void) {
    free_side(&client);
    free_side(&server);
    client.other = &server;
    server.other = &client;
    ERR_clear_error();
    keep_errors = 0;
    notes_length = 0;
    notes[0] = 0;
    puts("end");
}

/* Errors stay in the queue from one operation to the next, as in a program that forgets to clear it. */
static void op_keep_errors(struct side *side, char **args) {
    (void)side;
    keep_errors = number(args[0]) != 0;
    say("%d", keep_errors);
}

static const struct operation own_operations[] = {{"keep_errors", NOTHING, op_keep_errors}, {NULL, NOTHING, NULL}};

static const struct operation *find(const char *name) {
    static const struct operation *const tables[] = {own_operations, connection_operations, wire_operations, fact_operations,
                                                     context_operations, callback_operations};
    for (size_t table = 0; table < sizeof tables / sizeof *tables; table++)
        for (const struct operation *each = tables[table]; each->name != NULL; each++)
            if (strcmp(each->name, name) == 0) return each;
    return NULL;
}

static const char *missing(const struct operation *operation, const struct side *side) {
    if (operation->needs == NOTHING) return NULL;
    if (operation->needs == A_CTX) return side->ctx == NULL ? "no context" : NULL;
    if (side->ssl == NULL) return "no connection";
    if (operation->needs == AN_UNUSED_SSL && !SSL_in_before(side->ssl)) return "in use";
    if (operation->needs == A_WIRED_SSL && SSL_get_rbio(side->ssl) == NULL && !SSL_in_before(side->ssl)) return "no BIO";
    if (operation->needs == A_FINISHED_SSL && !SSL_is_init_finished(side->ssl)) return "not finished";
    return NULL;
}

static void run_line(char *line) {
    char *words[MOST_ARGUMENTS + 2];
    int count = 0;
    for (char *word = strtok(line, " \n"); word != NULL && count < MOST_ARGUMENTS + 2; word = strtok(NULL, " \n")) words[count++] = word;
    if (count == 0 || strcmp(words[0], "end") == 0) {
        end_script();
        return;
    }
    while (count < MOST_ARGUMENTS + 2) words[count++] = "0";

    struct side *side = words[1][0] == 's' ? &server : &client;
    const struct operation *operation = find(words[0]);
    if (operation == NULL) {
        fprintf(stderr, "no such operation: %s\n", words[0]);
        exit(2);
    }
    say("%s %s: ", words[0], side == &server ? "s" : "c");
    const char *lacking = missing(operation, side);
    if (lacking != NULL) {
        say("%s\n", lacking);
        return;
    }
    operation->run(side, words + 2);
    say_queue();
    say_notes();
    say(" out %zu %zu in %zu %zu\n", waiting_out(&client), waiting_out(&server), waiting_in(&client), waiting_in(&server));
}

int main(int argc, char **argv) {
    static char output[1 << 16];
    char line[LONGEST_LINE];
    if (argc != 2) return 2;
    setvbuf(stdout, output, _IOFBF, sizeof output);
    for (size_t at = 0; at < LARGEST; at++) sent[at] = (unsigned char)(at * 31 + at / 251);
    load_keys(argv[1]);
    client.other = &server;
    server.other = &client;
    while (fgets(line, sizeof line, stdin) != NULL) run_line(line);
    return 0;
}
