#include "ossl/peer_statements.h"

#include "ossl/certificate.h"

namespace ossl {

std::vector<std::string> readPeerAuthorityNames(const Api& api, const SSL* ssl) {
  ErrorScope scope(api);
  std::vector<std::string> names;
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(api.SSL_get0_peer_CA_list(ssl));
  for (int i = 0; stack != nullptr && i < api.OPENSSL_sk_num(stack); ++i)
    names.push_back(nameText(api, static_cast<const X509_NAME*>(api.OPENSSL_sk_value(stack, i))));
  return names;
}

std::vector<Timestamp> readTimestamps(const Api& api, SSL* ssl) {
  const bool complete = api.SSL_get0_peer_scts != nullptr && api.SCT_get_version != nullptr && api.SCT_get0_log_id != nullptr &&
                        api.SCT_get_timestamp != nullptr && api.SCT_get_source != nullptr && api.SCT_get_validation_status != nullptr;
  std::vector<Timestamp> timestamps;
  if (!complete) return timestamps;
  ErrorScope scope(api);
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(api.SSL_get0_peer_scts(ssl));
  for (int i = 0; stack != nullptr && i < api.OPENSSL_sk_num(stack); ++i) {
    const auto* sct = static_cast<const SCT*>(api.OPENSSL_sk_value(stack, i));
    Timestamp timestamp;
    timestamp.version = api.SCT_get_version(sct);
    unsigned char* id = nullptr;
    const size_t size = api.SCT_get0_log_id(sct, &id);
    if (id != nullptr) timestamp.logId.assign(id, id + size);
    timestamp.milliseconds = api.SCT_get_timestamp(sct);
    timestamp.source = api.SCT_get_source(sct);
    timestamp.status = api.SCT_get_validation_status(sct);
    timestamps.push_back(std::move(timestamp));
  }
  return timestamps;
}

} // namespace ossl
