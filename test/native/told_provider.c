// A provider without any algorithm that says as its build information what it was told when it was loaded: the parameters `word` and
// `other`. With the parameter `refuse` it does not start, with `broken` its test of itself fails. It needs no libcrypto.
#include <openssl/core.h>
#include <openssl/core_dispatch.h>
#include <openssl/params.h>
#include <stdio.h>
#include <string.h>

static const char *word = "";
static const char *other = "";
static const char *refuse = "";
static const char *broken = "";
static char info[256];

static void set(OSSL_PARAM parameter[], const char *name, const char *value) {
  for (; parameter->key != NULL; ++parameter) {
    if (strcmp(parameter->key, name) != 0) continue;
    *(const char **)parameter->data = value;
    parameter->return_size = strlen(value);
  }
}

static int tell(void *context, OSSL_PARAM parameters[]) {
  (void)context;
  snprintf(info, sizeof info, "word=%s other=%s", word, other);
  set(parameters, "buildinfo", info);
  set(parameters, "version", "1.2.3");
  return 1;
}

static int test_self(void *context) {
  (void)context;
  return broken[0] == '\0';
}

static const OSSL_DISPATCH functions[] = {{OSSL_FUNC_PROVIDER_GET_PARAMS, (void (*)(void))tell},
                                          {OSSL_FUNC_PROVIDER_SELF_TEST, (void (*)(void))test_self},
                                          {0, NULL}};

static OSSL_PARAM text(const char *name, const char **value) {
  const OSSL_PARAM parameter = {name, OSSL_PARAM_UTF8_PTR, (void *)value, 0, OSSL_PARAM_UNMODIFIED};
  return parameter;
}

int OSSL_provider_init(const OSSL_CORE_HANDLE *handle, const OSSL_DISPATCH *in, const OSSL_DISPATCH **out, void **context) {
  OSSL_FUNC_core_get_params_fn *get = NULL;
  for (; in->function_id != 0; ++in) {
    if (in->function_id == OSSL_FUNC_CORE_GET_PARAMS) get = OSSL_FUNC_core_get_params(in);
  }
  OSSL_PARAM parameters[] = {text("word", &word), text("other", &other), text("refuse", &refuse), text("broken", &broken), {NULL, 0, NULL, 0, 0}};
  if (get == NULL || !get(handle, parameters)) return 0;
  *out = functions;
  *context = (void *)handle;
  return refuse[0] == '\0';
}
