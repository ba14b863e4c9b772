"""The pictures that the site draws of itself: the one in a browser's tab, and the one shown with a shared link."""
