// SPDX-License-Identifier: GPL-3.0-or-later
// Glue between FTS5's tokenizer interface and core/text/tokens.
#include "core/store/zh_tokenizer.h"

#include <sqlite3.h>

#include "core/store/sqlite_error.h"
#include "core/text/tokens.h"

namespace yingda {

namespace {

using TakeToken = int (*)(void*, int, const char*, int, int, int);

/// FTS5's own callback and context, as they travel through ours.
struct Sink {
  void* context = nullptr;
  TakeToken take = nullptr;
};

int createTokenizer(void*, const char**, int, Fts5Tokenizer** tokenizer) {
  // The tokenizer has no state, but FTS5 takes null for a failure.
  static char nothing = 0;
  *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&nothing);
  return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer*) {}

int passOn(void* context, const char* term, int termBytes, int startByte, int endByte,
           bool colocated) {
  const Sink* sink = static_cast<const Sink*>(context);
  const int flags = colocated ? FTS5_TOKEN_COLOCATED : 0;
  return sink->take(sink->context, flags, term, termBytes, startByte, endByte);
}

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* text, int bytes,
             TakeToken take) {
  if (text == nullptr || bytes <= 0) return SQLITE_OK;
  const auto purpose =
      (flags & FTS5_TOKENIZE_QUERY) != 0 ? TokenPurpose::Query : TokenPurpose::Document;
  Sink sink{context, take};
  return tokenizeUtf8(text, bytes, purpose, &sink, passOn);
}

/// The FTS5 interface of a connection is handed out through a bound pointer; null when FTS5 is
/// absent.
fts5_api* fts5Of(sqlite3* handle) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

Result<void> registerZhTokenizer(sqlite3* handle) {
  fts5_api* api = fts5Of(handle);
  if (api == nullptr) return sqliteError(handle, SQLITE_ERROR, "find fts5");
  fts5_tokenizer tokenizer{createTokenizer, deleteTokenizer, tokenize};
  const int code = api->xCreateTokenizer(api, "zh", nullptr, &tokenizer, nullptr);
  if (code != SQLITE_OK) return sqliteError(handle, code, "create tokenizer zh");
  return {};
}

}  // namespace yingda
