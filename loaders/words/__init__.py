"""What a heading means: the reviewed vocabulary, and its likenesses."""
