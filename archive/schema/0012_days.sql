-- What lists say of the day on which a publication appeared, for pages that do not say it themselves.

-- Days: when an address of the frontier was published, by the list that led to it.
CREATE TABLE frontier_days (
    address_id    INTEGER PRIMARY KEY REFERENCES frontier(address_id) ON DELETE CASCADE, -- the address
    published     TEXT NOT NULL,             -- the date the list gives it, ISO 8601, as precise as the list
    listed_in     INTEGER REFERENCES frontier(address_id) ON DELETE SET NULL -- the list: a feed, a sitemap or a page
) STRICT;
