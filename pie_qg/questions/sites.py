"""Whether a phrase says where: "on the counter" after "keep", "at the market" after "buy", "in the garage"."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.constituents import TIME_ENTITIES
from pie_qg.english import base
from pie_qg.questions.ask import Ask, Target

# Things in which, on which or by which something is or is put.
_ROOMS = frozenset(
    "attic backyard balcony barn basement bathroom bedroom cabin cellar classroom cloakroom corridor courtyard "
    "deck den foyer garage garden hall hallway kitchen laundry lawn lobby loft lounge nursery office "
    "pantry patio porch room shed stable stairway studio study terrace vault veranda workshop yard".split()
)
_FURNITURE = frozenset(
    "bathtub bed bench bookcase bookshelf burner cabinet ceiling chair closet couch counter countertop crib "
    "cupboard desk dishwasher door doorway drawer dresser dryer fence fireplace floor freezer fridge furnace gate "
    "grill hearth heater hob locker mantel microwave nightstand oven rack refrigerator roof shelf shelving shower "
    "sideboard sink sofa stair stove stovetop table toilet tub wall wardrobe washer window windowsill".split()
)
_CONTAINERS = frozenset(
    "backpack bag barrel basket bin bottle bowl box bucket can carton case casket chest cooler crate envelope jar "
    "luggage package pantry pocket pouch purse sack suitcase trash trunk vase".split()
)
_VEHICLES = frozenset("airplane boat bus car plane ship train truck van wagon".split())
_BUILDINGS = frozenset(
    "airport apartment bakery bank bar barracks base cafe camp campus castle cathedral cemetery chapel church "
    "clinic club college condo consulate convent court courthouse dorm embassy factory farm fort fortress gallery "
    "grave gym harbor harbour home hospital hotel house inn jail laboratory library mall mansion market "
    "marketplace mine monastery mosque museum palace park pharmacy plant plantation port prison pub restaurant "
    "school shop shrine stadium station store supermarket synagogue temple theater theatre tomb tower university "
    "warehouse zoo".split()
)
_OUTDOORS = frozenset(
    "avenue bay beach border canyon cave cliff coast corner countryside crater creek desert district "
    "downtown field forest glacier grassland ground harbour highway hill hillside island jungle lake meadow "
    "mountain mountaintop neighborhood neighbourhood ocean outskirts pasture path plain pond prairie province "
    "region reservation river riverbank road roadside sea seabed shore shoreline sidewalk soil street suburb "
    "summit swamp town township valley village wetland wilderness wood".split()
)
_PARTS = frozenset("back base bottom center centre edge end front inside middle outside rear rim side tip top".split())
SITES = _ROOMS | _FURNITURE | _CONTAINERS | _VEHICLES | _BUILDINGS | _OUTDOORS | _PARTS

# Where something is, after any verb that says what happens there.
_WITHIN = frozenset("behind beneath beside between in inside near outside under underneath within".split())
_AGAINST = frozenset("above against at atop below into on onto over".split())
# To put something somewhere, and to be there.
_PUTTING = frozenset(
    "attach build bury carve construct deposit display drop erect exhibit fasten fix hang hide house install keep "
    "lay leave locate lodge mount paint park pin place plant position post print put set situate stack stash "
    "station stick store stow stuff tuck".split()
)
_BEING = frozenset(
    "be camp crouch dwell float gather graze grow hang kneel lie linger live lodge meet nest occur perch reside "
    "rest settle shop sit sleep squat stand stay swim wait".split()
)
_BUYING = frozenset("buy find get order pick purchase see sell shop".split())
# What is believed, invested or taken part in is no place, however it is called.
_GOVERNING = frozenset(
    "believe change consist culminate differ divide end engage fill grow help interest invest involve lack "
    "participate persist play result revel share specialise specialize succeed trade translate trust turn".split()
)


def sited(target: Target) -> Iterator[Ask]:
    """ "They keep coal in the shed." → where; "She bought it at Macy's." → where; "It consists in a house." → no."""
    if target.part.role == "prepositional" and not target.is_list and (_is_site(target) or _is_seller(target)):
        yield Ask("where", target.answer(), "site", "where", "PLACE", takes_preposition=False)


def _verb(target: Target) -> str:
    governor = target.tree.tokens[target.tree.tokens[target.part.preposition[0]].head]
    return base(governor) if governor.pos in {"VERB", "AUX"} else ""


def _is_site(target: Target) -> bool:
    tree, head = target.tree, target.head
    verb, token = _verb(target), tree.tokens[head]
    if not verb or token.pos != "NOUN" or token.lemma.lower() not in SITES or tree.entity(head) in TIME_ENTITIES:
        return False
    if not tree.has(head, {"det", "poss", "compound", "amod", "prep", "nummod"}) and token.tag != "NNS":
        return False  # "in case", "in place"
    if target.preposition in _WITHIN:
        return verb not in _GOVERNING
    at_market = target.preposition == "at" and verb in _BUYING
    return at_market or (target.preposition in _AGAINST and verb in _PUTTING | _BEING)


def _is_seller(target: Target) -> bool:
    """ "at Macy's", "from the mill shop", "on the web": where one buys."""
    tree, head = target.tree, target.head
    named = tree.tokens[head].pos == "PROPN" and tree.entity(head) not in {"PERSON", "NORP", "MONEY", *TIME_ENTITIES}
    seller = named or tree.tokens[head].lemma.lower() in _SELLERS
    return seller and target.preposition in {"at", "from", "on", "through", "off"} and _verb(target) in _BUYING


_SELLERS = frozenset(
    "auction bakery bookstore dealer farm internet mall market marketplace pharmacy retailer shop site store "
    "supermarket supplier web website".split()
)
