"""The words that generated files are typed in: headings, teams, titles, codes, ways to write a month."""

from __future__ import annotations

TEAM = (
    "Team", "TEAM NAME", "Team:", "Social Work Team", "SW team", "Name of team", "Team / Unit", "Teams",
    "Locality team", "Team (at month end)", "CSC team", "Service/Team", "Operational team", "Team\nname",
    "Childrens team", "Team name", "Service team", "TEAM", "Team  Name", "Unit",
)  # fmt: skip
CASE_HOLDING = (
    "Case holding FTE", "FTE – case-holding", "Caseholding SW FTE", "Case holders (FTE)", "Case carrying FTE",
    "Case-holding staff (WTE)", "SWs holding cases (FTE)", "Case-holding Social Workers FTE",
    "FTE of case holding SWs", "No. of case holding SW's (FTE)", "Case holding\nWTE", "Case-holding FTE",
    "FTE case holding", "Case Holding FTE", "Caseholder FTE", "Case-holding SWs (FTE)",
)  # fmt: skip
IN_POST = (
    "In-post FTE", "FTE (in post)", "Actual WTE", "WTE in post", "Staff in post WTE", "SW FTE in post",
    "In post (FTE)", "Current FTE in post", "Social Workers in post (FTE) ", "FTE in post at month end",
    "FTE in post (incl. agency)", "SWs in post – FTE", "Total FTE in post", "FTE in post", "In post FTE",
    "SWs in post (FTE)", "Staff in post (FTE)", "Actual FTE",
)  # fmt: skip
UNSAID = (
    "FTE", "WTE", "SW FTE", "SWs (FTE)", "Total SW FTE", "No of FTE SWs", "FTE Social Workers", "Social Worker FTEs",
    "F.T.E.", "Number of FTE social workers", "Qualified SW FTE", "FTE (SW)", "Social workers FTE*",
    "No. of SWs (FTE)", "Social workers (FTE)", "Number of social workers (FTE)", "FTE\nSWs",
)  # fmt: skip
ESTABLISHED = (
    "Establishment FTE", "Established posts (FTE)", "Funded establishment", "FTE establishment", "Budgeted WTE",
    "Established FTE", "Funded FTE", "Established posts", "Budgeted FTE",
)  # fmt: skip
ALLOCATED = (
    "Allocated", "Allocated cases", "No. allocated", "Number of children allocated", "CYP allocated",
    "Allocated CYP", "Cases allocated to SW", "Allocated to a worker", "Allocated (children)",
    "Children with an allocated social worker", "Allocated children at month end", "Total cases allocated",
    "Allocated\ncases", "Open cases allocated", "Children & young people allocated", "# allocated",
    "Cases allocated to social workers", "Allocated caseload", "Allocated children", "Children allocated",
    "No. of children allocated", "Cases allocated", "Cases allocated to a social worker",
    "Children with a named social worker", "Total allocated",
)  # fmt: skip
WAITING = (
    "Unallocated", "Unallocated cases", "Awaiting allocation", "Cases awaiting allocation", "Not yet allocated",
    "Children awaiting a social worker", "Unallocated CYP", "No. unallocated", "Waiting list", "Pending allocation",
    "Unallocated (children)", "Cases not allocated", "Unallocated at month end", "Number of unallocated children",
    "Un-allocated", "Awaiting\nallocation", "Total unallocated", "Cases waiting to be allocated",
    "Children not allocated", "Of which unallocated", "CYP awaiting allocation", "Awaiting SW", "Unallocated work",
    "Unallocated children", "Children awaiting allocation", "Cases unallocated", "Children waiting", "Not allocated",
    "Waiting for a social worker", "Children without a SW",
)  # fmt: skip
AVERAGE = (
    "Average caseload", "Avg caseload", "Ave. caseload per SW", "Average cases per FTE", "Caseload per FTE",
    "Mean caseload", "Average no. of children per SW", "Cases per FTE", "Average", "Average caseload (per WTE)",
    "Av. caseload", "Children per social worker", "Average caseload per FTE", "Children per FTE",
    "Average cases per SW",
)  # fmt: skip
MONTH = (
    "Month", "Reporting month", "Period", "Month/Year", "Month ending", "MONTH", "Reporting period",
    "Month of return", "Reporting Period",
)  # fmt: skip
DATE = (
    "Date", "Snapshot date", "As at", "Month end", "Report date", "Data as at", "Position at", "Census date",
)  # fmt: skip
AREA = (
    "Area", "Locality", "District", "Patch", "Quadrant", "Cluster",
)  # fmt: skip
TOTAL = (
    "Total", "TOTALS", "Grand Total", "Service total", "All teams", "Overall total", "Total (all teams)",
    "Council total", "Total:", "Directorate total", "Overall", "All", "Borough total", "Service Total / Average",
    "TOTAL", "Grand total",
)  # fmt: skip
TEAMS = (
    "Tŷ Newydd", "Éire Court", "Coöp House", "O'Brien Close", "A&E Liaison", "R&A 2", "North/South",
    "16+ & Leaving Care", "Hub 3 (temp)", "Edge of Care", "Family First", "Summerfield", "Targeted Support", "March",
    "May Road", "E17", "12", "7b", "Duty & Advice", "Unaccompanied Minors (UASC)", "Data Street", "St John’s – East",
    "Team 2013", "C", "FTE Lane", "The Meadows", "CiN/CP Team 1", "CiN/CP Team 2", "Looked After Children",
    "Children with Disabilities", "First Response", "MASH", "Court Team", "Care Leavers", "Central", "Østerby",
    "Zoë’s Place", "Long Term 1", "Long-term 2", "East", "West", "Assessment", "Children In Need 3", "Out of Hours",
    "Note Hill", "Private Fostering", "1", "2", "Notting Dale", "Riverside", "Hilltop", "Marsh End", "Old Town",
    "Harbour 1", "Harbour 2", "Moor (A)", "Moor (B)", "St Bede's", "Ash/Elm", "CWD", "Children in Care East",
    "Children in Care West", "Leaving Care", "Court & PLO", "Duty 1", "Assessment Team North",
    "Safeguarding & Support 2", "Through-care", "Éire Place", "Pod 7", "Whitby – Coast", "16+",
)  # fmt: skip
TITLES = (
    "Children’s Social Care", "MONTHLY CASELOAD RETURN", "Workload by team",
    "Children's Services – performance pack", "OFFICIAL", "Prepared by the Performance Team", "Table 1: caseloads",
    "Service: Children & Families", "Restricted: do not forward", "Safeguarding caseload report (v2)",
)  # fmt: skip
FOOTNOTES = (
    "Notes", "* FTE excludes Team Managers.", "Source: case management system.",
    "1. Caseload counts each child once.", "Produced on request of the DCS", "FTE = full-time equivalent",
    "Data quality: see separate log.", "n/a = not available",
)  # fmt: skip
CODES = (
    "*", "-", "n/a", "..", "tbc", "<5", "[x]", "N/K", "–", "not known", "x", "no data", ":", "low", "Awaiting", "?",
    "c", "z", "k", "u",
)  # fmt: skip
FORMS = (
    "%b-%y", "%B %Y", "%b %Y", "%Y-%m", "%m/%Y", "%b '%y", "%B-%y", "%b.%Y", "%Y/%m", "%B, %Y", "%b-%Y", "%m-%Y",
)  # fmt: skip
ENDS = (
    "{0.day}/{0:%m/%Y}", "{0:%d.%m.%Y}", "{0.day} {0:%b %Y}", "{0:%Y-%m-%d}", "{0:%d-%b-%y}", "{0:%d/%m/%y}",
)  # fmt: skip
AS_AT = (
    "Position as at {0.day} {0:%B %Y}", "As at {0:%d/%m/%Y}", "Data as at {0.day}th {0:%B %Y}",
    "Snapshot: {0:%d.%m.%Y}", "Figures correct at {0.day} {0:%b %Y}", "Reporting month: {0:%B %Y}",
    "Report for {0:%B %Y}", "Month ending {0:%d/%m/%y}", "Period: {0:%b-%y}", "Caseloads at end of {0:%B %Y}",
    "Monthly return – {0:%B %Y}", "{0:%B %Y}",
)  # fmt: skip
SHEETS = (
    "{0:%b %Y}", "{0:%B %Y}", "{0:%b%y}", "{0:%b-%y}", "{0:%Y-%m}", "{0:%b %y}", "{0:%B}{0:%y}", "{0:%m.%Y}",
    "{0:%Y %b}",
)  # fmt: skip
