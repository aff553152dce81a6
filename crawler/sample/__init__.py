"""The small site that ships with the package: pages of our own writing, served on loopback by `policy-archive demo`.

    texts      what it publishes, in TOML
    writings   texts -> values
    pages      values -> HTML in three templates
    site       a path -> an answer
    server     the site over real HTTP
"""
