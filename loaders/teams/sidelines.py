"""Rows beside the teams, known by their whole name: another month, a part of the row above, posts without people."""

from __future__ import annotations

import re

# A month with its year, or a financial year.
_TIME = (
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:[\s.,/-]*(?:19|20)\d\d|[\s-]*['’]?\d\d)"
    r"|(?:q[1-4] )?20\d\d\s?[/–-]\s?(?:20)?\d\d)"
)
# Other lines between or below teams: a month or a year beside them, a part of the row above, the whole area.
_LINE = re.compile(
    r"(?:max|min|std dev|standard deviation|capacity|(?:average |mean )?per (?:team|worker|sw|social worker|fte|head))"
    r"|(?:previous|prior|same) (?:month|quarter|year|period|point|time|week)(?:,? (?:last|previous|prior) year)?"
    r"|(?:%|percentage|per ?cent|year on year|yoy|net) ?(?:change|movement|increase|decrease|difference|variance)s?"
    r"(?:\s.*)?"
    r"|(?:inc|exc|excl)\.?(?!\w).*|(?:less|excluding|plus) (?:agency|vacan|asye|managers?|long).*"
    r"|(?:whole |the )?(?:borough|council|la|local authority)"
    rf"|{_TIME}(?: (?:figures?|position|outturn|actuals?|data|report))?|outturn(?: {_TIME})?"
    r"|(?:as )?(?:previously|reported (?:last|previous|prior) (?:month|quarter|year|time))"
    r"|(?:this|same) (?:time|month|period|point) last year|(?:\d{1,2}|one|two|three|six|twelve) (?:month|year)s? ago"
    r"|(?:last|previous|prior) (?:report|return|figures?|position|update|totals?)|baseline"
    r"|(?:last|previous|prior|same) (?:month|quarter|year|week|period)\W.*totals?|totals? (?:last|previous|prior) \w+"
    r"|(?:%|percentage|per ?cent|share|proportion) (?:of|in) .*totals?"
    r"|diff\.?|variations?|\+\s?/?\s?[-–]"
    r"|(?:highest|lowest|peak|change|increase|decrease) since .*|gap|(?:over|under) (?:capacity|target|optimum)"
    r"|.*\W(?:already )?(?:included|counted) (?:above|in (?:the )?(?:above|totals?|teams?|figures?))\W*",
    re.IGNORECASE,
)
_MONTH_WITHIN = re.compile(rf"(?<!\w){_TIME}(?!\w)", re.IGNORECASE)
# A part of the row above only where a bullet or brackets say so: "Agency" by itself may be a row of its own.
_PART = re.compile(r"agency(?: (?:staff|workers?|social workers?|sws?|fte|wte|posts?))?", re.IGNORECASE)
_MARKED = re.compile(r"[\s•·▪◦●○*>»–—-]+(?=\S)|(?=[(\[])")
_NUMBER = r"\d+(?:\.\d+)?"
_VACANCY = re.compile(
    rf"(?:(?:total|no\.?|number) (?:of )?)?(?:{_NUMBER} (?:x )?)?(?:(?:vacant|unfilled|frozen|deleted) "
    r"(?:(?:sw|social worker|social work) )?(?:posts?|positions?|fte|wte)|vacanc(?:y|ies)|vacant"
    r"|(?:posts?|positions?|fte|wte) (?:vacant|unfilled|frozen)|unfilled"
    r"|(?:on )?(?:maternity|paternity|parental|adoption|sick|sickness|long[ -]term|special)(?: (?:leave|absence))"
    r"|(?:on )?(?:long[ -]term )?(?:sick|sickness)|career breaks?|(?:on )?secondments?|seconded(?: out)?)"
    rf"(?:[\s:=(–-]*{_NUMBER}(?: ?(?:fte|wte|posts?))?\)?)?[\s:]*",
    re.IGNORECASE,
)


def is_line(name: str) -> bool:
    """Whether a name stands for such a row: "Jan 2024", "(agency)", "Borough", "2 posts vacant"."""
    said = unmarked(name)
    if _LINE.fullmatch(said) or _VACANCY.fullmatch(said):
        return True
    return said != name and bool(_PART.fullmatch(said))


def without_month(name: str) -> str:
    """A name without the month with its year, or the year, that it holds.

    >>> without_month("Total Sep 24"), without_month("2023/24 total"), without_month("March total")
    ('Total ', ' total', 'March total')
    """
    return _MONTH_WITHIN.sub("", name) if any(map(str.isdigit, name)) else name


def is_part(name: str) -> bool:
    """Whether a name is that of a part of a team if it stands below several: "Agency"."""
    return bool(_PART.fullmatch(name))


def is_vacancy(name: str) -> bool:
    """Whether a name stands for posts that nobody fills, or people who are away: "Vacant posts", "Maternity leave"."""
    return bool(_VACANCY.fullmatch(unmarked(name)))


def unmarked(name: str) -> str:
    """A name without a bullet before it, or brackets about it.

    >>> unmarked("- of which agency"), unmarked("(agency)"), unmarked("North (duty)")
    ('of which agency', 'agency', 'North (duty)')
    """
    marked = _MARKED.match(name)
    if not marked:
        return name
    said = name[marked.end() :].strip()
    return said[1:-1].strip() if said[:1] + said[-1:] in ("()", "[]") else said or name
