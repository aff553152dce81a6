-- What a crawl sends by POST for the further pages of a list that nobody gets by an address alone.

-- Sent: addresses of the frontier that stand for a form sent by POST.
CREATE TABLE frontier_sent (
    address_id    INTEGER PRIMARY KEY REFERENCES frontier(address_id) ON DELETE CASCADE, -- the address
    sent          TEXT                       -- where the form goes, a space, and its fields; null once it was sent
) STRICT;
