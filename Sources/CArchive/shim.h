#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <sys/types.h>

// `AE_IFREG` is a macro with a cast, which Swift can't see.
static inline int archive_entry_is_regular_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG;
}

static inline void archive_entry_set_regular_file(struct archive_entry *entry) {
  archive_entry_set_filetype(entry, AE_IFREG);
}

// Linux's tee(2), which is behind _GNU_SOURCE and so not in Swift's Glibc.
ssize_t tee(int input, int output, size_t count, unsigned int flags);
