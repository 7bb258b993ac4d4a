"""Teams: what if they were split or merged, or posts and children moved, before more posts are asked for?"""

import streamlit as st

from model.span_report import of_the_report
from ui import exhibit, headline, kind_notice, objectives_exhibit, posts_answer, teams_answer, teams_choices
from ui.prices import priced
from ui.text import plain
from ui.view import current

view = priced(teams_answer.of_whom(current()))
if view.now.teams:
    left, right = st.columns([3, 1], gap="large")
    with right:
        chosen = teams_choices.choose(view)
    found = teams_answer.answer(view, chosen.ask, chosen.line)
    with left:
        st.title(plain(found.title), anchor=False)
        if found.refused:
            st.warning(plain(found.refused))
        exhibit.show(found.bars)
        headline.show(found.headlines, view.style)
        st.header(plain(found.moving), anchor=False)
        st.markdown("\n".join(f"- {plain(text)}" for text in found.moves))
        if chosen.ask.posts.by_hand is None:
            objectives_exhibit.show(view, found.plan.regrouped, chosen.ask.posts)
        st.header("Limits, managers and cost", anchor=False)
        st.markdown("\n".join(f"- {plain(text)}" for text in found.managers))
        st.caption(plain(found.basis))
        kind_notice.say_counted_plainly(view)
        if view.is_example:
            st.caption(plain(of_the_report()))
else:
    st.title("What other teams would do cannot be worked out from these figures", anchor=False)
    st.markdown(plain(posts_answer.why_not(view)))
