"""For teachers and counsellors: pages from runs, to print and to talk over. Nothing here asks for a name."""
