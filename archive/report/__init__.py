"""A report on a corpus: what a methods section needs, as one self-contained HTML file or as Markdown.

    archive ──figures──> Figures ──render──> HTML | Markdown
"""
