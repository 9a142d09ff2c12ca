/* Opaque shim over SQLite: one connection, prepared statements, values in and out. */
#ifndef EDUAI_CSQLITE_H
#define EDUAI_CSQLITE_H
#include <stddef.h>
#include <stdint.h>

typedef struct eduai_database eduai_database;
typedef struct eduai_statement eduai_statement;

/* Results of calls; everything else is an extended error code of SQLite. */
enum { EDUAI_SQLITE_OK = 0, EDUAI_SQLITE_ROW = 100, EDUAI_SQLITE_DONE = 101 };
/* Primary error codes that callers tell apart (the low byte of an extended code). */
enum {
  EDUAI_SQLITE_BUSY = 5,
  EDUAI_SQLITE_READONLY = 8,
  EDUAI_SQLITE_IOERR = 10,
  EDUAI_SQLITE_CORRUPT = 11,
  EDUAI_SQLITE_FULL = 13,
  EDUAI_SQLITE_CANTOPEN = 14,
  EDUAI_SQLITE_NOTADB = 26
};
/* Types of column values. */
enum {
  EDUAI_SQLITE_INTEGER = 1,
  EDUAI_SQLITE_REAL = 2,
  EDUAI_SQLITE_TEXT = 3,
  EDUAI_SQLITE_BLOB = 4,
  EDUAI_SQLITE_NULL = 5
};
/* A block of rows: cells one behind the other, each a tag and, but for NULL, eight bytes (a number, or
   the length of the text or blob that follows); EDUAI_CELL_END behind each row; EDUAI_CELL_KEY with two
   numbers, id and owner, before the rows that they hold for. */
enum {
  EDUAI_CELL_NULL = 0,
  EDUAI_CELL_INTEGER = 1,
  EDUAI_CELL_REAL = 2,
  EDUAI_CELL_TEXT = 3,
  EDUAI_CELL_BLOB = 4,
  EDUAI_CELL_END = 5,
  EDUAI_CELL_KEY = 6
};
/* Most cells in a row of a block. */
enum { EDUAI_ROW_CELLS = 24 };
/* How a file is opened. */
enum { EDUAI_SQLITE_OPEN_READ = 0, EDUAI_SQLITE_OPEN_WRITE = 1, EDUAI_SQLITE_OPEN_CREATE = 2 };

/* The version of the linked SQLite, for example "3.40.1". */
const char *eduai_sqlite_version(void);

/* Opens a file; also after a failure *database is to be closed. Without SQLite's own mutex: for
   one thread at a time. */
int32_t eduai_database_open(const char *path, int32_t mode, eduai_database **database);
void eduai_database_close(eduai_database *database);
/* SQLite's words for what failed last; for a NULL database, that memory is short. */
const char *eduai_database_message(eduai_database *database);
/* The system's error number behind what failed last; 0 if there is none. */
int32_t eduai_database_system_error(eduai_database *database);
/* How long, in milliseconds, to wait for another program's lock. */
void eduai_database_wait(eduai_database *database, int32_t milliseconds);
int64_t eduai_database_last_id(eduai_database *database);
int64_t eduai_database_changes(eduai_database *database);
/* Whether no transaction is open: an error may have ended it. */
int32_t eduai_database_is_idle(eduai_database *database);

/* Prepares the first statement of sql; *used is the number of bytes it took. *statement is NULL
   where nothing but space and comments is left. */
int32_t eduai_statement_prepare(eduai_database *database, const uint8_t *sql, int32_t count,
                                int32_t is_kept, eduai_statement **statement, int32_t *used);
void eduai_statement_finalize(eduai_statement *statement);
/* Parameters are numbered from 1. Text is UTF-8. With is_copied 0 the bytes must stay where they
   are until the statement is reset. */
int32_t eduai_statement_bind_null(eduai_statement *statement, int32_t index);
int32_t eduai_statement_bind_integer(eduai_statement *statement, int32_t index, int64_t value);
int32_t eduai_statement_bind_real(eduai_statement *statement, int32_t index, double value);
int32_t eduai_statement_bind_text(eduai_statement *statement, int32_t index, const uint8_t *bytes,
                                  size_t count, int32_t is_copied);
int32_t eduai_statement_bind_blob(eduai_statement *statement, int32_t index, const uint8_t *bytes,
                                  size_t count, int32_t is_copied);
/* Binds a block of rows, as the argument of the table eduai_rows (id, owner, c1, c2, …) that every
   connection that writes has. The bytes must stay where they are until the statement is reset. */
int32_t eduai_statement_bind_rows(eduai_statement *statement, int32_t index, const uint8_t *bytes,
                                  size_t count);
/* EDUAI_SQLITE_ROW, EDUAI_SQLITE_DONE or an error. */
int32_t eduai_statement_step(eduai_statement *statement);
/* Ready for the next run; bindings become NULL. */
void eduai_statement_reset(eduai_statement *statement);
/* Columns are numbered from 0. */
int32_t eduai_statement_columns(eduai_statement *statement);
const char *eduai_statement_column_name(eduai_statement *statement, int32_t column);
int32_t eduai_statement_type(eduai_statement *statement, int32_t column);
int64_t eduai_statement_integer(eduai_statement *statement, int32_t column);
double eduai_statement_real(eduai_statement *statement, int32_t column);
/* The bytes of a text or blob, valid until the next step; NULL for NULL and for what is empty. */
const uint8_t *eduai_statement_bytes(eduai_statement *statement, int32_t column, size_t *count);
/* What a full-text query matched, as gathered by two functions that `eduai_database_add_matches`
   gives a connection; valid until the next of them runs or the connection is closed.
   SELECT 1 FROM TABLE WHERE TABLE MATCH … AND NOT eduai_match(TABLE) gathers rows and hits,
   SELECT 1 FROM TABLE_docsize WHERE NOT eduai_length(id, sz) …, by ascending id, their lengths;
   neither gives a row. Conditions, because FTS5 has no functions for aggregates. */
typedef struct {
  int64_t table_rows;
  int64_t table_tokens;
  size_t count;               /* rows that match */
  size_t phrases;             /* of the query, also those behind NOT */
  const int64_t *rows;        /* numbers of the rows that match, ascending */
  const uint32_t *hits;       /* phrases x count: how often each stands there, row after row */
  const int64_t *frequencies; /* phrases: in how many rows of the table each stands; or NULL */
  size_t measured;            /* of the rows that match, those that have a length: the first ones */
  const uint32_t *lengths;    /* measured: of each, in tokens; 0 if the table has none */
} eduai_match_facts;
typedef struct eduai_matches eduai_matches;
/* *matches belongs to the connection. */
int32_t eduai_database_add_matches(eduai_database *database, eduai_matches **matches);
/* To be called before each query. Frequencies cost a pass over the rows of each phrase. */
void eduai_matches_clear(eduai_matches *matches, int32_t wants_frequencies);
eduai_match_facts eduai_matches_facts(const eduai_matches *matches);
#endif
