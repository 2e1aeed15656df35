#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// The functions are macros over the width of a character, which Swift can't see.
static inline pcre2_code *pcre2_8_compile(
    const unsigned char *pattern, size_t length, unsigned int options, int *error, size_t *offset) {
  return pcre2_compile(pattern, length, options, error, offset, 0);
}
static inline void pcre2_8_jit(pcre2_code *code) { pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); }
static inline int pcre2_8_match(
    const pcre2_code *code, const unsigned char *subject, size_t length, pcre2_match_data *data,
    pcre2_match_context *context) {
  return pcre2_match(code, subject, length, 0, PCRE2_NO_UTF_CHECK, data, context);
}
static inline pcre2_match_data *pcre2_8_match_data(void) { return pcre2_match_data_create(1, 0); }
static inline pcre2_match_context *pcre2_8_match_context(void) {
  return pcre2_match_context_create(0);
}
static inline void pcre2_8_limits(
    pcre2_match_context *context, unsigned int match, unsigned int depth, unsigned int heap) {
  pcre2_set_match_limit(context, match);
  pcre2_set_depth_limit(context, depth);
  pcre2_set_heap_limit(context, heap);
}
static inline void pcre2_8_free(
    pcre2_code *code, pcre2_match_data *data, pcre2_match_context *context) {
  pcre2_match_context_free(context);
  pcre2_match_data_free(data);
  pcre2_code_free(code);
}
static inline int pcre2_8_message(int error, unsigned char *buffer, size_t size) {
  return pcre2_get_error_message(error, buffer, size);
}
