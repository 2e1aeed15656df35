#pragma once
#include "shim.h"

// What the bytes of UTF-8 are in 64 bytes, one bit a byte, lowest bit first: RFC 3629 section 4.

typedef struct {
  uint64_t continuation;  // 80..BF
  uint64_t from90;        // 90 and above
  uint64_t fromA0;        // A0 and above
  uint64_t lead2;         // C2..DF, before one continuation
  uint64_t lead3;         // E0..EF, before two
  uint64_t lead4;         // F0..F4, before three
  uint64_t never;         // C0, C1, F5..FF
  uint64_t e0, ed, f0, f4;
} utf8_masks;

#if defined(__SSE2__)

static inline uint64_t utf8_from(const __m128i v[4], uint8_t least) {
  __m128i k = _mm_set1_epi8((char)least);
  return json_gather(_mm_cmpeq_epi8(_mm_max_epu8(v[0], k), v[0]),
                     _mm_cmpeq_epi8(_mm_max_epu8(v[1], k), v[1]),
                     _mm_cmpeq_epi8(_mm_max_epu8(v[2], k), v[2]),
                     _mm_cmpeq_epi8(_mm_max_epu8(v[3], k), v[3]));
}

// The 64 bytes at `bytes`, all readable.
static inline utf8_masks utf8_look(const uint8_t *bytes) {
  __m128i v[4];
  for (int i = 0; i < 4; i++) v[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
  uint64_t from80 = json_gather(v[0], v[1], v[2], v[3]);
  uint64_t fromC0 = utf8_from(v, 0xC0), fromC2 = utf8_from(v, 0xC2);
  uint64_t fromE0 = utf8_from(v, 0xE0), fromF0 = utf8_from(v, 0xF0);
  uint64_t fromF5 = utf8_from(v, 0xF5);
  utf8_masks masks = {
      .continuation = from80 & ~fromC0,
      .from90 = utf8_from(v, 0x90),
      .fromA0 = utf8_from(v, 0xA0),
      .lead2 = fromC2 & ~fromE0,
      .lead3 = fromE0 & ~fromF0,
      .lead4 = fromF0 & ~fromF5,
      .never = (fromC0 & ~fromC2) | fromF5,
      .e0 = json_equal(v, (char)0xE0),
      .ed = json_equal(v, (char)0xED),
      .f0 = json_equal(v, (char)0xF0),
      .f4 = json_equal(v, (char)0xF4),
  };
  return masks;
}

#else

static inline utf8_masks utf8_look(const uint8_t *bytes) {
  utf8_masks masks = {0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = (uint64_t)1 << i;
    uint8_t byte = bytes[i];
    if (byte >= 0x80 && byte < 0xC0) masks.continuation |= bit;
    if (byte >= 0x90) masks.from90 |= bit;
    if (byte >= 0xA0) masks.fromA0 |= bit;
    if (byte >= 0xC2 && byte < 0xE0) masks.lead2 |= bit;
    if (byte >= 0xE0 && byte < 0xF0) masks.lead3 |= bit;
    if (byte >= 0xF0 && byte < 0xF5) masks.lead4 |= bit;
    if (byte == 0xC0 || byte == 0xC1 || byte >= 0xF5) masks.never |= bit;
    if (byte == 0xE0) masks.e0 |= bit;
    if (byte == 0xED) masks.ed |= bit;
    if (byte == 0xF0) masks.f0 |= bit;
    if (byte == 0xF4) masks.f4 |= bit;
  }
  return masks;
}

#endif
