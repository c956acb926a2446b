"""Packs: a story's folder as one zip archive, read where it lies, and made."""
