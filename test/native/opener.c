// Stands for another addon: when it is loaded it opens the library that OPENER_FILE names, as most do: without RTLD_DEEPBIND.
// OPENER_SCOPE=global makes its symbols everybody's.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void open_other(void) {
  const char *file = getenv("OPENER_FILE");
  const char *scope = getenv("OPENER_SCOPE");
  const int everybody = scope != NULL && strcmp(scope, "global") == 0;
  if (file == NULL) return;
  if (dlopen(file, RTLD_NOW | (everybody ? RTLD_GLOBAL : RTLD_LOCAL)) == NULL) fprintf(stderr, "opener: %s\n", dlerror());
}
