"""Whether a sentence has a verb, in Dutch or English."""

from __future__ import annotations

import re


def has_verb(text: str) -> bool:
    """Whether a text seems to have a verb: one of the common ones, or a Dutch infinitive (R072).

    A rough reading, on purpose on the side of yes: it is there to catch "Something with differentiation".
    """
    words = _words(text.casefold())
    if not _VERBS.isdisjoint(words):
        return True
    pairs = zip(["", *words], words, strict=False)
    return any(len(word) > 4 and word.endswith("en") and before not in _BEFORE_NOUNS for before, word in pairs)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


_VERBS = frozenset(
    _words(
        """
        kan kunnen kent kennen weet weten heeft hebben is zijn was waren wordt worden zal zullen wil willen moet moeten
        doet doen ziet zien gaat gaan durft durven maakt maken geeft geven gebruikt past bespreekt bereidt stelt
        begrijpt herkent benoemt ontwerpt voert werkt leert laat neemt brengt houdt vraagt zet kiest merkt
        bezoekt bekijkt controleert deelt schrijft leest praat probeert oefent overlegt helpt toetst begint spreekt
        vertelt toont evalueert verbetert verandert checkt plant volgt bouwt koppelt vergelijkt verzamelt ontwikkelt
        organiseert reflecteert observeert coacht begeleidt bepaalt formuleert luistert meet scoort
        can could know knows knew have has had are were will would want wants must should do does did done see sees
        use uses used make makes made give gives gave apply applies try tries ask asks choose chooses plan plans
        understand understands recognise recognises recognize recognizes name names describe describes explain explains
        design designs discuss discusses start starts stop stops think thinks believe believes dare dares take takes
        share shares work works write writes read reads teach teaches learn learns show shows get gets feel feels
        differentiate differentiates observe observes prepare prepares set sets find finds look looks talk talks
        visit visits check checks meet meets help helps test tests practise practises practice practices speak speaks
        tell tells say says begin begins keep keeps bring brings agree agrees evaluate evaluates improve improves
        change changes compare compares reflect reflects listen listens collect collects report reports invite invites
        build builds create creates develop develops adapt adapts adjust adjusts support supports coach coaches
        lead leads watch watches note notes measure measures
        """
    )
)
_BEFORE_NOUNS = frozenset(
    _words("de het een met over van voor in op aan bij uit naar door onze hun hoe meer alle iets zonder rond")
)
