"""What stands on a page beside the publication: share links, publications offered, ads, comments. Pure.

    finding     outline -> Furniture: all of it, by the finders below
    page        Grounds, which all finders stand on: anchors, marks of class names
    share       share links; buttons, held, networks: what a button says, what it holds, where an address leads
    related     publications offered: lists, cards, cells, items, rows, promos, pagers
    ads         slots, labels, paid boxes; appeals, offers, consents: newsletters, donations, what asks before it loads
    comments    what readers wrote
    words       the words of all these, in many languages, which readers of saved text go by, too
"""
