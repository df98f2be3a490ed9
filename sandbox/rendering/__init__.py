"""What a person sees: mentions as names, dates in their own zone and language, blocks as plain text or for the page."""
