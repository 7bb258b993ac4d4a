"""The same answers as files that people take away. Bytes out; nothing is worked out here."""
