// Owns: the options of certificate compression, as JavaScript gives them, on their way to ossl::CompressionSettings.
#pragma once

#include "ossl/certificate_compression.h"

#include <napi.h>

namespace wrap {

// Of an array of numbers; none where there is no such member.
std::optional<std::vector<int>> compressionsIn(const Napi::Object& options, const char* name);
void takeCompression(ossl::CompressionSettings& settings, const Napi::Object& options);

} // namespace wrap
