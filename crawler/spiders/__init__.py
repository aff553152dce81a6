"""The spiders: they fetch, and never parse."""
