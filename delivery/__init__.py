"""Slack out: the queue in the database, claims under a lease, sending, settling, and looking into doubts.

Here: all that makes a message come once and in order. Not here: what a message says, and Slack's errors by their names.
"""
