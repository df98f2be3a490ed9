"""Which test notices that a filter (filters.py) is gone."""

from collections.abc import Mapping

RULES, STORIES = "tests/rules", "tests/stories"

AREAS = f"{RULES}/test_area_sight.py"
CHECKINS = f"{RULES}/test_checkin_sight.py"
DECISIONS = f"{RULES}/test_decision_sight.py"
HOME = f"{RULES}/test_home_sight.py"
TEAMS = f"{RULES}/test_team_queries.py"
AUDIENCE = f"{RULES}/test_digest_audience.py::test_everybody_in_a_channel_may_see_all_that_its_digest_says"
DIGEST_PRIVACY = f"{STORIES}/digests/test_privacy.py"
REQUEST_PRIVACY = f"{STORIES}/requests/test_privacy.py"

NOTICED: Mapping[str, str] = {
    "areas/cards.py _channel": f"{AREAS}::test_a_private_channel_is_named_to_those_in_it",
    "areas/finding.py find": f"{AREAS}::test_another_workspace_is_shown_nothing",
    "areas/finding.py offered": f"{AREAS}::test_another_workspace_is_shown_nothing",
    "areas/finding.py _near": f"{AREAS}::test_another_workspace_is_shown_nothing",
    "areas/lists.py listed": f"{AREAS}::test_another_workspace_is_shown_nothing",
    "areas/pages.py _seen": f"{AREAS}::test_another_workspace_is_shown_nothing",
    "areas/records.py records": f"{AREAS}::test_who_became_a_guest_meanwhile_gets_an_empty_table",
    "areas/records.py count": f"{AREAS}::test_who_became_a_guest_meanwhile_gets_an_empty_table",
    "areas/records.py _channels": f"{AREAS}::test_a_private_channel_is_named_to_those_in_it",
    "checkins/blockers.py named": f"{CHECKINS}::test_a_blocker_is_shown_to_its_author_and_to_who_reads_the_answers",
    "checkins/history.py _readable": f"{CHECKINS}::test_one_that_is_being_set_up_is_its_owners_alone",
    "checkins/history.py _readable 2": f"{CHECKINS}::test_who_is_asked_does_not_read_the_answers_for_that",
    "checkins/lists.py listed": f"{CHECKINS}::test_whom_it_does_not_concern_is_shown_nothing",
    "checkins/lists.py called": f"{CHECKINS}::test_who_is_asked_does_not_read_the_answers_for_that",
    "checkins/lists.py called 2": f"{CHECKINS}::test_whom_it_does_not_concern_is_shown_nothing",
    "checkins/lists.py rows_of": f"{CHECKINS}::test_who_is_asked_does_not_read_the_answers_for_that",
    "checkins/pages.py _seen": f"{CHECKINS}::test_whom_it_does_not_concern_is_shown_nothing",
    "checkins/pages.py _known": f"{CHECKINS}::test_the_private_channel_is_named_to_those_in_it",
    "checkins/reasons.py why": f"{CHECKINS}::test_whom_it_does_not_concern_is_shown_nothing",
    "checkins/answering.py _seen": f"{CHECKINS}::test_whom_it_does_not_concern_is_shown_nothing",
    "decisions/pages.py _seen": f"{DECISIONS}::test_its_page_and_its_versions_are_theirs",
    "decisions/pages.py offered": f"{DECISIONS}::test_what_is_in_force_is_offered_to_those_who_may_see_it",
    "decisions/pages.py _link": f"{DECISIONS}::test_what_replaced_it_shows_no_title",
    "decisions/records.py records": f"{DECISIONS}::test_lists_searches_and_exports_leave_it_out",
    "decisions/records.py count": f"{DECISIONS}::test_lists_searches_and_exports_leave_it_out",
    "decisions/search.py found": f"{DECISIONS}::test_lists_searches_and_exports_leave_it_out",
    "decisions/versions.py version": f"{DECISIONS}::test_its_page_and_its_versions_are_theirs",
    "digests/areas.py lines": AUDIENCE,
    "digests/areas.py _in_use": AUDIENCE,
    "digests/decisions.py lines": AUDIENCE,
    "digests/decisions.py _about": AUDIENCE,
    "digests/decisions.py _cards": f"{DIGEST_PRIVACY}::test_a_decision_leads_to_the_card_that_everybody_here_can_open",
    "digests/figures.py _answered": AUDIENCE,
    "digests/figures.py finished": AUDIENCE,
    "digests/requests.py lines": AUDIENCE,
    "digests/requests.py _under_way": AUDIENCE,
    "digests/rounds.py lines": f"{DIGEST_PRIVACY}::test_a_guest_who_comes_later_is_told_of_no_check_in_elsewhere",
    "digests/rounds.py _about": AUDIENCE,
    "digests/rounds.py _blockades": AUDIENCE,
    "digests/scope.py _teams": (
        f"{RULES}/test_digest_content.py"
        "::test_a_guest_who_comes_in_later_finds_only_what_stands_there_in_the_digest_of_before"
    ),
    "digests/settings.py standing": (
        f"{RULES}/test_digest_sight.py::test_an_administrator_who_is_not_in_the_channel_is_shown_nothing"
    ),
    "digests/settings.py allow": (
        f"{RULES}/test_digest_sight.py::test_an_administrator_who_is_not_in_the_channel_is_shown_nothing"
    ),
    "digests/trend.py _medians": f"{RULES}/test_digest_content.py::test_the_trend_leaves_out_what_is_private",
    "home/areas.py questions": f"{HOME}::test_who_is_a_guest_by_now_is_shown_nothing_of_who_owns_what",
    "home/areas.py owned": f"{HOME}::test_whoever_has_the_same_id_elsewhere_is_shown_nothing",
    "home/decisions.py waiting": f"{HOME}::test_whoever_has_the_same_id_elsewhere_is_shown_nothing",
    "home/requests.py _seen": f"{STORIES}/test_home.py::test_what_is_private_is_neither_shown_nor_counted",
    "home/requests.py _cards": f"{HOME}::test_a_link_leads_only_to_where_one_can_go",
    "home/teams.py _counts": f"{HOME}::test_a_team_tells_each_of_its_people_what_they_may_see",
    "home/teams.py _channels": f"{HOME}::test_a_team_tells_each_of_its_people_what_they_may_see",
    "requests/lists.py listed": f"{REQUEST_PRIVACY}::test_a_private_request_is_not_even_counted_for_others",
    "requests/pages.py _seen": f"{REQUEST_PRIVACY}::test_a_private_request_goes_to_the_lead_and_the_owner_alone",
    "team_forms.py _terms": f"{TEAMS}::test_the_name_of_a_private_home_is_kept_from_administrators_too",
    "team_pages.py offered": f"{TEAMS}::test_a_guest_is_shown_no_team",
    "team_pages.py _reader": f"{TEAMS}::test_a_guest_is_shown_no_team",
    "team_pages.py _line": f"{TEAMS}::test_the_name_of_a_private_home_is_kept_from_administrators_too",
}
