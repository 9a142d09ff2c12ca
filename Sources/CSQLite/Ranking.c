/* BM25 as FTS5's own function computes it, with the lengths of rows at hand. */
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "CSQLite.h"

/* What a connection's function holds. */
typedef struct {
  size_t count;
  uint32_t lengths[];
} row_lengths;

/* What is the same for all rows of a query. */
typedef struct {
  double mean_length;
  double weights[]; /* of each phrase, by how few rows have it */
} query_facts;

/* Parameters of BM25, as FTS5 has them. */
static const double k1 = 1.2;
static const double b = 0.75;

static int count_row(const Fts5ExtensionApi *api, Fts5Context *context, void *rows) {
  (void)api;
  (void)context;
  ++*(int64_t *)rows;
  return SQLITE_OK;
}

static int make_facts(const Fts5ExtensionApi *api, Fts5Context *context, query_facts **facts) {
  int phrases = api->xPhraseCount(context);
  sqlite3_int64 rows = 0, tokens = 0;
  int status = api->xRowCount(context, &rows);
  if (status == SQLITE_OK) status = api->xColumnTotalSize(context, -1, &tokens);
  if (status != SQLITE_OK) return status;
  query_facts *made = malloc(sizeof *made + (size_t)phrases * sizeof made->weights[0]);
  if (!made) return SQLITE_NOMEM;
  made->mean_length = rows > 0 && tokens > 0 ? (double)tokens / (double)rows : 1;
  for (int i = 0; i < phrases; i++) {
    int64_t hits = 0;
    status = api->xQueryPhrase(context, i, &hits, count_row);
    if (status != SQLITE_OK) {
      free(made);
      return status;
    }
    double weight = log(((double)rows - (double)hits + 0.5) / ((double)hits + 0.5));
    made->weights[i] = weight > 0 ? weight : 1e-6;
  }
  *facts = made;
  return api->xSetAuxdata(context, made, free);
}

static int row_length(const Fts5ExtensionApi *api, Fts5Context *context, double *length) {
  const row_lengths *known = api->xUserData(context);
  sqlite3_int64 row = api->xRowid(context);
  if (row >= 0 && (uint64_t)row < known->count && known->lengths[row] > 0) {
    *length = known->lengths[row];
    return SQLITE_OK;
  }
  int tokens = 0;
  int status = api->xColumnSize(context, -1, &tokens);
  *length = tokens;
  return status;
}

static void rank(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result,
                 int count, sqlite3_value **values) {
  (void)count;
  (void)values;
  int status = SQLITE_OK;
  query_facts *facts = api->xGetAuxdata(context, 0);
  if (!facts) status = make_facts(api, context, &facts);
  double length = 0, score = 0;
  if (status == SQLITE_OK) status = row_length(api, context, &length);
  int phrases = api->xPhraseCount(context);
  for (int i = 0; i < phrases && status == SQLITE_OK; i++) {
    Fts5PhraseIter place;
    int column, offset;
    double hits = 0;
    status = api->xPhraseFirst(context, i, &place, &column, &offset);
    while (status == SQLITE_OK && column >= 0) {
      hits++;
      api->xPhraseNext(context, &place, &column, &offset);
    }
    score += facts->weights[i] * ((hits * (k1 + 1)) /
                                  (hits + k1 * (1 - b + b * length / facts->mean_length)));
  }
  if (status == SQLITE_OK) {
    sqlite3_result_double(result, score);
  } else {
    sqlite3_result_error_code(result, status);
  }
}

/* The functions of FTS5, or NULL where the library has none. */
static fts5_api *functions(sqlite3 *database) {
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int32_t eduai_database_add_ranking(eduai_database *database, const uint32_t *lengths,
                                   size_t count) {
  fts5_api *api = functions((sqlite3 *)database);
  if (!api || api->iVersion < 2) return SQLITE_ERROR;
  row_lengths *known = malloc(sizeof *known + count * sizeof known->lengths[0]);
  if (!known) return SQLITE_NOMEM;
  known->count = count;
  if (count > 0) memcpy(known->lengths, lengths, count * sizeof known->lengths[0]);
  return api->xCreateFunction(api, "eduai_bm25", known, rank, free);
}
