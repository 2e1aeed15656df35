#!/usr/bin/env python3
"""Go through the rows of an archive and what extends them: read_with_python.py ARCHIVE"""

import sys

from dwca.read import DwCAReader

with DwCAReader(sys.argv[1]) as archive:
    print(sum(len(row.data) + sum(len(media.data) for media in row.extensions) for row in archive))
