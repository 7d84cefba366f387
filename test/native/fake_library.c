// A shared library with OpenSSL's file names that is not the OpenSSL we want. What it says of itself is chosen when it is compiled.
#ifdef VERSION_TEXT
const char *OpenSSL_version(int type) {
  (void)type;
  return VERSION_TEXT;
}

unsigned long OpenSSL_version_num(void) { return VERSION_NUMBER; }
#endif

#ifdef BORING
void SSL_CTX_set_custom_verify(void) {}
#endif

#ifdef AWS_LC
const char *awslc_version_string(void) { return "AWS-LC 1.0"; }
#endif

int fake_library(void) { return 1; }
