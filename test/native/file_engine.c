// An engine (ENGINE) for tests: its keys are PEM files, named without their folder. Where a PIN was set it asks for it, by the user interface
// that it is given.
//
// Commands: FOLDER path, where the keys lie; PIN text, what it asks for from then on; LOG path, a file that it appends its life to.

#include <openssl/engine.h>
#include <openssl/pem.h>
#include <openssl/ui.h>
#include <stdio.h>
#include <string.h>

static char folder[512];
static char pin[64];
static char logFile[512];

static void note(const char *what) {
  if (logFile[0] == '\0') return;
  FILE *file = fopen(logFile, "a");
  if (file == NULL) return;
  fprintf(file, "%s\n", what);
  fclose(file);
}

static int asksAndIsRight(UI_METHOD *method, void *data) {
  char answer[64] = "";
  UI *ui = UI_new_method(method);
  if (ui == NULL) return 0;
  UI_add_user_data(ui, data);
  int right = UI_add_input_string(ui, "PIN of the test engine: ", 0, answer, 1, sizeof answer - 1) > 0 && UI_process(ui) == 0 &&
              strcmp(answer, pin) == 0;
  OPENSSL_cleanse(answer, sizeof answer);
  UI_free(ui);
  return right;
}

static EVP_PKEY *loadKey(ENGINE *engine, const char *name, UI_METHOD *method, void *data) {
  (void)engine;
  char path[1024];
  if (pin[0] != '\0' && !asksAndIsRight(method, data)) return NULL;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  BIO *bio = BIO_new_file(path, "r");
  if (bio == NULL) return NULL;
  EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
  BIO_free(bio);
  return key;
}

static int start(ENGINE *engine) {
  (void)engine;
  note("init");
  return 1;
}

static int finish(ENGINE *engine) {
  (void)engine;
  note("finish");
  return 1;
}

enum { setFolder = ENGINE_CMD_BASE, setPin, setLog };

static int keep(char *into, size_t size, const char *value) {
  if (value == NULL || strlen(value) >= size) return 0;
  strcpy(into, value);
  return 1;
}

static int control(ENGINE *engine, int command, long number, void *value, void (*function)(void)) {
  (void)engine;
  (void)number;
  (void)function;
  switch (command) {
  case setFolder:
    return keep(folder, sizeof folder, value);
  case setPin:
    return keep(pin, sizeof pin, value);
  case setLog:
    return keep(logFile, sizeof logFile, value);
  default:
    return 0;
  }
}

static const ENGINE_CMD_DEFN commands[] = {{setFolder, "FOLDER", "where the keys lie", ENGINE_CMD_FLAG_STRING},
                                           {setPin, "PIN", "what is asked for", ENGINE_CMD_FLAG_STRING},
                                           {setLog, "LOG", "a file", ENGINE_CMD_FLAG_STRING},
                                           {0, NULL, NULL, 0}};

static int bindEngine(ENGINE *engine, const char *id) {
  (void)id;
  return ENGINE_set_id(engine, "libssl-test") && ENGINE_set_name(engine, "keys in files, for tests") &&
         ENGINE_set_init_function(engine, start) && ENGINE_set_finish_function(engine, finish) &&
         ENGINE_set_ctrl_function(engine, control) && ENGINE_set_cmd_defns(engine, commands) &&
         ENGINE_set_load_privkey_function(engine, loadKey);
}

IMPLEMENT_DYNAMIC_CHECK_FN()
IMPLEMENT_DYNAMIC_BIND_FN(bindEngine)
