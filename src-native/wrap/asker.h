// Owns: the way from OpenSSL's questions to a JavaScript function that answers them.
#pragma once

#include "ossl/asking.h"

#include <napi.h>

namespace wrap {

// function(what, context, numbers, bytes, certificates): {verdict, number?, bytes?, context?, session?}. It throws nothing; where it
// cannot be called any more (a worker that is being terminated) the answer is no. To be used and freed on the thread of `function` alone.
std::shared_ptr<ossl::Asker> askerWith(const Napi::Function& function);

} // namespace wrap
