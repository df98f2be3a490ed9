"""Decisions, as they come in from Slack."""
