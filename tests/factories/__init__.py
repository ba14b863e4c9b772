"""Factories, a module per app; each makes only what a test asks for."""
