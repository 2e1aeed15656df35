#pragma once
#include <stdint.h>

// What stands where in 64 bytes of JSON, one bit a byte, lowest bit first.
// Swift's SIMD types can compare 16 bytes at a time but can't gather the answers into a
// word (`movemask`), and that word is where the speed comes from.

typedef struct {
  uint64_t quote;      // "
  uint64_t backslash;  // \ .
  uint64_t control;    // below 0x20
  uint64_t colon;      // :
  uint64_t comma;      // ,
  uint64_t open;       // { or [
  uint64_t close;      // } or ]
  uint64_t wide;       // 0x80 and above
} json_masks;

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t json_gather(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline uint64_t json_equal(const __m128i v[4], char byte) {
  __m128i wanted = _mm_set1_epi8(byte);
  return json_gather(_mm_cmpeq_epi8(v[0], wanted), _mm_cmpeq_epi8(v[1], wanted),
                     _mm_cmpeq_epi8(v[2], wanted), _mm_cmpeq_epi8(v[3], wanted));
}

// The 64 bytes at `bytes`, all readable.
static inline json_masks json_look(const uint8_t *bytes) {
  __m128i v[4], folded[4], low[4];
  for (int i = 0; i < 4; i++) {
    v[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    // { and [ differ by one bit, as do } and ].
    folded[i] = _mm_or_si128(v[i], _mm_set1_epi8(0x20));
    low[i] = _mm_cmpeq_epi8(_mm_min_epu8(v[i], _mm_set1_epi8(0x1F)), v[i]);
  }
  json_masks masks = {
      .quote = json_equal(v, '"'),
      .backslash = json_equal(v, '\\'),
      .control = json_gather(low[0], low[1], low[2], low[3]),
      .colon = json_equal(v, ':'),
      .comma = json_equal(v, ','),
      .open = json_equal(folded, '{'),
      .close = json_equal(folded, '}'),
      .wide = json_gather(v[0], v[1], v[2], v[3]),
  };
  return masks;
}

#else

static inline json_masks json_look(const uint8_t *bytes) {
  json_masks masks = {0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = (uint64_t)1 << i;
    uint8_t byte = bytes[i];
    if (byte == '"') masks.quote |= bit;
    if (byte == '\\') masks.backslash |= bit;
    if (byte < 0x20) masks.control |= bit;
    if (byte == ':') masks.colon |= bit;
    if (byte == ',') masks.comma |= bit;
    if ((byte | 0x20) == '{') masks.open |= bit;
    if ((byte | 0x20) == '}') masks.close |= bit;
    if (byte >= 0x80) masks.wide |= bit;
  }
  return masks;
}

#endif

// Each bit becomes the parity of itself and all lower bits: between an opening quote
// (included) and its closing quote (excluded) the bits are set.
static inline uint64_t bits_prefix_parity(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}
