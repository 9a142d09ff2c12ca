#include "CSQLite.h"

#include <pthread.h>
#include <sqlite3.h>

#include "Internal.h"

static sqlite3 *db(eduai_database *database) { return (sqlite3 *)database; }
static sqlite3_stmt *stmt(eduai_statement *statement) { return (sqlite3_stmt *)statement; }

const char *eduai_sqlite_version(void) { return sqlite3_libversion(); }

/* Nobody asks how much memory SQLite holds; to count it takes a lock at every allocation. */
static void configure(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int32_t eduai_database_open(const char *path, int32_t mode, eduai_database **database) {
  static pthread_once_t is_configured = PTHREAD_ONCE_INIT;
  pthread_once(&is_configured, configure);
  int flags = SQLITE_OPEN_NOMUTEX;
  if (mode == EDUAI_SQLITE_OPEN_READ) {
    flags |= SQLITE_OPEN_READONLY;
  } else {
    flags |= SQLITE_OPEN_READWRITE;
    if (mode == EDUAI_SQLITE_OPEN_CREATE) flags |= SQLITE_OPEN_CREATE;
  }
  sqlite3 *opened = NULL;
  int status = sqlite3_open_v2(path, &opened, flags, NULL);
  if (opened) {
    sqlite3_extended_result_codes(opened, 1);
    /* Whatever a foreign file's schema says, it runs no code of ours. */
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    if (status == SQLITE_OK && mode != EDUAI_SQLITE_OPEN_READ) {
      status = eduai_add_rows_module(opened);
    }
  }
  *database = (eduai_database *)opened;
  return status;
}

void eduai_database_close(eduai_database *database) { sqlite3_close_v2(db(database)); }

const char *eduai_database_message(eduai_database *database) {
  return sqlite3_errmsg(db(database));
}

int32_t eduai_database_system_error(eduai_database *database) {
  return database ? sqlite3_system_errno(db(database)) : 0;
}

void eduai_database_wait(eduai_database *database, int32_t milliseconds) {
  sqlite3_busy_timeout(db(database), milliseconds);
}

int64_t eduai_database_last_id(eduai_database *database) {
  return sqlite3_last_insert_rowid(db(database));
}

int64_t eduai_database_changes(eduai_database *database) { return sqlite3_changes64(db(database)); }

int32_t eduai_database_is_idle(eduai_database *database) {
  return sqlite3_get_autocommit(db(database));
}

int32_t eduai_statement_prepare(eduai_database *database, const uint8_t *sql, int32_t count,
                                int32_t is_kept, eduai_statement **statement, int32_t *used) {
  sqlite3_stmt *prepared = NULL;
  const char *tail = NULL;
  int status = sqlite3_prepare_v3(db(database), (const char *)sql, count,
                                  is_kept ? SQLITE_PREPARE_PERSISTENT : 0, &prepared, &tail);
  *statement = (eduai_statement *)prepared;
  *used = tail ? (int32_t)(tail - (const char *)sql) : count;
  return status;
}

void eduai_statement_finalize(eduai_statement *statement) { sqlite3_finalize(stmt(statement)); }

int32_t eduai_statement_bind_null(eduai_statement *statement, int32_t index) {
  return sqlite3_bind_null(stmt(statement), index);
}

int32_t eduai_statement_bind_integer(eduai_statement *statement, int32_t index, int64_t value) {
  return sqlite3_bind_int64(stmt(statement), index, value);
}

int32_t eduai_statement_bind_real(eduai_statement *statement, int32_t index, double value) {
  return sqlite3_bind_double(stmt(statement), index, value);
}

int32_t eduai_statement_bind_text(eduai_statement *statement, int32_t index, const uint8_t *bytes,
                                  size_t count, int32_t is_copied) {
  return sqlite3_bind_text64(stmt(statement), index, bytes ? (const char *)bytes : "", count,
                             is_copied ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8);
}

int32_t eduai_statement_bind_blob(eduai_statement *statement, int32_t index, const uint8_t *bytes,
                                  size_t count, int32_t is_copied) {
  return sqlite3_bind_blob64(stmt(statement), index, bytes ? (const void *)bytes : "", count,
                             is_copied ? SQLITE_TRANSIENT : SQLITE_STATIC);
}

int32_t eduai_statement_step(eduai_statement *statement) { return sqlite3_step(stmt(statement)); }

void eduai_statement_reset(eduai_statement *statement) {
  sqlite3_reset(stmt(statement));
  sqlite3_clear_bindings(stmt(statement));
}

int32_t eduai_statement_columns(eduai_statement *statement) {
  return sqlite3_column_count(stmt(statement));
}

const char *eduai_statement_column_name(eduai_statement *statement, int32_t column) {
  return sqlite3_column_name(stmt(statement), column);
}

int32_t eduai_statement_type(eduai_statement *statement, int32_t column) {
  return sqlite3_column_type(stmt(statement), column);
}

int64_t eduai_statement_integer(eduai_statement *statement, int32_t column) {
  return sqlite3_column_int64(stmt(statement), column);
}

double eduai_statement_real(eduai_statement *statement, int32_t column) {
  return sqlite3_column_double(stmt(statement), column);
}

const uint8_t *eduai_statement_bytes(eduai_statement *statement, int32_t column, size_t *count) {
  const uint8_t *bytes = sqlite3_column_blob(stmt(statement), column);
  *count = (size_t)sqlite3_column_bytes(stmt(statement), column);
  return bytes;
}
