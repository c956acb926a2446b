"""The study of validity: its instruments, its raw answers, and the tables made from them."""
