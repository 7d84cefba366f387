#include "ossl/bio_pair.h"

#include <algorithm>
#include <climits>

namespace ossl {
namespace {

// BIO_read and BIO_write count in int, and take part of what they are given as they like: a caller goes on until 0 comes back.
template <typename Byte, typename Transfer>
size_t transferAll(Byte* data, size_t size, Transfer transfer) {
  size_t done = 0;
  while (done < size) {
    const int chunk = static_cast<int>(std::min<size_t>(size - done, INT_MAX));
    const int moved = transfer(data + done, chunk);
    if (moved <= 0) break;
    done += static_cast<size_t>(moved);
  }
  return done;
}

} // namespace

bool BioPair::open(const Library& library, size_t size, BIO*& inner) {
  BIO* network = nullptr;
  if (library.api.BIO_new_bio_pair(&inner, size, &network, size) != 1) return false;
  ++library.live.bios;
  network_ = BioPointer(network, FreeBio{&library});
  return true;
}

size_t BioPair::feed(const unsigned char* data, size_t size) {
  const Api& api = network_.get_deleter().library->api;
  return transferAll(data, size, [&](const unsigned char* from, int chunk) { return api.BIO_write(network_.get(), from, chunk); });
}

size_t BioPair::drain(unsigned char* into, size_t size) {
  const Api& api = network_.get_deleter().library->api;
  return transferAll(into, size, [&](unsigned char* to, int chunk) { return api.BIO_read(network_.get(), to, chunk); });
}

BioPair::Piece BioPair::output() {
  char* data = nullptr;
  const int size = network_.get_deleter().library->api.BIO_nread0(network_.get(), &data);
  return size > 0 ? Piece{reinterpret_cast<unsigned char*>(data), static_cast<size_t>(size)} : Piece{};
}

void BioPair::drained(size_t size) {
  char* data = nullptr;
  if (size > 0) network_.get_deleter().library->api.BIO_nread(network_.get(), &data, static_cast<int>(size));
}

BioPair::Piece BioPair::space() {
  char* data = nullptr;
  const int size = network_.get_deleter().library->api.BIO_nwrite0(network_.get(), &data);
  return size > 0 ? Piece{reinterpret_cast<unsigned char*>(data), static_cast<size_t>(size)} : Piece{};
}

void BioPair::fed(size_t size) {
  char* data = nullptr;
  if (size > 0) network_.get_deleter().library->api.BIO_nwrite(network_.get(), &data, static_cast<int>(size));
}

size_t BioPair::pending() const { return network_.get_deleter().library->api.BIO_ctrl_pending(network_.get()); }
size_t BioPair::room() const { return network_.get_deleter().library->api.BIO_ctrl_get_write_guarantee(network_.get()); }
size_t BioPair::wanted() const { return network_.get_deleter().library->api.BIO_ctrl_get_read_request(network_.get()); }

void BioPair::end() {
  // BIO_shutdown_wr is a macro over BIO_ctrl; its return value says nothing.
  network_.get_deleter().library->api.BIO_ctrl(network_.get(), static_cast<int>(BIO_C_SHUTDOWN_WR), 0, nullptr);
}

} // namespace ossl
