// The yardstick: reads UTF-8 files, finds their word boundaries with ICU, and does nothing else.
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

int main(int argc, char **argv) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE(status)) return 1;
  long boundaries = 0;
  for (int i = 1; i < argc; i++) {
    FILE *file = fopen(argv[i], "rb");
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc(size + 1);
    UChar *units = malloc((size + 1) * sizeof(UChar));
    int32_t count = 0;
    if (!bytes || !units || fread(bytes, 1, size, file) != (size_t)size) return 1;
    u_strFromUTF8WithSub(units, size + 1, &count, bytes, size, 0xFFFD, NULL, &status);
    ubrk_setText(words, units, count, &status);
    if (U_FAILURE(status)) return 1;
    while (ubrk_next(words) != UBRK_DONE) boundaries++;
    free(units);
    free(bytes);
    fclose(file);
  }
  ubrk_close(words);
  printf("%ld boundaries\n", boundaries);
  return 0;
}
