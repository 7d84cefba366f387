// Owns: the custom extensions of a context, as JavaScript gives them, on their way to ossl::ExtensionSetting.
#pragma once

#include "ossl/custom_extensions.h"

#include <napi.h>

namespace wrap {

inline std::vector<ossl::ExtensionSetting> extensionsOf(const Napi::Object& options) {
  std::vector<ossl::ExtensionSetting> settings;
  const auto list = options.Get("customExtensions").As<Napi::Array>();
  for (uint32_t i = 0; i < list.Length(); ++i) {
    const auto object = list.Get(i).As<Napi::Object>();
    settings.push_back({object.Get("type").As<Napi::Number>().Uint32Value(), object.Get("where").As<Napi::Number>().Uint32Value(),
                        object.Get("adds").ToBoolean(), object.Get("parses").ToBoolean()});
  }
  return settings;
}

} // namespace wrap
