// Owns: nothing: what the layers above may use of modules, configurations and names in files, which are the library's.
// Must not know: who uses it.
#pragma once

#include "library/configuration.h"
#include "library/elf_names.h"
#include "library/providers.h"
