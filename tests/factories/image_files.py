"""Picture files as phones and cameras make them, built in memory.

Every photo is blue with a red top left quarter when it is seen upright.
"""

from io import BytesIO

from PIL import Image, ImageCms
from pillow_heif import register_heif_opener

RED, BLUE = (220, 30, 30), (30, 30, 220)
# What the metadata below leaves in the bytes of a file, and what announces metadata there.
TRACES = [
    b"Exif",
    b"eXIf",
    b"Apple",
    b"iPhone",
    b"MakerSecret",
    b"GPSLatitude",
    b"ns.adobe.com",
    b"xmpmeta",
    b"Photoshop",
    b"CommentSecret",
    b"ICC_PROFILE",
    b"iCCP",
    b"rXYZ",
]
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,5.12N"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

register_heif_opener()


def upright_photo(width: int = 600, height: int = 400, mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (width, height), BLUE)
    picture.paste(RED, (0, 0, width // 2, height // 2))
    return picture.convert(mode)


def encoded(picture: Image.Image, file_format: str, **options) -> bytes:
    content = BytesIO()
    picture.save(content, file_format, **options)
    return content.getvalue()


def phone_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F], exif[0x0110] = "Apple", "iPhone 15 Pro"
    exif.get_ifd(0x8769)[0x927C] = b"MakerSecret"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (52.0, 5.0, 7.4), "E", (5.0, 7.0, 18.0)
    return exif


def phone_jpeg(**options) -> bytes:
    """A JPEG held upright (orientation 6), with position, camera, XMP, IPTC and a comment."""
    as_sensor_saw_it = upright_photo().transpose(Image.Transpose.ROTATE_90)
    content = encoded(
        as_sensor_saw_it,
        "JPEG",
        quality=92,
        exif=phone_exif(orientation=6),
        xmp=XMP,
        comment=b"CommentSecret",
        **options,
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0c\x1c\x02\x5a\x00\x07Utrecht"
    segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    return content[:2] + segment + content[2:]


def phone_heic() -> bytes:
    """A HEIC as an iPhone makes it: turned by its container, with position and camera."""
    as_sensor_saw_it = upright_photo().transpose(Image.Transpose.ROTATE_90)
    return encoded(as_sensor_saw_it, "HEIF", quality=90, exif=phone_exif(6).tobytes(), xmp=XMP)


def animated_gif() -> bytes:
    """Three frames of 80 ms, for ever, with a comment and XMP."""
    first, *others = [upright_photo(60, 40).rotate(90 * turn) for turn in range(3)]
    content = encoded(
        first,
        "GIF",
        save_all=True,
        append_images=others,
        duration=80,
        loop=0,
        comment=b"CommentSecret",
    )
    blocks = [XMP[at : at + 255] for at in range(0, len(XMP), 255)]
    packet = b"".join(bytes([len(block)]) + block for block in blocks) + b"\x00"
    return content[:-1] + b"\x21\xff\x0bXMP DataXMP" + packet + b";"


def forty_megapixel_jpeg() -> bytes:
    """7746 × 5164 pixels of grain, about 25 MB."""
    grain = Image.effect_noise((7746 // 3, 5164 // 3), 110).resize((7746, 5164))
    picture = Image.merge("RGB", (grain, grain, grain))
    picture.paste(RED, (0, 0, 3000, 2000))
    return encoded(picture, "JPEG", quality=97, exif=phone_exif())


def bomb_png() -> bytes:
    """400 million pixels in some 50 kB."""
    return encoded(Image.new("1", (20_000, 20_000)), "PNG")


def swapped_profile() -> bytes:
    """A colour profile in which red means green: without conversion the colours are wrong."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return srgb.replace(b"rXYZ", b"swap").replace(b"gXYZ", b"rXYZ").replace(b"swap", b"gXYZ")


def looks_upright(picture: Image.Image) -> bool:
    """Whether the red quarter is at the top left and nowhere else."""
    rgb, (right, bottom) = picture.convert("RGB"), (picture.width - 20, picture.height - 20)
    corners = [rgb.getpixel(at) for at in ((20, 20), (right, 20), (20, bottom), (right, bottom))]
    reds = [red > 150 and blue < 100 for red, _green, blue in corners]
    return reds == [True, False, False, False]
