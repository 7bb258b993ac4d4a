"""Lists with a row for each worker, added up by team; names become codes."""
