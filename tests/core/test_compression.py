"""Visitors get pages compressed; what must not be compressed stays as it is."""

import gzip

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

ACCEPT = {"accept-encoding": "gzip, br"}


def test_a_visitors_page_is_compressed(home, client: Client):
    response = client.get("/", headers=ACCEPT)
    assert response.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["Vary"]
    assert home.title in gzip.decompress(response.content).decode()
    assert len(response.content) < len(client.get("/").content)


def test_a_browser_that_does_not_ask_gets_it_plain(home, client: Client):
    assert "Content-Encoding" not in client.get("/").headers


def test_a_page_for_someone_with_a_session_is_not_compressed(home, practitioner_client):
    for path in ("/", "/admin/"):
        assert "Content-Encoding" not in practitioner_client.get(path, headers=ACCEPT).headers


def test_a_picture_is_not_compressed_again(picture, client: Client):
    rendition = picture.get_rendition("width-32|format-webp")
    response = client.get(rendition.url, headers=ACCEPT)
    assert "Content-Encoding" not in response.headers
    assert response.getvalue().startswith(b"RIFF")
