#include "library/elf_names.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace library {
namespace {

// ELF, gABI: program header types, dynamic tags, and where in the file header what stands.
constexpr uint32_t kTypeLoad = 1;
constexpr uint32_t kTypeDynamic = 2;
constexpr uint64_t kTagNeeded = 1;
constexpr uint64_t kTagStringTable = 5;
constexpr uint64_t kTagStringSize = 10;
constexpr uint64_t kTagSoname = 14;
constexpr uint64_t kProgramHeaders = 32;
constexpr uint64_t kProgramHeaderSize = 54;
constexpr uint64_t kProgramHeaderCount = 56;

struct Segment {
  uint32_t type = 0;
  uint64_t offset = 0;
  uint64_t address = 0;
  uint64_t size = 0;
};

struct Tag {
  uint64_t tag = 0;
  uint64_t value = 0;
};

// Reads past the end as zeros, so that a damaged file says nothing in place of anything.
template <typename Number>
Number numberAt(const std::string& image, uint64_t at) {
  Number number = 0;
  if (at <= image.size() && image.size() - at >= sizeof number) std::memcpy(&number, image.data() + at, sizeof number);
  return number;
}

std::vector<Segment> segmentsOf(const std::string& image) {
  const auto start = numberAt<uint64_t>(image, kProgramHeaders);
  const auto size = numberAt<uint16_t>(image, kProgramHeaderSize);
  const auto count = numberAt<uint16_t>(image, kProgramHeaderCount);
  std::vector<Segment> segments;
  for (uint64_t index = 0; index < count; ++index) {
    const uint64_t at = start + (index * size);
    segments.push_back({numberAt<uint32_t>(image, at), numberAt<uint64_t>(image, at + 8), numberAt<uint64_t>(image, at + 16),
                        numberAt<uint64_t>(image, at + 32)});
  }
  return segments;
}

std::vector<Tag> tagsOf(const std::string& image, const std::vector<Segment>& segments) {
  std::vector<Tag> tags;
  for (const Segment& segment : segments) {
    if (segment.type != kTypeDynamic || segment.offset > image.size() || segment.size > image.size() - segment.offset) continue;
    for (uint64_t at = segment.offset; at + 16 <= segment.offset + segment.size; at += 16)
      tags.push_back({numberAt<uint64_t>(image, at), numberAt<uint64_t>(image, at + 8)});
  }
  return tags;
}

struct Dynamic {
  std::vector<Tag> tags;
  uint64_t strings = 0; // where in the file their table begins
  uint64_t size = 0;
};

bool isElf(const std::string& image) {
  constexpr char kMagic[] = {0x7f, 'E', 'L', 'F', 2, 1}; // 64 bits, little-endian
  return image.size() >= 64 && image.compare(0, sizeof kMagic, kMagic, sizeof kMagic) == 0;
}

std::optional<Dynamic> dynamicOf(const std::string& image) {
  if (!isElf(image)) return std::nullopt;
  const std::vector<Segment> segments = segmentsOf(image);
  Dynamic dynamic{tagsOf(image, segments), 0, 0};
  std::optional<uint64_t> address;
  for (const Tag& tag : dynamic.tags) {
    if (tag.tag == kTagStringTable) address = tag.value;
    if (tag.tag == kTagStringSize) dynamic.size = tag.value;
  }
  if (!address) return std::nullopt;
  for (const Segment& segment : segments) {
    if (segment.type != kTypeLoad || *address < segment.address || *address - segment.address >= segment.size) continue;
    dynamic.strings = segment.offset + (*address - segment.address);
    if (dynamic.strings <= image.size() && dynamic.size <= image.size() - dynamic.strings) return dynamic;
  }
  return std::nullopt;
}

} // namespace

std::optional<ElfNames> namesInElf(const std::string& image) {
  const std::optional<Dynamic> dynamic = dynamicOf(image);
  if (!dynamic) return std::nullopt;
  const auto textAt = [&](uint64_t place) -> std::string {
    if (place >= dynamic->size) return "";
    const char* start = image.data() + dynamic->strings + place;
    return {start, strnlen(start, dynamic->size - place)};
  };
  ElfNames names;
  for (const Tag& tag : dynamic->tags) {
    if (tag.tag == kTagNeeded) names.needed.push_back(textAt(tag.value));
    if (tag.tag == kTagSoname) names.soname = textAt(tag.value);
  }
  return names;
}

bool isCutShort(const std::string& image) {
  if (!isElf(image)) return false;
  const std::vector<Segment> segments = segmentsOf(image);
  return std::ranges::any_of(segments, [&](const Segment& segment) {
    return segment.type == kTypeLoad && (segment.offset > image.size() || segment.size > image.size() - segment.offset);
  });
}

bool renameInElf(std::string& image, const std::map<std::string, std::string>& names) {
  const std::optional<Dynamic> dynamic = dynamicOf(image);
  if (!dynamic) return false;
  if (!std::ranges::all_of(names, [](const auto& pair) { return pair.first.size() == pair.second.size(); })) return false;
  const std::string table = image.substr(dynamic->strings, dynamic->size);
  bool found = false;
  for (const auto& [from, to] : names) {
    const size_t place = table.find(std::string(1, '\0') + from + '\0');
    if (place == std::string::npos) continue;
    image.replace(dynamic->strings + place + 1, to.size(), to);
    found = true;
  }
  return found;
}

} // namespace library
