"""What a stranger tries first, in the order of one small story."""

from demo.organisation import Organisation
from sandbox.page import Tip, Welcome


def welcome(polder: Organisation) -> Welcome:
    """Who opens the page, who does what there, and what to try."""
    return Welcome(polder.person("Amy").id, polder.roles, _tips(polder))


def _tips(polder: Organisation) -> list[Tip]:
    general, product, it = (polder.channel(name).id for name in ("general", "team-product", "team-it"))
    amy, jan, bram = (polder.person(name).id for name in ("Amy", "Jan", "Bram"))
    return [
        Tip(
            "As Amy, ask Product for something: press Enter", amy, general, "/request @product-team A map of all stops"
        ),
        Tip("As Jan of Product, accept it", jan, product),
        Tip("As Amy, see what became of her requests", amy, general, "/request list"),
        Tip("As Amy, decide what Sanne proposed", amy, polder.app_of("Amy").id),
        Tip("As Bram, in Dutch, lift what blocks the landing page", bram, it),
        Tip("Let time pass until Monday 9:00: what does the weekly digest say?", jan, product),
    ]
