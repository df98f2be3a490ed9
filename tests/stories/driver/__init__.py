"""People at work in a simulated workspace with the real app behind it, told in plain order.

Every verb returns when the app has come to rest: what had to be posted at this moment is posted.
"""

from tests.stories.driver.house import House
from tests.stories.driver.loop import Loop
from tests.stories.driver.people import Person
