"""What Slack would refuse in a message or a view, found before it is sent.

slack_sdk checks some of it and only when asked; this checks the rest too: empty texts, counts, duplicate ids,
blocks on the wrong surface, the size of the whole. Pure: plain dicts in, problems out. Here: facts about Slack, used by
the product for templates and by the sandbox. Not here: anything of the product.
"""

from blockkit.messages import problems_of_blocks, problems_of_message
from blockkit.spot import Problem
from blockkit.view import problems_of_view
