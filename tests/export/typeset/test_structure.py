from studydag.export.typeset.structure import Scope, cell, figure


def test_a_cell_says_what_it_heads_and_how_much_it_spans():
    assert (cell().tag, cell().entries) == ("TD", "")
    assert (cell(Scope.ROW).tag, cell(Scope.ROW).entries) == ("TH", "/A << /O /Table /Scope /Row >>")
    assert cell(columns=3).entries == "/A << /O /Table /ColSpan 3 >>"
    assert cell(Scope.COLUMN, 2).entries == "/A << /O /Table /Scope /Column /ColSpan 2 >>"


def test_a_figure_has_words():
    assert figure("Logo (groot)").entries == r"/Alt (Logo \(groot\))"
