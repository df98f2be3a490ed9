"""Areas, as they come in from Slack."""
