"""The outline of a file: what its lines were meant to be, told from their words where YAML reads them otherwise."""
