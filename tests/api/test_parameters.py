"""Nothing in a query is passed over."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.small_api")]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/api/v1/things?limt=3", "limt"),
        ("/api/v1/things?limit=3&limit=4", "limit"),
        ("/api/v1/things?limit=101", "limit"),
        ("/api/v1/things/1?limit=3", "limit"),
        ("/api/v1/draft?x", "x"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(path, name, client: Client):
    response = client.get(path)
    assert response.status_code == 422
    (error,) = response.json()["errors"]
    assert (error["location"], error["name"]) == ("query", name)
    assert error["detail"]


def test_a_parameter_that_is_known_is_used(client: Client):
    assert len(client.get("/api/v1/things?limit=3").json()) == 3
