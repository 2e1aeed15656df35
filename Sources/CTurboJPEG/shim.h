#pragma once
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <turbojpeg.h>

#include <jpeglib.h>

#include <jerror.h>

// TurboJPEG tells only the first thing that is wrong with a picture. Where that is bytes between
// its parts, which take nothing from it, libjpeg is asked what else there is.

struct jpeg_check {
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf end;
  const char *reason;
};

static inline void jpeg_check_stop(j_common_ptr info) {
  longjmp(((struct jpeg_check *)info->err)->end, 1);
}

static inline void jpeg_check_warn(j_common_ptr info, int level) {
  if (level < 0 && info->err->msg_code != JWRN_EXTRANEOUS_DATA) jpeg_check_stop(info);
}

// As TurboJPEG does where it is told to limit scans: each of a few bytes may cover all pixels.
static inline void jpeg_check_scans(j_common_ptr info) {
  if (((j_decompress_ptr)info)->input_scan_number <= 500) return;
  ((struct jpeg_check *)info->err)->reason = "has more than 500 scans";
  jpeg_check_stop(info);
}

// Decodes a picture to nowhere. 0, or 1 with a message of at most JMSG_LENGTH_MAX bytes.
static inline int jpeg_check(const unsigned char *bytes, unsigned long count, char *message) {
  struct jpeg_decompress_struct info;
  struct jpeg_check check;
  info.err = jpeg_std_error(&check.errors);
  check.errors.error_exit = jpeg_check_stop;
  check.errors.emit_message = jpeg_check_warn;
  check.progress.progress_monitor = jpeg_check_scans;
  check.reason = NULL;
  if (setjmp(check.end)) {
    if (check.reason) strcpy(message, check.reason);
    else check.errors.format_message((j_common_ptr)&info, message);
    jpeg_destroy_decompress(&info);
    return 1;
  }
  jpeg_create_decompress(&info);
  info.progress = &check.progress;
  jpeg_mem_src(&info, bytes, count);
  jpeg_read_header(&info, TRUE);
  info.scale_denom = 8;
  jpeg_start_decompress(&info);
  JSAMPARRAY row = info.mem->alloc_sarray(
      (j_common_ptr)&info, JPOOL_IMAGE, info.output_width * info.output_components, 1);
  while (info.output_scanline < info.output_height) jpeg_read_scanlines(&info, row, 1);
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return 0;
}
