"""How it looks: Block Kit as pure functions of a frozen dataclass and a language, and beside each form its reader.

Here: cards, pages, forms, lines, and the steps of each life (`steps.py`). Not here: the database, and Slack's calls.
"""
