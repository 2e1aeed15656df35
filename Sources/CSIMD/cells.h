#pragma once
#include "shim.h"

// What stands where in 64 bytes of a delimited table, one bit a byte, lowest bit first; see
// shim.h for why this is C.

typedef struct {
  uint64_t separator;   // between cells, and at a row's end
  uint64_t terminator;  // at a row's end
  uint64_t enclosure;   // around a cell
  uint64_t special;     // all that JSON escapes, all that is not ASCII, and the enclosure
} cell_masks;

#if defined(__SSE2__)

// The 64 bytes at `bytes`, all readable.
static inline cell_masks cells_look(const uint8_t *bytes, uint8_t delimiter, uint8_t terminator,
                                    uint8_t enclosure) {
  __m128i v[4], odd[4];
  for (int i = 0; i < 4; i++) {
    v[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v[i], _mm_set1_epi8(0x1F)), v[i]);
    __m128i quote = _mm_cmpeq_epi8(v[i], _mm_set1_epi8('"'));
    __m128i backslash = _mm_cmpeq_epi8(v[i], _mm_set1_epi8('\\'));
    // The highest bit of a byte is all that is gathered; that of a wide one is set already.
    odd[i] = _mm_or_si128(_mm_or_si128(v[i], low), _mm_or_si128(quote, backslash));
  }
  cell_masks masks;
  masks.terminator = json_equal(v, (char)terminator);
  masks.separator = masks.terminator | json_equal(v, (char)delimiter);
  masks.enclosure = json_equal(v, (char)enclosure);
  masks.special =
      (json_gather(odd[0], odd[1], odd[2], odd[3]) | masks.enclosure) & ~masks.separator;
  return masks;
}

#else

static inline cell_masks cells_look(const uint8_t *bytes, uint8_t delimiter, uint8_t terminator,
                                    uint8_t enclosure) {
  cell_masks masks = {0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = (uint64_t)1 << i;
    uint8_t byte = bytes[i];
    if (byte == terminator) masks.terminator |= bit;
    if (byte == terminator || byte == delimiter) masks.separator |= bit;
    else if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\' || byte == enclosure)
      masks.special |= bit;
    if (byte == enclosure) masks.enclosure |= bit;
  }
  return masks;
}

#endif
