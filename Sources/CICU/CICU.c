#include "CICU.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uvernum.h>

const char *eduai_icu_version(void) { return U_ICU_VERSION; }

void eduai_sentence_classes(uint32_t first, int32_t count, uint8_t *classes) {
  for (int32_t i = 0; i < count; i++)
    classes[i] = (uint8_t)u_getIntPropertyValue((UChar32)first + i, UCHAR_SENTENCE_BREAK);
}

/* A breaker is ICU's own object under an opaque name. */
static eduai_breaker *open_breaker(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it = ubrk_open(type, "zh", NULL, 0, &status);
  return U_SUCCESS(status) ? (eduai_breaker *)it : NULL;
}

eduai_breaker *eduai_breaker_open_sentences(void) { return open_breaker(UBRK_SENTENCE); }
eduai_breaker *eduai_breaker_open_words(void) { return open_breaker(UBRK_WORD); }

void eduai_breaker_close(eduai_breaker *breaker) {
  if (breaker) ubrk_close((UBreakIterator *)breaker);
}

int32_t eduai_breaker_all(eduai_breaker *breaker, const uint16_t *text, int32_t count,
                          int32_t *boundaries, int32_t *statuses, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it = (UBreakIterator *)breaker;
  if (!it) return -1;
  ubrk_setText(it, (const UChar *)text, count, &status);
  if (U_FAILURE(status)) return -1;
  int32_t found = 0;
  ubrk_first(it);
  for (int32_t at = ubrk_next(it); at != UBRK_DONE; at = ubrk_next(it)) {
    if (found < capacity) {
      boundaries[found] = at;
      if (statuses) statuses[found] = ubrk_getRuleStatus(it);
    }
    found++;
  }
  return found;
}

int32_t eduai_detect_charsets(const uint8_t *bytes, int32_t count, const char **names,
                              int32_t *confidences, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return -1;
  int32_t found = 0;
  ucsdet_setText(detector, (const char *)bytes, count, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  if (U_FAILURE(status)) found = -1;
  if (found > capacity) found = capacity;
  for (int32_t i = 0; i < found; i++) {
    /* ICU's names are constants of its own, not of the detector. */
    names[i] = ucsdet_getName(matches[i], &status);
    confidences[i] = ucsdet_getConfidence(matches[i], &status);
  }
  ucsdet_close(detector);
  return found;
}

struct eduai_converter {
  UConverter *icu;
  int64_t undecodable;
};

/* ICU's own substitution writes U+001A for some charsets; this one always writes U+FFFD. */
static void replace(const void *context, UConverterToUnicodeArgs *args, const char *units,
                    int32_t length, UConverterCallbackReason reason, UErrorCode *status) {
  (void)units;
  (void)length;
  if (reason > UCNV_IRREGULAR) return;
  static const UChar replacement = 0xFFFD;
  ((eduai_converter *)context)->undecodable++;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

eduai_converter *eduai_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *icu = ucnv_open(name, &status);
  if (U_FAILURE(status)) return NULL;
  eduai_converter *converter = calloc(1, sizeof *converter);
  if (!converter) {
    ucnv_close(icu);
    return NULL;
  }
  converter->icu = icu;
  ucnv_setToUCallBack(icu, replace, converter, NULL, NULL, &status);
  if (U_SUCCESS(status)) return converter;
  eduai_converter_close(converter);
  return NULL;
}

void eduai_converter_close(eduai_converter *converter) {
  if (!converter) return;
  ucnv_close(converter->icu);
  free(converter);
}

const char *eduai_converter_name(const eduai_converter *converter) {
  UErrorCode status = U_ZERO_ERROR;
  const char *own = ucnv_getName(converter->icu, &status);
  if (U_FAILURE(status)) return "";
  const char *iana = ucnv_getStandardName(own, "MIME", &status);
  if (U_FAILURE(status) || !iana) {
    status = U_ZERO_ERROR;
    iana = ucnv_getStandardName(own, "IANA", &status);
  }
  return U_SUCCESS(status) && iana ? iana : own;
}

int32_t eduai_converter_step(eduai_converter *converter, const uint8_t *bytes, int64_t count,
                             int64_t *consumed, int32_t flush, uint16_t *output,
                             int32_t capacity, int64_t *undecodable, int32_t *finished) {
  UErrorCode status = U_ZERO_ERROR;
  const char *source = (const char *)bytes + *consumed;
  UChar *target = (UChar *)output;
  ucnv_toUnicode(converter->icu, &target, target + capacity, &source,
                 (const char *)bytes + count, NULL, flush != 0, &status);
  *consumed = source - (const char *)bytes;
  *undecodable += converter->undecodable;
  converter->undecodable = 0;
  *finished = status != U_BUFFER_OVERFLOW_ERROR;
  if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return -1;
  return (int32_t)(target - (UChar *)output);
}

int32_t eduai_nfkc(const uint16_t *text, int32_t count, uint16_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t length =
      unorm2_normalize(nfkc, (const UChar *)text, count, (UChar *)output, capacity, &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}
