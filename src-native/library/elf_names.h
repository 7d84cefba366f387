// Owns: the names inside an ELF shared library by which the loader tells it from others and finds what it needs.
// Must not know: OpenSSL, files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace library {

struct ElfNames {
  std::string soname; // "" where it has none
  std::vector<std::string> needed;
};

// Nothing if this is no 64-bit little-endian ELF library, or a damaged one.
[[nodiscard]] std::optional<ElfNames> namesInElf(const std::string& image);

// The file ends before what it says is in it: the loader would map what is not there, and the process would end (SIGBUS).
[[nodiscard]] bool isCutShort(const std::string& image);

// Replaces names in the dynamic string table, each by one of the same length: sonames and the references to them, which share one string.
// Answers false, and changes nothing, if this is no such library or none of the names is there.
[[nodiscard]] bool renameInElf(std::string& image, const std::map<std::string, std::string>& names);

} // namespace library
