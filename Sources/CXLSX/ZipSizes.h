/* Looks into the directory of a zip archive. */
#ifndef EDUAI_ZIP_SIZES_H
#define EDUAI_ZIP_SIZES_H
#include <stdint.h>

/* The uncompressed size of an entry as the archive's central directory names it; -1 where the
 * archive has no such entry or is broken. Sizes that need ZIP64 are INT64_MAX. */
int64_t eduai_zip_uncompressed_size(int descriptor, const char *name);
#endif
