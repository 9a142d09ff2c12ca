#include "CZlib.h"
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

const char *eduai_zlib_version(void) { return zlibVersion(); }

struct eduai_gunzip {
  z_stream z;
  int ended;
};

eduai_gunzip *eduai_gunzip_open(void) {
  eduai_gunzip *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  /* 16 on top of the window bits asks for the gzip format alone. */
  if (inflateInit2(&stream->z, 15 + 16) == Z_OK) return stream;
  free(stream);
  return NULL;
}

void eduai_gunzip_close(eduai_gunzip *stream) {
  if (!stream) return;
  inflateEnd(&stream->z);
  free(stream);
}

int32_t eduai_gunzip_step(eduai_gunzip *stream, const uint8_t *input, size_t count,
                          size_t *consumed, uint8_t *output, size_t capacity, size_t *written) {
  z_stream *z = &stream->z;
  if (stream->ended) {
    if (inflateReset(z) != Z_OK) return EDUAI_GUNZIP_BROKEN;
    stream->ended = 0;
  }
  size_t in = count - *consumed, out = capacity - *written;
  uInt in_step = in > INT_MAX ? INT_MAX : (uInt)in;
  uInt out_step = out > INT_MAX ? INT_MAX : (uInt)out;
  z->next_in = (Bytef *)(input + *consumed);
  z->avail_in = in_step;
  z->next_out = output + *written;
  z->avail_out = out_step;
  int status = inflate(z, Z_NO_FLUSH);
  *consumed += in_step - z->avail_in;
  *written += out_step - z->avail_out;
  if (status == Z_STREAM_END) {
    stream->ended = 1;
    return EDUAI_GUNZIP_MEMBER;
  }
  return status == Z_OK || status == Z_BUF_ERROR ? EDUAI_GUNZIP_MORE : EDUAI_GUNZIP_BROKEN;
}
