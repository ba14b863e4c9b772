"""Models every other app may use."""

from core.models.images import CustomImage, CustomRendition
from core.models.pages import BasePage, HeroMixin, HeroPageForm
from core.models.settings import PracticeSettings
from core.models.words import PracticeWords

__all__ = [
    "BasePage",
    "CustomImage",
    "CustomRendition",
    "HeroMixin",
    "HeroPageForm",
    "PracticeSettings",
    "PracticeWords",
]
