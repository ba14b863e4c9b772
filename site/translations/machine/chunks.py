"""Divides texts into requests that a server takes."""

from collections.abc import Iterable, Iterator


def chunks(texts: Iterable[str], most_texts: int, most_bytes: int) -> Iterator[list[str]]:
    """Lists of at most so many texts and bytes (UTF-8); a text that is larger by itself stands alone."""
    chunk: list[str] = []
    size = 0
    for text in texts:
        length = len(text.encode())
        if chunk and (len(chunk) == most_texts or size + length > most_bytes):
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += length
    if chunk:
        yield chunk
