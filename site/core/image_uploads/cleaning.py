"""Turns an uploaded picture into one that is upright, in sRGB and free of metadata."""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageFile, ImageOps, ImageSequence
from pillow_heif import register_heif_opener

from core.image_uploads.placeholders import placeholder_of

# Twice the widest rendition of the site. A larger original shows nobody more, while every
# rendition decodes the original again: at 40 megapixels that is 120 MB and a second each time.
LONGEST_SIDE = 3840
JPEG_QUALITY = WEBP_QUALITY = 90

# Pillow's names of what is read, each with what it is stored as. MPO is a JPEG with a second
# picture behind it, as phones make for HDR; the JPEG decoder finds it.
STORED_FORMATS = {
    "JPEG": "JPEG",
    "MPO": "JPEG",
    "HEIF": "JPEG",
    "AVIF": "JPEG",
    "PNG": "PNG",
    "WEBP": "WEBP",
    "GIF": "PNG",  # a still one; an animated one stays a GIF
}
DECODERS = [name for name in STORED_FORMATS if name != "MPO"]  # no other ever sees an upload
EXTENSIONS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}
SAVE_OPTIONS = {
    "JPEG": {"quality": JPEG_QUALITY, "optimize": True, "progressive": True},
    "PNG": {},  # "optimize" takes 15 seconds for a large one
    "WEBP": {"quality": WEBP_QUALITY},
}

Image.init()  # else Pillow knows AVIF only after it met a file that is none of the common kinds
register_heif_opener(thumbnails=False)
# Pillow's own guard warns from this number of pixels on and refuses twice as many, also where a
# picture does not pass through here.
Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS


class CleanImageFile(ContentFile):
    """The bytes of a picture that `clean_image` made.

    `dimensions` is (width, height) in pixels, `placeholder` the name of the colour that holds its place.
    """

    name: str

    def __init__(
        self, content: bytes, name: str, dimensions: tuple[int, int], placeholder: str
    ) -> None:
        super().__init__(content, name)
        self.dimensions = dimensions
        self.placeholder = placeholder


def clean_image(upload: File, name: str | None) -> CleanImageFile:
    """Return the picture in `upload` as it may be stored; `upload` itself stays as it is.

    The result is upright (EXIF orientation is baked in), at most `LONGEST_SIDE` pixels wide or
    high, in sRGB (RGB, RGBA or grey, 8 bits) and carries no EXIF, position, XMP, IPTC, comment,
    thumbnail or colour profile. HEIC and AVIF become JPEG, or PNG when parts are transparent; a
    still GIF becomes PNG, an animated one stays animated and keeps its size. The extension of
    `name` follows the contents.

    Raises ValidationError, with a sentence for the person who uploads, when the contents are not
    a supported picture, are damaged or incomplete, or exceed WAGTAILIMAGES_MAX_IMAGE_PIXELS.
    """
    upload.open()
    try:
        with Image.open(upload, formats=DECODERS) as image:
            _refuse_too_many_pixels(image)
            shown: Image.Image = image
            if image.format == "GIF" and _frames(image) > 1:
                stored_format, content = "GIF", _clean_animation(image)
            else:
                stored_format, content, shown = _clean_still(image)
            dimensions, placeholder = shown.size, placeholder_of(shown)
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many_pixels() from error
    except Exception as error:  # decoders raise anything from struct.error to RuntimeError
        raise (damaged() if _begins_like_a_picture(upload) else unsupported()) from error
    stem = Path(name or "image").stem
    return CleanImageFile(content, stem + EXTENSIONS[stored_format], dimensions, placeholder)


def unsupported() -> ValidationError:
    """The refusal of something that is no picture, or one of a kind the site does not take."""
    return ValidationError(
        _(
            "This is not a picture the site can use. Upload a photo as JPEG, HEIC, PNG, WebP, "
            "AVIF or GIF; save a drawing (SVG) as PNG first."
        ),
        code="invalid_image",
    )


def damaged() -> ValidationError:
    """The refusal of a picture that cannot be decoded to its last row."""
    return ValidationError(
        _(
            "This picture is damaged or incomplete, so it was not saved. Copy or send the "
            "original once more and upload that file."
        ),
        code="damaged_image",
    )


def too_many_pixels() -> ValidationError:
    """The refusal of a picture too large to decode safely (a decompression bomb)."""
    return ValidationError(
        _(
            "This picture is too large: it has more than %(maximum)s million pixels. Make it "
            "smaller, %(side)s pixels on its longer side is plenty, and upload it again."
        ),
        code="file_too_many_pixels",
        params={
            "maximum": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000,
            "side": LONGEST_SIDE,
        },
    )


def _refuse_too_many_pixels(image: ImageFile.ImageFile) -> None:
    frames = _frames(image) if image.format == "GIF" else 1  # of others only the first is read
    if image.width * image.height * frames > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise too_many_pixels()


def _frames(image: ImageFile.ImageFile) -> int:
    return getattr(image, "n_frames", 1)


def _clean_still(image: ImageFile.ImageFile) -> tuple[str, bytes, Image.Image]:
    stored_format = STORED_FORMATS[image.format or ""]
    # A JPEG decodes at half or a quarter of its size for a fraction of the memory.
    scale = min(LONGEST_SIDE / max(image.size), 1)
    image.draft(None, (max(1, int(image.width * scale)), max(1, int(image.height * scale))))
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    picture = _with_plain_mode(image)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    picture = _in_srgb(picture, profile)
    if picture.mode == "RGBA" and stored_format == "JPEG":
        stored_format = "PNG"
    picture.info = {}  # what Pillow would write back: comment, profile, resolution
    content = BytesIO()
    picture.save(content, stored_format, **SAVE_OPTIONS[stored_format])
    return stored_format, content.getvalue(), picture


def _clean_animation(image: ImageFile.ImageFile) -> bytes:
    for frame in ImageSequence.Iterator(image):
        frame.load()
    image.seek(0)
    content = BytesIO()
    image.save(content, "GIF", save_all=True, comment=b"")
    return content.getvalue()


def _with_plain_mode(image: Image.Image) -> Image.Image:
    """A palette, 1-bit or 16-bit picture as RGB(A) or grey: only those scale and convert well."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits, which a plain conversion clips to white
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image if image.mode in ("RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Without its profile a Display P3 photo would look dull: its colours are converted instead."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=mode,
            )
            return converted or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken or mismatched profile is ignored, as browsers do
    return image if image.mode == "L" else image.convert(mode)


def _begins_like_a_picture(upload: File) -> bool:
    upload.seek(0)
    head = upload.read(16)
    tests = [Image.OPEN[name][1] for name in DECODERS]
    return any(begins_so(head) is True for begins_so in tests if begins_so)
