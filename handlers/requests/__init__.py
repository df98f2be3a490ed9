"""Requests, as they come in from Slack."""
