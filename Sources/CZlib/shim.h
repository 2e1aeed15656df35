#pragma once
#include <zlib.h>

// `inflateInit2` and `deflateInit2` are macros, which Swift can't see.
// 16 + MAX_WBITS: the gzip format (zlib.h, "deflateInit2").

static inline int gzip_inflate_init(z_stream *stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}

static inline int gzip_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
