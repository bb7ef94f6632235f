"""A reading or a comparison as text or JSON: the only room that knows output formats.

Each format is a module of its own, so that a command pays only for the one it writes: `json` for scripts,
`text` for eyes and pipes. `write` is the only module here that touches a file.
"""
