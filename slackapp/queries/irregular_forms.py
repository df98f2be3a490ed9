"""Forms of a word that no stemmer leads back to it: Dutch strong verbs with their nouns, and English ones.

Only what people write about work and choices; whatever is missing is still found as it was typed.
"""

from collections.abc import Mapping

_TOGETHER = """
besluit besluiten besloot besloten
kies kiezen koos kozen gekozen keus keuze keuzes
beslis beslissen besliste beslist beslissing beslissingen
blijf blijven bleef bleven gebleven
breng brengen bracht brachten gebracht
denk denken dacht dachten gedacht
doe doen deed deden gedaan
draag dragen droeg droegen gedragen
ga gaan ging gingen gegaan
geef geven gaf gaven gegeven
help helpen hielp hielpen geholpen
houd houden hield hielden gehouden
kom komen kwam kwamen gekomen
koop kopen kocht kochten gekocht aankoop
krijg krijgen kreeg kregen gekregen
laat laten liet lieten gelaten
lees lezen las lazen gelezen
loop lopen liep liepen gelopen
neem nemen nam namen genomen
betaal betalen betaalde betaald betaling betalingen
roep roepen riep riepen geroepen
schrijf schrijven schreef schreven geschreven
sluit sluiten sloot sloten gesloten
spreek spreken sprak spraken gesproken
afspraak afspraken afgesproken afspreken
sta staan stond stonden gestaan
stel stellen stelde gesteld voorstel voorstellen
vervang vervangen verving vervingen vervanging
verkoop verkopen verkocht verkochten
vind vinden vond vonden gevonden
vraag vragen vroeg vroegen gevraagd
weet weten wist wisten geweten
werp werpen wierp wierpen geworpen ontwerp ontwerpen ontworpen
wijs wijzen wees wezen gewezen
zie zien zag zagen gezien
zeg zeggen zei zeiden gezegd
zoek zoeken zocht zochten gezocht
stad steden
lid leden
decide decides decided deciding decision decisions
choose chooses chose chosen choosing choice choices
agree agrees agreed agreement agreements
begin begins began begun
break breaks broke broken
bring brings brought
build builds built building
buy buys bought
drive drives drove driven
find finds found
give gives gave given
go goes went gone
hold holds held
keep keeps kept
know knows knew known
leave leaves left
lose loses lost loss
make makes made
meet meets met meeting
pay pays paid payment payments
run runs ran
say says said
see sees saw seen
sell sells sold sale sales
send sends sent
speak speaks spoke spoken
spend spends spent
take takes took taken
tell tells told
think thinks thought
withdraw withdraws withdrew withdrawn
write writes wrote written
person people
"""

BASES: Mapping[str, tuple[str, ...]] = {
    form: (line.split()[0],) for line in _TOGETHER.strip().splitlines() for form in line.split()
}
"""What a form comes from: the first word of its line."""
