"""The pages of the phones: who is let in, what is counted, what is refused and how."""

import re

import pytest

from dashboard.classroom.live import phone
from dashboard.classroom.live.codes import WRONG_FROM_ONE, Guesses, new_code
from dashboard.classroom.live.questions import Question

from .asgi import HOST, Client
from .conftest import NUMBERS

LARGEST_PAGE = 60_000


def said(answer) -> str:
    found = re.search(r'<p class="wrong" role="alert"[^>]*>(.*?)</p>', answer.text)
    return found[1] if found else ""


def test_a_code_typed_in_any_way_leads_to_its_room(client, room):
    typed = room.code.lower().replace("-", "")
    answer = client.get(f"/class?code={typed}")
    assert (answer.status, answer.headers["location"]) == (303, f"/class/{room.code}")
    assert "Seminar" in client.get(f"/class/{typed}").text


def test_a_vote_is_counted_shown_and_changed(client, store, room, asked):
    client.join(room.code)
    answer = client.vote(room.code, answer=1)
    assert (answer.status, answer.headers["location"]) == (303, f"/class/{room.code}")
    page = client.get(f"/class/{room.code}").text
    assert "Your vote is counted.</b> Bob 2022" in page and 'class="chosen" aria-pressed="true">Bob 2022' in page
    client.vote(room.code, answer=2)
    assert store.votes(asked.number) == [2] and "Cy 2024" in client.get(f"/class/{room.code}").text


def test_a_reload_keeps_one_vote_and_another_phone_has_its_own(client, store, room, asked):
    client.join(room.code)
    client.vote(room.code, answer=0)
    for _ in range(3):
        client.join(room.code)
    client.vote(room.code, answer=0)
    other = Client("10.0.0.8")
    other.join(room.code)
    other.vote(room.code, answer=0)
    assert store.votes(asked.number) == [0, 0] and store.n_joined(room.number) == 2


def test_a_prediction_is_a_number_for_each_answer(client, store, room):
    asked = store.ask(room.number, NUMBERS)
    page = client.join(room.code).text
    assert page.count('type="range"') == page.count('type="number"') == 2 and "per 1,000 words" in page
    assert client.vote(room.code, number0="3,5", number1="10").status == 303
    assert store.votes(asked.number) == [(3.5, 10.0)]
    assert "Ann 2014: 3.5 per 1,000 words; Bob 2022: 10 per 1,000 words" in client.get(f"/class/{room.code}").text


def test_a_phone_learns_of_what_is_new_and_of_nothing_else(client, store, room, asked):
    client.join(room.code)
    stage = store.room(room.number).stage
    other = Client("10.0.0.8")
    other.join(room.code)
    other.vote(room.code, answer=0)
    assert client.get(f"/class/{room.code}/state?seen={stage}").status == 204
    store.let_vote(room.number, asked.number, False)
    answer = client.get(f"/class/{room.code}/state?seen={stage}")
    assert answer.status == 200 and answer.body == b'{"stage":%d}' % (stage + 1)
    assert "Voting on this question is closed. You have not voted." in client.get(f"/class/{room.code}").text


def test_a_vote_that_comes_too_late_is_told_what_is_before_the_class_now(client, store, room, asked):
    client.join(room.code)
    store.ask(room.number, NUMBERS)
    late = client.post(f"/class/{room.code}", {"question": asked.number, "answer": 0})
    assert late.status == 409 and "another question" in said(late) and "How often?" in late.text
    store.let_vote(room.number, store.room(room.number).current, False)
    late = client.vote(room.code, number0="1", number1="1")
    assert late.status == 409 and store.n_votes(asked.number) == 0


def test_a_closed_room_is_told_to_those_who_were_in_it_and_to_nobody_else(client, store, room, asked):
    client.join(room.code)
    store.close_room(room.number)
    assert "This class is over" in client.get(f"/class/{room.code}").text
    assert client.get(f"/class/{room.code}/state?seen=0").status == 200
    late = client.post(f"/class/{room.code}", {"question": asked.number, "answer": 0})
    assert late.status == 409 and "over" in said(late) and store.n_votes(asked.number) == 0
    assert Client("10.0.0.9").get(f"/class/{room.code}").status == 404


def test_wrong_closed_mistyped_and_never_are_answered_alike(store, room):
    store.close_room(room.number)
    answers = set()
    for number, typed in enumerate((room.code, new_code(), "nonsense", "ABCD", "%3Cb%3E")):
        for path in (f"/class/{typed}", f"/class?code={typed}", f"/class/{typed}/state?seen=1"):
            answer = Client(f"10.0.1.{number}").get(path)
            answers.add((answer.status, re.sub(r'value="[^"]*"', "", answer.text), "set-cookie" in answer.headers))
    assert len(answers) == 1 and next(iter(answers))[0] == 404


def test_the_title_is_no_key(client, room):
    assert client.get(f"/class/{room.title}").status == 404


def test_guessing_lets_nobody_in_and_shuts_out_nobody_who_is_in(client, room, asked):
    client.join(room.code)
    guesser = Client(client.address)
    assert {guesser.get(f"/class/{new_code()}").status for _ in range(WRONG_FROM_ONE)} == {404}
    # Now the right code is refused as well, or the answer would give it away.
    refused = guesser.get(f"/class/{room.code}")
    assert (refused.status, refused.headers["retry-after"]) == (429, "60") and "Wait a minute" in said(refused)
    assert client.get(f"/class/{room.code}").status == 200 and client.vote(room.code, answer=0).status == 303
    assert Client("10.0.0.99").get(f"/class/{room.code}").status == 200


def test_a_device_of_another_room_is_as_unknown_as_any(store, room, client, monkeypatch):
    client.join(store.open_room("Other").code)
    monkeypatch.setattr(phone, "GUESSES", Guesses(lambda: 0.0))
    for _ in range(WRONG_FROM_ONE):
        client.get(f"/class/{new_code()}")
    assert client.get(f"/class/{room.code}").status == 429


@pytest.mark.parametrize(
    "fields, headers",
    [
        ({"answer": "7"}, {}),
        ({"answer": "Bob 2022"}, {}),
        ({"answer": "-1"}, {}),
        ({"answer": "²"}, {}),
        ({}, {}),
        ({"answer": "0", "more": "1"}, {}),
        ({"number0": "1"}, {}),
        ([("question", "1"), ("answer", "0"), ("answer", "1")], {}),
        ({"question": "x", "answer": "0"}, {}),
        ({"question": "9" * 30, "answer": "0"}, {}),
        (b"question=1&answer=0" + b"&x=" + b"y" * 10_000_000, {}),
        (b"question=1&answer=%ff%fe", {}),
        (b"question=1&answer=\xff\xfe", {}),
        (b"\0\0\0", {}),
        (b'{"question": 1, "answer": 0}', {"content_type": "application/json"}),
        ("question=1&answer=0".encode("utf-16"), {"content_type": "application/x-www-form-urlencoded; charset=utf-16"}),
        (b"--x\r\n\r\n", {"content_type": "multipart/form-data; boundary=x"}),
    ],
)
def test_odd_input_gets_one_sentence_and_is_no_vote(client, store, room, asked, fields, headers):
    client.join(room.code)
    if isinstance(fields, dict):
        fields = {"question": asked.number} | fields
    answer = client.post(f"/class/{room.code}", fields, **headers)
    assert answer.status == 400 and said(answer).endswith(".") and "Traceback" not in answer.text
    assert store.n_votes(asked.number) == 0


@pytest.mark.parametrize("given", ["nan", "inf", "", "11", "-1", "1e999", "zehn", "1" * 100])
def test_numbers_that_are_none_are_no_vote(client, store, room, given):
    asked = store.ask(room.number, NUMBERS)
    client.join(room.code)
    answer = client.vote(room.code, number0=given, number1="1")
    assert answer.status == 400 and "from 0 to 10 for each answer" in said(answer) and store.n_votes(asked.number) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": f"https://{HOST}"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "", "sec_fetch_site": "none"},
    ],
)
def test_a_vote_from_another_site_is_refused(client, store, room, asked, headers):
    client.join(room.code)
    answer = client.post(f"/class/{room.code}", {"question": asked.number, "answer": 0}, **headers)
    assert answer.status == 403 and "did not come from the page" in said(answer) and store.n_votes(asked.number) == 0


def test_a_phone_that_keeps_no_cookie_is_told_why_it_is_not_counted(client, store, room, asked):
    answer = client.post(f"/class/{room.code}", {"question": asked.number, "answer": 0})
    assert answer.status == 400 and "allow cookies" in said(answer)
    client.cookie = "parallax_device=short"
    assert client.post(f"/class/{room.code}", {"question": asked.number, "answer": 0}).status == 400
    assert store.n_votes(asked.number) == store.n_joined(room.number) == 0


def test_the_mark_of_a_phone_is_random_and_out_of_reach(client, room):
    given = [Client().get(f"/class/{room.code}").headers["set-cookie"] for _ in range(2)]
    assert given[0] != given[1]
    assert all("HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/class" in cookie for cookie in given)


def test_only_hashes_of_marks_are_kept_and_they_differ_by_room(client, store, room, asked):
    other = store.open_room("Other")
    client.join(room.code)
    client.join(other.code)
    mark = client.cookie.partition("=")[2]
    devices = store._select("SELECT device FROM devices")
    assert len(set(devices)) == 2
    assert mark.encode() not in store.path.read_bytes() + store.path.with_name("classes.sqlite-wal").read_bytes()


def test_words_of_a_teacher_are_never_markup(client, store):
    evil = "<script>alert(1)</script> \" ' &"
    room = store.open_room(evil)
    store.ask(room.number, Question("k", "choice", evil, (evil, "b"), passage=evil))
    client.join(room.code)
    client.vote(room.code, answer=0)
    page = client.get(f"/class/{room.code}").text
    assert "<script>alert" not in page and page.count("&lt;script&gt;alert(1)") >= 5
    assert "<script>alert" not in client.get("/class?code=%3Cscript%3Ealert(1)").text


def test_a_page_is_small_reaches_nothing_else_and_has_no_script_inside(client, store, room):
    store.ask(room.number, NUMBERS)
    page = client.join(room.code)
    parts = re.findall(r'(?:href|src)="([^"]+)"', page.text)
    assets = [client.get(part) for part in parts if part.startswith("/class/phone")]
    assert len(assets) == 2 and all(asset.status == 200 for asset in assets)
    assert len(page.body) + sum(len(asset.body) for asset in assets) < LARGEST_PAGE
    assert all(part.startswith(("/class", "data:,")) for part in parts)
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert re.findall(r"<script(?![^>]* src=)|<style| on\w+=| style=", page.text) == []


def test_without_scripts_a_page_comes_anew_unless_somebody_is_filling_it(client, store, room):
    refresh = '<noscript><meta http-equiv="refresh"'
    assert refresh in client.join(room.code).text
    store.ask(room.number, NUMBERS)
    assert refresh not in client.get(f"/class/{room.code}").text
    client.vote(room.code, number0="1", number1="1")
    assert refresh in client.get(f"/class/{room.code}").text


def test_another_name_for_this_machine_is_not_answered(room):
    assert Client(host="evil.example").get(f"/class/{room.code}").status == 400
    assert Client(host="localhost:8501").get(f"/class/{room.code}").status == 200


@pytest.mark.parametrize("path", ["/class/a/b/c", "/class/", "/classes", "/class/phone.html"])
def test_other_addresses_lead_to_the_field_for_the_code(client, path):
    answer = client.get(path)
    assert answer.status in (404, 307) and "Traceback" not in answer.text
    assert client.post("/class", {"code": "x"}).status == 404


def test_a_file_that_cannot_be_used_is_not_shown_to_phones(client, tmp_path, monkeypatch):
    (tmp_path / "bad").write_bytes(b"nothing" * 500)
    monkeypatch.setenv("PARALLAX_CLASSES", str(tmp_path / "bad"))
    answer = client.get("/class/ABCD-EFGH")
    assert answer.status == 503 and said(answer) == phone.BROKEN and str(tmp_path) not in answer.text
