/* What full-text queries match, gathered where SQLite finds it: no row has to leave it. */
#include <sqlite3.h>
#include <stdlib.h>

#include "CSQLite.h"

struct eduai_matches {
  eduai_match_facts facts;
  size_t room;          /* rows that there is memory for */
  size_t phrase_room;   /* phrases of each row that there is memory for */
  int32_t wants_frequencies;
  int64_t *rows;
  uint32_t *hits;
  int64_t *frequencies;
  size_t measured; /* rows that were gone past for their length */
  size_t length_room;
  uint32_t *lengths;
};

/* Gives an array room for at least `count` items; false where memory is short. */
static int reserve(void **array, size_t *room, size_t count, size_t item) {
  if (count <= *room) return 1;
  size_t wanted = *room < 512 ? 1024 : *room * 2;
  if (wanted < count) wanted = count;
  if (wanted > SIZE_MAX / item) return 0;
  void *larger = realloc(*array, wanted * item);
  if (!larger) return 0;
  *array = larger;
  *room = wanted;
  return 1;
}

static int count_row(const Fts5ExtensionApi *api, Fts5Context *context, void *rows) {
  (void)api;
  (void)context;
  ++*(int64_t *)rows;
  return SQLITE_OK;
}

/* What is the same for all rows: asked at the first. */
static int take_facts(const Fts5ExtensionApi *api, Fts5Context *context, eduai_matches *matches) {
  eduai_match_facts *facts = &matches->facts;
  sqlite3_int64 rows = 0, tokens = 0;
  int status = api->xRowCount(context, &rows);
  if (status == SQLITE_OK) status = api->xColumnTotalSize(context, -1, &tokens);
  facts->table_rows = rows;
  facts->table_tokens = tokens;
  facts->phrases = (size_t)api->xPhraseCount(context);
  if (!matches->wants_frequencies || status != SQLITE_OK) return status;
  size_t room = 0;
  free(matches->frequencies);
  matches->frequencies = NULL;
  if (!reserve((void **)&matches->frequencies, &room, facts->phrases, sizeof(int64_t))) {
    return SQLITE_NOMEM;
  }
  for (size_t i = 0; i < facts->phrases && status == SQLITE_OK; i++) {
    matches->frequencies[i] = 0;
    status = api->xQueryPhrase(context, (int)i, &matches->frequencies[i], count_row);
  }
  facts->frequencies = matches->frequencies;
  return status;
}

/* How often each phrase stands in the row. */
static int count_hits(const Fts5ExtensionApi *api, Fts5Context *context, size_t phrases,
                      uint32_t *hits) {
  int status = SQLITE_OK;
  for (size_t i = 0; i < phrases && status == SQLITE_OK; i++) {
    Fts5PhraseIter place;
    int column, offset;
    uint32_t count = 0;
    status = api->xPhraseFirst(context, (int)i, &place, &column, &offset);
    while (status == SQLITE_OK && column >= 0) {
      count++;
      api->xPhraseNext(context, &place, &column, &offset);
    }
    hits[i] = count;
  }
  return status;
}

/* The function eduai_match(TABLE). */
static void take_match(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result,
                       int count, sqlite3_value **values) {
  (void)count;
  (void)values;
  eduai_matches *matches = api->xUserData(context);
  eduai_match_facts *facts = &matches->facts;
  int status = facts->count == 0 ? take_facts(api, context, matches) : SQLITE_OK;
  size_t at = facts->count * facts->phrases;
  if (status == SQLITE_OK &&
      !(reserve((void **)&matches->rows, &matches->room, facts->count + 1, sizeof(int64_t)) &&
        reserve((void **)&matches->hits, &matches->phrase_room, at + facts->phrases,
                sizeof(uint32_t)))) {
    status = SQLITE_NOMEM;
  }
  if (status == SQLITE_OK) status = count_hits(api, context, facts->phrases, matches->hits + at);
  if (status != SQLITE_OK) {
    sqlite3_result_error_code(result, status);
    return;
  }
  matches->rows[facts->count++] = api->xRowid(context);
  sqlite3_result_int(result, 1);
}

/* The length in tokens that FTS5 keeps of a row: one variable-length integer a column, seven bits a
   byte, the high ones first; 0 if it is none. */
static uint32_t length_of(const uint8_t *bytes, int size) {
  uint32_t length = 0;
  for (int i = 0; i < size && i < 4; i++) {
    length = length << 7 | (bytes[i] & 0x7F);
    if (!(bytes[i] & 0x80)) return length;
  }
  return 0;
}

/* The function eduai_length(ROW, SIZE), called by ascending rows. */
static void take_length(sqlite3_context *result, int count, sqlite3_value **values) {
  (void)count;
  eduai_matches *matches = sqlite3_user_data(result);
  size_t rows = matches->facts.count;
  if (!reserve((void **)&matches->lengths, &matches->length_room, rows, sizeof(uint32_t))) {
    sqlite3_result_error_nomem(result);
    return;
  }
  sqlite3_result_int(result, 1);
  int64_t row = sqlite3_value_int64(values[0]);
  while (matches->measured < rows && matches->rows[matches->measured] < row) {
    matches->lengths[matches->measured++] = 0;
  }
  if (matches->measured == rows || matches->rows[matches->measured] != row) return;
  const uint8_t *bytes = sqlite3_value_blob(values[1]);
  matches->lengths[matches->measured++] = length_of(bytes, sqlite3_value_bytes(values[1]));
}

static void release(void *taken) {
  eduai_matches *matches = taken;
  free(matches->rows);
  free(matches->hits);
  free(matches->frequencies);
  free(matches->lengths);
  free(matches);
}

void eduai_matches_clear(eduai_matches *matches, int32_t wants_frequencies) {
  matches->wants_frequencies = wants_frequencies;
  matches->facts = (eduai_match_facts){0};
  matches->measured = 0;
}

eduai_match_facts eduai_matches_facts(const eduai_matches *matches) {
  eduai_match_facts facts = matches->facts;
  facts.rows = matches->rows;
  facts.hits = matches->hits;
  facts.lengths = matches->lengths;
  facts.measured = matches->measured;
  return facts;
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

int32_t eduai_database_add_matches(eduai_database *database, eduai_matches **matches) {
  *matches = NULL;
  fts5_api *api = functions((sqlite3 *)database);
  if (!api || api->iVersion < 2) return SQLITE_ERROR;
  eduai_matches *made = calloc(1, sizeof *made);
  if (!made) return SQLITE_NOMEM;
  int status = api->xCreateFunction(api, "eduai_match", made, take_match, release);
  if (status == SQLITE_OK) {
    status = sqlite3_create_function((sqlite3 *)database, "eduai_length", 2,
                                     SQLITE_UTF8 | SQLITE_DIRECTONLY, made, take_length, NULL,
                                     NULL);
  }
  if (status == SQLITE_OK) *matches = made;
  return status;
}
