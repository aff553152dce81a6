"""The leased queue of addresses, and the ledger of failures."""
