"""The three characters that Slack's mrkdwn gives a meaning, and no others (SLACK.md 7)."""


def escape(text: str) -> str:
    """Make text that a person typed harmless in mrkdwn: no mention, no link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """What the person typed, from a command's text or a message as Slack sends them."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
