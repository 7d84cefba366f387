// The work of the crypto alone: no TLS, no bytes that go anywhere. What is faster than this does not exist.
//   mode=gcm size=N | x25519 | sign | verify, the last two with key=NAME

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>

#include "common.h"

static EVP_PKEY* key;
static EVP_CIPHER_CTX* cipher;
static unsigned char buffer[16384 + 16];
static unsigned char signature[1024];
static size_t signature_length;
static const unsigned char message[64] = "as much as a handshake signs";

static double sealing(uint64_t nanoseconds) {
  const int size = (int)number("size", 16384);
  double bytes = 0;
  int length = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; bytes += size) {
    static const unsigned char nonce[12] = {0};
    unsigned char tag[16];
    CHECK(EVP_EncryptInit_ex(cipher, NULL, NULL, NULL, nonce));
    CHECK(EVP_EncryptUpdate(cipher, NULL, &length, message, 5));
    CHECK(EVP_EncryptUpdate(cipher, buffer, &length, buffer, size));
    CHECK(EVP_EncryptFinal_ex(cipher, buffer, &length));
    CHECK(EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, sizeof tag, tag));
  }
  return bytes;
}

static EVP_PKEY* new_x25519(void) {
  EVP_PKEY* made = NULL;
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_id(EVP_PKEY_X25519, NULL);
  CHECK(context != NULL && EVP_PKEY_keygen_init(context) > 0 && EVP_PKEY_keygen(context, &made) > 0);
  EVP_PKEY_CTX_free(context);
  return made;
}

// A new key and a secret with it: what each side of a handshake does.
static double agreeing(uint64_t nanoseconds) {
  EVP_PKEY* peer = new_x25519();
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; count++) {
    size_t length = sizeof buffer;
    EVP_PKEY* own = new_x25519();
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(own, NULL);
    CHECK(context != NULL && EVP_PKEY_derive_init(context) > 0 && EVP_PKEY_derive_set_peer(context, peer) > 0);
    CHECK(EVP_PKEY_derive(context, buffer, &length) > 0);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(own);
  }
  EVP_PKEY_free(peer);
  return count;
}

static void sign_once(void) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  signature_length = sizeof signature;
  CHECK(context != NULL && EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) > 0);
  CHECK(EVP_DigestSign(context, signature, &signature_length, message, sizeof message) > 0);
  EVP_MD_CTX_free(context);
}

static void verify_once(void) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  CHECK(context != NULL && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) > 0);
  CHECK(EVP_DigestVerify(context, signature, signature_length, message, sizeof message) == 1);
  EVP_MD_CTX_free(context);
}

static double signing(uint64_t nanoseconds) {
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; count++) sign_once();
  return count;
}

static double verifying(uint64_t nanoseconds) {
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; count++) verify_once();
  return count;
}

static void read_key(void) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.key.pem", option("keys", "."), option("key", "ecdsa"));
  FILE* file = fopen(path, "r");
  CHECK(file != NULL);
  key = PEM_read_PrivateKey(file, NULL, NULL, NULL);
  CHECK(key != NULL);
  fclose(file);
  sign_once();
}

int main(int argc, char** argv) {
  static const unsigned char secret[32] = {0};
  take_options(argc, argv);
  cipher = EVP_CIPHER_CTX_new();
  CHECK(cipher != NULL && EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, secret, NULL));
  if (is("mode", "gcm")) {
    serve_runs(sealing);
  } else if (is("mode", "x25519")) {
    serve_runs(agreeing);
  } else {
    read_key();
    serve_runs(is("mode", "sign") ? signing : verifying);
  }
  return 0;
}
