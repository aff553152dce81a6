"""What changed, word by word."""

from archive.browse.worddiff import diff_words


def changed(old: str, new: str) -> list[str]:
    return [piece.text for piece in diff_words(old, new) if piece.change != "same"]


def test_a_word_with_signs_beside_its_letters_changes_as_a_whole() -> None:
    assert changed("सरकार ने हिन्दी में कहा", "सरकार ने हिन्दू में कहा") == ["हिन्दी", "हिन्दू"]


def test_a_letter_changes_with_its_signs_where_words_have_no_spaces_between_them() -> None:
    assert changed("นโยบายนี้", "นโยบายนั้") == ["นี้", "นั้"]
