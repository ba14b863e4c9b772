"""What Wagtail asks every app at its start."""

from wagtail import hooks


@hooks.register("register_icons")
def register_layer_icons(icons: list[str]) -> list[str]:
    """Icons of the three layers, for the block chooser."""
    names = ("layer-body", "layer-nerves", "layer-heart")
    return [*icons, *(f"treatments/icons/{name}.svg" for name in names)]
