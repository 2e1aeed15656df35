"""The files of records, for filters in Python that look at pictures or make new ones. Needs Pillow."""

import errno
import io
import os
import secrets
import warnings

from PIL import Image, ImageOps

from recordstream import Failed, Stopped

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF")    # for some of the others Pillow runs programs
LARGEST_FILE = 1 << 28
LARGEST_PICTURE = 1 << 27                           # in pixels

Image.MAX_IMAGE_PIXELS = LARGEST_PICTURE
warnings.filterwarnings("ignore", module="PIL")     # what is odd, but can be decoded
warnings.simplefilter("error", Image.DecompressionBombWarning)


def regular(path):
    """Where a path of a record leads: to a regular file below the working directory, or it is refused."""
    try:
        real = os.path.realpath(path)
        is_file = os.path.isfile(real)
    except (TypeError, ValueError) as error:
        raise Failed("unreadable", "is no path") from error
    if not real.startswith(os.path.join(os.path.realpath("."), "")):
        raise Failed("unreadable", "lies outside of the working directory")
    if not is_file:
        raise Failed("unreadable", "is no regular file")
    return real


def contents(path):
    """The bytes of a regular file."""
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Failed("unreadable", error.strerror) from error
    if len(data) > LARGEST_FILE:
        raise Failed("unreadable", f"has more than {LARGEST_FILE} bytes")
    return data


def upright(data):
    """The picture as a model wants it, in red, green and blue; kept is its colour profile, and nothing else."""
    try:
        image = ImageOps.exif_transpose(Image.open(io.BytesIO(data), formats=FORMATS))
        picture = coloured(image)
    except Image.UnidentifiedImageError as error:
        raise Failed("undecodable", "is no picture of a known format") from error
    except Exception as error:      # of what is broken Pillow raises nearly everything
        raise Failed("undecodable", str(error) or type(error).__name__) from error
    # The profile of other modes is none of red, green and blue.
    is_fitting = image.mode in ("P", "RGB", "RGBA")
    picture.info = {"icc_profile": image.info.get("icc_profile") if is_fitting else None}
    return picture


def coloured(image):
    """A picture in red, green and blue, and white where something shines through."""
    if image.mode.startswith("I"):      # 16 bits, of which `convert` would cut all above 255
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    return image.convert("RGB")


def jpeg(picture):
    """The bytes of a picture as JPEG."""
    file = io.BytesIO()
    try:
        picture.save(file, "JPEG", quality=95, icc_profile=picture.info["icc_profile"])
    except Exception as error:
        raise Failed("undecodable", f"can't be written as JPEG: {error}") from error
    return file.getvalue()


def place(data, path, directory):
    """Writes a file that is whole as soon as it has its name; never over another one, never outside of the directory.

    Where a file with these bytes has the name already, nothing is written.
    """
    folder = make_folder(os.path.dirname(path), directory)
    if os.path.lexists(path):
        if not is_same(path, data):
            raise Failed("name_taken", f"{path} is another file")
        return
    part = os.path.join(folder, f".{secrets.token_hex(8)}.part")
    try:
        with open(part, "xb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError as error:
        if os.path.exists(part):
            os.unlink(part)
        if error.errno == errno.ENAMETOOLONG:
            raise Failed("bad_name", "its name is too long") from error
        raise Stopped(74, f"{path}: {error.strerror}") from error


def make_folder(folder, directory):
    """Makes a folder below the directory, unless links lead out of it."""
    real = os.path.join(os.path.realpath(directory), os.path.relpath(folder, directory))
    if os.path.realpath(folder) != os.path.normpath(real):
        raise Failed("name_taken", f"{folder} leads elsewhere")
    try:
        os.makedirs(folder, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise Failed("name_taken", f"{folder} is no folder") from error
    except OSError as error:
        raise Stopped(73, f"{folder}: {error.strerror}") from error
    return folder


def is_same(path, data):
    """Whether a name is that of a regular file with these bytes."""
    if os.path.islink(path) or not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(len(data) + 1) == data
