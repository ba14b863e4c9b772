"""Recordings that she uploads, such as a guided breathing exercise: Wagtail keeps them as documents. `files` knows what
is one, `forms` refuses what is none, `byte_ranges` lets a player jump."""
