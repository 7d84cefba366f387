#include "ossl/key_info.h"

namespace ossl {

KeyInfo readKey(const Api& api, const EVP_PKEY* key) {
  KeyInfo info;
  info.bits = api.EVP_PKEY_get_bits(key);
  info.securityBits = api.EVP_PKEY_get_security_bits(key);
  const char* type = api.EVP_PKEY_get0_type_name != nullptr ? api.EVP_PKEY_get0_type_name(key) : api.OBJ_nid2ln(api.EVP_PKEY_get_id(key));
  info.type = type != nullptr ? type : "";
  if (api.EVP_PKEY_get_group_name != nullptr) {
    char group[80] = {};
    size_t length = 0;
    if (api.EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1) info.group.assign(group, length);
    return info;
  }
  const EC_KEY* ec = api.EVP_PKEY_get0_EC_KEY != nullptr ? api.EVP_PKEY_get0_EC_KEY(key) : nullptr;
  if (ec == nullptr) return info;
  const char* curve = api.OBJ_nid2sn(api.EC_GROUP_get_curve_name(api.EC_KEY_get0_group(ec)));
  info.group = curve != nullptr ? curve : "";
  return info;
}

} // namespace ossl
