"""What is read of a PDF is what a person sees on its pages; it goes itself only where they agree.

Kinds of hiding are many, so each is a row here; what is seen is found by painting, not by kind.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, String

from tests.pdf.drawing import (
    A_LINE,
    SECRET,
    drawn,
    layer_off,
    note_on,
    older_version,
    picture_on,
    see_through,
    text,
)
from youthvoice.pdf import DOUBTS, REFUSALS, BadPdf
from youthvoice.pdf.reading import Page, picture, read

CASES = Path(__file__).with_name("cases")
SEEN = text(A_LINE)


def only_page(data: bytes) -> Page:
    pages, _ = read(data)
    [page] = pages
    return page


def words(data: bytes) -> str:
    return "\n".join(only_page(data).paragraphs)


def copy_of(data: bytes) -> bytes | None:
    return read(data)[1]


def crop(pdf: Pdf) -> None:
    pdf.pages[0].CropBox = [0, 600, 595, 842]


def spoken(pdf: Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(
        b"/Span << /ActualText (" + SECRET.encode() + b") >> BDC\n" + SEEN.encode() + b"EMC"
    )


HIDDEN: dict[str, tuple[str, Any]] = {
    "under a box": (text(SECRET, y=500) + "0 g 60 490 300 25 re f\n", None),
    "white on white": (text(SECRET, y=500, more="1 g"), None),
    "almost white on white": (text(SECRET, y=500, more="0.96 g"), None),
    "black on black": ("0 g 60 490 300 25 re f\n" + text(SECRET, y=500), None),
    "in a mode that draws nothing": (text(SECRET, y=500, more="3 Tr"), None),
    "transparent": ("/G0 gs\n" + text(SECRET, y=500), see_through),
    "behind a picture": (text(SECRET, y=500) + "q 300 0 0 30 60 490 cm /Im Do Q\n", picture_on),
    "outside the visible part": (text(SECRET, y=100), crop),
    "beyond the edge": (text(SECRET, x=700), None),
    "in a layer that is off": ("/OC /L BDC\n" + text(SECRET, y=500) + "EMC\n", layer_off),
    "cut away": ("q 0 0 1 1 re W n\n" + text(SECRET, y=500) + "Q\n", None),
    "too small to read": (text(SECRET, y=500, size=0.8), None),
}


@pytest.mark.parametrize(("content", "change"), HIDDEN.values(), ids=HIDDEN)
def test_words_that_nobody_sees_are_left_out_and_said_and_the_file_stays(
    content: str, change: Any
) -> None:
    data = drawn(SEEN + content, change=change)
    page = only_page(data)
    assert page.paragraphs == [A_LINE]
    assert page.doubts == ["hidden"]
    assert copy_of(data) is None


def test_what_is_seen_in_another_colour_is_no_secret() -> None:
    for colour in ("0.6 g", "1 0 0 rg", "0 0 1 rg"):
        page = only_page(drawn(SEEN + text("Art prize", y=500, more=colour)))
        assert page == Page([A_LINE, "Art prize"], [])
    on_blue = "0 0 0.6 rg 60 490 300 25 re f\n" + text("Art prize", y=500, more="1 g")
    assert only_page(drawn(SEEN + on_blue)) == Page([A_LINE, "Art prize"], [])


def test_letters_that_are_half_covered_are_said() -> None:
    half = text("Half of it", y=500) + "1 g 60 503 300 25 re f\n"
    page = only_page(drawn(SEEN + half))
    assert "partly" in page.doubts


def test_words_over_one_another_are_said() -> None:
    page = only_page(drawn(SEEN + text("Not", y=500) + text("Now", x=72.5, y=500)))
    assert "over" in page.doubts


def test_bold_that_is_printed_twice_is_one_word() -> None:
    assert words(drawn(SEEN + text("Bold", y=500) + text("Bold", x=72.2, y=500))).count("Bold") == 1


def test_a_text_spoken_instead_of_what_is_seen_is_not_read() -> None:
    assert words(drawn("", change=spoken)) == A_LINE


def test_the_newest_version_is_read_and_the_copy_has_no_other() -> None:
    data = older_version(now=A_LINE, before=SECRET)
    assert words(data) == A_LINE
    copy = copy_of(data)
    assert copy
    assert SECRET.encode() in b"".join(streams(data)), "it is there"
    assert SECRET.encode() not in b"".join(streams(copy))


def streams(data: bytes) -> list[bytes]:
    """All that a file has, packed or not, older versions too."""
    with pikepdf.open(BytesIO(data)) as pdf:
        packed = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    return [data, *packed]


def test_the_copy_has_no_author_no_attachment_no_outline_no_script() -> None:
    def more(pdf: Pdf) -> None:
        pdf.docinfo["/Author"] = SECRET
        pdf.attachments["notes.txt"] = SECRET.encode()
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(SECRET))
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        pdf.pages[0].obj["/PieceInfo"] = Dictionary(App=String(SECRET))

    data = drawn(SEEN, change=more)
    assert any(SECRET.encode() in one for one in streams(data))
    copy = copy_of(data)
    assert copy
    assert not any(SECRET.encode() in one for one in streams(copy))
    with pikepdf.open(BytesIO(copy)) as pdf:
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages"}
    assert words(copy) == A_LINE
    assert copy == copy_of(data), "the same each time"


@pytest.mark.parametrize(
    "content",
    [
        "q 50 0 0 50 72 300 cm /Im Do Q\n0 g 80 310 10 10 re f\n",
        "q 50 0 0 50 570 300 cm /Im Do Q\n",
    ],
    ids=["covered in part", "over the edge"],
)
def test_a_picture_of_which_a_part_is_unseen_keeps_the_file_here(content: str) -> None:
    data = drawn(SEEN + content, change=picture_on)
    assert only_page(data) == Page([A_LINE], [])
    assert copy_of(data) is None
    whole = drawn(SEEN + "q 50 0 0 50 72 300 cm /Im Do Q\n", change=picture_on)
    assert copy_of(whole)


def test_comments_that_open_on_a_press_are_said() -> None:
    data = drawn(SEEN, change=lambda pdf: note_on(pdf, "Text", Contents=String(SECRET)))
    assert only_page(data) == Page([A_LINE], ["comments"])
    assert copy_of(data) is None


def test_a_note_in_a_box_stands_where_it_is_seen() -> None:
    def boxed(pdf: Pdf) -> None:
        look = pdf.make_stream(b"BT /F1 11 Tf 2 5 Td (Seen by the head) Tj ET")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, [0, 0, 100, 20]
        look.Resources = pdf.pages[0].Resources
        note_on(pdf, "FreeText", Contents=String("Seen by the head"), AP=Dictionary(N=look))

    data = drawn(SEEN + text("Below it all", y=100), change=boxed)
    assert only_page(data) == Page([A_LINE, "Seen by the head", "Below it all"], [])
    assert copy_of(data) is None


def test_a_form_that_one_program_alone_can_show_is_refused() -> None:
    def xfa(pdf: Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=[])

    with pytest.raises(BadPdf) as wrong:
        read(drawn(text("Please wait"), change=xfa))
    assert wrong.value.code == "form"


def test_a_scan_with_words_laid_under_it_is_a_picture_and_has_no_words() -> None:
    scan = text(SECRET, y=500, more="3 Tr") + "q 595 0 0 842 0 0 cm /Im Do Q\n"
    assert only_page(drawn(scan, change=picture_on)) == Page([], ["hidden", "picture"])
    assert only_page(drawn("0 0 m 100 100 l S")) == Page([], ["picture"])
    assert only_page(drawn("")) == Page([], [])


# The small inputs that failed


@pytest.mark.parametrize(
    ("name", "page"),
    [
        (
            "bullets",
            Page(
                [
                    "Robin is safer at school than on the way home. What would help Robin now is"
                    " this:",
                    "• a lift home on dark evenings, by somebody whom Robin picks and knows well",
                    "• a word with the shop about who waits outside it when school has ended",
                    "• no meeting on a Friday, because that is when Robin sees Grandma in town",
                ],
                [],
            ),
        ),
        (
            "hyphens",
            Page(
                [
                    "Robin told the school nurse about feeling unsafe when walking home, and said"
                    " that older people keep asking for help with carrying things. We think this"
                    " may be exploitation, and that a well-known adult could help Robin to feel"
                    " safer on the way home from school every day of the week."
                ],
                [],
            ),
        ),
        (
            "ligatures",
            Page(
                [
                    "This is confidential. The first core group is a final chance to find a safe"
                    " place for Robin."
                ],
                ["letters"],
            ),
        ),
        (
            "filled_form",
            Page(
                [
                    "PARTNER AGENCY REPORT FOR A CHILD PROTECTION CONFERENCE",
                    "1. What is working well for this young person?",
                    "Robin is in school every day and is proud of the art prize.",
                    "2. What are you worried about?",
                    "Two older boys wait at the gate. Robin has a second phone.",
                    "3. Has this been shared with the family?",
                    "X",
                ],
                [],
            ),
        ),
        (
            "white",
            Page(
                [
                    "School report about Robin for the meeting.",
                    "Robin has been in school every day since half term and is doing well in art.",
                ],
                ["hidden"],
            ),
        ),
    ],
)
def test_what_failed_is_read_as_it_is_seen(name: str, page: Page) -> None:
    assert only_page((CASES / f"{name}.pdf").read_bytes()) == page


@pytest.mark.parametrize("name", ["redacted", "white"])
def test_the_name_under_the_box_is_in_nothing_that_goes(name: str) -> None:
    data = (CASES / f"{name}.pdf").read_bytes()
    assert "Marlowe" not in words(data)
    assert "Vine" not in words(data)
    assert copy_of(data) is None


# Order, and pictures


def lines(x: float, said: list[str], top: float = 700) -> list[str]:
    return [text(one, x=x, y=top - 16 * n) for n, one in enumerate(said)]


LEFT = ["The left column has words", "that go on over lines and", "end somewhere down here."]
RIGHT = ["The right one is read after", "all of the left one, down", "to its very last line."]


def test_columns_are_read_one_after_the_other() -> None:
    title = text("A title that goes over both of the columns of this page", y=740)
    end = text("And a line that goes over both of the columns once more, below them", y=600)
    page = only_page(drawn(title + "".join(lines(72, LEFT) + lines(320, RIGHT)) + end))
    assert page.doubts == []
    assert page.paragraphs[1:3] == [" ".join(LEFT), " ".join(RIGHT)]
    assert [page.paragraphs[0][:7], page.paragraphs[-1][:5]] == ["A title", "And a"]


def test_what_the_file_draws_across_may_be_columns_or_a_table_and_is_said() -> None:
    across = [one for row in zip(lines(72, LEFT), lines(320, RIGHT), strict=True) for one in row]
    page = only_page(drawn("".join(across)))
    assert page.doubts == ["order"]
    assert page.paragraphs[0].startswith("The left column has words · The right one is read after")


def test_a_page_is_read_from_top_to_bottom_whatever_the_file_draws_first() -> None:
    page = only_page(drawn(text("Drawn first, at the foot", y=40) + SEEN))
    assert page == Page([A_LINE, "Drawn first, at the foot"], [])


def test_a_page_that_lies_on_its_side_is_read_as_it_is_turned() -> None:
    def turned(pdf: Pdf) -> None:
        pdf.pages[0].Rotate = 90

    upright = f"q 0 1 -1 0 595 0 cm\n{text('First line of it', y=500)}{text('Last', y=400)}Q\n"
    assert only_page(drawn(upright, change=turned)).paragraphs == ["First line of it", "Last"]


def test_words_with_a_hyphen_of_their_own_keep_it() -> None:
    said = [
        "There is a self-help group that Robin knows and there are people who do self-",
        "harm, and this is a co-",
        "operation of many.",
    ]
    [one] = only_page(drawn("".join(lines(72, said)))).paragraphs[:1]
    assert "do self-harm, and" in one


def test_a_picture_of_a_page_is_what_a_person_sees() -> None:
    png = picture(drawn(SEEN, text("Second")), 2)
    assert png.startswith(b"\x89PNG")


def test_every_doubt_and_every_refusal_is_shown_to_happen() -> None:
    """A word of the list that no test reaches would be a word that nobody can rely on."""
    here = Path(__file__).read_text("utf-8") + Path(__file__).with_name("test_run.py").read_text()
    assert [one for one in (*DOUBTS, *REFUSALS) if f'"{one}"' not in here] == []
