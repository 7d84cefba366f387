// Owns: what is called of libuv, declared here: its header comes with Node's own headers, but not with those of Node-API alone, which
// cmake-js builds with. Within libuv 1.x none of this changes; how large a handle is, libuv says itself. Must not know: what it is used
// for.
#pragma once

#include <cstddef>

// NOLINTBEGIN(readability-identifier-naming) -- libuv's names
struct uv_loop_s; // Node-API hands it out
struct uv_handle_s;
using uv_poll_cb = void (*)(uv_handle_s* handle, int status, int events);
using uv_close_cb = void (*)(uv_handle_s* handle);

enum uv_poll_event : int { UV_READABLE = 1, UV_WRITABLE = 2 };
constexpr int UV_POLL = 8; // of uv_handle_type

extern "C" {
size_t uv_handle_size(int type);
void* uv_handle_get_data(const uv_handle_s* handle);
void uv_handle_set_data(uv_handle_s* handle, void* data);
int uv_poll_init(uv_loop_s* loop, uv_handle_s* handle, int fd);
int uv_poll_start(uv_handle_s* handle, int events, uv_poll_cb callback);
int uv_poll_stop(uv_handle_s* handle);
void uv_close(uv_handle_s* handle, uv_close_cb callback);
void uv_ref(uv_handle_s* handle);
void uv_unref(uv_handle_s* handle);
}
// NOLINTEND(readability-identifier-naming)
