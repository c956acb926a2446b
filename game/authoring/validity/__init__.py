"""Validity: the part of it that a machine can judge. Does a story tell its answers, and is its reveal true?"""
