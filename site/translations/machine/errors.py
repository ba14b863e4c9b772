"""What a machine translation can go wrong with."""


class MachineTranslationError(Exception):
    """Nothing more was translated; its text says why and what to do, ready to be shown."""
