#define _GNU_SOURCE
#include "CXLSX.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include "ZipSizes.h"

/* Formats of dates: with minutes or seconds and one of the world's time zones. */
enum { MAXIMUM_FORMATS = 256 };

typedef struct {
  lxw_worksheet *sheet;
  int32_t columns;
  uint32_t rows;
  /* Bytes of the rows when the workbook was finished. */
  int64_t bytes;
} sheet_state;

struct eduai_xlsx {
  lxw_workbook *workbook;
  lxw_format *header, *whole;
  struct {
    char *text;
    lxw_format *format;
  } dates[MAXIMUM_FORMATS];
  int date_count;
  sheet_state *sheets;
  int32_t sheet_count, sheet_capacity;
  /* The anonymous file of the finished workbook, and its folder. */
  int descriptor;
  char *folder;
  int32_t reason;
};

const char *eduai_xlsx_version(void) { return lxw_version(); }

int32_t eduai_xlsx_reason(const eduai_xlsx *book) { return book->reason; }

static int32_t file_failure(eduai_xlsx *book, int reason) {
  book->reason = reason;
  return EDUAI_XLSX_FILE;
}

/* Opens a file without a name; file systems without O_TMPFILE get a name for a moment. */
static int open_anonymous(const char *folder) {
  int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
  char name[4096];
  int length = snprintf(name, sizeof name, "%s/.eduai-XXXXXX", folder);
  if (length < 0 || (size_t)length >= sizeof name) {
    errno = ENAMETOOLONG;
    return -1;
  }
  descriptor = mkostemp(name, O_CLOEXEC);
  if (descriptor >= 0) unlink(name);
  return descriptor;
}

eduai_xlsx *eduai_xlsx_open(const char *folder) {
  eduai_xlsx *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  book->descriptor = open_anonymous(folder);
  book->folder = strdup(folder);
  int reason = errno;
  if (book->descriptor >= 0 && book->folder) {
    char name[64];
    snprintf(name, sizeof name, "/proc/self/fd/%d", book->descriptor);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = book->folder};
    book->workbook = workbook_new_opt(name, &options);
    reason = ENOMEM;
  }
  if (!book->workbook) {
    eduai_xlsx_close(book);
    errno = reason;
    return NULL;
  }
  /* The day that libxlsxwriter gives the parts of the archive: same input, same bytes. */
  lxw_doc_properties properties = {.created = 315532800};
  workbook_set_properties(book->workbook, &properties);
  book->header = workbook_add_format(book->workbook);
  book->whole = workbook_add_format(book->workbook);
  if (!book->header || !book->whole) {
    eduai_xlsx_close(book);
    errno = ENOMEM;
    return NULL;
  }
  format_set_bold(book->header);
  format_set_bottom(book->header, LXW_BORDER_THIN);
  format_set_num_format(book->whole, "#,##0");
  return book;
}

void eduai_xlsx_close(eduai_xlsx *book) {
  if (!book) return;
  if (book->workbook) {
    /* libxlsxwriter closes the files of rows when it assembles the workbook, and only then. */
    for (int32_t i = 0; i < book->sheet_count; i++) {
      lxw_worksheet *sheet = book->sheets[i].sheet;
      if (sheet->optimize_tmpfile) fclose(sheet->optimize_tmpfile);
    }
    lxw_workbook_free(book->workbook);
  }
  for (int i = 0; i < book->date_count; i++) free(book->dates[i].text);
  if (book->descriptor >= 0) close(book->descriptor);
  free(book->sheets);
  free(book->folder);
  free(book);
}

int32_t eduai_xlsx_add_sheet(eduai_xlsx *book, const char *name, int32_t columns,
                             const char *const *headers, const double *widths) {
  if (book->sheet_count == book->sheet_capacity) {
    int32_t capacity = book->sheet_capacity ? 2 * book->sheet_capacity : 8;
    sheet_state *sheets = realloc(book->sheets, (size_t)capacity * sizeof *sheets);
    if (!sheets) return EDUAI_XLSX_MEMORY;
    book->sheets = sheets;
    book->sheet_capacity = capacity;
  }
  errno = 0;
  lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);
  if (!sheet) return errno ? file_failure(book, errno) : EDUAI_XLSX_MEMORY;
  for (int32_t i = 0; i < columns; i++) {
    worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL);
    worksheet_write_string(sheet, 0, (lxw_col_t)i, headers[i], book->header);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  book->sheets[book->sheet_count] = (sheet_state){.sheet = sheet, .columns = columns};
  return book->sheet_count++;
}

/* What libxlsxwriter said of a cell in the row behind `row`s header. */
static int32_t written(sheet_state *sheet, uint32_t row, lxw_error error) {
  if (row >= sheet->rows) sheet->rows = row + 1;
  return error == LXW_NO_ERROR ? EDUAI_XLSX_OK : EDUAI_XLSX_MEMORY;
}

int32_t eduai_xlsx_text(eduai_xlsx *book, int32_t sheet, uint32_t row, int32_t column,
                        const char *text) {
  sheet_state *state = &book->sheets[sheet];
  return written(state, row,
                 worksheet_write_string(state->sheet, row + 1, (lxw_col_t)column, text, NULL));
}

int32_t eduai_xlsx_number(eduai_xlsx *book, int32_t sheet, uint32_t row, int32_t column,
                          double value, int32_t style) {
  sheet_state *state = &book->sheets[sheet];
  lxw_format *format = style == EDUAI_XLSX_WHOLE ? book->whole : NULL;
  return written(state, row,
                 worksheet_write_number(state->sheet, row + 1, (lxw_col_t)column, value, format));
}

/* The format of dates that is written so; NULL where there are too many or memory is short. */
static lxw_format *date_format(eduai_xlsx *book, const char *text) {
  for (int i = 0; i < book->date_count; i++) {
    if (strcmp(book->dates[i].text, text) == 0) return book->dates[i].format;
  }
  if (book->date_count == MAXIMUM_FORMATS) return NULL;
  lxw_format *format = workbook_add_format(book->workbook);
  char *copy = strdup(text);
  if (!format || !copy) {
    free(copy);
    return NULL;
  }
  format_set_num_format(format, text);
  book->dates[book->date_count].text = copy;
  book->dates[book->date_count++].format = format;
  return format;
}

int32_t eduai_xlsx_date(eduai_xlsx *book, int32_t sheet, uint32_t row, int32_t column, int32_t year,
                        int32_t month, int32_t day, int32_t hour, int32_t minute, int32_t second,
                        const char *text) {
  /* Excel counts a 29th of February 1900, LibreOffice does not: earlier days differ. */
  if (year < 1901 || year > 9999) return EDUAI_XLSX_NOT_A_DAY;
  struct tm given = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day,
                     .tm_hour = hour, .tm_min = minute, .tm_sec = second};
  struct tm real = given;
  timegm(&real);
  if (real.tm_year != given.tm_year || real.tm_mon != given.tm_mon ||
      real.tm_mday != given.tm_mday || real.tm_hour != given.tm_hour ||
      real.tm_min != given.tm_min || real.tm_sec != given.tm_sec)
    return EDUAI_XLSX_NOT_A_DAY;
  lxw_format *format = date_format(book, text);
  if (!format) return EDUAI_XLSX_NOT_A_DAY;
  lxw_datetime when = {year, month, day, hour, minute, second};
  sheet_state *state = &book->sheets[sheet];
  return written(
      state, row,
      worksheet_write_datetime(state->sheet, row + 1, (lxw_col_t)column, &when, format));
}

/* Sets the filters, and sees that the rows, whose writing libxlsxwriter does not check, have
 * reached their file and that the room to assemble them is there. */
static int32_t prepare(eduai_xlsx *book) {
  int64_t total = 0, largest = 0;
  for (int32_t i = 0; i < book->sheet_count; i++) {
    sheet_state *state = &book->sheets[i];
    lxw_worksheet *sheet = state->sheet;
    lxw_col_t last = (lxw_col_t)(state->columns > 0 ? state->columns - 1 : 0);
    worksheet_autofilter(sheet, 0, 0, state->rows, last);
    /* Figures in text cells are meant: no green corners. */
    char range[64];
    char corner[32];
    lxw_rowcol_to_cell(corner, state->rows, last);
    snprintf(range, sizeof range, "A1:%s", corner);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
    errno = 0;
    if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile))
      return file_failure(book, errno ? errno : ENOSPC);
    state->bytes = ftello(sheet->optimize_tmpfile);
    total += state->bytes;
    if (state->bytes > largest) largest = state->bytes;
  }
  struct statvfs room;
  if (statvfs(book->folder, &room) == 0) {
    /* A sheet is copied whole and compressed from there, one after the other. */
    double needed = (double)largest + (double)total / 2 + (1 << 20);
    if (needed > (double)room.f_bavail * (double)room.f_frsize) return file_failure(book, ENOSPC);
  }
  /* The archive's plain form ends at 4 GiB; not every application reads the other. */
  if (total > 3900000000) book->workbook->options.use_zip64 = LXW_TRUE;
  return EDUAI_XLSX_OK;
}

int32_t eduai_xlsx_finish(eduai_xlsx *book) {
  int32_t status = prepare(book);
  if (status != EDUAI_XLSX_OK) return status;
  errno = 0;
  /* Frees the workbook, also on failure. */
  lxw_error error = workbook_close(book->workbook);
  int reason = errno;
  book->workbook = NULL;
  if (error != LXW_NO_ERROR)
    return error == LXW_ERROR_MEMORY_MALLOC_FAILED ? EDUAI_XLSX_MEMORY
                                                   : file_failure(book, reason ? reason : EIO);
  /* Copying the rows into their sheets is not checked by libxlsxwriter either. */
  for (int32_t i = 0; i < book->sheet_count; i++) {
    char name[64];
    snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", i + 1);
    if (eduai_zip_uncompressed_size(book->descriptor, name) <= book->sheets[i].bytes)
      return file_failure(book, ENOSPC);
  }
  return lseek(book->descriptor, 0, SEEK_SET) == 0 ? EDUAI_XLSX_OK : file_failure(book, errno);
}

int64_t eduai_xlsx_read(eduai_xlsx *book, uint8_t *bytes, size_t capacity) {
  ssize_t count;
  do count = read(book->descriptor, bytes, capacity);
  while (count < 0 && errno == EINTR);
  return count < 0 ? file_failure(book, errno) : count;
}
