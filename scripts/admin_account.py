"""The account `admin`: `make admin` gives it a new generated password and prints that once."""

import secrets
import sys

USERNAME = "admin"
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # without letters and digits that look alike


def generate_password() -> str:
    """Four groups of four readable characters: 79 bits, easy to type over."""
    return "-".join("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(4))


def set_new_password() -> str:
    """Gives `admin` (made when missing) every right and a new password; returns the password."""
    from django.contrib.auth import get_user_model

    password = generate_password()
    account, _ = get_user_model().objects.get_or_create(username=USERNAME)
    account.is_staff = account.is_superuser = account.is_active = True
    account.set_password(password)
    account.save()
    return password


def make_first_account() -> str | None:
    """Makes `admin` where nobody can manage the site yet; its password, or None if somebody can."""
    from django.contrib.auth import get_user_model

    if get_user_model().objects.filter(is_superuser=True, is_active=True).exists():
        return None
    return set_new_password()


def announce(password: str) -> None:
    """Prints the password in a box, for the only time."""
    from django.conf import settings

    lines = [
        f"Admin:     {settings.SITE_URL}/admin/",
        f"User name: {USERNAME}",
        f"Password:  {password}",
        "Write it down: it is not shown again (`make admin` makes a new one).",
    ]
    width = max(map(len, lines))
    rule = "+" + "-" * (width + 4) + "+"
    print("", rule, *(f"|  {line:<{width}}  |" for line in lines), rule, "", sep="\n", flush=True)


def main() -> None:
    from django.db import DatabaseError
    from site_environment import start_django

    start_django()
    try:
        password = set_new_password()
    except DatabaseError:
        sys.exit("The database is still empty: run `make run` once, it makes the account itself.")
    announce(password)


if __name__ == "__main__":
    main()
