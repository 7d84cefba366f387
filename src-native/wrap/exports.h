// Owns: the list of what each file of this folder gives to JavaScript. lib/native/binding.ts declares the same functions.
#pragma once

#include <napi.h>

namespace wrap {

void exportRecords(Napi::Object exports);
void exportLibrary(Napi::Object exports);
void exportCompression(Napi::Object exports);
void exportLibraryContext(Napi::Object exports);
void exportContext(Napi::Object exports);
void exportEngine(Napi::Object exports);
void exportDatagrams(Napi::Object exports);
void exportDescriptor(Napi::Object exports);
void exportConnection(Napi::Object exports);
void exportSocket(Napi::Object exports);
void exportSession(Napi::Object exports);
void exportObserve(Napi::Object exports);
void exportAsker(Napi::Object exports);
void exportRawKeys(Napi::Object exports);
void exportAlgorithms(Napi::Object exports);
void exportVerification(Napi::Object exports);
void exportEch(Napi::Object exports);
void exportPool(Napi::Object exports);
void exportKeys(Napi::Object exports);

inline void exportFunction(Napi::Object exports, const char* name, Napi::Value (*function)(const Napi::CallbackInfo&)) {
  exports.Set(name, Napi::Function::New(exports.Env(), function, name));
}

} // namespace wrap
