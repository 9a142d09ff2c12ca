/* Rows in memory as a table: `INSERT INTO t SELECT id, c1, c2 FROM eduai_rows(?)` writes a block of
   rows with one statement, where SQLite keeps its place in t from row to row and copies no text. */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "CSQLite.h"
#include "Internal.h"

/* What a statement is bound to. */
typedef struct {
  const uint8_t *bytes;
  size_t count;
} row_block;

/* The type that SQLite hands the pointer through under. */
static const char pointer_type[] = "eduai_rows";

/* Columns: id, owner, the cells of a row, and the hidden argument. */
enum { COLUMN_ID, COLUMN_OWNER, COLUMN_CELLS, COLUMN_ROWS = COLUMN_CELLS + EDUAI_ROW_CELLS };

typedef struct {
  sqlite3_vtab_cursor base;
  const uint8_t *next; /* where the next row begins */
  const uint8_t *end;
  int64_t number;
  int64_t id, owner; /* of the last key */
  int is_done;
  int count;
  const uint8_t *cells[EDUAI_ROW_CELLS];
} row_cursor;

static int connect_rows(sqlite3 *database, void *context, int count, const char *const *values,
                        sqlite3_vtab **table, char **message) {
  (void)context;
  (void)count;
  (void)values;
  (void)message;
  char sql[32 + 5 * EDUAI_ROW_CELLS + 16];
  char *at = sql;
  at += strlen(strcpy(at, "CREATE TABLE t (id, owner"));
  for (int i = 1; i <= EDUAI_ROW_CELLS; i++) {
    sqlite3_snprintf((int)(sql + sizeof sql - at), at, ", c%d", i);
    at += strlen(at);
  }
  sqlite3_snprintf((int)(sql + sizeof sql - at), at, ", rows HIDDEN)");
  int status = sqlite3_declare_vtab(database, sql);
  if (status != SQLITE_OK) return status;
  /* No schema may use it, only statements of ours. */
  sqlite3_vtab_config(database, SQLITE_VTAB_DIRECTONLY);
  *table = calloc(1, sizeof **table);
  return *table ? SQLITE_OK : SQLITE_NOMEM;
}

static int disconnect_rows(sqlite3_vtab *table) {
  free(table);
  return SQLITE_OK;
}

static int choose_path(sqlite3_vtab *table, sqlite3_index_info *path) {
  (void)table;
  for (int i = 0; i < path->nConstraint; i++) {
    const struct sqlite3_index_constraint *constraint = &path->aConstraint[i];
    if (constraint->iColumn == COLUMN_ROWS && constraint->usable &&
        constraint->op == SQLITE_INDEX_CONSTRAINT_EQ) {
      path->aConstraintUsage[i].argvIndex = 1;
      path->aConstraintUsage[i].omit = 1;
      return SQLITE_OK;
    }
  }
  return SQLITE_CONSTRAINT;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  (void)table;
  row_cursor *made = calloc(1, sizeof *made);
  *cursor = made ? &made->base : NULL;
  return made ? SQLITE_OK : SQLITE_NOMEM;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  free(base);
  return SQLITE_OK;
}

/* A number of eight bytes that may lie anywhere. */
static uint64_t load(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

/* Finds the cells of the next row. */
static int next_row(sqlite3_vtab_cursor *base) {
  row_cursor *cursor = (row_cursor *)base;
  const uint8_t *at = cursor->next;
  cursor->number++;
  cursor->count = 0;
  while (at < cursor->end) {
    const uint8_t *cell = at++;
    size_t left = (size_t)(cursor->end - at), size = 0;
    switch (*cell) {
      case EDUAI_CELL_NULL:
        break;
      case EDUAI_CELL_INTEGER:
      case EDUAI_CELL_REAL:
        size = 8;
        break;
      case EDUAI_CELL_TEXT:
      case EDUAI_CELL_BLOB:
        if (left < 8 || load(at) > left - 8) return SQLITE_ERROR;
        size = 8 + (size_t)load(at);
        break;
      case EDUAI_CELL_KEY:
        size = 16;
        break;
      case EDUAI_CELL_END:
        cursor->next = at;
        return SQLITE_OK;
      default:
        return SQLITE_ERROR;
    }
    if (left < size) return SQLITE_ERROR;
    if (*cell == EDUAI_CELL_KEY) {
      cursor->id = (int64_t)load(at);
      cursor->owner = (int64_t)load(at + 8);
    } else if (cursor->count < EDUAI_ROW_CELLS) {
      cursor->cells[cursor->count++] = cell;
    } else {
      return SQLITE_ERROR;
    }
    at += size;
  }
  cursor->is_done = 1;
  return SQLITE_OK;
}

static int first_row(sqlite3_vtab_cursor *base, int number, const char *text, int count,
                     sqlite3_value **values) {
  (void)number;
  (void)text;
  row_cursor *cursor = (row_cursor *)base;
  const row_block *block = count > 0 ? sqlite3_value_pointer(values[0], pointer_type) : NULL;
  cursor->next = block ? block->bytes : NULL;
  cursor->end = block ? block->bytes + block->count : NULL;
  cursor->number = 0;
  cursor->is_done = 0;
  return next_row(base);
}

static int is_behind_last(sqlite3_vtab_cursor *base) { return ((row_cursor *)base)->is_done; }

static int give_column(sqlite3_vtab_cursor *base, sqlite3_context *result, int column) {
  const row_cursor *cursor = (const row_cursor *)base;
  if (column == COLUMN_ID || column == COLUMN_OWNER) {
    sqlite3_result_int64(result, column == COLUMN_ID ? cursor->id : cursor->owner);
    return SQLITE_OK;
  }
  if (column - COLUMN_CELLS >= cursor->count) return SQLITE_OK;
  const uint8_t *cell = cursor->cells[column - COLUMN_CELLS];
  double real;
  switch (*cell) {
    case EDUAI_CELL_INTEGER:
      sqlite3_result_int64(result, (sqlite3_int64)load(cell + 1));
      break;
    case EDUAI_CELL_REAL:
      memcpy(&real, cell + 1, sizeof real);
      sqlite3_result_double(result, real);
      break;
    case EDUAI_CELL_TEXT:
      sqlite3_result_text64(result, (const char *)cell + 9, load(cell + 1), SQLITE_STATIC,
                            SQLITE_UTF8);
      break;
    case EDUAI_CELL_BLOB:
      sqlite3_result_blob64(result, cell + 9, load(cell + 1), SQLITE_STATIC);
      break;
  }
  return SQLITE_OK;
}

static int give_number(sqlite3_vtab_cursor *base, sqlite3_int64 *number) {
  *number = ((row_cursor *)base)->number;
  return SQLITE_OK;
}

/* Without xCreate: there is the one table of this name, and no other can be made. */
static sqlite3_module rows_module = {
    .xConnect = connect_rows,
    .xBestIndex = choose_path,
    .xDisconnect = disconnect_rows,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = first_row,
    .xNext = next_row,
    .xEof = is_behind_last,
    .xColumn = give_column,
    .xRowid = give_number,
};

int eduai_add_rows_module(sqlite3 *database) {
  return sqlite3_create_module(database, pointer_type, &rows_module, NULL);
}

int32_t eduai_statement_bind_rows(eduai_statement *statement, int32_t index, const uint8_t *bytes,
                                  size_t count) {
  row_block *block = malloc(sizeof *block);
  if (!block) return SQLITE_NOMEM;
  *block = (row_block){bytes, count};
  return sqlite3_bind_pointer((sqlite3_stmt *)statement, index, block, pointer_type, free);
}
