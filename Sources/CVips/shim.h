#pragma once
#include <stddef.h>

// libvips, as far as it is used here. Its own headers need those of GLib, for which pkg-config
// names flags that Swift's package manager refuses; the functions and numbers below are part of
// its stable interface (libvips.so.42): https://www.libvips.org/API/current/.

typedef struct _VipsImage VipsImage;

enum {
  VIPS_INTERPRETATION_B_W = 1,
  VIPS_INTERPRETATION_CMYK = 15,
  VIPS_INTERPRETATION_sRGB = 22,
  VIPS_FORMAT_UCHAR = 0,
  VIPS_FORMAT_USHORT = 2,
  VIPS_SIZE_DOWN = 2,
  VIPS_SIZE_FORCE = 3,
  VIPS_FAIL_ON_TRUNCATED = 1,
};

int vips_init(const char *name);
const char *vips_guess_prefix(const char *name, const char *variable);
void vips_concurrency_set(int threads);
void vips_cache_set_max(int operations);
void vips_block_untrusted_set(int blocked);
void vips_error_clear(void);

int vips_image_get_width(const VipsImage *image);
int vips_image_get_height(const VipsImage *image);
int vips_image_get_bands(const VipsImage *image);
int vips_image_get_format(const VipsImage *image);
int vips_image_get_interpretation(const VipsImage *image);
int vips_image_hasalpha(VipsImage *image);
int vips_image_get_orientation_swap(VipsImage *image);
size_t vips_image_get_typeof(const VipsImage *image, const char *name);
int vips_image_get_blob(
    const VipsImage *image, const char *name, const void **bytes, size_t *count);
void *vips_image_write_to_memory(VipsImage *image, size_t *count);
VipsImage *vips_image_new_from_memory(
    const void *pixels, size_t count, int width, int height, int bands, int format);
VipsImage *vips_image_new_from_buffer(
    const void *bytes, size_t count, const char *options, ...);
int vips_image_decode(VipsImage *in, VipsImage **out);

int vips_thumbnail_buffer(void *bytes, size_t count, VipsImage **out, int width, ...);
int vips_thumbnail_image(VipsImage *in, VipsImage **out, int width, ...);
int vips_icc_transform(VipsImage *in, VipsImage **out, const char *profile, ...);
int vips_autorot(VipsImage *in, VipsImage **out, ...);
int vips_flatten(VipsImage *in, VipsImage **out, ...);
int vips_colourspace(VipsImage *in, VipsImage **out, int space, ...);
int vips_extract_band(VipsImage *in, VipsImage **out, int band, ...);
int vips_min(VipsImage *in, double *out, ...);
int vips_avg(VipsImage *in, double *out, ...);
int vips_cast(VipsImage *in, VipsImage **out, int format, ...);
int vips_jpegsave_buffer(VipsImage *in, void **bytes, size_t *count, ...);
int vips_webpsave_buffer(VipsImage *in, void **bytes, size_t *count, ...);
int vips_pngsave_buffer(VipsImage *in, void **bytes, size_t *count, ...);

void *vips_array_double_newv(int count, ...);
void vips_area_unref(void *area);
void g_free(void *memory);
void g_object_unref(void *object);

// The operations take their options as variadic arguments, which Swift can't call: one function
// for each way in which they are called. All return 0, or -1 with a message that all threads
// share.

// What breaks off before its end is no picture.
#define VIPS_PICTURE_OPTIONS "[fail_on=truncated]"

// The bytes must live as long as the image. Packed pixels, as in a Lab TIFF, are unpacked: few
// operations take them.
static inline VipsImage *vips_picture_open(const void *bytes, size_t count) {
  VipsImage *packed = vips_image_new_from_buffer(bytes, count, VIPS_PICTURE_OPTIONS, NULL);
  if (!packed) return NULL;
  VipsImage *out = NULL;
  int code = vips_image_decode(packed, &out);
  g_object_unref(packed);
  return code ? NULL : out;
}

// Upright, in exactly so many pixels, or no larger where `exact` is 0.
static inline int vips_picture_thumbnail(
    const void *bytes, size_t count, int width, int height, int exact, VipsImage **out) {
  return vips_thumbnail_buffer(
      (void *)bytes, count, out, width, "height", height, "size",
      exact ? VIPS_SIZE_FORCE : VIPS_SIZE_DOWN, "option_string", VIPS_PICTURE_OPTIONS,
      "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
}

// The same, row after row from the first, so that few are in memory.
static inline VipsImage *vips_picture_stream(const void *bytes, size_t count) {
  return vips_image_new_from_buffer(bytes, count, "[fail_on=truncated,access=sequential]", NULL);
}

// Upright, in exactly so many pixels, with the colours of sRGB by the profile of the picture.
static inline int vips_picture_managed(
    const void *bytes, size_t count, int width, int height, VipsImage **out) {
  return vips_thumbnail_buffer(
      (void *)bytes, count, out, width, "height", height, "size", VIPS_SIZE_FORCE,
      "export_profile", "srgb", "option_string", VIPS_PICTURE_OPTIONS, "fail_on",
      VIPS_FAIL_ON_TRUNCATED, NULL);
}

static inline int vips_picture_resized(VipsImage *in, int width, int height, VipsImage **out) {
  return vips_thumbnail_image(
      in, out, width, "height", height, "size", VIPS_SIZE_FORCE, NULL);
}

// From the colours of print, by the profile of the picture or that which libvips has for them.
static inline int vips_picture_unprinted(VipsImage *in, VipsImage **out) {
  return vips_icc_transform(in, out, "srgb", "embedded", 1, "input_profile", "cmyk", NULL);
}

static inline int vips_picture_upright(VipsImage *in, VipsImage **out) {
  return vips_autorot(in, out, NULL);
}

// Of a picture of bytes; what shines through becomes white.
static inline int vips_picture_flatten(VipsImage *in, VipsImage **out) {
  void *background = vips_array_double_newv(1, 255.0);
  int code = vips_flatten(in, out, "background", background, NULL);
  vips_area_unref(background);
  return code;
}

// The samples of so many bands, from `first` on.
static inline int vips_picture_bands(VipsImage *in, int first, int count, VipsImage **out) {
  return vips_extract_band(in, out, first, "n", count, NULL);
}

static inline int vips_picture_least(VipsImage *in, double *out) {
  return vips_min(in, out, NULL);
}

static inline int vips_picture_mean(VipsImage *in, double *out) {
  return vips_avg(in, out, NULL);
}

static inline int vips_picture_to(VipsImage *in, int space, VipsImage **out) {
  return vips_colourspace(in, out, space, NULL);
}

static inline int vips_picture_bytes(VipsImage *in, VipsImage **out) {
  return vips_cast(in, out, VIPS_FORMAT_UCHAR, NULL);
}

// The memory is given back with g_free.
static inline int vips_picture_jpeg(VipsImage *in, int quality, void **bytes, size_t *count) {
  return vips_jpegsave_buffer(in, bytes, count, "Q", quality, "strip", 1, NULL);
}

static inline int vips_picture_webp(VipsImage *in, int quality, void **bytes, size_t *count) {
  return vips_webpsave_buffer(in, bytes, count, "Q", quality, "strip", 1, NULL);
}

static inline int vips_picture_png(VipsImage *in, void **bytes, size_t *count) {
  return vips_pngsave_buffer(in, bytes, count, "strip", 1, NULL);
}

static inline void vips_picture_release(VipsImage *image) { g_object_unref(image); }
