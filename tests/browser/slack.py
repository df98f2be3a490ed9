"""The page as a person uses it: what they do, and where they look."""

from playwright.sync_api import Locator, Page, expect

MOST_PRESSES = 30


class Slack:
    """One tab. Everything is found as people find it: by its words, its label or its role."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.keys = tab.keyboard
        self.complaints: list[str] = []
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))

    # What they do

    def opens(self, address: str) -> None:
        self.tab.goto(address)
        self.shows("# general", self.place)

    def becomes(self, name: str) -> None:
        people = self.tab.get_by_label("View as")
        wanted = people.locator("option").filter(has_text=name).inner_text()
        people.select_option(label=wanted)
        self.arrives()

    def goes_to(self, place: str) -> None:
        self.places.get_by_role("button", name=place).click()
        self.shows(place, self.place)
        self.arrives()

    def arrives(self) -> None:
        """See what they asked for."""
        expect(self.tab.locator("#main")).not_to_have_attribute("aria-busy", "true")

    def types(self, text: str) -> None:
        self.box.fill(text)
        self.box.press("Enter")

    def presses(self, words: str, within: Locator | None = None) -> None:
        (within or self.form).get_by_role("button", name=words, exact=True).click()

    def presses_until(self, key: str, wanted: Locator) -> None:
        """Press a key again and again, as who looks for something with Tab, until it has the focus."""
        found = wanted.and_(self.tab.locator(":focus"))
        for _ in range(MOST_PRESSES):
            if found.count():
                return
            self.keys.press(key)
        expect(wanted).to_be_focused()

    def fills(self, **fields: str) -> None:
        for name, entry in fields.items():
            self.form.locator(f"[id='field-{name}']").fill(entry)

    def asks(self, team: str, title: str, by: str = "2026-11-30") -> None:
        """A request, from its command to its form's end."""
        self.types(f"/request @{team}-team {title}")
        self.fills(why="The launch is on Monday", needed_by=by)
        self.presses("Send")
        expect(self.form).to_be_hidden()

    def lets_time_pass(self, words: str) -> None:
        button = self.tab.locator("#clock").get_by_role("button", name=words)
        button.click()
        expect(button).not_to_have_attribute("aria-busy", "true")

    def misbehaves(self, how: str) -> None:
        if not self.inspector.is_visible():
            self.tab.locator("#backstage").get_by_role("button", name="Inspector").click()
        self.inspector.get_by_label("How Slack behaves").select_option(label=how)
        expect(self.tab.locator("#warning")).to_be_visible()

    def behaves(self) -> None:
        self.tab.get_by_role("button", name="Behave again").click()
        expect(self.tab.locator("#warning")).to_be_hidden()

    # Where they look

    def card(self, words: str) -> Locator:
        return self.tab.locator("#messages article").filter(has_text=words).last

    def shows(self, words: str, where: Locator) -> None:
        expect(where).to_contain_text(words)

    @property
    def place(self) -> Locator:
        return self.tab.locator("#place h2")

    @property
    def box(self) -> Locator:
        return self.tab.locator("#composer textarea")

    @property
    def places(self) -> Locator:
        return self.tab.locator("#places")

    @property
    def messages(self) -> Locator:
        return self.tab.locator("#messages")

    @property
    def form(self) -> Locator:
        return self.tab.locator("#modal")

    @property
    def inspector(self) -> Locator:
        return self.tab.get_by_label("Inspector", exact=True).and_(self.tab.locator("aside"))
