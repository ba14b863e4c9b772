"""The index of the blog."""

from .texts import Page, T

PAGE: Page = {
    "title": T("Blog", "Blog"),
    "slug": T("blog", "blog"),
    "search_description": T(
        "Korte stukken over de psoas, over adem en over bewegingen die een lichaam nog wil "
        "afmaken. Om rustig te lezen, met een kop thee erbij.",
        "Short pieces about the psoas, about breath, and about the movements a body still "
        "wants to finish. For reading slowly, with a cup of tea.",
    ),
    "introduction": T(
        "Af en toe schrijf ik iets op: over het lichaam, over adem, over wat er kan gebeuren "
        "als er even niets hoeft. Elk stuk is kort genoeg voor een kop thee.",
        "Now and then I write something down: about the body, about breath, about what can "
        "happen when for once nothing has to. Each piece is short enough for a cup of tea.",
    ),
}
