#include "ZipSizes.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* PKWARE APPNOTE 6.3, sections 4.3.12 (central directory) and 4.3.16 (its end). */
enum { END_SIZE = 22, ENTRY_SIZE = 46 };

static uint32_t little(const uint8_t *bytes, int count) {
  uint32_t value = 0;
  for (int i = count - 1; i >= 0; i--) value = value << 8 | bytes[i];
  return value;
}

/* The size of the entry `name` in a directory of `count` bytes. */
static int64_t size_in(const uint8_t *directory, size_t count, const char *name) {
  size_t length = strlen(name), at = 0;
  while (count - at >= ENTRY_SIZE && little(directory + at, 4) == 0x02014B50) {
    const uint8_t *entry = directory + at;
    size_t name_length = little(entry + 28, 2);
    size_t step = ENTRY_SIZE + name_length + little(entry + 30, 2) + little(entry + 32, 2);
    if (step > count - at) return -1;
    if (name_length == length && memcmp(entry + ENTRY_SIZE, name, length) == 0) {
      uint32_t size = little(entry + 24, 4);
      return size == UINT32_MAX ? INT64_MAX : (int64_t)size;
    }
    at += step;
  }
  return -1;
}

int64_t eduai_zip_uncompressed_size(int descriptor, const char *name) {
  uint8_t end[END_SIZE];
  /* The archives looked at carry no comment: the end is the last thing in them. */
  off_t size = lseek(descriptor, 0, SEEK_END);
  if (size < END_SIZE || pread(descriptor, end, END_SIZE, size - END_SIZE) != END_SIZE) return -1;
  if (little(end, 4) != 0x06054B50) return -1;
  uint32_t count = little(end + 12, 4), start = little(end + 16, 4);
  /* Beyond 4 GiB the directory starts where only its ZIP64 form tells. */
  if (start == UINT32_MAX) return INT64_MAX;
  if ((int64_t)start + count > size) return -1;
  uint8_t *directory = malloc(count ? count : 1);
  if (!directory) return -1;
  int64_t found = -1;
  if (pread(descriptor, directory, count, start) == (ssize_t)count)
    found = size_in(directory, count, name);
  free(directory);
  return found;
}
