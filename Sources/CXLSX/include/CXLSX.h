/* Opaque shim over libxlsxwriter: a workbook written row by row in constant memory.
 *
 * Neither the rows nor the finished workbook ever stand under a name: libxlsxwriter unlinks its
 * temporary files when it has opened them, and the workbook goes to an anonymous file of ours. So
 * whatever ends the process leaves nothing behind. */
#ifndef EDUAI_CXLSX_H
#define EDUAI_CXLSX_H
#include <stddef.h>
#include <stdint.h>

/* The version of the linked libxlsxwriter, for example "1.1.4". */
const char *eduai_xlsx_version(void);

/* How a call ended. */
enum {
  EDUAI_XLSX_OK = 0,
  EDUAI_XLSX_MEMORY = -1,   /* memory is short */
  EDUAI_XLSX_FILE = -2,     /* a temporary file failed: eduai_xlsx_reason tells why */
  EDUAI_XLSX_NOT_A_DAY = -3 /* no day of the calendar that workbooks can hold */
};

/* How a number is shown. */
enum {
  EDUAI_XLSX_GENERAL = 0,  /* as the application does it */
  EDUAI_XLSX_WHOLE = 1     /* whole, thousands set off */
};

/* A workbook; its temporary files stand in `folder`. NULL with errno if it cannot be begun. */
typedef struct eduai_xlsx eduai_xlsx;
eduai_xlsx *eduai_xlsx_open(const char *folder);
/* Frees everything; the workbook need not be finished. */
void eduai_xlsx_close(eduai_xlsx *book);
/* The errno behind the last EDUAI_XLSX_FILE; 0 where none is known. */
int32_t eduai_xlsx_reason(const eduai_xlsx *book);

/* Adds a sheet (31 characters of name at most) and gives its number, from 0; negative on failure.
 * Its first row is the header: bold, frozen, with filters; widths are in characters. */
int32_t eduai_xlsx_add_sheet(eduai_xlsx *book, const char *name, int32_t columns,
                             const char *const *headers, const double *widths);

/* Cells. Rows count from 0 below the header; a sheet's rows are written in order. Texts are UTF-8
 * of at most 32,767 characters, never formulas and never links. */
int32_t eduai_xlsx_text(eduai_xlsx *book, int32_t sheet, uint32_t row, int32_t column,
                        const char *text);
int32_t eduai_xlsx_number(eduai_xlsx *book, int32_t sheet, uint32_t row, int32_t column,
                          double value, int32_t style);
/* A day with the time behind it, shown by `format` ("yyyy-mm-dd"). NOT_A_DAY writes nothing, also
 * where a workbook has too many formats already: the caller writes text then. */
int32_t eduai_xlsx_date(eduai_xlsx *book, int32_t sheet, uint32_t row, int32_t column, int32_t year,
                        int32_t month, int32_t day, int32_t hour, int32_t minute, int32_t second,
                        const char *format);

/* Finishes the workbook: its bytes can be read then. Nothing can be added any more. */
int32_t eduai_xlsx_finish(eduai_xlsx *book);
/* Reads on in the finished workbook: the number of bytes, 0 at its end, negative on failure. */
int64_t eduai_xlsx_read(eduai_xlsx *book, uint8_t *bytes, size_t capacity);
#endif
