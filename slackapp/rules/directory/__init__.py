"""What Slack tells about people, channels and groups is kept here; everything may be told twice and in any order."""
