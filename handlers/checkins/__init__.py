"""Check-ins, as they come in from Slack."""
