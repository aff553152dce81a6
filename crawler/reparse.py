"""Reads every kept page again with today's parser, without a network."""
