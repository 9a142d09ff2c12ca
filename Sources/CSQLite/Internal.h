/* What the files of the shim know of each other. */
#ifndef EDUAI_CSQLITE_INTERNAL_H
#define EDUAI_CSQLITE_INTERNAL_H
#include <sqlite3.h>

/* Gives a connection the table eduai_rows. */
int eduai_add_rows_module(sqlite3 *database);
#endif
