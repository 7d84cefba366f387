// An addon of the tests alone: puts errors into the OpenSSL that Node exports, and reads that queue without emptying it. It stands for
// any other user of Node's OpenSSL that leaves something behind.
#include <dlfcn.h>
#include <node_api.h>
#include <stdio.h>
#include <string.h>

typedef void (*new_error)(void);
typedef void (*set_debug)(const char *file, int line, const char *function);
typedef void (*set_error)(int library, int reason, const char *format, ...);
typedef unsigned long (*get_error)(const char **file, int *line, const char **function, const char **data, int *flags);
typedef void (*clear_error)(void);

static void *symbol(const char *name) { return dlsym(RTLD_DEFAULT, name); }

// push(library, reason, data): data '' stands for none
static napi_value push(napi_env env, napi_callback_info info) {
  napi_value arguments[3];
  size_t count = 3;
  int32_t library = 0, reason = 0;
  char data[200] = "";
  size_t length = 0;
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
  napi_get_value_int32(env, arguments[0], &library);
  napi_get_value_int32(env, arguments[1], &reason);
  napi_get_value_string_utf8(env, arguments[2], data, sizeof data, &length);
  ((new_error)symbol("ERR_new"))();
  ((set_debug)symbol("ERR_set_debug"))("somebody.c", 42, "somebody");
  if (length > 0)
    ((set_error)symbol("ERR_set_error"))(library, reason, "%s", data);
  else
    ((set_error)symbol("ERR_set_error"))(library, reason, NULL);
  return NULL;
}

// take(): every entry as "code|file|line|function|data", oldest first; the queue is empty afterwards
static napi_value take(napi_env env, napi_callback_info info) {
  (void)info;
  napi_value list;
  napi_create_array(env, &list);
  for (uint32_t index = 0;; ++index) {
    const char *file = NULL, *function = NULL, *data = NULL;
    int line = 0, flags = 0;
    char text[600];
    napi_value entry;
    unsigned long code = ((get_error)symbol("ERR_get_error_all"))(&file, &line, &function, &data, &flags);
    if (code == 0) return list;
    snprintf(text, sizeof text, "%lu|%s|%d|%s|%s", code, file, line, function, (flags & 2) != 0 ? data : "");
    napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &entry);
    napi_set_element(env, list, index, entry);
  }
}

static napi_value initialise(napi_env env, napi_value exports) {
  napi_value function;
  napi_create_function(env, "push", NAPI_AUTO_LENGTH, push, NULL, &function);
  napi_set_named_property(env, exports, "push", function);
  napi_create_function(env, "take", NAPI_AUTO_LENGTH, take, NULL, &function);
  napi_set_named_property(env, exports, "take", function);
  return exports;
}

NAPI_MODULE(error_queue, initialise)
