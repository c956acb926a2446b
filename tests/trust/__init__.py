"""What the game promises whoever trusts it with their answers, their class, or a stranger's file (docs/trust.md)."""
