#include "ossl/store.h"

namespace ossl {
namespace {

using Kind = StoreObject::Kind;
using InfoPointer = Pointer<OSSL_STORE_INFO, &Api::OSSL_STORE_INFO_free>;

struct CloseStore {
  const Api* api = nullptr;
  void operator()(OSSL_STORE_CTX* store) const { static_cast<void>(api->OSSL_STORE_close(store)); }
};
using StorePointer = std::unique_ptr<OSSL_STORE_CTX, CloseStore>;

// 3.0 has put public keys in the middle, and the numbers behind them went up by one.
constexpr Kind kNumbered[] = {Kind::name, Kind::parameters, Kind::publicKey, Kind::privateKey, Kind::certificate, Kind::crl};
constexpr int kPublicKeyNumber = 3;

// ERR_R_UNSUPPORTED of 3.0 and later, without its flags.
constexpr long kUnsupported = 268;
// A file has no more objects than that which are of other kinds: a loader that comes to no end is left.
constexpr int kMostPassedOver = 10'000;

bool hasPublicKeys(const Api& api) { return api.OSSL_STORE_INFO_get1_PUBKEY != nullptr; }

int numberOf(const Api& api, Kind kind) {
  int number = 1;
  for (const Kind known : kNumbered) {
    if (known == kind) break;
    ++number;
  }
  return number > kPublicKeyNumber && !hasPublicKeys(api) ? number - 1 : number;
}

// None for what this project has no form for (symmetric keys, since 3.6).
std::optional<Kind> kindOf(const Api& api, const OSSL_STORE_INFO* info) {
  const int number = api.OSSL_STORE_INFO_get_type(info);
  for (const Kind kind : kNumbered) {
    if (kind == Kind::publicKey && !hasPublicKeys(api)) continue;
    if (numberOf(api, kind) == number) return kind;
  }
  return std::nullopt;
}

std::string text(const char* value) { return value != nullptr ? value : ""; }

std::string parametersPem(const Api& api, const EVP_PKEY* parameters) {
  const PlainBioPointer bio(api.BIO_new(api.BIO_s_mem()), {&api});
  if (bio == nullptr || api.PEM_write_bio_Parameters(bio.get(), parameters) != 1) return "";
  std::string pem(api.BIO_ctrl_pending(bio.get()), '\0');
  const int count = api.BIO_read(bio.get(), pem.data(), static_cast<int>(pem.size()));
  pem.resize(count > 0 ? static_cast<size_t>(count) : 0);
  return pem;
}

std::vector<unsigned char> crlDer(const Api& api, const X509_CRL* list) {
  const int size = api.i2d_X509_CRL(list, nullptr);
  std::vector<unsigned char> der(size > 0 ? static_cast<size_t>(size) : 0);
  unsigned char* out = der.data();
  if (size > 0) api.i2d_X509_CRL(list, &out);
  return der;
}

// 1.1.1 knows no public keys: it hands one out as a key, which then has no private half.
bool hasPrivateHalf(const Api& api, const EVP_PKEY* key) {
  if (hasPublicKeys(api)) return true;
  const RSA* rsa = api.EVP_PKEY_get0_RSA != nullptr ? api.EVP_PKEY_get0_RSA(key) : nullptr;
  if (rsa != nullptr && api.RSA_get0_d != nullptr) return api.RSA_get0_d(rsa) != nullptr;
  const EC_KEY* ec = api.EVP_PKEY_get0_EC_KEY != nullptr ? api.EVP_PKEY_get0_EC_KEY(key) : nullptr;
  if (ec != nullptr && api.EC_KEY_get0_private_key != nullptr) return api.EC_KEY_get0_private_key(ec) != nullptr;
  size_t size = 0;
  return api.EVP_PKEY_get_raw_private_key == nullptr || api.EVP_PKEY_get_raw_private_key(key, nullptr, &size) == 1;
}

class Reader {
public:
  Reader(const std::shared_ptr<const Library>& library, const StoreRequest& request, SettingFailure& failure)
      : library_(library), api_(library->api), request_(request), failure_(failure), asker_(api_, request.passphrase, request.uri) {}

  bool read(std::vector<StoreObject>& objects) {
    ErrorScope scope(api_);
    const UiMethodPointer ui = makeUiMethod(api_);
    if (ui == nullptr) return refuse("UI_create_method", scope);
    const AnsweringUi answering(asker_);
    const StorePointer store(open(ui.get()), {&api_});
    if (store == nullptr) return refuse(opener(), scope);
    if (request_.expected && api_.OSSL_STORE_expect(store.get(), numberOf(api_, *request_.expected)) != 1)
      return refuse("OSSL_STORE_expect", scope);
    for (int passedOver = 0; api_.OSSL_STORE_eof(store.get()) == 0;) {
      const InfoPointer info(api_.OSSL_STORE_load(store.get()), {&api_});
      if (info != nullptr) {
        if (!take(info.get(), objects)) return refuse("OSSL_STORE_load", scope);
        continue;
      }
      // Null is also what stands between the last object and the end (OSSL_STORE_load(3)); 3.0 calls it an error and gives no reason.
      if (api_.OSSL_STORE_eof(store.get()) != 0 && api_.ERR_peek_error() == 0) break;
      if (!isPassedOver() || ++passedOver > kMostPassedOver) return refuse("OSSL_STORE_load", scope);
    }
    // A loader may come to its end and have nothing but a reason to show for it: a PIN that the token did not take.
    if (objects.empty()) return refuse("OSSL_STORE_load", scope);
    return true;
  }

private:
  // What is not of the expected kind is an error to some releases, and the next object can be had all the same.
  [[nodiscard]] bool isPassedOver() const {
    if (!request_.expected || api_.ERR_peek_error() == 0) return false;
    const auto reason = static_cast<long>(api_.ERR_peek_error() & 0xfff);
    if (reason != kUnsupported) return false;
    api_.ERR_clear_error();
    return true;
  }

  [[nodiscard]] bool inContext() const { return request_.home.context != nullptr || request_.home.query.has_value(); }
  [[nodiscard]] const char* opener() const { return inContext() ? "OSSL_STORE_open_ex" : "OSSL_STORE_open"; }

  OSSL_STORE_CTX* open(const UI_METHOD* ui) {
    if (!inContext()) return api_.OSSL_STORE_open(request_.uri.c_str(), ui, nullptr, nullptr, nullptr);
    OSSL_LIB_CTX* context = request_.home.context != nullptr ? request_.home.context->get() : nullptr;
    const char* query = request_.home.query ? request_.home.query->c_str() : nullptr;
    return api_.OSSL_STORE_open_ex(request_.uri.c_str(), context, query, ui, nullptr, nullptr, nullptr, nullptr);
  }

  bool refuse(const char* function, ErrorScope& scope) {
    failure_ = {request_.setting, function, "", scope.take(), asker_.outcome()};
    return false;
  }

  bool take(const OSSL_STORE_INFO* info, std::vector<StoreObject>& objects) {
    const std::optional<Kind> kind = kindOf(api_, info);
    if (!kind) return true;
    StoreObject object;
    object.kind = *kind;
    if (!fill(info, object)) return false;
    objects.push_back(std::move(object));
    return true;
  }

  bool fill(const OSSL_STORE_INFO* info, StoreObject& object) {
    switch (object.kind) {
    case Kind::name:
      object.text = text(api_.OSSL_STORE_INFO_get0_NAME(info));
      object.description = text(api_.OSSL_STORE_INFO_get0_NAME_description(info));
      return true;
    case Kind::parameters: {
      const KeyPointer parameters(api_.OSSL_STORE_INFO_get1_PARAMS(info), {&api_});
      if (parameters == nullptr) return false;
      object.info = readKey(api_, parameters.get());
      object.text = parametersPem(api_, parameters.get());
      return !object.text.empty();
    }
    case Kind::publicKey:
      return fillPublicKey(KeyPointer(api_.OSSL_STORE_INFO_get1_PUBKEY(info), {&api_}).get(), object);
    case Kind::privateKey: {
      auto key = std::make_shared<PrivateKey>(library_, request_.home.context, api_.OSSL_STORE_INFO_get1_PKEY(info));
      if (key->get() == nullptr) return false;
      if (!hasPrivateHalf(api_, key->get())) return fillPublicKey(key->get(), object);
      object.key = std::move(key);
      return true;
    }
    case Kind::certificate:
      object.certificate = X509Pointer(api_.OSSL_STORE_INFO_get1_CERT(info), {&api_});
      return object.certificate != nullptr;
    case Kind::crl: {
      const CrlPointer list(api_.OSSL_STORE_INFO_get1_CRL(info), {&api_});
      if (list == nullptr) return false;
      object.der = crlDer(api_, list.get());
      return !object.der.empty();
    }
    }
    return false;
  }

  bool fillPublicKey(EVP_PKEY* key, StoreObject& object) {
    if (key == nullptr) return false;
    object.kind = Kind::publicKey;
    object.info = readKey(api_, key);
    object.securityBits = api_.EVP_PKEY_get_security_bits(key);
    SettingFailure failure;
    object.der = readPublicKey(api_, key, failure);
    return !object.der.empty();
  }

  const std::shared_ptr<const Library>& library_;
  const Api& api_;
  const StoreRequest& request_;
  SettingFailure& failure_;
  PassphraseAsker asker_;
};

} // namespace

bool loadStore(const std::shared_ptr<const Library>& library, const StoreRequest& request, std::vector<StoreObject>& objects,
               SettingFailure& failure) {
  if (Reader(library, request, failure).read(objects)) return true;
  objects.clear();
  return false;
}

} // namespace ossl
