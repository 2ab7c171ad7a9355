"""Bytes in, blocks with roles out: one file a format."""
