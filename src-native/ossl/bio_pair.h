// Owns: the network half of a BIO pair: ciphertext in and out. The inner half belongs to the SSL.
// Must not know: the SSL.
#pragma once

#include "ossl/handles.h"

namespace ossl {

class BioPair {
public:
  // Makes both halves, each with a buffer of `size` bytes for what is written into it (0: OpenSSL's default, 17 KiB).
  // `inner` gets the half that SSL_set_bio takes over. Returns false if OpenSSL could not make it.
  [[nodiscard]] bool open(const Library& library, size_t size, BIO*& inner);

  // Gives ciphertext to the SSL. Returns how much was taken, which is less than `size` when the ring is full.
  [[nodiscard]] size_t feed(const unsigned char* data, size_t size);
  // Takes ciphertext from the SSL. Returns how much there was.
  [[nodiscard]] size_t drain(unsigned char* into, size_t size);
  // The same without a copy, as far as it lies in one piece: what waits to be drained, and where it has gone from.
  struct Piece {
    unsigned char* data = nullptr;
    size_t size = 0;
  };
  [[nodiscard]] Piece output();
  void drained(size_t size);
  // Where input can be put, and how much was put there.
  [[nodiscard]] Piece space();
  void fed(size_t size);
  // How many bytes wait to be drained.
  [[nodiscard]] size_t pending() const;
  // How many bytes feed() would take now.
  [[nodiscard]] size_t room() const;
  // How many bytes the SSL tried to read and did not get.
  [[nodiscard]] size_t wanted() const;
  // No more input will come: the SSL reads end of file once it has read what was fed (BIO_s_bio(3), BIO_shutdown_wr).
  void end();

  [[nodiscard]] bool isOpen() const { return network_ != nullptr; }
  void close() { network_.reset(); }

private:
  BioPointer network_;
};

} // namespace ossl
