#include "clayer/rows.h"

namespace clayer {

void eachRow(const std::function<void(const Row&)>& visit) {
  for (const auto& rows : {sslRows(), contextRows(), sessionRows(), bioRows(), x509Rows(), cryptoRows()}) {
    for (const Row& row : rows) visit(row);
  }
}

} // namespace clayer
