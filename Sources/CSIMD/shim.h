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
  uint64_t inside;     // the parity of the quotes so far: see bits_prefix_parity
} json_masks;

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
  masks.inside = bits_prefix_parity(masks.quote);
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
  masks.inside = bits_prefix_parity(masks.quote);
  return masks;
}

#endif

// The masks of as many blocks of 64 bytes, all readable: by the widest registers that this
// processor has, which pays for one call a line but not for one a block.

#if defined(__x86_64__)
#include <immintrin.h>

// A product without carries by a word of ones is the parity.
__attribute__((target("pclmul"))) static inline uint64_t bits_prefix_parity_clmul(uint64_t bits) {
  __m128i ones = _mm_set1_epi8((char)0xFF);
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), ones, 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

__attribute__((target("avx512bw,pclmul"))) static void json_look_512(const uint8_t *bytes, int blocks,
                                                              json_masks *masks) {
  for (int i = 0; i < blocks; i++) {
    __m512i v = _mm512_loadu_si512(bytes + 64 * i);
    __m512i folded = _mm512_or_si512(v, _mm512_set1_epi8(0x20));
    masks[i].quote = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"'));
    masks[i].backslash = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\'));
    masks[i].control = _mm512_cmplt_epu8_mask(v, _mm512_set1_epi8(0x20));
    masks[i].colon = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(':'));
    masks[i].comma = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(','));
    masks[i].open = _mm512_cmpeq_epi8_mask(folded, _mm512_set1_epi8('{'));
    masks[i].close = _mm512_cmpeq_epi8_mask(folded, _mm512_set1_epi8('}'));
    masks[i].wide = _mm512_movepi8_mask(v);
    masks[i].inside = bits_prefix_parity_clmul(masks[i].quote);
  }
}

__attribute__((target("avx2"))) static inline uint64_t json_gather_256(__m256i a, __m256i b) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(a) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
}

__attribute__((target("avx2"))) static inline uint64_t json_equal_256(__m256i a, __m256i b,
                                                                      char byte) {
  __m256i wanted = _mm256_set1_epi8(byte);
  return json_gather_256(_mm256_cmpeq_epi8(a, wanted), _mm256_cmpeq_epi8(b, wanted));
}

__attribute__((target("avx2,pclmul"))) static void json_look_256(const uint8_t *bytes, int blocks,
                                                          json_masks *masks) {
  __m256i bit = _mm256_set1_epi8(0x20), least = _mm256_set1_epi8(0x1F);
  for (int i = 0; i < blocks; i++) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(bytes + 64 * i));
    __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 64 * i + 32));
    __m256i x = _mm256_or_si256(a, bit), y = _mm256_or_si256(b, bit);
    masks[i].quote = json_equal_256(a, b, '"');
    masks[i].backslash = json_equal_256(a, b, '\\');
    masks[i].control = json_gather_256(_mm256_cmpeq_epi8(_mm256_min_epu8(a, least), a),
                                       _mm256_cmpeq_epi8(_mm256_min_epu8(b, least), b));
    masks[i].colon = json_equal_256(a, b, ':');
    masks[i].comma = json_equal_256(a, b, ',');
    masks[i].open = json_equal_256(x, y, '{');
    masks[i].close = json_equal_256(x, y, '}');
    masks[i].wide = json_gather_256(a, b);
    masks[i].inside = bits_prefix_parity_clmul(masks[i].quote);
  }
}

static inline int json_has_256(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul");
}

static inline int json_has_512(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("pclmul");
}

static inline void json_look_many(const uint8_t *bytes, int blocks, json_masks *masks) {
  if (json_has_512()) return json_look_512(bytes, blocks, masks);
  if (json_has_256()) return json_look_256(bytes, blocks, masks);
  for (int i = 0; i < blocks; i++) masks[i] = json_look(bytes + 64 * i);
}

#else

static inline void json_look_many(const uint8_t *bytes, int blocks, json_masks *masks) {
  for (int i = 0; i < blocks; i++) masks[i] = json_look(bytes + 64 * i);
}

#endif

