"""What the tests of office files share: a picture that no browser has to draw."""

import io

import pytest
from PIL import Image

from dashboard.export.figure import figures


def small_picture(*asked, **named):
    """A real picture in place of one that a browser would have to draw."""
    Image.new("RGB", (240, 100), "#FBFAF7").save(made := io.BytesIO(), "PNG")
    return made.getvalue()


@pytest.fixture
def small_pictures(monkeypatch):
    monkeypatch.setattr(figures, "png", small_picture)
