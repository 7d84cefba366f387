/* The certificates and keys of a run, read once. */
#include "driver.h"
#include <openssl/pem.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ed25519 but for the one called rsa: signatures of one length, and cheap. */
static const char *const names[] = {"root", "server", "client", "rsa", "other"};
#define COUNT (sizeof names / sizeof *names)

static X509 *certificates[COUNT];
static EVP_PKEY *keys[COUNT];

static BIO *open_file(const char *folder, const char *name, const char *ending) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    BIO *file = BIO_new_file(path, "r");
    if (file == NULL) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    return file;
}

void load_keys(const char *folder) {
    for (size_t at = 0; at < COUNT; at++) {
        BIO *file = open_file(folder, names[at], ".pem");
        certificates[at] = PEM_read_bio_X509(file, NULL, NULL, NULL);
        BIO_free(file);
        file = open_file(folder, names[at], ".key.pem");
        keys[at] = PEM_read_bio_PrivateKey(file, NULL, NULL, NULL);
        BIO_free(file);
        if (certificates[at] == NULL || keys[at] == NULL) exit(2);
    }
}

static size_t index_of(const char *name) {
    for (size_t at = 0; at < COUNT; at++)
        if (strcmp(names[at], name) == 0) return at;
    fprintf(stderr, "no such identity: %s\n", name);
    exit(2);
}

X509 *certificate_named(const char *name) {
    return certificates[index_of(name)];
}

EVP_PKEY *key_named(const char *name) {
    return keys[index_of(name)];
}
