/* Opaque shim over ICU: no ICU header is visible here, because ICU's function names carry its
   version through macros, which Swift cannot see, and Foundation brings clashing ICU headers.
   Every call works on a whole buffer. Negative results are errors. */
#ifndef EDUAI_CICU_H
#define EDUAI_CICU_H
#include <stdint.h>

/* The version of the linked ICU, for example "72.1". */
const char *eduai_icu_version(void);

/* Writes the property Sentence_Break of so many scalars from `first` on, as ICU numbers its values. */
void eduai_sentence_classes(uint32_t first, int32_t count, uint8_t *classes);

/* Boundaries. A breaker is not thread-safe; NULL if ICU's data lacks the rules. */
typedef struct eduai_breaker eduai_breaker;
eduai_breaker *eduai_breaker_open_sentences(void);
eduai_breaker *eduai_breaker_open_words(void);
void eduai_breaker_close(eduai_breaker *breaker);
/* Writes the boundaries of text after 0, in order, the last being count, and returns how many
   there are; writes at most capacity. In `statuses`, if not NULL, goes ICU's rule status of each
   (for words: 0..99 no word, 100.. number, 200.. letters, 400.. ideographs). -1 on failure. */
int32_t eduai_breaker_all(eduai_breaker *breaker, const uint16_t *text, int32_t count,
                          int32_t *boundaries, int32_t *statuses, int32_t capacity);

/* Charset detection. Writes the names of up to capacity candidates, best first, and their
   confidence 0..100; names live as long as the process. Returns how many, -1 on failure. */
int32_t eduai_detect_charsets(const uint8_t *bytes, int32_t count, const char **names,
                              int32_t *confidences, int32_t capacity);

/* Conversion to UTF-16. A converter is not thread-safe; NULL if ICU knows no such charset. */
typedef struct eduai_converter eduai_converter;
eduai_converter *eduai_converter_open(const char *name);
void eduai_converter_close(eduai_converter *converter);
/* The charset's IANA name, else ICU's own; lives as long as the process. */
const char *eduai_converter_name(const eduai_converter *converter);
/* Converts from bytes[*consumed] on into output until either is used up; `flush` says that no
   bytes follow. Adds to *undecodable one for each sequence replaced by U+FFFD. Returns the units
   written, -1 on failure; *finished is set once everything is out. */
int32_t eduai_converter_step(eduai_converter *converter, const uint8_t *bytes, int64_t count,
                             int64_t *consumed, int32_t flush, uint16_t *output,
                             int32_t capacity, int64_t *undecodable, int32_t *finished);

/* Normalisation form NFKC. Writes at most capacity units and returns how many there are; more than
   capacity means that nothing useful was written. -1 on failure. */
int32_t eduai_nfkc(const uint16_t *text, int32_t count, uint16_t *output, int32_t capacity);
#endif
