/* Opaque shim over zlib: streaming gunzip of one or many members. */
#ifndef EDUAI_CZLIB_H
#define EDUAI_CZLIB_H
#include <stddef.h>
#include <stdint.h>

/* The version of the linked zlib, for example "1.2.13". */
const char *eduai_zlib_version(void);

/* A gzip stream; members that follow each other are read as one. NULL if memory is short. */
typedef struct eduai_gunzip eduai_gunzip;
eduai_gunzip *eduai_gunzip_open(void);
void eduai_gunzip_close(eduai_gunzip *stream);
/* Where a step ended. */
enum {
  EDUAI_GUNZIP_MORE = 0,   /* all input used, or output full: call again */
  EDUAI_GUNZIP_MEMBER = 1, /* a member ended; call again if input is left */
  EDUAI_GUNZIP_BROKEN = -1 /* the data is not gzip or is damaged */
};
/* Inflates from input[*consumed] into output[*written] until either is used up or a member ends. */
int32_t eduai_gunzip_step(eduai_gunzip *stream, const uint8_t *input, size_t count,
                          size_t *consumed, uint8_t *output, size_t capacity, size_t *written);
#endif
